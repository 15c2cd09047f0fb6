use super::Db;
use crate::error::{Outcome, Problem};
use diesel::backend::Backend;
use diesel::connection::BoxableConnection;
use diesel::migration::{
    Migration, MigrationMetadata, MigrationName, MigrationSource, MigrationVersion,
};
use diesel_migrations::MigrationHarness;
use rust_embed::RustEmbed;
use std::collections::BTreeSet;
use std::fmt;

#[derive(RustEmbed)]
#[folder = "migrations/"]
struct Files;

/// Applies the migrations that the database has not seen.
pub fn up(mut connection: Db) -> Outcome<()> {
    let done = match &mut connection {
        Db::Sqlite(c) => c.run_pending_migrations(Folder { sqlite: true }).map(drop),
        Db::Postgres(c) => c.run_pending_migrations(Folder { sqlite: false }).map(drop),
    };
    done.map_err(|error| Problem::fault("migration", error))
}

/// The embedded `migrations/` folder as one database reads it.
struct Folder {
    sqlite: bool,
}

impl<DB: Backend> MigrationSource<DB> for Folder {
    fn migrations(&self) -> diesel::migration::Result<Vec<Box<dyn Migration<DB>>>> {
        let names: BTreeSet<String> = Files::iter()
            .filter_map(|path| Some(path.split_once('/')?.0.to_owned()))
            .collect();
        Ok(names
            .into_iter()
            .map(|name| {
                Box::new(Step {
                    name: Name(name),
                    sqlite: self.sqlite,
                }) as Box<dyn Migration<DB>>
            })
            .collect())
    }
}

struct Step {
    name: Name,
    sqlite: bool,
}

impl Step {
    fn sql(&self, direction: &str) -> diesel::migration::Result<String> {
        let path = format!("{}/{direction}.sql", self.name);
        let file = Files::get(&path).ok_or_else(|| format!("there is no {path}"))?;
        let sql = String::from_utf8(file.data.into_owned())?;
        Ok(if self.sqlite { for_sqlite(&sql) } else { sql })
    }
}

/// Takes what `/* sqlite: X */` holds out of its comment.
fn for_sqlite(sql: &str) -> String {
    let mut parts = sql.split("/* sqlite:");
    let mut portable = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        portable.push_str(&part.replacen("*/", "", 1));
    }
    portable
}

impl<DB: Backend> Migration<DB> for Step {
    fn run(&self, connection: &mut dyn BoxableConnection<DB>) -> diesel::migration::Result<()> {
        Ok(connection.batch_execute(&self.sql("up")?)?)
    }

    fn revert(&self, connection: &mut dyn BoxableConnection<DB>) -> diesel::migration::Result<()> {
        Ok(connection.batch_execute(&self.sql("down")?)?)
    }

    fn metadata(&self) -> &dyn MigrationMetadata {
        self
    }

    fn name(&self) -> &dyn MigrationName {
        &self.name
    }
}

impl MigrationMetadata for Step {}

struct Name(String);

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl MigrationName for Name {
    fn version(&self) -> MigrationVersion<'_> {
        let version = self
            .0
            .split_once('_')
            .map_or(self.0.as_str(), |(version, _)| version);
        version.replace('-', "").into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use diesel::{Connection as _, SqliteConnection};

    #[test]
    fn every_migration_can_be_undone_and_applied_again() {
        let mut database = SqliteConnection::establish(":memory:").unwrap();
        let folder = || Folder { sqlite: true };
        database.run_pending_migrations(folder()).unwrap();
        database.revert_all_migrations(folder()).unwrap();
        database.run_pending_migrations(folder()).unwrap();
    }

    #[test]
    fn no_two_migrations_have_one_time_since_only_one_of_them_would_be_applied() {
        let names: BTreeSet<String> = Files::iter()
            .filter_map(|path| Some(path.split_once('/')?.0.to_owned()))
            .collect();
        let times = names.iter().filter_map(|name| name.split_once('_'));
        let times: BTreeSet<&str> = times.map(|(time, _)| time).collect();
        assert_eq!(times.len(), names.len(), "{names:?}");
    }
}
