//! The roster as a file that can be imported again.

use super::known::names;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::store::{directory, people};
use csv::Writer;

/// The columns of the file.
pub(super) const COLUMNS: [&str; 7] = [
    "team",
    "number",
    "e-mail",
    "name",
    "role",
    "locale",
    "time zone",
];

/// What a spreadsheet would run as a formula begins with one of these.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// A line for each person in each team, in the order of teams and names. Importing it changes nothing.
pub fn download(app: &App) -> Outcome<Vec<u8>> {
    let (people, mut places) = app.store.read(|c| {
        let people = people::people(c)?;
        let places = directory::all_places(c)?;
        Ok((people, places))
    })?;
    let mut lines = Vec::new();
    for person in &people {
        for (_, path, part) in places.remove(&person.id).into_iter().flatten() {
            lines.push((names(&path), part, person));
        }
    }
    lines.sort_by(|one, other| (&one.0, one.1).cmp(&(&other.0, other.1)));
    let rows = lines.iter().map(|(path, part, person)| {
        [
            &path.join("/"),
            person.number.as_deref().unwrap_or_default(),
            person.email.as_deref().unwrap_or_default(),
            &person.name,
            part.as_str(),
            &person.locale,
            &person.time_zone,
        ]
        .map(guarded)
    });
    write(rows)
}

/// Lines below the names of the columns.
pub(super) fn write(rows: impl Iterator<Item = [String; 7]>) -> Outcome<Vec<u8>> {
    let fault = |error: csv::Error| Problem::fault("roster", error);
    let mut file = Writer::from_writer(Vec::new());
    file.write_record(COLUMNS).map_err(fault)?;
    for row in rows {
        file.write_record(&row).map_err(fault)?;
    }
    file.into_inner()
        .map_err(|error| Problem::fault("roster", error.to_string()))
}

/// A text that no spreadsheet runs: one that it would, or that looks as if it had been guarded, gets a `'` in front.
pub(super) fn guarded(text: &str) -> String {
    let guard = if is_formula(text) { "'" } else { "" };
    format!("{guard}{text}")
}

/// The text that was guarded.
pub fn unguarded(text: &str) -> &str {
    let inner = text.strip_prefix('\'');
    inner.filter(|inner| is_formula(inner)).unwrap_or(text)
}

fn is_formula(text: &str) -> bool {
    text.trim_start_matches('\'').starts_with(FORMULA)
}
