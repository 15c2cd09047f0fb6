use super::{ceiling_of_distance, points_near};
use crate::stats::{Judged, Side, Word};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// What moved in a unit since an earlier wave.
pub struct Moves<'a> {
    /// What people call the earlier wave.
    pub since: &'a str,
    /// By the dimensions of the survey.
    pub changes: &'a [Option<Judged>],
}

crate::text::keyed! {
    /// Whether a dimension moved, and where to.
    ChangeVerdict {
        Up = "up",
        LikelyUp = "likely_up",
        Down = "down",
        LikelyDown = "likely_down",
        /// It cannot be told from chance.
        NotVisible = "none",
    }
}

impl From<Word> for ChangeVerdict {
    fn from(word: Word) -> Self {
        match word {
            Word::Clear(Side::Higher) => Self::Up,
            Word::Clear(Side::Lower) => Self::Down,
            Word::Likely(Side::Higher) => Self::LikelyUp,
            Word::Likely(Side::Lower) => Self::LikelyDown,
            // Two waves are never called alike.
            Word::Alike | Word::CannotTell => Self::NotVisible,
        }
    }
}

impl ChangeVerdict {
    /// It moved, clearly or probably.
    pub fn is_visible(self) -> bool {
        self != Self::NotVisible
    }

    /// It moved clearly, even counted that several topics were looked at.
    pub fn is_clear(self) -> bool {
        matches!(self, Self::Up | Self::Down)
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
    /// As far from the earlier figure as chance alone could have moved it, later minus earlier, from -100 to 100.
    pub chance: [f64; 2],
}

impl ChangeRow {
    /// It moved, clearly or probably.
    pub fn is_visible(&self) -> bool {
        self.verdict.is_visible()
    }
}

impl Moves<'_> {
    pub(super) fn of(&self, dimension: usize) -> Option<&Judged> {
        self.changes.get(dimension)?.as_ref()
    }
}

/// Puts a change among `n` answers into words.
pub(super) fn change(
    moves: &Moves<'_>,
    found: &Judged,
    title: &str,
    n: usize,
    lang: Lang,
) -> ChangeRow {
    let verdict = ChangeVerdict::from(found.word());
    let points = points_near(found.comparison.points);
    let chance = found.chance_range(0.0);
    let visible_from = ceiling_of_distance(found.smallest());
    ChangeRow {
        points,
        verdict,
        sentence: Sentence::new(format!("report-change-{}", verdict.key()))
            .with("title", title)
            .with("since", moves.since)
            .with("points", points.unsigned_abs() as usize)
            .with("detectable", visible_from.unsigned_abs() as usize)
            .with("n", n)
            .in_lang(lang),
        chance: [chance.lo, chance.hi].map(|end| 25.0 * end),
    }
}
