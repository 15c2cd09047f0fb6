use super::{Db, Store};
use crate::error::{Outcome, Problem};
use diesel::connection::SimpleConnection;
use diesel::sql_types::Integer;
use diesel::{QueryableByName, RunQueryDsl, sql_query};

/// The tables whose rows must not tell in which order they came, or what they held before, and the order in which
/// they are written anew.
const TABLES: [(&str, &str); 5] = [
    ("invitation", "id"),
    ("slip", "id"),
    ("ballot", "id"),
    ("outbox", "id"),
    ("cell_sheet", "wave, cell"),
];

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = Integer)]
    busy: i32,
}

/// Rewrites invitations and ballots, and what else tells who answered, in the order of their random keys, so that
/// neither the place of a row nor the number of its transaction tells when it was written, and nothing is left of
/// rows that were changed or removed.
///
/// On PostgreSQL these tables are emptied and filled again in one transaction, because `VACUUM FULL` and
/// `CLUSTER` keep the old transaction numbers; the tables and their indexes stay the same ones, so that later
/// migrations find them by their names. On SQLite the tables of answers are trees ordered by their random keys; `VACUUM` lays
/// their pages out anew, and the write-ahead log is emptied, which still holds the rows as they came.
///
/// # Errors
/// Busy if somebody was reading, so that the log could not be emptied yet: to be tried again.
pub fn scatter(store: &Store) -> Outcome<()> {
    store.read(|c| match c {
        Db::Sqlite(c) => Ok(c.batch_execute("VACUUM")?),
        Db::Postgres(_) => Ok(()),
    })?;
    leave_no_trace(store)?;
    store.write(|c| match c {
        Db::Sqlite(_) => Ok(()),
        Db::Postgres(c) => {
            let names = TABLES.map(|(table, _)| table).join(", ");
            c.batch_execute(&format!("LOCK TABLE {names} IN ACCESS EXCLUSIVE MODE"))?;
            Ok(TABLES.iter().try_for_each(|(table, order)| {
                c.batch_execute(&format!(
                    "CREATE TEMPORARY TABLE scattered AS SELECT * FROM {table}; TRUNCATE {table}; \
                     INSERT INTO {table} SELECT * FROM scattered ORDER BY {order}; DROP TABLE scattered;"
                ))
            })?)
        }
    })
}

/// Empties SQLite's write-ahead log, which still holds rows as they were before they were removed; in the file itself
/// they are overwritten. On PostgreSQL the next vacuum takes them.
///
/// # Errors
/// Busy if somebody was reading: to be tried again.
pub fn leave_no_trace(store: &Store) -> Outcome<()> {
    store.read(|c| match c {
        Db::Sqlite(c) => {
            let done: Checkpoint = sql_query("PRAGMA wal_checkpoint(TRUNCATE)").get_result(c)?;
            match done.busy {
                0 => Ok(()),
                _ => Err(Problem::Busy),
            }
        }
        Db::Postgres(_) => Ok(()),
    })
}
