//! Names that Excel accepts without a repair.

use super::text::{cut, line, start};
use std::collections::HashSet;

/// What the name of a sheet holds, in UTF-16 units.
const SHEET: usize = 31;
/// What the name of a table's column holds, in UTF-16 units.
const HEAD: usize = 255;

/// A name for each sheet: valid, unique, and a number where nothing of the text remains.
pub(super) fn of_sheets<'a>(wanted: impl Iterator<Item = &'a str>) -> Vec<String> {
    unique(wanted, SHEET, |text| {
        let valid = line(text).replace(['[', ']', ':', '*', '?', '/', '\\'], " ");
        let short = cut(&line(&valid), SHEET);
        let name = short.trim_matches(|c: char| c == '\'' || c.is_whitespace());
        // Excel keeps this name for itself.
        if name.eq_ignore_ascii_case("history") {
            format!("{name}_")
        } else {
            name.to_owned()
        }
    })
}

/// A head for each column of a table.
pub(super) fn of_columns<'a>(wanted: impl Iterator<Item = &'a str>) -> Vec<String> {
    unique(wanted, HEAD, |text| cut(&line(text), HEAD))
}

/// The names made valid; one that is taken gets a number, one that is empty is its number.
fn unique<'a>(
    wanted: impl Iterator<Item = &'a str>,
    most: usize,
    valid: impl Fn(&str) -> String,
) -> Vec<String> {
    let mut taken = HashSet::new();
    wanted
        .zip(1_usize..)
        .map(|(text, place)| {
            let text = valid(text);
            let name = if text.is_empty() {
                place.to_string()
            } else {
                text
            };
            let mut free = name.clone();
            let mut count = 1_usize;
            while !taken.insert(free.to_lowercase()) {
                count += 1;
                let number = format!(" ({count})");
                free = start(&name, most.saturating_sub(number.len())) + &number;
            }
            free
        })
        .collect()
}
