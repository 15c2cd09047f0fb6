use crate::error::Outcome;
use crate::ids::{InvitationId, PersonId, WaveId};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::wave::{self, State};
use crate::store::{Db, Moment, frozen, invitation};
use std::collections::BTreeMap;

/// Queues one mail to everybody who was asked in a wave that has ended, with or without results, that says what happens
/// next. Whoever was asked in two groups gets one about each. To whom it goes depends on who was asked alone, and what
/// it says on their group. Inside the caller's transaction.
pub(super) fn tell(c: &mut Db, wave: &WaveId, now: Moment) -> Outcome<()> {
    let groups = match wave::wave(c, wave)?.state {
        State::Released => frozen::groups(c, wave)?,
        _ => Vec::new(),
    };
    let atoms = groups.iter();
    let atoms = atoms.flat_map(|group| group.cells.iter().map(|cell| (*cell, group.atom)));
    let atoms: BTreeMap<i32, i32> = atoms.collect();
    let mut told: BTreeMap<(PersonId, Option<i32>), InvitationId> = BTreeMap::new();
    for (slip, person) in invitation::with_people(c, wave)? {
        if person.active && person.email.is_some() {
            told.entry((person.id, atoms.get(&slip.cell).copied()))
                .or_insert(slip.id);
        }
    }
    let mail = |slip: &InvitationId| Mail::new(Kind::Word, slip.as_str(), Some(wave), now);
    outbox::queue(c, &told.values().map(mail).collect::<Vec<_>>())
}
