//! A database that somebody has changed by hand.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::Town;
use super::adversary::{crowd, vote};
use diesel::RunQueryDsl;
use gutcheck::store::act::{self, Kind, Line};
use gutcheck::wave;

/// Two lines of the log are damaged while a wave is open.
pub fn a_damaged_log_keeps_nobody_from_acting(database: Option<&str>) {
    let town = Town::new(database);
    town.settle(&crowd(8));
    let id = town.launch("anonymous");
    vote(&town, &id, |_| {});
    for damage in [
        "kind = 'nonsense' WHERE no = 4",
        "hash = 'nonsense' WHERE no = 6",
    ] {
        let damage = diesel::sql_query(format!("UPDATE act SET {damage}"));
        let store = &town.app.store;
        assert_eq!(store.write(|c| Ok(damage.execute(c)?)).unwrap(), 1);
    }
    town.wait(10, 1);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.wait(4, 0);
    let next = wave::retake(&town.app, &id).unwrap();
    wave::freeze(&town.app, &next, "Hanna").unwrap();
    let log = town.app.store.read(act::log).unwrap();
    let kind = |line: &Line| line.kind.map(|kind| (kind, line.sound));
    let expected = [
        Some((Kind::SetUp, true)),
        Some((Kind::SignedIn, true)),
        Some((Kind::Roster, true)),
        None,
        Some((Kind::Promised, true)),
        Some((Kind::Opened, false)),
        Some((Kind::Closed, true)),
        Some((Kind::Settled, true)),
        Some((Kind::Released, true)),
        Some((Kind::Destroyed, true)),
        Some((Kind::Frozen, true)),
    ];
    assert_eq!(log.iter().map(kind).collect::<Vec<_>>(), expected);
}
