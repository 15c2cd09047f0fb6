use super::account;
use super::batch::{Batch, WaveFacts};
use super::template::{self, About, Personal};
use crate::ballot::secret::{InvitationSecret, LeaderSecret};
use crate::ballot::stop::stop_text;
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId, PersonId, WaveId};
use crate::store::invitation::{self, Addressee, Invitation, LeaderForm};
use crate::store::outbox::{self, Delivery, Kind, Mail};
use crate::store::people::Person;
use crate::store::wave::{Promise, State};
use crate::transport::Message;
use std::sync::Arc;

/// Words a queued mail; `None` if it is not to be sent any more. Secrets are derived here and nowhere stored.
pub(super) fn compose(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Message>> {
    let addressed = match mail.kind {
        Kind::Invitation | Kind::Reminder | Kind::LastCall => to_member(batch, mail)?,
        Kind::LeaderForm | Kind::LeaderReminder => to_leader(batch, mail)?,
        Kind::Results => of_results(batch, mail)?,
        Kind::SignIn => account::to_sign_in(batch, mail)?,
        Kind::Welcome | Kind::Reset => account::to_set_password(batch, mail)?,
        Kind::NewDevice | Kind::FactorChanged | Kind::PasswordChanged | Kind::NewAdministrator => {
            account::to_account(batch, mail)?
        }
        Kind::Notice => to_lead(batch, mail, State::Draft)?,
        Kind::Unreleased | Kind::LastDays => to_lead(batch, mail, State::Closed)?,
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
    let template = template::of(batch, mail.kind, about.as_ref(), &person, &personal)?;
    let (subject, text, html) = template.fill(&personal);
    Ok(Some(Message {
        subject,
        text,
        html,
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
    let facts = batch.facts(&to.invitation.wave)?;
    let answered = to.invitation.blinded_hash.is_some();
    if !wanted(batch, mail, &facts, to, answered)? {
        return Ok(None);
    }
    let mut personal = address(batch, &facts, &to.invitation)?;
    personal.stop = Some(stop(batch, id.bytes()));
    Ok(Some(Addressed {
        person: to.person.clone(),
        personal,
        about: Some(About {
            facts,
            node: to.invitation.node,
            cell: Some(to.invitation.cell),
        }),
    }))
}

fn address(batch: &Batch<'_>, facts: &WaveFacts, invitation: &Invitation) -> Outcome<Personal> {
    let secret = InvitationSecret::derive(facts.key()?, &invitation.id.bytes()).text();
    let (config, cell) = (&batch.app.config, invitation.cell);
    Ok(match facts.wave.promise {
        Promise::Anonymous => Personal {
            link: config.link(&format!("/a#{}.{cell}.{secret}", facts.in_link()?)),
            code: Some(format!("{}.{cell}.{}", facts.short()?, groups(&secret))),
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
    let facts = batch.facts(&to.invitation.wave)?;
    let answered = to.invitation.answers.is_some();
    if !wanted(batch, mail, &facts, &to, answered)? {
        return Ok(None);
    }
    let secret = LeaderSecret::derive(facts.key()?, &id.bytes());
    let page = format!("/leader/{}", secret.text());
    Ok(Some(for_leader(batch, to, facts, &page)))
}

fn for_leader(
    batch: &Batch<'_>,
    to: Addressee<LeaderForm>,
    facts: Arc<WaveFacts>,
    page: &str,
) -> Addressed {
    Addressed {
        person: to.person,
        personal: Personal {
            link: batch.app.config.link(page),
            stop: Some(stop(batch, to.invitation.id.bytes())),
            ..Personal::default()
        },
        about: Some(About {
            facts,
            node: to.invitation.node,
            cell: None,
        }),
    }
}

/// Whether somebody is still to be asked. A reminder goes to those who got a link and have not answered.
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
        Kind::Reminder | Kind::LastCall => Kind::Invitation,
        Kind::LeaderReminder => Kind::LeaderForm,
        _ => return Ok(true),
    };
    let got = batch
        .app
        .store
        .read(|c| outbox::state(c, first, &mail.subject))?;
    Ok(!answered && got == Some(Delivery::Sent))
}

fn of_results(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = LeaderFormId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let to = batch.app.store.read(|c| invitation::leader(c, &id))?;
    let facts = batch.facts(&to.invitation.wave)?;
    let page = format!("/teams/{}/{}", to.invitation.wave, to.invitation.node);
    let wanted = to.person.active && !to.stopped;
    Ok(wanted.then(|| for_leader(batch, to, facts, &page)))
}

/// To a survey lead: before a series goes on by itself, and before a closed wave is lost. Once the wave stands
/// elsewhere, it is of no use.
fn to_lead(batch: &Batch<'_>, mail: &Mail, of_use: State) -> Outcome<Option<Addressed>> {
    let (wave, person) = mail.subject.split_once('.').unwrap_or_default();
    let wave = WaveId::parse(wave).ok_or(Problem::NotFound)?;
    let person = PersonId::parse(person).ok_or(Problem::NotFound)?;
    let facts = match batch.facts(&wave) {
        Ok(facts) if facts.wave.state == of_use => facts,
        // A draft may have been dropped meanwhile.
        Ok(_) | Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let Some(person) = account::holder(batch, &person)? else {
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
        }),
    }))
}

fn stop(batch: &Batch<'_>, id: [u8; 16]) -> String {
    let text = stop_text(&batch.app.server, &id);
    batch.app.config.link(&format!("/stop/{text}"))
}

/// Letters in groups of four, for typing.
fn groups(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    groups.join("-")
}
