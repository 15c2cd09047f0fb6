/// Team means closer than this are equal: they are the same answers, added in another order.
const EQUAL: f64 = 1e-9;

/// Where a value stands among teams.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub teams: usize,
    pub below: usize,
    pub equal: usize,
}

impl Standing {
    /// `None` without teams, or if one of the numbers is none.
    pub fn among(teams: &[f64], value: f64) -> Option<Self> {
        let equal = |team: &&f64| (**team - value).abs() <= EQUAL;
        let known = !value.is_nan() && !teams.iter().any(|team| team.is_nan());
        (known && !teams.is_empty()).then(|| Self {
            teams: teams.len(),
            below: teams
                .iter()
                .filter(|team| **team < value && !equal(team))
                .count(),
            equal: teams.iter().filter(equal).count(),
        })
    }

    /// 100(below + equal/2)/teams, from 0 to 100.
    pub fn percentile(&self) -> f64 {
        100.0 * (self.below as f64 + self.equal as f64 / 2.0) / self.teams as f64
    }

    /// How many teams have at most the value.
    pub fn at_most(&self) -> usize {
        self.below + self.equal
    }
}

/// The value below which a share `p` in [0, 1] of numbers in ascending order lies, linear between neighbours
/// (type 7 of Hyndman & Fan 1996); `None` without numbers or for another share.
pub fn quantile(sorted: &[f64], p: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&p) {
        return None;
    }
    let place = p * (sorted.len() as f64 - 1.0);
    let below = *sorted.get(place.floor() as usize)?;
    let above = *sorted.get(place.ceil() as usize)?;
    Some(below + place.fract() * (above - below))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_means_added_in_another_order_are_ties() {
        let teams = [0.1 + 0.2 + 3.0, 3.3, 4.0, 5.0];
        let standing = Standing::among(&teams, 3.3).unwrap();
        assert_eq!((standing.below, standing.equal), (0, 2));
        assert_eq!(standing.percentile(), 25.0);
    }

    #[test]
    fn what_is_no_number_stands_nowhere() {
        assert_eq!(Standing::among(&[3.0, 4.0], f64::NAN), None);
        assert_eq!(Standing::among(&[3.0, f64::NAN], 3.0), None);
    }

    #[test]
    fn a_quantile_of_one_number_is_that_number() {
        assert_eq!(quantile(&[4.0], 0.9), Some(4.0));
        assert_eq!(quantile(&[], 0.5), None);
        assert_eq!(quantile(&[1.0, 2.0], -0.5), None);
        assert_eq!(quantile(&[1.0, 2.0], f64::NAN), None);
        assert_eq!(quantile(&[1.0, 2.0, 4.0], 0.75), Some(3.0));
    }
}
