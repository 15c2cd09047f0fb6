//! Legend, statements with their bars, and the names of the sides.

use super::layout::{Layout, SUM_SPACE, neutral_head};
use super::{Diverging, DivergingRow, INKS, Width};
use crate::chart::canvas::{Canvas, MARGIN};
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::shares::{BAR, apart, bar, numbers, percent, side_by_side};
use crate::chart::swatches::{SQUARE, Swatches, swatch};
use crate::chart::text::{Lettering, points};

const LABEL: Lettering = Lettering::new(13.0, Ink::Foreground);
pub(super) const SUM: Lettering = Lettering::new(13.0, Ink::Foreground).bold(true);
const NEUTRAL: Lettering = Lettering::new(13.0, Ink::Foreground);
const SIDE: Lettering = Lettering::new(12.0, Ink::Muted);
/// Height of a row with a short label beside its bar.
const ROW: f64 = 44.0;
/// Space below a row whose label stands above its bar.
const SPACE: f64 = 16.0;
/// How far the axis reaches beyond a bar.
const REACH: f64 = 3.0;

/// What the shares mean, above the bars; returns the height below.
pub(super) fn legend(canvas: &mut Canvas, chart: &Diverging<'_>, layout: &Layout, top: f64) -> f64 {
    let [no_2, no_1, middle, yes_1, yes_2] = INKS;
    let [far_left, left, neither, right, far_right] = chart.options;
    let mut meanings = vec![
        (no_2, far_left),
        (no_1, left),
        (yes_1, right),
        (yes_2, far_right),
    ];
    meanings.retain(|(_, option)| !option.is_empty());
    let top = top + 2.0;
    if chart.frame.width == Width::Narrow {
        meanings.push((middle, neither));
        let legend = Swatches::fit(&meanings, layout.right - MARGIN);
        canvas.draw(|pen| legend.draw(pen, MARGIN, top));
        return top + legend.height + 12.0;
    }
    let end = layout.middle - 16.0;
    let legend = Swatches::fit(&meanings, end - MARGIN);
    let head = neutral_head(chart);
    let below = top + legend.height.max(head.height);
    let left = (layout.axis - legend.width / 2.0).min(end - legend.width);
    canvas.draw(|pen| {
        legend.draw(pen, left.max(MARGIN), below - legend.height);
        head.draw(pen, layout.middle, below - head.height);
    });
    below + 8.0
}

/// Draws the rows below `top`; returns the height below them.
pub(super) fn rows(canvas: &mut Canvas, chart: &Diverging<'_>, layout: &Layout, top: f64) -> f64 {
    let (mut next, mut end) = (top, top);
    for row in chart.rows {
        let label = LABEL.wrap(&row.label, layout.label);
        let height = LABEL.leading() * label.len() as f64;
        let half = LABEL.leading() / 2.0;
        let (first, bar_top) = if chart.frame.width == Width::Narrow {
            let bar_top = next + height + 6.0;
            let first = next + half;
            end = bar_top + BAR + REACH;
            next = bar_top + BAR + SPACE;
            (first, bar_top)
        } else {
            let full = ROW.max(height + 14.0);
            let first = next + (full - height) / 2.0 + half;
            let bar_top = next + (full - BAR) / 2.0;
            next += full;
            end = next;
            (first, bar_top)
        };
        canvas.group(&row.aria, |pen| {
            pen.lines(LABEL, &label, MARGIN, first);
            sided(pen, row, layout, bar_top);
            neutral(pen, row, chart.frame.width, layout, bar_top);
            if chart.frame.width == Width::Narrow {
                let reach = (bar_top - REACH, bar_top + BAR + REACH);
                pen.vertical(Ink::Foreground, layout.axis, reach);
            }
        });
    }
    if chart.frame.width == Width::Wide {
        canvas.draw(|pen| pen.vertical(Ink::Foreground, layout.axis, (top, end)));
    }
    end
}

/// The bars at both sides of the axis with their sums.
fn sided(pen: &Pen<'_>, row: &DivergingRow, layout: &Layout, top: f64) {
    let [no_2, no_1, _, yes_1, yes_2] = row.shares.map(|share| share.max(0.0));
    let [far_left, left, _, right, far_right] = INKS;
    let (no, _, yes) = row.sums();
    let (start, end) = (
        layout.axis - no * layout.unit,
        layout.axis + yes * layout.unit,
    );
    let shares = [(far_left, no_2), (left, no_1)];
    let shares = side_by_side(&shares, start, layout.unit, points);
    bar(pen, &shares, top, (true, false));
    let shares = [(right, yes_1), (far_right, yes_2)];
    let shares = side_by_side(&shares, layout.axis, layout.unit, points);
    bar(pen, &shares, top, (false, true));
    let middle = numbers(top);
    let before = SUM.right_aligned();
    pen.text(before, &percent(no), start - SUM_SPACE, middle);
    pen.text(SUM, &percent(yes), end + SUM_SPACE, middle);
}

/// The answers in the middle: a bar where there is room, else a number.
fn neutral(pen: &Pen<'_>, row: &DivergingRow, width: Width, layout: &Layout, top: f64) {
    let [_, _, ink, _, _] = INKS;
    let (_, share, _) = row.sums();
    let middle = numbers(top);
    if width == Width::Narrow {
        swatch(pen, ink, layout.middle, top + BAR / 2.0);
        let left = layout.middle + SQUARE + SUM_SPACE;
        pen.text(NEUTRAL, &percent(share), left, middle);
        return;
    }
    let shares = side_by_side(&[(ink, share)], layout.middle, layout.unit, points);
    bar(pen, &shares, top, (true, true));
    if !shares.iter().any(|share| share.inside().is_some()) {
        let end = layout.middle + share * layout.unit;
        pen.text(NEUTRAL, &points(share), end + 4.0, middle);
    }
}

/// The names of the sides below the axis; returns the height below.
pub(super) fn sides(canvas: &mut Canvas, chart: &Diverging<'_>, layout: &Layout, top: f64) -> f64 {
    let (no, yes) = chart.sides;
    let room = (layout.right - MARGIN) / 2.0 - 8.0;
    let texts = [format!("\u{2190} {no}"), format!("{yes} \u{2192}")];
    let blocks = texts.map(|text| SIDE.wrap(&text, room));
    let widths = blocks.each_ref().map(|lines| {
        let widths = lines.iter().map(|line| SIDE.width(line));
        widths.fold(0.0, f64::max)
    });
    let [left, right] = widths;
    let spans = [(layout.axis - 8.0 - left, left), (layout.axis + 8.0, right)];
    let lefts = apart(&spans, 16.0, (MARGIN, layout.right));
    let lines = blocks.iter().map(Vec::len).max().unwrap_or(0);
    canvas.draw(|pen| {
        for (block, x) in blocks.iter().zip(lefts) {
            pen.lines(SIDE, block, x, top + 14.0);
        }
    });
    top + 14.0 + SIDE.leading() * lines as f64
}
