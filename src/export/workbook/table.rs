//! A table: head, cells, filter and widths.

use super::model::{Table, Value};
use super::names::of_columns;
use super::{style, text};
use crate::report::Step;
use rust_xlsxwriter::{
    Format, IgnoreError, Table as ExcelTable, TableColumn, TableStyle, Worksheet, XlsxError,
};

/// Beyond this Excel knows no number.
const LARGEST: f64 = 9.999_999_999_999_99e307;

/// Where a table stands; rows and columns count from 0.
pub(super) struct Area {
    pub(super) sheet: String,
    pub(super) head: u32,
    /// The first row below the head.
    pub(super) first: u32,
    /// The last row; an empty one if the table has none, because Excel wants one.
    pub(super) last: u32,
    pub(super) last_column: u16,
}

impl Area {
    /// Below the notes and an empty row.
    pub(super) fn below(sheet: &str, notes: usize, table: &Table) -> Self {
        // The writer refuses what is more than a sheet holds.
        let row = |count: usize| u32::try_from(count).unwrap_or(u32::MAX / 4);
        let head = if notes == 0 { 0 } else { row(notes + 1) };
        let columns = table.columns.len().saturating_sub(1);
        Self {
            sheet: sheet.to_owned(),
            head,
            first: head + 1,
            last: head + row(table.rows.len().max(1)),
            last_column: u16::try_from(columns).unwrap_or(u16::MAX),
        }
    }
}

/// Writes the table at its area. Returns the widths of its columns in characters.
pub(super) fn write(
    page: &mut Worksheet,
    area: &Area,
    table: &Table,
) -> Result<Vec<f64>, XlsxError> {
    let heads = of_columns(table.columns.iter().map(|column| column.head.as_str()));
    let widths = set_widths(page, table, &heads)?;
    write_head(page, area, table, (&heads, &widths))?;
    let styles = Styles {
        columns: table
            .columns
            .iter()
            .map(|c| style::number(c.kind))
            .collect(),
        text: style::wrapped(),
        quoted: style::quoted(),
        flag: style::top(),
        scores: Step::ALL.map(style::score),
    };
    for (row, values) in (area.first..).zip(&table.rows) {
        let mut lines: f64 = 1.0;
        for (column, (value, width)) in (0..).zip(values.iter().zip(&widths)) {
            write_value(page, (row, column), value, &styles)?;
            if let Value::Text(text) = value {
                lines = lines.max(style::lines(text, *width));
            }
        }
        style::fit_row(page, row, lines)?;
    }
    // Identifiers such as 007 are texts on purpose.
    let wanted = IgnoreError::NumberStoredAsText;
    page.ignore_error_range(area.first, 0, area.last, area.last_column, wanted)?;
    Ok(widths)
}

fn set_widths(
    page: &mut Worksheet,
    table: &Table,
    heads: &[String],
) -> Result<Vec<f64>, XlsxError> {
    let mut widths = Vec::new();
    for (index, (head, column)) in heads.iter().zip(&table.columns).enumerate() {
        let values = table.rows.iter().filter_map(|row| row.get(index));
        widths.push(style::width(head, column.kind, values));
    }
    for (column, width) in (0..).zip(&widths) {
        page.set_column_width(column, *width)?;
    }
    Ok(widths)
}

/// Declares the table, which writes the heads.
fn write_head(
    page: &mut Worksheet,
    area: &Area,
    table: &Table,
    (heads, widths): (&[String], &[f64]),
) -> Result<(), XlsxError> {
    let mut lines: f64 = 1.0;
    let mut columns = Vec::new();
    for ((head, width), column) in heads.iter().zip(widths).zip(&table.columns) {
        lines = lines.max(style::lines(head, width - style::BUTTON));
        let format = style::head(column.kind);
        columns.push(
            TableColumn::new()
                .set_header(head)
                .set_header_format(format),
        );
    }
    let table = ExcelTable::new()
        .set_style(TableStyle::Light1)
        .set_columns(&columns);
    page.add_table(area.head, 0, area.last, area.last_column, &table)?;
    style::fit_row(page, area.head, lines)?;
    Ok(())
}

struct Styles {
    columns: Vec<Format>,
    text: Format,
    quoted: Format,
    flag: Format,
    scores: [Format; Step::COUNT],
}

fn write_value(
    page: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    styles: &Styles,
) -> Result<(), XlsxError> {
    match value {
        Value::Text(text) => match text::cell(text).as_str() {
            "" => {}
            text => {
                let formula = text::resembles_formula(text);
                let style = if formula {
                    &styles.quoted
                } else {
                    &styles.text
                };
                page.write_string_with_format(row, column, text, style)?;
            }
        },
        Value::Number(number) if number.abs() <= LARGEST => {
            let style = styles.columns.get(usize::from(column));
            let style = style.unwrap_or(&styles.flag);
            page.write_number_with_format(row, column, *number, style)?;
        }
        Value::Flag(flag) => {
            page.write_boolean_with_format(row, column, *flag, &styles.flag)?;
        }
        Value::Score(score, step) => {
            let style = styles.scores.get(usize::from(step.number() - 1));
            let style = style.unwrap_or(&styles.flag);
            page.write_number_with_format(row, column, *score as f64, style)?;
        }
        Value::Empty | Value::Number(_) => {}
    }
    Ok(())
}
