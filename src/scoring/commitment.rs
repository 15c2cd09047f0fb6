use super::Wave;
use crate::stats::Interval;

/// How the members of a team judge one commitment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judgement {
    /// Members who judged it.
    pub base: usize,
    /// Their mean from 0 (not kept) over one half (partly) to 1 (kept), as the range that capping leaves.
    pub kept: Interval,
    /// The shares who say not kept, partly, kept, from 0 to 1; only for ten answers or more.
    pub shares: Option<[f64; 3]>,
}

impl Wave {
    /// How a team judges the commitment in a slot of the survey. `None` where the team is not counted by
    /// itself, where too few judged it, and for an item that is no slot.
    pub fn judgement(&self, node: usize, slot: &str) -> Option<Judgement> {
        let (index, _) = self.survey.slots().find(|(_, item)| item.id == slot)?;
        let [atom] = self.release.partition().published(node)? else {
            return None;
        };
        let atom = self.release.atom(*atom)?;
        let tally = atom.items.get(index)?.as_ref()?;
        let base = tally.base() as f64;
        // Three options, from 1 for not kept to 3 for kept.
        let (lo, hi) = tally.range(|value| (value as f64 - 1.0) / 2.0);
        let shares = atom.distribution(index).map(|counts| {
            let share = |option: usize| counts.get(option).map_or(0.0, |&n| n as f64 / base);
            [share(0), share(1), share(2)]
        });
        Some(Judgement {
            base: tally.base(),
            kept: Interval {
                lo: lo / base,
                hi: hi / base,
            },
            shares,
        })
    }
}
