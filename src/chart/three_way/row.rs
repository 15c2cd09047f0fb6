//! One row: label, note and bar.

use super::ThreeWayRow;
use super::layout::{Layout, Order};
use crate::chart::canvas::{Canvas, MARGIN};
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::shares::{BAR, Share, apart, bar, percent, side_by_side};
use crate::chart::text::Lettering;

pub(super) const LABEL: Lettering = Lettering::new(14.0, Ink::Foreground);
pub(super) const NOTE: Lettering = Lettering::new(12.0, Ink::Muted);
/// A number that does not fit into its share, above it.
const ABOVE: Lettering = Lettering::new(12.0, Ink::Foreground);
/// Height of the numbers above a bar.
const LIFT: f64 = 17.0;
/// Space below a row.
const SPACE: f64 = 18.0;
/// Space between the edge of a hatched bar, the ground of the reason and the reason.
const PADDING: f64 = 4.0;

/// Draws the row below `top`; returns the height below it.
pub(super) fn draw(
    canvas: &mut Canvas,
    row: &ThreeWayRow,
    inks: [Ink; 3],
    layout: &Layout,
    top: f64,
) -> f64 {
    let body = Body::of(row, inks, layout);
    let (label_room, note_room) = layout.rooms(row);
    let label = LABEL.wrap(&row.label, label_room);
    let note = NOTE.wrap(&row.note, note_room);
    let label_height = LABEL.leading() * label.len() as f64;
    let stacked = label_height + NOTE.leading() * note.len() as f64;
    let (first, bar_top, end) = match layout.order {
        Order::Beside => {
            let spare = (stacked - body.height()) / 2.0;
            let bar_top = top + spare.max(body.lift());
            let end = bar_top + body.height();
            (bar_top - spare, bar_top, end + spare.max(0.0))
        }
        Order::Above | Order::Stacked => {
            let side_by_side = layout.order == Order::Above;
            let text = if side_by_side { label_height } else { stacked };
            let bar_top = top + text + 3.0 + body.lift();
            (top, bar_top, bar_top + body.height())
        }
    };
    canvas.group(&row.aria, |pen| {
        pen.lines(LABEL, &label, MARGIN, first + LABEL.leading() / 2.0);
        if layout.order == Order::Above {
            // On the base line of the label.
            let y = first + LABEL.leading() / 2.0 + 1.0;
            pen.lines(NOTE.right_aligned(), &note, layout.bar.1, y);
        } else {
            let y = first + label_height + NOTE.leading() / 2.0;
            pen.lines(NOTE, &note, MARGIN, y);
        }
        body.draw(pen, layout.bar, bar_top);
    });
    end + SPACE
}

/// What stands in place of the bar.
enum Body {
    Shares(Vec<Share>),
    /// The lines of the reason.
    Hidden(Vec<String>),
}

impl Body {
    fn of(row: &ThreeWayRow, inks: [Ink; 3], layout: &Layout) -> Self {
        let (left, right) = layout.bar;
        let Some(shares) = row.shares else {
            return Self::Hidden(NOTE.wrap(&row.reason, right - left - 8.0 * PADDING));
        };
        let shares = shares.map(|share| share.max(0.0));
        // Rounded shares may add up to 99 or 101; the bar is whole all the same.
        let unit = (right - left) / shares.iter().sum::<f64>();
        let [first, second, third] = inks;
        let [one, two, three] = shares;
        let shares = [(first, one), (second, two), (third, three)];
        Self::Shares(side_by_side(&shares, left, unit, percent))
    }

    /// Height of what stands above the bar.
    fn lift(&self) -> f64 {
        match self {
            Self::Shares(shares) if shares.iter().any(|share| share.outside().is_some()) => LIFT,
            _ => 0.0,
        }
    }

    fn height(&self) -> f64 {
        match self {
            Self::Shares(_) => BAR,
            Self::Hidden(reason) => BAR.max(NOTE.leading() * reason.len() as f64 + 3.0 * PADDING),
        }
    }

    fn draw(&self, pen: &Pen<'_>, (left, right): (f64, f64), top: f64) {
        match self {
            Self::Shares(shares) => {
                bar(pen, shares, top, (true, true));
                above(pen, shares, (left, right), top);
            }
            Self::Hidden(reason) => {
                pen.hatch((left, top), (right, top + self.height()));
                plate(pen, reason, (left, right), top + self.height() / 2.0);
            }
        }
    }
}

/// The numbers that do not fit into their shares, each as near to its share as it can stand.
fn above(pen: &Pen<'_>, shares: &[Share], bounds: (f64, f64), top: f64) {
    let small = shares.iter().filter_map(|share| {
        let number = share.outside()?;
        let width = ABOVE.width(number);
        Some((number, (share.centre() - width / 2.0, width)))
    });
    let (numbers, spans): (Vec<&str>, Vec<(f64, f64)>) = small.unzip();
    for (number, left) in numbers.into_iter().zip(apart(&spans, 8.0, bounds)) {
        pen.text(ABOVE, number, left, top - LIFT / 2.0);
    }
}

/// A text on a plain background.
fn plate(pen: &Pen<'_>, lines: &[String], (left, right): (f64, f64), middle: f64) {
    if lines.is_empty() {
        return;
    }
    let widths = lines.iter().map(|line| NOTE.width(line));
    let width = widths.fold(0.0, f64::max);
    let height = NOTE.leading() * lines.len() as f64;
    let centre = f64::midpoint(left, right);
    let half = width / 2.0 + 2.0 * PADDING;
    pen.tile(
        Ink::Background,
        (centre - half, middle - height / 2.0 - PADDING / 2.0),
        (centre + half, middle + height / 2.0 + PADDING / 2.0),
    );
    let first = middle - (height - NOTE.leading()) / 2.0;
    pen.lines(NOTE.centred(), lines, centre, first);
}
