use super::keyed;
use crate::stats::{Leaders, half_rule};
use crate::survey::{Item, Survey};

/// What one leader answered: raw values by item index, `None` for "can't say" and blank.
#[derive(Clone)]
pub struct LeaderAnswers {
    pub values: Vec<Option<u8>>,
}

/// The leaders who answered at least half of a dimension.
pub(super) fn of_dimension(
    survey: &Survey,
    dimension: usize,
    leaders: &[LeaderAnswers],
) -> Option<Leaders> {
    let scores: Vec<f64> = leaders
        .iter()
        .filter_map(|leader| dimension_score(survey, dimension, &leader.values))
        .collect();
    Some(Leaders {
        mean: mean(&scores)?,
        count: scores.len(),
    })
}

/// One person's score on a dimension, in points, by the half rule.
pub(super) fn dimension_score(
    survey: &Survey,
    dimension: usize,
    values: &[Option<u8>],
) -> Option<f64> {
    let answers: Vec<_> = survey
        .items_of(dimension)
        .map(|(index, item)| answer(item, values.get(index)?.as_ref()))
        .collect();
    half_rule(&answers)
}

/// The leaders' mean on one item, in points.
pub(super) fn of_item(index: usize, item: &Item, leaders: &[LeaderAnswers]) -> Option<f64> {
    let answers: Vec<f64> = leaders
        .iter()
        .filter_map(|leader| answer(item, leader.values.get(index)?.as_ref()))
        .collect();
    mean(&answers)
}

fn answer(item: &Item, value: Option<&u8>) -> Option<f64> {
    value.map(|&value| keyed(item, f64::from(value)))
}

fn mean(scores: &[f64]) -> Option<f64> {
    (!scores.is_empty()).then(|| scores.iter().sum::<f64>() / scores.len() as f64)
}
