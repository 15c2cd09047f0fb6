//! The only room that knows diesel: one file for each table family, portable SQL for both databases.
//!
//! A row that is found by something unique is read with `get_result`: `first` adds a `LIMIT` with a parameter, and
//! SQLite compiles a statement anew whenever that is set.

pub mod access;
pub mod act;
pub mod amendment;
pub mod ballot;
pub mod choice;
pub mod commitment;
mod connect;
pub mod directory;
pub mod face;
pub mod frozen;
mod group_commit;
pub mod invitation;
pub mod launch_request;
pub mod layout;
pub mod leader;
mod migrate;
mod moment;
pub mod outbox;
pub mod people;
pub mod promise;
pub mod reading;
pub mod report_pack;
pub mod result;
pub mod retention;
pub mod roster;
pub mod roster_step;
mod scatter;
mod schema;
pub mod series;
pub mod share;
pub mod sheet;
pub mod slip;
pub mod stop;
pub mod trustee;
pub mod wave;
mod word;

pub use connect::{Db, Store};
pub use group_commit::GroupCommit;
pub use moment::Moment;
pub use scatter::{leave_no_trace, scatter};

use connect::any;

use crate::error::Problem;
use diesel::RunQueryDsl;
use diesel::result::{DatabaseErrorKind, Error};

/// A count, or the number of something in its list, as it is stored; none is below 0.
pub fn number(stored: i32) -> usize {
    usize::try_from(stored).unwrap_or_default()
}

/// The database's own time.
pub fn time(c: &mut Db) -> crate::error::Outcome<Moment> {
    use diesel::dsl::sql;
    use diesel::sql_types::{Text, Timestamp};
    Ok(match c {
        Db::Sqlite(c) => {
            let text: String = diesel::select(sql::<Text>("strftime('%Y-%m-%dT%H:%M:%f', 'now')"))
                .get_result(c)?;
            text.parse()
                .map_err(|error| Problem::fault("the database's time", error))?
        }
        Db::Postgres(c) => {
            let now = sql::<Timestamp>("clock_timestamp() AT TIME ZONE 'UTC'");
            diesel::select(now).get_result(c)?
        }
    })
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let busy = matches!(
            &error,
            Error::DatabaseError(DatabaseErrorKind::SerializationFailure, _)
        ) || matches!(&error, Error::DatabaseError(_, about) if is_lock(about.message()));
        match error {
            Error::NotFound => Self::NotFound,
            _ if busy => Self::Busy,
            other => Self::fault("database", other),
        }
    }
}

fn is_lock(message: &str) -> bool {
    [
        "database is locked",
        "database table is locked",
        "lock timeout",
    ]
    .iter()
    .any(|known| message.contains(known))
}
