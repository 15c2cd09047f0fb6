use super::print;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::mail::{self, Returned};
use std::fs;
use std::io::{Read, stdin};
use std::path::{Path, PathBuf};

/// Reads mailboxes and folders of mails, or one mail from standard input, and says how many mails came back.
pub(super) fn run(app: &App, files: &[PathBuf]) -> Outcome<()> {
    let mut all = Returned::default();
    let mut add = |bytes: &[u8]| {
        let found = mail::returned(app, bytes)?;
        all.mails += found.mails;
        all.notices += found.notices;
        all.noted += found.noted;
        Outcome::Ok(())
    };
    for path in files {
        for file in mails_in(path)? {
            let name = file.display().to_string();
            add(&fs::read(&file).map_err(|error| Problem::fault(&name, error))?)?;
        }
    }
    if files.is_empty() {
        let mut bytes = Vec::new();
        let read = stdin().read_to_end(&mut bytes);
        read.map_err(|error| Problem::fault("standard input", error))?;
        add(&bytes)?;
    }
    print(&format!(
        "{} mails read, {} undeliverable, {} of them newly noted\n",
        all.mails, all.notices, all.noted
    ))
}

/// The files of a folder, or of `new` and `cur` in a Maildir; a file is itself. What a mail program is still writing
/// (`tmp`) or hides is left out.
fn mails_in(path: &Path) -> Outcome<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let maildir = ["new", "cur"].map(|below| path.join(below));
    let folders = match maildir.iter().any(|folder| folder.is_dir()) {
        true => maildir.to_vec(),
        false => vec![path.to_owned()],
    };
    let mut files = Vec::new();
    for folder in folders.iter().filter(|folder| folder.is_dir()) {
        let fault = |error| Problem::fault(folder.display().to_string(), error);
        for entry in fs::read_dir(folder).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let hidden = entry.file_name().to_string_lossy().starts_with('.');
            if !hidden && entry.path().is_file() {
                files.push(entry.path());
            }
        }
    }
    files.sort();
    Ok(files)
}
