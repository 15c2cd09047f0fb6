use super::group::{Group, UnitId};
use super::{ceiling, floor, whole};
use crate::scoring::UnitMeans;
use crate::stats::{Interval, TeamMean, shrink};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// Fewest teams that are compared with each other.
const TEAMS: usize = 10;
/// How many teams are named.
const NAMED: usize = 5;
/// The 97.5 % quantile of a normal distribution.
const TWO_SIDED: f64 = 1.959_963_984_540_054;

/// The teams with which a conversation is likely to be worth most: those whose overall figure is lowest after it was
/// shrunk towards the mean of all teams, because chance alone makes small teams extreme.
#[derive(Clone, Debug, Serialize)]
pub struct Ranking {
    /// Teams that were compared.
    pub teams: usize,
    /// Mean of all teams, from 0 to 100.
    pub mean: i64,
    /// What the list says, in one sentence.
    pub sentence: String,
    /// The lowest first.
    pub rows: Vec<RankedTeam>,
}

/// One team of a ranking; figures from 0 to 100.
#[derive(Clone, Debug, Serialize)]
pub struct RankedTeam {
    /// Its name.
    pub name: String,
    /// Answers.
    pub n: usize,
    /// Its own figure.
    pub own: i64,
    /// Where it is expected to be, given all teams.
    pub expected: i64,
    /// 95 % range of that, rounded outwards.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// The range leaves out the mean of all teams.
    pub apart: bool,
}

/// Ranks the teams that are counted by themselves (Efron & Morris 1975); `None` for fewer than ten.
pub fn ranking(groups: &[Group], lang: Lang) -> Option<Ranking> {
    let teams: Vec<(&Group, TeamMean)> = groups
        .iter()
        .filter(|group| group.is_team && matches!(group.id, UnitId::Node(_)))
        .filter_map(|group| Some((group, mean(&group.means)?)))
        .collect();
    if teams.len() < TEAMS {
        return None;
    }
    let means: Vec<TeamMean> = teams.iter().map(|(_, mean)| *mean).collect();
    let found = shrink(&means)?;
    let row = |((group, own), drawn): (&(&Group, TeamMean), &crate::stats::Shrunken)| {
        let margin = TWO_SIDED * (found.between * (1.0 - drawn.weight)).sqrt();
        let range = Interval {
            lo: drawn.mean - margin,
            hi: drawn.mean + margin,
        };
        let row = RankedTeam {
            name: group.name.clone(),
            n: own.n,
            own: whole(own.mean),
            expected: whole(drawn.mean),
            lo: floor(range.lo).max(0),
            hi: ceiling(range.hi).min(100),
            apart: !range.contains(found.mean),
        };
        (drawn.mean, row)
    };
    let mut rows: Vec<(f64, RankedTeam)> = teams.iter().zip(&found.teams).map(row).collect();
    rows.sort_by(|(a, x), (b, y)| a.total_cmp(b).then_with(|| x.name.cmp(&y.name)));
    let apart = rows
        .iter()
        .filter(|(at, row)| row.apart && *at < found.mean)
        .count();
    let key = match (found.between > 0.0, apart) {
        (false, _) => "report-ranking-alike",
        (true, 0) => "report-ranking-none",
        (true, _) => "report-ranking-some",
    };
    Some(Ranking {
        teams: teams.len(),
        mean: whole(found.mean),
        sentence: Sentence::new(key)
            .with("teams", teams.len())
            .with("apart", apart)
            .in_lang(lang),
        rows: match found.between > 0.0 {
            true => rows.into_iter().map(|(_, row)| row).take(NAMED).collect(),
            false => Vec::new(),
        },
    })
}

/// A team's overall mean. How people vary in it is not known, only how they vary in each dimension; the largest
/// variance that allows is taken, so teams are shrunk rather too much than too little.
fn mean(means: &UnitMeans) -> Option<TeamMean> {
    let spreads: Vec<f64> = means
        .dimensions
        .iter()
        .zip(&means.core)
        .filter(|(_, core)| **core)
        .filter_map(|(found, _)| Some(found.as_ref()?.precision.variance.sqrt()))
        .collect();
    let spread = spreads.iter().sum::<f64>() / spreads.len().max(1) as f64;
    Some(TeamMean {
        n: means.n,
        mean: means.overall?,
        variance: spread * spread,
        // The question is how the team will go on, not what these people said this time.
        response: 0.0,
    })
}
