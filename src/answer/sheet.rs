//! Answers collected elsewhere, as a CSV sheet: one row a person, one column an item.

use super::Answers;
use super::form::CANT_SAY;
use crate::survey::{Role, Survey};
use crate::table::{NotText, Table, Wish, clean};
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
    /// As an editor counts them, from 1.
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
/// Letters and delimiter are found as in a roster.
///
/// # Errors
/// Every bad cell; when columns are missing or unknown, those alone.
pub fn read_sheet(survey: &Survey, bytes: &[u8]) -> Result<Vec<SheetRow>, Vec<SheetFault>> {
    let known = |row: &StringRecord| {
        row.iter()
            .filter(|name| known_name(survey, name).is_some())
            .count()
    };
    let table = Table::open(bytes, Wish::default(), known);
    let table = table.map_err(|error| vec![no_text(error)])?;
    let mut records = table.rows();
    let (first, mut header) = match records.next_row() {
        Some((line, names)) => (line, cells(names)),
        None => (1, Vec::new()),
    };
    // A spreadsheet ends every row with the same number of cells.
    while header.last().is_some_and(String::is_empty) {
        header.pop();
    }
    for name in &mut header {
        if let Some(known) = known_name(survey, name) {
            *name = known.to_owned();
        }
    }
    let mut faults = column_faults(survey, &header, first);
    if !faults.is_empty() {
        return Err(faults);
    }
    let mut rows = Vec::new();
    while let Some((line, record)) = records.next_row() {
        let cells = cells(record);
        let (expected, found) = (header.len(), cells.len());
        let is_padded = cells.iter().skip(expected).all(String::is_empty);
        if found < expected || !is_padded {
            let reason = format!(
                "the row has {found} cells, but the header has {expected}; make them equal."
            );
            faults.push(SheetFault {
                line,
                column: None,
                reason,
            });
            continue;
        }
        let cells: BTreeMap<&str, &str> = header
            .iter()
            .zip(&cells)
            .map(|(name, cell)| (name.as_str(), cell.as_str()))
            .collect();
        rows.extend(row(survey, line, &cells, &mut faults));
    }
    let rows = with_invited(rows, &mut faults);
    faults.sort_by_key(|fault| fault.line);
    match faults.is_empty() {
        true => Ok(rows),
        false => Err(faults),
    }
}

fn cells(record: &StringRecord) -> Vec<String> {
    record
        .iter()
        .map(|cell| clean(cell).0.into_owned())
        .collect()
}

/// The column of a sheet that a cell names, in capitals or not.
fn known_name<'a>(survey: &'a Survey, cell: &str) -> Option<&'a str> {
    let items = survey.items.iter().map(|item| item.id.as_str());
    let mut known = OTHERS.into_iter().chain(items);
    known.find(|name| name.eq_ignore_ascii_case(cell.trim()))
}

/// The columns beside those of the items.
const OTHERS: [&str; 3] = ["team", "role", "invited"];

fn column_faults(survey: &Survey, header: &[String], line: u64) -> Vec<SheetFault> {
    let items = || survey.items.iter().map(|item| item.id.as_str());
    let asked = survey.items.iter().filter(|item| !survey.is_slot(item));
    let needed = ["team", "role"].into_iter();
    let needed = needed.chain(asked.map(|item| item.id.as_str()));
    let count = |name: &str| header.iter().filter(|column| *column == name).count();
    let missing = needed.filter(|name| count(name) == 0);
    let missing = missing.map(|name| (name, "the sheet has no such column; add it."));
    let unknown = header
        .iter()
        .map(String::as_str)
        .enumerate()
        .filter_map(|(place, name)| {
            let known = OTHERS.contains(&name) || items().any(|id| id == name);
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
        .map(|(name, reason)| fault(line, name, reason))
        .collect()
}

/// A row and its line.
type Numbered = (u64, SheetRow);

fn row(
    survey: &Survey,
    line: u64,
    cells: &BTreeMap<&str, &str>,
    faults: &mut Vec<SheetFault>,
) -> Option<Numbered> {
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
        .find(|role| role.as_str().eq_ignore_ascii_case(cell("role")));
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

fn no_text(error: NotText) -> SheetFault {
    let reason = match error {
        NotText::Broken(encoding) => {
            format!("the text cannot be read as {encoding}; save the sheet as CSV UTF-8.")
        }
        NotText::Binary => {
            "this is neither text nor a workbook that can be opened; save the sheet as CSV UTF-8."
                .to_owned()
        }
    };
    SheetFault {
        line: 1,
        column: None,
        reason,
    }
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
