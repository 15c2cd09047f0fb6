//! The head of a panel: the dimension, and below it the change with its verdict.

use super::TrendPanel;
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::text::Lettering;
use crate::report::ChangeVerdict;

const TITLE: Lettering = Lettering::new(14.0, Ink::Foreground).bold(true);
const CHANGE: Lettering = Lettering::new(12.0, Ink::Team).bold(true);
const NOTE: Lettering = Lettering::new(12.0, Ink::Muted);
/// Room for the arrow before a change.
const ARROW: f64 = 15.0;

/// The lines of a head, broken to its room.
pub(super) struct Head {
    title: Vec<String>,
    change: Vec<String>,
    note: Vec<String>,
    verdict: ChangeVerdict,
    /// The right end of the note if it stands beside the change, from the head's left.
    beside: Option<f64>,
}

impl Head {
    /// The head of a panel as wide as `room`.
    pub(super) fn fit(panel: &TrendPanel, room: f64) -> Self {
        let change = CHANGE.wrap(&panel.change, room - ARROW);
        let note = NOTE.wrap(&panel.note, room);
        let width = |lettering: Lettering, text| ARROW + lettering.width(text);
        let both = width(CHANGE, &panel.change) + width(NOTE, &panel.note);
        Self {
            title: TITLE.wrap(&panel.title, room),
            change,
            note,
            verdict: panel.verdict,
            beside: (both <= room).then_some(room),
        }
    }

    pub(super) fn height(&self) -> f64 {
        let beside = self.beside.is_some();
        let lines = if beside {
            self.change.len().max(self.note.len())
        } else {
            self.change.len() + self.note.len()
        };
        TITLE.leading() * self.title.len() as f64 + NOTE.leading() * lines as f64 + 14.0
    }

    /// Draws the head with its upper left corner at `left` and `top`.
    pub(super) fn draw(&self, pen: &Pen<'_>, left: f64, top: f64) {
        let mut y = top + TITLE.leading() / 2.0;
        pen.lines(TITLE, &self.title, left, y);
        y += TITLE.leading() * self.title.len() as f64;
        let down = match self.verdict {
            ChangeVerdict::Up | ChangeVerdict::LikelyUp => -1.0,
            ChangeVerdict::Down | ChangeVerdict::LikelyDown => 1.0,
            ChangeVerdict::NotVisible => 0.0,
        };
        let (change, indent) = if self.verdict == ChangeVerdict::NotVisible {
            (NOTE, 0.0)
        } else {
            let base = y - 4.0 * down;
            let corners = [
                (left, base),
                (left + 10.0, base),
                (left + 5.0, y + 4.5 * down),
            ];
            pen.polygon(Ink::Team, &corners);
            (CHANGE, ARROW)
        };
        pen.lines(change, &self.change, left + indent, y);
        if let Some(right) = self.beside {
            pen.lines(NOTE.right_aligned(), &self.note, left + right, y);
        } else {
            y += NOTE.leading() * self.change.len() as f64;
            pen.lines(NOTE, &self.note, left, y);
        }
    }
}
