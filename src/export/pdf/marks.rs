//! What is drawn, and what it means. All measures are points, from the upper left.

use super::line::Line;
use crate::chart::Ink;
use krilla::image::Image;
use krilla::tagging::TagKind;
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
    },
    Picture {
        picture: Box<Picture>,
        x: f32,
        y: f32,
        width: f32,
        height: f32,
    },
    Logo {
        image: Image,
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
            }
            | Self::Logo {
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
            Self::Text { y, .. }
            | Self::Area { y, .. }
            | Self::Picture { y, .. }
            | Self::Logo { y, .. } => *y += by,
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

/// The structure of a document in the order in which it is read; a leaf is known by its number.
pub(super) enum Tree {
    Group(TagKind, Vec<Tree>),
    Leaf(TagKind, usize),
    /// A heading of a level.
    Heading(u16, String, usize),
    /// A picture and what it says.
    Figure(String, usize),
}
