use super::points_near;
use super::unit::of_kind;
use crate::scoring::UnitScores;
use crate::stats::ProfileSimilarity;
use crate::survey::{DimensionKind, Survey};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// How far both sides lie apart over all core dimensions, in points from 0 to 100.
#[derive(Clone, Debug, Serialize)]
pub struct ProfileRow {
    /// Root mean square of the gaps.
    pub distance: i64,
    /// Mean of the gaps: leader minus members.
    pub elevation: i64,
    /// Both in one sentence.
    pub sentence: String,
}

/// Compares the profiles of leader and members; `None` unless every core dimension has both sides.
pub(super) fn profile(survey: &Survey, scores: &UnitScores, lang: Lang) -> Option<ProfileRow> {
    let sides = of_kind(survey, scores, DimensionKind::Core)
        .map(|(_, scored)| Some((scored.leader?, scored.members?.mean())));
    let (leader, members): (Vec<f64>, Vec<f64>) =
        sides.collect::<Option<Vec<_>>>()?.into_iter().unzip();
    let found = ProfileSimilarity::of(&leader, &members)?;
    let (distance, elevation) = (points_near(found.rms()), points_near(found.mean_difference));
    let key = match elevation {
        0 => "report-profile-level",
        1.. => "report-profile-higher",
        _ => "report-profile-lower",
    };
    Some(ProfileRow {
        distance,
        elevation,
        sentence: Sentence::new(key)
            .with("distance", distance.unsigned_abs() as usize)
            .with("elevation", elevation.unsigned_abs() as usize)
            .in_lang(lang),
    })
}
