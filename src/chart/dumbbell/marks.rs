//! The marks on the scale from 0 to 100.

use super::{DumbbellPanel, DumbbellRow, points};
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::text::Lettering;

const DOT: f64 = 6.5;
const DIAMOND: f64 = 8.0;
/// Centres of dot and diamond lie at least this far apart.
const CLEARANCE: f64 = 16.0;
const BAND: f64 = 12.0;

/// Where 0 and 100 lie, in pixels from the left.
#[derive(Clone, Copy)]
pub(super) struct Scale {
    pub(super) left: f64,
    pub(super) right: f64,
    /// 100 lies at the left.
    pub(super) reversed: bool,
}

impl Scale {
    /// The place of a score.
    pub(super) fn x(self, score: f64) -> f64 {
        let score = score.clamp(0.0, 100.0);
        let along = if self.reversed { 100.0 - score } else { score };
        self.left + (self.right - self.left) * along / 100.0
    }

    /// How far the dot and its band step up and the diamond down, so that neither covers the
    /// other. Both keep their place on the scale.
    pub(super) fn step(self, row: &DumbbellRow) -> f64 {
        let apart = row
            .leader
            .map_or(CLEARANCE, |leader| self.x(leader) - self.x(row.team));
        (CLEARANCE.powi(2) - apart.powi(2)).max(0.0).sqrt() / 2.0
    }
}

const TICKS: [f64; 5] = [0.0, 25.0, 50.0, 75.0, 100.0];

/// Upright lines at the ticks between two heights.
pub(super) fn grid(pen: &Pen<'_>, scale: Scale, heights: (f64, f64)) {
    for score in TICKS {
        pen.vertical(Ink::Grid, scale.x(score), heights);
    }
}

/// The numbers of the ticks and what the ends stand for; returns the height below.
pub(super) fn axis(pen: &Pen<'_>, panel: &DumbbellPanel<'_>, scale: Scale, top: f64) -> f64 {
    let small = Lettering::new(12.0, Ink::Muted);
    for score in TICKS {
        pen.text(small.centred(), &points(score), scale.x(score), top + 12.0);
    }
    let (least, most) = match (panel.reversed, panel.scale_ends) {
        (false, ends) => ends,
        (true, (least, most)) => (most, least),
    };
    let room = scale.right - scale.left - 16.0;
    let mut y = top + 30.0;
    pen.text(small, least, scale.left, y);
    if small.width(least) + small.width(most) > room {
        y += small.leading();
    }
    pen.text(small.right_aligned(), most, scale.right, y);
    y + 10.0
}

/// The zone with the team's dot, the leader's diamond and the line between them.
pub(super) fn marks(pen: &Pen<'_>, scale: Scale, row: &DumbbellRow, y: f64) {
    let (team, step) = (scale.x(row.team), scale.step(row));
    if let Some((lo, hi)) = row.zone {
        let (one, other) = (scale.x(lo), scale.x(hi));
        pen.capsule(Ink::Band, (one.min(other), one.max(other)), y - step, BAND);
    }
    if let Some(reference) = row.reference.map(|reference| scale.x(reference)) {
        tick(pen, reference, y);
    }
    if let Some(leader) = row.leader.map(|leader| scale.x(leader)) {
        let ends = (team.min(leader), team.max(leader));
        if step == 0.0 && row.clear {
            pen.horizontal(Ink::Leader, ends, y, 2.5);
        } else if step == 0.0 {
            pen.horizontal(Ink::Link, ends, y, 2.0);
        }
        match row.outside {
            true => pen.diamond(leader, y + step, DIAMOND),
            false => pen.hollow_diamond(leader, y + step, DIAMOND),
        }
    }
    pen.dot(team, y - step, DOT);
}

/// An upright stroke, higher than the other marks, so that it can be seen behind them.
pub(super) fn tick(pen: &Pen<'_>, x: f64, y: f64) {
    pen.rectangle(Ink::Link, (x - 1.0, y - 13.0), (x + 1.0, y + 13.0));
}

/// The gap, on a pill where it is clear.
pub(super) fn gap(pen: &Pen<'_>, row: &DumbbellRow, x: f64, y: f64) {
    let ink = if row.clear {
        pen.capsule(Ink::Pill, (x - 24.0, x + 24.0), y, 24.0);
        Ink::Foreground
    } else {
        Ink::Muted
    };
    let number = Lettering::new(14.0, ink).bold(row.outside).centred();
    pen.text(number, &row.gap_text(), x, y);
}

/// A text for the dot and one for the diamond, if there is one, as near to their marks as they
/// can stand without touching each other or leaving the scale.
pub(super) fn captions(
    pen: &Pen<'_>,
    scale: Scale,
    row: &DumbbellRow,
    lettering: Lettering,
    [team, leader]: [&str; 2],
    y: f64,
) {
    let (team_style, leader_style) = (lettering.in_ink(Ink::Team), lettering.in_ink(Ink::Leader));
    let team_at = scale.x(row.team);
    let Some(leader_at) = row.leader.map(|leader| scale.x(leader)) else {
        pen.text(team_style, team, team_at, y);
        return;
    };
    let bounds = (scale.left - 16.0, scale.right + 16.0);
    let team_span = (team_at, lettering.width(team));
    let leader_span = (leader_at, lettering.width(leader));
    let (team_at, leader_at) = if team_at <= leader_at {
        apart(team_span, leader_span, bounds)
    } else {
        let (leader_at, team_at) = apart(leader_span, team_span, bounds);
        (team_at, leader_at)
    };
    pen.text(team_style, team, team_at, y);
    pen.text(leader_style, leader, leader_at, y);
}

/// The centres of two texts, given as centre and width from left to right, moved apart until they
/// do not touch and lie within `bounds`.
fn apart(first: (f64, f64), second: (f64, f64), bounds: (f64, f64)) -> (f64, f64) {
    let need = f64::midpoint(first.1, second.1) + 8.0;
    let push = ((need - (second.0 - first.0)) / 2.0).max(0.0);
    let left = (first.0 - push).max(bounds.0 + first.1 / 2.0);
    let right = (second.0 + push).max(left + need);
    let right = right.min(bounds.1 - second.1 / 2.0);
    (left.min(right - need), right)
}
