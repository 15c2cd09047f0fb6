//! A sheet: its notes, then its table and chart.

use super::model::Sheet;
use super::table::Area;
use super::{chart, style, table, text};
use rust_xlsxwriter::{Image, Worksheet, XlsxError};

const A4: u8 = 9;
/// Width of notes, in characters: easy to read, and no wider than a page.
const NOTES: f64 = 80.0;
/// The width that a column has by itself, in characters.
const STANDARD: f64 = 8.43;
/// Frozen rows must leave room for those that scroll; in points.
const FROZEN: f64 = 180.0;
/// Up to this many rows, the chart below the table is still in sight.
const SHORT: u32 = 20;

/// Writes the sheet under a name that is valid already.
pub(super) fn fill(page: &mut Worksheet, name: &str, sheet: &Sheet) -> Result<(), XlsxError> {
    page.set_name(name)?;
    page.set_paper_size(A4).set_print_fit_to_pages(1, 0);
    let Some(content) = &sheet.table else {
        return read_me(page, &sheet.notes);
    };
    page.set_landscape();
    let area = Area::below(name, sheet.notes.len(), content);
    let widths = table::write(page, &area, content)?;
    let height = notes_above(page, &sheet.notes, &widths)?;
    if height <= FROZEN {
        page.set_freeze_panes(area.first, 0)?;
    }
    page.set_repeat_rows(area.head, area.head)?;
    if let Some(chart) = sheet.chart.as_ref().filter(|_| !content.rows.is_empty()) {
        let chart = chart::build(chart, &area);
        if area.last - area.head <= SHORT {
            page.insert_chart(area.last + 2, 0, &chart)?;
        } else {
            page.insert_chart(area.first, area.last_column + 2, &chart)?;
        }
    }
    Ok(())
}

/// A sheet of notes alone: a column as wide as a page.
fn read_me(page: &mut Worksheet, notes: &[String]) -> Result<(), XlsxError> {
    page.set_screen_gridlines(false);
    page.set_column_width(0, NOTES)?;
    for (row, note) in (0..).zip(notes) {
        write_note(page, row, note)?;
        style::fit_row(page, row, style::lines(note, NOTES))?;
    }
    Ok(())
}

/// Puts the logo below the notes of a sheet, half as large as it is kept.
pub(super) fn logo(
    page: &mut Worksheet,
    sheet: &Sheet,
    png: &[u8],
    owner: &str,
) -> Result<(), XlsxError> {
    let image = Image::new_from_buffer(png)?;
    let image = image
        .set_scale_width(0.5)
        .set_scale_height(0.5)
        .set_alt_text(text::line(owner));
    let below = u32::try_from(sheet.notes.len()).unwrap_or_default() + 1;
    page.insert_image(below, 0, &image)?;
    Ok(())
}

fn write_note(page: &mut Worksheet, row: u32, note: &str) -> Result<(), XlsxError> {
    let note = text::cell(note);
    let style = if text::resembles_formula(&note) {
        style::quoted()
    } else {
        style::wrapped()
    };
    if !note.is_empty() {
        page.write_string_with_format(row, 0, note, &style)?;
    }
    Ok(())
}

/// Notes over as many columns as they need to be `NOTES` wide. Returns their height in points.
fn notes_above(page: &mut Worksheet, notes: &[String], widths: &[f64]) -> Result<f64, XlsxError> {
    let mut last = 0;
    let mut room = 0.0;
    for (column, width) in (0..).zip(widths.iter().copied().chain(std::iter::repeat(STANDARD))) {
        (last, room) = (column, room + width);
        if room >= NOTES {
            break;
        }
    }
    let mut height = 0.0;
    for (row, note) in (0..).zip(notes) {
        page.merge_range(row, 0, row, last, "", &style::wrapped())?;
        write_note(page, row, note)?;
        height += style::fit_row(page, row, style::lines(note, room))?;
    }
    Ok(height)
}
