use super::histogram::Histogram;

/// What answers would look like if people had no common view, after LeBreton & Senter (2008).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Null {
    Uniform,
    SlightSkew,
    ModerateSkew,
    HeavySkew,
    Triangular,
    Normal,
}

/// How strong agreement is, after LeBreton & Senter (2008): up to .30, .50, .70, .90 and above. No pass mark
/// (Lance, Butts & Michels 2006).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Band {
    Lack,
    Weak,
    Moderate,
    Strong,
    VeryStrong,
}

impl Null {
    /// The variance of one item with that many options, in squared points: of the uniform null for any
    /// number, of the others for 5, 6 and 7.
    pub fn variance(self, options: usize) -> Option<f64> {
        let of = |five, six, seven| match options {
            5 => Some(five),
            6 => Some(six),
            7 => Some(seven),
            _ => None,
        };
        match self {
            Self::Uniform => Some((options as f64 * options as f64 - 1.0) / 12.0),
            Self::SlightSkew => of(1.34, 1.85, 2.90),
            Self::ModerateSkew => of(0.90, 1.26, 2.14),
            Self::HeavySkew => of(0.44, 0.69, 1.39),
            Self::Triangular => of(1.32, 1.45, 2.10),
            Self::Normal => of(1.04, 1.25, 1.40),
        }
    }
}

/// rwg of an item and r*wg(J) of a scale, 1 - `ratio`: 1 is full agreement, and below 0 people disagree more
/// than by chance (James, Demaree & Wolf 1984; Lindell & Brandt 1999). `ratio` is the observed variance (n - 1)
/// to that of the null, for a scale the mean over its items.
pub fn rwg(ratio: f64) -> f64 {
    1.0 - ratio
}

/// rwg(J) of a scale of `items` items (James, Demaree & Wolf 1984). It leaves 0 to 1 when the mean `ratio` is
/// above 1 (see `rwg_j`), and is `None` at its pole J/(J - 1).
pub fn rwg_j_raw(ratio: f64, items: usize) -> Option<f64> {
    let agreement = items as f64 * (1.0 - ratio);
    let all = agreement + ratio;
    // The ratio is a quotient of two rounded numbers, so at the pole this is nearly, not exactly, 0.
    (all.abs() > 1e-12 * ratio.max(1.0)).then(|| agreement / all)
}

/// rwg(J), and 0 where people disagree more than by chance, from 0 to 1. `None` without items or for a ratio that
/// is negative or no number.
pub fn rwg_j(ratio: f64, items: usize) -> Option<f64> {
    if items == 0 || ratio.is_nan() || ratio < 0.0 {
        return None;
    }
    if ratio >= 1.0 {
        return Some(0.0);
    }
    rwg_j_raw(ratio, items)
}

/// The band of an index of agreement; `None` for one that is no number.
pub fn band(index: f64) -> Option<Band> {
    Some(match index {
        _ if index.is_nan() => return None,
        _ if index <= 0.30 => Band::Lack,
        _ if index <= 0.50 => Band::Weak,
        _ if index <= 0.70 => Band::Moderate,
        _ if index <= 0.90 => Band::Strong,
        _ => Band::VeryStrong,
    })
}

/// a_wg of one item: 1 less twice the variance as a share of the largest one that the mean allows
/// (Brown & Hauenstein 2005). 1 where all are at one end, `None` where the mean is so close to an end that
/// fewer than all people could disagree, and below two people. `lo` and `hi` are the ends of the item in the
/// histogram's own unit. All comparisons are of whole numbers.
pub fn awg(answers: &Histogram, lo: i64, hi: i64) -> Option<f64> {
    let (n, sum) = (i128::from(answers.n()), answers.sum());
    let (lo, hi) = (i128::from(lo), i128::from(hi));
    if n < 2 {
        return None;
    }
    let scatter = scatter(answers.counts());
    if scatter == 0 && (sum == n * lo || sum == n * hi) {
        return Some(1.0);
    }
    let inside = lo * (n - 1) + hi <= sum && sum <= hi * (n - 1) + lo;
    let largest = (sum - n * lo) * (n * hi - sum);
    (inside && largest > 0).then(|| 1.0 - 2.0 * scatter as f64 / largest as f64)
}

/// The mean distance of the answers from their mean, in points (Burke, Finkelstein & Dusig 1999); `None`
/// without answers.
pub fn ad_mean(answers: &Histogram) -> Option<f64> {
    let n = answers.n() as f64;
    let points = n * n * answers.unit() as f64;
    (n > 0.0).then(|| distance(answers.counts()) as f64 / points)
}

