//! Lists with bullets or numbers.

use super::flow::{Flow, GAP, PLAIN, stacked};
use super::line::Line;
use super::marks::{MARGIN, ROOM, Tree};
use krilla::tagging::{ListNumbering, Tag};

/// Space between a label and its item, and between items.
const AFTER_LABEL: f32 = 6.0;
const BETWEEN: f32 = 2.5;

/// Lays a list out; blank items are left out and not counted.
pub(super) fn list(flow: &mut Flow<'_>, items: &[String], numbering: ListNumbering) {
    let bodies = items.iter().map(String::as_str);
    let bodies: Vec<&str> = bodies.filter(|text| !text.trim().is_empty()).collect();
    let label = |number: usize| match numbering {
        ListNumbering::Decimal => format!("{number}."),
        _ => "\u{2022}".to_owned(),
    };
    let widest = Line::whole(flow.fonts, &label(bodies.len()), PLAIN.bold).width * PLAIN.size;
    let indent = widest + AFTER_LABEL;
    let mut items = Vec::new();
    for (number, text) in (1..).zip(bodies) {
        let lines = flow.wrap(text, PLAIN, ROOM - indent);
        let (label_leaf, body_leaf) = (flow.leaf(), flow.leaf());
        let mut strips = stacked(lines, PLAIN, MARGIN + indent, body_leaf);
        let Some(first) = strips.first_mut() else {
            continue;
        };
        first.before = if items.is_empty() { GAP } else { BETWEEN };
        let label = Line::whole(flow.fonts, &label(number), PLAIN.bold);
        let x = MARGIN + widest - label.width * PLAIN.size;
        let body = std::mem::take(&mut first.marks);
        first.write(label, PLAIN, (x, 0.0), label_leaf);
        first.marks.extend(body);
        flow.strips.extend(strips);
        let parts = vec![
            Tree::Leaf(Tag::Lbl.into(), label_leaf),
            Tree::Leaf(Tag::LBody.into(), body_leaf),
        ];
        items.push(Tree::Group(Tag::LI.into(), parts));
    }
    if !items.is_empty() {
        flow.tree.push(Tree::Group(Tag::L(numbering).into(), items));
    }
}
