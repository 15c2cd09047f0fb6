//! Two pairs of eyes: one survey lead asks for a launch, another one sees what is launched and confirms it, or sends it
//! back. Whatever is changed in between voids the request.

use super::freeze::{freeze, freeze_if, group};
use super::sheet::{AUDITOR, LEAD, PARTNER};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::store::access::{self, Role};
use crate::store::act::{self, Kind};
use crate::store::launch_request::{self, Request};
use crate::store::outbox::{self, Kind as MailKind, Mail};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, Moment, choice, face, people, roster, trustee};
use data_encoding::HEXLOWER;
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The longest word with which a launch is sent back.
const WORD: usize = 500;

/// A launch that was asked for, as a survey lead sees it.
pub struct LaunchRequest {
    /// Who asked, by name; empty if they are known no more.
    pub asker: String,
    /// It was the one who looks.
    pub mine: bool,
    /// When.
    pub asked: Moment,
    /// Hash of everything that is launched.
    pub seen: String,
    /// Nothing was changed since.
    pub stands: bool,
    /// By whom it was sent back, and with what word.
    pub returned: Option<(String, String)>,
}

/// Launches a draft, or asks for it where that takes two. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if it cannot be launched, or nobody else could confirm it.
pub fn launch_or_ask(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    match app.config.two_pairs_of_eyes {
        true => ask(app, id, by),
        false => freeze(app, id, by),
    }
}

fn ask(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        let wave = held(c, id)?;
        if wave.closes <= now {
            return Err(Problem::refused("problem-wave-order"));
        }
        if group(c, &wave)?.cells.cells.is_empty() {
            return Err(Problem::refused("problem-eyes-few"));
        }
        let others = others(app, c, by)?;
        if others.is_empty() {
            return Err(Problem::refused("problem-eyes-alone"));
        }
        let request = Request {
            wave: id.clone(),
            asker: by.to_owned(),
            asked: now,
            seen: fingerprint(c, &wave)?,
            word: None,
            returned_by: None,
        };
        launch_request::put(c, &request)?;
        for other in others {
            tell(app, c, MailKind::LaunchAsked, id, &other)?;
        }
        act::note(c, now, by, Kind::LaunchAsked, id.as_str())
    })
}

/// A draft that nobody changes meanwhile, nor the roster.
fn held(c: &mut Db, id: &WaveId) -> Outcome<Wave> {
    roster::hold(c)?;
    wave::hold(c, id)?;
    let wave = wave::wave(c, id)?;
    match wave.state {
        State::Draft => Ok(wave),
        _ => Err(Problem::refused("problem-wave-fixed")),
    }
}

/// The other survey leads who can sign in.
fn others(app: &App, c: &mut Db, by: &str) -> Outcome<Vec<PersonId>> {
    let (issuer, passwords) = (
        &app.config.company_issuer,
        !app.config.require_company_sign_in,
    );
    let mut others = access::coming_in(c, Role::Lead, issuer, passwords)?;
    others.retain(|lead| lead.as_str() != by);
    Ok(others)
}

fn tell(app: &App, c: &mut Db, kind: MailKind, id: &WaveId, to: &PersonId) -> Outcome<()> {
    let nonce = HEXLOWER.encode(&app.seed());
    let mail = Mail::new(kind, &format!("{id}.{to}.{nonce}"), None, app.now());
    outbox::queue(c, &[mail])
}

/// Hash of everything that is launched: the plan, who opens the answers, how small teams are counted, teams and people
/// of the roster, who asks and with what words, and who reads. That somebody wants no mails is nobody's business and not in it.
fn fingerprint(c: &mut Db, wave: &Wave) -> Outcome<String> {
    let trustees = trustee::of_wave(c, &wave.id)?.into_iter();
    let trustees: Vec<_> = trustees
        .map(|one| (one.name, HEXLOWER.encode(&one.key)))
        .collect();
    let choices = choice::of_wave(c, &wave.id)?.into_iter();
    let choices: Vec<_> = choices.map(|one| (one.team, one.host)).collect();
    let places = roster::memberships(c)?.into_iter();
    let places: Vec<_> = places
        .map(|one| (one.team, one.person, one.role.as_str()))
        .collect();
    let mut leads = access::with_role(c, Role::Lead)?;
    leads.sort();
    let all = json!({
        "plan": [
            wave.title, wave.instrument, wave.promise.as_str(), wave.opens.to_string(), wave.closes.to_string(),
        ],
        "reads": [wave.auditors_read, wave.members_read],
        "rule": [wave.k, wave.c],
        "asker": face::asker_of(c, &wave.id)?,
        "needed": trustee::needed(c, &wave.id)?,
        "trustees": trustees,
        "choices": choices,
        "teams": roster::teams(c)?,
        "people": people::people(c)?,
        "places": places,
        "leads": leads,
        "partners": access::partners(c)?,
        "auditors": access::with_role(c, Role::Auditor)?,
    });
    Ok(HEXLOWER.encode(&Sha256::digest(all.to_string())))
}

