//! The surveys at hand: those inside the program, and those of a folder of one's own.

use super::Survey;
use super::fault::{Collector, Faults};
use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

#[derive(rust_embed::RustEmbed)]
#[folder = "surveys/"]
struct Shipped;

/// Every survey that can be run, by id.
#[derive(Clone, Debug)]
pub struct Library {
    surveys: BTreeMap<String, Survey>,
}

/// The survey of the front page, for one visitor; nothing of it is stored.
pub const GUT_CHECK: &str = "gut-check";

impl Library {
    /// The surveys inside the program and, if given, every `.toml` file in the folder `extra`.
    ///
    /// # Errors
    /// Everything wrong with any of the files, a folder or file that cannot be read, and an id that
    /// is taken already.
    pub fn load(extra: Option<&Path>) -> Result<Library, Faults> {
        let mut library = Library {
            surveys: BTreeMap::new(),
        };
        let mut faults = Collector::new("surveys");
        for name in Shipped::iter().filter(|name| name.ends_with(".toml")) {
            if let Some(file) = Shipped::get(&name) {
                let source = String::from_utf8_lossy(&file.data);
                faults.merge(library.add(&source, &name));
            }
        }
        if let Some(folder) = extra {
            faults.merge(library.add_folder(folder));
        }
        faults.finish().map(|()| library)
    }

    /// The survey called `id`.
    pub fn get(&self, id: &str) -> Option<&Survey> {
        self.surveys.get(id)
    }

    /// All surveys, in the order of their ids.
    pub fn all(&self) -> impl Iterator<Item = &Survey> {
        self.surveys.values()
    }

    /// The surveys for a wave, in the order of their ids: all but the one for visitors.
    pub fn for_waves(&self) -> impl Iterator<Item = &Survey> {
        self.all().filter(|survey| survey.id != GUT_CHECK)
    }

    fn add_folder(&mut self, folder: &Path) -> Result<(), Faults> {
        let paths = toml_files(folder).map_err(|error| unreadable(folder, &error))?;
        let mut faults = Collector::new("");
        for path in paths {
            let source = fs::read_to_string(&path).map_err(|error| unreadable(&path, &error));
            let origin = path.display().to_string();
            faults.merge(source.and_then(|source| self.add(&source, &origin)));
        }
        faults.finish()
    }

    fn add(&mut self, source: &str, origin: &str) -> Result<(), Faults> {
        let survey = Survey::parse(source, origin)?;
        if self.surveys.contains_key(&survey.id) {
            let reason = "another survey has this id already; choose a new one.";
            return Err(Faults::one(origin, &format!("id {}", survey.id), reason));
        }
        self.surveys.insert(survey.id.clone(), survey);
        Ok(())
    }
}

fn toml_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let mut paths = entries.collect::<io::Result<Vec<_>>>()?;
    paths.retain(|path| {
        path.extension()
            .is_some_and(|extension| extension == "toml")
    });
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &Path, error: &io::Error) -> Faults {
    let reason = format!("it cannot be read ({error}); check that it is there and readable.");
    Faults::one(&path.display().to_string(), "path", &reason)
}
