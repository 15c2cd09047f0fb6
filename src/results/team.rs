use super::commitments;
use super::load::Loaded;
use super::past;
use crate::app::App;
use crate::disclosure;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::report::{self, Moves, TeamPage};
use crate::scoring::UnitScores;
use crate::store::wave::{self, State, Wave};
use crate::store::{frozen, invitation};
use crate::text::{Lang, Sentence};
use serde::Serialize;

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

/// The team of a node, for somebody who was asked as its leader in that wave; else not found.
pub fn led(app: &App, viewer: &PersonId, id: &WaveId, node: i32) -> Outcome<TeamId> {
    let team = app
        .store
        .read(|c| invitation::team_led(c, viewer, id, node))?;
    team.ok_or(Problem::NotFound)
}

/// How many waves have been released: what a report says of earlier waves can change only with it.
pub fn releases(app: &App) -> Outcome<i64> {
    app.store.read(wave::releases)
}

/// A team whose report may be shown.
pub struct TeamShown {
    pub team: TeamId,
    pub node: i32,
}

/// The teams of a released wave that are shown by themselves, in the order of the tree.
pub fn teams_shown(app: &App, id: &WaveId) -> Outcome<Vec<TeamShown>> {
    let loaded = Loaded::read(app, id)?;
    let partition = loaded.scores.release.partition();
    let shown = |node: &&frozen::Node| {
        let number = node.no.unsigned_abs() as usize;
        partition.published(number).is_some() && !partition.has_children(number)
    };
    let teams = loaded.nodes.iter().filter(shown).map(|node| TeamShown {
        team: node.team.clone(),
        node: node.no,
    });
    Ok(teams.collect())
}

/// The page of a team, the same for everybody who may read it.
pub fn team(app: &App, team: &TeamId, id: &WaveId, node: i32, lang: Lang) -> Outcome<TeamPage> {
    let loaded = Loaded::read(app, id)?;
    let number = node.unsigned_abs() as usize;
    let home = loaded.nodes.get(number).ok_or(Problem::NotFound)?;
    let scores = loaded.unit(number)?;
    let earlier = past::earlier(app, &loaded, number, team, scores.as_ref())?;
    let moved = match scores {
        Some(_) => past::moved(&loaded, number, &earlier)?,
        None => None,
    };
    let moves = moved
        .as_ref()
        .map(|(since, changes)| Moves { since, changes });
    let words = |scores: &UnitScores| loaded.report(scores, moves.as_ref(), lang);
    let report = scores.as_ref().map(words);
    Ok(TeamPage {
        team: home.name.clone(),
        head: loaded.head(lang),
        withheld: report.is_none().then(|| withheld(&loaded, lang)),
        members: past::members(scores.as_ref(), &earlier, lang),
        trend: past::trend(&loaded, report.as_ref(), &earlier, lang),
        comments: comments(&loaded, number),
        codebook: report::codebook(&loaded.scores.survey, lang),
        spread: report::spread(&loaded.scores, number, lang),
        judged: app
            .store
            .read(|c| commitments::judged(c, &loaded, number, team, lang))?,
        since: moved.map(|(since, _)| since),
        report,
    })
}

fn withheld(loaded: &Loaded, lang: Lang) -> String {
    let k = usize::try_from(loaded.wave.k).unwrap_or_default();
    Sentence::new("report-withheld").with("k", k).in_lang(lang)
}

fn comments(loaded: &Loaded, node: usize) -> Option<Vec<String>> {
    let texts = loaded.comments.iter();
    let texts = texts.map(|comment| (comment.atom.unsigned_abs() as usize, comment.words.clone()));
    disclosure::comments(&loaded.scores.release, node, texts.collect()).map(|shown| shown.to_vec())
}
