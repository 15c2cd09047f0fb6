//! The command line.

mod account;
mod bounces;
mod demo;
mod log;
mod roster;
mod score;
mod serve;
mod survey;
mod verify;

pub use log::begin as begin_log;

use crate::app::{App, Parts};
use crate::ballot::program::{self, TrusteeArgs, VerifyArgs};
use crate::config::{self, Config, Flags};
use crate::error::{Outcome, Problem};
use chrono::Duration;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;

/// Gut-check surveys for leaders and teams: run the server, try the demo, check surveys, score answers.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Show an invented organisation with three finished quarters and one open wave
    Demo(DemoArgs),
    /// Run the server on your own data
    Serve(Settings),
    /// Print every setting with its documentation; secrets are not shown
    Config(Settings),
    /// Print a link that signs somebody in, once, within ten minutes
    SignIn {
        /// Address of the person
        email: String,
        #[command(flatten)]
        settings: Settings,
    },
    /// Make, list and change the accounts of those who work with Gutcheck
    Account {
        #[command(subcommand)]
        command: account::AccountCommand,
        #[command(flatten)]
        settings: Settings,
    },
    /// Note which mails came back, from the mailbox to which the mail server returns them
    Bounces {
        /// Mailbox (mbox), folder of mails (Maildir) or single mail; standard input without one, as for a pipe in an
        /// alias
        files: Vec<PathBuf>,
        #[command(flatten)]
        settings: Settings,
    },
    /// Work on the roster
    Roster {
        #[command(subcommand)]
        command: roster::RosterCommand,
    },
    /// Work on survey files
    Survey {
        #[command(subcommand)]
        command: SurveyCommand,
    },
    /// Score a file of answers, without a database
    Score(score::ScoreArgs),
    /// Check what a server publishes of a wave against the number you were given
    Verify(VerifyArgs),
    /// Make a trustee's key, prove that it works, and open a wave together with other trustees
    Trustee(TrusteeArgs),
}

#[derive(Subcommand)]
enum SurveyCommand {
    /// Check survey files and name everything that is wrong
    Check {
        /// TOML files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

/// Where the demo listens.
#[derive(Args)]
struct DemoArgs {
    /// Address and port
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// Use this folder, and keep it, instead of a new one that is removed at the end
    #[arg(long)]
    data: Option<PathBuf>,
    /// Print the invented answers of a finished quarter (1, 2 or 3) as a sheet for `score`, and stop
    #[arg(long, value_name = "QUARTER", conflicts_with = "data")]
    answers: Option<usize>,
}

/// Settings on the command line; they win over the environment and the file.
#[derive(Args)]
struct Settings {
    /// Settings file (TOML)
    #[arg(long)]
    config: Option<PathBuf>,
    /// `postgres://…` or the path of a SQLite file
    #[arg(long)]
    database: Option<String>,
    /// Folder for the SQLite file and the keys
    #[arg(long)]
    data: Option<String>,
    /// Address and port to listen on
    #[arg(long)]
    listen: Option<String>,
    /// Where people reach the server
    #[arg(long)]
    public_url: Option<String>,
}

impl Settings {
    fn load(&self) -> Outcome<Config> {
        let given = [
            ("database", &self.database),
            ("data", &self.data),
            ("listen", &self.listen),
            ("public_url", &self.public_url),
        ];
        let flags: Flags = given
            .into_iter()
            .filter_map(|(name, value)| Some((name, value.clone()?)))
            .collect();
        config::check_environment(std::env::vars_os())?;
        Config::load(
            self.config.as_deref(),
            |name| std::env::var(name).ok(),
            &flags,
        )
    }
}

/// Does what the command line asks for.
///
/// # Errors
/// What went wrong, for the person at the terminal.
pub fn run() -> Outcome<()> {
    match Cli::parse().command {
        Command::Demo(args) => demo::run(args),
        Command::Serve(settings) => serve::run(App::build(settings.load()?, Parts::real())?),
        Command::Config(settings) => print(&settings.load()?.describe()),
        Command::SignIn { email, settings } => {
            let app = App::build(settings.load()?, Parts::real())?;
            print(&format!(
                "{}\n",
                crate::access::operator_link(&app, &email, Duration::minutes(10))?
            ))
        }
        Command::Account { command, settings } => {
            account::run(&App::build(settings.load()?, Parts::real())?, command)
        }
        Command::Bounces { files, settings } => {
            bounces::run(&App::build(settings.load()?, Parts::real())?, &files)
        }
        Command::Roster { command } => roster::run(command, |settings| {
            App::build(settings.load()?, Parts::real())
        }),
        Command::Survey {
            command: SurveyCommand::Check { files },
        } => survey::check(&files),
        Command::Score(args) => score::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Trustee(args) => program::trustee(&args).map_err(Problem::broken),
    }
}

/// Writes to standard output; a reader that went away is no error.
fn print(text: &str) -> Outcome<()> {
    use std::io::{ErrorKind, Write};
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Problem::fault("output", error)),
        _ => Ok(()),
    }
}
