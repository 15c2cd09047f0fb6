use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::roster;
use crate::store::access::{self, Account, Role};
use crate::store::act::{self, Kind};
use crate::store::commitment;
use crate::store::frozen;
use crate::store::outbox;
use crate::store::people::{self, Person};
use crate::store::retention::{self, Asked};
use crate::store::roster::{Part, leads, people_of};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, directory, stop};
use crate::text::Lang;
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// Who reads a copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The person.
    Own,
    /// A survey lead, for the person. Of a leader's form they get what is published.
    Lead,
    /// An administrator, for the person, who sees no result.
    Administrator,
}

/// Everything that the database holds of a person.
#[derive(Debug, Serialize)]
pub struct Copy {
    made_at_utc: String,
    /// What is not here, and why.
    about: Vec<String>,
    person: Person,
    before_last_import: Option<Person>,
    teams: Vec<Place>,
    account: Option<AccountCopy>,
    sessions: Vec<SessionCopy>,
    /// Only in one's own copy: nobody else learns it.
    wants_no_mails: Option<bool>,
    invitations: Vec<Invited>,
    leader_forms: Vec<Led>,
    acts: Vec<ActCopy>,
}

#[derive(Debug, Serialize)]
struct Place {
    team: String,
    role: &'static str,
    leaders: Vec<String>,
}

#[derive(Debug, Serialize)]
struct AccountCopy {
    email: String,
    roles: Vec<&'static str>,
    parts: Vec<String>,
    has_password: bool,
    /// The address of the company's sign-in, and what it calls them.
    company_sign_ins: Vec<(String, String)>,
    second_factor: bool,
}

#[derive(Debug, Serialize)]
struct SessionCopy {
    way: &'static str,
    device: String,
    created_utc: String,
    last_used_utc: String,
}

#[derive(Debug, Serialize)]
struct Invited {
    wave: String,
    promise: &'static str,
    state: &'static str,
    opens_utc: String,
    closes_utc: String,
    team: String,
    /// By kind, in one's own copy with what became of them; without those that only the silent get.
    mails: BTreeMap<String, usize>,
}

#[derive(Debug, Serialize)]
struct Led {
    wave: String,
    team: String,
    asked: bool,
    reads_report: bool,
    mails: BTreeMap<String, usize>,
    /// By item; null if there are none, or the reader of this copy may not see them.
    answers: Option<Value>,
    /// Only in one's own copy, of a team that one leads still.
    agreements: Vec<Agreement>,
}

#[derive(Debug, Serialize)]
struct Agreement {
    side: &'static str,
    what: String,
    whom: String,
    done: String,
    needed: String,
    due: String,
    made_utc: String,
}

#[derive(Debug, Serialize)]
struct ActCopy {
    at_utc: String,
    what: &'static str,
    /// Done by this person; else it is about them.
    own: bool,
}

/// What the file says of what is not in it.
const ABOUT: [&str; 5] = [
    "data-about-answers",
    "data-about-silent",
    "data-about-released",
    "data-about-forms",
    "data-about-elsewhere",
];

/// A copy of everything that the database holds of a person. It is in the log of acts; `by` is who takes it.
///
/// # Errors
/// Not found for somebody who is not there.
pub fn copy(app: &App, id: &PersonId, reader: Reader, by: &str, lang: Lang) -> Outcome<Copy> {
    let log = app.store.read(act::log)?;
    app.store.write(|c| {
        let copy = Copy {
            made_at_utc: app.now().to_string(),
            about: ABOUT.map(|key| lang.text(key)).into(),
            person: people::person(c, id)?,
            before_last_import: roster::before_last_import(c, id)?,
            teams: places(c, id)?,
            account: account(c, id)?,
            sessions: sessions(c, id)?,
            wants_no_mails: match reader {
                Reader::Own => Some(stop::is_set(c, id.as_str())?),
                Reader::Lead | Reader::Administrator => None,
            },
            invitations: invitations(c, id, reader)?,
            leader_forms: forms(c, id, reader)?,
            acts: acts(&log, id),
        };
        act::note(c, app.now(), by, Kind::DataDownloaded, id.as_str())?;
        Ok(copy)
    })
}

fn places(c: &mut Db, id: &PersonId) -> Outcome<Vec<Place>> {
    let places = directory::places(c, std::slice::from_ref(id))?.remove(id);
    let place = |(team, path, part): (_, String, Part)| {
        let people = people_of(c, &team)?.into_iter();
        let leaders = people.filter(|(_, part)| *part == Part::Leader);
        Ok(Place {
            team: path,
            role: part.as_str(),
            leaders: leaders.map(|(leader, _)| leader.name).collect(),
        })
    };
    places.unwrap_or_default().into_iter().map(place).collect()
}