/// The launch that was asked for a draft, as somebody sees it who is signed in as `me`.
pub fn launch_request(app: &App, id: &WaveId, me: &str) -> Outcome<Option<LaunchRequest>> {
    app.store.read(|c| {
        let Some(known) = launch_request::of_wave(c, id)? else {
            return Ok(None);
        };
        let wave = wave::wave(c, id)?;
        let returned = match (&known.returned_by, &known.word) {
            (Some(by), Some(word)) => Some((name(c, by)?, word.clone())),
            _ => None,
        };
        Ok(Some(LaunchRequest {
            asker: name(c, &known.asker)?,
            mine: known.asker == me,
            asked: known.asked,
            stands: fingerprint(c, &wave)? == known.seen,
            seen: known.seen,
            returned,
        }))
    })
}

/// Name and right of everybody who would read the results of a draft by a role.
pub fn role_readers(app: &App, wave: &Wave) -> Outcome<Vec<(String, &'static str)>> {
    app.store.read(|c| {
        let mut readers = BTreeSet::new();
        let mut named = |c: &mut Db, who: PersonId, right| {
            readers.insert((people::person(c, &who)?.name, right));
            Outcome::Ok(())
        };
        for lead in access::with_role(c, Role::Lead)? {
            named(c, lead, LEAD)?;
        }
        for (partner, _) in access::partners(c)? {
            named(c, partner, PARTNER)?;
        }
        if wave.auditors_read {
            for auditor in access::with_role(c, Role::Auditor)? {
                named(c, auditor, AUDITOR)?;
            }
        }
        Ok(readers.into_iter().collect())
    })
}

fn name(c: &mut Db, id: &str) -> Outcome<String> {
    let id = PersonId::parse(id).ok_or(Problem::NotFound)?;
    match people::person(c, &id) {
        Ok(person) => Ok(person.name),
        Err(Problem::NotFound) => Ok(String::new()),
        Err(problem) => Err(problem),
    }
}

/// The request of a draft that somebody else than the asker answers.
fn open_request(c: &mut Db, id: &WaveId, by: &str) -> Outcome<Request> {
    let known = launch_request::of_wave(c, id)?;
    let known = known.filter(|known| known.returned_by.is_none());
    let known = known.ok_or_else(|| Problem::refused("problem-eyes-none"))?;
    match known.asker == by {
        true => Err(Problem::refused("problem-eyes-own")),
        false => Ok(known),
    }
}

/// Launches a draft that somebody else asked for, if it is still what both saw. `seen` is the hash on the page of
/// whoever confirms.
///
/// # Errors
/// A refusal if nobody else asked, or something was changed since.
pub fn confirm_launch(app: &App, id: &WaveId, by: &str, seen: &str) -> Outcome<()> {
    freeze_if(app, id, by, |c| {
        let wave = held(c, id)?;
        let known = open_request(c, id, by)?;
        if known.seen != seen || fingerprint(c, &wave)? != known.seen {
            return Err(Problem::refused("problem-eyes-changed"));
        }
        launch_request::forget(c, id)?;
        act::note(c, app.now(), by, Kind::LaunchConfirmed, id.as_str())
    })
}

/// Sends a launch back to whoever asked, with a word.
///
/// # Errors
/// A refusal if nobody else asked, and without a word.
pub fn send_back(app: &App, id: &WaveId, by: &str, word: &str) -> Outcome<()> {
    let word = word.trim();
    if word.is_empty() || word.chars().count() > WORD {
        return Err(Problem::refused("problem-eyes-word"));
    }
    app.store.write(|c| {
        held(c, id)?;
        let known = open_request(c, id, by)?;
        if let Some(asker) = PersonId::parse(&known.asker) {
            tell(app, c, MailKind::LaunchReturned, id, &asker)?;
        }
        let returned = Request {
            word: Some(word.to_owned()),
            returned_by: Some(by.to_owned()),
            ..known
        };
        launch_request::put(c, &returned)?;
        act::note(c, app.now(), by, Kind::LaunchReturned, id.as_str())
    })
}
