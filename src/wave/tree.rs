use crate::disclosure::{Node, Partition};
use crate::ids::{PersonId, TeamId};
use crate::store::roster::{Membership, Part, Team};
use std::collections::{BTreeMap, BTreeSet};

/// A node of the tree that a wave is frozen with.
pub(super) struct Branch {
    pub team: TeamId,
    pub name: String,
    pub parent: Option<usize>,
    /// Stands for the people directly in a team that has teams below it.
    pub own: bool,
    pub members: Vec<PersonId>,
    pub leaders: Vec<PersonId>,
}

/// The tree of the active teams. Everybody is in a node without nodes below it: a team that has both
/// people and teams below gets one more node for its own people, so that a department's total and the
/// team of its leader are two things.
///
/// Whoever is in `stopped` wants no mails and so is not asked as a member.
pub(super) fn grow(
    teams: &[Team],
    memberships: &[Membership],
    stopped: &BTreeSet<PersonId>,
) -> Vec<Branch> {
    let active: Vec<&Team> = teams.iter().filter(|team| team.active).collect();
    let parents: BTreeSet<&TeamId> = active
        .iter()
        .filter_map(|team| team.parent.as_ref())
        .collect();
    let mut places: BTreeMap<&TeamId, Vec<&Membership>> = BTreeMap::new();
    for place in memberships {
        places.entry(&place.team).or_default().push(place);
    }
    let mut numbers = BTreeMap::new();
    let mut branches: Vec<Branch> = Vec::new();
    for team in &active {
        let people = |part| in_team(places.get(&team.id), part);
        let branch = |parent, own, members, leaders| Branch {
            team: team.id.clone(),
            name: team.name.clone(),
            parent,
            own,
            members,
            leaders,
        };
        let parent = team.parent.as_ref().and_then(|id| numbers.get(id).copied());
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

/// The tree as the disclosure step counts it, by invited members.
pub(super) fn invited(branches: &[Branch]) -> Vec<Node> {
    let node = |branch: &Branch| Node {
        parent: branch.parent,
        own: branch.members.len(),
    };
    branches.iter().map(node).collect()
}

/// For each node the number of the node in whose cell its people are counted.
pub(super) fn cells(branches: &[Branch], partition: &Partition) -> Vec<Option<usize>> {
    let home = |node: usize| {
        let atom = partition.atom_of(node)?;
        partition.atoms().get(atom).map(|atom| atom.home)
    };
    (0..branches.len()).map(home).collect()
}
