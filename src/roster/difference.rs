//! What applying a roster would change. The file is the whole truth: whoever is not in it leaves.

mod people;

use super::TeamPath;
use super::decisions::{self, Decisions};
use super::identity::people::SamePerson;
use super::identity::teams::{SameTeam, moved};
use super::identity::{self, identify};
use super::kept;
use super::sheet::Row;
use crate::ids::{PersonId, TeamId};
use crate::survey::Role;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// A person as the roster knows one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// The employee number, where HR has one.
    pub number: Option<String>,
    /// In lower case.
    pub email: Option<String>,
    pub name: String,
    pub locale: String,
    /// A name of the IANA list.
    pub time_zone: String,
}

impl Person {
    /// What tells the person apart in a list: the address, else the name.
    pub fn label(&self) -> &str {
        self.email.as_deref().unwrap_or(&self.name)
    }
}

/// Whom something is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Who {
    Known(PersonId),
    /// Somebody new in the file, by a number from 0.
    New(usize),
}

/// A person of a list of changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listed {
    pub who: Who,
    pub person: Person,
}

impl Who {
    /// The identifier, unless the person is new.
    pub fn id(&self) -> Option<&PersonId> {
        match self {
            Self::Known(id) => Some(id),
            Self::New(_) => None,
        }
    }
}

impl Listed {
    /// The identifier, unless the person is new.
    pub fn id(&self) -> Option<&PersonId> {
        self.who.id()
    }
}

/// Somebody's place in a team, in the order of teams and people.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Membership {
    pub path: TeamPath,
    /// What tells the person apart in a list.
    pub label: String,
    pub role: Role,
    pub who: Who,
}

/// The roster in force: all teams and people ever, and who is where.
#[derive(Clone, Debug, Default)]
pub struct Current {
    pub teams: Vec<KnownTeam>,
    pub people: Vec<KnownPerson>,
    pub places: Vec<Place>,
    /// Teams of people about whom the file cannot say anything: they stay open.
    pub held: Vec<TeamPath>,
}

/// A team that is or was on the roster.
#[derive(Clone, Debug)]
pub struct KnownTeam {
    pub id: TeamId,
    pub path: TeamPath,
    pub active: bool,
}

/// Somebody who is or was on the roster.
#[derive(Clone, Debug)]
pub struct KnownPerson {
    pub id: PersonId,
    pub person: Person,
    pub active: bool,
    /// Stays even where the file does not name them: an administrator, or somebody with a place in a part of the
    /// organisation that the file does not speak for.
    pub stays: bool,
}

/// The place of a known person.
#[derive(Clone, Debug)]
pub struct Place {
    pub path: TeamPath,
    pub person: PersonId,
    pub role: Role,
}

/// What a new person gets where the file does not say.
#[derive(Clone, Debug)]
pub struct Defaults {
    pub locale: String,
    pub time_zone: String,
}

/// The changes from the roster in force to the one in the file, each list in alphabetical order, so that
/// a team comes after the one above it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Teams that may be known ones with a new name or in another place.
    pub same_teams: Vec<SameTeam>,
    /// Newcomers who may be known people with a new address.
    pub same_people: Vec<SamePerson>,
    /// Teams to open, those above them included.
    pub new_teams: Vec<TeamPath>,
    pub closed_teams: Vec<TeamPath>,
    /// Complete: the defaults are filled in. Somebody who left before is new again.
    pub new_people: Vec<Listed>,
    pub changed_people: Vec<ChangedPerson>,
    pub leaving_people: Vec<Listed>,
    /// As they will be: people who are not in the file, and whose number or address somebody else has now.
    pub robbed_people: Vec<Listed>,
    pub joined: Vec<Membership>,
    /// A change of role is one place left and one joined.
    pub left: Vec<Membership>,
    pub unchanged: Unchanged,
    /// How many of the people that the file speaks for are on the roster.
    pub people_before: usize,
    /// Everything in the file is in this team, and much outside it would go: perhaps the file is about it only.
    pub part_hint: Option<(TeamId, TeamPath)>,
    /// The first line about a team that the file does not speak for.
    pub outside: Option<(u64, TeamPath)>,
    /// A number or an address that belongs to somebody whom the file does not speak of.
    pub taken: Option<Taken>,
    /// How many lines that cannot be taken are about nobody on the roster.
    pub unknown_aside: usize,
}

/// A number or an address that somebody has who keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Taken {
    pub mark: String,
    pub name: String,
}

impl Difference {
    /// Whether applying it would change nothing.
    pub fn is_empty(&self) -> bool {
        let nothing = Self {
            unchanged: self.unchanged.clone(),
            people_before: self.people_before,
            unknown_aside: self.unknown_aside,
            ..Self::default()
        };
        *self == nothing
    }

