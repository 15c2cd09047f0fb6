//! Who is new, changes or leaves.

use super::{
    Change, ChangedPerson, Current, Defaults, Difference, KnownPerson, Listed, Person, Taken, Who,
};
use crate::ids::PersonId;
use crate::roster::sheet::Row;
use std::collections::{HashMap, HashSet};

/// What to call everybody in a list.
pub type Labels = HashMap<Who, String>;

/// Compares the people, and says what to call everybody.
pub fn people(
    difference: &mut Difference,
    current: &Current,
    rows: &[Row],
    who: &[Who],
    defaults: &Defaults,
) -> Labels {
    let said = Said::of(rows, who);
    let mut labels = Labels::new();
    let mut taken: HashSet<Mark> = HashSet::new();
    let known: HashMap<&PersonId, &KnownPerson> =
        current.people.iter().map(|one| (&one.id, one)).collect();
    for (&who, rows) in &said.rows {
        let before = who.id().and_then(|id| known.get(id).copied());
        let person = said.person(who, rows, before.map(|known| &known.person), defaults);
        labels.insert(who.clone(), person.label().to_owned());
        taken.extend(marks(&person));
        compare(difference, who, before, person);
    }
    let counted = |one: &&KnownPerson| one.active && (!one.stays || said.knows(&one.id));
    difference.people_before = current.people.iter().filter(counted).count();
    for one in current.people.iter().filter(|one| !said.knows(&one.id)) {
        let who = Who::Known(one.id.clone());
        labels.insert(who, one.person.label().to_owned());
        unsaid(difference, one, &taken);
    }
    let order = |person: &Person| (person.label().to_owned(), person.number.clone());
    let listed = |one: &Listed| order(&one.person);
    difference.new_people.sort_by_cached_key(listed);
    difference.leaving_people.sort_by_cached_key(listed);
    let changed = &mut difference.changed_people;
    changed.sort_by_cached_key(|one| order(&one.person));
    labels
}

fn compare(difference: &mut Difference, who: &Who, before: Option<&KnownPerson>, person: Person) {
    match before.filter(|before| before.active) {
        Some(before) if before.person == person => difference.unchanged.people += 1,
        Some(before) => difference.changed_people.push(ChangedPerson {
            id: before.id.clone(),
            changes: changes(&before.person, &person),
            person,
        }),
        None => difference.new_people.push(Listed {
            who: who.clone(),
            person,
        }),
    }
}

/// Somebody whom the file does not name leaves or stays, and may lose number or address to somebody else.
fn unsaid(difference: &mut Difference, one: &KnownPerson, taken: &HashSet<Mark>) {
    let listed = |person: Person| Listed {
        who: Who::Known(one.id.clone()),
        person,
    };
    if one.active && !one.stays {
        difference.leaving_people.push(listed(one.person.clone()));
    }
    let lost: Vec<Mark> = marks(&one.person)
        .filter(|mark| taken.contains(mark))
        .collect();
    let Some((_, mark)) = lost.first() else {
        return;
    };
    if one.active && one.stays {
        difference.taken = Some(Taken {
            mark: mark.clone(),
            name: one.person.name.clone(),
        });
    }
    let kept = |kind: Kind, of: &Option<String>| {
        let lost = lost.iter().any(|(of, _)| *of == kind);
        of.clone().filter(|_| !lost)
    };
    difference.robbed_people.push(listed(Person {
        number: kept(Kind::Number, &one.person.number),
        email: kept(Kind::Email, &one.person.email),
        ..one.person.clone()
    }));
}

/// What no two people can have at the same time.
type Mark = (Kind, String);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Kind {
    Number,
    Email,
}

fn marks(person: &Person) -> impl Iterator<Item = Mark> {
    let number = person.number.clone().map(|number| (Kind::Number, number));
    let email = person.email.clone().map(|email| (Kind::Email, email));
    number.into_iter().chain(email)
}

/// What a file says about everybody in it.
struct Said<'a> {
    rows: HashMap<&'a Who, Vec<&'a Row>>,
    /// Whose numbers and addresses the file says there are.
    marks: HashMap<Mark, &'a Who>,
}

impl<'a> Said<'a> {
    fn of(rows: &'a [Row], who: &'a [Who]) -> Self {
        let mut said = Self {
            rows: HashMap::new(),
            marks: HashMap::new(),
        };
        for (who, row) in who.iter().zip(rows) {
            said.rows.entry(who).or_default().push(row);
            let number = row.number.clone().map(|number| (Kind::Number, number));
            let email = row.email.clone().map(|email| (Kind::Email, email));
            let marks = number.into_iter().chain(email);
            said.marks.extend(marks.map(|mark| (mark, who)));
        }
        said
    }

    fn knows(&self, id: &PersonId) -> bool {
        self.rows.contains_key(&Who::Known(id.clone()))
    }

    /// The person that some rows tell of; they contradict each other nowhere. A cell that is empty says nothing,
    /// so that a file without addresses takes nobody's address away, unless somebody else in it has that one now.
    fn person(
        &self,
        who: &Who,
        rows: &[&Row],
        known: Option<&Person>,
        defaults: &Defaults,
    ) -> Person {
        let said = |cell: fn(&Row) -> Option<&String>| rows.iter().find_map(|row| cell(row));
        let free = |kind: Kind, value: &&String| {
            let now = self.marks.get(&(kind, (*value).clone()));
            now.is_none_or(|now| *now == who)
        };
        let number = || {
            known?
                .number
                .as_ref()
                .filter(|value| free(Kind::Number, value))
        };
        let email = || {
            known?
                .email
                .as_ref()
                .filter(|value| free(Kind::Email, value))
        };
        let (locale, zone) = known.map_or((&defaults.locale, &defaults.time_zone), |known| {
            (&known.locale, &known.time_zone)
        });
        Person {
            number: said(|row| row.number.as_ref()).or_else(number).cloned(),
            email: said(|row| row.email.as_ref()).or_else(email).cloned(),
            name: said(|row| Some(&row.name)).cloned().unwrap_or_default(),
            locale: said(|row| row.locale.as_ref()).unwrap_or(locale).clone(),
            time_zone: said(|row| row.time_zone.as_ref()).unwrap_or(zone).clone(),
        }
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
