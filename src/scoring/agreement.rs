use crate::disclosure::Figure;
use crate::stats::{Interval, Null, rwg_j};
use crate::survey::Survey;

/// How far the members of one team agree with each other on a dimension; ranges where answers were capped.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// The root of the mean item variance (n - 1), in tenths of a point, outwards.
    pub sd: Interval,
    /// rwg(J) against a slightly skewed null (James, Demaree & Wolf 1984; LeBreton & Senter 2008).
    pub slight_skew: Interval,
    /// rwg(J) against a uniform null.
    pub uniform: Interval,
}

impl Agreement {
    /// Only for a team that is counted by itself: people of different teams need not agree. `None` where its
    /// standard deviation is not printed.
    pub(super) fn of(survey: &Survey, dimension: usize, figure: &Figure<'_>) -> Option<Self> {
        let spread = figure.spread(dimension)?;
        let k = figure.items_shown(dimension)?.len();
        let (_, first) = survey.items_of(dimension).next()?;
        let options = survey.scale_of(first)?.options.len();
        let rwg = |null: Null| {
            let expected = null.variance(options)?;
            Some(Interval {
                lo: rwg_j(spread.hi() * spread.hi() / expected, k)?,
                hi: rwg_j(spread.lo() * spread.lo() / expected, k)?,
            })
        };
        Some(Self {
            sd: Interval {
                lo: spread.lo(),
                hi: spread.hi(),
            },
            slight_skew: rwg(Null::SlightSkew)?,
            uniform: rwg(Null::Uniform)?,
        })
    }
}
