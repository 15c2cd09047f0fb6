use super::change::{ChangeRow, ChangeVerdict, Moves, change};
use super::gap::ends;
use super::organisation::{Head, column_heads};
use super::step::Step;
use crate::stats::Judged;
use crate::survey::Survey;
use crate::text::Lang;
use serde::Serialize;

/// Two waves side by side.
#[derive(Clone, Debug, Serialize)]
pub struct Comparison {
    /// What people call them.
    pub earlier: String,
    pub later: String,
    /// Names of the columns: core dimensions, then those where high is worse.
    pub columns: Vec<Head>,
    /// What both show, in the order of the tree.
    pub rows: Vec<ComparedRow>,
    /// Groups of the later wave that the earlier one did not show.
    pub others: usize,
}

/// One part of the organisation in both waves.
#[derive(Clone, Debug, Serialize)]
pub struct ComparedRow {
    /// Its name.
    pub name: String,
    /// 0 for the organisation.
    pub depth: usize,
    /// Its node in the later wave.
    pub node: usize,
    /// Answers then and now.
    pub answers: [usize; 2],
    /// A few people joined or left, so that it is not of the same people.
    pub nearly: bool,
    /// One for each column; `None` where it was not asked or shown both times.
    pub cells: Vec<Option<ChangeCell>>,
}

/// How one figure moved; whole numbers are of 100.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeCell {
    /// Later minus earlier.
    pub points: i64,
    /// 95 % interval; an end never crosses zero by rounding.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// Where it went.
    pub verdict: ChangeVerdict,
    /// Its step on the colour scale: poor where it got worse; `None` for what cannot be told from chance.
    pub step: Option<Step>,
    /// The same in one sentence.
    pub sentence: String,
}

/// The columns of a comparison, and what moved in one of its rows; `changes` stand by the dimensions of the survey.
pub fn compared_columns(survey: &Survey, lang: Lang) -> Vec<(usize, Head)> {
    column_heads(survey, lang)
}

/// What moved in one part of the organisation with so many answers now.
pub fn compared_cells(
    columns: &[(usize, Head)],
    (since, changes): (&str, &[Option<Judged>]),
    n: usize,
    lang: Lang,
) -> Vec<Option<ChangeCell>> {
    let moves = Moves { since, changes };
    let cell = |(dimension, head): &(usize, Head)| {
        let found = moves.of(*dimension)?;
        Some(cell(
            found,
            change(&moves, found, &head.title, n, lang),
            head,
        ))
    };
    columns.iter().map(cell).collect()
}

fn cell(found: &Judged, row: ChangeRow, head: &Head) -> ChangeCell {
    let (lo, hi) = ends(found);
    let place = match row.verdict {
        ChangeVerdict::Up => Some(100),
        ChangeVerdict::LikelyUp => Some(50),
        ChangeVerdict::LikelyDown => Some(35),
        ChangeVerdict::Down => Some(0),
        ChangeVerdict::NotVisible => None,
    };
    ChangeCell {
        points: row.points,
        lo,
        hi,
        verdict: row.verdict,
        step: place.map(|place| Step::of(place, head.high_is_worse)),
        sentence: row.sentence,
    }
}
