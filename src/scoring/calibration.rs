use super::estimate::{Estimate, Stratum};
use super::leader::LeaderAnswers;
use super::observed::shown;
use super::parameters::DimensionParameters;
use super::reading::Reading;
use crate::stats::{Interval, StatsError};
use crate::survey::Survey;

/// How the leader's involvement is judged: the answers to all items of the dimension together.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// Share of too much minus share of too little, from -1 to 1.
    pub balance: Estimate,
    /// The shares that the answers allow, without answer noise; they are not for display.
    pub(super) too_little: Interval,
    pub(super) right: Interval,
    pub(super) too_much: Interval,
    /// Only where distributions may be shown.
    pub shares: Option<Shares>,
    /// The same balance for the leaders' own answers.
    pub leader: Option<f64>,
    /// The shares of the leaders' own answers.
    pub leader_shares: Option<Shares>,
}

crate::text::keyed! {
    /// What is said about the leader's part.
    Direction {
        TooLittle = "too_little",
        Right = "right",
        TooMuch = "too_much",
        /// Too little for some or at times, and too much for others or at other times.
        Split = "split",
        /// The answers do not settle it.
        Open = "open",
    }
}

/// A balance beyond this leans one way. By judgement.
const CLEAR: f64 = 0.2;
/// With more than this share on both sides a team is split. By judgement.
const SPLIT: f64 = 0.2;

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
        strata: &[Stratum<'_>],
        parameters: &DimensionParameters,
        leaders: &[LeaderAnswers],
    ) -> Result<Option<Self>, StatsError> {
        let read =
            |reading| Estimate::of(survey, dimension, reading, strata, parameters, &|_| true);
        let (Some(balance), Some(too_little), Some(right), Some(too_much)) = (
            read(Reading::Balance)?,
            read(Reading::TooLittle)?,
            read(Reading::Right)?,
            read(Reading::TooMuch)?,
        ) else {
            return Ok(None);
        };
        let possible = |share: &Estimate| share.precision.signal_interval();
        Ok(Some(Self {
            balance,
            too_little: possible(&too_little),
            right: possible(&right),
            too_much: possible(&too_much),
            shares: open(survey, dimension, strata).then(|| Shares {
                too_little: too_little.mean(),
                right: right.mean(),
                too_much: too_much.mean(),
            }),
            leader: own_balance(
                survey,
                dimension,
                leaders.iter().map(|leader| leader.values.as_slice()),
            ),
            leader_shares: own_shares(survey, dimension, leaders),
        }))
    }

    /// Each condition has to hold over its whole interval without answer noise; involvement is right where that
    /// answer is more frequent than those on either side.
    pub fn direction(&self) -> Direction {
        let sides = self.too_little.hi.max(self.too_much.hi);
        let balance = self.balance.precision.signal_interval();
        match () {
            () if self.too_little.lo > SPLIT && self.too_much.lo > SPLIT => Direction::Split,
            () if balance.hi < -CLEAR => Direction::TooLittle,
            () if balance.lo > CLEAR => Direction::TooMuch,
            () if self.right.lo > sides => Direction::Right,
            () => Direction::Open,
        }
    }
}

/// Whether every stratum that shows the dimension may show how its answers are spread.
fn open(survey: &Survey, dimension: usize, strata: &[Stratum<'_>]) -> bool {
    let tallies = strata.iter().map(|stratum| stratum.tally);
    let mut shown = tallies.filter(|tally| shown(survey, dimension, tally, &|_| true).is_some());
    shown.all(|tally| {
        survey
            .items_of(dimension)
            .filter(|(index, _)| tally.items.get(*index).is_some_and(Option::is_some))
            .all(|(index, _)| tally.distribution(index).is_some())
    })
}

/// The balance of people whose answers are known; `None` if none of them answered.
pub(super) fn own_balance<'a>(
    survey: &Survey,
    dimension: usize,
    people: impl Iterator<Item = &'a [Option<u8>]>,
) -> Option<f64> {
    let side = |value: usize| f64::from(value > 3) - f64::from(value < 3);
    let sides: Vec<f64> = people
        .flat_map(|values| answers(survey, dimension, values))
        .map(side)
        .collect();
    (!sides.is_empty()).then(|| sides.iter().sum::<f64>() / sides.len() as f64)
}

/// The shares of the leaders' answers; `None` if none of them answered.
fn own_shares(survey: &Survey, dimension: usize, leaders: &[LeaderAnswers]) -> Option<Shares> {
    let given: Vec<usize> = leaders
        .iter()
        .flat_map(|leader| answers(survey, dimension, &leader.values))
        .collect();
    let share = |side: fn(&usize) -> bool| {
        given.iter().filter(|value| side(value)).count() as f64 / given.len() as f64
    };
    (!given.is_empty()).then(|| Shares {
        too_little: share(|value| *value < 3),
        right: share(|value| *value == 3),
        too_much: share(|value| *value > 3),
    })
}

/// One person's answers to the items of a dimension, without the blanks.
pub(super) fn answers(survey: &Survey, dimension: usize, values: &[Option<u8>]) -> Vec<usize> {
    let value = |(index, _)| values.get(index).copied().flatten().map(usize::from);
    survey.items_of(dimension).filter_map(value).collect()
}
