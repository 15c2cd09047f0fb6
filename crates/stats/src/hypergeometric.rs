/// How many of the draws without replacement are favourable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hypergeometric {
    pub population: usize,
    /// Favourable ones in the population.
    pub favourable: usize,
    pub draws: usize,
}

/// A closed range of counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountInterval {
    pub lo: usize,
    pub hi: usize,
}

impl Hypergeometric {
    /// P(X <= k); `None` when more are favourable or drawn than there are. The probabilities come from their
    /// ratios, starting at the likeliest count, so that no factorial is needed and none overflows.
    pub fn cdf(&self, k: usize) -> Option<f64> {
        let Self {
            population,
            favourable,
            draws,
        } = *self;
        if favourable > population || draws > population {
            return None;
        }
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
        Some(below / (below + above))
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
    let seen = |in_population: usize| Hypergeometric {
        population: invited,
        favourable: in_population,
        draws: answered,
    };
    // A probability of exactly the tail is a surprise; the margin keeps rounding from deciding it.
    let tail = (1.0 - level) / 2.0 * (1.0 + 1e-9);
    let as_many = |all: usize| match favourable.checked_sub(1) {
        Some(fewer) => seen(all).cdf(fewer).map_or(0.0, |p| 1.0 - p),
        None => 1.0,
    };
    let as_few = |all: usize| seen(all).cdf(favourable).unwrap_or(0.0);
    let candidates = favourable..=favourable + silent;
    Some(CountInterval {
        lo: first(candidates.clone(), |all| as_many(all) > tail)?,
        hi: first(candidates, |all| as_few(all) <= tail).map_or(favourable + silent, |all| all - 1),
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
        let draw = Hypergeometric {
            population: 1_000_000,
            favourable: 500_000,
            draws: 999_999,
        };
        assert!((draw.cdf(499_999).unwrap() - 0.5).abs() < 1e-9);
    }
}
