//! Results as a workbook for Excel and LibreOffice: tidy tables with native charts beside them.
//! Texts come in translated and always stay texts; nothing in the file is a formula or a link.
//! The same book makes the same bytes.

mod chart;
mod error;
mod model;
mod names;
mod page;
mod style;
mod table;
#[cfg(test)]
mod tests;
mod text;

pub use error::BookError;
pub use model::{Book, Chart, Column, Kind, Sheet, Table, Value};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

/// The book as an XLSX file. Texts that are longer than a cell holds (32 767 characters) are cut
/// and end with an ellipsis.
///
/// # Errors
///
/// [`BookError`] for a book that no program could open or that would show something else than it
/// says. Nothing but the writer itself fails for the contents of a text.
pub fn write(book: &Book) -> Result<Vec<u8>, BookError> {
    if book.sheets.is_empty() {
        return Err(BookError::NoSheet);
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(text::line(&book.title))
            .set_author(text::line(&book.author))
            .set_creation_datetime(&day(book.created)?),
    );
    let names = names::of_sheets(book.sheets.iter().map(|sheet| sheet.name.as_str()));
    for (name, sheet) in names.iter().zip(&book.sheets) {
        page::fill(workbook.add_worksheet(), name, sheet)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// A day as Excel counts it.
fn day((year, month, day): (i32, u32, u32)) -> Result<ExcelDateTime, BookError> {
    let parts = (u16::try_from(year), u8::try_from(month), u8::try_from(day));
    let known = match parts {
        (Ok(year), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day).ok(),
        _ => None,
    };
    known.ok_or(BookError::Day(year, month, day))
}
