use super::centred::Centred;
use super::interval::Interval;

/// Reversed and other items 2.5 points apart, after keying, contradict each other (judgement); a sum of means
/// may miss it by its last digit.
const CONTRADICTION: f64 = 2.5 - 1e-9;

/// The runs of equal answers on a sheet, in the order shown. An item left out ends a run and is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Runs {
    /// 0 if nothing was answered.
    pub longest: usize,
    /// `None` if nothing was answered.
    pub average: Option<f64>,
}

/// One item of a sheet, with the answer as given, before keying.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RawAnswer {
    pub value: Option<f64>,
    pub reversed: bool,
}

/// Signs that a sheet was filled in without reading. Each alone is weak: a sheet counts as careless by both.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CarelessFlags {
    /// One and the same answer on a whole page with reversed items.
    pub straight_line: bool,
    /// The keyed means of reversed and of other items are 2.5 points apart or more.
    pub contradiction: bool,
}

/// The runs of raw answers in the order shown (longstring: Johnson 2005).
pub fn runs(raw: &[Option<f64>]) -> Runs {
    let lengths: Vec<usize> = raw
        .chunk_by(|a, b| a.is_some() && a == b)
        .filter(|run| run.iter().any(Option::is_some))
        .map(<[_]>::len)
        .collect();
    let answered = lengths.iter().sum::<usize>() as f64;
    Runs {
        longest: lengths.iter().copied().fold(0, usize::max),
        average: (!lengths.is_empty()).then(|| answered / lengths.len() as f64),
    }
}

impl CarelessFlags {
    /// The signs on the `pages` of one sheet; `scale` is the range of the answers.
    pub fn of(pages: &[&[RawAnswer]], scale: Interval) -> Self {
        let answers = || pages.iter().flat_map(|page| page.iter());
        let keyed = |reversed: bool| {
            let own = answers().filter(|answer| answer.reversed == reversed);
            let values: Vec<f64> = own.filter_map(|answer| answer.value).collect();
            Some(Centred::of(&values)?.mean)
        };
        let apart = keyed(true)
            .zip(keyed(false))
            .map(|(reversed, regular)| (scale.lo + scale.hi - reversed - regular).abs());
        Self {
            straight_line: pages.iter().any(|page| straight_line(page)),
            contradiction: apart.is_some_and(|apart| apart >= CONTRADICTION),
        }
    }

    pub fn careless(&self) -> bool {
        self.straight_line && self.contradiction
    }
}

fn straight_line(page: &[RawAnswer]) -> bool {
    let reversed = page.iter().filter(|answer| answer.reversed).count();
    let raw: Vec<Option<f64>> = page.iter().map(|answer| answer.value).collect();
    (1..page.len()).contains(&reversed) && runs(&raw).longest == page.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(values: [f64; 4]) -> [RawAnswer; 4] {
        let mut reversed = [false, true, false, true].into_iter();
        values.map(|value| RawAnswer {
            value: Some(value),
            reversed: reversed.next().unwrap(),
        })
    }

    #[test]
    fn only_a_straight_line_away_from_the_middle_is_careless() {
        let scale = Interval { lo: 1.0, hi: 5.0 };
        let flags = |values| CarelessFlags::of(&[&page(values)], scale);
        assert!(flags([5.0; 4]).careless());
        let middle = flags([3.0; 4]);
        assert!(middle.straight_line && !middle.contradiction);
        let honest = flags([5.0, 1.0, 5.0, 1.0]);
        assert!(!honest.straight_line && !honest.contradiction);
        let unreversed = page([5.0; 4]).map(|answer| RawAnswer {
            reversed: false,
            ..answer
        });
        assert!(!CarelessFlags::of(&[&unreversed], scale).straight_line);
    }

    #[test]
    fn an_item_left_out_ends_a_run() {
        let found = runs(&[Some(3.0), Some(3.0), None, None, Some(3.0)]);
        assert_eq!(found.longest, 2);
        assert_eq!(found.average, Some(1.5));
        assert_eq!(runs(&[None, None]).average, None);
    }
}
