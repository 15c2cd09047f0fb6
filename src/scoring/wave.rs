use super::change::{Change, Pair, changes};
use super::estimate::Members;
use super::leader::LeaderAnswers;
use super::parameters::Parameters;
use super::reading::Reading;
use super::unit::{UnitMeans, UnitScores, means, unit};
use crate::disclosure::{Figure, Release, Released, Shares};
use crate::stats::StatsError;
use crate::survey::Survey;

/// A released wave with all that its scores are made of.
pub struct Wave {
    pub survey: Survey,
    pub release: Released<Release>,
    pub parameters: Parameters,
    /// By node.
    leaders: Vec<Vec<LeaderAnswers>>,
}

impl Wave {
    /// `leaders` are those of the people directly at each node.
    pub fn new(
        survey: Survey,
        release: Released<Release>,
        leaders: Vec<Vec<LeaderAnswers>>,
    ) -> Self {
        Self {
            parameters: Parameters::of(&survey, &release, None),
            survey,
            release,
            leaders,
        }
    }

    /// Takes from an earlier wave what this one has too few answers for.
    pub fn look_back(&mut self, earlier: &Parameters) {
        self.parameters = Parameters::of(&self.survey, &self.release, Some(earlier));
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

    /// What moved in `node` since it was `node_before` of an earlier wave, by the dimensions of this survey;
    /// `people` is how many were invited to either. Nothing where one of them shows nothing.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn changes(
        &self,
        node: usize,
        before: (&Self, usize),
        people: usize,
    ) -> Result<Vec<Option<Change>>, StatsError> {
        let (before, node_before) = before;
        let figures = before
            .release
            .node(node_before)
            .zip(self.release.node(node));
        let Some((then, now)) = figures else {
            return Ok(Vec::new());
        };
        changes(&Pair {
            before: before.members(then),
            after: self.members(now),
            people,
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
