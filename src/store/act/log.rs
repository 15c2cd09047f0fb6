use super::{Content, Kind, seal};
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
    /// Who: as it was written, see [`note`](super::note).
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
    let mut before = super::beginning(c)?;
    let line = |row: Row| {
        let line = row.line(&before);
        before = (row.no, row.hash);
        line
    };
    let mut lines: Vec<Line> = rows.into_iter().map(line).collect();
    // What is known outside the database to have been the last entry has to be in it.
    if seal::kept()?.is_some_and(|(last, _)| before.0 < last) {
        lines.push(Line::missing());
    }
    Ok(lines)
}

/// The number of the last entry and its seal; `None` while there is none.
pub fn tip(c: &mut Db) -> Outcome<Option<(i64, String)>> {
    let last = act::table.order(act::no.desc());
    Ok(last.select((act::no, act::hash)).first(c).optional()?)
}

impl Line {
    /// Stands for entries that were there and are not any more.
    fn missing() -> Self {
        Self {
            at: None,
            actor: String::new(),
            kind: None,
            subject: String::new(),
            sound: false,
        }
    }
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
            sound: follows
                && content
                    .is_some_and(|content| content.seal().is_ok_and(|seal| seal == self.hash)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::secret::LogKey;
    use crate::store::Store;
    use crate::store::act::{Seal, note};
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
        let store = store.sealing(Seal::new(LogKey::generate(), folder.join("log.tip")));
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
        assert!(lines.iter().any(|line| line.subject == "6"));
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
    fn a_line_taken_off_the_end_is_missed_and_acts_go_on() {
        // The sixth act takes the number of the fifth, and is not the one that was kept outside.
        let damage = "DELETE FROM act WHERE no = 5";
        let sound = sound_after(damage);
        assert_eq!(sound, [true, true, true, true, false]);
        let all = sound_after("DELETE FROM act");
        assert!(all.contains(&false), "{all:?}");
    }

    #[test]
    fn a_log_that_somebody_wrote_anew_without_the_key_is_found_out() {
        let damage = "UPDATE act SET actor = 'Mallory', previous = '', hash = 'f' WHERE no = 1; \
            UPDATE act SET actor = 'Mallory', previous = 'f', hash = 'f' WHERE no > 1";
        let sound = sound_after(damage);
        assert_eq!(sound, [false, false, false, false, false, true]);
    }

    #[test]
    fn a_damaged_last_line_is_found_and_acts_go_on() {
        let damage = "UPDATE act SET hash = 'nonsense' WHERE no = 5";
        assert_eq!(sound_after(damage), [true, true, true, true, false, true]);
    }
}
