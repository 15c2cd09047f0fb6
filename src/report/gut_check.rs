use crate::scoring::{self, Pattern, VisitorProfile, score_0_100};
use crate::survey::{DimensionKind, Role, Survey};
use crate::text::Lang;
use serde::Serialize;

/// What a visitor's two minutes say; made for one page and never stored.
#[derive(Serialize)]
pub struct GutCheck {
    /// The profile.
    pub profile: Profile,
    /// The questions to think about.
    pub questions: Vec<String>,
    /// The side the visitor took.
    pub role: Role,
}

/// Scores of one person.
#[derive(Serialize)]
pub struct Profile {
    /// How leader and team work together, as a message key.
    pub pattern: &'static str,
    /// The core dimensions.
    pub dimensions: Vec<Bar>,
    /// The two traps.
    pub traps: Vec<Bar>,
    /// `too-little`, `right`, `too-much` or `mixed`.
    pub balance: Option<&'static str>,
}

/// One score from 0 to 100.
#[derive(Serialize)]
pub struct Bar {
    /// Name of the dimension.
    pub title: String,
    /// What it is about.
    pub about: String,
    /// The score.
    pub score: Option<i64>,
    /// For a trap: beyond the middle by half a point or more.
    pub high: bool,
}

/// Scores and words one visitor's answers: raw values by item, `None` for "can't say".
pub fn gut_check(survey: &Survey, role: Role, values: &[Option<u8>], lang: Lang) -> GutCheck {
    let profile = scoring::visitor(survey, values);
    let about = |index: usize, score: Option<f64>, high| {
        let dimension = survey.dimensions.get(index)?;
        Some(Bar {
            title: dimension.title.text(lang.code()).to_owned(),
            about: dimension.about.text(lang.code()).to_owned(),
            score: score.map(|score| score.round() as i64),
            high,
        })
    };
    let traps = (0..)
        .zip(&survey.dimensions)
        .filter(|(_, dimension)| dimension.kind == DimensionKind::Trap)
        .zip([profile.leadership_trap, profile.member_trap])
        .filter_map(|((index, _), points)| {
            about(
                index,
                points.map(score_0_100),
                points.is_some_and(|points| points >= 3.5),
            )
        });
    GutCheck {
        profile: Profile {
            pattern: pattern(profile.pattern),
            dimensions: profile
                .dimensions
                .iter()
                .filter_map(|(index, score)| about(*index, *score, false))
                .collect(),
            traps: traps.collect(),
            balance: balance(&profile),
        },
        questions: survey
            .questions
            .iter()
            .map(|question| question.text.text(lang.code()).to_owned())
            .collect(),
        role,
    }
}

fn pattern(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::InItWithThem => "in-it-with-them",
        Pattern::Hiding => "hiding",
        Pattern::Hovering => "hovering",
        Pattern::Erratic => "erratic",
        Pattern::MutualAvoidance => "mutual-avoidance",
        Pattern::NoClearPattern => "no-clear-pattern",
    }
}

fn balance(profile: &VisitorProfile) -> Option<&'static str> {
    Some(match profile.balance? {
        _ if profile.pattern == Pattern::Erratic => "mixed",
        balance if balance < -0.5 => "too-little",
        balance if balance > 0.5 => "too-much",
        balance if balance.abs() < 0.1 => "right",
        _ => "mixed",
    })
}
