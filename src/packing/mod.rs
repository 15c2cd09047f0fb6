//! The reports of all teams of a wave as one file: asked for by HR, packed in the background by whichever node
//! has time, and kept for a day in the folder that the nodes share.

mod job;

pub use job::work;

use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::results;
use crate::store::number;
use crate::store::report_pack::{self, State};
use crate::text::Lang;
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

/// What the thread that packs is called.
pub const WORKER: &str = "packing";

/// So long a packed file waits to be fetched.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// How far a packing is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has asked for it lately.
    None,
    /// It waits, or so many of all reports are in it.
    Packing {
        /// Reports in the file so far.
        done: usize,
        /// Reports that there are.
        total: usize,
    },
    /// It can be fetched.
    Packed,
    /// It was tried several times in vain; the log of the server says why.
    Failed,
}

/// How far the packing of a wave's reports is.
pub fn standing(app: &App, wave: &WaveId, lang: Lang) -> Outcome<Standing> {
    let pack = app
        .store
        .read(|c| report_pack::find(c, wave, lang.code()))?;
    let Some(pack) = pack else {
        return Ok(Standing::None);
    };
    Ok(match pack.state {
        State::Waiting => Standing::Packing {
            done: number(pack.done),
            total: number(pack.total),
        },
        State::Packed if file(app, wave, lang).exists() => Standing::Packed,
        State::Packed => Standing::None,
        State::Failed => Standing::Failed,
    })
}

/// Has the reports of a released wave packed, unless they are or are about to be.
///
/// # Errors
/// Not found before the release.
pub fn request(app: &App, wave: &WaveId, lang: Lang) -> Outcome<()> {
    let teams = results::teams_shown(app, wave)?.len();
    let total = i32::try_from(teams).map_err(|error| Problem::fault("packing", error))?;
    app.store.write(|c| {
        let known = report_pack::find(c, wave, lang.code())?;
        let packed = known.is_some_and(|pack| pack.state == State::Packed);
        match packed && file(app, wave, lang).exists() {
            true => Ok(()),
            false => report_pack::ask(c, wave, lang.code(), total),
        }
    })
}

/// Where the packed file is.
pub fn file(app: &App, wave: &WaveId, lang: Lang) -> PathBuf {
    folder(app).join(format!("{wave}-{}.zip", lang.code()))
}

fn folder(app: &App) -> PathBuf {
    app.config.data.join("exports")
}

/// Removes files that waited for a day, and what dead nodes left. Whoever still wants one has it packed again.
///
/// # Errors
/// A fault if one cannot be removed.
pub fn sweep(app: &App) -> Outcome<()> {
    for entry in fs::read_dir(folder(app)).into_iter().flatten().flatten() {
        let age = entry.metadata().and_then(|known| known.modified());
        let age = age.ok().and_then(|at| at.elapsed().ok());
        if age.is_some_and(|age| age > KEPT) {
            let removed = fs::remove_file(entry.path());
            removed.map_err(|error| Problem::fault("a packed file that is over", error))?;
        }
    }
    Ok(())
}
