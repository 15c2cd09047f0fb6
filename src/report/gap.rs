use super::row::gap_figures;
use super::{ceiling_of_distance, floor_of_distance, points_near};
use crate::stats::{Judged, Side, Word};
use crate::survey::{DimensionKind, Survey};
use crate::text::{Lang, Sentence};
use serde::Serialize;
use std::collections::BTreeMap;

crate::text::keyed! {
    /// What may be said about a gap of leader minus members.
    Verdict {
        /// The leader sees more of it.
        Over = "over",
        LikelyOver = "likely_over",
        /// The members see more of it.
        Under = "under",
        LikelyUnder = "likely_under",
        /// Both see it alike.
        Alike = "alike",
        CannotTell = "cannot_tell",
    }
}

impl Verdict {
    /// The two sides differ, clearly or probably.
    pub fn is_gap(self) -> bool {
        self.evidence() > 0.0
    }

    /// Both sides see it alike.
    pub fn is_alike(self) -> bool {
        self == Self::Alike
    }

    /// The two sides differ clearly, even counted that several topics were looked at.
    pub fn is_clear(self) -> bool {
        matches!(self, Self::Over | Self::Under)
    }

    /// 2 if clear, 1 if likely, else 0.
    pub(super) fn evidence(self) -> f64 {
        match self {
            Self::Over | Self::Under => 2.0,
            Self::LikelyOver | Self::LikelyUnder => 1.0,
            Self::Alike | Self::CannotTell => 0.0,
        }
    }
}

impl From<Word> for Verdict {
    fn from(word: Word) -> Self {
        match word {
            Word::Clear(Side::Higher) => Self::Over,
            Word::Clear(Side::Lower) => Self::Under,
            Word::Likely(Side::Higher) => Self::LikelyOver,
            Word::Likely(Side::Lower) => Self::LikelyUnder,
            Word::Alike => Self::Alike,
            Word::CannotTell => Self::CannotTell,
        }
    }
}

/// The mean gap over the core dimensions; whole numbers are of 100.
#[derive(Clone, Debug, Serialize)]
pub struct MeanGap {
    /// Leader minus members.
    pub gap: i64,
    /// 95 % interval; an end never crosses zero by rounding.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// What may be said about it.
    pub verdict: Verdict,
    /// The verdict in one sentence.
    pub sentence: String,
    /// Every figure by name, in points from 1 to 5.
    pub figures: BTreeMap<&'static str, f64>,
}

/// A gap in words.
pub(super) struct GapWords {
    pub verdict: Option<Verdict>,
    pub within: bool,
    pub ends: Option<(i64, i64)>,
    pub sentence: String,
}

impl GapWords {
    /// Where a leader's score is shown without a comparison, or there is none.
    pub fn untested(gap: Option<i64>, lang: Lang) -> Self {
        let sentence = match gap {
            Some(gap) => Sentence::new("report-gap-untested").with("gap", distance(gap)),
            None => Sentence::new("report-gap-none"),
        };
        Self {
            verdict: None,
            within: false,
            ends: None,
            sentence: sentence.in_lang(lang),
        }
    }
}

/// Puts the gap of a dimension into words; `gap` is what is shown of it.
pub(super) fn gap_words(
    survey: &Survey,
    kind: DimensionKind,
    title: &str,
    (judged, gap): (&Judged, i64),
    lang: Lang,
) -> GapWords {
    let verdict = Verdict::from(judged.word());
    let worse = matches!(kind, DimensionKind::Trap | DimensionKind::Symptoms);
    let stem = match verdict.is_gap() && worse {
        true => "report-trap",
        false => "report-gap",
    };
    let ends = ends(judged);
    GapWords {
        verdict: Some(verdict),
        within: judged.within,
        sentence: sentence(survey, stem, Some(title), (judged, gap, ends), lang),
        ends: Some(ends),
    }
}

/// Puts the mean gap over the core dimensions into words.
pub(super) fn mean_gap(survey: &Survey, judged: &Judged, lang: Lang) -> MeanGap {
    let gap = points_near(judged.comparison.points);
    let (lo, hi) = ends(judged);
    MeanGap {
        gap,
        lo,
        hi,
        verdict: judged.word().into(),
        sentence: sentence(survey, "report-mean", None, (judged, gap, (lo, hi)), lang),
        figures: gap_figures(judged).into(),
    }
}

/// The ends of the interval in whole numbers of 100, outwards, but that one which is off zero stays off it.
pub(super) fn ends(judged: &Judged) -> (i64, i64) {
    let interval = judged.interval;
    let lo = floor_of_distance(interval.lo);
    let hi = ceiling_of_distance(interval.hi);
    (
        if interval.lo > 0.0 { lo.max(1) } else { lo },
        if interval.hi < 0.0 { hi.min(-1) } else { hi },
    )
}

fn sentence(
    survey: &Survey,
    stem: &str,
    title: Option<&str>,
    (judged, gap, (lo, hi)): (&Judged, i64, (i64, i64)),
    lang: Lang,
) -> String {
    let verdict = Verdict::from(judged.word());
    // A gap is told as a distance, from the side that sees more of it.
    let (lo, hi) = match verdict {
        Verdict::Under | Verdict::LikelyUnder => (-hi, -lo),
        _ => (lo, hi),
    };
    let alike = distance(points_near(survey.scoring.alike));
    let words = |key: String| {
        Sentence::new(key)
            .with("title", title.unwrap_or_default())
            .with("gap", distance(gap))
            .with("lo", lang.signed(lo))
            .with("hi", lang.signed(hi))
            .with("alike", alike)
            .in_lang(lang)
    };
    let said = words(format!("{stem}-{}", verdict.key()));
    match judged.within && verdict.is_gap() {
        true => format!("{said} {}", words("report-gap-within".to_owned())),
        false => said,
    }
}

fn distance(points: i64) -> usize {
    points.unsigned_abs() as usize
}
