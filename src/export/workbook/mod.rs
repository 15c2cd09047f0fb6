//! Results as a workbook for Excel and LibreOffice: tidy tables with native charts beside them.
//! Texts come in translated and always stay texts; nothing in the file is a formula or a link.
//! The same book makes the same bytes.

mod chart;
mod model;
mod names;
mod page;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod text;

pub use model::{Book, Chart, ChartKind, Column, Kind, Sheet, Table, Value};

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

/// The book as an XLSX file. Texts that are longer than a cell holds (32 767 characters) are cut
/// and end with an ellipsis.
///
/// # Errors
///
/// For a table with more rows than the 1 048 576 of a sheet. Nothing fails for the contents of a text.
pub fn write(book: &Book) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let (_, year) = book.created.year_ce();
    let (month, day) = (book.created.month() as u8, book.created.day() as u8);
    let created = ExcelDateTime::from_ymd(year as u16, month, day)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(text::line(&book.title))
            .set_author(text::line(&book.author))
            .set_creation_datetime(&created),
    );
    let names = names::of_sheets(book.sheets.iter().map(|sheet| sheet.name.as_str()));
    for (name, sheet) in names.iter().zip(&book.sheets) {
        page::fill(workbook.add_worksheet(), name, sheet)?;
    }
    let read_me = book.sheets.first().filter(|sheet| sheet.table.is_none());
    if let (Some(logo), Some(first)) = (&book.logo, read_me) {
        let page = workbook.worksheet_from_index(0)?;
        page::logo(page, first, logo, &book.author)?;
    }
    workbook.save_to_buffer()
}
