use crate::disclosure::{Cell, Cells, Choice, DisclosureError, People, Rule, Tree};
use crate::ids::{PersonId, TeamId};
use crate::store::choice;
use crate::store::roster::{Membership, Part, Team};
use std::collections::{BTreeMap, BTreeSet};

/// A node of the tree that a wave is frozen with.
pub(super) struct Branch {
    /// None for the top of several trees.
    pub team: Option<TeamId>,
    pub name: String,
    pub parent: Option<usize>,
    /// Stands for the people directly in a team that has teams below it.
    pub own: bool,
    pub members: Vec<PersonId>,
    pub leaders: Vec<PersonId>,
}

/// The tree of the active teams. Everybody is in a node without nodes below it: a team that has both
/// people and teams below gets one more node for its own people, so that a department's total and the
/// team of its leader are two things. Without one team above all there is a nameless top.
///
/// Whoever is in `stopped` wants no mails and so is not asked as a member.
pub(super) fn grow(
    teams: &[Team],
    memberships: &[Membership],
    stopped: &BTreeSet<PersonId>,
) -> Vec<Branch> {
    let active: Vec<&Team> = teams.iter().filter(|team| team.active).collect();
    let known: BTreeSet<&TeamId> = active.iter().map(|team| &team.id).collect();
    let above = |team: &Team| team.parent.clone().filter(|parent| known.contains(parent));
    let parents: BTreeSet<TeamId> = active.iter().filter_map(|team| above(team)).collect();
    let mut places: BTreeMap<&TeamId, Vec<&Membership>> = BTreeMap::new();
    for place in memberships {
        places.entry(&place.team).or_default().push(place);
    }
    let mut numbers = BTreeMap::new();
    let mut branches: Vec<Branch> = Vec::new();
    if active.iter().filter(|team| above(team).is_none()).count() > 1 {
        branches.push(Branch {
            team: None,
            name: String::new(),
            parent: None,
            own: false,
            members: Vec::new(),
            leaders: Vec::new(),
        });
    }
    let top = (!branches.is_empty()).then_some(0);
    for team in &active {
        let people = |part| in_team(places.get(&team.id), part);
        let branch = |parent, own, members, leaders| Branch {
            team: Some(team.id.clone()),
            name: team.name.clone(),
            parent,
            own,
            members,
            leaders,
        };
        let parent = above(team).and_then(|id| numbers.get(&id).copied());
        let parent = parent.or(top);
        let number = branches.len();
        numbers.insert(team.id.clone(), number);
        let (mut members, leaders) = (people(Part::Member), people(Part::Leader));
        members.retain(|member| !stopped.contains(member));
        if parents.contains(&team.id) && !members.is_empty() {
            branches.push(branch(parent, false, Vec::new(), Vec::new()));
            branches.push(branch(Some(number), true, members, leaders));
        } else {
            branches.push(branch(parent, false, members, leaders));
        }
    }
    branches
}

fn in_team(places: Option<&Vec<&Membership>>, part: Part) -> Vec<PersonId> {
    let matching = places.into_iter().flatten().filter(|one| one.role == part);
    matching.map(|one| one.person.clone()).collect()
}

/// The people of a tree in the groups in which they are asked.
pub(super) struct Grouped {
    pub branches: Vec<Branch>,
    pub tree: Tree,
    /// By node without nodes below it; those without people lack.
    pub people: BTreeMap<usize, People>,
    pub cells: Cells,
    /// What HR wants of small teams, by node.
    pub wanted: BTreeMap<usize, Choice>,
    /// Everybody by the number that they have in the groups.
    pub persons: Vec<PersonId>,
}

impl Grouped {
    /// Groups the people of a tree as HR wants it; what is wanted of a team that is no small one any more does
    /// not count.
    ///
    /// # Errors
    /// When the tree is out of order.
    pub fn of(
        branches: Vec<Branch>,
        choices: &[choice::Choice],
        rule: Rule,
    ) -> Result<Self, DisclosureError> {
        let tree = Tree::new(branches.iter().map(|branch| branch.parent).collect())?;
        let persons = branches
            .iter()
            .flat_map(|branch| branch.members.iter().cloned());
        let persons: Vec<PersonId> = BTreeSet::from_iter(persons).into_iter().collect();
        let number = |person: &PersonId| {
            let at = persons.binary_search(person).ok()?;
            u32::try_from(at).ok()
        };
        let with_members = branches.iter().enumerate();
        let with_members = with_members.filter(|(_, branch)| !branch.members.is_empty());
        let people: BTreeMap<usize, People> = with_members
            .map(|(node, branch)| {
                let mut people: People = branch.members.iter().filter_map(number).collect();
                people.sort_unstable();
                people.dedup();
                (node, people)
            })
            .collect();
        let leaf = |team: &TeamId| {
            let mut leaves = people.keys().copied();
            leaves.find(|&leaf| {
                branches
                    .get(leaf)
                    .is_some_and(|one| one.team.as_ref() == Some(team))
            })
        };
        let small = |leaf: &usize| {
            people
                .get(leaf)
                .is_some_and(|people| people.len() < rule.k())
        };
        let wanted = choices.iter().filter_map(|choice| {
            let team = leaf(&choice.team).filter(small)?;
            let choice = match &choice.host {
                Some(host) => Choice::With(leaf(host)?),
                None => Choice::Out,
            };
            Some((team, choice))
        });
        let wanted: BTreeMap<usize, Choice> = wanted.collect();
        let cells = Cells::of(&tree, &people, &wanted, rule)?;
        Ok(Self {
            branches,
            tree,
            people,
            cells,
            wanted,
            persons,
        })
    }

    /// Who is asked in a cell, each with the team they are asked about: the first of theirs in it.
    pub fn invited<'a>(&'a self, cell: &'a Cell) -> impl Iterator<Item = (&'a PersonId, usize)> {
        cell.people.iter().filter_map(|person| {
            let holds = |leaf: &&usize| {
                let people = self.people.get(*leaf);
                people.is_some_and(|people| people.binary_search(person).is_ok())
            };
            let leaf = cell.leaves.iter().find(holds)?;
            Some((self.persons.get(*person as usize)?, *leaf))
        })
    }
}
