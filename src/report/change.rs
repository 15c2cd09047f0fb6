use super::{points_down, points_near};
use crate::scoring::Change;
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// What moved in a unit since an earlier wave.
pub struct Moves<'a> {
    /// What people call the earlier wave.
    pub since: &'a str,
    /// By the dimensions of the survey.
    pub changes: &'a [Option<Change>],
}

crate::text::keyed! {
    /// Whether a dimension moved by more than answer noise, and where to.
    ChangeVerdict {
        Up = "up",
        Down = "down",
        /// It cannot be told from answer noise.
        NotVisible = "none",
    }
}

/// How a dimension moved.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeRow {
    /// Later minus earlier, from -100 to 100.
    pub points: i64,
    /// Where it went.
    pub verdict: ChangeVerdict,
    /// The same in one sentence.
    pub sentence: String,
}

impl ChangeRow {
    /// It is more than answer noise.
    pub fn is_visible(&self) -> bool {
        self.verdict != ChangeVerdict::NotVisible
    }
}

impl Moves<'_> {
    pub(super) fn of(&self, dimension: usize) -> Option<&Change> {
        self.changes.get(dimension)?.as_ref()
    }
}

/// Puts a change among `n` answers into words.
pub(super) fn change(
    moves: &Moves<'_>,
    found: &Change,
    title: &str,
    n: usize,
    lang: Lang,
) -> ChangeRow {
    let (verdict, key) = match found.visible {
        true if found.points > 0.0 => (ChangeVerdict::Up, "report-change-up"),
        true => (ChangeVerdict::Down, "report-change-down"),
        // With several topics looked at together, more is asked of each.
        false if found.points.abs() >= found.detectable => {
            (ChangeVerdict::NotVisible, "report-change-together")
        }
        false => (ChangeVerdict::NotVisible, "report-change-none"),
    };
    let points = points_near(found.points);
    ChangeRow {
        points,
        verdict,
        sentence: Sentence::new(key)
            .with("title", title)
            .with("since", moves.since)
            .with("points", points.unsigned_abs() as usize)
            .with(
                "detectable",
                points_down(found.detectable).unsigned_abs() as usize,
            )
            .with("n", n)
            .in_lang(lang),
    }
}
