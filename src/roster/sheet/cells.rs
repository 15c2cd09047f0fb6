//! The rules for one line of a roster: each cell for itself.

use super::fault::FaultReason;
use super::note::NoteReason;
use crate::roster::TeamPath;
use crate::survey::Role;
use crate::text::Lang;
use chrono_tz::Tz;

/// The most names in a path.
pub const DEEPEST: usize = 6;

/// The path of a team, from the organisation down.
pub fn path(cell: &str) -> Result<TeamPath, FaultReason> {
    let levels: TeamPath = cell
        .split('/')
        .map(|level| level.trim().to_owned())
        .collect();
    if cell.is_empty() {
        return Err(FaultReason::Levels);
    }
    checked(levels)
}

/// A path whose names are sound.
pub fn checked(levels: TeamPath) -> Result<TeamPath, FaultReason> {
    if levels.is_empty() || levels.len() > DEEPEST {
        Err(FaultReason::Levels)
    } else if levels.iter().all(|level| is_line(level, 80)) {
        Ok(levels)
    } else {
        Err(FaultReason::TeamName)
    }
}

/// The address in lower case. Only the common form is taken, which every mail server takes too: letters,
/// digits and `!#$%&'*+-/=?^_{|}~` and the backtick in ASCII, single dots between them, one `@`, and a
/// domain of at least two labels of letters, digits and inner hyphens. A domain with other letters is written as
/// mail servers know it. Quoted local parts, comments, address literals and other letters before the `@` are
/// refused.
pub fn email(cell: &str) -> Result<Option<String>, FaultReason> {
    if cell.is_empty() {
        return Ok(None);
    }
    let Some((local, domain)) = cell.rsplit_once('@') else {
        return Err(FaultReason::Email);
    };
    if !local.is_ascii() && !local.contains('@') {
        return Err(FaultReason::Letters);
    }
    let domain = match domain.is_ascii() {
        true => domain.to_ascii_lowercase(),
        false => idna::domain_to_ascii_strict(domain).map_err(|_| FaultReason::Email)?,
    };
    let email = format!("{}@{domain}", local.to_ascii_lowercase());
    let is_sane = local.len() <= 64
        && local.split('.').all(is_atom)
        && domain.contains('.')
        && domain.split('.').all(is_label);
    match is_sane && email.len() <= 254 {
        true => Ok(Some(email)),
        false => Err(FaultReason::Email),
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

pub fn name(cell: &str) -> Result<String, FaultReason> {
    if is_line(cell, 120) {
        Ok(cell.to_owned())
    } else {
        Err(FaultReason::Name)
    }
}

/// The employee number.
pub fn number(cell: &str) -> Result<Option<String>, FaultReason> {
    match cell {
        "" => Ok(None),
        _ if is_line(cell, 40) => Ok(Some(cell.to_owned())),
        _ => Err(FaultReason::Number),
    }
}

fn is_line(text: &str, longest: usize) -> bool {
    (1..=longest).contains(&text.chars().count()) && !text.chars().any(char::is_control)
}

/// The role in a file of our own.
pub fn role(cell: &str) -> Result<Role, FaultReason> {
    match cell.to_lowercase().as_str() {
        "leader" | "lead" | "leitung" | "führungskraft" => Ok(Role::Leader),
        "member" | "mitglied" | "teammitglied" => Ok(Role::Member),
        _ => Err(FaultReason::Role),
    }
}

/// The language: by code, as in `de` or `de-AT`, or by name. One that we do not speak says nothing.
pub fn locale(cell: &str) -> Result<Option<String>, NoteReason> {
    if cell.is_empty() {
        return Ok(None);
    }
    let named = |lang: &Lang| names(*lang).contains(&first_word(cell).as_str());
    let lang = Lang::parse(cell).or_else(|| Lang::ALL.into_iter().find(named));
    let lang = lang.ok_or(NoteReason::Locale)?;
    Ok(Some(lang.code().to_owned()))
}

fn first_word(cell: &str) -> String {
    let lower = cell.to_lowercase();
    let word = lower.split(|char: char| !char.is_alphabetic()).next();
    word.unwrap_or_default().to_owned()
}

fn names(lang: Lang) -> &'static [&'static str] {
    match lang {
        Lang::En => &[
            "english", "englisch", "anglais", "inglés", "ingles", "inglese", "engels", "eng",
        ],
        Lang::De => &[
            "german", "deutsch", "allemand", "alemán", "aleman", "tedesco", "duits", "deu", "ger",
        ],
    }
}

/// The time zone by its name in the IANA list; another one says nothing.
pub fn time_zone(cell: &str) -> Result<Option<String>, NoteReason> {
    match (cell, cell.parse::<Tz>()) {
        ("", _) => Ok(None),
        (_, Ok(zone)) => Ok(Some(zone.name().to_owned())),
        (_, Err(_)) => Err(NoteReason::TimeZone),
    }
}
