use super::import::{self, Import};
use super::sheet::FaultReason;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::ImportId;
use crate::store::people;
use crate::text::Lang;

/// The lines of an upload that cannot be taken, as a file to mend and upload: the same columns, and what to do in
/// the language of the organisation.
///
/// # Errors
/// Not found for an upload that has been applied or was dropped, or that cannot be read.
pub fn rest(app: &App, id: &ImportId) -> Outcome<Vec<u8>> {
    let import = import::open(app, id)?.map_err(|error| Problem::Refused(error.sentence()))?;
    lines(app, &import)
}

/// The same of a file that has been opened.
pub(super) fn lines(app: &App, import: &Import) -> Outcome<Vec<u8>> {
    let lang = app.store.read(people::organisation)?;
    let lang = lang
        .and_then(|known| Lang::parse(&known.locale))
        .unwrap_or_default();
    let layout = import.layout.as_ref().ok_or(Problem::NotFound)?;
    let sheet = import.file.read(layout, &import.around);
    let sheet = sheet.map_err(|error| Problem::Refused(error.sentence()))?;
    let sentence = |reason: &FaultReason| reason.sentence().in_lang(lang);
    let column = lang.text("roster-column-reason");
    let bytes = import.file.rest(&sheet.faulty, &column, sentence);
    bytes.map_err(|error| Problem::fault("the lines left aside", error))
}
