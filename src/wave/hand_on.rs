use super::launch;
use super::leaders::{self, Lead, follow};
use crate::app::App;
use crate::ballot::secret::LeaderSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{LeaderFormId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::invitation::{self, LeaderForm};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::people::Person;
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, Moment, leader};

/// Lets those who lead a team now take the place of those who led it when its members were told who reads: they are
/// asked in their stead, unless one who left has answered, whose answers stay; and they read the report. The members
/// who have still to answer see the new names, and the public chain has a line of it. `by` is who does it, for
/// the log.
///
/// # Errors
/// A refusal if nobody else leads the team, and once the keys are destroyed.
pub fn hand_on(app: &App, id: &WaveId, node: i32, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        wave::hold(c, id)?;
        let wave = wave::wave(c, id)?;
        if !may_change(&wave, now) {
            return Err(Problem::refused("problem-lead-over"));
        }
        let mut leads = leaders::list(c, id)?;
        leads.retain(|lead| lead.node == node);
        let lead = leads.first().ok_or(Problem::NotFound)?;
        if lead.newcomers().is_empty() {
            return Err(Problem::refused("problem-lead-nobody"));
        }
        if takes_answers(&wave, now) {
            pass_form(app, c, &wave, lead)?;
        }
        // What was passed on is read again, so that nobody gets two forms.
        let mut leads = leaders::list(c, id)?;
        leads.retain(|lead| lead.node == node);
        follow(app, c, &wave, &leads)?;
        if wave.state == State::Released {
            tell(c, &wave, node, now)?;
        }
        act::note(c, now, by, Act::HandedOn, id.as_str())
    })
}

/// Whether it can still be said who reads: from the promise on until the lists of names are destroyed.
pub fn may_change(wave: &Wave, now: Moment) -> bool {
    let late = wave.key_destroyed.is_some() || wave.destroy_after.is_some_and(|end| end <= now);
    let promised = matches!(
        wave.state,
        State::Proving | State::Frozen | State::Open | State::Closed | State::Released
    );
    promised && !late
}

fn takes_answers(wave: &Wave, now: Moment) -> bool {
    let launched = matches!(wave.state, State::Proving | State::Frozen | State::Open);
    launched && now < wave.closes
}

fn pass_form(app: &App, c: &mut Db, wave: &Wave, lead: &Lead) -> Outcome<()> {
    for (form, _) in lead.gone() {
        leader::set_asked(c, &form.id, false)?;
    }
    // A report has the view of one leader, not of two one after the other.
    if lead.is_answered_for() {
        return Ok(());
    }
    for person in lead.newcomers() {
        let mut known = lead.known.iter();
        match known.find(|(_, known)| known.id == person.id) {
            // Somebody who led the team before, and does so again.
            Some((form, _)) if form.token_hash.is_some() => {
                leader::set_asked(c, &form.id, true)?;
            }
            _ => ask(app, c, wave, lead.node, person)?,
        }
    }
    Ok(())
}

/// A form of their own, with a link that the leader before does not know.
fn ask(app: &App, c: &mut Db, wave: &Wave, node: i32, person: &Person) -> Outcome<()> {
    let keys = app.keys.issuing(&wave.id.bytes())?;
    let id = LeaderFormId::new(app.seed());
    let form = LeaderForm {
        token_hash: Some(LeaderSecret::derive(&keys.mail, &id.bytes()).hash()),
        id,
        wave: wave.id.clone(),
        node,
        person: person.id.clone(),
        answers: None,
        asked: true,
        // The members are told in the next step.
        reads: false,
    };
    invitation::add_leader_forms(c, std::slice::from_ref(&form))?;
    if wave.state == State::Open {
        let mails = launch::mails_to_leader(c, wave, &form, app.now())?;
        outbox::queue(c, &mails)?;
    }
    Ok(())
}

/// After the release those who read from now on are told like the others.
fn tell(c: &mut Db, wave: &Wave, node: i32, now: Moment) -> Outcome<()> {
    let mut mails = Vec::new();
    for form in invitation::leader_forms(c, &wave.id)? {
        let told = outbox::state(c, Kind::Results, form.id.as_str())?.is_some();
        if form.node == node && form.reads && !told {
            mails.push(Mail::new(
                Kind::Results,
                form.id.as_str(),
                Some(&wave.id),
                now,
            ));
        }
    }
    outbox::queue(c, &mails)
}
