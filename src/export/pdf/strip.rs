//! Strips of the text column that no page break cuts.

use super::line::Line;
use super::marks::{Mark, Placed, Style};

/// A strip as wide as the text; the heights of its marks count from its upper edge.
#[derive(Clone, Default)]
pub(super) struct Strip {
    /// Space above, which falls away at the top of a page.
    pub(super) before: f32,
    pub(super) height: f32,
    /// Stands on the page of the next strip.
    pub(super) keep: bool,
    /// What follows begins a page.
    pub(super) page_break: bool,
    /// The head to repeat, by its number, where this strip begins a page.
    pub(super) head: Option<usize>,
    pub(super) marks: Vec<Placed>,
}

impl Strip {
    pub(super) fn of_height(height: f32) -> Self {
        Self {
            height,
            ..Self::default()
        }
    }

    /// Writes a line whose upper edge is `top`.
    pub(super) fn write(&mut self, line: Line, style: Style, (x, top): (f32, f32), leaf: usize) {
        let mark = Mark::Text {
            line,
            size: style.size,
            ink: style.ink,
            x,
            y: top + style.leading / 2.0 + style.size * 0.36,
        };
        self.marks.push(Placed {
            mark,
            leaf: Some(leaf),
        });
    }

    /// Adds a mark for the eye only: an artifact, as PDF calls it.
    pub(super) fn add_artifact(&mut self, mark: Mark) {
        self.marks.push(Placed { mark, leaf: None });
    }

    /// The same marks for the eye only.
    pub(super) fn into_artifact(mut self) -> Self {
        for placed in &mut self.marks {
            placed.leaf = None;
        }
        self
    }
}

/// One strip in the place of several.
pub(super) fn merged(strips: Vec<Strip>) -> Strip {
    let mut all = Strip::default();
    for (place, strip) in strips.into_iter().enumerate() {
        if place == 0 {
            all.before = strip.before;
        } else {
            all.height += strip.before;
        }
        let lowered = |placed: Placed| Placed {
            mark: placed.mark.lowered(all.height),
            leaf: placed.leaf,
        };
        all.marks.extend(strip.marks.into_iter().map(lowered));
        all.height += strip.height;
    }
    all
}

/// Heights of strips, with the spaces between them.
pub(super) fn height(strips: &[Strip]) -> f32 {
    let all: f32 = strips.iter().map(|strip| strip.before + strip.height).sum();
    all - strips.first().map_or(0.0, |strip| strip.before)
}
