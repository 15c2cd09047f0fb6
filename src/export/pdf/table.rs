//! Tables that break between their rows.

use super::flow::{Flow, rule};
use super::line::Line;
use super::marks::{Ink, MARGIN, Mark, Meaning, Style, TALL, Tree};
use super::strip::{Strip, height, merged};
use super::widths::widths;
use super::{Align, Cell, Look, Table};
use krilla::tagging::TableHeaderScope;

const CELL: Style = Style {
    size: 9.5,
    leading: 13.2,
    bold: false,
    ink: Ink::Text,
};
const BOLD: Style = Style { bold: true, ..CELL };
/// Space above a table, below its caption, and in a cell at the sides and above and below.
const BEFORE: f32 = 10.0;
const BELOW_CAPTION: f32 = 3.0;
const SIDE: f32 = 5.0;
const PAD: f32 = 3.6;
/// A head that takes more of a page is not repeated.
const MOST_HEAD: f32 = TALL / 4.0;

/// A column where it stands.
struct Band {
    left: f32,
    width: f32,
    align: Align,
}

/// A cell that is broken into lines.
struct Broken {
    lines: Vec<Line>,
    style: Style,
    shade: Option<Ink>,
    leaf: usize,
}

/// Lays a table out.
pub(super) fn table(flow: &mut Flow, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let bands = bands(flow, table);
    let mut parts = Vec::new();
    if let Some(leaf) = flow.text(&table.caption, BOLD, BEFORE) {
        parts.push(Tree::Leaf(Meaning::Caption, leaf));
        flow.bind();
    }
    let before = if parts.is_empty() {
        BEFORE
    } else {
        BELOW_CAPTION
    };
    let (head, number) = head(flow, table, &bands, before);
    parts.push(Tree::Group(Meaning::Head, vec![head]));
    let rows = rows(flow, table, &bands, number);
    if !rows.is_empty() {
        parts.push(Tree::Group(Meaning::Rows, rows));
    }
    flow.space(BEFORE / 2.0);
    flow.tree.push(Tree::Group(Meaning::Table, parts));
}

fn bands(flow: &Flow, table: &Table) -> Vec<Band> {
    let mut left = MARGIN;
    let widths = widths(flow.fonts, table, CELL.size, 2.0 * SIDE);
    let band = |(column, width): (&super::Column, f32)| {
        let band = Band {
            left,
            width,
            align: column.align,
        };
        left += width;
        band
    };
    table.columns.iter().zip(widths).map(band).collect()
}

/// The head of the columns, and its number if it is to be repeated.
fn head(flow: &mut Flow, table: &Table, bands: &[Band], before: f32) -> (Tree, Option<usize>) {
    let mut cells = Vec::new();
    for (column, band) in table.columns.iter().zip(bands) {
        cells.push(broken(flow, &column.head, BOLD, None, band));
    }
    let meanings = cells
        .iter()
        .map(|_| Meaning::HeadCell(TableHeaderScope::Column));
    let tree = row_tree(&cells, meanings);
    let mut strips = row(cells, bands, true, TALL);
    let mut number = None;
    if let ([only], true) = (strips.as_slice(), height(&strips) <= MOST_HEAD) {
        number = Some(flow.heads.len());
        flow.heads.push(only.clone().unsaid());
    }
    if let Some(first) = strips.first_mut() {
        first.before = before;
    }
    if let Some(last) = strips.last_mut() {
        last.keep = !table.rows.is_empty();
    }
    flow.strips.extend(strips);
    (tree, number)
}

