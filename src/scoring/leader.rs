use super::keyed;
use crate::stats::half_rule;
use crate::survey::{Item, Survey};

/// What one leader answered: raw values by item index, `None` for "can't say" and blank.
#[derive(Clone)]
pub struct LeaderAnswers {
    /// A number of the person's own, the same in all their teams.
    pub who: usize,
    pub values: Vec<Option<u8>>,
}

/// The mean score, in points, of the leaders who answered at least half of a dimension.
pub(super) fn of_dimension(
    survey: &Survey,
    dimension: usize,
    leaders: &[LeaderAnswers],
) -> Option<f64> {
    let scores: Vec<f64> = leaders
        .iter()
        .filter_map(|leader| dimension_score(survey, dimension, &leader.values))
        .collect();
    mean(&scores)
}

/// One person's score on a dimension, in points, by the half rule.
pub(super) fn dimension_score(
    survey: &Survey,
    dimension: usize,
    values: &[Option<u8>],
) -> Option<f64> {
    half_rule(&keyed_answers(survey, dimension, values))
}

/// One person's answers to the items of a dimension, in points; `None` for "can't say" and blank.
pub(super) fn keyed_answers(
    survey: &Survey,
    dimension: usize,
    values: &[Option<u8>],
) -> Vec<Option<f64>> {
    let items = survey.items_of(dimension);
    items
        .map(|(index, item)| answer(item, values.get(index)?.as_ref()))
        .collect()
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
