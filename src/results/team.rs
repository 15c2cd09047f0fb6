use super::commitments;
use super::load::Loaded;
use super::past;
use crate::app::App;
use crate::disclosure::{Counted, Kind};
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::report::{self, Comments, Moves, TeamPage};
use crate::scoring::UnitScores;
use crate::store::result::Comment;
use crate::store::wave::{self, State, Wave};
use crate::store::{frozen, invitation, number};
use crate::survey::{Question, Role};
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
    let groups = loaded.scores.release.groups();
    let shown = |node: &frozen::Node| {
        groups.own_report(number(node.no))?;
        Some(TeamShown {
            team: node.team.clone()?,
            node: node.no,
        })
    };
    Ok(loaded.nodes.iter().filter_map(shown).collect())
}

/// The page of a team, the same for everybody who may read it.
pub fn team(app: &App, team: &TeamId, id: &WaveId, node: i32, lang: Lang) -> Outcome<TeamPage> {
    let loaded = Loaded::read(app, id)?;
    let at = usize::try_from(node).map_err(|_| Problem::NotFound)?;
    let home = loaded.nodes.get(at).ok_or(Problem::NotFound)?;
    let joint = joint(&loaded, at);
    let scores = match joint {
        Some(atom) => loaded.joint(atom)?,
        None => loaded.unit(at)?,
    };
    let earlier = past::earlier(app, &loaded, at, Some(team))?;
    let moved = past::moved(app, &loaded, at, &earlier)?;
    let moves = moved
        .as_ref()
        .map(|(since, changes)| Moves { since, changes });
    let words = |scores: &UnitScores| loaded.report(scores, moves.as_ref(), lang);
    let report = scores.as_ref().map(words);
    Ok(TeamPage {
        team: home.name.clone(),
        head: loaded.head(lang),
        withheld: report.is_none().then(|| withheld(&loaded, at, lang)),
        together: joint.map(|atom| together(&loaded, atom, lang)),
        members: past::members(scores.as_ref(), &earlier, lang),
        trend: past::trend(&loaded, report.as_ref(), &earlier, lang),
        comments: comments(&loaded, at, joint, lang),
        codebook: report::codebook(&loaded.scores.survey, lang),
        spread: report::spread(&loaded.scores, at, lang),
        judged: app
            .store
            .read(|c| commitments::judged(c, &loaded, at, team, lang))?,
        since: moved.map(|(since, _)| since),
        report,
    })
}

/// The atom of teams that HR counts together in which a team is.
fn joint(loaded: &Loaded, leaf: usize) -> Option<usize> {
    let groups = loaded.scores.release.groups();
    let Counted::In(atom) = groups.counted(leaf) else {
        return None;
    };
    let known = groups.atoms().get(atom)?;
    (known.kind == Kind::Joint).then_some(atom)
}

fn together(loaded: &Loaded, atom: usize, lang: Lang) -> String {
    let groups = loaded.scores.release.groups();
    let teams = report::merged(groups, &loaded.names(), atom, lang);
    Sentence::new("report-joint-of")
        .with("teams", teams.join(", "))
        .in_lang(lang)
}

fn withheld(loaded: &Loaded, node: usize, lang: Lang) -> String {
    let k = usize::try_from(loaded.wave.k).unwrap_or_default();
    let why = Sentence::new("report-withheld").with("k", k).in_lang(lang);
    let groups = loaded.scores.release.groups();
    let where_instead = report::without(groups, &loaded.names(), node, lang);
    [why, where_instead].join(" ").trim().to_owned()
}

/// The comments that a node shows, or the teams that are counted together, by question; `None` if none are.
fn comments(
    loaded: &Loaded,
    node: usize,
    joint: Option<usize>,
    lang: Lang,
) -> Option<Vec<Comments>> {
    let groups = loaded.scores.release.groups();
    let circles = match joint {
        Some(atom) => groups.comment_group_of(atom).into_iter().collect(),
        None => groups.comment_groups(node),
    };
    let told = |comment: &&Comment| circles.contains(&number(comment.circle));
    let of_question = |question: &Question| {
        let texts = loaded.comments.iter().filter(told);
        let texts = texts.filter(|comment| comment.question == question.id);
        let mut comments: Vec<String> = texts.map(|comment| comment.words.clone()).collect();
        comments.sort_by_key(|words| words.to_lowercase());
        Comments {
            question: question.text.text(lang.code()).to_owned(),
            comments,
        }
    };
    let questions = loaded.scores.survey.questions_for(Role::Member);
    let all: Vec<Comments> = questions.map(|(_, one)| of_question(one)).collect();
    (!circles.is_empty() && !all.is_empty()).then_some(all)
}
