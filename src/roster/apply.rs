use super::change::enforce;
use super::decisions::Decisions;
use super::summary::Summary;
use super::undo::{self, State};
use super::{preview, sheet};
use crate::app::App;
use crate::error::Outcome;
use crate::ids::ImportId;
use crate::store::act::{self, Kind};
use crate::store::roster;
use crate::text::Sentence;

/// Makes an upload the roster in force as [`apply_decided`] does, with what is likely and for the whole
/// organisation.
///
/// # Errors
/// Those of [`apply_decided`].
pub fn apply(app: &App, id: &ImportId, by: &str) -> Outcome<()> {
    apply_decided(app, id, &Decisions::default(), by)
}

/// Makes an upload the roster in force, in one transaction, and drops it. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if the file has a fault or a decision is missing; not found for an upload that was applied before.
pub fn apply_decided(app: &App, id: &ImportId, decisions: &Decisions, by: &str) -> Outcome<()> {
    app.store.write(|c| {
        roster::hold(c)?;
        let file = roster::import(c, id)?;
        let sheet = sheet::parse(&file).map_err(|error| preview::sentence(&error))?;
        if !sheet.faults.is_empty() {
            let faults = sheet.faults.len();
            return Err(Sentence::new("problem-roster-faults")
                .with("faults", faults)
                .into());
        }
        let before = State::read(c)?;
        let difference = enforce(app, c, &sheet.rows, decisions)?;
        let summary = Summary::of(&difference, &file);
        act::note(c, app.now(), by, Kind::Roster, &summary.to_string())?;
        undo::keep(app, c, id, by, &summary, &before)?;
        roster::drop_import(c, id)
    })
}
