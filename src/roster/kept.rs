//! People on lines that cannot be taken stay as they are: they are no leavers, and keep their teams.

use super::difference::{Current, KnownPerson, Who};
use super::identity::{folded, identify};
use super::sheet::{Aside, Row};
use crate::ids::PersonId;
use std::collections::{HashMap, HashSet};

/// Who stays although no row is about them.
#[derive(Clone, Debug, Default)]
pub struct Staying {
    /// Those on lines that cannot be taken.
    pub aside: Vec<Aside>,
    /// Everybody: the file only adds to the roster.
    pub everybody: bool,
}

/// The roster in force without the places that are not to be touched, whose teams are held open; and how many lines
/// are about nobody who is known.
pub fn apart(mut current: Current, rows: &[Row], staying: &Staying) -> (Current, usize) {
    if staying.aside.is_empty() && !staying.everybody {
        return (current, 0);
    }
    let who = identify(&current, rows);
    let (people, unknown) = people(&current, &who, staying);
    for one in &mut current.people {
        one.stays |= people.contains(&one.id);
    }
    // A place about which a row says something is as the row says.
    let said: HashSet<(&PersonId, &[String])> = who
        .iter()
        .zip(rows)
        .filter_map(|(who, row)| Some((who.id()?, row.path.as_slice())))
        .collect();
    let places = std::mem::take(&mut current.places);
    let (kept, left): (Vec<_>, Vec<_>) = places.into_iter().partition(|place| {
        people.contains(&place.person) && !said.contains(&(&place.person, place.path.as_slice()))
    });
    current.places = left;
    current.held = kept.into_iter().map(|place| place.path).collect();
    (current, unknown)
}

/// Those who stay. Of a supplement everybody whom no row is about.
fn people(current: &Current, who: &[Who], staying: &Staying) -> (HashSet<PersonId>, usize) {
    let marks = Marks::of(current);
    let (mut people, mut unknown) = (HashSet::new(), 0);
    for line in &staying.aside {
        let found = marks.find(line);
        unknown += usize::from(found.is_empty());
        people.extend(found.iter().map(|known| known.id.clone()));
    }
    if staying.everybody {
        let said: HashSet<&PersonId> = who.iter().filter_map(Who::id).collect();
        let others = current
            .people
            .iter()
            .filter(|known| !said.contains(&known.id));
        people.extend(others.map(|known| known.id.clone()));
    }
    (people, unknown)
}

/// The people of the roster in force by what a line may say of them.
struct Marks<'a>(HashMap<(Kind, String), Vec<&'a KnownPerson>>);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Number,
    Email,
    Name,
}

impl<'a> Marks<'a> {
    fn of(current: &'a Current) -> Self {
        let mut marks: HashMap<_, Vec<&KnownPerson>> = HashMap::new();
        for known in current.people.iter().filter(|known| known.active) {
            let person = &known.person;
            let said = [
                (Kind::Number, person.number.clone()),
                (Kind::Email, person.email.clone()),
                (Kind::Name, Some(folded(&person.name))),
            ];
            for (kind, mark) in said {
                if let Some(mark) = mark {
                    marks.entry((kind, mark)).or_default().push(known);
                }
            }
        }
        Self(marks)
    }

    /// By number, else by address, else everybody of the name.
    fn find(&self, line: &Aside) -> &[&'a KnownPerson] {
        let ways = [
            (Kind::Number, line.number.clone()),
            (Kind::Email, line.email.clone()),
            (Kind::Name, line.name.as_deref().map(folded)),
        ];
        let mut found = ways
            .into_iter()
            .filter_map(|(kind, mark)| self.0.get(&(kind, mark?)));
        found.next().map(Vec::as_slice).unwrap_or_default()
    }
}
