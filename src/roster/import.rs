//! An upload, and how it is read: as somebody said of this one, as our own, or as files with the same columns were
//! read before.

use super::columns::{Layout, LayoutFault};
use super::known;
use super::sheet::{Around, File, SheetError};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::ImportId;
use crate::store::{Db, layout, people, roster};
use crate::table::{Encoding, Wish};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// An upload that can be read.
pub struct Import {
    /// The file.
    pub file: File,
    /// How it is read; `None` if that is not known yet.
    pub layout: Option<Layout>,
    /// What its lines do not say.
    pub around: Around,
}

/// What an upload is, or why it is no list at all.
pub type Opened = Result<Import, SheetError>;

/// Opens an upload.
///
/// # Errors
/// Not found for an upload that has been applied or was dropped.
pub fn open(app: &App, id: &ImportId) -> Outcome<Opened> {
    app.store.read(|c| open_in(c, app, id))
}

/// The same within a transaction.
pub(super) fn open_in(c: &mut Db, app: &App, id: &ImportId) -> Outcome<Opened> {
    let bytes = roster::import(c, id)?;
    let saved = layout::of_import(c, id)?.as_deref().and_then(read);
    let around = around(c, app)?;
    read_file(c, &bytes, saved, Wish::default(), around)
}

/// Opens the bytes of a file that nobody has uploaded.
pub(super) fn read_file(
    c: &mut Db,
    bytes: &[u8],
    saved: Option<Layout>,
    given: Wish,
    around: Around,
) -> Outcome<Opened> {
    let said = saved.as_ref().map_or(given, wish);
    let mut file = match File::open(bytes, said) {
        Ok(file) => file,
        Err(error) => return Ok(Err(error)),
    };
    let own = || file.own_layout();
    let saved = saved.and_then(|saved| saved.fitted(file.columns()));
    let mut layout = saved.or_else(own);
    if layout.is_none() {
        let known = layout::remembered(c, &mark(file.columns()))?;
        let known = known.as_deref().and_then(read);
        layout = known.and_then(|known| known.fitted(file.columns()));
        // What somebody said of the letters counts where the file does not show it by itself.
        let said = layout.as_ref().map(wish).unwrap_or_default();
        if given.encoding.is_none() && said.encoding.is_some() && !file.encoding().is_certain() {
            file = match File::open(bytes, said) {
                Ok(again) => again,
                Err(_) => file,
            };
        }
    }
    Ok(Ok(Import {
        file,
        layout,
        around,
    }))
}

/// The organisation that is above all teams, and the day.
pub(super) fn around(c: &mut Db, app: &App) -> Outcome<Around> {
    let organisation = people::organisation(c)?.ok_or(Problem::NotFound)?;
    let today = app
        .now()
        .utc()
        .with_timezone(&organisation.zone()?)
        .date_naive();
    let teams = roster::teams(c)?;
    let top = teams
        .iter()
        .find(|team| team.active && team.parent.is_none());
    let root = match top {
        Some(top) => known::names(&top.path).into_iter().next(),
        None => None,
    };
    Ok(Around {
        root: root.unwrap_or_else(|| organisation.name.replace('/', "-")),
        today,
    })
}

/// Reads an upload by other letters or another delimiter, and recognises its columns anew.
///
/// # Errors
/// A refusal if it cannot be read so; not found for an upload that has been applied or was dropped.
pub fn reread(app: &App, id: &ImportId, wish: Wish) -> Outcome<()> {
    app.store.write(|c| {
        let bytes = roster::import(c, id)?;
        let file = File::open(&bytes, wish).map_err(|error| error.sentence())?;
        let layout = Layout {
            encoding: wish.encoding.map(|encoding| encoding.name().to_owned()),
            delimiter: wish.delimiter.map(char::from),
            ..file.own_layout().unwrap_or_else(|| file.recognised())
        };
        layout::set_of_import(c, id, &written(&layout)?)
    })
}

/// Says how an upload is read, now and whenever a file has the same columns; what keeps it from being read so is
/// given back.
///
/// # Errors
/// Not found for an upload that has been applied or was dropped.
pub fn assign(app: &App, id: &ImportId, said: &Layout) -> Outcome<Vec<LayoutFault>> {
    let json = written(said)?;
    app.store.write(|c| {
        roster::import(c, id)?;
        layout::set_of_import(c, id, &json)?;
        let faults = said.faults();
        if faults.is_empty() && !said.is_own {
            let names: Vec<String> = said.columns.iter().map(|(name, _)| name.clone()).collect();
            layout::remember(c, &mark(&names), &json)?;
        }
        Ok(faults)
    })
}

fn read(json: &str) -> Option<Layout> {
    serde_json::from_str(json).ok()
}

fn written(layout: &Layout) -> Outcome<String> {
    serde_json::to_string(layout).map_err(|error| Problem::fault("layout", error))
}

/// What a layout says of the file as a whole.
fn wish(layout: &Layout) -> Wish {
    Wish {
        encoding: layout.encoding.as_deref().and_then(Encoding::named),
        delimiter: layout.delimiter.and_then(|char| u8::try_from(char).ok()),
    }
}

fn mark(columns: &[String]) -> String {
    HEXLOWER.encode(&Sha256::digest(Layout::signature(columns)))
}
