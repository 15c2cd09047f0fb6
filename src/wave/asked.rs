use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::store::outbox::{self, Delivery};
use crate::store::people::Person;
use crate::store::wave::{self, State};
use crate::store::{Db, frozen, invitation, leader};
use std::collections::BTreeMap;

/// Somebody who is asked in a wave. Whether a member has answered is not known here, nor who wants no mails.
#[derive(Clone)]
pub struct Invitee {
    /// Who.
    pub person: Person,
    /// The teams they are asked about as a member.
    pub member_of: Vec<String>,
    /// The teams they are asked about as their leader.
    pub leads: Vec<String>,
    /// What is known of their first mail.
    pub mail: FirstMail,
}

/// What HR is told of somebody's first mail: nothing, unless it did not arrive or is still to leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FirstMail {
    /// Nothing is amiss that HR could mend.
    Untold,
    /// It is on its way.
    Waiting,
    /// It was refused, given up or came back.
    Lost,
}

impl From<Option<Delivery>> for FirstMail {
    fn from(state: Option<Delivery>) -> Self {
        match state {
            Some(Delivery::Queued) => Self::Waiting,
            Some(Delivery::Refused | Delivery::Failed | Delivery::Bounced) => Self::Lost,
            Some(Delivery::Sent | Delivery::Uncertain | Delivery::Needless) | None => Self::Untold,
        }
    }
}

/// Everybody who is asked in a launched wave, by name.
///
/// # Errors
/// Not found for a draft, and for a wave whose lists of names are no more.
pub fn invitees(app: &App, id: &WaveId) -> Outcome<Vec<Invitee>> {
    app.store.read(|c| list(c, id))
}

/// One of them; not found for whoever is not asked in this wave.
pub fn invitee(app: &App, id: &WaveId, person: &PersonId) -> Outcome<Invitee> {
    let mut all = invitees(app, id)?.into_iter();
    let found = all.find(|one| one.person.id == *person);
    found.ok_or(Problem::NotFound)
}

fn list(c: &mut Db, id: &WaveId) -> Outcome<Vec<Invitee>> {
    let wave = wave::wave(c, id)?;
    let over = matches!(wave.state, State::Draft | State::Off | State::Lapsed);
    if over || wave.key_destroyed.is_some() {
        return Err(Problem::NotFound);
    }
    let names = frozen::nodes(c, id)?.into_iter();
    let names: BTreeMap<i32, String> = names.map(|node| (node.no, node.name)).collect();
    let name = |node: i32| names.get(&node).cloned().unwrap_or_default();
    let mails = outbox::first_mails(c, id)?;
    let mail = |subject: &str| FirstMail::from(mails.get(subject).copied());
    let mut all: BTreeMap<PersonId, Invitee> = BTreeMap::new();
    for (slip, person) in invitation::with_people(c, id)? {
        let one = entry(&mut all, person);
        one.mail = one.mail.max(mail(slip.id.as_str()));
        one.member_of.push(name(slip.node));
    }
    for (form, person) in leader::of_wave(c, id)? {
        if form.asked {
            let one = entry(&mut all, person);
            one.mail = one.mail.max(mail(form.id.as_str()));
            one.leads.push(name(form.node));
        }
    }
    let mut all: Vec<Invitee> = all.into_values().collect();
    all.sort_by(|a, b| (&a.person.name, &a.person.id).cmp(&(&b.person.name, &b.person.id)));
    Ok(all)
}

fn entry(all: &mut BTreeMap<PersonId, Invitee>, person: Person) -> &mut Invitee {
    all.entry(person.id.clone()).or_insert_with(|| Invitee {
        person,
        member_of: Vec::new(),
        leads: Vec::new(),
        mail: FirstMail::Untold,
    })
}
