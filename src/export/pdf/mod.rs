//! A document as a tagged PDF (PDF/UA-1) on A4 sheets, with its fonts in it.

mod draw;
mod flow;
mod sheet;
mod table;
#[cfg(test)]
mod tests;
mod type_face;

use krilla::error::KrillaError;

/// What is to be printed.
pub struct Document {
    pub title: String,
    pub subtitle: String,
    /// Code of the language, such as `en`.
    pub lang: &'static str,
    /// Whose document it is.
    pub author: String,
    /// Stands at the foot of every page.
    pub foot: String,
    /// Year, month and day of the document.
    pub day: (u16, u8, u8),
    pub blocks: Vec<Block>,
}

/// A part of a document, from top to bottom.
pub enum Block {
    /// Of level 2 or 3; the title is the only one of level 1.
    Heading(u16, String),
    /// A larger sentence: the finding.
    Lead(String),
    Paragraph(String),
    /// Small and grey.
    Muted(String),
    Bullets(Vec<String>),
    Numbered(Vec<String>),
    Table(Table),
    Figure(Figure),
    /// Ruled lines to write on by hand.
    Lines(usize),
    /// What follows begins on a new page.
    PageBreak,
}

/// A table whose head is repeated on every page.
pub struct Table {
    pub columns: Vec<Column>,
    /// The first cell of a row is its head.
    pub rows: Vec<Vec<String>>,
}

/// A column and the part of the width that it takes.
pub struct Column {
    pub head: String,
    /// Numbers stand at the right.
    pub number: bool,
    pub weight: f32,
}

/// A picture as wide as the text.
pub struct Figure {
    /// An SVG with its size in its view box.
    pub svg: String,
    /// Width and height in any unit.
    pub size: (f64, f64),
    /// For readers who do not see it.
    pub alt: String,
}

/// Why a document cannot be printed.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("the document breaks a rule: {0:?}")]
    Rule(KrillaError),
    #[error("a chart cannot be read: {0}")]
    Chart(#[from] resvg::usvg::Error),
    #[error("the settings of the writer contradict each other")]
    Settings,
}

/// Prints a document. The same document always gives the same bytes.
///
/// # Errors
/// When a chart cannot be read, or when the document would not be accessible.
pub fn print(document: &Document) -> Result<Vec<u8>, PdfError> {
    draw::draw(document, flow::lay_out(document))
}
