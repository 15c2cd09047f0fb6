//! Which teams may be the same although their names or places say otherwise.

use super::folded;
use crate::ids::{PersonId, TeamId};
use crate::roster::TeamPath;
use crate::roster::difference::{Current, KnownTeam, Who};
use crate::roster::sheet::Row;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// A team that is not in the file, and a new one in it: perhaps one team.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SameTeam {
    pub id: TeamId,
    pub from: TeamPath,
    pub to: TeamPath,
    /// People who are in both.
    pub members: usize,
    /// People in the one of before.
    pub of: usize,
    /// HR takes them for one team.
    pub accepted: bool,
}

/// Where a team goes when some are renamed: with the nearest renamed one above it.
pub fn moved(path: &TeamPath, renamed: &[SameTeam]) -> TeamPath {
    let above = renamed.iter().filter(|team| path.starts_with(&team.from));
    match above.max_by_key(|team| team.from.len()) {
        None => path.clone(),
        Some(team) => {
            let below = path.get(team.from.len()..).unwrap_or_default();
            [&team.to, below].concat()
        }
    }
}

/// The pairs, from the top down. At least half of the people of each, and at least two, are in both; one is
/// enough if the team only moved. Where several could be meant, none is.
pub fn suggest(current: &Current, rows: &[Row], who: &[Who]) -> Vec<SameTeam> {
    let Some(mut sides) = Sides::of(current, rows, who) else {
        return Vec::new();
    };
    let mut found: Vec<SameTeam> = Vec::new();
    for (number, team) in sides.gone.clone().into_iter().enumerate() {
        let now = moved(&team.path, &found);
        if now != team.path && sides.after.contains(now.as_slice()) {
            sides.settled(number, now);
            continue;
        }
        let Some(to) = sides.partner(number, &now) else {
            continue;
        };
        let members = sides.common(number, &to);
        let of = sides.sizes.get(&number).copied().unwrap_or_default();
        found.push(SameTeam {
            id: team.id.clone(),
            from: team.path.clone(),
            to: to.clone(),
            members,
            of,
            accepted: false,
        });
        sides.settled(number, to);
    }
    found
}

/// The teams that went and those that came, with the people of each and of what is below it.
struct Sides<'a> {
    gone: Vec<&'a KnownTeam>,
    /// All teams of the file.
    after: BTreeSet<&'a [String]>,
    /// The people of those that went, by number.
    sizes: HashMap<usize, usize>,
    /// The people of those that came.
    new: BTreeMap<TeamPath, usize>,
    both: HashMap<(usize, TeamPath), usize>,
    done: HashSet<usize>,
}

impl<'a> Sides<'a> {
    /// `None` where no team went or none came.
    fn of(current: &'a Current, rows: &'a [Row], who: &[Who]) -> Option<Self> {
        let after: BTreeSet<&[String]> = rows.iter().flat_map(|row| prefixes(&row.path)).collect();
        let known: HashSet<&[String]> = current.teams.iter().map(|team| &team.path[..]).collect();
        let is_gone = |team: &&KnownTeam| team.active && !after.contains(team.path.as_slice());
        let mut gone: Vec<&KnownTeam> = current.teams.iter().filter(is_gone).collect();
        gone.sort_by_key(|team| (team.path.len(), &team.path));
        let came = |path: &&&[String]| !known.contains(**path);
        let mut new: BTreeMap<TeamPath, usize> = after
            .iter()
            .filter(came)
            .map(|path| (path.to_vec(), 0))
            .collect();
        if gone.is_empty() || new.is_empty() {
            return None;
        }
        let numbers: HashMap<&[String], usize> = gone
            .iter()
            .enumerate()
            .map(|(no, team)| (&team.path[..], no))
            .collect();
        let mut was: HashMap<&PersonId, BTreeSet<usize>> = HashMap::new();
        for place in &current.places {
            let left = prefixes(&place.path).filter_map(|path| numbers.get(path));
            was.entry(&place.person).or_default().extend(left);
        }
        let mut sizes: HashMap<usize, usize> = HashMap::new();
        for number in was.values().flatten() {
            *sizes.entry(*number).or_default() += 1;
        }
        let mut is: HashMap<&Who, BTreeSet<TeamPath>> = HashMap::new();
        for (who, row) in who.iter().zip(rows) {
            let joined = prefixes(&row.path).filter(|path| new.contains_key(*path));
            is.entry(who)
                .or_default()
                .extend(joined.map(<[String]>::to_vec));
        }
        let namesakes = namesakes(current, rows, who);
        let mut both = HashMap::new();
        for (who, teams) in &is {
            for path in teams {
                new.entry(path.clone()).and_modify(|people| *people += 1);
            }
            let before = match who {
                Who::Known(id) => was.get(id),
                Who::New(number) => namesakes.get(number).and_then(|id| was.get(*id)),
            };
            for number in before.into_iter().flatten() {
                for path in teams {
                    *both.entry((*number, path.clone())).or_default() += 1;
                }
            }
        }
        Some(Self {
            gone,
            after,
            sizes,
            new,
            both,
            done: HashSet::new(),
        })
    }

