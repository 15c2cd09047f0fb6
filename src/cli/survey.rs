use super::print;
use crate::error::{Outcome, Problem};
use crate::survey::Survey;
use std::path::PathBuf;

/// Checks survey files and prints everything that is wrong with them.
pub fn check(files: &[PathBuf]) -> Outcome<()> {
    let mut wrong = 0;
    for path in files {
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let source = std::fs::read_to_string(path)
            .map_err(|error| Problem::fault(path.display().to_string(), error))?;
        match Survey::parse(&source, &name) {
            Ok(survey) => print(&format!(
                "{name}: sound. {} items, {} dimensions, languages {}. Version {}\n",
                survey.items.len(),
                survey.dimensions.len(),
                survey.languages.join(", "),
                survey.hash
            ))?,
            Err(faults) => {
                wrong += faults.iter().count();
                print(&format!("{faults}\n"))?;
            }
        }
    }
    match wrong {
        0 => Ok(()),
        wrong => Err(Problem::broken(format!("{wrong} things to correct"))),
    }
}
