use super::account;
use super::after;
use super::batch::{Batch, WaveFacts};
use super::called_off;
use super::second_look;
use super::template::{self, About, Personal};
use crate::ballot::promise::grouped;
use crate::ballot::secret::{InvitationSecret, LeaderSecret};
use crate::ballot::stop::stop_text;
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId, PersonId, WaveId};
use crate::store::invitation::{self, Addressee, Invitation, LeaderForm};
use crate::store::outbox::{self, Delivery, Kind, Mail};
use crate::store::people::Person;
use crate::store::stop;
use crate::store::wave::{Promise, State};
use crate::transport::Message;
use chrono::Duration;
use std::sync::Arc;

/// Words a queued mail; `None` if it is not to be sent any more. Secrets are derived here and nowhere stored.
pub(super) fn compose(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Message>> {
    let addressed = match mail.kind {
        Kind::Invitation | Kind::Reminder | Kind::LastCall | Kind::SecondCall => {
            to_member(batch, mail)?
        }
        Kind::LeaderForm | Kind::LeaderReminder | Kind::LeaderNudge => to_leader(batch, mail)?,
        Kind::CalledOff => called_off::to_asked(batch, mail)?,
        Kind::Results => of_results(batch, mail)?,
        Kind::Word => after::word(batch, mail)?,
        Kind::Shared => after::shared(batch, mail)?,
        Kind::Due => after::due(batch, mail)?,
        Kind::SignIn => account::to_sign_in(batch, mail)?,
        Kind::Welcome | Kind::Reset => account::to_set_password(batch, mail)?,
        Kind::WelcomeCompany
        | Kind::NewDevice
        | Kind::FactorChanged
        | Kind::PasswordChanged
        | Kind::NewAdministrator => account::to_account(batch, mail)?,
        Kind::Notice => to_lead(batch, mail, State::Draft)?,
        Kind::Unreleased | Kind::LastDays => to_lead(batch, mail, State::Closed)?,
        Kind::LaunchAsked | Kind::LaunchReturned => second_look::to_lead(batch, mail)?,
        Kind::Again => once_more(batch, mail)?,
        Kind::Stopped => to_stopped(batch, mail)?,
    };
    let Some(Addressed {
        person,
        mut personal,
        about,
    }) = addressed
    else {
        return Ok(None);
    };
    let Some(email) = person.email.clone() else {
        return Ok(None);
    };
    personal.name.clone_from(&person.name);
    let words = match (mail.kind, &about) {
        (Kind::Again, Some(About { cell: None, .. })) => Kind::LeaderForm,
        (Kind::Again, _) => Kind::Invitation,
        (kind, _) => kind,
    };
    let template = template::of(batch, words, about.as_ref(), &person, &personal)?;
    let (subject, text, html) = template.fill(&personal);
    Ok(Some(Message {
        subject,
        text,
        html,
        letterhead: batch.letterhead.clone(),
        message_id: format!("<{}@{}>", mail.id, batch.app.config.mail_host()),
        stop: personal.stop,
        email,
        name: person.name,
    }))
}

/// Who gets a mail, what in it is for this person only, and what it is about.
pub(super) struct Addressed {
    pub person: Person,
    pub personal: Personal,
    pub about: Option<About>,
}

fn to_member(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = InvitationId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let to = batch.members.get(&id).ok_or(Problem::NotFound)?;
    invite(batch, mail, to)
}

fn invite(
    batch: &Batch<'_>,
    mail: &Mail,
    to: &Addressee<Invitation>,
) -> Outcome<Option<Addressed>> {
    let facts = batch.facts(&to.invitation.wave)?;
    let answered = to.invitation.blinded_hash.is_some();
    let drawn = to.invitation.token_hash.is_none();
    if drawn || !wanted(batch, mail, &facts, to, answered)? {
        return Ok(None);
    }
    let mut personal = address(batch, &facts, &to.invitation)?;
    personal.stop = Some(stop_link(batch, to.invitation.id.bytes()));
    Ok(Some(Addressed {
        person: to.person.clone(),
        personal,
        about: Some(About {
            facts,
            node: to.invitation.node,
            cell: Some(to.invitation.cell),
            next: None,
        }),
    }))
}

fn address(batch: &Batch<'_>, facts: &WaveFacts, invitation: &Invitation) -> Outcome<Personal> {
    let secret = InvitationSecret::derive(facts.key()?, &invitation.id.bytes()).text();
    let (config, cell) = (&batch.app.config, invitation.cell);
    Ok(match facts.wave.promise {
        Promise::Anonymous => Personal {
            link: config.link(&format!("/a#{}.{cell}.{secret}", facts.in_link()?)),
            code: Some(format!("{}.{cell}.{}", facts.short()?, grouped(&secret))),
            ..Personal::default()
        },
        Promise::Confidential => Personal {
            link: config.link(&format!("/answer/{secret}")),
            ..Personal::default()
        },
    })
}

fn to_leader(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = LeaderFormId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let to = batch.app.store.read(|c| invitation::leader(c, &id))?;
    lead(batch, mail, to)
}

fn lead(batch: &Batch<'_>, mail: &Mail, to: Addressee<LeaderForm>) -> Outcome<Option<Addressed>> {
    let facts = batch.facts(&to.invitation.wave)?;
    let answered = to.invitation.answers.is_some();
    // A form that was handed on is another leader's to fill in.
    if !to.invitation.asked || !wanted(batch, mail, &facts, &to, answered)? {
        return Ok(None);
    }
    let secret = LeaderSecret::derive(facts.key()?, &to.invitation.id.bytes());
    let page = format!("/leader/{}", secret.text());
    Ok(Some(for_leader(batch, to, facts, &page)))
}

pub(super) fn for_leader(
    batch: &Batch<'_>,
    to: Addressee<LeaderForm>,
    facts: Arc<WaveFacts>,
    page: &str,
) -> Addressed {
    Addressed {
        person: to.person,
        personal: Personal {
            link: batch.app.config.link(page),
            stop: Some(stop_link(batch, to.invitation.id.bytes())),
            ..Personal::default()
        },
        about: Some(About {
            facts,
            node: to.invitation.node,
            cell: None,
            next: None,
        }),
    }
}

/// The invitation or the leader's form that a mail with a number is about.
fn slip(mail: &Mail) -> &str {
    mail.subject.split('.').next().unwrap_or_default()
}

/// The same link again, whether it was used or not.
fn once_more(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    match addressee(batch, slip(mail))? {
        Slip::Member(to) => invite(batch, mail, &to),
        Slip::Leader(to) => lead(batch, mail, to),
    }
}

/// To whoever wants no mails of any wave, if that has not changed meanwhile.
fn to_stopped(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let (person, id) = match addressee(batch, slip(mail))? {
        Slip::Member(to) => (to.person, to.invitation.id.bytes()),
        Slip::Leader(to) => (to.person, to.invitation.id.bytes()),
    };
    let stopped = batch
        .app
        .store
        .read(|c| stop::is_set(c, person.id.as_str()))?;
    let personal = Personal {
        link: stop_link(batch, id),
        ..Personal::default()
    };
    Ok(stopped.then_some(Addressed {
        person,
        personal,
        about: None,
    }))
}

enum Slip {
    Member(Addressee<Invitation>),
    Leader(Addressee<LeaderForm>),
}

fn addressee(batch: &Batch<'_>, id: &str) -> Outcome<Slip> {
    let member = InvitationId::parse(id).ok_or(Problem::NotFound)?;
    let leader = LeaderFormId::parse(id).ok_or(Problem::NotFound)?;
    batch
        .app
        .store
        .read(|c| match invitation::addressee(c, &member) {
            Ok(to) => Ok(Slip::Member(to)),
            Err(Problem::NotFound) => invitation::leader(c, &leader).map(Slip::Leader),
            Err(problem) => Err(problem),
        })
}

/// Two mails with the same link to the same person are at least so far apart, even after an outage.
const APART: Duration = Duration::hours(12);

/// Whether somebody is still to be asked. A reminder goes to those who got a link and have not answered, unless they
/// got it just now, or the last call follows soon.
fn wanted<S>(
    batch: &Batch<'_>,
    mail: &Mail,
    facts: &WaveFacts,
    to: &Addressee<S>,
    answered: bool,
) -> Outcome<bool> {
    if to.stopped || !to.person.active || !facts.is_open(batch.app) {
        return Ok(false);
    }
    let first = match mail.kind {
        Kind::Reminder | Kind::LastCall | Kind::SecondCall => Kind::Invitation,
        Kind::LeaderReminder | Kind::LeaderNudge => Kind::LeaderForm,
        _ => return Ok(true),
    };
    if answered {
        return Ok(false);
    }
    let now = batch.app.now();
    batch.app.store.read(|c| {
        let got = outbox::mail(c, first, &mail.subject)?;
        // What HR asks for leaves at once.
        let asked = mail.kind == Kind::LeaderNudge;
        let in_time =
            |got: Mail| got.state == Delivery::Sent && (asked || got.not_before + APART <= now);
        let last = match mail.kind {
            Kind::Reminder => outbox::mail(c, Kind::LastCall, &mail.subject)?,
            _ => None,
        };
        let soon = |last: Mail| last.state != Delivery::Queued || last.not_before < now + APART;
        Ok(got.is_some_and(in_time) && !last.is_some_and(soon))
    })
}

fn of_results(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = LeaderFormId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let to = batch.app.store.read(|c| invitation::leader(c, &id))?;
    let facts = batch.facts(&to.invitation.wave)?;
    let page = format!("/teams/{}/{}", to.invitation.wave, to.invitation.node);
    let wanted = to.person.active && !to.stopped && to.invitation.reads;
    Ok(wanted.then(|| for_leader(batch, to, facts, &page)))
}

/// To a survey lead: before a series goes on by itself, and before a closed wave is lost. Once the wave stands
/// elsewhere, it is of no use.
fn to_lead(batch: &Batch<'_>, mail: &Mail, of_use: State) -> Outcome<Option<Addressed>> {
    let (wave, person) = mail.subject.split_once('.').unwrap_or_default();
    let wave = WaveId::parse(wave).ok_or(Problem::NotFound)?;
    let person = PersonId::parse(person).ok_or(Problem::NotFound)?;
    for_lead(batch, &wave, &person, of_use)
}

/// A mail to a survey lead about a wave, with the end of the log; `None` once the wave stands elsewhere.
pub(super) fn for_lead(
    batch: &Batch<'_>,
    wave: &WaveId,
    person: &PersonId,
    of_use: State,
) -> Outcome<Option<Addressed>> {
    let facts = match batch.facts(wave) {
        Ok(facts) if facts.wave.state == of_use => facts,
        // A draft may have been dropped meanwhile.
        Ok(_) | Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let Some(person) = account::holder(batch, person)? else {
        return Ok(None);
    };
    let personal = Personal {
        link: batch.app.config.link(&format!("/hr/waves/{wave}")),
        code: account::tip(batch)?,
        ..Personal::default()
    };
    Ok(Some(Addressed {
        person,
        personal,
        about: Some(About {
            facts,
            node: 0,
            cell: None,
            next: None,
        }),
    }))
}

pub(super) fn stop_link(batch: &Batch<'_>, id: [u8; 16]) -> String {
    let text = stop_text(&batch.app.server, &id);
    batch.app.config.link(&format!("/stop/{text}"))
}
