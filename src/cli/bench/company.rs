//! A large organisation with a released wave.

use super::load::broken;
use super::machine;
use super::voters::{open, settle};
use super::{HR, SURVEY};
use crate::answer::Answers;
use crate::app::App;
use crate::ballot::id::{BallotId, signed_input};
use crate::ballot::seal::{OpeningPublicKey, seal};
use crate::error::{Outcome, Panic, Problem};
use crate::ids::WaveId;
use crate::store::ballot::{self, Ballot};
use crate::store::invitation::{self, Invitation};
use crate::store::wave::{self as waves, Promise};
use crate::survey::{Role, ScaleKind, Survey};
use crate::wave;
use chrono::Duration;
use rand::RngExt;
use std::thread;

/// So many teams have the same leader, whose pages are asked for.
pub const LED: usize = 20;

/// How many ballots are stored in one transaction.
const AT_ONCE: usize = 2_000;

/// Sets an organisation up, lets everybody answer a wave at random, and publishes it.
pub fn found(app: &App, teams: usize, respondents: usize) -> Outcome<WaveId> {
    settle(app, &roster(teams, respondents))?;
    // Confidential, so that no issuing keys have to be made for every team.
    let id = open(app, Promise::Confidential)?;
    answer(app, &id)?;
    app.clock.set(app.now() + Duration::hours(25));
    wave::close(app, &id, HR)?;
    app.clock.set(app.now() + Duration::hours(1));
    wave::count(app, &id, HR)?;
    Ok(id)
}

/// In short words, so that a hundred thousand people fit into a roster.
fn roster(teams: usize, respondents: usize) -> String {
    let mut sheet = "team,e-mail,name,role\n".to_owned();
    for team in 0..teams {
        let leader = if team < LED { 0 } else { team };
        sheet.push_str(&format!(
            "Bench/{team},l{leader}@bench.example,L{leader},leader\n"
        ));
    }
    for number in 0..respondents {
        let team = number % teams;
        sheet.push_str(&format!(
            "Bench/{team},{number}@bench.example,P{number},member\n"
        ));
    }
    sheet
}

fn answer(app: &App, id: &WaveId) -> Outcome<()> {
    let known = app.store.read(|c| waves::wave(c, id))?;
    let key = OpeningPublicKey::from_bytes(known.opening_key.as_deref().unwrap_or_default());
    let key = key.map_err(broken)?;
    let survey = app.library.get(SURVEY).ok_or(Problem::NotFound)?;
    for form in app.store.read(|c| invitation::leader_forms(c, id))? {
        let answers = answers(app, survey, Role::Leader)?.to_json(survey, Role::Leader);
        app.store
            .write(|c| invitation::set_leader_answers(c, &form.id, &answers))?;
    }
    let invited = app.store.read(|c| invitation::of_wave(c, id))?;
    for some in invited.chunks(AT_ONCE) {
        let sealed = sealed(app, survey, &key, some)?;
        app.store.write(|c| {
            some.iter()
                .try_for_each(|one| invitation::issue(c, &one.id, "").map(drop))?;
            sealed
                .iter()
                .try_for_each(|one| ballot::add(c, one).map(drop))
        })?;
    }
    Ok(())
}

/// Ballots, sealed on all processors.
fn sealed(
    app: &App,
    survey: &Survey,
    key: &OpeningPublicKey,
    voters: &[Invitation],
) -> Outcome<Vec<Ballot>> {
    let one = |voter: &Invitation| {
        let plain = answers(app, survey, Role::Member)?.canonical(survey, Role::Member);
        let (wave, cell) = (voter.wave.bytes(), voter.cell.unsigned_abs());
        let sealed = seal(key, &wave, cell, &plain, &mut app.random.fork()).map_err(broken)?;
        let id = BallotId::of(&signed_input(&app.random.bytes(), &wave, cell, &sealed));
        Ok(Ballot {
            id: id.bytes().to_vec(),
            wave: voter.wave.clone(),
            cell: voter.cell,
            prefix: None,
            signature: None,
            sealed: Some(sealed),
        })
    };
    thread::scope(|scope| {
        let parts = voters.chunks(voters.len().div_ceil(machine::cores()).max(1));
        let part = |part: &[Invitation]| part.iter().map(one).collect::<Outcome<Vec<_>>>();
        let work: Vec<_> = parts.map(|some| scope.spawn(move || part(some))).collect();
        let done = work.into_iter().map(|part| part.join().map_err(Panic::of)?);
        Ok(done
            .collect::<Outcome<Vec<_>>>()?
            .into_iter()
            .flatten()
            .collect())
    })
}

fn answers(app: &App, survey: &Survey, role: Role) -> Outcome<Answers> {
    let mut dice = app.random.fork();
    let fields: Vec<(String, String)> = survey
        .form(role)
        .map(|(_, item)| {
            let kind = survey.scale_of(item).map(|scale| scale.kind);
            let value = match kind {
                Some(ScaleKind::Kept) => "none".to_owned(),
                _ => dice.random_range(1..=5_u8).to_string(),
            };
            (item.id.clone(), value)
        })
        .collect();
    Answers::from_fields(survey, role, &fields).map_err(|_| broken("a form with a fault"))
}
