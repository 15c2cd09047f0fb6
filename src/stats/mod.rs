//! Pure mathematics on numbers: the interval of a team's mean, the gap between leader and members, and
//! whether that gap is more than answer noise. Nothing here knows what a survey is.
//!
//! Two questions are kept apart. *Coverage*: what would the whole team have said? Its error vanishes when
//! everyone answered. *Signal*: is the gap beyond the noise of answering? Its error does not.

mod gap;
mod holm;
mod interval;
mod score;
mod student;

pub use gap::{Leaders, Signal, Verdict, equivalence_p, gap, signal, verdict};
pub use holm::holm;
pub use interval::{Interval, Moderated, Sample, StatsError, pooled_variance};
pub use score::half_rule;
pub use student::{t_critical, t_upper_tail};
