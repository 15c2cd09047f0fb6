//! The last marks with their scores, and the words on a plot.

use super::panel::{CLEARANCE, Gap, Panel};
use super::plot::Plot;
use super::series::{Spot, first, gaps, last};
use super::space::{Space, Span};
use crate::chart::ink::Ink;
use crate::chart::pen::Pen;
use crate::chart::text::{Lettering, points};

const TEAM: Lettering = Lettering::new(12.0, Ink::Team).bold(true);
const LEADER: Lettering = Lettering::new(12.0, Ink::Leader).bold(true);
const GAP: Lettering = Lettering::new(12.0, Ink::Muted);
const DOT: f64 = 4.2;
const DIAMOND: f64 = 5.4;
/// Middles of two words lie at least this far apart.
const LINE: f64 = 14.0;

impl Panel<'_> {
    /// Draws them, as far as there is room so that they cover neither a line nor each other.
    pub(super) fn words(&self, pen: &Pen<'_>, gaps: &[Gap<'_>], names: bool) {
        let mut space = self.space();
        self.ends(pen, &mut space);
        reasons(pen, gaps, self.plot, &mut space);
        if names {
            self.names(pen, &mut space);
        }
    }

    /// What the lines leave free.
    fn space(&self) -> Space {
        let mut space = Space::new((self.plot.top - 7.0, self.plot.bottom - 1.0));
        let pad = |(from, to): Span| (from.min(to) - 3.0, from.max(to) + 3.0);
        for run in &self.team {
            for spot in run {
                space.take(pad((spot.x, spot.x)), pad(spot.band));
            }
            for (from, to) in run.iter().zip(run.iter().skip(1)) {
                let heights = (from.band.0.min(to.band.0), from.band.1.max(to.band.1));
                space.take((from.x, to.x), pad(heights));
            }
        }
        for run in &self.leader {
            for (from, to) in run.iter().zip(run.iter().skip(1)) {
                space.take((from.0, to.0), pad((from.1, to.1)));
            }
        }
        let team = gaps(&self.team).map(|(from, to)| (from.at(), to.at()));
        for (from, to) in team.chain(gaps(&self.leader)) {
            space.take((from.0, to.0), pad((from.1, to.1)));
        }
        space
    }

    /// The last marks with their scores.
    fn ends(&self, pen: &Pen<'_>, space: &mut Space) {
        let team = last(&self.team).map(Spot::at);
        let leader = last(&self.leader);
        let scores = self.panel.points.iter().flatten();
        let team_score = scores.clone().next_back().map(|point| points(point.team));
        let leader_score = scores.filter_map(|point| point.leader).next_back();
        let leader_score = leader_score.map(points);
        let together = team.zip(leader).filter(|(team, leader)| team.0 == leader.0);
        let apart = together.map_or(LINE, |(team, leader)| leader.1 - team.1);
        // Marks at nearly the same score stand side by side, their scores one above the other.
        let aside = if apart.abs() < CLEARANCE {
            CLEARANCE
        } else {
            0.0
        };
        let push = (LINE - apart.abs()).max(0.0) / 2.0 * if apart > 0.0 { 1.0 } else { -1.0 };
        if let Some(((x, y), score)) = leader.zip(leader_score) {
            pen.diamond(x + aside, y, DIAMOND);
            if together.is_some() || team.is_none() {
                self.score(pen, space, LEADER, &score, (x + aside + 9.0, y + push));
            } else {
                let width = LEADER.width(&score);
                let across = (x - width / 2.0, x + width / 2.0);
                let height = space.near(across, y - 13.0, 40.0).unwrap_or(y - 13.0);
                pen.text(LEADER.centred(), &score, x, height);
                space.take_word(across, height);
            }
        }
        if let Some(((x, y), score)) = team.zip(team_score) {
            pen.dot(x, y, DOT);
            self.score(pen, space, TEAM, &score, (x + aside + 9.0, y - push));
        }
    }

    /// A score at the right of its mark.
    fn score(
        &self,
        pen: &Pen<'_>,
        space: &mut Space,
        lettering: Lettering,
        score: &str,
        (x, y): (f64, f64),
    ) {
        pen.text(lettering, score, x, y);
        space.take_word((x - 16.0, x + lettering.width(score)), y);
    }

    /// The names of the lines at their beginnings, where there is room.
    fn names(&self, pen: &Pen<'_>, space: &mut Space) {
        let (team, leader) = (first(&self.team), first(&self.leader));
        let above = team
            .zip(leader)
            .is_none_or(|(team, leader)| leader.1 < team.y);
        let mut name = |lettering: Lettering, word: &str, x: f64, edge: f64, above: bool| {
            let across = (x, x + lettering.width(word));
            let wanted = if above { edge - 11.0 } else { edge + 11.0 };
            if let Some(height) = space.near(across, wanted, 12.0) {
                pen.text(lettering, word, x, height);
                space.take_word(across, height);
            }
        };
        let words = &self.chart.words;
        if let Some((x, y)) = leader {
            name(LEADER, words.leader, x, y, above);
        }
        if let Some(spot) = team {
            let edge = if above { spot.band.1 } else { spot.band.0 };
            name(TEAM, words.team, spot.x, edge, !above);
        }
    }
}

/// In each gap the word that says why.
fn reasons(pen: &Pen<'_>, gaps: &[Gap<'_>], plot: &Plot, space: &mut Space) {
    let mut said: Vec<&str> = Vec::new();
    for Gap { waves, word } in gaps.iter().filter(|gap| !gap.word.is_empty()) {
        let half = GAP.width(word) / 2.0;
        let centre = f64::midpoint(waves.0, waves.1)
            .min(plot.edge() - half)
            .max(plot.left + half);
        let across = (centre - half - 2.0, centre + half + 2.0);
        let wanted = plot.bottom - 9.0;
        // A reason that the panel gives already is left out where there is no room for it nearby.
        let again = said.contains(word);
        let reach = if again { 16.0 } else { plot.bottom - plot.top };
        let free = space.near(across, wanted, reach);
        if let Some(y) = free.or((!again).then_some(wanted)) {
            pen.text(GAP.centred(), word, centre, y);
            space.take_word(across, y);
            said.push(word);
        }
    }
}
