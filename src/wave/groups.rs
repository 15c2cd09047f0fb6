use crate::disclosure::{
    self, Asked, Came, Cell, Groups, Kind, People, Release, Released, Rule, Shape, Stored, Tree,
};
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::store::frozen::{self, Kind as StoredKind};
pub(super) use crate::store::number;
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, ballot, invitation, result};
use chrono::Duration;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was shown of a group so shortly before that who came or left could be told.
const SHORTLY: Duration = Duration::days(350);

/// The promise of a wave to its groups.
pub(super) fn rule(wave: &Wave) -> Outcome<Rule> {
    Rule::new(number(wave.k), number(wave.c)).map_err(|error| Problem::fault("rule", error))
}

/// Whom a wave asked, and who that was by the numbers they have in it.
pub(super) struct Census {
    pub asked: Asked,
    persons: Vec<PersonId>,
}

impl Census {
    pub fn read(c: &mut Db, id: &WaveId) -> Outcome<Self> {
        let (nodes, cells) = (frozen::nodes(c, id)?, frozen::cells(c, id)?);
        let fault = |error| Problem::fault("tree", error);
        let above = nodes.iter().map(|node| node.parent.map(number));
        let tree = Tree::new(above.collect()).map_err(fault)?;
        let (mut persons, mut people) = (Vec::new(), vec![People::new(); cells.len()]);
        for (person, cell) in invitation::invited(c, id)? {
            if persons.last() != Some(&person) {
                persons.push(person);
            }
            let last = u32::try_from(persons.len() - 1)
                .map_err(|error| Problem::fault("people", error))?;
            if let Some(people) = people.get_mut(number(cell)) {
                people.push(last);
            }
        }
        let leaves = nodes
            .iter()
            .filter_map(|node| Some((number(node.no), number(node.people?))));
        let mut of_cell: BTreeMap<i32, Vec<usize>> = BTreeMap::new();
        for node in &nodes {
            if let Some(cell) = node.cell {
                of_cell.entry(cell).or_default().push(number(node.no));
            }
        }
        let cell = |(cell, people): (&frozen::Cell, People)| Cell {
            home: number(cell.home),
            kind: kind(cell.kind),
            leaves: of_cell.remove(&cell.no).unwrap_or_default(),
            people,
        };
        Ok(Self {
            asked: Asked {
                tree,
                leaves: leaves.collect(),
                cells: cells.iter().zip(people).map(cell).collect(),
            },
            persons,
        })
    }

    /// What came in, from the ballots that count by cell.
    pub fn came(&self, ballots: impl Fn(usize) -> usize) -> Vec<Came> {
        let came = |cell| Came {
            ballots: ballots(cell),
            replaced: People::new(),
        };
        (0..self.asked.cells.len()).map(came).collect()
    }

    /// The people of every group that waves showed which closed shortly before this one, by their numbers in
    /// this one; strangers have numbers of their own.
    pub fn shown_shortly_before(&self, c: &mut Db, this: &Wave) -> Outcome<Vec<People>> {
        let mut shown = Vec::new();
        for before in wave::waves(c)? {
            let shortly = this.closes - before.closes < SHORTLY;
            if before.state != State::Released || !shortly {
                continue;
            }
            let (census, release) = (Self::read(c, &before.id)?, released(c, &before)?);
            let known = |then: &u32| {
                let person = census.persons.get(*then as usize);
                let here = person.and_then(|person| self.persons.binary_search(person).ok());
                let here = here.and_then(|here| u32::try_from(here).ok());
                // Nobody has the numbers from the upper end down.
                here.unwrap_or(u32::MAX - then)
            };
            let groups = release.groups();
            let atoms = (0..groups.atoms().len()).map(|atom| vec![atom]);
            let nodes = (0..groups.tree().len()).map(|node| groups.figure(node).to_vec());
            for atoms in atoms
                .chain(nodes)
                .filter(|atoms: &Vec<usize>| !atoms.is_empty())
            {
                let cells = atoms.iter().filter_map(|&atom| groups.atoms().get(atom));
                let cells = cells.flat_map(|atom| &atom.cells);
                let cells = cells.filter_map(|&cell| census.asked.cells.get(cell));
                let mut people: People = cells
                    .flat_map(|cell| cell.people.iter().map(known))
                    .collect();
                people.sort_unstable();
                people.dedup();
                shown.push(people);
            }
        }
        shown.sort();
        shown.dedup();
        Ok(shown)
    }
}

fn kind(stored: StoredKind) -> Kind {
    match stored {
        StoredKind::Joint => Kind::Joint,
        StoredKind::Pool => Kind::Pool,
        StoredKind::Team => Kind::Team,
    }
}

/// What a wave published.
pub(super) fn released(c: &mut Db, wave: &Wave) -> Outcome<Released<Release>> {
    let (header, atoms) = result::published(c, &wave.id)?;
    let shape = Arc::new(Shape::of(&wave::survey(c, wave)?));
    disclosure::decode(&Stored { header, atoms }, &shape)
        .map_err(|error| Problem::fault("stored results", error))
}

/// The groups that are counted together, once the list of ballots is final; `None` before, and where a wave ended
/// without results.
pub(super) fn final_groups(c: &mut Db, wave: &Wave) -> Outcome<Option<Groups>> {
    if wave.state == State::Released {
        return Ok(Some(released(c, wave)?.groups().clone()));
    }
    match wave.ballots_root.is_none() || wave.key_destroyed.is_some() {
        true => Ok(None),
        false => of_ballots(c, wave).map(Some),
    }
}

/// The groups that are counted together, by the ballots there are.
pub(super) fn of_ballots(c: &mut Db, wave: &Wave) -> Outcome<Groups> {
    let census = Census::read(c, &wave.id)?;
    let ballots: BTreeMap<i32, i64> = ballot::by_cell(c, &wave.id)?.into_iter().collect();
    let count = |cell: usize| {
        let cell = i32::try_from(cell).ok();
        let count = cell.and_then(|cell| ballots.get(&cell)).copied();
        usize::try_from(count.unwrap_or_default()).unwrap_or_default()
    };
    let groups = Groups::of(&census.asked, &census.came(count), &[], rule(wave)?);
    groups.map_err(|error| Problem::fault("groups", error))
}

/// Writes in which group each cell counts.
pub(super) fn set_atoms(c: &mut Db, id: &WaveId, groups: &Groups) -> Outcome<()> {
    for cell in frozen::cells(c, id)? {
        let atom = groups.atom_of(number(cell.no));
        let atom = atom.and_then(|atom| i32::try_from(atom).ok());
        frozen::set_atom(c, id, cell.no, atom)?;
    }
    Ok(())
}
