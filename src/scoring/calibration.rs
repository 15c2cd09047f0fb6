use super::estimate::shown;
use super::leader::LeaderAnswers;
use crate::disclosure::{NodeTally, Released};
use crate::stats::Interval;
use crate::survey::Survey;

/// How the leader's involvement is judged: the answers to all items of the dimension together.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// Share of too much minus share of too little, from -1 to 1; the middle of `range`.
    pub balance: f64,
    /// What capping leaves open.
    pub range: Interval,
    /// Only where distributions may be shown.
    pub shares: Option<Shares>,
    pub capped: bool,
    /// How many answers were counted, over all items.
    pub answers: usize,
    /// The same balance over the leaders' own answers.
    pub leader: Option<f64>,
}

/// Shares of the answers; they add up to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    pub too_little: f64,
    pub right: f64,
    pub too_much: f64,
}

impl Calibration {
    pub(super) fn of(
        survey: &Survey,
        dimension: usize,
        tally: &Released<NodeTally>,
        leaders: &[LeaderAnswers],
    ) -> Option<Self> {
        let items = shown(survey, dimension, tally)?;
        let answers: usize = items.iter().map(|(_, tally)| tally.base()).sum();
        let range = |weight: fn(usize) -> f64| {
            let (mut lo, mut hi) = (0.0, 0.0);
            for (_, tally) in &items {
                let (least, most) = tally.range(weight);
                lo += least / answers as f64;
                hi += most / answers as f64;
            }
            Interval { lo, hi }
        };
        let balance = range(side);
        let open = survey
            .items_of(dimension)
            .filter(|(index, _)| tally.items.get(*index).is_some_and(Option::is_some))
            .all(|(index, _)| tally.distribution(index).is_some());
        Some(Self {
            balance: balance.middle(),
            range: balance,
            shares: open.then(|| Shares {
                too_little: range(|value| f64::from(value < 3)).middle(),
                right: range(|value| f64::from(value == 3)).middle(),
                too_much: range(|value| f64::from(value > 3)).middle(),
            }),
            capped: items.iter().any(|(_, tally)| tally.capped()),
            answers,
            leader: own_balance(
                survey,
                dimension,
                leaders.iter().map(|leader| leader.values.as_slice()),
            ),
        })
    }
}

/// The balance of people whose answers are known; `None` if none of them answered.
pub(super) fn own_balance<'a>(
    survey: &Survey,
    dimension: usize,
    people: impl Iterator<Item = &'a [Option<u8>]>,
) -> Option<f64> {
    let sides: Vec<f64> = people
        .flat_map(|values| answers(survey, dimension, values))
        .map(side)
        .collect();
    (!sides.is_empty()).then(|| sides.iter().sum::<f64>() / sides.len() as f64)
}

/// One person's answers to the items of a dimension, without the blanks.
pub(super) fn answers(survey: &Survey, dimension: usize, values: &[Option<u8>]) -> Vec<usize> {
    let value = |(index, _)| values.get(index).copied().flatten().map(usize::from);
    survey.items_of(dimension).filter_map(value).collect()
}

/// -1 for too little, 0 for right, 1 for too much.
fn side(value: usize) -> f64 {
    f64::from(value > 3) - f64::from(value < 3)
}
