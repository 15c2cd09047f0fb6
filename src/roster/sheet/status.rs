//! Who does not work here any more, as HR systems say it.

use crate::roster::columns::plain;
use chrono::NaiveDate;

const GONE: &[&str] = &[
    "inactive",
    "inaktiv",
    "terminated",
    "left",
    "former",
    "ausgeschieden",
    "ausgetreten",
    "gekundigt",
    "ehemalig",
    "inactif",
    "inactive",
    "sorti",
    "sortie",
    "parti",
    "partie",
    "inactivo",
    "inactiva",
    "baja",
    "cesado",
    "cesada",
    "cessato",
    "cessata",
    "inattivo",
    "inattiva",
    "uit dienst",
    "inactief",
    "suspended",
    "disabled",
    "deactivated",
    "deaktiviert",
    "gesperrt",
    "deleted",
    "geloscht",
    "archived",
    "retired",
    "resigned",
    "deceased",
    "guest",
    "gast",
    "false",
    "falsch",
    "no",
    "nein",
    "non",
    "nee",
    "not active",
    "nicht aktiv",
    "withdrawn",
    "faux",
    "falso",
    "onwaar",
];

/// Bit of Active Directory's `userAccountControl` for an account that is switched off.
const DISABLED: u32 = 2;

/// Whether a status says that the person does not work here.
pub fn is_gone(status: &str) -> bool {
    if let Ok(number) = status.parse::<u32>() {
        return number == 0 || (number >= 512 && number & DISABLED != 0);
    }
    let status = plain(status);
    GONE.iter().any(|word| {
        let mut words = status.split(' ');
        status == *word || (word.len() > 3 && words.any(|one| one == *word))
    })
}

/// Whether a last day is over; a day that cannot be read says nothing.
pub fn is_over(last_day: &str, today: NaiveDate) -> bool {
    day(last_day).is_some_and(|day| day < today)
}

/// A day as `2026-06-01`, `01.06.2026`, or `01/06/2026` where only one of the two ways is a date.
fn day(text: &str) -> Option<NaiveDate> {
    let text = text.split([' ', 'T']).next()?;
    let read = |format| NaiveDate::parse_from_str(text, format).ok();
    if let Some(day) = read("%Y-%m-%d")
        .or_else(|| read("%d.%m.%Y"))
        .or_else(|| read("%Y/%m/%d"))
    {
        return Some(day);
    }
    match (read("%d/%m/%Y"), read("%m/%d/%Y")) {
        (Some(day), Some(other)) if day != other => None,
        (one, other) => one.or(other),
    }
}
