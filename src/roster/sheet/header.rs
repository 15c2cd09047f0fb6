//! Which row names the columns, and whether they are our own.

use super::Column;
use crate::roster::columns::{Layout, Meaning, hint, is_reason, plain};
use crate::table::{FIRST_ROWS, Table, clean};
use csv::StringRecord;

/// The row that names the columns.
#[derive(Debug)]
pub struct Header {
    /// Its line; 0 if there is none, and the columns are only numbered.
    pub line: u64,
    /// Their names.
    pub names: Vec<String>,
    /// The lines up to which there are no people: a second row of names is passed over too.
    pub last: u64,
}

/// How many names of columns a row has. A row with an address in it is about somebody.
pub fn fit(row: &StringRecord) -> usize {
    if row.iter().any(|cell| cell.contains('@')) {
        return 0;
    }
    row.iter().filter(|cell| is_known(cell)).count()
}

fn is_known(cell: &str) -> bool {
    own(cell).is_some() || hint(cell).is_some()
}

/// Finds the row among the first ones: programs put the title of a report before it, and some a second row of
/// names behind it. `None` if the table is empty.
pub fn find(table: &Table) -> Option<Header> {
    let mut rows = table.rows();
    let mut first: Vec<(u64, StringRecord)> = Vec::new();
    while first.len() < FIRST_ROWS
        && let Some((line, row)) = rows.next_row()
    {
        first.push((line, row.clone()));
    }
    let (_, top) = first.first()?;
    let best = first.iter().map(|(_, row)| fit(row)).max().unwrap_or(0);
    let is_best = |(_, row): &(u64, StringRecord)| best >= 2 && fit(row) == best;
    let place = first.iter().position(is_best);
    if place.is_none() && top.iter().any(|cell| cell.contains('@')) {
        return Some(Header {
            line: 0,
            names: (1..=top.len()).map(|number| number.to_string()).collect(),
            last: 0,
        });
    }
    let place = place.unwrap_or(0);
    let (line, row) = first.get(place)?;
    // A second row of names has names where the first one has.
    let again = first.get(place + 1).filter(|(_, next)| {
        let both = row
            .iter()
            .zip(next)
            .filter(|(one, two)| is_known(one) && is_known(two));
        fit(next) >= 2 && both.count() * 3 >= fit(row) * 2
    });
    Some(Header {
        line: *line,
        names: row.iter().map(|cell| clean(cell).0.into_owned()).collect(),
        last: again.map_or(*line, |(line, _)| *line),
    })
}

/// The layout of a file with our own columns: each there once and no other, the needed ones among them.
pub fn own_layout(names: &[String]) -> Option<Layout> {
    let mut columns = Vec::with_capacity(names.len());
    for name in names {
        let meaning = match name.as_str() {
            "" => Meaning::Ignored,
            name if is_reason(name) => Meaning::Ignored,
            name => own(name)?.meaning(),
        };
        columns.push((name.clone(), meaning));
    }
    let layout = Layout {
        columns,
        is_own: true,
        ..Layout::default()
    };
    let needed = [Meaning::Path, Meaning::Email, Meaning::Name, Meaning::Role];
    let is_ours = needed.iter().all(|meaning| layout.has(*meaning)) && layout.faults().is_empty();
    is_ours.then_some(layout)
}

/// The column that a cell of the header names, in English or German.
fn own(cell: &str) -> Option<Column> {
    Some(match plain(cell).as_str() {
        "team" | "team path" | "teampfad" => Column::Team,
        "e mail" | "email" | "mail" | "e mail adresse" | "email adresse" => Column::Email,
        "name" => Column::Name,
        "role" | "rolle" => Column::Role,
        "locale" | "language" | "sprache" => Column::Locale,
        "time zone" | "timezone" | "zeitzone" => Column::TimeZone,
        "number" | "employee number" | "personalnummer" | "nummer" => Column::Number,
        _ => return None,
    })
}