fn account(c: &mut Db, id: &PersonId) -> Outcome<Option<AccountCopy>> {
    let Some(account) = access::account(c, id)? else {
        return Ok(None);
    };
    let parts = access::parts(c, id)?;
    let teams = crate::store::roster::teams(c)?.into_iter();
    let parts = teams.filter(|team| parts.contains(&team.id));
    let Account {
        email,
        password_hash,
        ..
    } = account;
    Ok(Some(AccountCopy {
        email,
        roles: access::roles(c, id)?
            .into_iter()
            .map(Role::as_str)
            .collect(),
        parts: parts.map(|team| team.path).collect(),
        has_password: password_hash.is_some(),
        company_sign_ins: access::identities(c, id)?,
        second_factor: access::has_factor(c, id)?,
    }))
}

fn sessions(c: &mut Db, id: &PersonId) -> Outcome<Vec<SessionCopy>> {
    let all = access::all_sessions(c, id)?.into_iter();
    let session = |one: access::Session| SessionCopy {
        way: one.way.as_str(),
        device: one.device,
        created_utc: one.created.to_string(),
        last_used_utc: one.seen.to_string(),
    };
    Ok(all.map(session).collect())
}

fn invitations(c: &mut Db, id: &PersonId, reader: Reader) -> Outcome<Vec<Invited>> {
    let asked = retention::invited(c, id)?.into_iter();
    let invited = |one: Asked| {
        let wave = wave::wave(c, &one.wave)?;
        Ok(Invited {
            team: team(c, &one.wave, one.node)?,
            mails: mails(c, &one.slip, reader)?,
            promise: wave.promise.as_str(),
            state: wave.state.as_str(),
            opens_utc: wave.opens.to_string(),
            closes_utc: wave.closes.to_string(),
            wave: wave.title,
        })
    };
    asked.map(invited).collect()
}

fn team(c: &mut Db, wave: &WaveId, node: i32) -> Outcome<String> {
    let node = frozen::node(c, wave, node)?;
    Ok(node.map(|node| node.name).unwrap_or_default())
}

/// The mails about an invitation or a leader's form, counted. What became of them, and the answer to whoever stopped
/// them, would tell others who wants none.
fn mails(c: &mut Db, slip: &str, reader: Reader) -> Outcome<BTreeMap<String, usize>> {
    let mut counts = BTreeMap::new();
    for mail in outbox::about(c, slip)? {
        let kind = mail.kind.as_str();
        let what = match (reader, mail.kind) {
            (Reader::Own, _) => format!("{kind} {}", mail.state.as_str()),
            (_, outbox::Kind::Stopped) => continue,
            _ => kind.to_owned(),
        };
        *counts.entry(what).or_default() += 1;
    }
    Ok(counts)
}

fn forms(c: &mut Db, id: &PersonId, reader: Reader) -> Outcome<Vec<Led>> {
    let forms = retention::forms(c, id)?.into_iter();
    let led = |form: crate::store::invitation::LeaderForm| {
        let wave = wave::wave(c, &form.wave)?;
        let shown = match reader {
            Reader::Own => true,
            Reader::Lead => wave.state == State::Released,
            Reader::Administrator => false,
        };
        let answers = form.answers.filter(|_| shown);
        let answers = answers.map(|text| serde_json::from_str(&text)).transpose();
        Ok(Led {
            team: team(c, &form.wave, form.node)?,
            asked: form.asked,
            reads_report: form.reads,
            mails: mails(c, form.id.as_str(), reader)?,
            answers: answers.map_err(|error| Problem::fault("leader's answers", error))?,
            agreements: match reader {
                Reader::Own => agreements(c, id, &wave, form.node)?,
                Reader::Lead | Reader::Administrator => Vec::new(),
            },
            wave: wave.title,
        })
    };
    forms.map(led).collect()
}

/// What was agreed after a wave in the team of a node, for whoever leads it now.
fn agreements(c: &mut Db, id: &PersonId, wave: &Wave, node: i32) -> Outcome<Vec<Agreement>> {
    let team = frozen::node(c, &wave.id, node)?.and_then(|node| node.team);
    let Some(team) = team else {
        return Ok(Vec::new());
    };
    if !leads(c, id, &team)? {
        return Ok(Vec::new());
    }
    let all = commitment::made_after(c, &wave.id)?.into_iter();
    let own = all.filter(|one| one.team == team);
    let agreement = |one: commitment::Commitment| Agreement {
        side: one.side.as_str(),
        what: one.what,
        whom: one.whom,
        done: one.done,
        needed: one.needed,
        due: one.due.to_string(),
        made_utc: one.made.to_string(),
    };
    Ok(own.map(agreement).collect())
}

/// What a person did, and what was done to them. Who did that is somebody else's.
fn acts(log: &[act::Line], id: &PersonId) -> Vec<ActCopy> {
    let id = id.as_str();
    let about = |act: &&act::Line| act.actor == id || act.subject.split(' ').next() == Some(id);
    let act = |act: &act::Line| {
        Some(ActCopy {
            at_utc: act.at?.to_string(),
            what: act.kind?.as_str(),
            own: act.actor == id,
        })
    };
    log.iter().filter(about).filter_map(act).collect()
}
