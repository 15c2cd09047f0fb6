use super::Wave;
use crate::stats::Interval;

/// How the members of a team judge one commitment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Judgement {
    /// Members who judged it.
    pub base: usize,
    /// Their mean from 0 (not kept) over one half (partly) to 1 (kept), in steps; a range where answers were capped.
    pub kept: Interval,
    /// The shares who say not kept, partly, kept, from 0 to 1; only where there are enough answers.
    pub shares: Option<[f64; 3]>,
}

impl Wave {
    /// How a team judges the commitment in a slot of the survey. `None` where the team is not counted by
    /// itself, where too few judged it, and for an item that is no slot.
    pub fn judgement(&self, node: usize, slot: &str) -> Option<Judgement> {
        let (index, _) = self.survey.slots().find(|(_, item)| item.id == slot)?;
        let figure = self.release.node(node).filter(|figure| figure.single())?;
        let printed = figure.item(index)?;
        let (at, reach) = (printed.value() / 100.0, printed.reach() / 100.0);
        let shares = figure.shares(index);
        Some(Judgement {
            base: printed.base(),
            kept: Interval {
                lo: at - reach,
                hi: at + reach,
            },
            shares: shares.map(|shares| shares.bands().map(|percent| percent / 100.0)),
        })
    }
}
