//! Soft boxes.

use super::flow::{Flow, PLAIN, stacked};
use super::marks::{Ink, MARGIN, Mark, Meaning, ROOM, Style, TALL, Tree};
use super::strip::{Strip, height, merged};

const TITLE: Style = Style {
    bold: true,
    ..PLAIN
};
/// Space above the box, and inside it at the sides and above and below.
const BEFORE: f32 = 12.0;
const SIDE: f32 = 14.0;
const PAD: f32 = 9.0;
/// Width of the bar at the left.
const BAR: f32 = 3.0;

/// Lays a box out; it is cut only if it is taller than a page.
pub(super) fn callout(flow: &mut Flow, title: &str, text: &str) {
    let mut strips = vec![Strip::of_height(PAD)];
    let mut parts = Vec::new();
    let mut titled = 0;
    for (text, style) in [(title, TITLE), (text, PLAIN)] {
        let lines = flow.wrap(text, style, ROOM - 2.0 * SIDE);
        titled = strips.len();
        if !lines.is_empty() {
            let leaf = flow.leaf();
            strips.extend(stacked(lines, style, MARGIN + SIDE, leaf));
            parts.push(Tree::Leaf(Meaning::Paragraph, leaf));
        }
    }
    if parts.is_empty() {
        return;
    }
    strips.push(Strip::of_height(PAD));
    // Neither the title nor an edge is left alone where the box is cut.
    let cut = titled..strips.len().saturating_sub(2);
    for (place, strip) in strips.iter_mut().enumerate() {
        strip.keep |= !cut.contains(&place);
    }
    if let Some(last) = strips.last_mut() {
        last.keep = false;
    }
    if height(&strips) <= TALL {
        strips = vec![merged(strips)];
    }
    for strip in &mut strips {
        let height = strip.height;
        strip.underlay(area(Ink::Accent, BAR, height));
        strip.underlay(area(Ink::Box, ROOM, height));
    }
    if let Some(first) = strips.first_mut() {
        first.before = BEFORE;
    }
    flow.strips.extend(strips);
    flow.space(BEFORE / 2.0);
    flow.tree.push(Tree::Group(Meaning::Box, parts));
}

const fn area(ink: Ink, width: f32, height: f32) -> Mark {
    Mark::Area {
        ink,
        x: MARGIN,
        y: 0.0,
        width,
        height,
        radius: 0.0,
    }
}