fn rows(flow: &mut Flow, table: &Table, bands: &[Band], head: Option<usize>) -> Vec<Tree> {
    let empty = Cell::default();
    let mut trees = Vec::new();
    for (number, texts) in (1..).zip(&table.rows) {
        let mut cells = Vec::new();
        let mut meanings = Vec::new();
        for (place, band) in bands.iter().enumerate() {
            let cell = texts.get(place).unwrap_or(&empty);
            let is_head = table.row_heads && place == 0;
            let (style, shade) = look(cell.look, is_head);
            cells.push(broken(flow, &cell.text, style, shade, band));
            meanings.push(if is_head {
                Meaning::HeadCell(TableHeaderScope::Row)
            } else {
                Meaning::Cell
            });
        }
        trees.push(row_tree(&cells, meanings));
        let repeated = head.and_then(|head| flow.heads.get(head));
        let room = TALL - repeated.map_or(0.0, |head| head.height);
        let mut strips = row(cells, bands, false, room);
        strips.iter_mut().for_each(|strip| strip.head = head);
        // The last row is not left alone on a page.
        if let (Some(last), true) = (strips.last_mut(), number + 1 == table.rows.len()) {
            last.keep = true;
        }
        flow.strips.extend(strips);
    }
    trees
}

const fn look(look: Look, is_head: bool) -> (Style, Option<Ink>) {
    match look {
        Look::Plain if is_head => (BOLD, None),
        Look::Plain => (CELL, None),
        Look::Bold => (BOLD, None),
        Look::Muted => (
            Style {
                ink: Ink::Muted,
                ..CELL
            },
            None,
        ),
        Look::Step(step) => (
            Style {
                ink: Ink::OnStep(step),
                ..CELL
            },
            Some(Ink::Step(step)),
        ),
    }
}

fn broken(flow: &mut Flow, text: &str, style: Style, shade: Option<Ink>, band: &Band) -> Broken {
    let mut lines = flow.wrap(text, style, band.width - 2.0 * SIDE);
    if lines.is_empty() {
        // An empty cell has its place in the structure all the same.
        lines.push(Line::whole(flow.fonts, "", style.bold));
    }
    Broken {
        lines,
        style,
        shade,
        leaf: flow.leaf(),
    }
}

fn row_tree(cells: &[Broken], meanings: impl IntoIterator<Item = Meaning>) -> Tree {
    let cells = cells.iter().zip(meanings);
    let leaves = cells.map(|(cell, meaning)| Tree::Leaf(meaning, cell.leaf));
    Tree::Group(Meaning::Row, leaves.collect())
}

/// One strip, or one for each line if the row is taller than `room`.
fn row(cells: Vec<Broken>, bands: &[Band], is_head: bool, room: f32) -> Vec<Strip> {
    let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    let shades: Vec<_> = cells.iter().map(|cell| cell.shade).collect();
    let mut strips = vec![Strip::of_height(CELL.leading); count];
    for (cell, band) in cells.into_iter().zip(bands) {
        // The last lines of heads are level, and the first lines of other cells.
        let skipped = if is_head { count - cell.lines.len() } else { 0 };
        for (strip, line) in strips.iter_mut().skip(skipped).zip(cell.lines) {
            let x = left(band, line.width * cell.style.size);
            strip.write(line, cell.style, (x, 0.0), cell.leaf);
        }
    }
    strips.insert(0, Strip::of_height(PAD));
    strips.push(Strip::of_height(PAD));
    if height(&strips) <= room {
        strips = vec![merged(strips)];
    }
    for strip in &mut strips {
        shade(strip, &shades, bands);
    }
    if let Some(last) = strips.last_mut() {
        let (ink, thick) = if is_head {
            (Ink::Text, 0.9)
        } else {
            (Ink::Rule, 0.6)
        };
        last.adorn(rule(ink, last.height - thick, thick));
    }
    strips
}

fn left(band: &Band, width: f32) -> f32 {
    let room = band.width - 2.0 * SIDE - width;
    band.left
        + SIDE
        + match band.align {
            Align::Left => 0.0,
            Align::Centre => room / 2.0,
            Align::Right => room,
        }
}

fn shade(strip: &mut Strip, shades: &[Option<Ink>], bands: &[Band]) {
    for (ink, band) in shades.iter().zip(bands) {
        if let Some(ink) = *ink {
            strip.underlay(Mark::Area {
                ink,
                x: band.left + 1.0,
                y: 0.8,
                width: band.width - 2.0,
                height: strip.height - 2.2,
                radius: 2.0,
            });
        }
    }
}
