/// How many of the draws without replacement are favourable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hypergeometric {
    population: usize,
    /// Favourable ones in the population, at most all.
    favourable: usize,
    /// At most all.
    draws: usize,
}

/// A closed range of counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountInterval {
    pub lo: usize,
    pub hi: usize,
}

impl Hypergeometric {
    /// `None` when more are favourable or drawn than there are.
    pub fn new(population: usize, favourable: usize, draws: usize) -> Option<Self> {
        (favourable <= population && draws <= population).then_some(Self {
            population,
            favourable,
            draws,
        })
    }

    /// P(X <= k). The probabilities come from their ratios, starting at the likeliest count, so that no factorial is
    /// needed and none overflows.
    pub fn cdf(&self, k: usize) -> f64 {
        let Self {
            population,
            favourable,
            draws,
        } = *self;
        let least = (favourable + draws).saturating_sub(population);
        let most = favourable.min(draws);
        let rise = |x: usize| {
            let ways = (favourable - x) as f64 * (draws - x) as f64;
            ways / ((x + 1) as f64 * (population + x + 1 - favourable - draws) as f64)
        };
        let likeliest =
            ((favourable + 1) as f64 * (draws + 1) as f64 / (population + 2) as f64) as usize;
        let start = likeliest.clamp(least, most);
        let (mut below, mut above) = (0.0, 0.0);
        let mut count = |x: usize, weight: f64| {
            *(if x <= k { &mut below } else { &mut above }) += weight;
            // What is left of a vanished weight is nothing.
            (weight >= f64::MIN_POSITIVE).then_some(weight)
        };
        count(start, 1.0);
        (start..most).try_fold(1.0, |weight, x| count(x + 1, weight * rise(x)));
        (least..start)
            .rev()
            .try_fold(1.0, |weight, x| count(x, weight / rise(x)));
        below / (below + above)
    }
}

/// The exact interval for how many of `invited` people are favourable, when `favourable` of the `answered` are
/// (Buonaccorsi 1987): every number that does not make the answers seen a surprise at (1 - level)/2 on either
/// side. It lies between the favourable seen and these plus the silent. `None` when the counts contradict
/// each other.
pub fn favourable_interval(
    favourable: usize,
    answered: usize,
    invited: usize,
    level: f64,
) -> Option<CountInterval> {
    let silent = invited.checked_sub(answered)?;
    answered.checked_sub(favourable)?;
    // No more of the population are favourable than those seen and the silent.
    let seen = |in_population: usize| Hypergeometric {
        population: invited,
        favourable: in_population,
        draws: answered,
    };
    // A probability of exactly the tail is a surprise; the margin keeps rounding from deciding it.
    let tail = (1.0 - level) / 2.0 * (1.0 + 1e-9);
    let as_many = |all: usize| match favourable.checked_sub(1) {
        Some(fewer) => 1.0 - seen(all).cdf(fewer),
        None => 1.0,
    };
    let as_few = |all: usize| seen(all).cdf(favourable);
    let candidates = favourable..=favourable + silent;
    Some(CountInterval {
        lo: first(candidates.clone(), |all| as_many(all) > tail)?,
        hi: match first(candidates, |all| as_few(all) <= tail) {
            Some(too_many) => too_many.checked_sub(1)?,
            None => favourable + silent,
        },
    })
}

/// The first of the candidates for which a condition holds that holds for all after it.
fn first(
    candidates: std::ops::RangeInclusive<usize>,
    holds: impl Fn(usize) -> bool,
) -> Option<usize> {
    let (mut lo, mut hi) = (*candidates.start(), *candidates.end() + 1);
    while lo < hi {
        let middle = usize::midpoint(lo, hi);
        if holds(middle) {
            hi = middle;
        } else {
            lo = middle + 1;
        }
    }
    (lo <= *candidates.end()).then_some(lo)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_interval_is_exact_for_a_census_and_open_for_one_answer_of_many() {
        let exact = favourable_interval(3, 7, 7, 0.95);
        assert_eq!(exact, Some(CountInterval { lo: 3, hi: 3 }));
        let none = favourable_interval(0, 7, 7, 0.95);
        assert_eq!(none, Some(CountInterval { lo: 0, hi: 0 }));
        let one = favourable_interval(1, 1, 40, 0.95);
        assert_eq!(
            one,
            Some(CountInterval { lo: 2, hi: 40 }),
            "1 of 40 is drawn with probability .025 exactly"
        );
        assert_eq!(favourable_interval(3, 2, 9, 0.95), None);
        assert_eq!(favourable_interval(3, 9, 8, 0.95), None);
    }

    #[test]
    fn the_distribution_holds_for_a_million_people() {
        let draw = Hypergeometric::new(1_000_000, 500_000, 999_999).unwrap();
        assert!((draw.cdf(499_999) - 0.5).abs() < 1e-9);
        assert_eq!(Hypergeometric::new(10, 11, 3), None);
        assert_eq!(Hypergeometric::new(10, 3, 11), None);
    }
}
