use super::desk::{Desk, Facts};
use super::form::{About, Own, render};
use crate::ballot::secret::{InvitationSecret, LeaderSecret, SignInSecret};
use crate::ballot::stop::stop_text;
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId, PersonId, SignInId, WaveId};
use crate::store::access;
use crate::store::invitation::{self, Addressee, Invitation, LeaderForm};
use crate::store::outbox::{self, Delivery, Kind, Mail};
use crate::store::people::{self, Person};
use crate::store::wave::{Promise, State};
use std::sync::Arc;

/// A worded mail.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Address.
    pub email: String,
    /// Name of the addressee.
    pub name: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same with markup.
    pub html: String,
    /// The same for every attempt at the same mail.
    pub message_id: String,
    /// Where such mails can be stopped; none for those that somebody asked for.
    pub stop: Option<String>,
}

/// Words a queued mail; `None` if it is not to be sent any more. Secrets are derived here and nowhere stored.
pub(super) fn compose(desk: &Desk<'_>, mail: &Mail) -> Outcome<Option<Letter>> {
    let addressed = match mail.kind {
        Kind::Invitation | Kind::Reminder | Kind::LastCall => to_member(desk, mail)?,
        Kind::LeaderForm | Kind::LeaderReminder => to_leader(desk, mail)?,
        Kind::Results => of_results(desk, mail)?,
        Kind::SignIn => to_sign_in(desk, mail)?,
        Kind::Notice => of_next_wave(desk, mail)?,
    };
    let Some(Addressed {
        person,
        mut own,
        about,
    }) = addressed
    else {
        return Ok(None);
    };
    own.name.clone_from(&person.name);
    let form = match &about {
        Some(about) if about.facts.wave.state != State::Draft => desk
            .app
            .forms
            .of_wave(desk, mail.kind, about, &person, &own)?,
        about => Arc::new(render(desk, mail.kind, about.as_ref(), &person, &own)?),
    };
    let (subject, text, html) = form.fill(&own);
    Ok(Some(Letter {
        subject,
        text,
        html,
        message_id: format!("<{}@{}>", mail.id, desk.app.config.mail_host()),
        stop: (!own.stop.is_empty()).then_some(own.stop),
        email: person.email,
        name: person.name,
    }))
}

/// Who gets a mail, what is their own in it, and what it is about.
struct Addressed {
    person: Person,
    own: Own,
    about: Option<About>,
}

fn to_member(desk: &Desk<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = InvitationId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let to = desk.members.get(&id).ok_or(Problem::NotFound)?;
    let facts = desk.facts(&to.slip.wave)?;
    let answered = to.slip.blinded_hash.is_some();
    if !wanted(desk, mail, &facts, to, answered)? {
        return Ok(None);
    }
    let mut own = address(desk, &facts, &to.slip)?;
    own.stop = stop(desk, id.bytes());
    Ok(Some(Addressed {
        person: to.person.clone(),
        own,
        about: Some(About {
            facts,
            node: to.slip.node,
            cell: Some(to.slip.cell),
        }),
    }))
}

fn address(desk: &Desk<'_>, facts: &Facts, slip: &Invitation) -> Outcome<Own> {
    let secret = InvitationSecret::derive(facts.key()?, &slip.id.bytes()).text();
    let (config, cell) = (&desk.app.config, slip.cell);
    Ok(match facts.wave.promise {
        Promise::Anonymous => Own {
            link: config.link(&format!("/a#{}.{cell}.{secret}", facts.in_link()?)),
            code: format!("{}.{cell}.{}", facts.short(), groups(&secret)),
            ..Own::default()
        },
        Promise::Confidential => Own {
            link: config.link(&format!("/answer/{secret}")),
            ..Own::default()
        },
    })
}

fn to_leader(desk: &Desk<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = LeaderFormId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let to = desk.app.store.read(|c| invitation::leader(c, &id))?;
    let facts = desk.facts(&to.slip.wave)?;
    let answered = to.slip.answers.is_some();
    if !wanted(desk, mail, &facts, &to, answered)? {
        return Ok(None);
    }
    let secret = LeaderSecret::derive(facts.key()?, &id.bytes());
    let page = format!("/leader/{}", secret.text());
    Ok(Some(for_leader(desk, to, facts, &page)))
}

fn for_leader(
    desk: &Desk<'_>,
    to: Addressee<LeaderForm>,
    facts: Arc<Facts>,
    page: &str,
) -> Addressed {
    Addressed {
        person: to.person,
        own: Own {
            link: desk.app.config.link(page),
            stop: stop(desk, to.slip.id.bytes()),
            ..Own::default()
        },
        about: Some(About {
            facts,
            node: to.slip.node,
            cell: None,
        }),
    }
}

/// Whether somebody is still to be asked. A reminder goes to those who got a link and have not answered.
fn wanted<S>(
    desk: &Desk<'_>,
    mail: &Mail,
    facts: &Facts,
    to: &Addressee<S>,
    answered: bool,
) -> Outcome<bool> {
    if to.stopped || !to.person.active || !facts.is_open(desk.app) {
        return Ok(false);
    }
    let first = match mail.kind {
        Kind::Reminder | Kind::LastCall => Kind::Invitation,
        Kind::LeaderReminder => Kind::LeaderForm,
        _ => return Ok(true),
    };
    let got = desk
        .app
        .store
        .read(|c| outbox::state(c, first, &mail.subject))?;
    Ok(!answered && got == Some(Delivery::Sent))
}

fn of_results(desk: &Desk<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = LeaderFormId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let to = desk.app.store.read(|c| invitation::leader(c, &id))?;
    let facts = desk.facts(&to.slip.wave)?;
    let page = format!("/teams/{}/{}", to.slip.wave, to.slip.node);
    let wanted = to.person.active && !to.stopped;
    Ok(wanted.then(|| for_leader(desk, to, facts, &page)))
}

fn to_sign_in(desk: &Desk<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = SignInId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let (_, person) = match desk.app.store.read(|c| access::request(c, &id)) {
        Ok((request, person)) if request.expires > desk.app.now() => (request, person),
        Ok(_) | Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let secret = SignInSecret::derive(&desk.app.server, &id.bytes());
    let link = format!("/sign-in/link/{}", secret.text());
    let own = Own {
        link: desk.app.config.link(&link),
        code: secret.code(),
        ..Own::default()
    };
    Ok(Some(Addressed {
        person,
        own,
        about: None,
    }))
}

/// To an administrator, before a series goes on by itself.
fn of_next_wave(desk: &Desk<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let (wave, person) = mail.subject.split_once('.').unwrap_or_default();
    let wave = WaveId::parse(wave).ok_or(Problem::NotFound)?;
    let person = PersonId::parse(person).ok_or(Problem::NotFound)?;
    let facts = match desk.facts(&wave) {
        Ok(facts) if facts.wave.state == State::Draft => facts,
        // Skipped meanwhile.
        Ok(_) | Err(Problem::NotFound) => return Ok(None),
        Err(problem) => return Err(problem),
    };
    let person = desk.app.store.read(|c| people::person(c, &person))?;
    let own = Own {
        link: desk.app.config.link(&format!("/hr/waves/{wave}")),
        ..Own::default()
    };
    Ok(Some(Addressed {
        person,
        own,
        about: Some(About {
            facts,
            node: 0,
            cell: None,
        }),
    }))
}

fn stop(desk: &Desk<'_>, id: [u8; 16]) -> String {
    let text = stop_text(&desk.app.server, &id);
    desk.app.config.link(&format!("/stop/{text}"))
}

/// Letters in groups of four, for typing.
fn groups(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    groups.join("-")
}
