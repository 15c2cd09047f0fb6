//! Tables that break between their rows.

use super::Table;
use super::flow::{Flow, Style};
use super::sheet::{BOTTOM, MARGIN, Meaning, ROOM, Shade, Tree};
use super::type_face::wrap;
use krilla::tagging::TableHeaderScope;

const HEAD: Style = Style {
    size: 7.5,
    bold: true,
    shade: Shade::Muted,
    leading: 10.5,
};
const CELL: Style = Style {
    size: 9.0,
    bold: false,
    shade: Shade::Text,
    leading: 12.5,
};
const ROW_HEAD: Style = Style { bold: true, ..CELL };
/// Space between columns, and above and below a row.
const GUTTER: f32 = 10.0;
const PAD: f32 = 4.0;

/// Where a column stands.
struct Band {
    left: f32,
    width: f32,
    number: bool,
}

/// Lays a table out.
pub fn table(flow: &mut Flow, table: &Table) {
    let bands = bands(table);
    let heads: Vec<&str> = table
        .columns
        .iter()
        .map(|column| column.head.as_str())
        .collect();
    // The head is not left alone at the foot of a page.
    let first = table.rows.first().map_or(0.0, |cells| {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        height(&bands, &cells, false)
    });
    flow.need(height(&bands, &heads, true) + first);
    let first = row(flow, &bands, &heads, None, true);
    let mut rows = vec![first];
    for cells in &table.rows {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        let repeated = flow.y + height(&bands, &cells, false) > BOTTOM;
        if repeated {
            flow.turn();
            // The head was read before; here it is for the eye only.
            row(flow, &bands, &heads, None, false);
        }
        rows.push(row(flow, &bands, &cells, Some(()), true));
    }
    flow.sheets.tree.push(Tree::Group(Meaning::Table, rows));
    flow.y += 10.0;
}

fn bands(table: &Table) -> Vec<Band> {
    let all: f32 = table.columns.iter().map(|column| column.weight).sum();
    let mut left = MARGIN;
    let band = |column: &super::Column| {
        let width = ROOM * column.weight / all;
        let band = Band {
            left,
            width: width - GUTTER,
            number: column.number,
        };
        left += width;
        band
    };
    table.columns.iter().map(band).collect()
}

fn style(body: bool, place: usize) -> Style {
    match (body, place) {
        (false, _) => HEAD,
        (true, 0) => ROW_HEAD,
        (true, _) => CELL,
    }
}

fn height(bands: &[Band], cells: &[&str], head: bool) -> f32 {
    let lines = |(place, (band, text)): (usize, (&Band, &&str))| {
        let style = style(!head, place);
        style.leading * wrap(text, style.size, style.bold, band.width).len() as f32
    };
    let cells = bands.iter().zip(cells).enumerate().map(lines);
    cells.fold(CELL.leading, f32::max) + 2.0 * PAD
}

/// A row of the head, or of the body; `said` is false for a head that is repeated.
fn row(flow: &mut Flow, bands: &[Band], texts: &[&str], body: Option<()>, said: bool) -> Tree {
    let full = height(bands, texts, body.is_none());
    flow.need(full);
    let top = flow.y;
    let mut cells = Vec::new();
    for (place, (band, text)) in bands.iter().zip(texts).enumerate() {
        let style = style(body.is_some(), place);
        let mut marks = Vec::new();
        flow.y = top + PAD;
        for line in wrap(text, style.size, style.bold, band.width) {
            let mark = match band.number {
                true => flow.line_to(&line, style, band.left + band.width),
                false => flow.line(&line, style, band.left),
            };
            if let (Tree::Mark(page, at), false) = (&mark, said) {
                flow.hush(*page, *at);
            }
            marks.push(mark);
            flow.y += style.leading;
        }
        let meaning = match (body, place) {
            (None, _) => Meaning::Head(TableHeaderScope::Column),
            (Some(()), 0) => Meaning::Head(TableHeaderScope::Row),
            (Some(()), _) => Meaning::Cell,
        };
        cells.push(Tree::Group(meaning, marks));
    }
    flow.y = top + full;
    flow.rule(Shade::Line, MARGIN, ROOM);
    Tree::Group(Meaning::Row, cells)
}

impl Flow {
    /// Makes a mark something that is seen and not read.
    fn hush(&mut self, page: usize, place: usize) {
        let marks = self.sheets.pages.get_mut(page);
        if let Some(placed) = marks.and_then(|marks| marks.get_mut(place)) {
            placed.said = false;
        }
    }
}
