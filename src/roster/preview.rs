use super::TeamPath;
use super::columns::Layout;
use super::difference::Difference;
use super::import::{self, Import};
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
    /// How many of them are about nobody on the roster.
    pub unknown_aside: usize,
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

/// Compares an upload with the roster in force. Nothing is written.
///
/// # Errors
/// Not found for an upload that has been applied or was dropped.
pub fn preview(app: &App, id: &ImportId) -> Outcome<Preview> {
    let import = match import::open(app, id)? {
        Ok(import) => import,
        Err(error) => return Ok(Preview::Unreadable(error.sentence())),
    };
    dry(app, import)
}

/// The same for a file that has been opened.
pub(super) fn dry(app: &App, import: Import) -> Outcome<Preview> {
    let Some(layout) = import.layout.filter(|layout| layout.faults().is_empty()) else {
        return Ok(Preview::Unassigned);
    };
    let file = import.file;
    let sheet = match file.read(&layout, &import.around) {
        Ok(sheet) => sheet,
        Err(error) => return Ok(Preview::Unreadable(error.sentence())),
    };
    let known = app.store.read(Known::read)?;
    let (difference, unknown_aside) = known.difference(&sheet, file.is_supplement());
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
        unknown_aside,
        notes: sheet.notes,
        difference,
        leaderless: sheet.leaderless,
    })))
}
