//! The parts that both formats share: the heading above the rows and the key below them.

use super::Dumbbell;
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::sheet::Sheet;
use crate::chart::text::Lettering;

/// Empty space at the left and right of the sheet.
pub(super) const MARGIN: f64 = 16.0;

const KEY: Lettering = Lettering::new(12.0, Ink::Muted);
/// Draws a sample of a mark, its left end and middle height given.
type Sample = fn(&Pen<'_>, f64, f64);

/// Title and subtitle; returns the height below them.
pub(super) fn heading(sheet: &mut Sheet, chart: &Dumbbell<'_>) -> f64 {
    let room = sheet.width - 2.0 * MARGIN;
    let title = Lettering::new(if room < 400.0 { 17.0 } else { 19.0 }, Ink::Foreground).bold(true);
    let subtitle = Lettering::new(13.0, Ink::Muted);
    let mut y = 10.0;
    sheet.draw(|pen| {
        for (lettering, text) in [(title, chart.title), (subtitle, chart.subtitle)] {
            let lines = lettering.wrap(text, room);
            pen.lines(lettering, &lines, MARGIN, y + lettering.leading() / 2.0);
            y += lettering.leading() * lines.len() as f64 + 4.0;
        }
    });
    y + 6.0
}

/// Samples of the marks with their meaning, side by side as far as they fit; only those that the
/// rows use. Returns the height below.
pub(super) fn key(sheet: &mut Sheet, chart: &Dumbbell<'_>, top: f64) -> f64 {
    let words = &chart.words;
    let entries: [(bool, f64, Sample, &str); 3] = [
        (true, 30.0, team_sample, words.interval_key),
        (
            chart.rows.iter().any(|row| row.leader.is_some()),
            16.0,
            leader_sample,
            words.leader,
        ),
        (
            chart.rows.iter().any(|row| row.verdict),
            30.0,
            gap_sample,
            words.verdict_key,
        ),
    ];
    let right = sheet.width - MARGIN;
    let (mut x, mut y, mut end) = (MARGIN, top + 18.0, top);
    sheet.draw(|pen| {
        for (_, width, sample, text) in entries.into_iter().filter(|entry| entry.0) {
            let full = width + 8.0 + KEY.width(text);
            if x > MARGIN && x + full > right {
                x = MARGIN;
                y = end + 10.0;
            }
            let lines = KEY.wrap(text, right - x - width - 8.0);
            sample(pen, x, y);
            pen.lines(KEY, &lines, x + width + 8.0, y);
            end = end.max(y + KEY.leading() * lines.len() as f64);
            x += full + 24.0;
        }
    });
    end + 6.0
}

fn team_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.capsule(Ink::Band, (x, x + 30.0), y, 10.0);
    pen.dot(x + 15.0, y, 4.5);
}

fn leader_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.diamond(x + 8.0, y, 6.0);
}

fn gap_sample(pen: &Pen<'_>, x: f64, y: f64) {
    pen.capsule(Ink::Pill, (x, x + 30.0), y, 16.0);
    let sign = Lettering::new(12.0, Ink::Foreground).bold(true).centred();
    pen.text(sign, "\u{00b1}", x + 15.0, y);
}
