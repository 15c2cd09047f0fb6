//! The program: see `gutcheck --help`.

use std::process::ExitCode;

fn main() -> ExitCode {
    gutcheck::cli::begin_log();
    match gutcheck::cli::run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
