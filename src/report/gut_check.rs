use crate::scoring::{self, Direction, Pattern, VisitorProfile, score_0_100};
use crate::survey::{DimensionKind, Role, Survey};
use crate::text::Lang;
use serde::Serialize;

/// The result of a visitor's gut-check; made for one page and never stored.
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
    /// How leader and team work together.
    pub pattern: Pattern,
    /// The core dimensions.
    pub dimensions: Vec<Bar>,
    /// The two traps.
    pub traps: Vec<Bar>,
    /// Which way the answers about involvement lean.
    pub balance: Option<Direction>,
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

/// Scores one visitor's answers and puts them into words: raw values by item, `None` for "can't say".
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
    let traps = survey
        .dimensions_of(DimensionKind::Trap)
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
            pattern: profile.pattern,
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

/// Which way the answers about involvement lean. Those that swing from one end to the other have no balance.
fn balance(profile: &VisitorProfile) -> Option<Direction> {
    Some(match profile.balance? {
        _ if profile.pattern == Pattern::Erratic => Direction::Split,
        balance if balance < -0.5 => Direction::TooLittle,
        balance if balance > 0.5 => Direction::TooMuch,
        balance if balance.abs() < 0.1 => Direction::Right,
        _ => Direction::Split,
    })
}
