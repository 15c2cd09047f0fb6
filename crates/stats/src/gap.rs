use super::interval::Interval;
use super::precision::{Basis, LEVEL, Precision};
use super::standard_error::StandardError;

/// A signal has a p value below this.
pub const ALPHA: f64 = 0.05;

/// The leaders of one unit: the mean of their scale scores and how many they are. They are all asked, so
/// there is no sampling error in them, only answer noise.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Leaders {
    pub mean: f64,
    pub count: usize,
}

/// The signal test of a gap.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Signal {
    pub se: f64,
    pub df: f64,
    pub t: f64,
    /// Two-sided, not adjusted: use it only inside its family (`holm`).
    pub p: f64,
    /// 95 %.
    pub interval: Interval,
}

/// What may be said about a gap of leader minus members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The leader's figure is higher, beyond answer noise and by at least the threshold.
    Over,
    /// The leader's figure is lower, beyond answer noise and by at least the threshold.
    Under,
    /// The answers given are equal within the threshold.
    Close,
    Uncertain,
}

/// Leader minus members, for a range of the members' mean: the range of the gap.
pub fn gap(leader: f64, members: Interval) -> Interval {
    Interval {
        lo: leader - members.hi,
        hi: leader - members.lo,
    }
}

/// Is the gap more than answer noise? SE² = s²(1 - f·reliability)/n + (1 - reliability)·pooled/leaders. Over a
/// range left by capping, t is that of the value nearest to zero, so capping never makes a signal.
pub fn signal(members: &Precision, leaders: Leaders, basis: &Basis) -> Signal {
    let range = gap(leaders.mean, members.mean);
    let noise = (1.0 - basis.reliability) * basis.pooled / leaders.count as f64;
    Signal::of(range, members.signal().with_added(noise))
}

impl Signal {
    /// The test that a figure known as a range is not zero.
    pub(super) fn of(range: Interval, error: StandardError) -> Self {
        let test = error.test(range);
        Self {
            se: error.se,
            df: error.df,
            t: test.t,
            p: test.p,
            interval: error.around(range, LEVEL),
        }
    }
}

/// The p value of "the gap lies inside ± `delta`": the larger of two one-sided tests on the coverage error
/// (Schuirmann 1987; Lakens 2017). When everyone answered it is 0 or 1: the gap is inside or it is not.
pub fn equivalence_p(members: &Precision, leader: f64, delta: f64) -> f64 {
    members
        .coverage()
        .equivalence(gap(leader, members.mean), delta)
        .p()
}

/// Over and under are tried first and need both a signal (`signal_p`, adjusted over its family, below .05)
/// and a size of at least `delta` points; close needs `equivalence_p` of at most .05.
pub fn verdict(points: f64, signal_p: f64, equivalence_p: f64, delta: f64) -> Verdict {
    if signal_p < ALPHA && points >= delta {
        Verdict::Over
    } else if signal_p < ALPHA && points <= -delta {
        Verdict::Under
    } else if equivalence_p <= ALPHA {
        Verdict::Close
    } else {
        Verdict::Uncertain
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PRIOR_DF, Sample};

    #[test]
    fn capping_makes_neither_a_signal_nor_closeness() {
        let capped = Interval { lo: 3.0, hi: 4.2 };
        let basis = Basis {
            pooled: 0.01,
            prior_df: PRIOR_DF,
            reliability: 0.99,
            scale: Interval { lo: 1.0, hi: 5.0 },
        };
        let sample = Sample::new(5, 5, capped, 0.01).unwrap();
        let members = Precision::of(&[sample], &basis).unwrap();
        let leader = Leaders {
            mean: 3.0,
            count: 1,
        };
        assert_eq!(
            signal(&members, leader, &basis).p,
            1.0,
            "the members may have said the same"
        );
        assert_eq!(
            equivalence_p(&members, 3.5, 0.65),
            1.0,
            "the gap may be -0.7"
        );
    }
}
