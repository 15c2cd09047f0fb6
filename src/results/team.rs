use super::load::Loaded;
use crate::app::App;
use crate::ballot::promise::short;
use crate::disclosure::{self, Comparability};
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::report::{self, Asked, Moves, Past, Trend, UnitReport};
use crate::scoring::{Change, UnitScores};
use crate::store::wave::{self, State, Wave};
use crate::store::{frozen, invitation};
use crate::text::{Lang, Sentence};
use serde::Serialize;
use std::collections::BTreeSet;

/// A team that somebody leads, in a released wave.
#[derive(Clone, Debug, Serialize)]
pub struct TeamLink {
    /// Name of the team.
    pub team: String,
    /// What people call the wave.
    pub wave: String,
    /// Address of its page.
    pub href: String,
    /// Earlier waves of the same team, the latest first.
    pub earlier: Vec<TeamLink>,
}

/// A leader's page of one team in one wave.
#[derive(Serialize)]
pub struct TeamPage {
    /// Name of the team.
    pub team: String,
    /// What people call the wave.
    pub wave: String,
    /// What respondents were promised.
    pub promise: &'static str,
    /// The root of the promise, which is the address of the wave's public page.
    pub root: Option<String>,
    /// The number of the promise.
    pub short: String,
    /// The day of the release.
    pub released: String,
    /// The report; `None` where nothing may be shown.
    pub report: Option<UnitReport>,
    /// The wave that the changes in the report are counted from.
    pub since: Option<String>,
    /// Why nothing is shown.
    pub withheld: String,
    /// Who was asked since the wave before in which the team was shown; empty if there is none.
    pub members: String,
    /// The waves side by side, if there are several.
    pub trend: Option<Trend>,
    /// Comments of members; `None` for fewer than ten people.
    pub comments: Option<Vec<String>>,
}

/// The teams a person was asked about as a leader, by their latest released wave.
pub fn teams(app: &App, person: &PersonId) -> Outcome<Vec<TeamLink>> {
    let led = app.store.read(|c| {
        let waves = wave::waves(c)?;
        let released: Vec<Wave> = waves
            .into_iter()
            .filter(|wave| wave.state == State::Released)
            .collect();
        let mut led = Vec::new();
        for (id, node, team) in invitation::led_by(c, person)? {
            if let Some(place) = released.iter().position(|wave| wave.id == id) {
                let nodes = frozen::nodes(c, &id)?;
                let name = nodes
                    .iter()
                    .find(|known| known.no == node)
                    .map(|known| known.name.clone());
                let title = released.get(place).map(|wave| wave.title.clone());
                led.push((place, team, link(&id, node, name, title)));
            }
        }
        Ok(led)
    })?;
    Ok(latest_first(led))
}

fn link(wave: &WaveId, node: i32, team: Option<String>, title: Option<String>) -> TeamLink {
    TeamLink {
        team: team.unwrap_or_default(),
        wave: title.unwrap_or_default(),
        href: format!("/teams/{wave}/{node}"),
        earlier: Vec::new(),
    }
}

fn latest_first(mut led: Vec<(usize, TeamId, TeamLink)>) -> Vec<TeamLink> {
    led.sort_by(|a, b| a.0.cmp(&b.0).then(a.2.team.cmp(&b.2.team)));
    let mut teams: Vec<(TeamId, TeamLink)> = Vec::new();
    for (_, team, link) in led {
        match teams.iter_mut().find(|(known, _)| *known == team) {
            Some((_, latest)) => latest.earlier.push(link),
            None => teams.push((team, link)),
        }
    }
    teams.into_iter().map(|(_, link)| link).collect()
}

