use super::TeamPath;
use super::columns::Layout;
use super::decisions::Decisions;
use super::difference::Difference;
use super::import::{self, Import};
use super::kept::Staying;
use super::known::Known;
use super::sheet::{FaultReason, Findings, NoteReason};
use crate::app::App;
use crate::error::Outcome;
use crate::ids::ImportId;
use crate::table::Encoding;
use crate::text::Sentence;

/// What applying an upload would do, or why it cannot be applied.
#[derive(Debug)]
pub enum Preview {
    /// The file cannot be read as a roster at all.
    Unreadable(Sentence),
    /// It is not known yet what its columns mean.
    Unassigned,
    /// The file was read.
    Read(Box<Dry>),
}

/// A file that was read, and what its good lines would change.
#[derive(Debug)]
pub struct Dry {
    /// How the file was read.
    pub facts: FileFacts,
    /// Everything that is wrong, by reason.
    pub faults: Findings<FaultReason>,
    /// How many lines cannot be taken.
    pub lines_aside: usize,
    /// What is said of lines that are no faults.
    pub notes: Findings<NoteReason>,
    /// What would change if the good lines are taken; whoever is on another line stays.
    pub difference: Difference,
    /// Teams with members and no leader.
    pub leaderless: Vec<TeamPath>,
}

/// How a file was read.
#[derive(Debug)]
pub struct FileFacts {
    /// How its text is written down.
    pub encoding: Encoding,
    /// What stands between its cells.
    pub delimiter: char,
    /// Lines that can be taken.
    pub rows: usize,
    /// Three names, those with letters beyond ASCII first.
    pub names: Vec<String>,
    /// What its columns mean.
    pub layout: Layout,
    /// It only adds to the roster.
    pub is_supplement: bool,
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
    match import::open(app, id)? {
        Ok(import) => dry(app, import, decisions),
        Err(error) => Ok(Preview::Unreadable(error.sentence())),
    }
}

/// The same for a file that has been opened.
pub(super) fn dry(app: &App, import: Import, decisions: &Decisions) -> Outcome<Preview> {
    let Some(layout) = import.layout.filter(|layout| layout.faults().is_empty()) else {
        return Ok(Preview::Unassigned);
    };
    let file = import.file;
    let sheet = match file.read(&layout, &import.around) {
        Ok(sheet) => sheet,
        Err(error) => return Ok(Preview::Unreadable(error.sentence())),
    };
    let decisions = Decisions {
        staying: Staying {
            aside: sheet.aside,
            everybody: file.is_supplement(),
        },
        ..decisions.clone()
    };
    let known = app.store.read(Known::read)?;
    let difference = known.difference(&sheet.rows, &decisions);
    let mut lines: Vec<u64> = sheet.rows.iter().map(|row| row.line).collect();
    lines.dedup();
    Ok(Preview::Read(Box::new(Dry {
        facts: FileFacts {
            encoding: file.encoding(),
            delimiter: file.delimiter().into(),
            rows: lines.len(),
            names: file.names_to_check(&layout),
            layout,
            is_supplement: file.is_supplement(),
        },
        lines_aside: sheet.faulty.len(),
        faults: sheet.faults,
        notes: sheet.notes,
        difference,
        leaderless: sheet.leaderless,
    })))
}
