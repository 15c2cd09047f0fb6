use super::group::{Group, UnitId};
use super::organisation::{Head, column_heads};
use super::{ceiling, floor, whole};
use crate::scoring::{Estimate, Wave};
use crate::stats::{Interval, Shrinkage, TeamMean, shrink, t_quantile};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// Fewest teams that are compared with each other.
const TEAMS: usize = 10;
/// So many are named at most, and so many where none stands out.
const MOST: usize = 10;
const FEW: usize = 3;
/// Degrees of freedom with which a t distribution is a normal one.
const NORMAL: f64 = 1e6;

/// The teams with which a conversation is likely to be worth most, by what is worst in each: on every topic and trap the
/// figures are shrunk towards the mean of all teams, because chance alone makes small teams extreme.
#[derive(Clone, Debug, Serialize)]
pub struct Ranking {
    /// Teams that were compared.
    pub teams: usize,
    /// What the list says, in one sentence.
    pub sentence: String,
    /// The one that stands out most first.
    pub rows: Vec<RankedTeam>,
}

/// One team of a ranking.
#[derive(Clone, Debug, Serialize)]
pub struct RankedTeam {
    /// Its name.
    pub name: String,
    /// Its node in the wave.
    pub node: usize,
    /// Answers.
    pub n: usize,
    /// What is worse in it than in most teams, the worst first; where nothing is, what comes nearest to it.
    pub topics: Vec<RankedTopic>,
}

/// What is worse in a team than in most; figures from 0 to 100.
#[derive(Clone, Debug, Serialize)]
pub struct RankedTopic {
    /// Identifier of the dimension.
    pub id: String,
    /// Its name.
    pub title: String,
    /// High is worse.
    pub high_is_worse: bool,
    /// The team's own figure.
    pub own: i64,
    /// Where the team is expected to be, given all teams.
    pub expected: i64,
    /// 95 % range of that, rounded outwards.
    pub lo: i64,
    /// Its upper end.
    pub hi: i64,
    /// The mean of all teams.
    pub mean: i64,
    /// Worse than the mean of all teams: clearly, even counted that several topics were looked at, or probably.
    pub evidence: Evidence,
    /// The same in one sentence.
    pub sentence: String,
}

crate::text::keyed! {
    /// How sure it is that a team differs from most.
    Evidence {
        Clear = "clear",
        Likely = "likely",
        /// It cannot be told from chance.
        Chance = "chance",
    }
}

/// A topic of a team with how far it lies on the worse side of all teams, in standard errors.
type Weighed = (f64, RankedTopic);

/// Ranks the teams that are counted by themselves (Efron & Morris 1975); `None` for fewer than ten.
pub fn ranking(wave: &Wave, groups: &[Group], lang: Lang) -> Option<Ranking> {
    let teams: Vec<(&Group, usize)> = groups
        .iter()
        .filter(|group| group.is_team)
        .filter_map(|group| match group.id {
            UnitId::Node(node) => Some((group, node)),
            UnitId::Atom(_) => None,
        })
        .collect();
    if teams.len() < TEAMS {
        return None;
    }
    let heads = column_heads(&wave.survey, lang);
    let mut found: Vec<Vec<Weighed>> = vec![Vec::new(); teams.len()];
    for (dimension, head) in &heads {
        let of = |(group, _): &(&Group, usize)| *group.means.dimensions.get(*dimension)?;
        let estimates: Vec<Option<Estimate>> = teams.iter().map(of).collect();
        let topics = weigh(&estimates, head, heads.len());
        for (of_team, topic) in found.iter_mut().zip(topics) {
            of_team.extend(topic);
        }
    }
    let mut ranked: Vec<(f64, RankedTeam)> = teams
        .iter()
        .zip(found)
        .filter_map(|((group, node), topics)| row(group, *node, topics))
        .collect();
    ranked.sort_by(|(a, x), (b, y)| b.total_cmp(a).then_with(|| x.name.cmp(&y.name)));
    let apart = |row: &RankedTeam| {
        let mut topics = row.topics.iter();
        topics.any(|topic| topic.evidence != Evidence::Chance)
    };
    let rows: Vec<RankedTeam> = ranked.into_iter().map(|(_, row)| row).collect();
    let standing_out = rows.iter().filter(|row| apart(row)).count();
    let key = match (rows.is_empty(), standing_out) {
        (true, _) => "report-ranking-alike",
        (false, 0) => "report-ranking-none",
        (false, _) => "report-ranking-some",
    };
    let shown = if standing_out == 0 {
        FEW
    } else {
        standing_out.min(MOST)
    };
    Some(Ranking {
        teams: teams.len(),
        sentence: Sentence::new(key)
            .with("teams", teams.len())
            .with("apart", standing_out)
            .in_lang(lang),
        rows: rows
            .into_iter()
            .take(shown)
            .map(|row| RankedTeam {
                topics: row
                    .topics
                    .into_iter()
                    .map(|topic| worded(topic, lang))
                    .collect(),
                ..row
            })
            .collect(),
    })
}

