//! The heading above every chart.

use super::ink::Ink;
use super::sheet::Sheet;
use super::text::Lettering;

/// Empty space at the left and right of the sheet.
pub(super) const MARGIN: f64 = 16.0;

/// Title and subtitle; returns the height below them.
pub(super) fn heading(sheet: &mut Sheet, title: &str, subtitle: &str) -> f64 {
    let room = sheet.width - 2.0 * MARGIN;
    let large = Lettering::new(if room < 400.0 { 17.0 } else { 19.0 }, Ink::Foreground).bold(true);
    let small = Lettering::new(13.0, Ink::Muted);
    let mut y = 10.0;
    sheet.draw(|pen| {
        for (lettering, text) in [(large, title), (small, subtitle)] {
            let lines = lettering.wrap(text, room);
            pen.lines(lettering, &lines, MARGIN, y + lettering.leading() / 2.0);
            y += lettering.leading() * lines.len() as f64 + 4.0;
        }
    });
    y + 6.0
}
