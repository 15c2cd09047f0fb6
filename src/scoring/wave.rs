use super::change::{Change, Pair, changes};
use super::estimate::Stratum;
use super::leader::LeaderAnswers;
use super::observed::item_mean;
use super::parameters::Parameters;
use super::reading::Reading;
use super::unit::{UnitMeans, UnitScores, means, unit};
use crate::disclosure::{Release, Released};
use crate::stats::StatsError;
use crate::survey::Survey;

/// A released wave with all that its scores are made of.
pub struct Wave {
    pub survey: Survey,
    pub release: Released<Release>,
    pub parameters: Parameters,
    /// How many were invited, by node.
    invited: Vec<usize>,
    /// By node.
    leaders: Vec<Vec<LeaderAnswers>>,
}

impl Wave {
    /// `invited` and `leaders` are of the people directly at each node.
    pub fn new(
        survey: Survey,
        release: Released<Release>,
        invited: Vec<usize>,
        leaders: Vec<Vec<LeaderAnswers>>,
    ) -> Self {
        Self {
            parameters: Parameters::of(&survey, &release, None),
            survey,
            release,
            invited,
            leaders,
        }
    }

    /// Takes from an earlier wave what this one has too few answers for.
    pub fn look_back(&mut self, earlier: &Parameters) {
        self.parameters = Parameters::of(&self.survey, &self.release, Some(earlier));
    }

    /// The scores of a node, if it may be shown.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn unit(&self, node: usize) -> Result<Option<UnitScores>, StatsError> {
        let Some(atoms) = self.release.partition().published(node) else {
            return Ok(None);
        };
        let leaders = self.leaders.get(node).map_or(&[][..], Vec::as_slice);
        unit(&self.survey, &self.strata(atoms), &self.parameters, leaders).map(Some)
    }

    /// The scores of the people who are counted together in an atom.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn atom(&self, atom: usize) -> Result<UnitScores, StatsError> {
        unit(&self.survey, &self.strata(&[atom]), &self.parameters, &[])
    }

    /// The means of the people in some atoms.
    ///
    /// # Errors
    /// When more answered than were invited.
    pub fn means(&self, atoms: &[usize]) -> Result<UnitMeans, StatsError> {
        means(&self.survey, &self.strata(atoms), &self.parameters)
    }

    /// What moved in `node` since it was `node_before` of an earlier wave, by the dimensions of this survey;
    /// `people` is how many were invited to either.
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
        let pair = Pair {
            before,
            strata_before: before.strata_of(node_before),
            after: self,
            strata_after: self.strata_of(node),
            people,
        };
        changes(&pair)
    }

    /// How many people of a node chose each option of an item; only for ten people or more.
    pub fn distribution(&self, node: usize, item: usize) -> Option<Vec<usize>> {
        let tally = self.release.node(node)?;
        tally.distribution(item).map(<[usize]>::to_vec)
    }

    /// The members' mean of an item in a node, in points; the middle of the range that capping leaves.
    pub fn item_mean(&self, node: usize, item: usize) -> Option<f64> {
        let tally = self.release.node(node)?;
        let known = self.survey.items.get(item)?;
        let shown = tally.items.get(item)?.as_ref()?;
        Some(item_mean(known, shown, Reading::Keyed).middle())
    }

    fn strata_of(&self, node: usize) -> Vec<Stratum<'_>> {
        let atoms = self.release.partition().published(node);
        atoms.map(|atoms| self.strata(atoms)).unwrap_or_default()
    }

    fn strata(&self, atoms: &[usize]) -> Vec<Stratum<'_>> {
        let stratum = |&atom: &usize| {
            Some(Stratum {
                tally: self.release.atom(atom)?,
                invited: self.invited_in_atom(atom),
            })
        };
        atoms.iter().filter_map(stratum).collect()
    }

    /// Invited members of a node and all below it.
    pub fn invited(&self, node: usize) -> usize {
        let within = |&(home, _): &(usize, &usize)| self.release.partition().is_within(home, node);
        let homes = self.invited.iter().enumerate();
        homes.filter(within).map(|(_, invited)| invited).sum()
    }

    /// Invited people directly at a node.
    pub fn invited_at(&self, node: usize) -> usize {
        self.invited.get(node).copied().unwrap_or(0)
    }

    /// Invited members of an atom.
    fn invited_in_atom(&self, atom: usize) -> usize {
        let atom = self.release.partition().atoms().get(atom);
        let nodes = atom.map_or(&[][..], |atom| atom.nodes.as_slice());
        let invited = nodes.iter().filter_map(|node| self.invited.get(*node));
        invited.sum()
    }
}
