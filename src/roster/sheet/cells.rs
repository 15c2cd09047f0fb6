//! The rules for one line of a roster: each cell for itself.

use super::Row;
use super::fault::{FaultReason, LineFault};
use super::header::{Column, Header};
use crate::roster::TeamPath;
use crate::survey::Role;
use chrono_tz::Tz;
use csv::StringRecord;

/// The languages a person can be written to in.
const LOCALES: [&str; 2] = ["en", "de"];

/// Reads a line, or says everything that is wrong with it.
pub fn row(header: &Header, record: &StringRecord, line: u64) -> Result<Row, Vec<LineFault>> {
    let mut faults = Vec::new();
    if let Some(stray) = header.stray(record) {
        faults.push(LineFault::new(line, "-", stray, FaultReason::Stray));
    }
    let cells = Cells {
        header,
        record,
        line,
    };
    let path = cells.read(Column::Team, path, &mut faults);
    let number = cells.read(Column::Number, number, &mut faults);
    let email = cells.read(Column::Email, email, &mut faults);
    let name = cells.read(Column::Name, name, &mut faults);
    let role = cells.read(Column::Role, role, &mut faults);
    let locale = cells.read(Column::Locale, locale, &mut faults);
    let time_zone = cells.read(Column::TimeZone, time_zone, &mut faults);
    match (path, number, email, name, role, locale, time_zone) {
        (
            Some(path),
            Some(number),
            Some(email),
            Some(name),
            Some(role),
            Some(locale),
            Some(time_zone),
        ) if faults.is_empty() => Ok(Row {
            line,
            path,
            number,
            email,
            name,
            role,
            locale,
            time_zone,
        }),
        _ => Err(faults),
    }
}

struct Cells<'a> {
    header: &'a Header,
    record: &'a StringRecord,
    line: u64,
}

impl Cells<'_> {
    fn read<T>(
        &self,
        column: Column,
        rule: fn(&str) -> Result<T, FaultReason>,
        faults: &mut Vec<LineFault>,
    ) -> Option<T> {
        let cell = self.header.cell(self.record, column);
        rule(cell)
            .map_err(|reason| faults.push(LineFault::new(self.line, column.name(), cell, reason)))
            .ok()
    }
}

fn path(cell: &str) -> Result<TeamPath, FaultReason> {
    let levels: TeamPath = cell
        .split('/')
        .map(|level| level.trim().to_owned())
        .collect();
    if cell.is_empty() || levels.len() > 6 {
        Err(FaultReason::Levels)
    } else if levels.iter().all(|level| is_line(level, 80)) {
        Ok(levels)
    } else {
        Err(FaultReason::TeamName)
    }
}

fn number(cell: &str) -> Result<Option<String>, FaultReason> {
    match cell {
        "" => Ok(None),
        _ if is_line(cell, 40) => Ok(Some(cell.to_owned())),
        _ => Err(FaultReason::Number),
    }
}

/// The address in lower case, where there is one. Only the common form is taken, which every mail server takes too: letters,
/// digits and `!#$%&'*+-/=?^_{|}~` and the backtick in ASCII, single dots between them, one `@`, and a
/// domain of at least two labels of letters, digits and inner hyphens. Quoted local parts, comments,
/// address literals and addresses outside ASCII are refused.
fn email(cell: &str) -> Result<Option<String>, FaultReason> {
    if cell.is_empty() {
        return Ok(None);
    }
    // Not by Unicode: its lower case turns the Kelvin sign into a k.
    let email = cell.to_ascii_lowercase();
    let sane = |(local, domain): (&str, &str)| {
        local.len() <= 64
            && local.split('.').all(is_atom)
            && domain.contains('.')
            && domain.split('.').all(is_label)
    };
    if email.len() <= 254 && email.split_once('@').is_some_and(sane) {
        Ok(Some(email))
    } else {
        Err(FaultReason::Email)
    }
}

/// An atom of RFC 5322, section 3.2.3.
fn is_atom(part: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte);
    !part.is_empty() && part.bytes().all(allowed)
}

/// A label of RFC 1123, section 2.1.
fn is_label(part: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (1..=63).contains(&part.len())
        && part.bytes().all(allowed)
        && !part.starts_with('-')
        && !part.ends_with('-')
}

fn name(cell: &str) -> Result<String, FaultReason> {
    if is_line(cell, 120) {
        Ok(cell.to_owned())
    } else {
        Err(FaultReason::Name)
    }
}

fn is_line(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.chars().count()) && !text.chars().any(char::is_control)
}

fn role(cell: &str) -> Result<Role, FaultReason> {
    match cell.to_lowercase().as_str() {
        "leader" | "lead" | "leitung" | "führungskraft" => Ok(Role::Leader),
        "member" | "mitglied" | "teammitglied" => Ok(Role::Member),
        _ => Err(FaultReason::Role),
    }
}

fn locale(cell: &str) -> Result<Option<String>, FaultReason> {
    let locale = cell.to_lowercase();
    match cell {
        "" => Ok(None),
        _ if LOCALES.contains(&locale.as_str()) => Ok(Some(locale)),
        _ => Err(FaultReason::Locale),
    }
}

fn time_zone(cell: &str) -> Result<Option<String>, FaultReason> {
    match (cell, cell.parse::<Tz>()) {
        ("", _) => Ok(None),
        (_, Ok(zone)) => Ok(Some(zone.name().to_owned())),
        (_, Err(_)) => Err(FaultReason::TimeZone),
    }
}
