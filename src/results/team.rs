use super::commitments;
use super::load::Loaded;
use super::past;
use crate::app::App;
use crate::disclosure::{Kind, Read};
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::report::{self, Comments, LeadersBelow, Moves, PageKind, TeamPage, UnitReport};
use crate::scoring::UnitScores;
use crate::store::result::{self, Comment};
use crate::store::wave::{self, State, Wave};
use crate::store::{frozen, invitation, number};
use crate::survey::{Question, Role};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// Fewest other groups in what everybody says, where it stands beside what one of them says.
pub(super) const OTHERS: usize = 2;

/// A team that somebody leads, in a released wave.
#[derive(Clone, Debug, Serialize)]
pub struct TeamLink {
    /// What its page is about.
    pub kind: PageKind,
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
    let (released, led) = app.store.read(|c| {
        let waves = wave::waves(c)?.into_iter();
        let released = waves.filter(|wave| wave.state == State::Released);
        let released: Vec<Wave> = released.collect();
        Ok((released, invitation::led_by(c, person)?))
    })?;
    let mut found = Vec::new();
    for (id, node, team) in led {
        let Some(place) = released.iter().position(|wave| wave.id == id) else {
            continue;
        };
        let loaded = Loaded::read(app, &id)?;
        if let Some(home) = loaded.nodes.get(number(node)) {
            let link = TeamLink {
                kind: kind_of(&loaded, home),
                team: home.name.clone(),
                wave: loaded.wave.title.clone(),
                href: format!("/teams/{id}/{node}"),
                earlier: Vec::new(),
            };
            found.push((place, (team, home.people.is_none()), link));
        }
    }
    Ok(latest_first(found))
}

/// A team, and whether it is all below it or its own people.
type Home = (TeamId, bool);

