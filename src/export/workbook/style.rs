//! How cells look and how wide their columns are.

use super::model::{Kind, Value};
use crate::chart::Ink;
use crate::report::Step;
use plotters::style::RGBColor;
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
        .set_font_color(colour(Ink::Foreground))
        .set_background_color(colour(Ink::Grid))
        .set_border_bottom(FormatBorder::Thin)
        .set_border_bottom_color(colour(Ink::Link))
}

/// A score on the colour of its step.
pub(super) fn score(step: Step) -> Format {
    let ink = Ink::of_step(step);
    number(Kind::Whole)
        .set_background_color(colour(ink))
        .set_font_color(colour(ink.lettering()))
}

/// A colour of the charts, as it is in the light scheme.
pub(super) fn colour(ink: Ink) -> Color {
    let RGBColor(red, green, blue) = ink.light();
    Color::RGB(u32::from_be_bytes([0, red, green, blue]))
}

/// The numbers of a column.
pub(super) fn number(kind: Kind) -> Format {
    top().set_num_format(match kind {
        Kind::Whole => "0",
        Kind::Decimal => "0.00",
        Kind::Percent => "0%",
        Kind::Text | Kind::Flag => "General",
    })
}

/// Cells beside wrapped texts start where those start.
pub(super) fn top() -> Format {
    Format::new().set_align(FormatAlign::Top)
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
        (Value::Number(number), Kind::Decimal) => format!("{number:.2}").len(),
        (Value::Number(number), Kind::Whole | Kind::Percent) => format!("{number:.0}%").len(),
        // Excel rounds the general format to the width of the column.
        (Value::Number(_) | Value::Flag(_), _) => 10,
        (Value::Score(..), _) => 3,
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