/// What stands out in a team, or the worst of what does not; `None` where no topic tells teams apart.
fn row(group: &Group, node: usize, mut topics: Vec<Weighed>) -> Option<(f64, RankedTeam)> {
    topics.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    let worst = topics.first()?.0;
    let apart = topics.iter();
    let apart = apart
        .filter(|(_, topic)| topic.evidence != Evidence::Chance)
        .count();
    let topics = topics
        .into_iter()
        .take(apart.max(1))
        .map(|(_, topic)| topic);
    Some((
        worst,
        RankedTeam {
            name: group.name.clone(),
            node,
            n: group.means.n,
            topics: topics.collect(),
        },
    ))
}

/// One topic of all teams; `None` for those that do not show it, and for all where it does not tell teams apart.
/// `topics` is how many are looked at.
fn weigh(estimates: &[Option<Estimate>], head: &Head, topics: usize) -> Vec<Option<Weighed>> {
    let mean = |found: &Estimate| TeamMean {
        n: found.precision.n,
        mean: found.mean(),
        variance: found.precision.variance,
        // The question is how the team will go on, not what these people said this time.
        response: 0.0,
    };
    let means: Vec<TeamMean> = estimates.iter().flatten().map(mean).collect();
    let shrunk = shrink(&means).filter(|found| found.between > 0.0);
    let mut drawn = shrunk.iter().flat_map(|found| &found.teams);
    let of = |own: &Option<Estimate>| {
        let (own, all) = (own.as_ref()?, shrunk.as_ref()?);
        let drawn = drawn.next()?;
        Some(topic(own, (drawn.mean, drawn.weight), all, head, topics))
    };
    estimates.iter().map(of).collect()
}

fn topic(
    own: &Estimate,
    (expected, weight): (f64, f64),
    all: &Shrinkage,
    head: &Head,
    topics: usize,
) -> Weighed {
    let error = (all.between * (1.0 - weight)).sqrt();
    let turned = if head.high_is_worse { -1.0 } else { 1.0 };
    let worse = match error > 0.0 {
        true => turned * (all.mean - expected) / error,
        false => 0.0,
    };
    let two_sided = |share: f64| t_quantile(1.0 - share / 2.0, NORMAL);
    let evidence = match worse {
        _ if worse > two_sided(0.05 / topics.max(1) as f64) => Evidence::Clear,
        _ if worse > two_sided(0.05) => Evidence::Likely,
        _ => Evidence::Chance,
    };
    let margin = two_sided(0.05) * error;
    let range = Interval {
        lo: expected - margin,
        hi: expected + margin,
    };
    let (printed, mean) = (own.printed().round() as i64, whole(all.mean));
    let (lo, hi) = (floor(range.lo).max(0), ceiling(range.hi).min(100));
    // An end that leaves out the mean of all teams does so when it is rounded, too.
    let (lo, hi) = match (evidence, head.high_is_worse) {
        (Evidence::Chance, _) => (lo, hi),
        (_, true) => (lo.max(mean + 1).min(whole(expected)), hi),
        (_, false) => (lo, hi.min(mean - 1).max(whole(expected))),
    };
    let topic = RankedTopic {
        id: head.id.clone(),
        title: head.title.clone(),
        high_is_worse: head.high_is_worse,
        own: printed,
        expected: whole(expected),
        lo,
        hi,
        mean,
        evidence,
        // Only what is named is worded: there can be thousands.
        sentence: String::new(),
    };
    (worse, topic)
}

fn worded(topic: RankedTopic, lang: Lang) -> RankedTopic {
    let side = if topic.high_is_worse {
        "above"
    } else {
        "below"
    };
    let sentence = Sentence::new(format!("report-ranking-{side}-{}", topic.evidence.key()))
        .with("title", topic.title.as_str())
        .with("own", topic.own.to_string())
        .with("mean", topic.mean.to_string())
        .with("lo", topic.lo.to_string())
        .with("hi", topic.hi.to_string())
        .in_lang(lang);
    RankedTopic { sentence, ..topic }
}
