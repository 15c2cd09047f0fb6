use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::ImportId;
use crate::store::roster;
use crate::table;
use chrono::Duration;

/// Largest file taken, in bytes.
const LARGEST: usize = 20 * 1024 * 1024;

/// How long an upload waits for its confirmation.
const KEPT: Duration = Duration::days(1);

/// How the names of files end that rosters come in: those of texts, and those of workbooks.
const TEXTS: [&str; 4] = ["csv", "tsv", "txt", "ldif"];
const WORKBOOKS: [&str; 5] = ["xlsx", "xlsm", "xlsb", "xls", "ods"];

/// Whether a file is what its name says.
///
/// # Errors
/// A refusal if its name ends as no roster's does, or its content is of another kind.
pub fn fits(name: &str, bytes: &[u8]) -> Outcome<()> {
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase());
    let ending = ending.unwrap_or_default();
    let is_workbook = table::is_workbook(bytes);
    if TEXTS.contains(&&*ending) && !is_workbook {
        return Ok(());
    }
    // Some HR systems call a text `.xls`, so that a spreadsheet opens it.
    match WORKBOOKS.contains(&&*ending) && (is_workbook || ending == "xls") {
        true => Ok(()),
        false => Err(Problem::refused("problem-upload-kind")),
    }
}

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