/// The mean distance of the answers from their median, in points.
pub fn ad_median(answers: &Histogram) -> Option<f64> {
    let n = answers.n();
    let at = |rank: u64| {
        let reached = answers.counts().scan(0, |seen, (value, count)| {
            *seen += count;
            Some((*seen, value))
        });
        let mut above = reached.skip_while(|(seen, _)| *seen <= rank);
        above.next().map(|(_, value)| i128::from(value))
    };
    let twice = at(n / 2)? + at(n.saturating_sub(1) / 2)?;
    let terms = answers.counts();
    let distance = terms.map(|(x, count)| (2 * i128::from(x) - twice).abs() * i128::from(count));
    Some(distance.sum::<i128>() as f64 / (2.0 * n as f64 * answers.unit() as f64))
}

/// n Σx² - (Σx)²: the variance (n - 1) times n (n - 1).
pub(super) fn scatter(counts: impl Iterator<Item = (i64, u64)>) -> i128 {
    let (mut n, mut sum, mut squares) = (0, 0, 0);
    for (value, count) in counts {
        let (value, count) = (i128::from(value), i128::from(count));
        n += count;
        sum += count * value;
        squares += count * value * value;
    }
    n * squares - sum * sum
}

/// Σ|n x - Σx|: the mean distance from the mean times n².
pub(super) fn distance(counts: impl Iterator<Item = (i64, u64)> + Clone) -> i128 {
    let whole = counts.map(|(value, count)| (i128::from(value), i128::from(count)));
    let n: i128 = whole.clone().map(|(_, count)| count).sum();
    let sum: i128 = whole.clone().map(|(value, count)| value * count).sum();
    whole.map(|(x, count)| (n * x - sum).abs() * count).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rwg_j_is_0_beyond_chance_and_undefined_at_its_pole() {
        assert!(rwg_j_raw(1.2, 4).unwrap() < 0.0, "before the pole at 4/3");
        assert_eq!(rwg_j_raw(2.0 / 1.5, 4), None, "at the pole");
        assert!(rwg_j_raw(1.4, 4).unwrap() > 1.0, "behind the pole");
        for ratio in [1.0, 1.2, 2.0 / 1.5, 1.4, 9.0] {
            assert_eq!(rwg_j(ratio, 4), Some(0.0));
        }
    }

    #[test]
    fn what_is_no_number_is_neither_agreement_nor_the_lack_of_it() {
        assert_eq!(rwg_j(f64::NAN, 4), None);
        assert_eq!(rwg_j(0.5, 0), None);
        assert_eq!(rwg_j(-0.1, 4), None);
        assert_eq!(band(f64::NAN), None);
        assert_eq!(band(1.0), Some(Band::VeryStrong));
    }

    #[test]
    fn awg_is_defined_from_the_first_mean_at_which_all_can_disagree() {
        let item = |answers: &[i64]| awg(&Histogram::of(1, answers.iter().copied()), 1, 5);
        assert_eq!(
            item(&[1, 1, 1, 5]),
            Some(-1.0),
            "the mean is 2 = (3·1 + 5)/4"
        );
        assert_eq!(item(&[1, 1, 1, 4]), None, "below it");
        assert_eq!(item(&[5, 5, 5]), Some(1.0));
        assert_eq!(item(&[5]), None, "one person agrees with nobody");
        assert_eq!(item(&[]), None);
    }

    #[test]
    fn a_finer_unit_changes_no_index() {
        let (coarse, fine) = ([1, 2, 2, 5, 4], [60, 120, 120, 300, 240]);
        let (coarse, fine) = (Histogram::of(1, coarse), Histogram::of(60, fine));
        assert_eq!(ad_mean(&coarse), Some(1.36));
        assert_eq!(ad_mean(&fine), ad_mean(&coarse));
        assert_eq!(ad_median(&coarse), Some(1.2));
        assert_eq!(ad_median(&fine), ad_median(&coarse));
        assert_eq!(awg(&fine, 60, 300), awg(&coarse, 1, 5));
    }

    #[test]
    fn the_median_of_an_even_team_lies_between_two_answers() {
        let even = Histogram::of(1, [1, 2, 5, 5]);
        assert_eq!(ad_median(&even), Some((2.5 + 1.5 + 1.5 + 1.5) / 4.0));
    }
}