    /// The teams that are taken for known ones.
    pub fn renamed(&self) -> impl Iterator<Item = &SameTeam> {
        self.same_teams.iter().filter(|team| team.accepted)
    }
}

/// How much stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Unchanged {
    pub teams: usize,
    pub people: usize,
    pub memberships: usize,
}

/// A person about whom the file says something else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedPerson {
    pub id: PersonId,
    /// As the person will be.
    pub person: Person,
    /// What is different, at least one.
    pub changes: Vec<Change>,
}

/// One changed cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The English name of the column.
    pub column: &'static str,
    pub before: String,
    pub after: String,
}

/// Compares the roster in force with the rows of a file that has no faults.
///
/// Where the file does not say a locale or time zone, a known person keeps the present one.
pub fn difference(
    current: Current,
    rows: &[Row],
    defaults: &Defaults,
    decisions: &Decisions,
) -> Difference {
    let outside = decisions::outside(&current, &decisions.part, rows);
    let current = decisions::part(current, &decisions.part);
    let (mut current, unknown_aside) = kept::apart(current, rows, &decisions.staying);
    let mut difference = Difference {
        outside,
        unknown_aside,
        ..Difference::default()
    };
    let who = same_teams(&mut difference, &mut current, rows, decisions);
    let who = same_people(&mut difference, &current, rows, who, decisions);
    teams(&mut difference, &current, rows);
    if decisions.part.is_empty() {
        difference.part_hint = decisions::hint(&current, rows, &difference.closed_teams);
    }
    let labels = people::people(&mut difference, &current, rows, &who, defaults);
    memberships(&mut difference, &current, rows, &who, &labels);
    difference
}

/// Gives the teams that are taken for known ones their new places, and says who each line is about then.
fn same_teams(
    difference: &mut Difference,
    current: &mut Current,
    rows: &[Row],
    decisions: &Decisions,
) -> Vec<Who> {
    let who = identify(current, rows);
    let mut same = identity::teams::suggest(current, rows, &who);
    for team in &mut same {
        team.accepted = decisions.same.accepts(team.id.as_str(), true);
    }
    let renamed: Vec<SameTeam> = same.iter().filter(|team| team.accepted).cloned().collect();
    difference.same_teams = same;
    if renamed.is_empty() {
        return who;
    }
    for team in &mut current.teams {
        team.path = moved(&team.path, &renamed);
    }
    for place in &mut current.places {
        place.path = moved(&place.path, &renamed);
    }
    for path in &mut current.held {
        *path = moved(path, &renamed);
    }
    identify(current, rows)
}

fn same_people(
    difference: &mut Difference,
    current: &Current,
    rows: &[Row],
    mut who: Vec<Who>,
    decisions: &Decisions,
) -> Vec<Who> {
    let mut same = identity::people::suggest(current, rows, &who);
    let mut known: HashMap<usize, PersonId> = HashMap::new();
    for pair in &mut same {
        pair.accepted = decisions.same.accepts(pair.id.as_str(), pair.likely);
        if pair.accepted {
            known.insert(pair.new, pair.id.clone());
        }
    }
    difference.same_people = same;
    for one in &mut who {
        if let Who::New(number) = one
            && let Some(id) = known.get(number)
        {
            *one = Who::Known(id.clone());
        }
    }
    who
}

fn teams(difference: &mut Difference, current: &Current, rows: &[Row]) {
    let active = current.teams.iter().filter(|team| team.active);
    let before: BTreeSet<&[String]> = active.map(|team| team.path.as_slice()).collect();
    let paths = rows.iter().map(|row| &row.path).chain(&current.held);
    let after: BTreeSet<&[String]> = paths
        .flat_map(|path| (1..=path.len()).filter_map(|depth| path.get(..depth)))
        .collect();
    let owned = |path: &&[String]| path.to_vec();
    difference.new_teams = after.difference(&before).map(owned).collect();
    difference.closed_teams = before.difference(&after).map(owned).collect();
    difference.unchanged.teams = before.intersection(&after).count();
}

fn memberships(
    difference: &mut Difference,
    current: &Current,
    rows: &[Row],
    who: &[Who],
    labels: &people::Labels,
) {
    let place = |path: &TeamPath, role: Role, who: Who| Membership {
        path: path.clone(),
        label: labels.get(&who).cloned().unwrap_or_default(),
        role,
        who,
    };
    let before = current.places.iter();
    let before: BTreeSet<Membership> = before
        .map(|one| place(&one.path, one.role, Who::Known(one.person.clone())))
        .collect();
    let after: BTreeSet<Membership> = rows
        .iter()
        .zip(who)
        .map(|(row, who)| place(&row.path, row.role, who.clone()))
        .collect();
    difference.joined = after.difference(&before).cloned().collect();
    difference.left = before.difference(&after).cloned().collect();
    difference.unchanged.memberships = before.intersection(&after).count();
}

#[cfg(test)]
mod tests;
