use super::UnitReport;
use super::change::ChangeRow;
use crate::text::Lang;
use serde::Serialize;

/// The report of an earlier wave.
pub struct Past {
    /// What people call the wave.
    pub wave: String,
    /// Its report; `None` where the team was not shown.
    pub report: Option<UnitReport>,
    /// A few people joined or left between it and the latest.
    pub nearly: bool,
}

/// The waves side by side, the oldest first.
#[derive(Clone, Debug, Serialize)]
pub struct Trend {
    /// The heads of the columns.
    pub waves: Vec<Column>,
    /// One line for each core dimension, trap and the chaos index.
    pub lines: Vec<Line>,
}

/// A wave in the trend.
#[derive(Clone, Debug, Serialize)]
pub struct Column {
    /// What people call it.
    pub title: String,
    /// Why it has no figures, if it has none; or that it was not of the same people.
    pub note: Option<String>,
    /// It has figures.
    pub shown: bool,
}

/// One dimension over the waves.
#[derive(Clone, Debug, Serialize)]
pub struct Line {
    /// Identifier of the dimension.
    pub id: String,
    /// Its name.
    pub title: String,
    /// High is worse.
    pub high_is_worse: bool,
    /// Since the last wave in which it was shown.
    pub change: Option<ChangeRow>,
    /// One for each wave; `None` where there is nothing to show.
    pub points: Vec<Option<Point>>,
}

/// Both sides in one wave, from 0 to 100.
#[derive(Clone, Debug, Serialize)]
pub struct Point {
    /// The members' mean.
    pub team: i64,
    /// Its 95 % interval, rounded outwards.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// The leader's score.
    pub leader: Option<i64>,
}

/// Puts waves side by side; `past` begins with the oldest and ends with the latest.
pub fn trend(past: &[Past], lang: Lang) -> Option<Trend> {
    let latest = past.last()?.report.as_ref()?;
    let heads = latest.gaps.iter().map(|row| (row, false));
    let worse = latest
        .traps
        .iter()
        .chain(&latest.chaos)
        .map(|row| (row, true));
    let line = |(row, high_is_worse): (&super::GapRow, bool)| Line {
        id: row.id.clone(),
        title: row.title.clone(),
        high_is_worse,
        change: row.change.clone(),
        points: past.iter().map(|wave| point(wave, &row.id)).collect(),
    };
    let column = |wave: &Past| Column {
        title: wave.wave.clone(),
        note: note(wave).map(|key| lang.text(key)),
        shown: wave.report.is_some(),
    };
    Some(Trend {
        waves: past.iter().map(column).collect(),
        lines: heads.chain(worse).map(line).collect(),
    })
}

fn point(wave: &Past, id: &str) -> Option<Point> {
    let report = wave.report.as_ref()?;
    let mut rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
    let row = rows.find(|row| row.id == id)?;
    Some(Point {
        team: row.team,
        lo: row.lo,
        hi: row.hi,
        leader: row.leader,
    })
}

fn note(wave: &Past) -> Option<&'static str> {
    match (&wave.report, wave.nearly) {
        (None, _) => Some("report-trend-withheld"),
        (Some(_), true) => Some("report-trend-nearly"),
        (Some(_), false) => None,
    }
}
