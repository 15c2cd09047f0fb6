//! Workbooks: the first sheet that has something in it, as text with commas, row for row.

use calamine::{Data, Reader, open_workbook_auto_from_rs};
use csv::WriterBuilder;
use std::io::{Cursor, Read, copy, sink};
use zip::ZipArchive;

/// What the parts of a workbook may come to when they are unpacked, in bytes.
const LARGEST: u64 = 256 * 1024 * 1024;

/// So many parts has no workbook of people.
const MOST_PARTS: usize = 10_000;

/// The largest number of cells, empty ones among them.
const MOST_CELLS: u64 = 20_000_000;

/// Whether it begins as workbooks do: those of today are archives, older ones compound files.
pub fn is(bytes: &[u8]) -> bool {
    is_archive(bytes) || bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")
}

fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The rows, so that each stands in the line that has its number; `None` if it cannot be opened.
pub fn to_csv(bytes: &[u8]) -> Option<String> {
    if is_archive(bytes) && !is_small(bytes) {
        return None;
    }
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
    let names = book.sheet_names();
    let mut sheets = names
        .iter()
        .filter_map(|name| book.worksheet_range(name).ok());
    let sheet = sheets.find(|sheet| !sheet.is_empty())?;
    let (first, _) = sheet.start()?;
    let (height, width) = sheet.get_size();
    if (height as u64).saturating_mul(width as u64) > MOST_CELLS {
        return None;
    }
    let mut text = vec![b'\n'; first as usize];
    let mut writer = WriterBuilder::new().flexible(true).from_writer(&mut text);
    for row in sheet.rows() {
        writer.write_record(row.iter().map(cell)).ok()?;
    }
    writer.flush().ok()?;
    drop(writer);
    String::from_utf8(text).ok()
}

/// Unpacks it once into nothing: what an archive says of its own size need not be true.
fn is_small(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else {
        return false;
    };
    if archive.len() > MOST_PARTS {
        return false;
    }
    let mut left = LARGEST;
    for place in 0..archive.len() {
        let Ok(file) = archive.by_index(place) else {
            return false;
        };
        match copy(&mut file.take(left), &mut sink()) {
            Ok(size) if size < left => left -= size,
            _ => return false,
        }
    }
    true
}

/// A cell on one line; a date as `2026-06-01`.
fn cell(cell: &Data) -> String {
    let text = match cell {
        Data::DateTime(date) if date.is_datetime() => {
            let (year, month, day, ..) = date.to_ymd_hms_milli();
            format!("{year:04}-{month:02}-{day:02}")
        }
        other => other.to_string(),
    };
    text.replace(['\r', '\n', '\0'], " ")
}
