use super::App;
use crate::error::{Outcome, Problem};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;

/// So long a packed file waits to be fetched.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

impl App {
    /// The folder for files that are made for somebody to fetch.
    pub fn exports(&self) -> PathBuf {
        self.config.data.join("exports")
    }

    /// Removes packed files that waited for a day. Whoever still wants one has it packed again.
    pub fn sweep_exports(&self) -> Outcome<()> {
        for entry in fs::read_dir(self.exports()).into_iter().flatten().flatten() {
            let age = entry.metadata().and_then(|known| known.modified());
            let age = age.ok().and_then(|at| at.elapsed().ok());
            if age.is_some_and(|age| age > KEPT) {
                let removed = fs::remove_file(entry.path());
                removed.map_err(|error| Problem::fault("a packed file that is over", error))?;
            }
        }
        Ok(())
    }
}
