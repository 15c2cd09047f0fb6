use super::load::Loaded;
use crate::app::App;
use crate::disclosure::{self, Comparability};
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId};
use crate::report::{self, Asked, Past, Trend, UnitReport};
use crate::scoring::{Change, UnitScores};
use crate::store::{frozen, invitation};
use crate::text::Lang;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A team, or the organisation, in an earlier wave.
pub(super) struct Earlier {
    loaded: Arc<Loaded>,
    node: usize,
    pub scores: Option<UnitScores>,
    comparable: Comparability,
    /// How many were invited now, then, and both times.
    pub asked: (usize, usize, usize),
}

impl Earlier {
    pub fn title(&self) -> String {
        self.loaded.wave.title.clone()
    }

    /// How many were invited then, now, or both times.
    fn people(&self) -> usize {
        let (now, then, both) = self.asked;
        now + then - both
    }
}

/// The waves of the series before this one, the latest first, as far as the team was in them.
pub(super) fn earlier(
    app: &App,
    latest: &Loaded,
    node: usize,
    team: &TeamId,
    scores: Option<&UnitScores>,
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
        let same = |known: &frozen::Node| known.team == *team && known.own == own;
        let Some(node) = loaded.nodes.iter().position(same) else {
            continue;
        };
        let then = people_of(app, &loaded, node)?;
        let unit = loaded.unit(node)?;
        let size = |scores: Option<&UnitScores>| scores.map_or(0, |scores| scores.n);
        let moved = now.symmetric_difference(&then).count();
        waves.push(Earlier {
            comparable: disclosure::comparable(size(unit.as_ref()), size(scores), moved),
            asked: (now.len(), then.len(), now.intersection(&then).count()),
            scores: unit,
            loaded,
            node,
        });
    }
    Ok(waves)
}

/// Who was invited in a node or below it.
fn people_of(app: &App, loaded: &Loaded, node: usize) -> Outcome<BTreeSet<PersonId>> {
    let partition = loaded.scores.release.partition();
    let within = |cell: i32| partition.is_within(cell.unsigned_abs() as usize, node);
    let mut cells = loaded
        .nodes
        .iter()
        .map(|node| node.no)
        .filter(|no| within(*no));
    let first = cells.next().unwrap_or_default();
    let ends = (first, cells.next_back().unwrap_or(first));
    let invited = app
        .store
        .read(|c| invitation::invited(c, &loaded.wave.id, ends))?;
    let people = invited.into_iter().filter(|(_, cell)| within(*cell));
    Ok(people.map(|(person, _)| person).collect())
}

/// What moved since the last wave that may be compared, and what people call that wave.
pub(super) type Moved = (String, Vec<Option<Change>>);

pub(super) fn moved(latest: &Loaded, node: usize, earlier: &[Earlier]) -> Outcome<Option<Moved>> {
    let comparable =
        |one: &&Earlier| one.scores.is_some() && one.comparable != Comparability::NotComparable;
    let Some(before) = earlier.iter().find(comparable) else {
        return Ok(None);
    };
    let scores = (&before.loaded.scores, before.node);
    let changes = latest.scores.changes(node, scores, before.people());
    let changes = changes.map_err(|error| Problem::fault("changes", error))?;
    Ok(Some((before.title(), changes)))
}

/// Who was asked since the wave before in which the unit was shown.
pub(super) fn members(
    scores: Option<&UnitScores>,
    earlier: &[Earlier],
    lang: Lang,
) -> Option<String> {
    let shown = |one: &Earlier| Some((one.scores.as_ref()?.n, one.asked, one.title()));
    let (answers_then, (now, then, both), since) = earlier.iter().find_map(shown)?;
    let asked = Asked {
        now,
        then,
        both,
        answers_now: scores?.n,
        answers_then,
    };
    Some(report::members(&asked, &since, lang))
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
        comparable: Some(one.comparable),
    };
    let mut waves: Vec<Past> = earlier.iter().rev().map(past).collect();
    waves.push(Past {
        wave: latest.wave.title.clone(),
        report: report.cloned(),
        comparable: None,
    });
    (waves.len() > 1).then(|| report::trend(&waves, lang))?
}
