//! Whole paths of Gutcheck over loopback, with what the machine can do at the most measured in the same
//! run. Machines differ and are shared, so only the ratios count.

mod ballots;
mod connection;
mod figure;
mod load;
mod machine;
mod mail;
mod organisation;
mod pages;
mod released;
mod server;
mod sink;
mod vote;
mod voters;
mod yardsticks;

use clap::Parser;
use std::process::ExitCode;
use tracing_subscriber::filter::LevelFilter;

/// Measures this machine with invented data.
#[derive(Parser)]
#[command(version)]
enum Lab {
    /// How many sealed ballots a second are signed and stored, beside what the machine allows
    Ballots(ballots::Args),
    /// How many invitations a second leave, beside smtp-source of Postfix if that is installed
    Mail(mail::Args),
    /// How many pages of a released wave a second are shown, beside a bare server
    Pages(pages::Args),
}

fn main() -> ExitCode {
    tracing_subscriber::fmt()
        .with_max_level(LevelFilter::WARN)
        .with_writer(std::io::stderr)
        .init();
    let measured = match Lab::parse() {
        Lab::Ballots(args) => ballots::run(&args),
        Lab::Mail(args) => mail::run(&args),
        Lab::Pages(args) => pages::run(&args),
    };
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// A number of things of which one at least is needed.
fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("give a whole number from 1 on".to_owned()),
    }
}
