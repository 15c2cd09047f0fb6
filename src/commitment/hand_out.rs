use crate::ballot::promise::Commitment as Entry;
use crate::error::Outcome;
use crate::ids::{TeamId, WaveId};
use crate::store::Db;
use crate::store::commitment::{self, Commitment};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Gives the open commitments of teams to the members of a wave to judge, and says by cell what they judge, in
/// the order of the survey's slots: `cells` are those that hold one team alone, `slots` the items of the survey.
/// Inside the caller's transaction.
pub fn hand_out(
    c: &mut Db,
    wave: &WaveId,
    cells: &[(i32, TeamId)],
    slots: &[String],
) -> Outcome<BTreeMap<i32, Vec<Entry>>> {
    let mut handed_out = BTreeMap::new();
    for (cell, team) in cells {
        let all = commitment::of_team(c, team)?;
        let mut open: Vec<Commitment> = all
            .into_iter()
            .filter(|one| one.judged_in.is_none())
            .collect();
        open.sort_by_key(|one| one.side);
        let mut entries = Vec::new();
        for (one, slot) in open.into_iter().zip(slots) {
            commitment::let_judge(c, &one.id, wave, slot)?;
            entries.push(entry(one, slot));
        }
        handed_out.insert(*cell, entries);
    }
    Ok(handed_out)
}

fn entry(one: Commitment, slot: &str) -> Entry {
    let text = |day: NaiveDate| day.to_string();
    Entry {
        item: slot.to_owned(),
        side: one.side.as_str().to_owned(),
        what: one.what,
        whom: one.whom,
        done: one.done,
        needed: one.needed,
        due: text(one.due),
        first_due: one.first_due.map(text),
        renegotiated: one.renegotiated.map(text),
    }
}
