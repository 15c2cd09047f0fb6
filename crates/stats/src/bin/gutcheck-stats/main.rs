//! Computes the figures of cases like those in `tests/reference`, to compare them with another program's.

mod case;

use case::{Case, CaseError, Comparisons, figures};
use serde_json::{Value, json};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
Computes the figures of statistics from case files, to compare them with another program's.

Usage: gutcheck-stats FILE...

A FILE is JSON with id, statistic, inputs and params, as in tests/reference, its CSV beside it; or one
with id, kind (gap, moved or mean), parameters and topics, as in tests/reference/gap.
Prints a JSON object with id and figures for each, and says on standard error why one has none.
";

fn main() -> ExitCode {
    let files: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let help = |file: &PathBuf| matches!(file.to_str(), Some("-h" | "--help"));
    if files.is_empty() {
        eprint!("{USAGE}");
        return ExitCode::from(2);
    }
    if files.iter().any(help) {
        return print(USAGE);
    }
    let mut ended = ExitCode::SUCCESS;
    for file in files {
        match computed(&file) {
            Ok(found) if print(&format!("{found:#}\n")) == ExitCode::SUCCESS => {}
            Ok(_) => return ExitCode::FAILURE,
            Err(error) => {
                eprintln!("{}: {error}", file.display());
                ended = ExitCode::FAILURE;
            }
        }
    }
    ended
}

/// Our figures for a case; the CSV of a statistic lies beside it.
fn computed(path: &Path) -> Result<Value, CaseError> {
    let read = |path: &Path| {
        std::fs::read_to_string(path)
            .map_err(|error| CaseError(format!("{}: {error}", path.display())))
    };
    let text = read(path)?;
    if let Some(comparisons) = Comparisons::read(&text)? {
        return Ok(json!({ "id": comparisons.id, "figures": comparisons.figures()? }));
    }
    let case = Case::read(&text, |name| read(&path.with_file_name(name)))?;
    Ok(json!({ "id": case.id, "figures": figures(&case)? }))
}

/// Writes to standard output; a reader that went away is no error.
fn print(text: &str) -> ExitCode {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            eprintln!("cannot write the figures: {error}");
            ExitCode::FAILURE
        }
        _ => ExitCode::SUCCESS,
    }
}
