use super::calibration::Direction;
use crate::stats::Interval;

/// How leader and team work together, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    InItWithThem,
    Hiding,
    Hovering,
    Erratic,
    MutualAvoidance,
    NoClearPattern,
}

/// A trap is high above and low below, in points: a quarter of one beyond the middle. Judgement.
const HIGH: f64 = 3.25;
const LOW: f64 = 2.75;
impl Pattern {
    /// The pattern of a team from what its members say: the intervals of both traps without answer noise, and
    /// the judgement of involvement. The first rule that fits counts; a team that would be both hiding and
    /// hovering has no clear pattern.
    pub(super) fn of_team(
        leadership_trap: Option<Interval>,
        member_trap: Option<Interval>,
        involvement: Direction,
    ) -> Self {
        let high = |trap: Option<Interval>| trap.is_some_and(|trap| trap.lo > HIGH);
        let low = |trap: Option<Interval>| trap.is_some_and(|trap| trap.hi < LOW);
        let trapped = high(leadership_trap);
        match involvement {
            _ if trapped && high(member_trap) => Self::MutualAvoidance,
            Direction::Split => Self::Erratic,
            Direction::TooMuch if trapped => Self::NoClearPattern,
            Direction::TooMuch => Self::Hovering,
            Direction::TooLittle => Self::Hiding,
            _ if trapped => Self::Hiding,
            // Whoever is said not to hide, and neither to do too little nor too much, is in it with them; that some
            // want more and others less of such a leader is rare, and only larger teams can show it.
            Direction::Right | Direction::Balanced if low(leadership_trap) => Self::InItWithThem,
            Direction::Right | Direction::Balanced | Direction::Open => Self::NoClearPattern,
        }
    }
}
