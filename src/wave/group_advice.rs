use super::freeze::group;
use super::groups::rule;
use super::tree::Grouped;
use crate::app::App;
use crate::disclosure::{Cells, Choice, DisclosureError, Kind, Rule};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind as Act};
use crate::store::choice;
use crate::store::wave::{self, State};
use std::collections::{BTreeMap, BTreeSet};

/// Takes for the small teams of a draft what costs nobody anything: those that stand side by side are counted with
/// each other, as few as are enough, and have one report that their leaders read. What HR chose stays; how many
/// teams a choice was made for.
///
/// # Errors
/// A refusal for a wave that is no draft.
pub fn take_advice(app: &App, id: &WaveId, by: &str) -> Outcome<usize> {
    app.store.write(|c| {
        let wave = wave::wave(c, id)?;
        if wave.state != State::Draft {
            return Err(Problem::refused("problem-wave-fixed"));
        }
        let grouped = group(c, &wave)?;
        let advice = advice(&grouped, rule(&wave)?);
        let advice = advice.map_err(|error| Problem::fault("tree", error))?;
        let team = |leaf: usize| grouped.branches.get(leaf).and_then(|one| one.team.clone());
        for (small, host) in &advice {
            if let (Some(team), Some(host)) = (team(*small), team(*host)) {
                let (wave, host) = (id.clone(), Some(host));
                choice::set(c, &choice::Choice { wave, team, host })?;
            }
        }
        if !advice.is_empty() {
            act::note(c, app.now(), by, Act::Grouped, id.as_str())?;
        }
        Ok(advice.len())
    })
}

/// For small teams, the small one beside them that they are best counted with.
pub(super) fn advice(
    grouped: &Grouped,
    rule: Rule,
) -> Result<Vec<(usize, usize)>, DisclosureError> {
    let beside = free(grouped, rule);
    let bundles = beside
        .values()
        .flat_map(|beside| bundles(grouped, beside, rule));
    let bundles: Vec<Vec<usize>> = bundles.collect();
    let mut adviser = Adviser {
        now: Standing::of(grouped, &grouped.wanted, rule)?,
        wanted: grouped.wanted.clone(),
        taken: Vec::new(),
        grouped,
        rule,
    };
    adviser.try_out(&bundles)?;
    Ok(adviser.taken)
}

/// Takes bundles as long as nobody loses by them.
struct Adviser<'a> {
    grouped: &'a Grouped,
    rule: Rule,
    wanted: BTreeMap<usize, Choice>,
    now: Standing,
    taken: Vec<(usize, usize)>,
}

impl Adviser<'_> {
    /// All at once if that is no worse for anybody, else by halves: as a rule it is none, and dividing everybody
    /// into groups takes time.
    fn try_out(&mut self, bundles: &[Vec<usize>]) -> Result<(), DisclosureError> {
        if bundles.is_empty() {
            return Ok(());
        }
        let pairs: Vec<(usize, usize)> = bundles.iter().flat_map(|one| pairs(one)).collect();
        let mut tried = self.wanted.clone();
        tried.extend(
            pairs
                .iter()
                .map(|(leaf, host)| (*leaf, Choice::With(*host))),
        );
        let then = Standing::of(self.grouped, &tried, self.rule)?;
        if then.is_no_worse_than(&self.now) {
            self.taken.extend(pairs);
            (self.wanted, self.now) = (tried, then);
            return Ok(());
        }
        if bundles.len() > 1 {
            let (some, others) = bundles.split_at(bundles.len() / 2);
            self.try_out(some)?;
            self.try_out(others)?;
        }
        Ok(())
    }
}

/// Each team of a bundle but the first, with the first.
fn pairs(bundle: &[usize]) -> Vec<(usize, usize)> {
    let (first, others) = (bundle.first(), bundle.iter().skip(1));
    let pair = |leaf: &usize| Some((*leaf, *first?));
    others.filter_map(pair).collect()
}

/// By the team above, the small teams that nothing was chosen for and nobody is counted with.
fn free(grouped: &Grouped, rule: Rule) -> BTreeMap<usize, Vec<usize>> {
    let hosts: BTreeSet<usize> = grouped.wanted.values().filter_map(host).collect();
    let free = grouped.people.iter().filter(|(leaf, people)| {
        people.len() < rule.k() && !grouped.wanted.contains_key(leaf) && !hosts.contains(leaf)
    });
    let mut beside: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (&leaf, _) in free {
        if let Some(above) = grouped.tree.above(leaf) {
            beside.entry(above).or_default().push(leaf);
        }
    }
    beside
}

fn host(choice: &Choice) -> Option<usize> {
    match choice {
        Choice::With(host) => Some(*host),
        Choice::Out => None,
    }
}

/// Teams side by side in bundles of enough people: the largest first, the last ones join the last bundle.
fn bundles(grouped: &Grouped, beside: &[usize], rule: Rule) -> Vec<Vec<usize>> {
    let size = |leaves: &[usize]| {
        let people = leaves.iter().filter_map(|leaf| grouped.people.get(leaf));
        people.flatten().collect::<BTreeSet<_>>().len()
    };
    let mut order = beside.to_vec();
    order.sort_by_key(|leaf| std::cmp::Reverse(size(&[*leaf])));
    let (mut whole, mut open): (Vec<Vec<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
    for leaf in order {
        open.push(leaf);
        if size(&open) >= rule.k() {
            whole.push(std::mem::take(&mut open));
        }
    }
    if let Some(last) = whole.last_mut() {
        last.extend(open);
    }
    whole
}

/// Who is asked, and who has a report of their own.
struct Standing {
    asked: BTreeSet<usize>,
    own: BTreeSet<usize>,
}

impl Standing {
    fn of(
        grouped: &Grouped,
        wanted: &BTreeMap<usize, Choice>,
        rule: Rule,
    ) -> Result<Self, DisclosureError> {
        let Grouped { tree, people, .. } = grouped;
        let cells = Cells::of(tree, people, wanted, rule)?.cells;
        let own = cells.iter().filter(|cell| cell.kind == Kind::Team);
        Ok(Self {
            own: own.flat_map(|cell| cell.leaves.iter().copied()).collect(),
            asked: cells.into_iter().flat_map(|cell| cell.leaves).collect(),
        })
    }

    fn is_no_worse_than(&self, before: &Self) -> bool {
        self.asked.is_superset(&before.asked) && self.own.is_superset(&before.own)
    }
}
