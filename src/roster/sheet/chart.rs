//! Teams of a list that has none: whoever others report to leads them as a team, which has the leader's name and is
//! below the team the leader is in.

use super::cells::DEEPEST;
use super::leaders::{Named, chain};
use super::note::NoteReason;
use super::people::Person;
use crate::roster::TeamPath;
use crate::roster::identity::folded;
use std::collections::{HashMap, HashSet};

/// Teams and leaders, by who reports to whom.
pub struct Chart {
    /// By person, the team; empty for whoever is above all.
    pub paths: Vec<TeamPath>,
    /// Who leads which team.
    pub leading: Vec<(usize, TeamPath)>,
    /// What is to be said of whom.
    pub notes: Vec<(usize, NoteReason)>,
    /// People who report to nobody in the list, and to whom nobody reports.
    pub alone: Vec<usize>,
}

impl Chart {
    pub fn of(people: &[Person], named: &Named, root: &str) -> Self {
        let named = without_circles(people.len(), named);
        let manager = |person: usize| named.manager.of_person(person);
        let leaders: HashSet<usize> = (0..people.len()).filter_map(manager).collect();
        let names = team_names(people, &leaders);
        let is_top = |person: &usize| manager(*person).is_none() && leaders.contains(person);
        let tops: Vec<usize> = (0..people.len()).filter(is_top).collect();
        // One person above everybody leads the organisation itself.
        let single = match tops.as_slice() {
            [top] => Some(*top),
            _ => None,
        };
        let mut chart = Self {
            paths: Vec::with_capacity(people.len()),
            leading: Vec::new(),
            notes: named.notes,
            alone: Vec::new(),
        };
        // The team somebody leads: the names of everybody above, and the own.
        let led = |person: usize| -> (TeamPath, bool) {
            let (mut above, _) = chain(&named.manager, person);
            above.reverse();
            above.push(person);
            let above = above.into_iter().filter(|one| Some(*one) != single);
            let mut path = TeamPath::from([root.to_owned()]);
            path.extend(above.filter_map(|one| names.get(&one).cloned()));
            let is_deep = path.len() > DEEPEST;
            (path, is_deep)
        };
        for person in 0..people.len() {
            let team = match manager(person) {
                Some(manager) => {
                    let (mut path, is_deep) = led(manager);
                    path.truncate(DEEPEST);
                    if is_deep {
                        chart.notes.push((person, NoteReason::TooDeep));
                    }
                    path
                }
                None => TeamPath::new(),
            };
            if leaders.contains(&person) {
                let (path, is_deep) = led(person);
                // Below the deepest level the people of several leaders are one team of the first of them.
                if !is_deep {
                    chart.leading.push((person, path));
                }
                if named.manager.is_missing(person) {
                    chart.notes.push((person, NoteReason::NoManager));
                }
            } else if team.is_empty() {
                chart.alone.push(person);
            }
            chart.paths.push(team);
        }
        chart
    }
}

struct Straight {
    manager: Named,
    notes: Vec<(usize, NoteReason)>,
}

/// Cuts every circle at its first person, who then reports to nobody.
fn without_circles(people: usize, named: &Named) -> Straight {
    let mut straight = named.clone();
    let mut notes = Vec::new();
    let mut done = vec![false; people];
    for person in 0..people {
        let mut way = Vec::new();
        let mut on_way = HashSet::new();
        let mut at = Some(person);
        while let Some(here) = at {
            if done.get(here).copied().unwrap_or(true) {
                break;
            }
            if !on_way.insert(here) {
                let circle = way.iter().skip_while(|one| **one != here);
                let first = circle.copied().min().unwrap_or(here);
                straight.cut(first);
                notes.push((first, NoteReason::Circle));
                break;
            }
            way.push(here);
            at = straight.of_person(here);
        }
        for here in way {
            if let Some(done) = done.get_mut(here) {
                *done = true;
            }
        }
    }
    Straight {
        manager: straight,
        notes,
    }
}

/// The name of each leader's team: the leader's, with a mark where several leaders are called the same.
fn team_names(people: &[Person], leaders: &HashSet<usize>) -> HashMap<usize, String> {
    let mut same: HashMap<String, usize> = HashMap::new();
    let people_of = || {
        leaders
            .iter()
            .filter_map(|one| Some((*one, people.get(*one)?)))
    };
    for (_, person) in people_of() {
        *same.entry(folded(&person.name)).or_default() += 1;
    }
    let name = |person: &Person| {
        let name = person.name.replace('/', "-");
        let mark = person.number.as_ref().or(person.email.as_ref());
        match (same.get(&folded(&person.name)), mark) {
            (Some(2..), Some(mark)) => format!("{name} ({mark})").replace('/', "-"),
            _ => name,
        }
    };
    people_of()
        .map(|(place, person)| (place, name(person).chars().take(80).collect()))
        .collect()
}
