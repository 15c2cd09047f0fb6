//! What applying a roster would change. The file is the whole truth: whoever is not in it leaves.

use super::TeamPath;
use super::identity::identify;
use super::sheet::Row;
use crate::ids::PersonId;
use crate::survey::Role;
use serde::Serialize;
use std::collections::{BTreeSet, HashMap, HashSet};

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

impl Listed {
    /// The identifier, unless the person is new.
    pub fn id(&self) -> Option<&PersonId> {
        match &self.who {
            Who::Known(id) => Some(id),
            Who::New(_) => None,
        }
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

/// The roster in force: active teams, everybody ever and who is where.
#[derive(Clone, Debug, Default)]
pub struct Current {
    pub teams: Vec<TeamPath>,
    pub people: Vec<KnownPerson>,
    pub places: Vec<Place>,
}

/// Somebody who is or was on the roster.
#[derive(Clone, Debug)]
pub struct KnownPerson {
    pub id: PersonId,
    pub person: Person,
    pub active: bool,
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
}

impl Difference {
    /// Whether applying it would change nothing.
    pub fn is_empty(&self) -> bool {
        let nothing = Self {
            unchanged: self.unchanged.clone(),
            ..Self::default()
        };
        *self == nothing
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
pub fn difference(current: &Current, rows: &[Row], defaults: &Defaults) -> Difference {
    let mut difference = Difference::default();
    let who = identify(current, rows);
    teams(&mut difference, current, rows);
    let labels = people(&mut difference, current, rows, &who, defaults);
    memberships(&mut difference, current, rows, &who, &labels);
    difference
}

fn teams(difference: &mut Difference, current: &Current, rows: &[Row]) {
    let before: BTreeSet<&[String]> = current.teams.iter().map(Vec::as_slice).collect();
    let after: BTreeSet<&[String]> = rows
        .iter()
        .flat_map(|row| (1..=row.path.len()).filter_map(|depth| row.path.get(..depth)))
        .collect();
    let owned = |path: &&[String]| path.to_vec();
    difference.new_teams = after.difference(&before).map(owned).collect();
    difference.closed_teams = before.difference(&after).map(owned).collect();
    difference.unchanged.teams = before.intersection(&after).count();
}

/// What to call everybody in a list.
type Labels = HashMap<Who, String>;

fn people(
    difference: &mut Difference,
    current: &Current,
    rows: &[Row],
    who: &[Who],
    defaults: &Defaults,
) -> Labels {
    let known: HashMap<&PersonId, &KnownPerson> =
        current.people.iter().map(|one| (&one.id, one)).collect();
    let mut said: HashMap<&Who, Vec<&Row>> = HashMap::new();
    for (who, row) in who.iter().zip(rows) {
        said.entry(who).or_default().push(row);
    }
    let mut labels = Labels::new();
    let mut taken: HashSet<String> = HashSet::new();
    for (&who, rows) in &said {
        let before = match who {
            Who::Known(id) => known.get(id).copied(),
            Who::New(_) => None,
        };
        let person = person(rows, before.map(|known| &known.person), defaults);
        labels.insert(who.clone(), person.label().to_owned());
        taken.extend(marks(&person));
        match (who, before) {
            (Who::Known(id), Some(before)) if before.active => {
                if before.person == person {
                    difference.unchanged.people += 1;
                } else {
                    difference.changed_people.push(ChangedPerson {
                        id: id.clone(),
                        changes: changes(&before.person, &person),
                        person,
                    });
                }
            }
            _ => difference.new_people.push(Listed {
                who: who.clone(),
                person,
            }),
        }
    }
    for one in &current.people {
        let who = Who::Known(one.id.clone());
        if said.contains_key(&who) {
            continue;
        }
        labels.insert(who.clone(), one.person.label().to_owned());
        let left = |person: &Person| Listed {
            who: who.clone(),
            person: person.clone(),
        };
        if one.active {
            difference.leaving_people.push(left(&one.person));
        }
        if marks(&one.person).any(|mark| taken.contains(&mark)) {
            difference
                .robbed_people
                .push(left(&robbed(&one.person, &taken)));
        }
    }
    let order = |person: &Person| (person.label().to_owned(), person.number.clone());
    difference
        .new_people
        .sort_by_cached_key(|one| order(&one.person));
    difference
        .changed_people
        .sort_by_cached_key(|one| order(&one.person));
    difference
        .leaving_people
        .sort_by_cached_key(|one| order(&one.person));
    labels
}

/// The person that some rows tell of; they contradict each other nowhere. A cell that is empty says nothing,
/// so that a file without addresses takes nobody's address away.
fn person(rows: &[&Row], known: Option<&Person>, defaults: &Defaults) -> Person {
    let said = |cell: fn(&Row) -> Option<&String>| rows.iter().find_map(|row| cell(row)).cloned();
    let kept = |cell: fn(&Person) -> Option<&String>| known.and_then(cell).cloned();
    let locale = said(|row| row.locale.as_ref()).or(kept(|known| Some(&known.locale)));
    let zone = said(|row| row.time_zone.as_ref()).or(kept(|known| Some(&known.time_zone)));
    Person {
        number: said(|row| row.number.as_ref()).or(kept(|known| known.number.as_ref())),
        email: said(|row| row.email.as_ref()).or(kept(|known| known.email.as_ref())),
        name: said(|row| Some(&row.name)).unwrap_or_default(),
        locale: locale.unwrap_or_else(|| defaults.locale.clone()),
        time_zone: zone.unwrap_or_else(|| defaults.time_zone.clone()),
    }
}

/// What no two people can have at the same time. An address has an `@` in it; a number may have one too.
fn marks(person: &Person) -> impl Iterator<Item = String> {
    let number = person.number.iter().map(|number| format!("n{number}"));
    number.chain(person.email.iter().map(|email| format!("e{email}")))
}

/// The person without what is taken.
fn robbed(person: &Person, taken: &HashSet<String>) -> Person {
    let free = |mark: &str, of: &Option<String>| {
        let kept = of.clone();
        kept.filter(|value| !taken.contains(&format!("{mark}{value}")))
    };
    Person {
        number: free("n", &person.number),
        email: free("e", &person.email),
        ..person.clone()
    }
}

fn changes(before: &Person, after: &Person) -> Vec<Change> {
    let text = |cell: &Option<String>| cell.clone().unwrap_or_default();
    [
        ("number", text(&before.number), text(&after.number)),
        ("e-mail", text(&before.email), text(&after.email)),
        ("name", before.name.clone(), after.name.clone()),
        ("locale", before.locale.clone(), after.locale.clone()),
        (
            "time zone",
            before.time_zone.clone(),
            after.time_zone.clone(),
        ),
    ]
    .into_iter()
    .filter(|(_, before, after)| before != after)
    .map(|(column, before, after)| Change {
        column,
        before,
        after,
    })
    .collect()
}

fn memberships(
    difference: &mut Difference,
    current: &Current,
    rows: &[Row],
    who: &[Who],
    labels: &Labels,
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
