//! Where mails stand, read from the database: of those that only the silent get nobody is told how many there were.

use super::Town;
use diesel::prelude::*;
use gutcheck::ids::WaveId;
use gutcheck::store::Db;
use gutcheck::store::outbox::{Delivery, Kind};

diesel::table! {
    outbox (id) { id -> Text, wave -> Nullable<Text>, kind -> Text, state -> Text, }
}

/// How many mails of a kind of a wave stand there.
pub fn mails(town: &Town, id: &WaveId, kind: Kind, state: Delivery) -> i64 {
    let read = |c: &mut Db| {
        let of_wave = outbox::table.filter(outbox::wave.eq(id.as_str()));
        let there = of_wave
            .filter(outbox::kind.eq(kind.as_str()))
            .filter(outbox::state.eq(state.as_str()));
        Ok(there.count().get_result(c)?)
    };
    town.app.store.read(read).unwrap()
}
