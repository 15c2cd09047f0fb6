//! Answers collected elsewhere, as a CSV sheet: one row a person, one column an item.

use super::Answers;
use super::form::CANT_SAY;
use crate::survey::{Role, Survey};
use csv::StringRecord;
use std::collections::BTreeMap;
use std::fmt;

/// One person's row.
#[derive(Clone, Debug)]
pub struct SheetRow {
    pub team: String,
    pub role: Role,
    /// How many members of the team were invited, if any row of the team says so.
    pub invited: Option<u32>,
    pub answers: Answers,
}

/// A place in a sheet that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SheetFault {
    /// Counted from 1, the header.
    pub line: u64,
    /// The name of the column, if the fault is in one.
    pub column: Option<String>,
    pub reason: String,
}

impl fmt::Display for SheetFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        write!(f, ": {}", self.reason)
    }
}

/// Reads a sheet with the columns `team`, `role` (leader or member), one for each item id, and
/// optionally `invited`, in any order; columns for judging commitments may be left out. A blank or `none` under an item means "can't say".
///
/// # Errors
/// Every bad cell; when columns are missing or unknown, those alone.
pub fn read_sheet(survey: &Survey, text: &str) -> Result<Vec<SheetRow>, Vec<SheetFault>> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new()
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let header = match reader.headers() {
        Ok(header) => header.clone(),
        Err(error) => return Err(vec![unreadable(&error)]),
    };
    let mut faults = column_faults(survey, &header);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        match record {
            Ok(record) => rows.extend(row(survey, &header, &record, &mut faults)),
            Err(error) => faults.push(unreadable(&error)),
        }
    }
    let rows = with_invited(rows, &mut faults);
    faults.sort_by_key(|fault| fault.line);
    match faults.is_empty() {
        true => Ok(rows),
        false => Err(faults),
    }
}

fn column_faults(survey: &Survey, header: &StringRecord) -> Vec<SheetFault> {
    let items = || survey.items.iter().map(|item| item.id.as_str());
    let asked = survey.items.iter().filter(|item| !survey.is_slot(item));
    let needed = ["team", "role"].into_iter();
    let needed = needed.chain(asked.map(|item| item.id.as_str()));
    let count = |name: &str| header.iter().filter(|column| *column == name).count();
    let missing = needed.filter(|name| count(name) == 0);
    let missing = missing.map(|name| (name, "the sheet has no such column; add it."));
    let unknown = header.iter().enumerate().filter_map(|(place, name)| {
        let known = ["team", "role", "invited"].contains(&name) || items().any(|id| id == name);
        let again = header.iter().take(place).any(|earlier| earlier == name);
        match (known, again) {
            (false, _) => Some((
                name,
                "the survey has no such item; rename or remove the column.",
            )),
            (true, true) => Some((name, "the column is there twice; remove one.")),
            (true, false) => None,
        }
    });
    missing
        .chain(unknown)
        .map(|(name, reason)| fault(1, name, reason))
        .collect()
}

/// A row and its line.
type Numbered = (u64, SheetRow);

fn row(
    survey: &Survey,
    header: &StringRecord,
    record: &StringRecord,
    faults: &mut Vec<SheetFault>,
) -> Option<Numbered> {
    let line = line_of(record.position());
    let cells: BTreeMap<&str, &str> = header.iter().zip(record).collect();
    let cell = |name: &str| cells.get(name).copied().unwrap_or_default();
    let before = faults.len();
    let team = cell("team").to_owned();
    if team.is_empty() {
        faults.push(fault(line, "team", "the team is missing; name it."));
    }
    let invited = invited(cell("invited")).unwrap_or_else(|reason| {
        faults.push(fault(line, "invited", &reason));
        None
    });
    let role = Role::ALL
        .into_iter()
        .find(|role| role.as_str() == cell("role"));
    let Some(role) = role else {
        let reason = format!("“{}” is no role; write leader or member.", cell("role"));
        faults.push(fault(line, "role", &reason));
        return None;
    };
    let fields: Vec<_> = survey
        .form(role)
        .map(|(_, item)| field(&item.id, cell(&item.id)))
        .collect();
    let answers = Answers::from_fields(survey, role, &fields).map_err(|bad| {
        faults.extend(bad.into_iter().map(|bad| {
            let found = cell(&bad.field);
            let reason =
                format!("“{found}” is no answer; write a number on the scale, or leave it blank.");
            fault(line, &bad.field, &reason)
        }));
    });
    let answers = answers.ok().filter(|_| faults.len() == before)?;
    Some((
        line,
        SheetRow {
            team,
            role,
            invited,
            answers,
        },
    ))
}

fn invited(cell: &str) -> Result<Option<u32>, String> {
    if cell.is_empty() {
        return Ok(None);
    }
    let number = cell.parse().map(Some);
    number.map_err(|_| format!("“{cell}” is no number of people; write, for example, 8."))
}

fn field(id: &str, cell: &str) -> (String, String) {
    let value = if cell.is_empty() { CANT_SAY } else { cell };
    (id.to_owned(), value.to_owned())
}

/// Gives every row the number of invited members that its team's rows agree on.
fn with_invited(rows: Vec<Numbered>, faults: &mut Vec<SheetFault>) -> Vec<SheetRow> {
    let mut teams: BTreeMap<String, (u32, u64)> = BTreeMap::new();
    for (line, row) in &rows {
        let Some(invited) = row.invited else { continue };
        let &mut (first, at) = teams.entry(row.team.clone()).or_insert((invited, *line));
        if invited != first {
            let team = &row.team;
            let reason = format!("{team} has {first} invited in line {at}; write the same number.");
            faults.push(fault(*line, "invited", &reason));
        }
    }
    let mut members: BTreeMap<&str, u32> = BTreeMap::new();
    for (_, row) in rows.iter().filter(|(_, row)| row.role == Role::Member) {
        *members.entry(&row.team).or_default() += 1;
    }
    for (team, &(invited, line)) in &teams {
        let answered = members.get(team.as_str()).copied().unwrap_or(0);
        if invited < answered {
            let reason =
                format!("{team} has {answered} members in this sheet; write at least that.");
            faults.push(fault(line, "invited", &reason));
        }
    }
    let rows = rows.into_iter().map(|(_, mut row)| {
        row.invited = teams.get(&row.team).map(|(invited, _)| *invited);
        row
    });
    rows.collect()
}

fn unreadable(error: &csv::Error) -> SheetFault {
    let line = line_of(error.position());
    let reason = match error.kind() {
        csv::ErrorKind::UnequalLengths {
            expected_len, len, ..
        } => {
            format!("the row has {len} cells, but the header has {expected_len}; make them equal.")
        }
        _ => format!("the line cannot be read as CSV: {error}."),
    };
    SheetFault {
        line,
        column: None,
        reason,
    }
}

fn line_of(position: Option<&csv::Position>) -> u64 {
    position.map_or(1, csv::Position::line)
}

fn fault(line: u64, column: &str, reason: &str) -> SheetFault {
    let column = Some(column.to_owned());
    let reason = reason.to_owned();
    SheetFault {
        line,
        column,
        reason,
    }
}
