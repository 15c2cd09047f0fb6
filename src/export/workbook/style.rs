//! How cells look and how wide their columns are.

use super::model::{Kind, Value};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

/// Widths of columns in characters of the standard font.
const NARROWEST: f64 = 9.0;
const WIDEST: f64 = 60.0;
/// Where a head rather wraps than widens its column.
const WIDEST_HEAD: usize = 20;
/// Room for the padding of a cell, and for the button that filters in a head.
const PADDING: f64 = 2.0;
pub(super) const BUTTON: f64 = 3.0;
/// Width of a letter in the same measure; rather too wide, because fonts differ.
const LETTER: f64 = 1.1;
/// Height of a line in points, and the greatest height that a row can have.
const LINE: f64 = 15.0;
const TALLEST: f64 = 409.0;

/// Notes and other texts that wrap.
pub(super) fn wrapped() -> Format {
    top().set_text_wrap()
}

/// A text that would become a formula if somebody edited the cell.
pub(super) fn quoted() -> Format {
    wrapped().set_quote_prefix()
}

/// The head of a column: at the side where its values are, beside the button that filters.
pub(super) fn head(kind: Kind) -> Format {
    let format = match kind {
        Kind::Text | Kind::Flag => Format::new(),
        _ => Format::new().set_align(FormatAlign::Right).set_indent(2),
    };
    format
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_font_color(Color::RGB(0x001F_2933))
        .set_background_color(Color::RGB(0x00E2_E6EC))
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(Color::RGB(0x007B_8794))
}

/// A day in the order that every country reads alike.
pub(super) fn day() -> Format {
    top().set_num_format("yyyy-mm-dd")
}

/// The numbers of a column.
pub(super) fn number(kind: Kind) -> Format {
    top().set_num_format(number_format(kind))
}

/// Cells beside wrapped texts start where those start.
pub(super) fn top() -> Format {
    Format::new().set_align(FormatAlign::Top)
}

/// The number format in Excel's notation.
pub(super) fn number_format(kind: Kind) -> String {
    match kind {
        Kind::Whole => "0".to_owned(),
        Kind::Decimal(places) => match usize::from(places.min(30)) {
            0 => "0".to_owned(),
            places => format!("0.{}", "0".repeat(places)),
        },
        Kind::Percent => "0%".to_owned(),
        Kind::Text | Kind::Flag | Kind::Day => "General".to_owned(),
    }
}

/// The width of a column that shows its values, and its head in a few lines.
pub(super) fn width<'a>(head: &str, kind: Kind, values: impl Iterator<Item = &'a Value>) -> f64 {
    let longest_word = head.split(' ').map(letters).max().unwrap_or(0);
    let head = letters(head).min(WIDEST_HEAD).max(longest_word);
    let head = head as f64 * LETTER + BUTTON;
    let widest = values.map(|value| shown(value, kind)).max().unwrap_or(0);
    (widest as f64 * LETTER).max(head).clamp(NARROWEST, WIDEST) + PADDING
}

/// How many letters a value shows in its longest line.
fn shown(value: &Value, kind: Kind) -> usize {
    match (value, kind) {
        (Value::Empty, _) => 0,
        (Value::Text(text), _) => text.lines().map(letters).max().unwrap_or(0),
        (Value::Number(number), Kind::Decimal(places)) => {
            format!("{number:.0}").len() + 1 + usize::from(places)
        }
        (Value::Number(number), Kind::Whole | Kind::Percent) => format!("{number:.0}%").len(),
        // Excel rounds the general format to the width of the column.
        (Value::Number(_) | Value::Flag(_) | Value::Day(..), _) => 10,
    }
}

/// About how many lines a text fills in a column of this width; words do not fill a line to its end.
pub(super) fn lines(text: &str, width: f64) -> f64 {
    let paragraph = |text| (letters(text) as f64 * LETTER / width).ceil().max(1.0);
    text.split('\n').map(paragraph).sum()
}

/// Makes room for more lines than one: LibreOffice does not by itself, and neither does Excel for
/// merged cells. Returns the height of the row in points.
pub(super) fn fit_row(page: &mut Worksheet, row: u32, lines: f64) -> Result<f64, XlsxError> {
    let height = (lines * LINE).min(TALLEST);
    if lines > 1.0 {
        page.set_row_height(row, height)?;
    }
    Ok(height)
}

/// Letters, where a Chinese, Japanese or Korean one counts twice.
fn letters(text: &str) -> usize {
    let wide = |c: char| usize::from(c >= '\u{1100}');
    text.chars().map(|c| 1 + wide(c)).sum()
}
