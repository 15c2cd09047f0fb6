//! Which lines of a file are about the same person, and which known person that is.

pub mod people;
pub mod teams;

use super::TeamPath;
use super::difference::{Current, KnownPerson, Who};
use super::sheet::Row;
use crate::ids::PersonId;
use crate::text;
use std::collections::{HashMap, HashSet};

/// What tells the people of a file apart: a number, else an address, else name and team.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key<'a> {
    Number(&'a str),
    Email(&'a str),
    /// The folded name, and the team.
    Named(String, &'a TeamPath),
}

/// What tells the person of each line from the others. Lines that share a number or an address are about one
/// person, whatever else they say.
pub fn keys(rows: &[Row]) -> Vec<Key<'_>> {
    let mut numbers: HashMap<&str, &str> = HashMap::new();
    for row in rows {
        if let (Some(number), Some(email)) = (&row.number, &row.email) {
            numbers.entry(email).or_insert(number);
        }
    }
    rows.iter()
        .map(|row| match (&row.number, &row.email) {
            (Some(number), _) => Key::Number(number),
            (None, Some(email)) => numbers
                .get(email.as_str())
                .map_or(Key::Email(email), |number| Key::Number(number)),
            (None, None) => Key::Named(folded(&row.name), &row.path),
        })
        .collect()
}

/// A name as it is compared: with single spaces, whatever the case.
pub fn folded(name: &str) -> String {
    let name = text::folded(name);
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Who each line is about: the known person with its number, else with its address, else, where it has
/// neither, the only one of that name in that team. Everybody else is new.
pub fn identify(current: &Current, rows: &[Row]) -> Vec<Who> {
    let keys = keys(rows);
    let known = Index::of(current);
    let mut found: HashMap<&Key<'_>, PersonId> = HashMap::new();
    let mut taken: HashSet<&PersonId> = HashSet::new();
    for by in [Index::by_number, Index::by_email] {
        for (key, row) in keys.iter().zip(rows) {
            if found.contains_key(key) {
                continue;
            }
            if let Some(id) = by(&known, row).filter(|id| taken.insert(id)) {
                found.insert(key, id.clone());
            }
        }
    }
    let named = names(current, &taken);
    for key in &keys {
        if let Key::Named(name, path) = key
            && let Some(Some(id)) = named.get(&(name.clone(), *path))
        {
            found.insert(key, (*id).clone());
        }
    }
    let mut new: HashMap<&Key<'_>, usize> = HashMap::new();
    keys.iter()
        .map(|key| match found.get(key) {
            Some(id) => Who::Known(id.clone()),
            None => {
                let next = new.len();
                Who::New(*new.entry(key).or_insert(next))
            }
        })
        .collect()
}

/// Those who are not found yet by folded name and team; `None` where there are several.
fn names<'a>(
    current: &'a Current,
    taken: &HashSet<&PersonId>,
) -> HashMap<(String, &'a TeamPath), Option<&'a PersonId>> {
    let free = current.people.iter().filter(|one| !taken.contains(&one.id));
    let free: HashMap<&PersonId, &str> = free.map(|one| (&one.id, &*one.person.name)).collect();
    let mut names = HashMap::new();
    for place in &current.places {
        if let Some(name) = free.get(&place.person) {
            let same = names.entry((folded(name), &place.path));
            same.and_modify(|one| *one = None)
                .or_insert(Some(&place.person));
        }
    }
    names
}

/// The known people by what finds them.
struct Index<'a> {
    numbers: HashMap<&'a str, &'a PersonId>,
    emails: HashMap<&'a str, &'a KnownPerson>,
}

impl<'a> Index<'a> {
    fn of(current: &'a Current) -> Self {
        let mut index = Self {
            numbers: HashMap::new(),
            emails: HashMap::new(),
        };
        for known in &current.people {
            let person = &known.person;
            let number = person.number.as_deref();
            index
                .numbers
                .extend(number.map(|number| (number, &known.id)));
            let email = person.email.as_deref();
            index.emails.extend(email.map(|email| (email, known)));
        }
        index
    }

    fn by_number(&self, row: &Row) -> Option<&'a PersonId> {
        self.numbers.get(row.number.as_deref()?).copied()
    }

    /// An address may have been given to somebody else: where the numbers differ, the names tell.
    fn by_email(&self, row: &Row) -> Option<&'a PersonId> {
        let known = self.emails.get(row.email.as_deref()?)?;
        let person = &known.person;
        let numbers = person.number.as_ref().zip(row.number.as_ref());
        let differ = numbers.is_some_and(|(before, after)| before != after);
        (!differ || folded(&person.name) == folded(&row.name)).then_some(&known.id)
    }
}
