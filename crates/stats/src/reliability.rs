use super::covariance::{Covariance, correlation};
use super::fisher::f_quantile;
use super::interval::Interval;

/// Cronbach's alpha, k/(k - 1) (1 - sum of variances / variance of the sum). Negative where items contradict
/// each other, which is not hidden. `None` below two items or without variance.
pub fn alpha(items: &Covariance) -> Option<f64> {
    let (k, total) = (items.k() as f64, items.total());
    let own: f64 = items.variances().iter().sum();
    (k > 1.0 && total != 0.0).then(|| k / (k - 1.0) * (1.0 - own / total))
}

/// The interval of alpha from `people` who answered all `items` (Feldt 1965); `level` is its coverage, as 0.95.
pub fn feldt(alpha: f64, people: f64, items: usize, level: f64) -> Interval {
    let (df1, df2) = (people - 1.0, (people - 1.0) * (items as f64 - 1.0));
    let end = |p: f64| 1.0 - (1.0 - alpha) * f_quantile(p, df1, df2);
    Interval {
        lo: end(f64::midpoint(1.0, level)),
        hi: end(f64::midpoint(1.0, -level)),
    }
}

/// The correlation of an item with the sum of all; `None` where one of them has no variance or the item is not there.
pub fn item_total(items: &Covariance, item: usize) -> Option<f64> {
    let own = items.get(item, item)?;
    correlation(items.with_total(item)?, own, items.total())
}

/// The correlation of an item with the sum of the others.
pub fn item_rest(items: &Covariance, item: usize) -> Option<f64> {
    let own = items.get(item, item)?;
    let rest = items.without(item)?.total();
    correlation(items.with_total(item)? - own, own, rest)
}

/// The mean correlation between two items; `None` below two items or where one has no variance.
pub fn mean_correlation(items: &Covariance) -> Option<f64> {
    let k = items.k() as f64;
    let all = items.standardised()?.total();
    (k > 1.0).then(|| (all - k) / (k * (k - 1.0)))
}

/// The standard error of measurement of a person's mean over the items, in points, from their covariance and
/// its alpha. `None` for an alpha above 1.
pub fn error_of_mean(items: &Covariance, alpha: f64) -> Option<f64> {
    let error = items.total() * (1.0 - alpha);
    let rounding = 1e-12 * items.total();
    (error >= -rounding).then(|| error.max(0.0).sqrt() / items.k() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TeamSums;

    fn items(rows: &[[f64; 3]]) -> Covariance {
        let rows: Vec<Vec<f64>> = rows.iter().map(|row| row.to_vec()).collect();
        TeamSums::of(&rows, 3).unwrap().covariance().unwrap()
    }

    #[test]
    fn an_item_left_unkeyed_makes_alpha_negative_and_its_own_correlation_too() {
        let unkeyed = items(&[[1.0, 2.0, 5.0], [3.0, 3.0, 3.0], [5.0, 4.0, 1.0]]);
        assert!(alpha(&unkeyed).unwrap() < 0.0);
        assert_eq!(item_rest(&unkeyed, 2), Some(-1.0));
    }

    #[test]
    fn items_that_cancel_out_have_neither_alpha_nor_item_total() {
        let rows = [[0.1, 4.9], [0.2, 4.8], [0.4, 4.6]].map(|row| row.to_vec());
        let mirrored = TeamSums::of(&rows, 2).unwrap().covariance().unwrap();
        assert_eq!(alpha(&mirrored), None);
        assert_eq!(item_total(&mirrored, 0), None);
        assert!((item_rest(&mirrored, 0).unwrap() + 1.0).abs() < 1e-9);
    }

    #[test]
    fn equal_items_have_alpha_1_and_no_error() {
        let equal = items(&[[0.1; 3], [0.2; 3], [0.4; 3]]);
        let alpha = alpha(&equal).unwrap();
        assert!((alpha - 1.0).abs() < 1e-12);
        assert!(error_of_mean(&equal, alpha).unwrap() < 1e-6);
        let interval = feldt(1.0, 3.0, 3, 0.95);
        assert_eq!((interval.lo, interval.hi), (1.0, 1.0));
    }
}
