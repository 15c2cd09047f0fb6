use super::{Content, Kind};
use crate::error::{Outcome, Problem};
use crate::store::schema::act;
use crate::store::{Db, Moment};
use chrono::NaiveDateTime;
use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::Text;

/// An act as it is read. What cannot be read any more is `None`.
#[derive(Clone, Debug)]
pub struct Line {
    /// When.
    pub at: Option<Moment>,
    /// Who: an administrator's name, or empty for what happens by itself.
    pub actor: String,
    /// What.
    pub kind: Option<Kind>,
    /// With what, such as a wave's identifier.
    pub subject: String,
    /// It is as it was written, and follows the line it was written after.
    pub sound: bool,
}

/// A row whose columns are read as text, so that a damaged one is read like any other.
#[derive(Queryable)]
struct Row {
    no: i64,
    hash: String,
    previous: String,
    at: String,
    actor: String,
    kind: String,
    subject: String,
}

/// All acts from the first on.
pub fn log(c: &mut Db) -> Outcome<Vec<Line>> {
    let columns = (
        act::no,
        act::hash,
        act::previous,
        sql::<Text>("CAST(at AS TEXT)"),
        act::actor,
        sql::<Text>("kind"),
        act::subject,
    );
    let rows: Vec<Row> = act::table.order(act::no).select(columns).load(c)?;
    let mut before = (0, String::new());
    let line = |row: Row| {
        let line = row.line(&before);
        before = (row.no, row.hash);
        line
    };
    Ok(rows.into_iter().map(line).collect())
}

/// Tells the operator whether the log is whole.
///
/// # Errors
/// A fault if somebody has changed it.
pub fn check(c: &mut Db) -> Outcome<()> {
    let log = log(c)?;
    let broken = log.iter().filter(|line| !line.sound).count();
    match broken {
        0 => Ok(()),
        _ => Err(Problem::broken(format!(
            "{broken} of {} lines of the log of acts were changed in the database, or the line before is \
             missing; HR sees which ones",
            log.len()
        ))),
    }
}

impl Row {
    /// The line, which should follow the one with this number and hash.
    fn line(&self, (no, hash): &(i64, String)) -> Line {
        let at = NaiveDateTime::parse_from_str(&self.at, "%Y-%m-%d %H:%M:%S%.f");
        let at = at.ok().map(|at| Moment::from(at.and_utc()));
        let follows = self.no == no + 1 && self.previous == *hash;
        let content = at.map(|at| Content {
            no: self.no,
            previous: &self.previous,
            at,
            actor: &self.actor,
            kind: &self.kind,
            subject: &self.subject,
        });
        Line {
            at,
            actor: self.actor.clone(),
            kind: Kind::parse(&self.kind),
            subject: self.subject.clone(),
            sound: follows && content.is_some_and(|content| content.hash() == self.hash),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;
    use crate::store::act::note;
    use diesel::connection::SimpleConnection;
    use std::fs;
    use std::sync::atomic::{AtomicUsize, Ordering};

    /// Which lines of a log of five hold after this damage, and that one more act follows it.
    fn sound_after(damage: &str) -> Vec<bool> {
        static LOGS: AtomicUsize = AtomicUsize::new(0);
        let number = LOGS.fetch_add(1, Ordering::Relaxed);
        let name = format!("gutcheck-log-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir_all(&folder).unwrap();
        let store = Store::open(folder.join("log.sqlite").to_str().unwrap(), 1).unwrap();
        let at = "2026-11-22T09:00:00".parse().unwrap();
        let five = |c: &mut Db| {
            (1..=5).try_for_each(|number| note(c, at, "Hanna", Kind::Roster, &format!("{number}")))
        };
        store.write(five).unwrap();
        store
            .write(|c| match c {
                Db::Sqlite(c) => Ok(c.batch_execute(damage)?),
                Db::Postgres(_) => unreachable!(),
            })
            .unwrap();
        store
            .write(|c| note(c, at, "Hanna", Kind::Closed, "6"))
            .unwrap();
        let lines = store.read(log).unwrap();
        let whole = lines.iter().all(|line| line.sound);
        assert_eq!(store.read(check).is_ok(), whole);
        assert_eq!(lines.last().unwrap().subject, "6");
        fs::remove_dir_all(folder).unwrap();
        lines.iter().map(|line| line.sound).collect()
    }

    #[test]
    fn a_whole_log_holds() {
        assert_eq!(sound_after(""), [true; 6]);
    }

    #[test]
    fn a_changed_line_is_found_alone_and_acts_go_on() {
        for column in ["actor", "subject", "kind", "at"] {
            let damage = format!("UPDATE act SET {column} = 'nonsense' WHERE no = 3");
            let expected = [true, true, false, true, true, true];
            assert_eq!(sound_after(&damage), expected, "{column}");
        }
    }

    #[test]
    fn a_missing_line_is_found_by_the_one_after_it_and_acts_go_on() {
        let sound = sound_after("DELETE FROM act WHERE no = 3");
        assert_eq!(sound, [true, true, false, true, true]);
    }

    #[test]
    fn a_damaged_last_line_is_found_and_acts_go_on() {
        let damage = "UPDATE act SET hash = 'nonsense' WHERE no = 5";
        assert_eq!(sound_after(damage), [true, true, true, true, false, true]);
    }
}
