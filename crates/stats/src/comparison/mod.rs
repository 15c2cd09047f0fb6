//! Two means compared: a team's leader with its members, or a team with itself a wave ago. One test, one
//! interval and one word for each topic, and for all topics of a family together.
//!
//! The error of a difference has three sources, kept apart until they are added up: *answers* (what leader and
//! members said on the day is noisy: read from how the differences vary from item to item), *coverage* (some of
//! those invited did not answer) and what the printed figures leave open (capping, rounding).

mod difference;
mod error;
mod family;
mod gap;
mod moved;
mod noise;

pub use difference::{Difference, compare};
pub use error::{Comparison, Part};
pub use family::{Family, Judged, Side, Word};
pub use gap::{Gap, TopicFigures, leader_gap};
pub use moved::moved;
pub use noise::{ItemNoise, declared_noise, pooled_noise};

/// How many degrees of freedom the organisation's noise counts for in that of one leader's answers. Judgement:
/// with 4, 10 and 20 a polarised team alone among ceiling teams is called falsely in 8, 10 and 13 % (with 2 in
/// 6 to 7 %).
const PRIOR_DF: f64 = 2.0;
/// What the leader's other topics of the family count for in the noise of one. Judgement: topics of one leader
/// differ in noise, at the end of the scale from the middle.
const OTHER_TOPICS: f64 = 0.75;
/// How far the errors of a person's answers on two topics go together. Judgement.
const TOGETHER: f64 = 0.2;
/// The share of the family's 5 % that its mean has to earn by itself.
const MEAN_SHARE: f64 = 0.2;
