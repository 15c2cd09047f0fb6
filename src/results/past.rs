use super::load::Loaded;
use crate::app::{App, Weigh};
use crate::disclosure::Groups;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId};
use crate::report::{self, Asked, Past, Trend, UnitReport};
use crate::scoring::{Judged, UnitScores};
use crate::store::wave::Wave;
use crate::store::{frozen, invitation, number, result};
use crate::text::Lang;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// A team, or the organisation, in an earlier wave.
pub(super) struct Earlier {
    loaded: Arc<Loaded>,
    node: usize,
    pub scores: Option<UnitScores>,
    /// How many different people were asked now, then, and both times.
    pub asked: (usize, usize, usize),
}

impl Earlier {
    pub fn title(&self) -> String {
        self.loaded.wave.title.clone()
    }

    pub fn wave(&self) -> &Wave {
        &self.loaded.wave
    }

    /// How many were asked then, now, or both times.
    fn people(&self) -> usize {
        let (now, then, both) = self.asked;
        now + then - both
    }

    /// Fewer than a group has were asked in one of the two waves only, and somebody was.
    fn nearly(&self) -> bool {
        let (now, then, both) = self.asked;
        let k = self.loaded.scores.release.rule().k();
        (1..k).contains(&(now + then - 2 * both))
    }
}

/// The waves of the series before this one, the latest first, as far as the team was in them.
pub(super) fn earlier(
    app: &App,
    latest: &Loaded,
    node: usize,
    team: Option<&TeamId>,
) -> Outcome<Vec<Earlier>> {
    let mut waves = Vec::new();
    let mut before = latest.wave.previous.clone();
    if before.is_none() {
        return Ok(waves);
    }
    let now = people_of(app, latest, node)?;
    while let Some(id) = before.take() {
        let loaded = match Loaded::read(app, &id) {
            Err(Problem::NotFound) => break,
            read => read?,
        };
        before.clone_from(&loaded.wave.previous);
        let own = latest.nodes.get(node).is_some_and(|home| home.own);
        let same = |known: &frozen::Node| known.team.as_ref() == team && known.own == own;
        let Some(node) = loaded.nodes.iter().position(same) else {
            continue;
        };
        let then = people_of(app, &loaded, node)?;
        waves.push(Earlier {
            asked: (now.len(), then.len(), now.intersection(&then).count()),
            scores: loaded.unit(node)?,
            loaded,
            node,
        });
    }
    Ok(waves)
}

/// Who was asked in what a node shows.
fn people_of(app: &App, loaded: &Loaded, node: usize) -> Outcome<BTreeSet<PersonId>> {
    let groups: &Groups = loaded.scores.release.groups();
    let atoms = groups.figure(node).iter();
    let atoms = atoms.filter_map(|&atom| groups.atoms().get(atom));
    let cells: BTreeSet<usize> = atoms.flat_map(|atom| atom.cells.iter().copied()).collect();
    let asked = app
        .store
        .read(|c| invitation::invited(c, &loaded.wave.id))?;
    let within = asked.into_iter();
    let within = within.filter(|(_, cell)| cells.contains(&number(*cell)));
    Ok(within.map(|(person, _)| person).collect())
}

/// What moved since the last wave that showed the unit, and what people call that wave.
pub(super) type Moved = (String, Vec<Option<Judged>>);

pub(super) fn moved(
    app: &App,
    latest: &Loaded,
    node: usize,
    earlier: &[Earlier],
) -> Outcome<Option<Moved>> {
    let Some(before) = earlier.iter().find(|one| one.scores.is_some()) else {
        return Ok(None);
    };
    let noise = change_noise(app, latest, &before.loaded)?;
    let scores = (&before.loaded.scores, before.node);
    let changes = latest
        .scores
        .changes(node, scores, before.people(), &noise.0);
    let changes = changes.map_err(|error| Problem::fault("changes", error))?;
    Ok(Some((before.title(), changes)))
}

/// By dimension, the noise of the changes of all teams between two waves.
pub(super) struct ChangeNoise(pub Vec<Option<f64>>);

impl Weigh for ChangeNoise {
    fn bytes(&self) -> usize {
        self.0.len() * size_of::<Option<f64>>()
    }
}

pub(super) fn change_noise(
    app: &App,
    latest: &Loaded,
    before: &Loaded,
) -> Outcome<Arc<ChangeNoise>> {
    // Both may take parameters from a wave that is released later.
    let edition = app.store.read(result::edition)?;
    let name = format!("changes {} {} {edition}", latest.wave.id, before.wave.id);
    app.cache.get_or(&name, || {
        let then: BTreeMap<(Option<&TeamId>, bool), usize> = before
            .nodes
            .iter()
            .enumerate()
            .map(|(place, node)| ((node.team.as_ref(), node.own), place))
            .collect();
        let groups = latest.scores.release.groups();
        let nodes = latest.nodes.iter().enumerate();
        let shown = nodes.filter(|(place, _)| groups.own_report(*place).is_some());
        let both = shown.filter_map(|(now, node)| {
            let then = then.get(&(node.team.as_ref(), node.own))?;
            Some((now, *then))
        });
        let noise = latest
            .scores
            .change_noise(&before.scores, &both.collect::<Vec<_>>());
        let noise = noise.map_err(|error| Problem::fault("changes", error))?;
        Ok(ChangeNoise(noise))
    })
}

/// Who was asked since the wave before in which the unit was shown.
pub(super) fn members(
    scores: Option<&UnitScores>,
    earlier: &[Earlier],
    lang: Lang,
) -> Option<String> {
    let shown = |one: &&Earlier| one.scores.is_some();
    let before = earlier.iter().find(shown)?;
    let answered = |scores: &UnitScores| (scores.sure, scores.n);
    let (now, then, both) = before.asked;
    let asked = Asked {
        now,
        then,
        both,
        answered_now: answered(scores?),
        answered_then: before.scores.as_ref().map(answered)?,
        nearly: before.nearly(),
    };
    Some(report::members(&asked, &before.title(), lang))
}

pub(super) fn trend(
    latest: &Loaded,
    report: Option<&UnitReport>,
    earlier: &[Earlier],
    lang: Lang,
) -> Option<Trend> {
    let past = |one: &Earlier| Past {
        wave: one.title(),
        report: one
            .scores
            .as_ref()
            .map(|scores| one.loaded.report(scores, None, lang)),
        nearly: one.nearly(),
    };
    let mut waves: Vec<Past> = earlier.iter().rev().map(past).collect();
    waves.push(Past {
        wave: latest.wave.title.clone(),
        report: report.cloned(),
        nearly: false,
    });
    (waves.len() > 1).then(|| report::trend(&waves, lang))?
}
