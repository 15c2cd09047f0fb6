use super::centred::Centred;
use super::correlation::fisher_interval;
use super::interval::Interval;
use super::rank::spearman;

/// Fewest items on which a correlation of profiles is more than noise (judgement).
const CORRELATED_ITEMS: usize = 10;

/// How alike two profiles over the same items are, in scale points. Items that are hard for everybody make
/// strangers' profiles alike: for distinctive similarity subtract the organisation's item means from both
/// first (Furr 2008).
#[derive(Debug, Clone, PartialEq)]
pub struct ProfileSimilarity {
    pub items: usize,
    /// Σ(a - b)²: the sum of elevation, scatter and shape (Cronbach & Gleser 1953).
    pub squared_distance: f64,
    /// k(ā - b̄)².
    pub elevation: f64,
    /// k(s_a - s_b)², the spreads with 1/k.
    pub scatter: f64,
    /// 2k s_a s_b(1 - r); 0 if either is flat.
    pub shape: f64,
    /// ā - b̄.
    pub mean_difference: f64,
    pub mean_absolute_difference: f64,
    /// Standard deviation of a with 1/k.
    pub spread_a: f64,
    /// Standard deviation of b with 1/k.
    pub spread_b: f64,
    /// `None` if either is flat.
    pub pearson: Option<f64>,
    /// Of midranks; `None` if either is flat.
    pub spearman: Option<f64>,
    /// Pearson's r over the 2k pairs (a, b) and (b, a) (Furr 2010); `None` if all numbers are equal.
    pub double_entry: Option<f64>,
    /// Concordance 2s_ab/(s_a² + s_b² + (ā - b̄)²) with 1/k (Lin 1989); `None` if all numbers are equal.
    pub lin: Option<f64>,
}

impl ProfileSimilarity {
    /// `None` without items or if the lengths differ.
    pub fn of(a: &[f64], b: &[f64]) -> Option<Self> {
        if a.len() != b.len() {
            return None;
        }
        let (centred_a, centred_b) = (Centred::of(a)?, Centred::of(b)?);
        let k = a.len() as f64;
        let (variance_a, variance_b) = (centred_a.squares / k, centred_b.squares / k);
        let covariance = centred_a.products(&centred_b) / k;
        let (spread_a, spread_b) = (variance_a.sqrt(), variance_b.sqrt());
        let mean_difference = centred_a.mean - centred_b.mean;
        let apart = mean_difference.powi(2);
        let ratio = |part: f64, whole: f64| (whole > 0.0).then(|| part / whole);
        let differences = || a.iter().zip(b).map(|(a, b)| (a - b).abs());
        Some(Self {
            items: a.len(),
            squared_distance: differences().map(|d| d * d).sum(),
            elevation: k * apart,
            scatter: k * (spread_a - spread_b).powi(2),
            shape: 2.0 * k * (spread_a * spread_b - covariance),
            mean_difference,
            mean_absolute_difference: differences().sum::<f64>() / k,
            spread_a,
            spread_b,
            pearson: centred_a.correlation(&centred_b),
            spearman: spearman(a, b),
            double_entry: ratio(
                covariance - apart / 4.0,
                f64::midpoint(variance_a, variance_b) + apart / 4.0,
            ),
            lin: ratio(2.0 * covariance, variance_a + variance_b + apart),
        })
    }

    /// Root mean square of the differences.
    pub fn rms(&self) -> f64 {
        (self.squared_distance / self.items as f64).sqrt()
    }

    /// The 95 % interval of Pearson's r; `None` below ten items, where r is not shown.
    pub fn pearson_interval(&self) -> Option<Interval> {
        let r = self.pearson.filter(|_| self.items >= CORRELATED_ITEMS)?;
        fisher_interval(r, self.items)
    }
}

#[cfg(test)]
mod tests {
    use super::ProfileSimilarity;

    #[test]
    fn two_flat_profiles_differ_in_elevation_alone() {
        let found = ProfileSimilarity::of(&[4.2; 3], &[3.2; 3]).unwrap();
        assert!((found.elevation - 3.0).abs() < 1e-12);
        assert_eq!((found.scatter, found.shape), (0.0, 0.0));
        assert_eq!((found.pearson, found.spearman), (None, None));
        assert_eq!(found.lin, Some(0.0));
        let same = ProfileSimilarity::of(&[4.2; 3], &[4.2; 3]).unwrap();
        assert_eq!((same.lin, same.double_entry), (None, None));
    }
}
