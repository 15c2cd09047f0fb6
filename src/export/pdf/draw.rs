//! Draws what is laid out.

use super::letters::said;
use super::line::{Line, wrap};
use super::marks::{HEIGHT, MARGIN, Mark, Placed, ROOM, Tree, WIDTH};
use super::tags::{Drawn, outline, structure};
use super::{Document, PdfError};
use crate::chart::Ink;
use crate::fonts::Fonts;
use chrono::Datelike;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::{Document as Pdf, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use plotters::style::RGBColor;

/// Baseline and size of the foot, and space between its parts.
const FOOT: f32 = HEIGHT - 36.0;
const FOOT_SIZE: f32 = 8.2;
const FOOT_GAP: f32 = 24.0;
/// More characters never fit into the foot.
const FOOT_LETTERS: usize = 300;

/// Draws a document.
pub(super) fn draw(
    document: &Document,
    fonts: &Fonts,
    pages: &[Vec<Placed>],
    tree: Vec<Tree>,
) -> Result<Vec<u8>, PdfError> {
    let configuration =
        ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let mut pdf = Pdf::new_with(SerializeSettings {
        configuration: configuration.finish().map_err(|_| PdfError::Settings)?,
        ..SerializeSettings::default()
    });
    let mut drawn = Drawn::default();
    for (number, marks) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(PdfError::Settings)?;
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        for placed in marks {
            let identifier = surface.start_tagged(tag(placed));
            mark(&mut surface, fonts, &placed.mark);
            surface.end_tagged();
            if let Some(leaf) = placed.leaf {
                drawn.add(leaf, identifier, number, &placed.mark);
            }
        }
        foot(&mut surface, document, fonts, (number + 1, pages.len()));
        surface.finish();
        page.finish();
    }
    pdf.set_metadata(metadata(document));
    pdf.set_outline(outline(&tree, &drawn));
    pdf.set_tag_tree(structure(tree, drawn, &document.lang));
    pdf.finish().map_err(PdfError::Rule)
}

fn tag(placed: &Placed) -> ContentTag<'static> {
    match (&placed.mark, placed.leaf) {
        (_, None) => ContentTag::Artifact(Artifact {
            kind: ArtifactType::Layout,
            bbox: None,
        }),
        (Mark::Text { .. }, Some(_)) => ContentTag::Span(SpanTag::empty()),
        (_, Some(_)) => ContentTag::Other,
    }
}

fn mark(surface: &mut Surface<'_>, fonts: &Fonts, mark: &Mark) {
    match mark {
        Mark::Text {
            line,
            size,
            ink,
            x,
            y,
        } => write(surface, fonts, line, (*size, *ink), (*x, *y)),
        Mark::Area {
            ink,
            x,
            y,
            width,
            height,
        } => {
            let mut path = PathBuilder::new();
            let area = Rect::from_xywh(*x, *y, *width, *height);
            area.into_iter().for_each(|area| path.push_rect(area));
            if let Some(path) = path.finish() {
                surface.set_fill(Some(fill(*ink)));
                surface.draw_path(&path);
            }
        }
        Mark::Picture {
            picture,
            x,
            y,
            width,
            height,
        } => {
            if let Some(size) = Size::from_wh(*width, *height) {
                surface.push_transform(&Transform::from_translate(*x, *y));
                surface.draw_svg(picture, size, SvgSettings::default());
                surface.pop();
            }
        }
        Mark::Logo {
            image,
            x,
            y,
            width,
            height,
        } => {
            if let Some(size) = Size::from_wh(*width, *height) {
                surface.push_transform(&Transform::from_translate(*x, *y));
                surface.draw_image(image.clone(), size);
                surface.pop();
            }
        }
    }
}

fn write(
    surface: &mut Surface<'_>,
    fonts: &Fonts,
    line: &Line,
    (size, ink): (f32, Ink),
    (x, y): (f32, f32),
) {
    surface.set_fill(Some(fill(ink)));
    let mut x = x;
    for run in line.drawn() {
        if let Some(face) = fonts.face(run.face) {
            let (at, font) = (Point::from_xy(x, y), face.font.clone());
            surface.draw_glyphs(at, &run.glyphs, font, &run.text, size, false);
        }
        x += run.width * size;
    }
}

fn fill(ink: Ink) -> Fill {
    let RGBColor(red, green, blue) = ink.light();
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        ..Fill::default()
    }
}

/// The foot of a page; a text that is too long for it is cut.
fn foot(
    surface: &mut Surface<'_>,
    document: &Document,
    fonts: &Fonts,
    (page, pages): (usize, usize),
) {
    let number = Line::whole(fonts, &format!("{page} / {pages}"), false);
    let width = number.width * FOOT_SIZE;
    let room = ROOM - width - FOOT_GAP;
    let running: String = document.running.chars().take(FOOT_LETTERS).collect();
    let running = wrap(fonts, &running, false, room / FOOT_SIZE);
    let right = WIDTH - MARGIN - width;
    for (line, x, kind) in [
        (running.first(), MARGIN, ArtifactType::Footer),
        (Some(&number), right, ArtifactType::PageNumber),
    ] {
        if let Some(line) = line {
            surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(kind)));
            write(surface, fonts, line, (FOOT_SIZE, Ink::Muted), (x, FOOT));
            surface.end_tagged();
        }
    }
}

fn metadata(document: &Document) -> Metadata {
    let day = document.created;
    let date = DateTime::new(u16::try_from(day.year()).unwrap_or_default());
    let date = date.month(day.month() as u8).day(day.day() as u8);
    let mut metadata = Metadata::new()
        .title(said(&document.title))
        .language(document.lang.clone())
        .creator("Gutcheck".to_owned())
        .creation_date(date);
    let (about, author) = (said(&document.subtitle), said(&document.author));
    if !about.is_empty() {
        metadata = metadata.description(about);
    }
    if !author.is_empty() {
        metadata = metadata.authors(vec![author]);
    }
    metadata
}
