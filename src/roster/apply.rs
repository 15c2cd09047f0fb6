use super::change::enforce;
use super::decisions::Decisions;
use super::import::{self, Import};
use super::kept::Staying;
use super::summary::Summary;
use super::undo::{self, State};
use crate::app::App;
use crate::error::Outcome;
use crate::ids::ImportId;
use crate::store::act::{self, Kind};
use crate::store::{Db, roster};
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
        let bytes = roster::import(c, id)?;
        let import = import::open_in(c, app, id)?.map_err(|error| error.sentence())?;
        make(app, c, (import, &bytes), decisions, by)?;
        roster::drop_import(c, id)
    })
}

/// Makes a file the roster in force, notes it and keeps what was there before; `bytes` are what the file was read
/// from.
pub(super) fn make(
    app: &App,
    c: &mut Db,
    (import, bytes): (Import, &[u8]),
    decisions: &Decisions,
    by: &str,
) -> Outcome<()> {
    let layout = import.layout.filter(|layout| layout.faults().is_empty());
    let layout = layout.ok_or_else(|| Sentence::new("problem-roster-columns"))?;
    let sheet = import.file.read(&layout, &import.around);
    let sheet = sheet.map_err(|error| error.sentence())?;
    if !sheet.faults.is_empty() && (!decisions.good_lines || sheet.rows.is_empty()) {
        let faults = sheet.faults.count();
        return Err(Sentence::new("problem-roster-faults")
            .with("faults", faults)
            .into());
    }
    let decisions = Decisions {
        staying: Staying {
            aside: sheet.aside,
            everybody: import.file.is_supplement(),
        },
        ..decisions.clone()
    };
    let before = State::read(c)?;
    let difference = enforce(app, c, &sheet.rows, &decisions)?;
    let summary = Summary::of(&difference, bytes);
    act::note(c, app.now(), by, Kind::Roster, &summary.to_string())?;
    undo::keep(app, c, by, &summary, &before)
}
