/// Differences that are closer to their mean than this, in points, are equal: only rounding keeps them apart.
const EQUAL: f64 = 1e-9;
/// Fewest teams and degrees of freedom from which an organisation's noise is used.
const TEAMS: usize = 5;
const DEGREES: f64 = 20.0;

/// How much the differences of one topic vary from item to item: û and its degrees of freedom. Both sides
/// answered the same items, so what varies is noise, of either.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ItemNoise {
    /// û = Σ(d - d̄)²/w: `df` times the variance of the noise of one answer to one item, in squared points.
    pub(super) squares: f64,
    /// ν_d, the items less one.
    pub(super) df: f64,
    /// k_d.
    items: f64,
    /// w, what one answer's variance counts for in that of an item's difference: 1/leaders + 1/n.
    weight: f64,
}

impl ItemNoise {
    /// From the differences of the items that both sides have; `None` without items.
    pub(super) fn of(differences: &[f64], weight: f64) -> Option<Self> {
        let items = differences.len() as f64;
        let mean = crate::mean(differences)?;
        let apart = differences.iter().map(|d| d - mean);
        let squares: f64 = apart.filter(|d| d.abs() > EQUAL).map(|d| d * d).sum();
        Some(Self {
            squares: squares / weight,
            df: items - 1.0,
            items,
            weight,
        })
    }

    /// e² = u w/k: the variance of a difference of two means over the items, from the variance `noise` of one
    /// answer to one item.
    pub(super) fn of_mean(&self, noise: f64) -> f64 {
        noise * self.weight / self.items
    }
}

/// u0, the variance of the noise of one answer to an item of a topic, pooled over the organisation's teams of
/// one wave (or their changes): Σû/Σν. `None` below 5 teams or 20 degrees of freedom, and when nothing varies:
/// then take that of the last wave that had one, or [`declared_noise`].
pub fn pooled_noise(teams: impl IntoIterator<Item = ItemNoise>) -> Option<f64> {
    let (mut count, mut squares, mut df) = (0, 0.0, 0.0);
    for team in teams {
        count += 1;
        squares += team.squares;
        df += team.df;
    }
    (count >= TEAMS && df >= DEGREES && squares > 0.0).then(|| squares / df)
}

/// u0 as a survey declares it: k (1 - reliability) · the variance of a person's score on the topic, for a topic
/// of k items.
pub fn declared_noise(items: usize, reliability: f64, scale_variance: f64) -> f64 {
    items as f64 * (1.0 - reliability) * scale_variance
}
