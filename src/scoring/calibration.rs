use super::estimate::{Estimate, Members, turnout};
use super::leader::LeaderAnswers;
use crate::stats::{Basis, Interval, Precision, Sample, StatsError};
use crate::survey::Survey;

/// How the leader's involvement is judged: the answers to all items of the dimension together.
#[derive(Debug, Clone, PartialEq)]
pub struct Calibration {
    /// Share of too much minus share of too little, from -1 to 1.
    pub balance: Estimate,
    /// The shares of the answers, where there are enough to show them.
    pub shares: Option<Shares>,
    /// What those allow without answer noise: too little, right, too much.
    possible: Option<[Interval; 3]>,
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
        /// Neither too little nor too much taken together; too few answers to tell whether all agree.
        Balanced = "balanced",
        /// The answers do not settle it.
        Open = "open",
    }
}

/// A balance beyond this leans one way. By judgement.
const CLEAR: f64 = 0.2;
/// A balance within this on both sides is none. By judgement.
const BALANCED: f64 = 0.5;
/// With more than this share on both sides a team is split. By judgement.
const SPLIT: f64 = 0.2;
const SHARE: Interval = Interval { lo: 0.0, hi: 1.0 };

/// Shares of the answers, from 0 to 1; those of members are in their steps, so that they need not add up to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    pub too_little: f64,
    pub right: f64,
    pub too_much: f64,
}

impl Calibration {
    pub(super) fn of(
        members: &Members<'_>,
        dimension: usize,
        leaders: &[LeaderAnswers],
    ) -> Result<Option<Self>, StatsError> {
        let survey = members.survey;
        let Some(balance) = Estimate::of(members, dimension, None)? else {
            return Ok(None);
        };
        let shares = members.figure.sides(dimension);
        let possible = shares.as_ref().map(|shares| {
            let [little, right, much] = shares.bands();
            let noise = |percent| share(members, dimension, balance.precision.n, (percent, shares));
            Ok([noise(little)?, noise(right)?, noise(much)?])
        });
        let shares = shares.map(|shares| {
            let [too_little, right, too_much] = shares.bands().map(|percent| percent / 100.0);
            Shares {
                too_little,
                right,
                too_much,
            }
        });
        let people = leaders.iter().map(|leader| leader.values.as_slice());
        Ok(Some(Self {
            balance,
            possible: possible.transpose()?,
            shares,
            leader: own_balance(survey, dimension, people),
            leader_shares: own_shares(survey, dimension, leaders),
        }))
    }

    /// Each condition has to hold over its whole interval without answer noise; involvement is right where that
    /// answer is more frequent than those on either side. Without shares a split team is not to be told from
    /// one that is content.
    pub fn direction(&self) -> Direction {
        let balance = self.balance.precision.signal_interval();
        let split = |[little, _, much]: [Interval; 3]| little.lo > SPLIT && much.lo > SPLIT;
        let right = |[little, right, much]: [Interval; 3]| right.lo > little.hi.max(much.hi);
        match self.possible {
            Some(possible) if split(possible) => Direction::Split,
            _ if balance.hi < -CLEAR => Direction::TooLittle,
            _ if balance.lo > CLEAR => Direction::TooMuch,
            Some(possible) if right(possible) => Direction::Right,
            None if balance.lo > -BALANCED && balance.hi < BALANCED => Direction::Balanced,
            _ => Direction::Open,
        }
    }
}

/// What a printed share allows without answer noise, from 0 to 1. A person's share is the mean over the items,
/// which go together as the organisation's do.
fn share(
    members: &Members<'_>,
    dimension: usize,
    base: usize,
    (percent, shares): (f64, &crate::disclosure::Shares),
) -> Result<Interval, StatsError> {
    let parameters = members.parameters.of_dimension(dimension)?;
    let items: Vec<usize> = (0..members.survey.items_of(dimension).count()).collect();
    let (at, reach) = (percent / 100.0, shares.reach() / 100.0);
    let range = Interval {
        lo: at - reach,
        hi: at + reach,
    };
    let variance = (at * (1.0 - at)).max(0.0) * parameters.correlations.together(&items);
    let sample = Sample::of(turnout(&members.figure, base), range, variance)?;
    let basis = Basis {
        pooled: variance,
        scale: SHARE,
        ..parameters.basis()?
    };
    let precision = Precision::of(&[sample], &basis).ok_or(StatsError::NoAnswers)?;
    let step = shares.step() / 100.0;
    Ok(precision.in_steps(range, step).signal_interval())
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
