use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::ImportId;
use crate::store::roster;
use chrono::Duration;

/// Largest file taken, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

/// How long an upload waits for its confirmation.
const KEPT: Duration = Duration::days(1);

/// Keeps an uploaded file until it is applied, and drops those that have waited for more than a day.
///
/// # Errors
/// A refusal if the file is larger than 20 MiB.
pub fn stage(app: &App, bytes: &[u8]) -> Outcome<ImportId> {
    if bytes.len() > LARGEST {
        return Err(Problem::refused("problem-upload-large"));
    }
    let id = ImportId::new(app.seed());
    let now = app.now();
    app.store
        .write(|c| roster::keep_import(c, &id, bytes, now, now - KEPT))?;
    Ok(id)
}
