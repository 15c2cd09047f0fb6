use super::change::{Pair, changes, moved};
use super::comparison::{has_gap, leader_gap};
use super::estimate::{Estimate, Members};
use super::leader::LeaderAnswers;
use super::parameters::Parameters;
use super::reading::Reading;
use super::unit::{UnitMeans, UnitScores, gaps, means, unit};
use crate::disclosure::{Figure, Release, Released, Shares};
use crate::stats::{self, ItemNoise, Judged, StatsError};
use crate::survey::Survey;

/// A released wave with all that its scores are made of.
pub struct Wave {
    pub survey: Survey,
    pub release: Released<Release>,
    pub parameters: Parameters,
    /// By node.
    pub(super) leaders: Vec<Vec<LeaderAnswers>>,
    /// By dimension, u0 of its gaps, where the teams suffice to tell it.
    noise: Vec<Option<f64>>,
}

impl Wave {
    /// `leaders` are those of the people directly at each node.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn new(
        survey: Survey,
        release: Released<Release>,
        leaders: Vec<Vec<LeaderAnswers>>,
    ) -> Result<Self, StatsError> {
        let mut wave = Self {
            parameters: Parameters::of(&survey, &release, None),
            survey,
            release,
            leaders,
            noise: Vec::new(),
        };
        wave.noise = wave.gap_noise()?;
        wave.parameters.take_noise(&wave.noise, None);
        Ok(wave)
    }

    /// Takes from an earlier wave what this one has too few answers for.
    pub fn look_back(&mut self, earlier: &Parameters) {
        self.parameters = Parameters::of(&self.survey, &self.release, Some(earlier));
        self.parameters.take_noise(&self.noise, Some(earlier));
    }

    /// u0 of the gaps of each dimension, over the teams that have a report of their own and a leader.
    fn gap_noise(&self) -> Result<Vec<Option<f64>>, StatsError> {
        let mut found = vec![Vec::new(); self.survey.dimensions.len()];
        for (node, leaders) in self.leaders.iter().enumerate() {
            let team = self.release.groups().own_report(node);
            let figure = team.and_then(|_| self.release.node(node));
            let Some(figure) = figure.filter(|_| !leaders.is_empty()) else {
                continue;
            };
            let members = self.members(figure);
            for (dimension, of_teams) in found.iter_mut().enumerate() {
                let kind = self.survey.dimensions.get(dimension).map(|one| one.kind);
                let Some(own) =
                    Estimate::of(&members, dimension, None)?.filter(|_| kind.is_some_and(has_gap))
                else {
                    continue;
                };
                let gap = leader_gap(&members, dimension, &own, leaders)?;
                of_teams.extend(gap.map(|gap| gap.noise));
            }
        }
        Ok(found.into_iter().map(stats::pooled_noise).collect())
    }

    /// The scores of a node, if it shows anything.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn unit(&self, node: usize) -> Result<Option<UnitScores>, StatsError> {
        let Some(figure) = self.release.node(node) else {
            return Ok(None);
        };
        let leaders = self.leaders.get(node).map_or(&[][..], Vec::as_slice);
        unit(&self.members(figure), leaders).map(Some)
    }

    /// The scores of the people who are counted together in an atom; `None` if there is no such atom.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn atom(&self, atom: usize) -> Result<Option<UnitScores>, StatsError> {
        let figure = self.release.atom(atom);
        figure
            .map(|figure| unit(&self.members(figure), &[]))
            .transpose()
    }

    /// The scores of teams that are counted together in an atom, against all who lead one of them.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn joint(&self, atom: usize) -> Result<Option<UnitScores>, StatsError> {
        let leaves = self.release.groups().leaves(atom).into_iter();
        let leaders = leaves.filter_map(|leaf| self.leaders.get(leaf));
        let leaders: Vec<LeaderAnswers> = leaders.flatten().cloned().collect();
        let figure = self.release.atom(atom);
        let scores = figure.map(|figure| unit(&self.members(figure), &leaders));
        scores.transpose()
    }

    /// What may be said of the gaps of a node whose means these are, by dimension; empty where it has no leader or
    /// shows nothing.
    ///
    /// # Errors
    /// When a leader's sheet does not fit the survey.
    pub fn gaps(&self, node: usize, means: &UnitMeans) -> Result<Vec<Option<Judged>>, StatsError> {
        let leaders = self.leaders.get(node).filter(|leaders| !leaders.is_empty());
        let Some((leaders, figure)) = leaders.zip(self.release.node(node)) else {
            return Ok(Vec::new());
        };
        let judged = gaps(&self.members(figure), leaders, &means.dimensions)?;
        Ok(judged.dimensions)
    }

    /// The means of a node, if it shows anything.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn means_of_node(&self, node: usize) -> Result<Option<UnitMeans>, StatsError> {
        let figure = self.release.node(node);
        figure
            .map(|figure| means(&self.members(figure)))
            .transpose()
    }

    /// The means of an atom; `None` if there is no such atom.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn means_of_atom(&self, atom: usize) -> Result<Option<UnitMeans>, StatsError> {
        let figure = self.release.atom(atom);
        figure
            .map(|figure| means(&self.members(figure)))
            .transpose()
    }

    /// u0 of the changes of each dimension since an earlier wave, over `teams` that both show: their nodes now and
    /// then.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn change_noise(
        &self,
        before: &Self,
        teams: &[(usize, usize)],
    ) -> Result<Vec<Option<f64>>, StatsError> {
        let mut found: Vec<Vec<ItemNoise>> = vec![Vec::new(); self.survey.dimensions.len()];
        for (now, then) in teams {
            let Some(pair) = self.pair(*now, (before, *then), None) else {
                continue;
            };
            for (dimension, of_teams) in found.iter_mut().enumerate() {
                of_teams.extend(moved(&pair, dimension)?.map(|change| change.noise));
            }
        }
        Ok(found.into_iter().map(stats::pooled_noise).collect())
    }

    /// What moved in `node` since it was `node_before` of an earlier wave, later minus earlier, by the dimensions of
    /// this survey; `people` is how many were invited to either, `noise` that of [`Self::change_noise`]. Nothing
    /// where one of them shows nothing.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn changes(
        &self,
        node: usize,
        before: (&Self, usize),
        people: usize,
        noise: &[Option<f64>],
    ) -> Result<Vec<Option<Judged>>, StatsError> {
        match self.pair(node, before, Some(people)) {
            Some(pair) => changes(&pair, noise),
            None => Ok(Vec::new()),
        }
    }

    /// A node of two waves, if both show it; `people` is as many as may be where it does not matter.
    fn pair<'a>(
        &'a self,
        node: usize,
        (before, node_before): (&'a Self, usize),
        people: Option<usize>,
    ) -> Option<Pair<'a>> {
        let then = before.release.node(node_before)?;
        let now = self.release.node(node)?;
        Some(Pair {
            people: people.unwrap_or(then.asked() + now.asked()),
            before: before.members(then),
            after: self.members(now),
        })
    }

    /// How the answers of a node to an item are spread, where that is printed.
    pub fn shares(&self, node: usize, item: usize) -> Option<(Shares, usize)> {
        let figure = self.release.node(node)?;
        Some((figure.shares(item)?, figure.item(item)?.base()))
    }

    /// The members' mean of an item in a node, in points.
    pub fn item_mean(&self, node: usize, item: usize) -> Option<f64> {
        let printed = self.release.node(node)?.item(item)?;
        Some(Reading::Keyed.number(printed.value()))
    }

    fn members<'a>(&'a self, figure: Figure<'a>) -> Members<'a> {
        Members {
            survey: &self.survey,
            figure,
            parameters: &self.parameters,
        }
    }
}
