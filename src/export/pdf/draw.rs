//! Draws what is laid out, and says what it means.

use super::sheet::{HEIGHT, MARGIN, Mark, Meaning, Place, Placed, Shade, Sheets, Tree, WIDTH};
use super::type_face::{TypeFace, printable};
use super::{Document, PdfError};
use crate::chart::READING;
use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect, Size, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::Fill;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, Tag, TagGroup, TagKind, TagTree,
};
use krilla::text::TextDirection;
use krilla::{Document as Pdf, SerializeSettings};
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::usvg::Tree as Picture;
use std::num::NonZeroU16;

/// Baseline and size of the foot.
const FOOT: f32 = HEIGHT - 36.0;
const FOOT_SIZE: f32 = 8.5;

/// The marks of each page that are said, by their place.
type Said = Vec<Vec<Option<Identifier>>>;

/// Draws a document.
pub fn draw(document: &Document, sheets: Sheets) -> Result<Vec<u8>, PdfError> {
    let configuration =
        ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let mut pdf = Pdf::new_with(SerializeSettings {
        configuration: configuration.finish().map_err(|_| PdfError::Settings)?,
        ..SerializeSettings::default()
    });
    let said = pages(&mut pdf, document, &sheets.pages)?;
    pdf.set_metadata(metadata(document));
    pdf.set_outline(outline(&sheets.outline));
    let mut said = said;
    let mut tree = TagTree::new().with_lang(Some(document.lang.to_owned()));
    for part in sheets.tree {
        if let Tree::Group(meaning, children) = part {
            tree.push(group(meaning, children, &mut said));
        }
    }
    pdf.set_tag_tree(tree);
    pdf.finish().map_err(PdfError::Rule)
}

fn pages(pdf: &mut Pdf, document: &Document, pages: &[Vec<Placed>]) -> Result<Said, PdfError> {
    let mut said = Vec::new();
    for (number, marks) in (1..).zip(pages) {
        let settings = PageSettings::from_wh(WIDTH, HEIGHT).ok_or(PdfError::Settings)?;
        let mut page = pdf.start_page_with(settings);
        let mut surface = page.surface();
        let mut of_page = Vec::new();
        for placed in marks {
            let tag = match (&placed.mark, placed.said) {
                (_, false) => ContentTag::Artifact(Artifact::with_kind(ArtifactType::Other)),
                (Mark::Text { .. }, true) => ContentTag::Span(SpanTag::empty()),
                (_, true) => ContentTag::Other,
            };
            let identifier = surface.start_tagged(tag);
            mark(&mut surface, &placed.mark)?;
            surface.end_tagged();
            of_page.push(placed.said.then_some(identifier));
        }
        foot(&mut surface, document, number, pages.len());
        surface.finish();
        page.finish();
        said.push(of_page);
    }
    Ok(said)
}

fn mark(surface: &mut Surface<'_>, mark: &Mark) -> Result<(), PdfError> {
    match mark {
        Mark::Text {
            text,
            size,
            bold,
            shade,
            x,
            y,
        } => write(surface, text, (*size, *bold, *shade), (*x, *y)),
        Mark::Rule { shade, x, y, width } => {
            let mut path = PathBuilder::new();
            if let Some(line) = Rect::from_xywh(*x, *y, *width, 0.6) {
                path.push_rect(line);
            }
            surface.set_fill(Some(fill(*shade)));
            if let Some(path) = path.finish() {
                surface.draw_path(&path);
            }
        }
        Mark::Picture {
            svg,
            x,
            y,
            width,
            height,
        } => {
            let picture = Picture::from_str(&known(svg), &READING)?;
            surface.push_transform(&Transform::from_translate(*x, *y));
            if let Some(size) = Size::from_wh(*width, *height) {
                surface.draw_svg(&picture, size, SvgSettings::default());
            }
            surface.pop();
        }
    }
    Ok(())
}

/// The picture without letters that the fonts do not have; markup is ASCII.
fn known(svg: &str) -> String {
    let letter = |c: char| {
        if c.is_ascii() {
            c.to_string()
        } else {
            printable(c.encode_utf8(&mut [0; 4]))
        }
    };
    svg.chars().map(letter).collect()
}

fn write(
    surface: &mut Surface<'_>,
    text: &str,
    (size, bold, shade): (f32, bool, Shade),
    (x, y): (f32, f32),
) {
    if let Some(font) = &TypeFace::weighing(bold).font {
        surface.set_fill(Some(fill(shade)));
        let at = Point::from_xy(x, y);
        surface.draw_text(at, font.clone(), size, text, false, TextDirection::Auto);
    }
}

fn fill(shade: Shade) -> Fill {
    let (red, green, blue) = match shade {
        Shade::Text => (31, 41, 51),
        Shade::Muted => (82, 96, 109),
        Shade::Line => (210, 216, 223),
    };
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        ..Fill::default()
    }
}

fn foot(surface: &mut Surface<'_>, document: &Document, number: usize, all: usize) {
    let style = (FOOT_SIZE, false, Shade::Muted);
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(
        ArtifactType::Footer,
    )));
    write(surface, &printable(&document.foot), style, (MARGIN, FOOT));
    let number = format!("{number} / {all}");
    let width = TypeFace::weighing(false).width(&number, FOOT_SIZE);
    write(surface, &number, style, (WIDTH - MARGIN - width, FOOT));
    surface.end_tagged();
}

fn metadata(document: &Document) -> Metadata {
    let (year, month, day) = document.day;
    Metadata::new()
        .title(document.title.clone())
        .description(document.subtitle.clone())
        .language(document.lang.to_owned())
        .authors(vec![document.author.clone()])
        .creator("Gutcheck".to_owned())
        .creation_date(DateTime::new(year).month(month).day(day))
        .document_id(format!("{} {}", document.title, document.foot))
}

fn outline(places: &[Place]) -> Outline {
    let mut outline = Outline::new();
    for place in places.iter().filter(|place| place.level < 3) {
        let at = XyzDestination::new(place.page, Point::from_xy(0.0, place.y));
        outline.push_child(OutlineNode::new(place.text.clone(), at));
    }
    outline
}

fn group(meaning: Meaning, children: Vec<Tree>, said: &mut Said) -> TagGroup {
    let mut group = TagGroup::new(tag(meaning));
    for child in children {
        match child {
            Tree::Group(meaning, children) => group.push(self::group(meaning, children, said)),
            Tree::Mark(page, place) => {
                let marks = said.get_mut(page);
                let found = marks.and_then(|marks| marks.get_mut(place)?.take());
                if let Some(identifier) = found {
                    group.push(identifier);
                }
            }
        }
    }
    group
}

fn tag(meaning: Meaning) -> TagKind {
    match meaning {
        Meaning::Heading(level, title) => {
            let level = NonZeroU16::new(level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(title)).into()
        }
        Meaning::Paragraph => Tag::P.into(),
        Meaning::List(numbering) => Tag::L(numbering).into(),
        Meaning::Item => Tag::LI.into(),
        Meaning::Label => Tag::Lbl.into(),
        Meaning::Body => Tag::LBody.into(),
        Meaning::Table => Tag::Table.into(),
        Meaning::Row => Tag::TR.into(),
        Meaning::Head(scope) => Tag::TH(scope).into(),
        Meaning::Cell => Tag::TD.into(),
        Meaning::Figure(alt) => Tag::Figure(Some(alt)).into(),
    }
}
