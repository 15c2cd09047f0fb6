//! `gutcheck bench`: whole paths over loopback, with what the machine can do at the most measured in the
//! same run. Machines differ and are shared, so only the ratios count.

mod ballots;
mod company;
mod line;
mod load;
mod machine;
mod mail;
mod pages;
mod sink;
mod table;
mod vote;
mod voters;
mod yardsticks;

use crate::error::Outcome;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// What can be measured.
#[derive(Subcommand)]
pub enum Bench {
    /// How many sealed ballots a second are signed and stored, beside what the machine allows
    Ballots(BallotArgs),
    /// How many invitations a second leave, beside smtp-source of Postfix if that is installed
    Mail(MailArgs),
    /// How many pages of a released wave a second are shown, beside a bare server
    Pages(PageArgs),
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

/// How large the organisation is, and how much is asked.
#[derive(Args)]
pub struct PageArgs {
    /// People who answered
    #[arg(long, default_value_t = 100_000, value_parser = at_least_one)]
    respondents: usize,
    /// Teams that they are in
    #[arg(long, default_value_t = 1_000, value_parser = at_least_one)]
    teams: usize,
    /// Connections that ask at the same time
    #[arg(long, default_value_t = 32, value_parser = at_least_one)]
    clients: usize,
    /// Requests for the team page in each of the five rounds; a tenth of that for the other pages
    #[arg(long, default_value_t = 20_000, value_parser = at_least_one)]
    requests: usize,
    /// A folder to fill and keep, or one that an earlier run has filled; else a new one, removed at the end
    #[arg(long)]
    data: Option<PathBuf>,
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
        Bench::Pages(args) => pages::run(&args),
    }
}
