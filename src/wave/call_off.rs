use super::amend::amend;
use super::destroy::destroy;
use crate::app::App;
use crate::ballot::amend::Amendment;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind};
use crate::store::outbox::{self, Kind as MailKind, Mail};
use crate::store::{Db, invitation, promise, wave};
use std::collections::{BTreeMap, BTreeSet};

/// Calls a launched wave off, before it opens or while it is open: its keys are destroyed, with ballots and links,
/// its public page says so, and whoever was asked gets one mail that says it too. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if it is a draft or closed.
pub fn call_off(app: &App, id: &WaveId, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        wave::hold(c, id)?;
        if !wave::call_off(c, id, now)? {
            return Err(Problem::refused("problem-wave-call-off"));
        }
        // Before the promise is made nobody has been told anything that could be withdrawn.
        if promise::root(c, id)?.is_some() {
            amend(app, c, id, |_, day| Amendment::CallOff { day })?;
        }
        let told = told(app, c, id)?;
        outbox::withdraw(c, id)?;
        outbox::queue(c, &told)?;
        act::note(c, now, by, Kind::CalledOff, id.as_str())
    })?;
    match destroy(app, id) {
        // Somebody was reading: it is due, and tried again in a second.
        Err(Problem::Busy) => Ok(()),
        done => done,
    }
}

/// How many people would get a mail if a wave were called off now.
pub fn to_be_told(app: &App, id: &WaveId) -> Outcome<usize> {
    app.store.read(|c| Ok(told(app, c, id)?.len()))
}

/// One mail for each person to whom a link went, whatever they did with it.
fn told(app: &App, c: &mut Db, id: &WaveId) -> Outcome<Vec<Mail>> {
    let asked: BTreeSet<String> = outbox::asked(c, id)?.into_iter().collect();
    let slips = invitation::of_wave(c, id)?.into_iter();
    let slips = slips.map(|slip| (slip.person, slip.id.to_string()));
    let forms = invitation::leader_forms(c, id)?.into_iter();
    let forms = forms.map(|form| (form.person, form.id.to_string()));
    let mut told = BTreeMap::new();
    for (person, subject) in slips.chain(forms) {
        if asked.contains(&subject) {
            told.entry(person).or_insert(subject);
        }
    }
    let mail = |subject: &String| Mail::new(MailKind::CalledOff, subject, Some(id), app.now());
    Ok(told.values().map(mail).collect())
}
