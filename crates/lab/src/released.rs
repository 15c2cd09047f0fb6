//! A large organisation with a released wave.

use crate::load::fault;
use crate::machine;
use crate::organisation::{DAYS_OPEN, HR, SURVEY, members, open_wave, set_up};
use chrono::Duration;
use gutcheck::answer::Answers;
use gutcheck::app::App;
use gutcheck::ballot::id::{BallotId, signed_input};
use gutcheck::ballot::promise::Root;
use gutcheck::ballot::seal::{Context, OpeningPublicKey, seal};
use gutcheck::error::{Outcome, Problem};
use gutcheck::ids::WaveId;
use gutcheck::store::ballot::{self, Ballot};
use gutcheck::store::invitation::{self, Invitation};
use gutcheck::store::promise;
use gutcheck::store::wave::{self as waves, Promise};
use gutcheck::survey::{Role, ScaleKind, Survey};
use gutcheck::wave;
use rand::RngExt;

/// So many teams have the same leader, whose pages are asked for.
const LED: usize = 20;

/// How many ballots are stored in one transaction.
const AT_ONCE: usize = 2_000;

/// Sets an organisation up, lets everybody answer a wave at random, and publishes it.
pub fn wave(app: &App, teams: usize, respondents: usize) -> Outcome<WaveId> {
    set_up(app, leaders(teams).chain(members(teams, respondents)))?;
    // Confidential, so that no issuing keys have to be made for every team.
    let (id, _) = open_wave(app, Promise::Confidential)?;
    answer(app, &id)?;
    app.clock
        .set(app.now() + Duration::days(DAYS_OPEN) + Duration::hours(1));
    wave::close(app, &id, HR)?;
    app.clock.set(app.now() + Duration::hours(1));
    wave::count(app, &id, HR)?;
    app.clock.run();
    Ok(id)
}

/// Lines of a roster: a leader for each team.
fn leaders(teams: usize) -> impl Iterator<Item = String> {
    (0..teams).map(|team| {
        let leader = if team < LED { 0 } else { team };
        format!("Lab/{team},l{leader}@lab.example,L{leader},leader\n")
    })
}

fn answer(app: &App, id: &WaveId) -> Outcome<()> {
    let known = app.store.read(|c| waves::wave(c, id))?;
    let key = OpeningPublicKey::from_bytes(known.opening_key.as_deref().unwrap_or_default());
    let key = key.map_err(fault)?;
    let promise = app.store.read(|c| promise::of_wave(c, id))?;
    let root = promise.and_then(|known| Root::read(&known.root));
    let root = root.ok_or(Problem::NotFound)?;
    let survey = app.library.get(SURVEY).ok_or(Problem::NotFound)?;
    for form in app.store.read(|c| invitation::leader_forms(c, id))? {
        let answers = answers(app, survey, Role::Leader)?.to_json(survey, Role::Leader);
        app.store
            .write(|c| invitation::set_leader_answers(c, &form.id, &answers))?;
    }
    let invited = app.store.read(|c| invitation::of_wave(c, id))?;
    for some in invited.chunks(AT_ONCE) {
        let sealed = sealed(app, survey, (&key, &root), some)?;
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
    (key, root): (&OpeningPublicKey, &Root),
    voters: &[Invitation],
) -> Outcome<Vec<Ballot>> {
    let one = |voter: &Invitation| {
        let plain = answers(app, survey, Role::Member)?.canonical(survey, Role::Member);
        let context = Context {
            wave: voter.wave.bytes(),
            root: *root.bytes(),
            cell: voter.cell.unsigned_abs(),
        };
        let sealed = seal(key, &context, &plain, &mut app.random.fork()).map_err(fault)?;
        let id = BallotId::of(&signed_input(&app.random.bytes(), &context, &sealed));
        Ok(Ballot {
            id: id.bytes().to_vec(),
            wave: voter.wave.clone(),
            cell: voter.cell,
            prefix: None,
            signature: None,
            sealed: Some(sealed),
        })
    };
    machine::on_all_cores(voters, one)
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
    Answers::from_fields(survey, role, &fields).map_err(|_| fault("a form with a fault"))
}
