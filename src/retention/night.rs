use super::terms::{Kind, term};
use crate::app::App;
use crate::error::{Outcome, Problem, guarded};
use crate::ids::WaveId;
use crate::results;
use crate::store::act::{self, Kind as Act};
use crate::store::retention::{self, BATCH, Night};
use crate::store::{Db, Moment, leave_no_trace, people, result};
use chrono::NaiveDate;

/// Lets go what was kept long enough, once a day, soon after midnight where the organisation is: a batch a
/// transaction, then one act that says how much of what. A night that is interrupted goes on in the next hour; what
/// fails keeps nothing else from going, and is tried again the next night.
///
/// # Errors
/// A fault if the night itself cannot be noted.
pub fn night(app: &App) -> Outcome<()> {
    let zone = app.store.read(people::zone)?;
    let today = app.now().utc().with_timezone(&zone).date_naive();
    if !app.store.write(|c| retention::begin(c, today))? {
        return Ok(());
    }
    app.store.write(|c| retention::note_leavers(c, today))?;
    for kind in Kind::ALL {
        if let Err(problem) = guarded(|| let_go(app, kind, today)) {
            let kind = kind.as_str();
            tracing::error!(kind, %problem, "what was kept long enough could not go");
        }
    }
    let gone = app.store.write(|c| {
        let counts = retention::finish(c, today)?.unwrap_or_default();
        if !counts.is_empty() {
            act::note(c, app.now(), "", Act::Tidied, &counts)?;
        }
        Ok(!counts.is_empty())
    })?;
    match gone {
        true => leave_no_trace(&app.store),
        false => Ok(()),
    }
}

/// What went last night; nothing before the first one.
pub fn last_night(app: &App) -> Outcome<Option<Night>> {
    app.store.read(retention::last)
}

fn let_go(app: &App, kind: Kind, today: NaiveDate) -> Outcome<()> {
    let Some(limit) = term(app, kind).limit(app.now()) else {
        return Ok(());
    };
    match kind {
        Kind::Waves => return waves(app, limit, today),
        Kind::LeaderAnswers => return leader_answers(app, limit, today),
        _ => {}
    }
    loop {
        let gone = app.store.write(|c| {
            let gone = batch(c, kind, limit)?;
            if gone > 0 {
                counted(c, today, kind, gone)?;
            }
            Ok(gone)
        })?;
        if gone == 0 {
            return Ok(());
        }
    }
}

/// Counts what goes, and lets whoever kept something made of results know.
fn counted(c: &mut Db, today: NaiveDate, kind: Kind, gone: usize) -> Outcome<()> {
    if matches!(kind, Kind::Comments | Kind::LeaderAnswers | Kind::Waves) {
        result::went(c)?;
    }
    retention::count(c, today, kind.as_str(), gone)
}

fn batch(c: &mut Db, kind: Kind, limit: Moment) -> Outcome<usize> {
    match kind {
        Kind::Uploads => retention::remove_uploads(c, limit),
        Kind::Undo => retention::remove_undo(c, limit),
        Kind::Comments => retention::forget_comments(c, limit),
        Kind::Mails => retention::remove_mails(c, limit),
        Kind::Leavers => retention::remove_leavers(c, limit.date()),
        Kind::Acts => act::prune(c, limit, BATCH * 10),
        Kind::Waves | Kind::LeaderAnswers => Ok(0),
    }
}

/// The answers of a wave's leaders are a batch. As long as another wave's figures lean on it, they stay.
fn leader_answers(app: &App, limit: Moment, today: NaiveDate) -> Outcome<()> {
    for id in app.store.read(|c| retention::over(c, limit))? {
        if is_leant_on(app, &id)? {
            continue;
        }
        app.store
            .write(|c| match retention::forget_leader_answers(c, &id)? {
                0 => Ok(()),
                gone => counted(c, today, Kind::LeaderAnswers, gone),
            })?;
    }
    Ok(())
}

/// Whether the figures of the wave after this one take something from it.
fn is_leant_on(app: &App, id: &WaveId) -> Outcome<bool> {
    for next in app.store.read(|c| retention::followers(c, id))? {
        match results::leans(app, &next) {
            Ok(true) => return Ok(true),
            Ok(false) | Err(Problem::NotFound) => {}
            Err(problem) => return Err(problem),
        }
    }
    Ok(false)
}

/// A wave is a batch of its own. One that another one's figures lean on stays as long as that one does, and so does
/// what comes after it.
fn waves(app: &App, limit: Moment, today: NaiveDate) -> Outcome<()> {
    for id in app.store.read(|c| retention::due_waves(c, limit))? {
        if is_leant_on(app, &id)? {
            return Ok(());
        }
        app.store.write(|c| match retention::remove_wave(c, &id)? {
            true => counted(c, today, Kind::Waves, 1),
            false => Ok(()),
        })?;
    }
    Ok(())
}
