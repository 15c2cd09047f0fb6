//! Who may be the same person although neither number nor address says so.

use super::folded;
use crate::ids::PersonId;
use crate::roster::TeamPath;
use crate::roster::difference::{Current, KnownPerson, Person, Who};
use crate::roster::sheet::Row;
use serde::Serialize;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Somebody on the roster whom no line is about, and somebody new in the file: perhaps one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SamePerson {
    pub id: PersonId,
    pub before: Person,
    pub name: String,
    pub number: Option<String>,
    pub email: Option<String>,
    /// The first team of the file's lines about them.
    pub team: TeamPath,
    /// Name and team are the same, and nothing speaks against it.
    pub likely: bool,
    /// HR takes them for one person.
    pub accepted: bool,
    /// The number of the new person.
    #[serde(skip)]
    pub new: usize,
}

/// The pairs, by name. Each person is in one at the most: where several could be meant, nobody is.
pub fn suggest(current: &Current, rows: &[Row], who: &[Who]) -> Vec<SamePerson> {
    let mut new: BTreeMap<usize, Vec<&Row>> = BTreeMap::new();
    let mut said: HashSet<&PersonId> = HashSet::new();
    for (who, row) in who.iter().zip(rows) {
        match who {
            Who::New(number) => new.entry(*number).or_default().push(row),
            Who::Known(id) => drop(said.insert(id)),
        }
    }
    if new.is_empty() {
        return Vec::new();
    }
    let gone = |one: &&KnownPerson| one.active && !said.contains(&one.id);
    let gone: HashMap<&PersonId, &KnownPerson> = current
        .people
        .iter()
        .filter(gone)
        .map(|one| (&one.id, one))
        .collect();
    let mut found = Found::default();
    let (before, after) = by_name_and_team(current, &gone, &new);
    found.pair(&before, &after, &gone, &new, true);
    let leaving = gone.values().filter(|one| !one.stays);
    let before = Finders::of(leaving.map(|one| (folded(&one.person.name), one.id.clone())));
    let after = Finders::of(new.iter().filter_map(|(number, rows)| {
        let row = rows.first()?;
        Some((folded(&row.name), *number))
    }));
    found.pair(&before, &after, &gone, &new, false);
    let addressed = gone.values().filter(|one| !one.stays);
    let before =
        Finders::of(addressed.filter_map(|one| Some((one.person.email.clone()?, one.id.clone()))));
    let after = Finders::of(new.iter().filter_map(|(number, rows)| {
        let email = rows.iter().find_map(|row| row.email.clone())?;
        Some((email, *number))
    }));
    found.pair_all(&before, &after, &gone, &new);
    let mut pairs = found.pairs;
    pairs.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
    pairs
}

type New<'a> = BTreeMap<usize, Vec<&'a Row>>;
type Gone<'a> = HashMap<&'a PersonId, &'a KnownPerson>;

/// Whom something finds; `None` where it finds several.
struct Finders<K, T>(HashMap<K, Option<T>>);

impl<K: std::hash::Hash + Eq, T: PartialEq> Finders<K, T> {
    fn of(all: impl Iterator<Item = (K, T)>) -> Self {
        let mut found: HashMap<K, Option<T>> = HashMap::new();
        for (key, one) in all {
            match found.get_mut(&key) {
                None => drop(found.insert(key, Some(one))),
                Some(known) if known.as_ref() == Some(&one) => {}
                Some(known) => *known = None,
            }
        }
        Self(found)
    }
}

type Named = (String, TeamPath);

fn by_name_and_team(
    current: &Current,
    gone: &Gone<'_>,
    new: &New<'_>,
) -> (Finders<Named, PersonId>, Finders<Named, usize>) {
    let before = Finders::of(current.places.iter().filter_map(|place| {
        let one = gone.get(&place.person)?;
        Some((
            (folded(&one.person.name), place.path.clone()),
            one.id.clone(),
        ))
    }));
    let after = Finders::of(new.iter().flat_map(|(number, rows)| {
        rows.iter()
            .map(|row| ((folded(&row.name), row.path.clone()), *number))
    }));
    (before, after)
}

#[derive(Default)]
struct Found {
    pairs: Vec<SamePerson>,
    before: HashSet<PersonId>,
    after: HashSet<usize>,
}

impl Found {
    /// Pairs whom the same thing finds on both sides, unless two numbers say that they are two people.
    fn pair<K: std::hash::Hash + Eq>(
        &mut self,
        before: &Finders<K, PersonId>,
        after: &Finders<K, usize>,
        gone: &Gone<'_>,
        new: &New<'_>,
        likely: bool,
    ) {
        self.take(before, after, gone, new, likely, |known, rows| {
            let number = rows.iter().find_map(|row| row.number.as_ref());
            number.is_none()
                || known.person.number.is_none()
                || number == known.person.number.as_ref()
        });
    }

    /// The same, whatever numbers say: HR decides.
    fn pair_all<K: std::hash::Hash + Eq>(
        &mut self,
        before: &Finders<K, PersonId>,
        after: &Finders<K, usize>,
        gone: &Gone<'_>,
        new: &New<'_>,
    ) {
        self.take(before, after, gone, new, false, |_, _| true);
    }

    fn take<K: std::hash::Hash + Eq>(
        &mut self,
        before: &Finders<K, PersonId>,
        after: &Finders<K, usize>,
        gone: &Gone<'_>,
        new: &New<'_>,
        likely: bool,
        may_be: fn(&KnownPerson, &[&Row]) -> bool,
    ) {
        for (key, id) in &before.0 {
            let pair = id.as_ref().zip(after.0.get(key).and_then(Option::as_ref));
            let Some((id, number)) = pair else { continue };
            let (Some(known), Some(rows)) = (gone.get(id), new.get(number)) else {
                continue;
            };
            if self.before.contains(id) || self.after.contains(number) || !may_be(known, rows) {
                continue;
            }
            let Some(row) = rows.first() else { continue };
            self.before.insert(id.clone());
            self.after.insert(*number);
            self.pairs.push(SamePerson {
                id: id.clone(),
                before: known.person.clone(),
                name: row.name.clone(),
                number: rows.iter().find_map(|row| row.number.clone()),
                email: rows.iter().find_map(|row| row.email.clone()),
                team: row.path.clone(),
                likely,
                accepted: false,
                new: *number,
            });
        }
    }
}
