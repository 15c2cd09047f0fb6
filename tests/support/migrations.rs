//! Migrations on a database that has been used.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::Town;
use super::adversary::{crowd, vote};
use diesel::connection::SimpleConnection;
use diesel::sql_types::Text;
use diesel::{QueryableByName, RunQueryDsl, sql_query};
use gutcheck::error::Outcome;
use gutcheck::store::{Db, Store, wave as stored};
use gutcheck::wave;
use std::fs;
use std::path::Path;

/// A whole wave, whose tables were laid out anew twice, leaves the schema as the migrations made it: its
/// indexes have their names, and every step can be undone and applied again.
pub fn a_used_database_can_be_migrated(database: Option<&str>) {
    let town = Town::new(database);
    let new = town.app.store.read(indexes).unwrap();
    town.settle(&crowd(8));
    let id = town.launch("anonymous");
    vote(&town, &id, |_| {});
    town.wait(10, 1);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.wait(4, 0);
    assert_eq!(town.app.store.read(indexes).unwrap(), new);
    for step in steps().iter().rev() {
        town.app.store.write(|c| run(c, step)).unwrap();
    }
    assert_eq!(town.app.store.read(indexes).unwrap(), [""; 0]);
    let forget = "DELETE FROM __diesel_schema_migrations";
    town.app.store.write(|c| run(c, forget)).unwrap();
    let again = Store::open(&town.app.config.database_url(), 1).unwrap();
    assert_eq!(again.read(indexes).unwrap(), new);
    assert!(again.read(stored::waves).unwrap().is_empty());
}

#[derive(QueryableByName)]
struct Index {
    #[diesel(sql_type = Text)]
    name: String,
}

/// The names of all indexes, without those that the databases make for themselves.
fn indexes(c: &mut Db) -> Outcome<Vec<String>> {
    let names = match c {
        Db::Sqlite(_) => "SELECT name FROM sqlite_master WHERE type = 'index'",
        Db::Postgres(_) => {
            "SELECT indexname::text AS name FROM pg_indexes WHERE schemaname = 'public'"
        }
    };
    let names: Vec<Index> = sql_query(names).load(c)?;
    let mut names: Vec<String> = names.into_iter().map(|index| index.name).collect();
    names.retain(|name| !name.contains("__diesel"));
    names.sort();
    Ok(names)
}

fn run(c: &mut Db, sql: &str) -> Outcome<()> {
    match c {
        Db::Sqlite(c) => c.batch_execute(sql)?,
        Db::Postgres(c) => c.batch_execute(sql)?,
    }
    Ok(())
}

/// What undoes each migration, in the order of their names.
fn steps() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let entries = fs::read_dir(folder).unwrap();
    let mut steps: Vec<_> = entries.map(|entry| entry.unwrap().path()).collect();
    steps.retain(|step| step.is_dir());
    steps.sort();
    let undo = steps
        .iter()
        .map(|step| fs::read_to_string(step.join("down.sql")));
    undo.collect::<Result<_, _>>().unwrap()
}