    fn settled(&mut self, number: usize, path: TeamPath) {
        self.done.insert(number);
        self.new.remove(&path);
    }

    fn common(&self, number: usize, path: &TeamPath) -> usize {
        let both = self.both.get(&(number, path.clone()));
        both.copied().unwrap_or_default()
    }

    /// The one team that came and is the one that went, if they are each other's only choice.
    fn partner(&self, number: usize, now: &TeamPath) -> Option<TeamPath> {
        let fitting = self.new.keys().filter(|path| self.fits(number, path));
        let path = nearest(fitting, |path| near(now, path))?;
        let rivals = (0..self.gone.len()).filter(|other| !self.done.contains(other));
        let rivals = rivals.filter(|other| self.fits(*other, path));
        let chosen = nearest(rivals, |other| match *other == number {
            true => near(now, path),
            false => self
                .gone
                .get(*other)
                .map_or(0, |team| near(&team.path, path)),
        })?;
        (chosen == number).then(|| path.clone())
    }

    fn fits(&self, number: usize, path: &TeamPath) -> bool {
        let Some(team) = self.gone.get(number) else {
            return false;
        };
        let common = self.common(number, path);
        let half = |size: Option<&usize>| common * 2 >= size.copied().unwrap_or_default();
        let enough = common >= 2 || common == 1 && team.path.last() == path.last();
        enough && half(self.sizes.get(&number)) && half(self.new.get(path))
    }
}

/// The nearest one, if there is only one.
fn nearest<T: Copy>(all: impl Iterator<Item = T>, near: impl Fn(&T) -> u8) -> Option<T> {
    let ranked: Vec<(u8, T)> = all.map(|one| (near(&one), one)).collect();
    let best = ranked.iter().map(|(rank, _)| *rank).max()?;
    let mut best = ranked.iter().filter(|(rank, _)| *rank == best);
    let one = best.next().map(|(_, one)| *one);
    one.filter(|_| best.next().is_none())
}

/// How near two places in the tree are: of the same name, in the same team, or neither.
fn near(before: &TeamPath, after: &TeamPath) -> u8 {
    let above = |path: &TeamPath| path.split_last().map(|(_, above)| above.to_vec());
    match (before.last() == after.last(), above(before) == above(after)) {
        (true, _) => 2,
        (false, true) => 1,
        (false, false) => 0,
    }
}

fn prefixes(path: &TeamPath) -> impl Iterator<Item = &[String]> {
    (1..=path.len()).filter_map(|depth| path.get(..depth))
}

/// New people whose name one person has whom no line is about, and nobody else: for comparing teams that is
/// enough.
fn namesakes<'a>(current: &'a Current, rows: &[Row], who: &[Who]) -> HashMap<usize, &'a PersonId> {
    let said: HashSet<&PersonId> = who.iter().filter_map(Who::id).collect();
    let mut names: HashMap<String, Option<&PersonId>> = HashMap::new();
    for one in &current.people {
        if one.active && !said.contains(&one.id) {
            let same = names.entry(folded(&one.person.name));
            same.and_modify(|id| *id = None).or_insert(Some(&one.id));
        }
    }
    let mut new: HashMap<String, BTreeSet<usize>> = HashMap::new();
    for (who, row) in who.iter().zip(rows) {
        if let Who::New(number) = who {
            new.entry(folded(&row.name)).or_default().insert(*number);
        }
    }
    let only = new.into_iter().filter(|(_, numbers)| numbers.len() == 1);
    only.filter_map(|(name, numbers)| Some((*numbers.first()?, (*names.get(&name)?)?)))
        .collect()
}
