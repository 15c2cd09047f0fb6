//! Pictures.

use super::flow::{Flow, MUTED};
use super::letters::{drawable_svg, said};
use super::marks::{MARGIN, Mark, Meaning, Placed, ROOM, TALL, Tree};
use super::strip::Strip;
use super::{Figure, PdfError};
use crate::chart::READING;
use resvg::usvg::Tree as Picture;

/// Space above a picture, and between a picture and its caption.
const BEFORE: f32 = 10.0;
const ABOVE_CAPTION: f32 = 4.0;
/// A picture leaves so much of a page to its heading and its caption.
const COMPANY: f32 = 110.0;

/// Lays a picture out with its caption. The caption is a paragraph beside the picture in the
/// structure: inside it, the alternative text would be read in its place.
pub(super) fn figure(flow: &mut Flow, figure: &Figure) -> Result<(), PdfError> {
    let picture = Picture::from_str(&drawable_svg(flow.fonts, &figure.svg), &READING)?;
    let size = picture.size();
    let scale = (ROOM / size.width()).min((TALL - COMPANY) / size.height());
    let (width, height) = (size.width() * scale, size.height() * scale);
    let leaf = flow.leaf();
    let mut strip = Strip::of_height(height);
    strip.before = BEFORE;
    strip.marks.push(Placed {
        mark: Mark::Picture {
            picture: Box::new(picture),
            x: MARGIN + (ROOM - width) / 2.0,
            y: 0.0,
            width,
            height,
        },
        leaf: Some(leaf),
    });
    flow.strips.push(strip);
    let meaning = Meaning::Figure(said(&figure.alt));
    flow.tree.push(Tree::Leaf(meaning, leaf));
    let place = flow.strips.len() - 1;
    if let Some(caption) = flow.text(&figure.caption, MUTED, ABOVE_CAPTION) {
        if let Some(strip) = flow.strips.get_mut(place) {
            strip.keep = true;
        }
        flow.tree.push(Tree::Leaf(Meaning::Paragraph, caption));
    }
    Ok(())
}
