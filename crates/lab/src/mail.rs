use crate::figure::share;
use crate::load::fault;
use crate::organisation::{self, open_wave, set_up};
use crate::server::{self, Folder};
use crate::sink::Sink;
use crate::{at_least_one, machine};
use gutcheck::app::App;
use gutcheck::error::Outcome;
use gutcheck::mail;
use gutcheck::store::wave::Promise;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Connections, as many as one after the other are tried.
const CONNECTIONS: [usize; 3] = [1, 4, 16];
const ROUNDS: usize = 3;

const TEAMS: usize = 16;

/// About as long as an invitation with both its parts.
const LENGTH: usize = 6000;

/// How much mail is sent.
#[derive(clap::Args)]
pub struct Args {
    /// People in the organisation, each of whom gets a mail a round; 7 at the least
    #[arg(long, default_value_t = 10_000, value_parser = at_least_one)]
    people: usize,
}

/// Measures how many invitations a second leave, beside Postfix's `smtp-source` on the same mail server.
pub fn run(args: &Args) -> Outcome<()> {
    let folder = Folder::temporary();
    let sink = Sink::start()?;
    set_up(
        &app(&folder, &sink, 1)?,
        organisation::members(TEAMS, args.people),
    )?;
    println!(
        "{} invitations a round, load {}\n{:>12}{:>14}{:>14}{:>14}{:>10}",
        args.people,
        machine::load(),
        "connections",
        "queued in s",
        "mails, /s",
        "source, /s",
        "ratio, %"
    );
    for connections in CONNECTIONS {
        for _ in 0..ROUNDS {
            println!("{}", round(args, &folder, &sink, connections)?);
        }
    }
    Ok(())
}

/// Mails leave at full speed and at the number of connections that is measured.
fn app(folder: &Folder, sink: &Sink, connections: usize) -> Outcome<App> {
    let settings = vec![
        ("smtp", format!("smtp://{}", sink.address)),
        ("mail_connections", connections.to_string()),
        ("mail_per_minute", "0".to_owned()),
    ];
    server::app(folder, settings)
}

fn round(args: &Args, folder: &Folder, sink: &Sink, connections: usize) -> Outcome<String> {
    let app = app(folder, sink, connections)?;
    // What the answers' promise is makes no difference to mails, so the one without keys is taken.
    let (_, queued) = open_wave(&app, Promise::Confidential)?;
    let (before, begun) = (sink.accepted(), Instant::now());
    while mail::deliver(&app)? > 0 {}
    let took = begun.elapsed().as_secs_f64();
    let sent = sink.accepted() - before;
    if sent < args.people {
        return Err(fault(format!("of {} mails only {sent} left", args.people)));
    }
    let (ours, source) = (sent as f64 / took, source(args.people, connections, sink));
    Ok(format!(
        "{connections:>12}{:>14.2}{ours:>14.0}{source:>14.0}{:>10.0}",
        queued.as_secs_f64(),
        share(ours, source)
    ))
}

/// Mails a second of `smtp-source`, connections kept; not-a-number without that program.
fn source(mails: usize, connections: usize, sink: &Sink) -> f64 {
    let begun = Instant::now();
    let done = Command::new("smtp-source")
        .args([
            "-d",
            "-s",
            &connections.to_string(),
            "-m",
            &mails.to_string(),
        ])
        .args([
            "-l",
            &LENGTH.to_string(),
            "-f",
            "a@lab.example",
            "-t",
            "b@lab.example",
        ])
        .arg(sink.address.to_string())
        .stdout(Stdio::null())
        .status();
    match done {
        Ok(status) if status.success() => mails as f64 / begun.elapsed().as_secs_f64(),
        _ => f64::NAN,
    }
}
