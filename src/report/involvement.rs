use super::percent;
use super::shares::shares;
use crate::scoring::{Calibration, Direction, Shares};
use crate::text::Lang;
use serde::Serialize;
use std::collections::BTreeMap;

/// The leader's involvement as the members judge it.
#[derive(Clone, Debug, Serialize)]
pub struct Involvement {
    /// Percent of answers: too little, right, too much, each in its steps; only for twenty answers or more.
    pub shares: Option<[i64; 3]>,
    /// The same for the leaders' own answers.
    pub leader_shares: Option<[i64; 3]>,
    /// What the members say, beyond answer noise.
    pub direction: Direction,
    /// The result in one sentence.
    pub sentence: String,
    /// Every figure by name, as shares from 0 to 1.
    pub figures: BTreeMap<&'static str, f64>,
}

/// Puts into words how the leader's involvement is judged.
pub(super) fn involvement(calibration: &Calibration, lang: Lang) -> Involvement {
    let direction = calibration.direction();
    let balance = &calibration.balance;
    let interval = balance.outwards_in_points(balance.precision.said());
    let mut figures = BTreeMap::from([
        ("balance", balance.mean()),
        ("interval_low", interval.lo),
        ("interval_high", interval.hi),
    ]);
    if let Some(shares) = calibration.shares {
        figures.extend([
            ("too_little", shares.too_little),
            ("right", shares.right),
            ("too_much", shares.too_much),
        ]);
    }
    Involvement {
        shares: calibration.shares.map(in_steps),
        leader_shares: calibration.leader_shares.map(whole),
        direction,
        sentence: lang.text(&format!("report-involvement-{}", direction.key())),
        figures,
    }
}

/// Each share in its steps, as they were released.
fn in_steps(found: Shares) -> [i64; 3] {
    [found.too_little, found.right, found.too_much].map(percent)
}

fn whole(found: Shares) -> [i64; 3] {
    shares([found.too_little, found.right, found.too_much])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_share_of_the_answers_is_negative() {
        let shares = whole(Shares {
            too_little: 0.125,
            right: 0.0,
            too_much: 0.875,
        });
        assert_eq!(shares, [12, 0, 88]);
    }
}
