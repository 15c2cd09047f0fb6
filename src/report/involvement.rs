use super::percent;
use crate::scoring::{Calibration, Direction, Shares};
use crate::text::Lang;
use serde::Serialize;
use std::collections::BTreeMap;

/// The leader's involvement as the members judge it.
#[derive(Clone, Debug, Serialize)]
pub struct Involvement {
    /// Percent of answers: too little, right, too much, each in its steps; only for twenty answers or more.
    pub shares: Option<[i64; 3]>,
    /// The same of the leaders' own answers.
    pub leader_shares: Option<[i64; 3]>,
    /// `too-little`, `right`, `too-much`, `split`, `balanced` or `open`.
    pub direction: &'static str,
    /// The result in one sentence.
    pub sentence: String,
    /// Every figure by name, as shares from 0 to 1.
    pub figures: BTreeMap<&'static str, f64>,
}

/// Words how the leader's involvement is judged.
pub(super) fn involvement(calibration: &Calibration, lang: Lang) -> Involvement {
    let (direction, key) = match calibration.direction() {
        Direction::TooLittle => ("too-little", "report-involvement-too-little"),
        Direction::Right => ("right", "report-involvement-right"),
        Direction::TooMuch => ("too-much", "report-involvement-too-much"),
        Direction::Split => ("split", "report-involvement-split"),
        Direction::Balanced => ("balanced", "report-involvement-balanced"),
        Direction::Open => ("open", "report-involvement-open"),
    };
    let balance = &calibration.balance;
    let interval = balance.outwards_in_points(balance.precision.interval);
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
        shares: calibration.shares.map(whole),
        leader_shares: calibration.leader_shares.map(whole),
        direction,
        sentence: lang.text(key),
        figures,
    }
}

fn whole(shares: Shares) -> [i64; 3] {
    [shares.too_little, shares.right, shares.too_much].map(percent)
}
