use super::error::{Comparison, Part};
use super::noise::ItemNoise;
use super::{OTHER_TOPICS, PRIOR_DF};
use crate::interval::StatsError;

/// A difference of two means as they are printed, before it is known how much noise its answers have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// In points.
    pub points: f64,
    /// What the items say of the noise; the organisation's u0 is pooled from it.
    pub noise: ItemNoise,
    pub(super) coverage: Part,
    pub(super) half: f64,
    pub(super) rounding: f64,
}

/// The errors of a family of differences, all of one leader or team, each with the organisation's noise u0 of its
/// topic (in squared points: [`super::pooled_noise`] or [`super::declared_noise`]). The noise u of an answer is
/// the organisation's, that of the topic's own items, and that of the other topics of the family (after Smyth
/// 2004, with a fixed prior):
///
/// u = u0 (d0 + û/u0 + ψ Σ û_e/u0_e)/ν_e, ν_e = d0 + ν_d + ψ Σ ν_d,e, e² = u w/k_d.
///
/// # Errors
/// When a u0 is not a positive number: without any noise a difference of one hundredth would be beyond doubt.
/// When a figure is not finite.
pub fn compare(family: &[(Difference, f64)]) -> Result<Vec<Comparison>, StatsError> {
    let usable = |noise: f64| noise.is_finite() && noise > 0.0;
    if let Some((_, noise)) = family.iter().find(|(_, noise)| !usable(*noise)) {
        return Err(StatsError::NoNoise(*noise));
    }
    let relative = |(own, noise): &(Difference, f64)| own.noise.squares / noise;
    let all: f64 = family.iter().map(relative).sum();
    let all_df: f64 = family.iter().map(|(own, _)| own.noise.df).sum();
    let compared = |topic: &(Difference, f64)| {
        let (own, noise) = topic;
        let df = PRIOR_DF + own.noise.df + OTHER_TOPICS * (all_df - own.noise.df);
        let others = all - relative(topic);
        let u = noise * (PRIOR_DF + relative(topic) + OTHER_TOPICS * others) / df;
        let made = Comparison {
            points: own.points,
            answers: Part {
                variance: own.noise.of_mean(u),
                df,
            },
            noise: Some(u),
            coverage: own.coverage,
            half: own.half,
            rounding: own.rounding,
        };
        let error = made.error();
        match made.points.is_finite() && error.se.is_finite() && error.df > 0.0 {
            true => Ok(made),
            false => Err(StatsError::NotANumber {
                mean: made.points,
                variance: error.se.powi(2),
            }),
        }
    };
    family.iter().map(compared).collect()
}
