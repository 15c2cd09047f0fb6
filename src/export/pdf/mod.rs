//! A document as a tagged PDF (PDF/UA-1) on A4 sheets, with its fonts in it. All texts come in
//! translated; a character that the fonts do not have is shown as U+FFFD.

mod draw;
mod figure;
mod flow;
mod letters;
mod line;
mod list;
mod logo;
mod marks;
mod pages;
mod run;
mod slips;
mod strip;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod widths;

pub use slips::{PaperSlip, SlipPile, SlipSheets, slips};

use crate::fonts::Fonts;
use chrono::NaiveDate;
use krilla::error::KrillaError;

/// What is to be printed.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// Stands at the top, in the window bar and in the bookmarks. Not blank.
    pub title: String,
    /// Small and grey below the title; may be empty.
    pub subtitle: String,
    /// Code of the language, such as `en`.
    pub lang: String,
    /// Whose document it is.
    pub author: String,
    /// Stands above the title on the first page.
    pub logo: Option<Logo>,
    /// Stands at the left of the foot of every page; the page's number and how many there are at the right.
    pub running: String,
    /// The day that the file bears, so that the same document makes the same bytes on every day.
    pub created: NaiveDate,
    pub blocks: Vec<Block>,
}

/// A part of a document, from top to bottom. A blank text takes no room.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Heading(String),
    Subheading(String),
    Paragraph(String),
    /// A larger sentence: the finding.
    Lead(String),
    /// Small and grey.
    Muted(String),
    Bullets(Vec<String>),
    Numbered(Vec<String>),
    Table(Table),
    Figure(Figure),
    /// What follows begins on a new page.
    PageBreak,
    /// Ruled lines to write on by hand, as many as fit a page at most; kept together and with the list above them.
    Lines(usize),
}

/// A table whose head is repeated on every page. Without columns it takes no room.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub columns: Vec<Column>,
    /// The first cell of each row is its head. A row that is too short ends with empty cells, and what is too much
    /// is left out.
    pub rows: Vec<Vec<String>>,
}

/// A column and the part of the width that it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub head: String,
    /// Its cells end at the right.
    pub numbers: bool,
    /// Relative to the other columns; a column is never narrower than its longest word if there
    /// is room for it.
    pub weight: f32,
}

/// A picture that is scaled to the width of the text and stays on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// `sans-serif` in it is Noto Sans, with other fonts for what that lacks.
    pub svg: String,
    /// What the picture says, for who does not see it. Not blank.
    pub alt: String,
}

/// The logo of whoever prints.
#[derive(Debug, Clone, PartialEq)]
pub struct Logo {
    pub png: Vec<u8>,
    /// Whose it is, for who does not see it. Not blank.
    pub alt: String,
}

/// Why a document cannot be printed.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("the document breaks a rule: {0:?}")]
    Rule(KrillaError),
    #[error("a picture cannot be read: {0}")]
    Picture(#[from] resvg::usvg::Error),
    #[error("the logo cannot be read")]
    Logo,
    #[error("a link is too long for a code that cameras read")]
    Code,
    #[error("the settings of the writer contradict each other")]
    Settings,
}

/// Prints a document. The same document always gives the same bytes.
///
/// # Errors
/// When a picture cannot be read, or when the document would not be accessible: without a title, or
/// with a picture without its description.
pub fn render(document: &Document, fonts: &Fonts) -> Result<Vec<u8>, PdfError> {
    let flow = flow::flow(document, fonts)?;
    let pages = pages::pages(flow.strips, &flow.heads);
    draw::draw(document, fonts, &pages, flow.tree)
}
