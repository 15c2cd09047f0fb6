use crate::scoring::Wave;
use crate::survey::DimensionKind;
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// How well the items of a dimension work together in an organisation.
#[derive(Clone, Debug, Serialize)]
pub struct InstrumentRow {
    /// Identifier of the dimension.
    pub id: String,
    /// Its name.
    pub title: String,
    /// Answer sheets of the teams it is of, and how many teams these are.
    pub people: usize,
    pub teams: usize,
    /// Within-team alpha; the share of a person's score that is no answer noise.
    pub alpha: Option<f64>,
    /// Omega total within teams.
    pub omega: Option<f64>,
    /// The share of a person's score that is the team's.
    pub icc1: Option<f64>,
    /// Reliability of a team's mean.
    pub icc2: Option<f64>,
    /// The same in words.
    pub sentence: String,
}

/// The dimensions that are reflective means and were answered by enough people in enough teams.
pub(super) fn instrument(wave: &Wave, lang: Lang) -> Vec<InstrumentRow> {
    let reflective = |kind| matches!(kind, DimensionKind::Core | DimensionKind::Trap);
    let dimensions = wave.survey.dimensions.iter().enumerate();
    let row = |(number, dimension): (usize, &crate::survey::Dimension)| {
        let figures = wave.release.organisation().scale(number)?;
        let alpha = figures.alpha?;
        let key = match alpha {
            alpha if alpha < 0.0 => "report-instrument-contradicts",
            alpha if alpha < 0.6 => "report-instrument-loose",
            _ => "report-instrument-holds",
        };
        let noise = 100.0 * (1.0 - alpha.clamp(0.0, 1.0));
        Some(InstrumentRow {
            id: dimension.id.clone(),
            title: dimension.title.text(lang.code()).to_owned(),
            people: figures.people,
            teams: figures.teams,
            alpha: Some(alpha),
            omega: figures.omega,
            icc1: figures.icc1,
            icc2: figures.icc2,
            sentence: Sentence::new(key)
                .with("noise", noise.round() as usize)
                .in_lang(lang),
        })
    };
    dimensions
        .filter(|(_, dimension)| reflective(dimension.kind))
        .filter_map(row)
        .collect()
}
