use std::collections::BTreeMap;

/// How often each score was given, with scores as whole numbers of 1/`unit` points, so that sums, ties and
/// zero variances are exact and adding histograms is exact too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Histogram {
    unit: u64,
    counts: BTreeMap<i64, u64>,
}

impl Histogram {
    /// `unit` is positive; scores are in 1/`unit` points.
    pub fn of(unit: u64, scores: impl IntoIterator<Item = i64>) -> Self {
        let mut counts = BTreeMap::new();
        for score in scores {
            *counts.entry(score).or_insert(0) += 1;
        }
        Self { unit, counts }
    }

    pub fn unit(&self) -> u64 {
        self.unit
    }

    /// Each score that was given, in rising order, with how often.
    pub fn counts(&self) -> impl DoubleEndedIterator<Item = (i64, u64)> + Clone {
        self.counts.iter().map(|(score, count)| (*score, *count))
    }

    pub fn n(&self) -> u64 {
        self.counts.values().sum()
    }

    pub fn sum(&self) -> i128 {
        let terms = self.counts();
        terms
            .map(|(score, count)| i128::from(score) * i128::from(count))
            .sum()
    }

    /// In points; `None` without a score.
    pub fn mean(&self) -> Option<f64> {
        let divisor = i128::from(self.n()) * i128::from(self.unit);
        (divisor > 0).then(|| self.sum() as f64 / divisor as f64)
    }

    /// With n - 1, in squared points; `None` below two scores. (n Σs² - (Σs)²) is taken in whole numbers, so
    /// nothing cancels.
    pub fn variance(&self) -> Option<f64> {
        let n = i128::from(self.n());
        let squares = |(score, count): (i64, u64)| i128::from(score).pow(2) * i128::from(count);
        let spread = n * self.counts().map(squares).sum::<i128>() - self.sum().pow(2);
        let divisor = (n * (n - 1)) as f64 * (self.unit as f64).powi(2);
        (n > 1).then(|| spread as f64 / divisor)
    }

    /// How many scores satisfy a condition on the score in points.
    pub fn count(&self, holds: impl Fn(f64) -> bool) -> u64 {
        let points = |score: i64| score as f64 / self.unit as f64;
        let holding = self.counts().filter(|(score, _)| holds(points(*score)));
        holding.map(|(_, count)| count).sum()
    }

    /// The share of scores below `points`, those equal counted half (midrank); `None` without a score.
    pub fn percentile(&self, points: f64) -> Option<f64> {
        let step = 1e-6 / self.unit as f64;
        let below = self.count(|score| score < points - step);
        let equal = self.count(|score| (score - points).abs() <= step);
        (self.n() > 0).then(|| (below as f64 + equal as f64 / 2.0) / self.n() as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_scores_have_no_variance_and_a_half_rank() {
        let alike = Histogram::of(5, [21, 21, 21]);
        assert_eq!(alike.variance(), Some(0.0));
        assert_eq!(alike.percentile(4.2), Some(0.5));
        assert_eq!(Histogram::of(5, [21]).variance(), None);
        assert_eq!(Histogram::of(5, []).mean(), None);
    }
}
