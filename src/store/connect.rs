use super::act::{self, Seal};
use super::migrate;
use crate::error::{Outcome, Problem};
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::r2d2::{self, ManageConnection, Pool, PooledConnection, R2D2Connection};
use diesel::{Connection as _, PgConnection, SqliteConnection};
use std::sync::Arc;

/// A connection to either database; every query in this room runs on both.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// The embedded database: one file.
    Sqlite(SqliteConnection),
    /// A PostgreSQL server.
    Postgres(PgConnection),
}

/// Compiles one diesel expression once for each database, for forms that the common connection lacks.
macro_rules! any {
    ($connection:expr, $inner:ident => $expression:expr) => {
        match $connection {
            $crate::store::Db::Sqlite($inner) => $expression,
            $crate::store::Db::Postgres($inner) => $expression,
        }
    };
}

pub(super) use any;

const SQLITE_SETTINGS: &str = "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; \
    PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON;";
const POSTGRES_SETTINGS: &str = "SET synchronous_commit = on; SET lock_timeout = '10s'; \
    SET idle_in_transaction_session_timeout = '60s'; SET client_min_messages = warning;";

/// Opens connections to the database that the URL names, and keeps the reason when it cannot.
struct Manager {
    url: String,
}

impl Manager {
    fn is_postgres(&self) -> bool {
        ["postgres://", "postgresql://"]
            .iter()
            .any(|scheme| self.url.starts_with(scheme))
    }

    fn establish(&self) -> Result<Db, r2d2::Error> {
        let (mut connection, settings) = if self.is_postgres() {
            let inner = PgConnection::establish(&self.url);
            (inner.map(Db::Postgres), POSTGRES_SETTINGS)
        } else {
            let inner = SqliteConnection::establish(&self.url);
            (inner.map(Db::Sqlite), SQLITE_SETTINGS)
        };
        if let Ok(open) = &mut connection {
            any!(open, c => c.batch_execute(settings)).map_err(r2d2::Error::QueryError)?;
        }
        connection.map_err(r2d2::Error::ConnectionError)
    }
}

impl ManageConnection for Manager {
    type Connection = Db;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Db, r2d2::Error> {
        self.establish()
    }

    fn is_valid(&self, connection: &mut Db) -> Result<(), r2d2::Error> {
        any!(connection, c => c.ping()).map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, connection: &mut Db) -> bool {
        any!(connection, c => c.is_broken())
    }
}

/// The database: a pool of connections and the two ways to use one.
#[derive(Clone)]
pub struct Store {
    pool: Pool<Manager>,
    seal: Option<Arc<Seal>>,
}

impl Store {
    /// Connects to `postgres://…` or to a SQLite file and applies the migrations that are missing.
    ///
    /// # Errors
    /// A fault with the database's own reason when it cannot be reached or migrated.
    pub fn open(url: &str, connections: u32) -> Outcome<Self> {
        let manager = Manager {
            url: url.to_owned(),
        };
        let first = manager
            .establish()
            .map_err(|error| Problem::fault("database", error))?;
        migrate::up(first)?;
        let pool = Pool::builder()
            // A connection to a file does not break.
            .test_on_check_out(manager.is_postgres())
            .max_size(connections)
            .min_idle(Some(1))
            .build(manager)
            .map_err(|error| Problem::fault("database", error))?;
        Ok(Self { pool, seal: None })
    }

    /// The same, with what the log of acts is sealed with.
    #[must_use]
    pub fn sealing(mut self, seal: Seal) -> Self {
        self.seal = Some(Arc::new(seal));
        self
    }

    fn connection(&self) -> Outcome<PooledConnection<Manager>> {
        self.pool.get().map_err(|error| {
            tracing::warn!(%error, "no connection to the database is free");
            Problem::Busy
        })
    }

    /// Reads, without a transaction.
    pub fn read<T>(&self, work: impl FnOnce(&mut Db) -> Outcome<T>) -> Outcome<T> {
        let mut connection = self.connection()?;
        act::with_seal(self.seal.as_ref(), || work(&mut connection))
    }

    /// Writes, in one transaction that is undone when `work` fails.
    ///
    /// SQLite takes its write lock at the start: a transaction that begins by reading cannot be
    /// turned into a writing one while another writer is at work.
    pub fn write<T>(&self, work: impl FnOnce(&mut Db) -> Outcome<T>) -> Outcome<T> {
        let mut connection = self.connection()?;
        let seal = self.seal.as_ref();
        act::with_seal(seal, || write(&mut connection, work))
    }
}

fn write<T>(
    connection: &mut PooledConnection<Manager>,
    work: impl FnOnce(&mut Db) -> Outcome<T>,
) -> Outcome<T> {
    begin(connection)?;
    match work(connection) {
        Ok(done) => {
            any!(&mut **connection, c => AnsiTransactionManager::commit_transaction(c))?;
            Ok(done)
        }
        Err(problem) => {
            any!(&mut **connection, c => AnsiTransactionManager::rollback_transaction(c))?;
            Err(problem)
        }
    }
}

fn begin(connection: &mut Db) -> diesel::QueryResult<()> {
    match connection {
        Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
        Db::Postgres(c) => AnsiTransactionManager::begin_transaction(c),
    }
}
