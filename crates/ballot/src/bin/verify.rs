//! `gutcheck-verify`: checks what a server publishes of a wave, without the rest of Gutcheck.

use clap::Parser;
use gutcheck_ballot::program::{VerifyArgs, verify};
use std::process::ExitCode;

/// Check what a server publishes of a wave against the number you were given.
#[derive(Parser)]
#[command(name = "gutcheck-verify", version)]
struct Cli {
    #[command(flatten)]
    args: VerifyArgs,
}

fn main() -> ExitCode {
    match verify(&Cli::parse().args, None) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
