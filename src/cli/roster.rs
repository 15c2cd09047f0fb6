use super::{Settings, print};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::roster::sheet::{FaultReason, Findings, Group, NoteReason, Reason};
use crate::roster::{self, Dry, Night, Nightly};
use crate::table::{Encoding, Wish};
use crate::text::{Lang, Sentence};
use clap::{Args, Subcommand};
use std::fmt::Write;
use std::io::Read;
use std::path::{Path, PathBuf};

#[derive(Subcommand)]
pub(super) enum RosterCommand {
    /// Make a file the roster, as on HR's page: its good lines are taken, the rest is said and left aside.
    ///
    /// Ends with 0 if the file was read, with 1 if nothing was taken, with 2 if it was called wrongly.
    Import(ImportArgs),
}

#[derive(Args)]
pub(super) struct ImportArgs {
    /// The list, as the HR system writes it; `-` for standard input
    file: PathBuf,
    /// Say what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Write the lines that could not be taken to this file, with what to do
    #[arg(long, value_name = "FILE")]
    rest: Option<PathBuf>,
    /// How the file is written down, where that is not found, such as windows-1250
    #[arg(long)]
    encoding: Option<String>,
    /// Confirm that so many people leave; more than ten of them and more than a tenth of all are refused without
    #[arg(long, value_name = "NUMBER")]
    leavers: Option<usize>,
    #[command(flatten)]
    settings: Settings,
}

/// Imports a file without anybody who looks at it.
pub(super) fn run(command: RosterCommand, open: impl Fn(&Settings) -> Outcome<App>) -> Outcome<()> {
    let RosterCommand::Import(args) = command;
    let encoding = args.encoding.as_deref().map(|name| {
        let known = Encoding::named(name);
        known.ok_or_else(|| Problem::broken(format!("“{name}” is no encoding that is known here")))
    });
    let wish = Wish {
        encoding: encoding.transpose()?,
        delimiter: None,
    };
    let bytes = read(&args.file)?;
    let app = open(&args.settings)?;
    let night = Nightly {
        wish,
        dry_run: args.dry_run,
        rest: args.rest.is_some(),
        leaving: args.leavers,
    };
    let Night { dry, rest } = roster::import_file(&app, &bytes, night)?;
    let words = told(&dry, args.dry_run, Lang::En);
    print(&words.map_err(|error| Problem::fault("words", error))?)?;
    if let Some(path) = &args.rest {
        let written = std::fs::write(path, rest);
        written.map_err(|error| Problem::fault(path.display().to_string(), error))?;
    }
    Ok(())
}

fn read(path: &Path) -> Outcome<Vec<u8>> {
    let fault = |error| Problem::fault(path.display().to_string(), error);
    if path != Path::new("-") {
        return std::fs::read(path).map_err(fault);
    }
    let mut bytes = Vec::new();
    std::io::stdin().read_to_end(&mut bytes).map_err(fault)?;
    Ok(bytes)
}

/// What was read and what it changes, in lines.
fn told(dry: &Dry, is_dry: bool, lang: Lang) -> Result<String, std::fmt::Error> {
    let mut out = String::new();
    let say =
        |key: &'static str, number: usize| Sentence::new(key).with("count", number).in_lang(lang);
    let facts = Sentence::new("roster-cli-read")
        .with("rows", dry.facts.rows)
        .with("encoding", dry.facts.encoding.to_string());
    writeln!(out, "{}", facts.in_lang(lang))?;
    for (name, meaning) in &dry.facts.layout.columns {
        let means = lang.text(&format!("roster-meaning-{}", meaning.key()));
        if !dry.facts.layout.is_own && !name.is_empty() {
            writeln!(out, "  {name}: {means}")?;
        }
    }
    if dry.lines_aside > 0 {
        writeln!(out, "{}", say("roster-cli-aside", dry.lines_aside))?;
        groups(&mut out, &dry.faults, FaultReason::sentence_of_all, lang)?;
    }
    if !dry.notes.is_empty() {
        writeln!(out, "{}:", lang.text("hr-import-notes"))?;
        groups(&mut out, &dry.notes, NoteReason::sentence, lang)?;
    }
    let difference = &dry.difference;
    for (key, number) in [
        ("roster-cli-new-teams", difference.new_teams.len()),
        ("roster-cli-closed-teams", difference.closed_teams.len()),
        ("roster-cli-new-people", difference.new_people.len()),
        ("roster-cli-changed-people", difference.changed_people.len()),
        ("roster-cli-leaving-people", difference.leaving_people.len()),
        ("roster-cli-joined", difference.joined.len()),
        ("roster-cli-left", difference.left.len()),
        ("roster-cli-leaderless", dry.leaderless.len()),
    ] {
        if number > 0 {
            writeln!(out, "{}", say(key, number))?;
        }
    }
    let leaving = difference.leaving_people.len();
    if is_dry && roster::asks_for_number(leaving, difference.people_before) {
        writeln!(out, "{}", say("roster-cli-leavers", leaving))?;
    }
    let end = match (difference.is_empty(), is_dry) {
        (true, _) => "roster-cli-nothing",
        (false, true) => "roster-cli-dry",
        (false, false) => "roster-cli-done",
    };
    writeln!(out, "{}", lang.text(end))?;
    Ok(out)
}

fn groups<R: Reason>(
    out: &mut String,
    findings: &Findings<R>,
    sentence: impl Fn(&R) -> Sentence,
    lang: Lang,
) -> std::fmt::Result {
    for Group {
        reason,
        count,
        shown,
    } in findings.groups()
    {
        let lines: Vec<String> = shown.iter().map(|found| found.line.to_string()).collect();
        let more = if *count > shown.len() { ", …" } else { "" };
        writeln!(out, "  {count} × {}", sentence(reason).in_lang(lang))?;
        // No values: what a nightly job prints is kept in logs.
        writeln!(
            out,
            "      {} {}{more}",
            lang.text("roster-cli-lines"),
            lines.join(", ")
        )?;
    }
    Ok(())
}
