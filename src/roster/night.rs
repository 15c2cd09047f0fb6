//! A list that is imported without anybody who looks at it.

use super::apply::make;
use super::columns::LayoutFault;
use super::decisions::{self, Decisions};
use super::import::{self, Import};
use super::preview::{Dry, Preview, dry};
use super::rest;
use super::sheet::SheetError;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::store::roster;
use crate::table::Wish;
use crate::text::{Lang, Sentence};

/// How it is imported.
#[derive(Clone, Copy, Debug, Default)]
pub struct Nightly {
    /// What somebody knows better than the file shows.
    pub wish: Wish,
    /// Nothing is written.
    pub dry_run: bool,
    /// The lines that could not be taken are wanted.
    pub rest: bool,
    /// How many people leave, where so many leave that it has to be said.
    pub leaving: Option<usize>,
}

/// What came of it.
#[derive(Debug)]
pub struct Night {
    /// What was read and what it changes.
    pub dry: Dry,
    /// The lines that could not be taken, if they are wanted.
    pub rest: Vec<u8>,
}

/// Imports a file: read as HR has said of files with the same columns, else as its columns are recognised. Its good
/// lines are taken.
///
/// # Errors
/// A refusal, and nothing is taken: for a file that cannot be read, whose columns are not recognised, or that has no
/// good line.
pub fn import_file(app: &App, bytes: &[u8], how: Nightly) -> Outcome<Night> {
    let open = |error: SheetError| Problem::Refused(error.sentence());
    let import = |c: &mut crate::store::Db| {
        let around = import::around(c, app)?;
        import::read_file(c, bytes, None, how.wish, around)?.map_err(open)
    };
    let opened = with_layout(app.store.read(import)?)?;
    let lines = match how.rest {
        true => rest::lines(app, &opened)?,
        false => Vec::new(),
    };
    let decisions = Decisions {
        good_lines: true,
        leaving: how.leaving,
        ..Decisions::default()
    };
    let Preview::Read(dry) = dry(app, opened, &decisions)? else {
        return Err(Problem::refused("problem-roster-columns"));
    };
    if dry.facts.rows == 0 {
        let faults = dry.faults.count();
        let sentence = Sentence::new("problem-roster-faults").with("faults", faults);
        return Err(sentence.into());
    }
    if !how.dry_run
        && let Some(refusal) = decisions::refusal(&dry.difference, &decisions)
    {
        let leaving = dry.difference.leaving_people.len();
        let asked = refusal.is("problem-roster-leaving");
        let sentence = Sentence::new("problem-roster-leavers").with("leaving", leaving);
        return Err(if asked { sentence } else { refusal }.into());
    }
    if !how.dry_run && !dry.difference.is_empty() {
        app.store.write(|c| {
            roster::hold(c)?;
            let import = with_layout(import(c)?)?;
            make(app, c, (import, bytes), &decisions, NOBODY)
        })?;
    }
    Ok(Night {
        dry: *dry,
        rest: lines,
    })
}

/// Who is in the log as the one who did it.
const NOBODY: &str = "gutcheck roster import";

fn with_layout(mut import: Import) -> Outcome<Import> {
    let layout = import
        .layout
        .take()
        .unwrap_or_else(|| import.file.recognised());
    if let Some(fault) = layout.faults().first() {
        return Err(unassigned(*fault));
    }
    import.layout = Some(layout);
    Ok(import)
}

fn unassigned(fault: LayoutFault) -> Problem {
    Sentence::new("problem-roster-unassigned")
        .with("why", fault.in_lang(Lang::En))
        .into()
}
