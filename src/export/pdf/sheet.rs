//! What is put where, and what it means, before anything is drawn. All measures are points.

use krilla::tagging::{ListNumbering, TableHeaderScope};

/// A4.
pub const WIDTH: f32 = 595.28;
pub const HEIGHT: f32 = 841.89;
pub const MARGIN: f32 = 56.0;
/// Width of the text.
pub const ROOM: f32 = WIDTH - 2.0 * MARGIN;
/// Where the text ends above the foot.
pub const BOTTOM: f32 = HEIGHT - 64.0;

/// A colour by its meaning.
#[derive(Clone, Copy)]
pub enum Shade {
    Text,
    Muted,
    Line,
}

/// A mark on a page, with the height of the baseline or of the upper edge.
pub enum Mark {
    Text {
        text: String,
        size: f32,
        bold: bool,
        shade: Shade,
        x: f32,
        y: f32,
    },
    Rule {
        shade: Shade,
        x: f32,
        y: f32,
        width: f32,
    },
    Picture {
        svg: String,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
    },
}

/// A mark and whether it is part of what the document says.
pub struct Placed {
    pub mark: Mark,
    pub said: bool,
}

/// What marks mean.
#[derive(Clone)]
pub enum Meaning {
    Heading(u16, String),
    Paragraph,
    List(ListNumbering),
    Item,
    Label,
    Body,
    Table,
    Row,
    Head(TableHeaderScope),
    Cell,
    Figure(String),
}

/// The structure of a document: groups of marks, which are named by page and place.
pub enum Tree {
    Group(Meaning, Vec<Tree>),
    Mark(usize, usize),
}

/// Where a heading is, for the outline.
pub struct Place {
    pub level: u16,
    pub text: String,
    pub page: usize,
    pub y: f32,
}

/// A document that is laid out.
#[derive(Default)]
pub struct Sheets {
    pub pages: Vec<Vec<Placed>>,
    pub tree: Vec<Tree>,
    pub outline: Vec<Place>,
}
