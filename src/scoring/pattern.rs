use super::calibration::Direction;
use crate::stats::Interval;

crate::text::keyed! {
    /// How leader and team work together.
    Pattern {
        /// The leader's part is about right, and work is not handed over unseen.
        InItWithThem = "in_it_with_them",
        /// Work is handed over and not looked at again.
        Hiding = "hiding",
        /// The leader's part is too large.
        Hovering = "hovering",
        /// The leader's part is too small for some and too large for others.
        Erratic = "erratic",
        /// Work is handed over unseen, and questions about it are not welcome.
        MutualAvoidance = "mutual_avoidance",
        /// The answers do not settle it.
        NoClearPattern = "no_clear_pattern",
    }
}

/// A trap is high above the one and low below the other: a quarter of a point beyond the middle, by judgement.
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
