//! Pictures.

use super::flow::Flow;
use super::letters::{drawable_svg, said};
use super::marks::{MARGIN, Mark, Placed, ROOM, TALL, Tree};
use super::strip::Strip;
use super::{Figure, PdfError};
use resvg::usvg::Tree as Picture;

/// Space above a picture.
const BEFORE: f32 = 10.0;
/// A picture leaves so much of a page to its heading.
const HEADED: f32 = 90.0;

/// Lays a picture out.
pub(super) fn figure(flow: &mut Flow<'_>, figure: &Figure) -> Result<(), PdfError> {
    let picture = Picture::from_str(&drawable_svg(flow.fonts, &figure.svg), &flow.fonts.pictures)?;
    let size = picture.size();
    let scale = (ROOM / size.width()).min((TALL - HEADED) / size.height());
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
    flow.tree.push(Tree::Figure(said(&figure.alt), leaf));
    Ok(())
}
