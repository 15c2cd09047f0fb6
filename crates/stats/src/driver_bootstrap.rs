use super::drivers::DriverCorrelations;
use super::interval::Interval;
use super::percentile::quantile;
use rand::{Rng, RngExt};

/// How relative weights vary when teams are drawn again.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightBootstrap {
    /// Draws in which the predictors could be told apart; only these count.
    pub usable: usize,
    /// 95 % of each weight, in the order of the predictors.
    pub weights: Vec<Interval>,
    /// Each pair of predictors once.
    pub differences: Vec<WeightDifference>,
    /// The place of each predictor, 1 for the largest weight; `None` where it may not be called.
    pub ranks: Vec<Option<usize>>,
}

/// The weight of one predictor less that of another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightDifference {
    pub first: usize,
    pub second: usize,
    /// 95 %.
    pub interval: Interval,
}

impl WeightDifference {
    /// The interval leaves out 0, so it may be said which of the two weighs more.
    pub fn called(&self) -> bool {
        !self.interval.contains(0.0)
    }
}

/// Percentile intervals of relative weights over `draws` samples of the teams with replacement (Tonidandel,
/// LeBreton & Johnson 2009). A weight is never negative, so its own interval says nothing about 0: a rank is
/// called only where the differences to all other predictors leave out 0. `None` if the weights are undefined
/// or fewer than half of the draws have any.
pub fn bootstrap_weights(
    predictors: &[Vec<f64>],
    outcome: &[f64],
    draws: usize,
    rng: &mut impl Rng,
) -> Option<WeightBootstrap> {
    let observed = weights(predictors, outcome)?;
    let drawn: Vec<Vec<f64>> = (0..draws)
        .filter_map(|_| {
            let teams: Vec<usize> = outcome
                .iter()
                .map(|_| rng.random_range(0..outcome.len()))
                .collect();
            let picked = |column: &[f64]| -> Option<Vec<f64>> {
                teams
                    .iter()
                    .map(|team| column.get(*team).copied())
                    .collect()
            };
            let columns = predictors.iter().map(|column| picked(column));
            weights(&columns.collect::<Option<Vec<_>>>()?, &picked(outcome)?)
        })
        .collect();
    if drawn.is_empty() || drawn.len() * 2 < draws {
        return None;
    }
    let count = observed.len();
    let over = |figure: &dyn Fn(&[f64]) -> Option<f64>| {
        let figures = drawn.iter().map(|weights| figure(weights));
        percentiles(figures.collect::<Option<_>>()?)
    };
    let interval = |at: usize| over(&|weights| weights.get(at).copied());
    let mut differences = Vec::new();
    for second in 1..count {
        for first in 0..second {
            let interval = over(&|weights| Some(weights.get(first)? - weights.get(second)?))?;
            differences.push(WeightDifference {
                first,
                second,
                interval,
            });
        }
    }
    let rank = |(at, weight): (usize, &f64)| {
        let mut own = differences
            .iter()
            .filter(|pair| pair.first == at || pair.second == at);
        let larger = observed.iter().filter(|other| *other > weight).count();
        own.all(WeightDifference::called).then_some(larger + 1)
    };
    Some(WeightBootstrap {
        usable: drawn.len(),
        weights: (0..count).map(interval).collect::<Option<_>>()?,
        ranks: observed.iter().enumerate().map(rank).collect(),
        differences,
    })
}

fn weights(predictors: &[Vec<f64>], outcome: &[f64]) -> Option<Vec<f64>> {
    DriverCorrelations::of(predictors, outcome)?.relative_weights()
}

fn percentiles(mut values: Vec<f64>) -> Option<Interval> {
    values.sort_by(f64::total_cmp);
    Some(Interval {
        lo: quantile(&values, 0.025)?,
        hi: quantile(&values, 0.975)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    /// 60 teams; the outcome follows the first predictor, and a little each of two like ones.
    fn teams() -> ([Vec<f64>; 3], Vec<f64>) {
        let mut rng = ChaCha20Rng::seed_from_u64(5);
        let mut column = || -> Vec<f64> { (0..60).map(|_| rng.random_range(-1.0..1.0)).collect() };
        let (a, b, c, noise) = (column(), column(), column(), column());
        let outcome = (a.iter().zip(&b)).zip(c.iter().zip(&noise));
        let outcome = outcome.map(|((a, b), (c, noise))| 2.0 * a + 0.3 * b + 0.3 * c + noise);
        let outcome = outcome.collect();
        ([a, b, c], outcome)
    }

    #[test]
    fn the_same_seed_draws_the_same_teams_and_only_clear_ranks_are_called() {
        let (predictors, outcome) = teams();
        let run = |seed| {
            let mut rng = ChaCha20Rng::seed_from_u64(seed);
            bootstrap_weights(&predictors, &outcome, 500, &mut rng).unwrap()
        };
        let found = run(1);
        assert_eq!(found, run(1));
        assert_ne!(found.weights, run(2).weights);
        assert_eq!(found.usable, 500);
        assert_eq!(found.ranks, [Some(1), None, None]);
    }
}
