//! Scale scores of a case as whole numbers, and parameters that several statistics share.

use super::{Case, CaseError, Table};
use gutcheck_stats::{Histogram, Sample, StatsError};

/// How far a score may lie from a multiple of 1/unit, in such units.
const ROUNDING: f64 = 1e-5;

impl From<StatsError> for CaseError {
    fn from(error: StatsError) -> Self {
        Self(error.to_string())
    }
}

/// A column by its usual name; a table of one column needs no name.
pub(super) fn column<'a>(table: &'a Table, usual: &'a str) -> &'a str {
    match table.names() {
        [only] => only,
        _ => usual,
    }
}

/// Scores as a histogram in units of 1/`integer_unit` points.
pub(super) fn histogram(
    case: &Case,
    scores: impl IntoIterator<Item = f64>,
) -> Result<Histogram, CaseError> {
    let unit = case.count("integer_unit")?.max(1) as u64;
    let whole = |score: f64| {
        let scaled = score * unit as f64;
        if scaled.abs() > 1e15 || (scaled - scaled.round()).abs() > ROUNDING {
            return Err(CaseError(format!(
                "the score {score} is no multiple of 1/{unit}; give params.integer_unit the number of items, \
                 or 60 where blanks are allowed, and write scores with all their digits"
            )));
        }
        Ok(scaled.round() as i64)
    };
    let scores: Vec<i64> = scores.into_iter().map(whole).collect::<Result<_, _>>()?;
    Ok(Histogram::of(unit, scores))
}

/// The answers of a histogram out of so many invited. One answer alone has no variance, and no degrees of freedom
/// with which a variance would count.
pub(super) fn sample(scores: &Histogram, invited: usize) -> Result<Sample, CaseError> {
    let mean = scores.mean().ok_or(StatsError::NoAnswers)?;
    let variance = match scores.n() {
        1 => 0.0,
        _ => scores.variance().ok_or(StatsError::NoAnswers)?,
    };
    let mean = gutcheck_stats::Interval::point(mean);
    Ok(Sample::new(scores.n() as usize, invited, mean, variance)?)
}

/// A parameter that has a usual value.
pub(super) fn number_or(case: &Case, path: &str, usual: f64) -> Result<f64, CaseError> {
    match case.param(path) {
        Some(_) => case.number(path),
        None => Ok(usual),
    }
}

/// A parameter that is a share above 0 and below 1.
pub(super) fn share_or(case: &Case, path: &str, usual: f64) -> Result<f64, CaseError> {
    let share = number_or(case, path, usual)?;
    if share > 0.0 && share < 1.0 {
        return Ok(share);
    }
    Err(CaseError(format!(
        "params.{path} is {share}; give a number between 0 and 1"
    )))
}

/// The scale's reliability, from 0 to 1.
pub(super) fn reliability(case: &Case) -> Result<f64, CaseError> {
    let reliability = case.number("reliability")?;
    if (0.0..=1.0).contains(&reliability) {
        return Ok(reliability);
    }
    Err(CaseError(format!(
        "params.reliability is {reliability}; give a number from 0 to 1"
    )))
}

/// An answer to a reversed item turned round, on a scale from `lo` to `hi`.
pub(super) fn reversed(answer: i64, lo: i64, hi: i64) -> i64 {
    lo + hi - answer
}

/// The smallest unit in which the means of any 1 to `items` whole answers are whole numbers: lcm(1..items).
/// `None` when it passes 2^64 (from 47 items).
pub(super) fn score_unit(items: usize) -> Option<u64> {
    let gcd = |mut a: u64, mut b: u64| {
        while b > 0 {
            (a, b) = (b, a % b);
        }
        a
    };
    let items = u64::try_from(items).ok()?;
    (1..=items).try_fold(1_u64, |unit, m| (unit / gcd(unit, m)).checked_mul(m))
}
