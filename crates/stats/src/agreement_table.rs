use super::agreement::{Null, rwg};

/// The smallest group with a critical value: two people agree by chance once in five times.
const SMALLEST: usize = 3;
/// For 3 to 30 people: the largest n Σx² - (Σx)² of those that random answers stay below or at in at most 5 %.
const SCATTER: [u32; 28] = [
    0, 0, 6, 17, 28, 44, 62, 85, 116, 144, 178, 213, 254, 295, 342, 396, 452, 504, 570, 637, 704,
    768, 846, 932, 1010, 1092, 1188, 1284,
];
/// The same for Σ|n x - Σx|.
const DISTANCE: [u32; 28] = [
    0, 0, 10, 20, 30, 44, 58, 74, 96, 118, 140, 166, 196, 224, 258, 294, 330, 370, 412, 454, 502,
    548, 598, 654, 708, 764, 826, 886,
];

/// From where on the agreement of a group on one item is beyond chance: `rwg` or more (uniform null), or a mean
/// distance from the mean of `ad` points or less.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Threshold {
    pub rwg: f64,
    pub ad: f64,
}

/// The exact 5 % critical values for an item with 5 options, from the enumeration of `critical`; `None` for
/// fewer than 3 and more than 30 people.
pub fn five_options(n: usize) -> Option<Threshold> {
    let row = n.checked_sub(SMALLEST)?;
    let (scatter, distance) = (
        f64::from(*SCATTER.get(row)?),
        f64::from(*DISTANCE.get(row)?),
    );
    let n = n as f64;
    Some(Threshold {
        rwg: rwg(scatter / (n * (n - 1.0)) / Null::Uniform.variance(5)?),
        ad: distance / (n * n),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::critical;

    #[test]
    fn the_table_is_what_counting_all_answers_finds() {
        for n in 2..=30 {
            let counted = critical(n, 5, 0.05).unwrap();
            assert_eq!(five_options(n).map(|least| least.rwg), counted.rwg, "{n}");
            assert_eq!(five_options(n).map(|least| least.ad), counted.ad, "{n}");
        }
        assert_eq!(five_options(31), None);
    }

    /// To three digits, from an enumeration in fractions for groups of 3 to 16.
    #[test]
    fn the_table_holds_the_reference_values() {
        let rwg = [
            1.0, 1.0, 0.85, 0.717, 0.667, 0.607, 0.569, 0.528, 0.473, 0.455, 0.429, 0.415, 0.395,
            0.385,
        ];
        let ad = [
            0.0, 0.0, 0.40, 0.556, 0.612, 0.688, 0.716, 0.74, 0.793, 0.819, 0.828, 0.847, 0.871,
            0.875,
        ];
        for ((n, rwg), ad) in (3..).zip(rwg).zip(ad) {
            let least = five_options(n).unwrap();
            assert!((least.rwg - rwg).abs() < 6e-4, "{n}");
            assert!((least.ad - ad).abs() < 6e-4, "{n}");
        }
    }

    #[test]
    fn too_many_answers_to_count_are_refused_at_once() {
        assert_eq!(critical(40, 10, 0.05), None);
        assert_eq!(critical(usize::MAX, 5, 0.05), None);
        assert_eq!(critical(1, 5, 0.05), None);
        assert_eq!(critical(5, 1, 0.05), None);
    }
}
