use super::print;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::mail::{self, Returned};
use std::fs;
use std::io::{Read, stdin};
use std::path::PathBuf;

/// Reads mailboxes, or one mail from standard input, and says how many mails came back.
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
        let name = path.display().to_string();
        add(&fs::read(path).map_err(|error| Problem::fault(&name, error))?)?;
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
