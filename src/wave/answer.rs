use super::form::{Form, Standing, leader_form, member_form};
use super::promise;
use crate::answer::{Answers, FieldFault};
use crate::app::App;
use crate::ballot::id::{BallotId, signed_input};
use crate::ballot::random;
use crate::ballot::seal::{OpeningPublicKey, seal};
use crate::error::{Outcome, Problem};
use crate::store::ballot::{self, Ballot};
use crate::store::invitation::{self, Invitation};
use crate::store::wave;
use crate::survey::Role;
use rand::Rng;

/// What became of a form that was sent.
#[derive(Debug)]
pub enum Answered {
    /// It is stored.
    Taken,
    /// The link had been used before; nothing was changed.
    Before,
    /// The form was handed on to another leader; nothing was changed.
    HandedOn,
    /// These fields have to be mended; nothing was stored.
    Faults(Vec<FieldFault>),
    /// The wave takes no answers now.
    Shut(Standing),
    /// There is no such link.
    Unknown,
}

/// Takes a member's answers in a confidential wave: checks them, seals them and stores the sealed ballot.
/// The link is used up and the ballot stored in one transaction; nothing joins the two.
pub fn answer_as_member(app: &App, token: &str, fields: &[(String, String)]) -> Outcome<Answered> {
    let Some(form) = member_form(app, token)? else {
        return Ok(Answered::Unknown);
    };
    if form.invitation.blinded_hash.is_some() {
        return Ok(Answered::Before);
    }
    if form.standing != Standing::Open {
        return Ok(Answered::Shut(form.standing));
    }
    let answers = match Answers::from_fields(&form.survey, Role::Member, fields) {
        Ok(answers) => answers,
        Err(faults) => return Ok(Answered::Faults(faults)),
    };
    let ballot = sealed(app, &form, &answers)?;
    app.store.write(|c| {
        let standing = Standing::of(&wave::wave(c, &form.wave.id)?, app.now());
        if standing != Standing::Open {
            return Ok(Answered::Shut(standing));
        }
        if !invitation::issue(c, &form.invitation.id, "")? {
            return Ok(Answered::Before);
        }
        ballot::add(c, &ballot)?;
        Ok(Answered::Taken)
    })
}

fn sealed(app: &App, form: &Form<Invitation>, answers: &Answers) -> Outcome<Ballot> {
    let stored = form.wave.opening_key.as_deref().ok_or(Problem::NotFound)?;
    let key = OpeningPublicKey::from_bytes(stored).map_err(|error| Problem::fault("key", error))?;
    let plain = answers.canonical(&form.survey, Role::Member);
    let root = app.store.read(|c| promise::root(c, &form.wave.id))?;
    let context = promise::context(&form.wave.id, &root, form.invitation.cell);
    // The generator that tests can seed is not for this: whoever knew it could match ballots to the order in
    // which they came.
    let mut random = random::system();
    let sealed = seal(&key, &context, &plain, &mut random)
        .map_err(|error| Problem::fault("ballot", error))?;
    let mut prefix = [0; 32];
    random.fill_bytes(&mut prefix);
    let id = BallotId::of(&signed_input(&prefix, &context, &sealed));
    Ok(Ballot {
        id: id.bytes().to_vec(),
        wave: form.wave.id.clone(),
        cell: form.invitation.cell,
        prefix: None,
        signature: None,
        sealed: Some(sealed),
    })
}

/// Takes a leader's named answers; until the close they can be sent again and the last ones count.
pub fn answer_as_leader(app: &App, token: &str, fields: &[(String, String)]) -> Outcome<Answered> {
    let Some(form) = leader_form(app, token)? else {
        return Ok(Answered::Unknown);
    };
    if !form.invitation.asked {
        return Ok(Answered::HandedOn);
    }
    if form.standing != Standing::Open {
        return Ok(Answered::Shut(form.standing));
    }
    let answers = match Answers::from_fields(&form.survey, Role::Leader, fields) {
        Ok(answers) => answers.to_json(&form.survey, Role::Leader),
        Err(faults) => return Ok(Answered::Faults(faults)),
    };
    app.store.write(|c| {
        let standing = Standing::of(&wave::wave(c, &form.wave.id)?, app.now());
        if standing != Standing::Open {
            return Ok(Answered::Shut(standing));
        }
        match invitation::set_leader_answers(c, &form.invitation.id, &answers)? {
            true => Ok(Answered::Taken),
            false => Ok(Answered::HandedOn),
        }
    })
}
