//! Which lines of a file are about the same person, and which known person that is.

use super::TeamPath;
use super::difference::{Current, Who};
use super::sheet::Row;
use crate::ids::PersonId;
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

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

/// A name as it is compared: composed, in lower case, with single spaces.
pub fn folded(name: &str) -> String {
    let composed: String = name.nfc().collect();
    let words: Vec<&str> = composed.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Who each line is about: the known person with its number, else with its address, else, where it has
/// neither, the only one of that name in that team. Everybody else is new.
pub fn identify(current: &Current, rows: &[Row]) -> Vec<Who> {
    let keys = keys(rows);
    let known = Index::of(current);
    let mut found: HashMap<&Key<'_>, Option<PersonId>> = HashMap::new();
    let mut taken: HashSet<PersonId> = HashSet::new();
    for by in [Index::by_number, Index::by_email, Index::by_name] {
        for (key, row) in keys.iter().zip(rows) {
            if found.get(key).is_some_and(Option::is_some) {
                continue;
            }
            let person = by(&known, row).filter(|id| !taken.contains(*id)).cloned();
            taken.extend(person.clone());
            found.insert(key, person);
        }
    }
    let mut new: HashMap<&Key<'_>, usize> = HashMap::new();
    keys.iter()
        .map(|key| match found.get(key) {
            Some(Some(id)) => Who::Known(id.clone()),
            _ => {
                let next = new.len();
                Who::New(*new.entry(key).or_insert(next))
            }
        })
        .collect()
}

/// The known people by what finds them.
struct Index<'a> {
    numbers: HashMap<&'a str, &'a PersonId>,
    emails: HashMap<&'a str, &'a PersonId>,
    /// By folded name and team; `None` where there are several.
    names: HashMap<(String, &'a TeamPath), Option<&'a PersonId>>,
}

impl<'a> Index<'a> {
    fn of(current: &'a Current) -> Self {
        let mut index = Self {
            numbers: HashMap::new(),
            emails: HashMap::new(),
            names: HashMap::new(),
        };
        let mut named = HashMap::new();
        for known in &current.people {
            let person = &known.person;
            index
                .numbers
                .extend(person.number.as_deref().map(|number| (number, &known.id)));
            index
                .emails
                .extend(person.email.as_deref().map(|email| (email, &known.id)));
            named.insert(&known.id, folded(&person.name));
        }
        for place in &current.places {
            let Some(name) = named.get(&place.person) else {
                continue;
            };
            let same = index.names.entry((name.clone(), &place.path));
            same.and_modify(|one| *one = None)
                .or_insert(Some(&place.person));
        }
        index
    }

    fn by_number(&self, row: &Row) -> Option<&'a PersonId> {
        self.numbers.get(row.number.as_deref()?).copied()
    }

    fn by_email(&self, row: &Row) -> Option<&'a PersonId> {
        self.emails.get(row.email.as_deref()?).copied()
    }

    fn by_name(&self, row: &Row) -> Option<&'a PersonId> {
        if row.number.is_some() || row.email.is_some() {
            return None;
        }
        self.names.get(&(folded(&row.name), &row.path)).copied()?
    }
}
