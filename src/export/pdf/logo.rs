//! The logo of whoever prints.

use super::flow::Flow;
use super::letters::said;
use super::marks::{MARGIN, Mark, Placed, Tree};
use super::strip::Strip;
use super::{Logo, PdfError};
use krilla::image::Image;
use png::{ColorType, Decoder, Transformations};
use std::io::Cursor;

/// The room that it takes at most in the margin above the text, and the space below: what follows stands where it
/// would without it.
const WIDTH: f32 = 150.0;
const HEIGHT: f32 = 30.0;
const BELOW: f32 = 8.0;

/// Puts the logo above everything else.
pub(super) fn logo(flow: &mut Flow, logo: &Logo) -> Result<(), PdfError> {
    let (image, width, height) = sized(logo, WIDTH, HEIGHT)?;
    let leaf = flow.leaf();
    let mut strip = Strip::of_height(0.0);
    strip.marks.push(Placed {
        mark: Mark::Logo {
            image,
            x: MARGIN,
            y: -height - BELOW,
            width,
            height,
        },
        leaf: Some(leaf),
    });
    flow.strips.push(strip);
    flow.tree.push(Tree::Figure(said(&logo.alt), leaf));
    Ok(())
}

/// The logo as a picture, and how large it is drawn where there is so much room.
pub(super) fn sized(logo: &Logo, wide: f32, tall: f32) -> Result<(Image, f32, f32), PdfError> {
    let (pixels, width, height) = decoded(&logo.png).ok_or(PdfError::Logo)?;
    let (w, h) = (width as f32, height as f32);
    let scale = (wide / w).min(tall / h);
    let image = Image::from_rgba8(pixels, width, height);
    Ok((image, w * scale, h * scale))
}

fn decoded(file: &[u8]) -> Option<(Vec<u8>, u32, u32)> {
    let mut decoder = Decoder::new(Cursor::new(file));
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    let mut reader = decoder.read_info().ok()?;
    let mut pixels = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut pixels).ok()?;
    (frame.color_type == ColorType::Rgba).then_some((pixels, frame.width, frame.height))
}
