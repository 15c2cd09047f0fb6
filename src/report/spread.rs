use crate::scoring::Wave;
use crate::survey::{DimensionKind, Role};
use crate::text::Lang;
use serde::Serialize;

/// How the answers to the statements of the core dimensions are spread; only for ten people or more.
#[derive(Clone, Debug, Serialize)]
pub struct Spread {
    /// The options, from strongly disagree to strongly agree.
    pub options: [String; 5],
    /// The most agreed with first.
    pub rows: Vec<SpreadRow>,
}

/// How the answers to one statement are spread.
#[derive(Clone, Debug, Serialize)]
pub struct SpreadRow {
    /// Identifier of the item.
    pub id: String,
    /// The members' wording.
    pub text: String,
    /// Percent of each option, from strongly disagree to strongly agree; they add up to 100.
    pub shares: [i64; 5],
    /// Answers.
    pub base: usize,
}

impl SpreadRow {
    /// Percent who agree.
    pub fn agree(&self) -> i64 {
        let [.., tend, strongly] = self.shares;
        tend + strongly
    }
}

/// How the answers in a node are spread; `None` where that may not be shown.
pub fn spread(wave: &Wave, node: usize, lang: Lang) -> Option<Spread> {
    let core = |dimension: usize| {
        let known = wave.survey.dimensions.get(dimension);
        known.is_some_and(|known| known.kind == DimensionKind::Core)
    };
    let asked = wave.survey.form(Role::Member);
    let row = |(index, item): (usize, &crate::survey::Item)| {
        let counts: [usize; 5] = wave.distribution(node, index)?.try_into().ok()?;
        Some(SpreadRow {
            id: item.id.clone(),
            text: item.wording(Role::Member)?.text(lang.code()).to_owned(),
            shares: shares(counts),
            base: counts.iter().sum(),
        })
    };
    let asked = asked.filter(|(_, item)| core(item.dimension));
    let mut rows: Vec<SpreadRow> = asked.filter_map(row).collect();
    rows.sort_by_key(|row| std::cmp::Reverse((row.agree(), row.shares[4])));
    let first = wave.survey.item(&rows.first()?.id)?.1;
    let options = &wave.survey.scale_of(first)?.options;
    let options = options
        .iter()
        .map(|option| option.text(lang.code()).to_owned());
    Some(Spread {
        options: options.collect::<Vec<_>>().try_into().ok()?,
        rows,
    })
}

/// Whole percents that add up to 100: those that lose most by cutting are rounded up (Hare and Niemeyer).
fn shares<const N: usize>(counts: [usize; N]) -> [i64; N] {
    let base: usize = counts.iter().sum();
    if base == 0 {
        return [0; N];
    }
    let mut shares = counts.map(|count| (100 * count / base) as i64);
    let mut rests: Vec<(usize, usize)> =
        counts.iter().map(|n| 100 * n % base).enumerate().collect();
    rests.sort_by_key(|(option, rest)| (std::cmp::Reverse(*rest), *option));
    let missing = (100 - shares.iter().sum::<i64>()).unsigned_abs() as usize;
    for (option, _) in rests.into_iter().take(missing) {
        if let Some(share) = shares.get_mut(option) {
            *share += 1;
        }
    }
    shares
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn shares_add_up_to_a_hundred() {
        assert_eq!(shares([1, 1, 1]), [34, 33, 33]);
        assert_eq!(shares([2, 3, 1, 0, 5]), [18, 27, 9, 0, 46]);
        for a in 0..7 {
            for b in 0..7 {
                assert_eq!(shares([a, b, 1, 3]).iter().sum::<i64>(), 100);
            }
        }
    }
}
