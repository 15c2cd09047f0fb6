//! `gutcheck-trustee`: makes a trustee's key and opens a wave with it, without the rest of Gutcheck.

use clap::Parser;
use gutcheck_ballot::program::{TrusteeArgs, trustee};
use std::process::ExitCode;

/// Make a trustee's key, prove that it works, and open a wave together with others.
#[derive(Parser)]
#[command(name = "gutcheck-trustee", version)]
struct Cli {
    #[command(flatten)]
    args: TrusteeArgs,
}

fn main() -> ExitCode {
    match trustee(&Cli::parse().args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}
