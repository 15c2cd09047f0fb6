//! Who leads a team, from whom its people report to.

use super::line::turned;
use super::note::NoteReason;
use super::people::Person;
use crate::roster::TeamPath;
use crate::roster::identity::folded;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Whom everybody reports to.
#[derive(Clone)]
pub struct Named {
    /// By person, the place of the manager in the list.
    manager: Vec<Option<usize>>,
    /// By person, why none was found although one is named.
    missing: Vec<Option<NoteReason>>,
}

/// What stands where there is no manager.
const NOBODY: [&str; 15] = [
    "-",
    "--",
    "n/a",
    "na",
    "none",
    "null",
    "nobody",
    "no_manager",
    "no_mgr",
    "no manager",
    "keine",
    "keiner",
    "aucun",
    "ninguno",
    "nessuno",
];

impl Named {
    /// Looks everybody's manager up by what is written.
    pub fn of(people: &[Person]) -> Self {
        let mut marks: HashMap<&str, Option<usize>> = HashMap::new();
        for (place, person) in people.iter().enumerate() {
            for mark in &person.marks {
                let same = marks.entry(mark);
                // A person may have several lines.
                same.and_modify(|known| {
                    let other = known.and_then(|known| people.get(known));
                    if other.is_some_and(|other| !is_same(other, person)) {
                        *known = None;
                    }
                })
                .or_insert(Some(place));
            }
        }
        let mut named = Self {
            manager: Vec::with_capacity(people.len()),
            missing: Vec::with_capacity(people.len()),
        };
        for (place, person) in people.iter().enumerate() {
            let (manager, missing) = look_up(&person.managers, &marks);
            // Some systems let whoever is at the top report to themselves.
            let other = manager.filter(|manager| {
                people
                    .get(*manager)
                    .is_some_and(|manager| !is_same(manager, person))
                    && *manager != place
            });
            named.manager.push(other);
            named.missing.push(missing);
        }
        named
    }

    /// What is to be said of managers that were not found.
    pub fn notes(&self, people: &[Person]) -> Vec<(usize, NoteReason)> {
        let missing = self.missing.iter().take(people.len()).enumerate();
        missing
            .filter_map(|(place, reason)| Some((place, (*reason)?)))
            .collect()
    }

    /// Whether a manager is named who is not in the list.
    pub fn is_missing(&self, person: usize) -> bool {
        self.missing.get(person).is_some_and(Option::is_some)
    }

    /// Lets a person report to nobody.
    pub fn cut(&mut self, person: usize) {
        if let Some(manager) = self.manager.get_mut(person) {
            *manager = None;
        }
    }

    /// The manager of a person.
    pub fn of_person(&self, person: usize) -> Option<usize> {
        self.manager.get(person).copied().flatten()
    }
}

/// What names a person, as it is compared: in lower case, a place in a directory without spaces between its parts.
pub fn mark(written: &str) -> String {
    let lower = written.to_lowercase();
    match lower.contains('=') {
        true => lower.replace(", ", ","),
        false => lower,
    }
}

fn is_same(one: &Person, other: &Person) -> bool {
    match (&one.number, &other.number) {
        (Some(one), Some(other)) => one == other,
        _ => one.email.is_some() && one.email == other.email,
    }
}

fn look_up(
    written: &[String],
    marks: &HashMap<&str, Option<usize>>,
) -> (Option<usize>, Option<NoteReason>) {
    let mut missing = None;
    for written in written {
        let lower = mark(written);
        if NOBODY.contains(&lower.as_str()) {
            continue;
        }
        let name = folded(&turned(written));
        // `Ida Brandt (100)`
        let bracket = lower
            .strip_suffix(')')
            .and_then(|lower| lower.rsplit_once('('));
        let (before, inside) = bracket.unwrap_or_default();
        let ways = [
            lower.as_str(),
            name.as_str(),
            lower.trim_start_matches('0'),
            inside,
            before.trim(),
        ];
        for way in ways.into_iter().filter(|way| !way.is_empty()) {
            match marks.get(way) {
                Some(Some(found)) => return (Some(*found), None),
                Some(None) => missing = Some(NoteReason::WhichManager),
                None => missing = missing.or(Some(NoteReason::NoManager)),
            }
        }
    }
    (None, missing)
}

/// Who leads which team.
#[derive(Default)]
pub struct Leading {
    pub leading: Vec<(usize, TeamPath)>,
    /// A team in which several were named equally often, and who leads it now.
    pub ties: Vec<(usize, TeamPath)>,
}

/// The leader of each team: whoever most of its people report to. Those who lead others in the team or below it
/// are not asked, for they report to somebody above; where nobody else is there, the one of them leads to whom
/// most report below.
pub fn of_teams(people: &[Person], named: &Named) -> Leading {
    let mut teams: BTreeMap<&TeamPath, Vec<usize>> = BTreeMap::new();
    for (place, person) in people.iter().enumerate() {
        if !person.path.is_empty() {
            teams.entry(&person.path).or_default().push(place);
        }
    }
    let followers = followers(people, named);
    let mut found = Leading::default();
    for (team, members) in &teams {
        let leads_here = |person: usize| -> usize {
            let of = followers
                .get(&person)
                .map(Vec::as_slice)
                .unwrap_or_default();
            let inside = of.iter().filter_map(|one| people.get(*one));
            inside.filter(|one| one.path.starts_with(team)).count()
        };
        let mut votes: BTreeMap<usize, usize> = BTreeMap::new();
        for member in members.iter().filter(|member| leads_here(**member) == 0) {
            if let Some(manager) = named.of_person(*member) {
                *votes.entry(manager).or_default() += 1;
            }
        }
        if votes.is_empty() {
            let leading = members.iter().map(|member| (*member, leads_here(*member)));
            votes.extend(leading.filter(|(_, followers)| *followers > 0));
        }
        let is_member = |person: &usize| people.get(*person).is_some_and(|one| one.path == **team);
        let best = votes.iter().max_by_key(|(person, votes)| {
            (
                **votes,
                is_member(person),
                leads_here(**person),
                std::cmp::Reverse(**person),
            )
        });
        let Some((&leader, &most)) = best else {
            continue;
        };
        if votes.values().filter(|votes| **votes == most).count() > 1 {
            found.ties.push((leader, (*team).clone()));
        }
        found.leading.push((leader, (*team).clone()));
    }
    found
}

/// By manager, those who report there.
fn followers(people: &[Person], named: &Named) -> HashMap<usize, Vec<usize>> {
    let mut followers: HashMap<usize, Vec<usize>> = HashMap::new();
    for place in 0..people.len() {
        if let Some(manager) = named.of_person(place) {
            followers.entry(manager).or_default().push(place);
        }
    }
    followers
}

/// The people somebody reports to, one above the other, without going round.
pub fn chain(named: &Named, person: usize) -> (Vec<usize>, bool) {
    let mut chain = Vec::new();
    let mut seen = HashSet::from([person]);
    let mut at = person;
    while let Some(manager) = named.of_person(at) {
        if !seen.insert(manager) {
            return (chain, true);
        }
        chain.push(manager);
        at = manager;
    }
    (chain, false)
}
