use super::load::Loaded;
use crate::app::App;
use crate::ballot::promise::short;
use crate::disclosure;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::report::{self, Past, Trend, UnitReport};
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
    /// Why nothing is shown.
    pub withheld: String,
    /// What is left out of the report, and why.
    pub left_out: Vec<String>,
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
    let report = loaded.unit(number, lang)?.map(|(_, report)| report);
    let home = loaded.nodes.get(number).ok_or(Problem::NotFound)?;
    let past = past(app, &loaded, number, team, report.clone(), lang)?;
    Ok(TeamPage {
        team: home.name.clone(),
        wave: loaded.wave.title.clone(),
        promise: loaded.wave.promise.as_str(),
        short: loaded.root.as_deref().map(short).unwrap_or_default(),
        root: loaded.root.clone(),
        released: loaded.released_on(lang),
        withheld: if report.is_some() {
            String::new()
        } else {
            withheld(&loaded, lang)
        },
        left_out: report
            .as_ref()
            .map(|report| left_out(&loaded, number, report, lang))
            .unwrap_or_default(),
        trend: if past.len() > 1 {
            report::trend(&past, lang)
        } else {
            None
        },
        comments: comments(&loaded, number),
        report,
    })
}

fn withheld(loaded: &Loaded, lang: Lang) -> String {
    let k = usize::try_from(loaded.wave.k).unwrap_or_default();
    Sentence::new("report-withheld").with("k", k).in_lang(lang)
}

fn left_out(loaded: &Loaded, node: usize, report: &UnitReport, lang: Lang) -> Vec<String> {
    let mut reasons = Vec::new();
    let hidden = |node| {
        let tally = loaded.release.node(node);
        tally.map_or(0, |tally| {
            tally.items.iter().filter(|item| item.is_none()).count()
        })
    };
    if hidden(node) > 0 {
        let items = Sentence::new("report-left-out-items").with("items", hidden(node));
        reasons.push(items.in_lang(lang));
    }
    if report.n < disclosure::DETAIL {
        let few = Sentence::new("report-left-out-few").with("needed", disclosure::DETAIL);
        reasons.push(few.in_lang(lang));
    }
    if report.capped {
        reasons.push(lang.text("report-left-out-capped"));
    }
    reasons
}

fn comments(loaded: &Loaded, node: usize) -> Option<Vec<String>> {
    let texts = loaded.comments.iter();
    let texts = texts.map(|comment| (comment.atom.unsigned_abs() as usize, comment.words.clone()));
    disclosure::comments(&loaded.release, node, texts.collect()).map(|shown| shown.to_vec())
}

/// The waves of the series up to this one, the oldest first, as far as the team was in them.
fn past(
    app: &App,
    latest: &Loaded,
    node: usize,
    team: &TeamId,
    report: Option<UnitReport>,
    lang: Lang,
) -> Outcome<Vec<Past>> {
    let now = people_of(app, latest, node)?;
    let size = |report: &Option<UnitReport>| report.as_ref().map_or(0, |report| report.n);
    let n_now = size(&report);
    let mut waves = vec![Past {
        wave: latest.wave.title.clone(),
        report,
        comparable: None,
    }];
    let mut before = latest.wave.previous.clone();
    while let Some(id) = before.take() {
        let loaded = match Loaded::read(app, &id) {
            Err(Problem::NotFound) => break,
            read => read?,
        };
        before.clone_from(&loaded.wave.previous);
        let own = latest.nodes.get(node).is_some_and(|home| home.own);
        let same = |known: &frozen::Node| known.team == *team && known.own == own;
        let Some(number) = loaded.nodes.iter().position(same) else {
            continue;
        };
        let report = loaded.unit(number, lang)?.map(|(_, report)| report);
        let then = people_of(app, &loaded, number)?;
        let moved = now.symmetric_difference(&then).count();
        let comparable = Some(disclosure::comparable(size(&report), n_now, moved));
        waves.push(Past {
            wave: loaded.wave.title.clone(),
            report,
            comparable,
        });
    }
    waves.reverse();
    Ok(waves)
}

/// Who was invited in a node or below it.
fn people_of(app: &App, loaded: &Loaded, node: usize) -> Outcome<BTreeSet<PersonId>> {
    let invited = app
        .store
        .read(|c| invitation::of_wave(c, &loaded.wave.id))?;
    let within = invited
        .into_iter()
        .filter(|one| loaded.is_within(one.cell.unsigned_abs() as usize, node));
    Ok(within.map(|one| one.person).collect())
}
