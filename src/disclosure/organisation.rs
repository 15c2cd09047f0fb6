use super::raw::{RawScale, RawTally};
use crate::stats::{self, Anova, Group, Levels, OneFactor, StatsError, TeamSums};
use serde::{Deserialize, Serialize};

/// Fewest people and teams over which figures of persons' answers to several items are released.
const PEOPLE: u64 = 50;
const TEAMS: usize = 10;
/// Fewest people for omega.
const OMEGA: u64 = 100;

/// Fewest people for the number of careless sheets.
const CARELESS: usize = 30;

/// What a wave says about the survey itself, over everybody who answered: how the items of each scale go
/// together. It is computed from whole answer sheets, so it is released for the organisation only, and rounded.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Organisation {
    /// By scale; `None` where too few people in too few teams answered all of its items.
    scales: Vec<Option<ScaleFigures>>,
    /// `None` for fewer than 30 people.
    careless: Option<Careless>,
}

/// How many sheets look filled in without reading. They are counted like all others: a result with and without
/// them would give their answers away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Careless {
    pub sheets: u64,
    pub people: usize,
}

/// How the items of one scale go together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScaleFigures {
    /// People who answered all items.
    pub people: usize,
    /// Teams with two of them or more.
    pub teams: usize,
    /// Correlations between items within teams, a row for each item but the last, from its right neighbour on.
    correlations: Vec<f64>,
    /// Within-team alpha (Geldhof, Preacher & Zyphur 2014); negative if items contradict each other.
    pub alpha: Option<f64>,
    /// Omega total of one factor, within teams (McDonald 1999).
    pub omega: Option<f64>,
    /// The share of a person's score that is the team's, and the reliability of a team's mean (Bliese 2000).
    pub icc1: Option<f64>,
    pub icc2: Option<f64>,
}

impl Organisation {
    pub(super) fn of(tallies: &[RawTally]) -> Self {
        let teams: Vec<Vec<RawScale>> = tallies.iter().map(RawTally::scales).collect();
        let scales = tallies
            .first()
            .map_or(0, |first| first.shape().scales.len());
        let scale = |scale| {
            let answered = |team: &&RawScale| team.n > 0;
            let of_teams = teams.iter().filter_map(|team| team.get(scale));
            ScaleFigures::of(&of_teams.filter(answered).collect::<Vec<_>>())
        };
        let people = tallies.iter().map(RawTally::n).sum();
        let careless = Careless {
            sheets: tallies.iter().map(RawTally::careless).sum(),
            people,
        };
        Self {
            scales: (0..scales).map(scale).collect(),
            careless: (people >= CARELESS).then_some(careless),
        }
    }

    pub fn careless(&self) -> Option<Careless> {
        self.careless
    }

    /// The figures of a scale by its number.
    pub fn scale(&self, scale: usize) -> Option<&ScaleFigures> {
        self.scales.get(scale)?.as_ref()
    }
}

impl ScaleFigures {
    fn of(teams: &[&RawScale]) -> Option<Self> {
        let people: u64 = teams.iter().map(|team| team.n).sum();
        let several = teams.iter().filter(|team| team.n > 1).count();
        let items = teams.first().map_or(0, |team| team.sums.len());
        if people < PEOPLE || several < TEAMS || items == 0 {
            return None;
        }
        let sums = teams.iter().map(|team| team.exact());
        let sums: Vec<TeamSums> = sums.collect::<Result<_, _>>().ok()?;
        let within = Levels::of(&sums)?.within;
        let k = within.k();
        let pairs = (0..k).flat_map(|i| (i + 1..k).map(move |j| (i, j)));
        let correlation = |(i, j)| rounded(within.correlation(i, j).unwrap_or(0.0));
        let anova = Anova::of(&sums.iter().map(group).collect::<Vec<_>>())?;
        let omega = OneFactor::fit(&within).ok().filter(|_| people >= OMEGA);
        Some(Self {
            people: people as usize,
            teams: several,
            correlations: pairs.map(correlation).collect(),
            alpha: stats::alpha(&within).map(rounded),
            omega: omega.map(|factor| rounded(factor.omega())),
            icc1: anova.icc1(anova.n0).map(rounded),
            icc2: anova.icc2().map(rounded),
        })
    }

    /// The correlation of two items by their places in the scale; 1 of an item with itself.
    pub fn correlation(&self, i: usize, j: usize) -> f64 {
        let (i, j) = (i.min(j), i.max(j));
        if i == j {
            return 1.0;
        }
        let before = j - i - 1;
        let rows = i * self.items() - i * (i + 1) / 2;
        self.correlations.get(rows + before).copied().unwrap_or(0.0)
    }

    /// How many items the scale has: k of them make k (k - 1) / 2 pairs.
    fn items(&self) -> usize {
        let pairs = self.correlations.len();
        (1..).find(|k| k * (k - 1) / 2 >= pairs).unwrap_or(1)
    }

    /// The share of a score's variance within teams that is no answer noise, from 0 to 1.
    pub fn reliability(&self) -> f64 {
        self.alpha.unwrap_or(0.0).clamp(0.0, 1.0)
    }
}

impl RawScale {
    fn exact(&self) -> Result<TeamSums, StatsError> {
        let numbers = |whole: &[u64]| whole.iter().map(|sum| *sum as f64).collect::<Vec<_>>();
        TeamSums::new(self.n as f64, numbers(&self.sums), &numbers(&self.products))
    }
}

fn group(team: &TeamSums) -> Group {
    let (n, sum, squares) = team.score();
    Group { n, sum, squares }
}

/// To hundredths: enough for every use, and too coarse to lead back to a person.
fn rounded(value: f64) -> f64 {
    (100.0 * value).round() / 100.0
}
