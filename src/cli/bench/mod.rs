//! `gutcheck bench`: whole paths over loopback, with what the machine can do at the most measured in the
//! same run. Machines differ and are shared, so only the ratios count.

mod ballots;
mod line;
mod load;
mod machine;
mod mail;
mod sink;
mod table;
mod vote;
mod voters;
mod yardsticks;

use crate::error::Outcome;
use clap::{Args, Subcommand};

/// What can be measured.
#[derive(Subcommand)]
pub enum Bench {
    /// How many sealed ballots a second are signed and stored, beside what the machine allows
    Ballots(BallotArgs),
    /// How many invitations a second leave, beside smtp-source of Postfix if that is installed
    Mail(MailArgs),
}

/// How much is sent, from how many places.
#[derive(Args)]
pub struct BallotArgs {
    /// Connections that send at the same time
    #[arg(long, default_value_t = 64, value_parser = at_least_one)]
    clients: usize,
    /// Ballots in each of the five rounds
    #[arg(long, default_value_t = 2000, value_parser = at_least_one)]
    ballots: usize,
    /// An empty database to fill, `postgres://…` or the path of a SQLite file; else a new file, removed at the end
    #[arg(long)]
    database: Option<String>,
}

/// How much mail is sent.
#[derive(Args)]
pub struct MailArgs {
    /// People in the organisation, each of whom gets a mail a round; 7 at the least
    #[arg(long, default_value_t = 10_000, value_parser = at_least_one)]
    people: usize,
}

/// What is run and by whom.
const SURVEY: &str = "team-diagnostic";
const HR: &str = "Bench";

fn at_least_one(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(number) if number > 0 => Ok(number),
        _ => Err("give a whole number from 1 on".to_owned()),
    }
}

/// Measures, and prints what came out.
pub fn run(bench: Bench) -> Outcome<()> {
    match bench {
        Bench::Ballots(args) => ballots::run(&args),
        Bench::Mail(args) => mail::run(&args),
    }
}
