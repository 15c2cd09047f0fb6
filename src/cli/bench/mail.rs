use super::machine;
use super::sink::Sink;
use super::table::share;
use super::voters;
use super::{HR, MailArgs, SURVEY};
use crate::app::{App, Parts};
use crate::cli::print;
use crate::config::Config;
use crate::error::{Outcome, Problem};
use crate::mail;
use crate::wave::{self, PlanForm};
use chrono::Duration;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

/// Connections, as many as one after the other are tried.
const CONNECTIONS: [usize; 3] = [1, 4, 16];
const ROUNDS: usize = 3;

/// About as long as an invitation with both its parts.
const LENGTH: usize = 6000;

/// Measures how many invitations a second leave, beside Postfix's `smtp-source` on the same mail server.
pub fn run(args: &MailArgs) -> Outcome<()> {
    let name = format!("gutcheck-bench-mail-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let measured = measure(args, &folder);
    let removed = std::fs::remove_dir_all(&folder);
    measured?;
    removed.map_err(|error| Problem::fault("bench folder", error))
}

fn measure(args: &MailArgs, folder: &Path) -> Outcome<()> {
    let sink = Sink::start()?;
    let roster = voters::members_only(args.people);
    voters::settle(&app(folder, &sink, 1)?, &roster)?;
    print(&format!(
        "{} invitations a round, load {}\n{:>12}{:>14}{:>14}{:>14}{:>10}\n",
        args.people,
        machine::load().unwrap_or_else(|| "unknown".to_owned()),
        "connections",
        "queued in s",
        "mails, /s",
        "source, /s",
        "ratio, %"
    ))?;
    for connections in CONNECTIONS {
        for _ in 0..ROUNDS {
            let line = round(args, folder, &sink, connections)?;
            print(&line)?;
        }
    }
    Ok(())
}

/// Mails leave at full speed and at the number of connections that is measured.
fn app(folder: &Path, sink: &Sink, connections: usize) -> Outcome<App> {
    let flags = vec![
        ("data", folder.display().to_string()),
        ("smtp", format!("smtp://{}", sink.address)),
        ("mail_connections", connections.to_string()),
        ("mail_per_minute", "0".to_owned()),
    ];
    App::build(Config::load(None, |_| None, &flags)?, Parts::real())
}

fn round(args: &MailArgs, folder: &Path, sink: &Sink, connections: usize) -> Outcome<String> {
    let app = app(folder, sink, connections)?;
    let queued = launch(&app)?;
    let (before, begun) = (sink.accepted(), Instant::now());
    while mail::deliver(&app)? > 0 {}
    let took = begun.elapsed().as_secs_f64();
    let sent = sink.accepted() - before;
    if sent < args.people {
        let lost = format!("bench: of {} mails only {sent} left", args.people);
        return Err(Problem::broken(lost));
    }
    let (ours, source) = (sent as f64 / took, source(args.people, connections, sink));
    Ok(format!(
        "{connections:>12}{queued:>14.2}{ours:>14.0}{source:>14.0}{:>10.0}\n",
        share(ours, source)
    ))
}

/// Opens a wave; the seconds in which its invitations were queued. The answers' promise makes no difference
/// to mails, so the one without keys is taken.
fn launch(app: &App) -> Outcome<f64> {
    let local = |hours| {
        let at = app.now() + Duration::hours(hours);
        at.utc().format("%Y-%m-%dT%H:%M").to_string()
    };
    let form = PlanForm {
        survey: SURVEY.into(),
        title: HR.into(),
        opens: local(-1),
        closes: local(24 * 10),
        promise: "confidential".into(),
    };
    let id = wave::plan(app, &form)?;
    wave::freeze(app, &id, HR)?;
    while wave::prepare(app, &id)? {}
    let begun = Instant::now();
    wave::launch(app, &id)?;
    Ok(begun.elapsed().as_secs_f64())
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
            "a@bench.example",
            "-t",
            "b@bench.example",
        ])
        .arg(sink.address.to_string())
        .stdout(Stdio::null())
        .status();
    match done {
        Ok(status) if status.success() => mails as f64 / begun.elapsed().as_secs_f64(),
        _ => f64::NAN,
    }
}
