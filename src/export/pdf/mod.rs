//! A document as a tagged PDF (PDF/UA-1) on A4 sheets, with its fonts in it. All texts come in
//! translated; a character that the fonts do not have is shown as U+FFFD.

mod callout;
mod draw;
mod figure;
mod flow;
mod letters;
mod line;
mod list;
mod marks;
mod pages;
mod strip;
mod table;
mod tags;
#[cfg(test)]
mod tests;
mod type_face;
mod widths;

use krilla::error::KrillaError;

/// What is to be printed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Document {
    /// Stands at the top, in the window bar and in the bookmarks. Not blank.
    pub title: String,
    /// Small and grey below the title; may be empty.
    pub subtitle: String,
    /// Code of the language, such as `en`.
    pub lang: String,
    /// Whose document it is.
    pub author: String,
    /// Stands at the left of the foot of every page.
    pub running: String,
    /// Stands at the right, with `{page}` and `{pages}` in it, such as `{page} / {pages}`.
    pub page_of: String,
    /// Year, month, day, hour and minute in UTC. Without it the file has no date.
    pub created: Option<(u16, u8, u8, u8, u8)>,
    pub blocks: Vec<Block>,
}

/// A part of a document, from top to bottom. A blank text takes no room.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Of level 2 or 3, and the nearest of these for any other number: the title is level 1.
    Heading(u8, String),
    Paragraph(String),
    /// A larger sentence: the finding.
    Lead(String),
    /// Small and grey.
    Muted(String),
    Bullets(Vec<String>),
    Numbered(Vec<String>),
    Table(Table),
    Figure(Figure),
    /// A soft box.
    Callout {
        title: String,
        text: String,
    },
    /// What follows begins on a new page.
    PageBreak,
    /// Ruled lines to write on by hand, 100 at most; kept with the paragraph above them.
    Lines(usize),
}

/// A table whose head is repeated on every page. Without columns it takes no room.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    /// Stands above the table; may be empty.
    pub caption: String,
    pub columns: Vec<Column>,
    /// A row that is too short ends with empty cells, and what is too much is left out.
    pub rows: Vec<Vec<Cell>>,
    /// The first cell of each row is the head of its row.
    pub row_heads: bool,
}

/// A column and the part of the width that it takes.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub head: String,
    pub align: Align,
    /// Relative to the other columns; a column is never narrower than its longest word if there
    /// is room for it.
    pub weight: f32,
}

/// Where the text of a column stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Align {
    #[default]
    Left,
    Centre,
    Right,
}

/// A cell of the body of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Cell {
    pub text: String,
    pub look: Look,
}

/// How a cell looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Plain,
    Bold,
    Muted,
    /// On the colour of a step of a heat map, 0 to 5; higher ones count as 5.
    Step(u8),
}

impl<T: Into<String>> From<T> for Cell {
    fn from(text: T) -> Self {
        Self {
            text: text.into(),
            look: Look::default(),
        }
    }
}

/// A picture that is scaled to the width of the text and stays on one page.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// `sans-serif` in it is Noto Sans.
    pub svg: String,
    /// What the picture says, for who does not see it. Not blank.
    pub alt: String,
    /// Stands below the picture; may be empty.
    pub caption: String,
}

/// Why a document cannot be printed.
#[derive(Debug, thiserror::Error)]
pub enum PdfError {
    #[error("the document breaks a rule: {0:?}")]
    Rule(KrillaError),
    #[error("a picture cannot be read: {0}")]
    Picture(#[from] resvg::usvg::Error),
    #[error("the fonts of the program cannot be read")]
    Font,
    #[error("the settings of the writer contradict each other")]
    Settings,
}

/// Prints a document. The same document always gives the same bytes.
///
/// # Errors
/// When a picture cannot be read, or when the document would not be accessible: without a title, or
/// with a picture without its description.
pub fn render(document: &Document) -> Result<Vec<u8>, PdfError> {
    let fonts = type_face::fonts()?;
    let flow = flow::flow(document, fonts)?;
    let pages = pages::pages(flow.strips, &flow.heads);
    draw::draw(document, fonts, &pages, flow.tree)
}
