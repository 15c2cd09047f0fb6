//! The wide format: label, scale and numbers side by side.

use super::marks::{Scale, axis, captions, gap, grid, marks};
use super::{DASH, Dumbbell, DumbbellPanel, DumbbellRow, points};
use crate::chart::canvas::{Canvas, MARGIN};
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::text::Lettering;

const ROW: f64 = 46.0;
/// Space between labels, scale and numbers.
const GUTTER: f64 = 22.0;
const LABEL: Lettering = Lettering::new(14.0, Ink::Foreground);
const TITLE: Lettering = Lettering::new(13.0, Ink::Muted).bold(true);
const HEAD: Lettering = Lettering::new(13.0, Ink::Foreground).bold(true).centred();
const WORD: Lettering = Lettering::new(12.0, Ink::Foreground).bold(true).centred();
const NUMBER: Lettering = Lettering::new(14.0, Ink::Foreground).centred();
const INTERVAL: Lettering = Lettering::new(12.0, Ink::Muted).centred();

/// Draws heads, rows and axis below `top`; returns the height below them. The first panel names the marks.
pub(super) fn panel(
    canvas: &mut Canvas,
    chart: &Dumbbell<'_>,
    panel: &DumbbellPanel<'_>,
    (top, leading): (f64, bool),
) -> f64 {
    let columns = Columns::fit(canvas.width, chart);
    let room = label_room(chart);
    let scale = Scale {
        left: MARGIN + room + GUTTER,
        right: columns.left - GUTTER,
        reversed: panel.reversed,
    };
    let edges = (MARGIN, canvas.width - MARGIN);
    let first = top + 34.0;
    let mut y = first;
    let mut placed = Vec::new();
    for row in &panel.rows {
        let label = LABEL.bold(row.outside).wrap(&row.label, room);
        let height = ROW.max(LABEL.leading() * label.len() as f64 + 12.0);
        placed.push((row, label, y, height));
        y += height;
    }
    let mut end = y;
    canvas.draw(|pen| {
        pen.text(TITLE, panel.title, MARGIN, first - 14.0);
        if leading {
            heads(pen, chart, &columns, first - 14.0);
        }
        grid(pen, scale, (first, y + 4.0));
        end = axis(pen, panel, scale, y + 4.0);
    });
    for (number, (row, label, y, height)) in placed.into_iter().enumerate() {
        canvas.group(&row.aria, |pen| {
            let middle = y + height / 2.0;
            if number > 0 {
                pen.horizontal(Ink::Grid, edges, y, 1.0);
            }
            let half = LABEL.leading() * (label.len() as f64 - 1.0) / 2.0;
            pen.lines(LABEL.bold(row.outside), &label, MARGIN, middle - half);
            marks(pen, scale, row, middle);
            if leading && number == 0 {
                let words = [chart.words.team, chart.words.leader];
                let above = middle - 18.0 - scale.step(row);
                captions(pen, scale, row, WORD, words, above);
            }
            numbers(pen, row, (&columns, chart.is_compared()), middle);
        });
    }
    end
}

/// Centres of the columns of numbers and the left edge of the first.
struct Columns {
    left: f64,
    team: f64,
    leader: f64,
    gap: f64,
}

impl Columns {
    /// Columns as wide as their heads need, from the right margin; without a leader there is the team's alone.
    fn fit(canvas: f64, chart: &Dumbbell<'_>) -> Self {
        let words = &chart.words;
        let [team, leader, gap] =
            [words.team, words.leader, words.gap].map(|word| HEAD.width(word).max(44.0) + 16.0);
        let ends = chart.rows().map(|row| INTERVAL.width(&row.ends) + 16.0);
        let gap = ends.fold(gap, f64::max);
        let (leader, gap) = match chart.is_compared() {
            true => (leader, gap),
            false => (0.0, 0.0),
        };
        let right = canvas - MARGIN + 6.0;
        Self {
            left: right - gap - leader - team,
            team: right - gap - leader - team / 2.0,
            leader: right - gap - leader / 2.0,
            gap: right - gap / 2.0,
        }
    }
}

/// Room for the labels: the longest word on a line, within reason.
fn label_room(chart: &Dumbbell<'_>) -> f64 {
    let words = chart.rows().flat_map(|row| {
        let lettering = LABEL.bold(row.outside);
        row.label
            .split_whitespace()
            .map(move |word| lettering.width(word))
    });
    words.fold(160.0, f64::max).min(230.0)
}

fn heads(pen: &Pen<'_>, chart: &Dumbbell<'_>, columns: &Columns, y: f64) {
    let words = &chart.words;
    let heads = [
        (words.team, columns.team, Ink::Team),
        (words.leader, columns.leader, Ink::Leader),
        (words.gap, columns.gap, Ink::Foreground),
    ];
    let shown = if chart.is_compared() { heads.len() } else { 1 };
    for (word, x, ink) in heads.into_iter().take(shown) {
        pen.text(HEAD.in_ink(ink), word, x, y);
    }
}

fn numbers(pen: &Pen<'_>, row: &DumbbellRow, (columns, compared): (&Columns, bool), y: f64) {
    let team = NUMBER.in_ink(Ink::Team);
    pen.text(team, &points(row.team), columns.team, y);
    if !compared {
        return;
    }
    let (ink, text) = row.leader.map_or((Ink::Muted, DASH.to_owned()), |leader| {
        (Ink::Leader, points(leader))
    });
    pen.text(NUMBER.in_ink(ink), &text, columns.leader, y);
    if row.ends.is_empty() {
        gap(pen, row, columns.gap, y);
    } else {
        gap(pen, row, columns.gap, y - 7.0);
        pen.text(INTERVAL, &row.ends, columns.gap, y + 13.0);
    }
}
