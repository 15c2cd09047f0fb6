use super::TeamPath;
use super::decisions::Decisions;
use super::difference::Difference;
use super::encoding::Encoding;
use super::known::Known;
use super::sheet::{self, LineFault, SheetError};
use crate::app::App;
use crate::error::Outcome;
use crate::ids::ImportId;
use crate::store::roster;
use crate::text::Sentence;

/// What applying an upload would do, or why it cannot be applied.
#[derive(Debug)]
pub enum Preview {
    /// The file cannot be read as a roster at all.
    Unreadable(Sentence),
    /// Some lines are wrong, so none is applied.
    Faulty {
        /// How the file was read.
        facts: FileFacts,
        /// Everything that is wrong, by line.
        faults: Vec<LineFault>,
    },
    /// The file can be applied.
    Ready {
        /// How the file was read.
        facts: FileFacts,
        /// What would change.
        difference: Box<Difference>,
        /// Teams with members and no leader.
        leaderless: Vec<TeamPath>,
    },
}

/// How a file was read.
#[derive(Debug)]
pub struct FileFacts {
    /// How its text is written down.
    pub encoding: Encoding,
    /// A comma, a semicolon or a tab.
    pub delimiter: char,
    /// Lines that are right by themselves.
    pub rows: usize,
}

/// Compares an upload with the roster in force as [`preview_decided`] does, with what is likely and for the whole
/// organisation.
///
/// # Errors
/// Those of [`preview_decided`].
pub fn preview(app: &App, id: &ImportId) -> Outcome<Preview> {
    preview_decided(app, id, &Decisions::default())
}

/// Compares an upload with the roster in force. Nothing is written.
///
/// # Errors
/// Not found for an upload that has been applied or was dropped.
pub fn preview_decided(app: &App, id: &ImportId, decisions: &Decisions) -> Outcome<Preview> {
    let bytes = app.store.read(|c| roster::import(c, id))?;
    let sheet = match sheet::parse(&bytes) {
        Ok(sheet) => sheet,
        Err(error) => return Ok(Preview::Unreadable(sentence(&error))),
    };
    let facts = FileFacts {
        encoding: sheet.encoding,
        delimiter: sheet.delimiter,
        rows: sheet.rows.len(),
    };
    if !sheet.faults.is_empty() {
        let faults = sheet.faults;
        return Ok(Preview::Faulty { facts, faults });
    }
    Ok(Preview::Ready {
        facts,
        difference: Box::new(
            app.store
                .read(Known::read)?
                .difference(&sheet.rows, decisions),
        ),
        leaderless: sheet.leaderless,
    })
}

/// What to do about a file that cannot be read.
pub(super) fn sentence(error: &SheetError) -> Sentence {
    Sentence::new(error.key()).with("names", error.names())
}