/// The page of a team, for somebody who was asked as its leader in that wave; else not found.
pub fn team(app: &App, viewer: &PersonId, id: &WaveId, node: i32, lang: Lang) -> Outcome<TeamPage> {
    let led = app.store.read(|c| invitation::led_by(c, viewer))?;
    let (_, _, team) = led
        .iter()
        .find(|(wave, no, _)| wave == id && *no == node)
        .ok_or(Problem::NotFound)?;
    let loaded = Loaded::read(app, id)?;
    let number = node.unsigned_abs() as usize;
    let home = loaded.nodes.get(number).ok_or(Problem::NotFound)?;
    let scores = loaded.unit(number)?;
    let earlier = earlier(app, &loaded, number, team, scores.as_ref())?;
    let moved = match scores {
        Some(_) => moved(&loaded, number, &earlier)?,
        None => None,
    };
    let moves = moved
        .as_ref()
        .map(|(since, changes)| Moves { since, changes });
    let words = |scores: &UnitScores| loaded.report(scores, moves.as_ref(), lang);
    let report = scores.as_ref().map(words);
    Ok(TeamPage {
        team: home.name.clone(),
        wave: loaded.wave.title.clone(),
        promise: loaded.wave.promise.as_str(),
        short: loaded.root.as_deref().map(short).unwrap_or_default(),
        root: loaded.root.clone(),
        released: loaded.released_on(lang),
        withheld: match report {
            Some(_) => String::new(),
            None => withheld(&loaded, lang),
        },
        members: members(scores.as_ref(), &earlier, lang),
        trend: trend(&loaded, report.as_ref(), &earlier, lang),
        comments: comments(&loaded, number),
        since: moved.map(|(since, _)| since),
        report,
    })
}

fn withheld(loaded: &Loaded, lang: Lang) -> String {
    let k = usize::try_from(loaded.wave.k).unwrap_or_default();
    Sentence::new("report-withheld").with("k", k).in_lang(lang)
}

/// What moved since the last wave that may be compared, and what people call that wave.
type Moved = (String, Vec<Option<Change>>);

fn moved(latest: &Loaded, node: usize, earlier: &[Earlier]) -> Outcome<Option<Moved>> {
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

fn members(scores: Option<&UnitScores>, earlier: &[Earlier], lang: Lang) -> String {
    let shown = |one: &Earlier| Some((one.scores.as_ref()?.n, one.asked, one.title()));
    let (Some(scores), Some((answers_then, (now, then, both), since))) =
        (scores, earlier.iter().find_map(shown))
    else {
        return String::new();
    };
    let asked = Asked {
        now,
        then,
        both,
        answers_now: scores.n,
        answers_then,
    };
    report::members(&asked, &since, lang)
}

fn trend(
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

fn comments(loaded: &Loaded, node: usize) -> Option<Vec<String>> {
    let texts = loaded.comments.iter();
    let texts = texts.map(|comment| (comment.atom.unsigned_abs() as usize, comment.words.clone()));
    disclosure::comments(&loaded.scores.release, node, texts.collect()).map(|shown| shown.to_vec())
}

/// A team in an earlier wave.
struct Earlier {
    loaded: Loaded,
    node: usize,
    scores: Option<UnitScores>,
    comparable: Comparability,
    /// How many were invited now, then, and both times.
    asked: (usize, usize, usize),
}

impl Earlier {
    fn title(&self) -> String {
        self.loaded.wave.title.clone()
    }

    /// How many were invited then, now, or both times.
    fn people(&self) -> usize {
        let (now, then, both) = self.asked;
        now + then - both
    }
}

/// The waves of the series before this one, the latest first, as far as the team was in them.
fn earlier(
    app: &App,
    latest: &Loaded,
    node: usize,
    team: &TeamId,
    scores: Option<&UnitScores>,
) -> Outcome<Vec<Earlier>> {
    let now = people_of(app, latest, node)?;
    let mut waves = Vec::new();
    let mut before = latest.wave.previous.clone();
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
    let invited = app
        .store
        .read(|c| invitation::of_wave(c, &loaded.wave.id))?;
    let partition = loaded.scores.release.partition();
    let within = invited
        .into_iter()
        .filter(|one| partition.is_within(one.cell.unsigned_abs() as usize, node));
    Ok(within.map(|one| one.person).collect())
}
