//! People on lines that cannot be taken stay as they are: they are no leavers, and keep their teams.

use super::difference::Current;
use super::identity::folded;
use super::sheet::{Aside, Row};
use std::collections::{HashMap, HashSet};

/// Whom the roster in force has of those on the lines, each place as a row, unless the good lines say something
/// of it; and how many of the lines are about nobody who is known.
pub fn kept(current: &Current, aside: &[Aside], rows: &[Row]) -> (Vec<Row>, usize) {
    let mut found = HashSet::new();
    let mut unknown = 0;
    let marks = Marks::of(current);
    for line in aside {
        let people = marks.find(line);
        unknown += usize::from(people.is_empty());
        found.extend(people);
    }
    let taken: HashSet<(&[String], Option<&str>, Option<&str>)> = rows
        .iter()
        .map(|row| (row.path.as_slice(), row.number.as_deref(), row.email.as_deref()))
        .collect();
    let is_said = |row: &Row| {
        let path = row.path.as_slice();
        let same = |number: Option<&str>, email: Option<&str>| taken.contains(&(path, number, email));
        let (number, email) = (row.number.as_deref(), row.email.as_deref());
        same(number, email)
            || (number.is_some() && same(number, None))
            || (email.is_some() && same(None, email))
    };
    let mut kept = Vec::new();
    for place in &current.places {
        let Some((at, person)) = marks.people.get(&place.person) else {
            continue;
        };
        if !found.contains(at) {
            continue;
        }
        let row = Row {
            line: 0,
            path: place.path.clone(),
            number: person.number.clone(),
            email: person.email.clone(),
            name: person.name.clone(),
            role: place.role,
            locale: Some(person.locale.clone()),
            time_zone: Some(person.time_zone.clone()),
        };
        if !is_said(&row) {
            kept.push(row);
        }
    }
    (kept, unknown)
}

/// Everybody of the roster in force whom no row is about, as if they were on lines that cannot be taken.
pub fn everybody_else(current: &Current, rows: &[Row]) -> Vec<Aside> {
    let numbers: HashSet<&str> = rows.iter().filter_map(|row| row.number.as_deref()).collect();
    let emails: HashSet<&str> = rows.iter().filter_map(|row| row.email.as_deref()).collect();
    let others = current.people.iter().filter(|known| {
        let person = &known.person;
        let numbered = person.number.as_deref().is_some_and(|number| numbers.contains(number));
        let addressed = person.email.as_deref().is_some_and(|email| emails.contains(email));
        known.active && !numbered && !addressed
    });
    others
        .map(|known| Aside {
            number: known.person.number.clone(),
            email: known.person.email.clone(),
            name: Some(known.person.name.clone()),
        })
        .collect()
}

/// The people of the roster in force by what a line may say of them.
struct Marks<'a> {
    people: HashMap<&'a crate::ids::PersonId, (usize, &'a super::Person)>,
    by: HashMap<(&'static str, String), Vec<usize>>,
}

impl<'a> Marks<'a> {
    fn of(current: &'a Current) -> Self {
        let mut marks = Self {
            people: HashMap::new(),
            by: HashMap::new(),
        };
        let active = current.people.iter().filter(|known| known.active);
        for (at, known) in active.enumerate() {
            let person = &known.person;
            marks.people.insert(&known.id, (at, person));
            let mut note = |kind, mark: String| marks.by.entry((kind, mark)).or_default().push(at);
            if let Some(number) = &person.number {
                note("number", number.clone());
            }
            if let Some(email) = &person.email {
                note("email", email.clone());
            }
            note("name", folded(&person.name));
        }
        marks
    }

    /// By number, else by address, else everybody of the name.
    fn find(&self, line: &Aside) -> Vec<usize> {
        let ways = [
            ("number", line.number.clone()),
            ("email", line.email.clone()),
            ("name", line.name.as_deref().map(folded)),
        ];
        let mut found = ways.into_iter().filter_map(|(kind, mark)| self.by.get(&(kind, mark?)));
        found.next().cloned().unwrap_or_default()
    }
}