fn latest_first(mut led: Vec<(usize, Home, TeamLink)>) -> Vec<TeamLink> {
    led.sort_by(|a, b| {
        let below = |home: &Home| !home.1;
        (a.0, below(&a.1), &a.2.team).cmp(&(b.0, below(&b.1), &b.2.team))
    });
    let mut teams: Vec<(Home, TeamLink)> = Vec::new();
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

/// Stands for all that reports are made of: what one says, of earlier waves too, can change only with it.
pub fn edition(app: &App) -> Outcome<String> {
    app.store.read(result::edition)
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

/// What the page of a node in a released wave is about.
pub fn kind(app: &App, id: &WaveId, node: i32) -> Outcome<PageKind> {
    let loaded = Loaded::read(app, id)?;
    let home = loaded.nodes.get(number(node)).ok_or(Problem::NotFound)?;
    Ok(kind_of(&loaded, home))
}

pub(super) fn kind_of(loaded: &Loaded, home: &frozen::Node) -> PageKind {
    let groups = loaded.scores.release.groups();
    match groups.read_of(number(home.no)) {
        _ if home.people.is_none() => PageKind::Below,
        Read::Own => PageKind::Own,
        Read::Together(_) => PageKind::Together,
        Read::Nothing => PageKind::Nothing,
    }
}

/// The page of a team, or of all teams below a node, the same for everybody who may read it.
pub fn team(app: &App, team: &TeamId, id: &WaveId, node: i32, lang: Lang) -> Outcome<TeamPage> {
    page(app, team, (id, node), |_| true, lang)
}

/// The page with those earlier waves beside this one that may be read.
fn page(
    app: &App,
    team: &TeamId,
    (id, node): (&WaveId, i32),
    may_read: fn(&Wave) -> bool,
    lang: Lang,
) -> Outcome<TeamPage> {
    let loaded = Loaded::read(app, id)?;
    let at = usize::try_from(node).map_err(|_| Problem::NotFound)?;
    let home = loaded.nodes.get(at).ok_or(Problem::NotFound)?;
    let kind = kind_of(&loaded, home);
    let groups = loaded.scores.release.groups();
    let joint = match groups.read_of(at) {
        Read::Together(atom) => Some(atom),
        Read::Own | Read::Nothing => None,
    };
    let scores = match (kind, joint) {
        (PageKind::Nothing, _) => None,
        (_, Some(atom)) => loaded.together(atom)?,
        _ => loaded.unit(at)?,
    };
    let mut earlier = past::earlier(app, &loaded, at, Some(team))?;
    earlier.retain(|one| may_read(one.wave()));
    let moved = past::moved(app, &loaded, at, &earlier)?;
    let moves = moved
        .as_ref()
        .map(|(since, changes)| Moves { since, changes });
    let below = kind == PageKind::Below;
    let words = |scores: &UnitScores| match loaded.report(scores, moves.as_ref(), lang) {
        report if below => report::below(report, lang),
        report => report,
    };
    let mut report = scores.as_ref().map(words);
    if let Some(report) = report.as_mut().filter(|_| at > 0) {
        beside_all(&loaded, at, joint, report)?;
    }
    Ok(TeamPage {
        kind,
        team: home.name.clone(),
        head: loaded.head(lang),
        withheld: report.is_none().then(|| withheld(&loaded, at, lang)),
        plain_guide: match kind {
            PageKind::Nothing => report::plain_guide(lang),
            _ => Vec::new(),
        },
        together: joint.map(|atom| together(&loaded, atom, lang)),
        without: match below {
            true => report::without(groups, &loaded.names(), at, lang),
            false => String::new(),
        },
        leaders: match below {
            true => Some(leaders_below(&loaded, at, lang)?),
            false => None,
        },
        members: past::members(scores.as_ref(), &earlier, lang),
        trend: past::trend(&loaded, report.as_ref(), &earlier, lang),
        comments: match below {
            true => None,
            false => comments(&loaded, at, joint, lang),
        },
        codebook: report::codebook(&loaded.scores.survey, lang),
        spread: report::spread(&loaded.scores, at, lang),
        judged: match below {
            true => Vec::new(),
            false => app
                .store
                .read(|c| commitments::judged(c, &loaded, at, team, lang))?,
        },
        since: moved.map(|(since, _)| since),
        report,
    })
}

/// Puts what everybody in the organisation says beside what a node says, if at least two groups are in the former and
/// not in the latter: beside a single other one it would say what that one says.
fn beside_all(
    loaded: &Loaded,
    at: usize,
    joint: Option<usize>,
    report: &mut UnitReport,
) -> Outcome<()> {
    let scores = &loaded.scores;
    let groups = scores.release.groups();
    let own = |atom: &usize| groups.figure(at).contains(atom) || joint == Some(*atom);
    if groups.figure(0).iter().filter(|atom| !own(atom)).count() < OTHERS {
        return Ok(());
    }
    let means = scores.means_of_node(0);
    let Some(means) = means.map_err(|error| Problem::fault("scores", error))? else {
        return Ok(());
    };
    for row in report.gaps.iter_mut().chain(&mut report.traps) {
        let mut dimensions = scores.survey.dimensions.iter();
        let place = dimensions.position(|dimension| dimension.id == row.id);
        let mean = place.and_then(|place| means.dimensions.get(place)?.as_ref());
        row.organisation = mean.map(|mean| mean.printed().round() as i64);
    }
    Ok(())
}

/// The page of a team as everybody who was asked in its group may read it: without comments, and for teams that are
/// counted together without what an earlier wave showed of one of them alone. Earlier waves stand beside it only where
/// members were promised their reports too.
pub fn shared(app: &App, of: &TeamId, id: &WaveId, node: i32, lang: Lang) -> Outcome<TeamPage> {
    let mut page = page(app, of, (id, node), |wave| wave.members_read, lang)?;
    page.comments = None;
    page.report.iter_mut().for_each(UnitReport::share);
    if page.together.is_some() {
        (page.trend, page.members, page.since) = (None, None, None);
        page.judged.clear();
        if let Some(report) = &mut page.report {
            let rows = report.gaps.iter_mut().chain(&mut report.traps);
            let rows = rows.chain(&mut report.chaos);
            rows.for_each(|row| row.change = None);
        }
    }
    Ok(page)
}

/// What the leaders below a node answered is shown of several together only; a node with teams below has none of its
/// own.
fn leaders_below(loaded: &Loaded, node: usize, lang: Lang) -> Outcome<LeadersBelow> {
    let spreads = loaded.gaps_below(node)?;
    let survey = &loaded.scores.survey;
    let below = report::leaders_below(survey, &spreads, lang);
    Ok(match loaded.leader_erased {
        true => LeadersBelow {
            sentence: lang.text("below-gaps-erased"),
            ..below
        },
        false => below,
    })
}

/// The teams that a leaf is counted with, in a sentence; empty if it is counted by itself.
pub(super) fn together_of(loaded: &Loaded, home: &frozen::Node, lang: Lang) -> String {
    match loaded.scores.release.groups().read_of(number(home.no)) {
        Read::Together(atom) => together(loaded, atom, lang),
        Read::Own | Read::Nothing => String::new(),
    }
}

fn together(loaded: &Loaded, atom: usize, lang: Lang) -> String {
    let groups = loaded.scores.release.groups();
    let teams = report::merged(groups, &loaded.names(), atom, lang);
    let pool = groups
        .atoms()
        .get(atom)
        .is_some_and(|known| known.kind == Kind::Pool);
    let key = match pool {
        true => "report-pool-of",
        false => "report-joint-of",
    };
    Sentence::new(key)
        .with("teams", teams.join(", "))
        .in_lang(lang)
}

pub(super) fn withheld(loaded: &Loaded, node: usize, lang: Lang) -> String {
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
