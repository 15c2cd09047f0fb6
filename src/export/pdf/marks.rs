//! What is drawn, and what it means. All measures are points, from the upper left.

use super::line::Line;
use krilla::tagging::{ListNumbering, TableHeaderScope};
use resvg::usvg::Tree as Picture;

/// A4.
pub(super) const WIDTH: f32 = 595.28;
pub(super) const HEIGHT: f32 = 841.89;
/// Left and right of the text.
pub(super) const MARGIN: f32 = 56.7;
/// Where the text begins and ends.
pub(super) const TOP: f32 = 60.0;
pub(super) const BOTTOM: f32 = HEIGHT - 68.0;
/// Width and height of the text.
pub(super) const ROOM: f32 = WIDTH - 2.0 * MARGIN;
pub(super) const TALL: f32 = BOTTOM - TOP;

/// A colour by its meaning; the same as the charts' in the light scheme.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Ink {
    Text,
    Muted,
    Rule,
    Box,
    Accent,
    /// A step of a heat map, and text on it.
    Step(u8),
    OnStep(u8),
}

impl Ink {
    /// Red, green and blue.
    pub(super) const fn rgb(self) -> (u8, u8, u8) {
        match self {
            Self::Text => (31, 41, 51),
            Self::Muted => (82, 96, 109),
            Self::Rule => (205, 212, 220),
            Self::Box => (240, 244, 248),
            Self::Accent => (0, 104, 168),
            Self::Step(0) => (238, 244, 250),
            Self::Step(1) => (208, 226, 242),
            Self::Step(2) => (163, 202, 230),
            Self::Step(3) => (111, 169, 214),
            Self::Step(4) => (38, 104, 166),
            Self::Step(_) => (8, 56, 112),
            Self::OnStep(0..=3) => (16, 32, 48),
            Self::OnStep(_) => (254, 254, 254),
        }
    }
}

/// How a text looks.
#[derive(Clone, Copy)]
pub(super) struct Style {
    pub(super) size: f32,
    /// Distance between baselines.
    pub(super) leading: f32,
    pub(super) bold: bool,
    pub(super) ink: Ink,
}

/// A mark on a page.
#[derive(Clone)]
pub(super) enum Mark {
    /// `y` is the baseline.
    Text {
        line: Line,
        size: f32,
        ink: Ink,
        x: f32,
        y: f32,
    },
    Area {
        ink: Ink,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
        /// Of the corners.
        radius: f32,
    },
    Picture {
        picture: Box<Picture>,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
    },
}

impl Mark {
    /// Left, top, right and bottom.
    pub(super) fn bounds(&self) -> [f32; 4] {
        match self {
            Self::Text {
                line, size, x, y, ..
            } => [*x, y - size, x + line.width * size, y + size * 0.3],
            Self::Area {
                x,
                y,
                width,
                height,
                ..
            }
            | Self::Picture {
                x,
                y,
                width,
                height,
                ..
            } => [*x, *y, x + width, y + height],
        }
    }

    /// The mark further down.
    pub(super) fn lowered(mut self, by: f32) -> Self {
        match &mut self {
            Self::Text { y, .. } | Self::Area { y, .. } | Self::Picture { y, .. } => *y += by,
        }
        self
    }
}

/// A mark and the leaf of the structure that it belongs to; none if it is only for the eye.
#[derive(Clone)]
pub(super) struct Placed {
    pub(super) mark: Mark,
    pub(super) leaf: Option<usize>,
}

/// What marks mean.
#[derive(Clone)]
pub(super) enum Meaning {
    Heading(u16, String),
    Paragraph,
    Box,
    List(ListNumbering),
    Item,
    Label,
    Body,
    Table,
    Caption,
    Head,
    Rows,
    Row,
    HeadCell(TableHeaderScope),
    Cell,
    Figure(String),
}

/// The structure of a document in the order in which it is read.
pub(super) enum Tree {
    Group(Meaning, Vec<Tree>),
    Leaf(Meaning, usize),
}
