//! What applying a roster would change. The file is the whole truth: whoever is not in it leaves.

use super::TeamPath;
use super::sheet::Row;
use crate::survey::Role;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A person as the roster knows one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Person {
    /// In lower case; it tells persons apart.
    pub email: String,
    pub name: String,
    pub locale: String,
    /// A name of the IANA list.
    pub time_zone: String,
}

/// Somebody's place in a team.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Membership {
    pub path: TeamPath,
    pub email: String,
    pub role: Role,
}

/// The roster in force: active teams, active people and who is where.
#[derive(Clone, Debug, Default)]
pub struct Current {
    pub teams: Vec<TeamPath>,
    pub people: Vec<Person>,
    pub memberships: Vec<Membership>,
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
    pub new_people: Vec<Person>,
    pub changed_people: Vec<ChangedPerson>,
    pub leaving_people: Vec<Person>,
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
    teams(&mut difference, current, rows);
    people(&mut difference, current, rows, defaults);
    memberships(&mut difference, current, rows);
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

fn people(difference: &mut Difference, current: &Current, rows: &[Row], defaults: &Defaults) {
    let mut before: BTreeMap<&str, &Person> = current
        .people
        .iter()
        .map(|person| (person.email.as_str(), person))
        .collect();
    let mut said: BTreeMap<&str, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        said.entry(&row.email).or_default().push(row);
    }
    for (email, rows) in said {
        let known = before.remove(email);
        let person = person(email, &rows, known, defaults);
        match known {
            None => difference.new_people.push(person),
            Some(known) if *known == person => difference.unchanged.people += 1,
            Some(known) => difference.changed_people.push(ChangedPerson {
                changes: changes(known, &person),
                person,
            }),
        }
    }
    difference.leaving_people = before.into_values().cloned().collect();
}

/// The person that some rows tell of; they contradict each other nowhere.
fn person(email: &str, rows: &[&Row], known: Option<&Person>, defaults: &Defaults) -> Person {
    let name = rows.first().map(|row| &row.name);
    let locale = rows.iter().find_map(|row| row.locale.as_ref());
    let time_zone = rows.iter().find_map(|row| row.time_zone.as_ref());
    let (kept_locale, kept_zone) = known.map_or((&defaults.locale, &defaults.time_zone), |known| {
        (&known.locale, &known.time_zone)
    });
    Person {
        email: email.to_owned(),
        name: name.cloned().unwrap_or_default(),
        locale: locale.unwrap_or(kept_locale).clone(),
        time_zone: time_zone.unwrap_or(kept_zone).clone(),
    }
}

fn changes(before: &Person, after: &Person) -> Vec<Change> {
    [
        ("name", &before.name, &after.name),
        ("locale", &before.locale, &after.locale),
        ("time zone", &before.time_zone, &after.time_zone),
    ]
    .into_iter()
    .filter(|(_, before, after)| before != after)
    .map(|(column, before, after)| Change {
        column,
        before: before.clone(),
        after: after.clone(),
    })
    .collect()
}

fn memberships(difference: &mut Difference, current: &Current, rows: &[Row]) {
    let before: BTreeSet<Membership> = current.memberships.iter().cloned().collect();
    let after: BTreeSet<Membership> = rows
        .iter()
        .map(|row| Membership {
            path: row.path.clone(),
            email: row.email.clone(),
            role: row.role,
        })
        .collect();
    difference.joined = after.difference(&before).cloned().collect();
    difference.left = before.difference(&after).cloned().collect();
    difference.unchanged.memberships = before.intersection(&after).count();
}

#[cfg(test)]
mod tests;
