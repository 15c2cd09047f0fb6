use super::group::{Group, UnitId};
use crate::scoring::Wave;
use crate::stats::{Correlation, DriverCorrelations, RelationShown, bootstrap_weights, olkin_finn};
use crate::survey::{DimensionKind, Role};
use crate::text::{Lang, Sentence};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use serde::Serialize;

/// Bootstrap samples of the teams for the ranges of the weights, and the seed of their random numbers, so that the
/// same wave always has the same ranges.
const DRAWS: usize = 2_000;
const SEED: u64 = 1;

/// How topics and the pillars (customers, satisfaction, results) go together over the teams.
#[derive(Clone, Debug, Serialize)]
pub struct Relations {
    /// Teams.
    pub teams: usize,
    /// What may be read from it, and what not.
    pub sentence: String,
    /// Weights are given, not only correlations.
    pub weighed: bool,
    /// Empty where teams are too few.
    pub rows: Vec<Relation>,
}

/// One topic and one pillar.
#[derive(Clone, Debug, Serialize)]
pub struct Relation {
    /// The pillar, in the members' wording.
    pub pillar: String,
    /// The topic.
    pub topic: String,
    /// Pearson's r over the teams and the ends of its 95 % interval (Fisher 1921).
    pub r: [f64; 3],
    /// Percent of what tells teams apart in the pillar that goes with the topic (Johnson 2000), and the ends of
    /// its 95 % range.
    pub weight: Option<[f64; 3]>,
}

/// Relates core dimensions to pillars over the teams that are counted by themselves; `None` for a survey
/// without pillars.
pub fn relations(wave: &Wave, groups: &[Group], lang: Lang) -> Option<Relations> {
    let survey = &wave.survey;
    let core = survey.dimensions_of(DimensionKind::Core);
    let core: Vec<usize> = core.map(|(at, _)| at).collect();
    let asked = survey.form(Role::Member);
    let pillars = asked.filter(|(_, item)| survey.kind_of(item) == Some(DimensionKind::Pillar));
    let pillars: Vec<usize> = pillars.map(|(at, _)| at).collect();
    if pillars.is_empty() {
        return None;
    }
    let teams: Vec<(&Group, usize)> = groups
        .iter()
        .filter(|group| group.is_team)
        .filter_map(|group| match group.id {
            UnitId::Node(node) => Some((group, node)),
            UnitId::Atom(_) => None,
        })
        .collect();
    let mut rows = Vec::new();
    let (mut most, mut weighed) = (0, true);
    for pillar in &pillars {
        let Table { topics, outcome } = Table::of(wave, &teams, &core, *pillar);
        most = most.max(outcome.len());
        let shown = shown(&topics, &outcome);
        weighed &= shown == RelationShown::Drivers;
        if !matches!(shown, RelationShown::Drivers | RelationShown::Correlations) {
            continue;
        }
        let text = survey.items.get(*pillar)?.wording(Role::Member)?;
        let weights = weights(&topics, &outcome).filter(|_| shown == RelationShown::Drivers);
        for (place, (dimension, topic)) in core.iter().zip(&topics).enumerate() {
            let title = survey.dimensions.get(*dimension)?.title.text(lang.code());
            let found = Correlation::of(topic, &outcome);
            let found = found.and_then(|found| Some((found.r, found.interval?)));
            let Some((r, range)) = found else { continue };
            rows.push(Relation {
                pillar: text.text(lang.code()).to_owned(),
                topic: title.to_owned(),
                r: [r, range.lo, range.hi].map(hundredths),
                weight: weights
                    .as_ref()
                    .and_then(|weights| weights.get(place).copied()),
            });
        }
    }
    let key = match (rows.is_empty(), weighed) {
        (true, _) => "report-relations-few",
        (false, false) => "report-relations-correlations",
        (false, true) => "report-relations-weights",
    };
    Some(Relations {
        teams: most,
        sentence: Sentence::new(key).with("teams", most).in_lang(lang),
        weighed: weighed && !rows.is_empty(),
        rows,
    })
}

/// The means of the teams that show everything: a column for each topic, and the pillar.
struct Table {
    topics: Vec<Vec<f64>>,
    outcome: Vec<f64>,
}

impl Table {
    fn of(wave: &Wave, teams: &[(&Group, usize)], core: &[usize], pillar: usize) -> Self {
        let mut table = Self {
            topics: vec![Vec::new(); core.len()],
            outcome: Vec::new(),
        };
        for (group, node) in teams {
            let mean = |at: &usize| Some(group.means.dimensions.get(*at)?.as_ref()?.mean());
            let row: Option<Vec<f64>> = core.iter().map(mean).collect();
            if let (Some(row), Some(outcome)) = (row, wave.item_mean(*node, pillar)) {
                table.outcome.push(outcome);
                table
                    .topics
                    .iter_mut()
                    .zip(row)
                    .for_each(|(column, mean)| column.push(mean));
            }
        }
        table
    }
}

fn shown(topics: &[Vec<f64>], outcome: &[f64]) -> RelationShown {
    let explained = DriverCorrelations::of(topics, outcome)
        .and_then(|found| found.relative_weights())
        .map(|weights| olkin_finn(weights.iter().sum(), outcome.len(), topics.len()));
    RelationShown::of(outcome.len(), topics.len(), explained)
}

fn weights(topics: &[Vec<f64>], outcome: &[f64]) -> Option<Vec<[f64; 3]>> {
    let weights = DriverCorrelations::of(topics, outcome)?.relative_weights()?;
    let mut rng = ChaCha20Rng::seed_from_u64(SEED);
    let ranges = bootstrap_weights(topics, outcome, DRAWS, &mut rng)?.weights;
    let rows = weights.iter().zip(ranges);
    Some(
        rows.map(|(weight, range)| [*weight, range.lo, range.hi].map(hundredths))
            .collect(),
    )
}

fn hundredths(value: f64) -> f64 {
    (100.0 * value).round() / 100.0
}
