//! Tables that break between their rows.

use super::Table;
use super::flow::{Flow, rule};
use super::line::Line;
use super::marks::{MARGIN, Style, TALL, Tree};
use super::strip::{Strip, height, merged};
use super::widths::widths;
use crate::chart::Ink;
use krilla::tagging::{TableHeaderScope, Tag, TagKind};

const CELL: Style = Style {
    size: 9.5,
    leading: 13.2,
    bold: false,
    ink: Ink::Foreground,
};
const BOLD: Style = Style { bold: true, ..CELL };
/// Space above a table, and in a cell at the sides and above and below.
const BEFORE: f32 = 10.0;
const SIDE: f32 = 5.0;
const PAD: f32 = 3.6;
/// A head that takes more of a page is not repeated.
const MOST_HEAD: f32 = TALL / 4.0;

/// A column where it stands.
struct ColumnSpan {
    left: f32,
    width: f32,
    numbers: bool,
}

/// A cell that is broken into lines.
struct WrappedCell {
    lines: Vec<Line>,
    style: Style,
    leaf: usize,
}

/// Lays a table out.
pub(super) fn table(flow: &mut Flow<'_>, table: &Table) {
    if table.columns.is_empty() {
        return;
    }
    let spans = spans(flow, table);
    let (head, number) = head(flow, table, &spans);
    let mut parts = vec![Tree::Group(Tag::THead.into(), vec![head])];
    let rows = rows(flow, table, &spans, number);
    if !rows.is_empty() {
        parts.push(Tree::Group(Tag::TBody.into(), rows));
    }
    flow.space(BEFORE / 2.0);
    flow.tree.push(Tree::Group(Tag::Table.into(), parts));
}

fn spans(flow: &Flow<'_>, table: &Table) -> Vec<ColumnSpan> {
    let mut left = MARGIN;
    let widths = widths(flow.fonts, table, CELL.size, 2.0 * SIDE);
    let span = |(column, width): (&super::Column, f32)| {
        let span = ColumnSpan {
            left,
            width,
            numbers: column.numbers,
        };
        left += width;
        span
    };
    table.columns.iter().zip(widths).map(span).collect()
}

/// The head of the columns, and its number if it is to be repeated.
fn head(flow: &mut Flow<'_>, table: &Table, spans: &[ColumnSpan]) -> (Tree, Option<usize>) {
    let mut cells = Vec::new();
    for (column, span) in table.columns.iter().zip(spans) {
        cells.push(wrapped(flow, &column.head, BOLD, span));
    }
    let tags = cells
        .iter()
        .map(|_| Tag::TH(TableHeaderScope::Column).into());
    let tree = row_tree(&cells, tags);
    let mut strips = row(cells, spans, true, TALL);
    let mut number = None;
    if let ([only], true) = (strips.as_slice(), height(&strips) <= MOST_HEAD) {
        number = Some(flow.heads.len());
        flow.heads.push(only.clone().into_artifact());
    }
    if let Some(first) = strips.first_mut() {
        first.before = BEFORE;
    }
    if let Some(last) = strips.last_mut() {
        last.keep = !table.rows.is_empty();
    }
    flow.strips.extend(strips);
    (tree, number)
}

fn rows(
    flow: &mut Flow<'_>,
    table: &Table,
    spans: &[ColumnSpan],
    head: Option<usize>,
) -> Vec<Tree> {
    let mut trees = Vec::new();
    for (number, texts) in (1..).zip(&table.rows) {
        let mut cells = Vec::new();
        let mut tags: Vec<TagKind> = Vec::new();
        for (place, span) in spans.iter().enumerate() {
            let (style, tag) = match place {
                0 => (BOLD, Tag::TH(TableHeaderScope::Row).into()),
                _ => (CELL, Tag::TD.into()),
            };
            let text = texts.get(place).map_or("", String::as_str);
            cells.push(wrapped(flow, text, style, span));
            tags.push(tag);
        }
        trees.push(row_tree(&cells, tags));
        let repeated = head.and_then(|head| flow.heads.get(head));
        let room = TALL - repeated.map_or(0.0, |head| head.height);
        let mut strips = row(cells, spans, false, room);
        strips.iter_mut().for_each(|strip| strip.head = head);
        // The last row is not left alone on a page.
        if let (Some(last), true) = (strips.last_mut(), number + 1 == table.rows.len()) {
            last.keep = true;
        }
        flow.strips.extend(strips);
    }
    trees
}

fn wrapped(flow: &mut Flow<'_>, text: &str, style: Style, span: &ColumnSpan) -> WrappedCell {
    let mut lines = flow.wrap(text, style, span.width - 2.0 * SIDE);
    if lines.is_empty() {
        // An empty cell has its place in the structure all the same.
        lines.push(Line::whole(flow.fonts, "", style.bold));
    }
    WrappedCell {
        lines,
        style,
        leaf: flow.leaf(),
    }
}

fn row_tree(cells: &[WrappedCell], tags: impl IntoIterator<Item = TagKind>) -> Tree {
    let cells = cells.iter().zip(tags);
    let leaves = cells.map(|(cell, tag)| Tree::Leaf(tag, cell.leaf));
    Tree::Group(Tag::TR.into(), leaves.collect())
}

/// One strip, or one for each line if the row is taller than `room`.
fn row(cells: Vec<WrappedCell>, spans: &[ColumnSpan], is_head: bool, room: f32) -> Vec<Strip> {
    let count = cells.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
    let mut strips = vec![Strip::of_height(CELL.leading); count];
    for (cell, span) in cells.into_iter().zip(spans) {
        // The last lines of heads are level, and the first lines of other cells.
        let skipped = if is_head { count - cell.lines.len() } else { 0 };
        for (strip, line) in strips.iter_mut().skip(skipped).zip(cell.lines) {
            let x = left(span, line.width * cell.style.size);
            strip.write(line, cell.style, (x, 0.0), cell.leaf);
        }
    }
    strips.insert(0, Strip::of_height(PAD));
    strips.push(Strip::of_height(PAD));
    if height(&strips) <= room {
        strips = vec![merged(strips)];
    }
    if let Some(last) = strips.last_mut() {
        let (ink, thick) = if is_head {
            (Ink::Foreground, 0.9)
        } else {
            (Ink::Middle, 0.6)
        };
        last.add_artifact(rule(ink, last.height - thick, thick));
    }
    strips
}

fn left(span: &ColumnSpan, width: f32) -> f32 {
    match span.numbers {
        true => span.left + span.width - SIDE - width,
        false => span.left + SIDE,
    }
}
