//! Scores files of answers as the server does, without a database.

mod sheet;
mod summaries;
mod text;

use super::print;
use crate::error::{Outcome, Problem};
use crate::report::{self, Moves, OrganisationReport, UnitId, UnitReport};
use crate::scoring::UnitScores;
use crate::stats::Judged;
use crate::survey::Survey;
use crate::text::{Lang, Sentence};
use clap::Args;
use serde::Serialize;
use sheet::{K, Sheet};
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct ScoreArgs {
    /// The survey file
    #[arg(long)]
    survey: PathBuf,
    /// CSV with the columns team (a path such as Company/Sales/North), role, one for each item, and invited if
    /// not everybody answered
    #[arg(long)]
    answers: PathBuf,
    /// The same of an earlier wave, to see what moved; teams are taken to have the same members
    #[arg(long)]
    before: Option<PathBuf>,
    /// Language of the report: en or de
    #[arg(long, default_value = "en")]
    lang: String,
    /// Print JSON, with every figure unrounded
    #[arg(long)]
    json: bool,
    /// Print the sums that all figures are computed from, as JSON; they are as confidential as the answers
    #[arg(long, conflicts_with_all = ["json", "before"])]
    summaries: bool,
}

/// The full report of a file.
#[derive(Serialize)]
struct Report {
    organisation: OrganisationReport,
    units: Vec<Unit>,
    /// Teams that are not shown by themselves.
    withheld: Vec<Withheld>,
}

/// One part of the organisation.
#[derive(Serialize)]
struct Unit {
    /// The path of the team; of teams counted together that of the department.
    team: String,
    name: String,
    merged: Vec<String>,
    report: UnitReport,
}

#[derive(Serialize)]
struct Withheld {
    team: String,
    reason: String,
}

pub(super) fn run(args: &ScoreArgs) -> Outcome<()> {
    let lang = Lang::parse(&args.lang).ok_or_else(|| Problem::refused("problem-locale"))?;
    let name = args.survey.display().to_string();
    let survey = Survey::parse(&read(&args.survey)?, &name)
        .map_err(|faults| Problem::fault("survey", faults))?;
    let sheet = |path: &PathBuf, earlier| {
        Sheet::read(&survey, &bytes(path)?, &path.display().to_string(), earlier)
    };
    let before = args
        .before
        .as_ref()
        .map(|path| sheet(path, None))
        .transpose()?;
    let sheet = sheet(&args.answers, before.as_ref())?;
    if args.summaries {
        return print(&format!("{:#}\n", summaries::summaries(&sheet)));
    }
    let report = score(&sheet, before.as_ref(), lang)?;
    match args.json {
        true => print(&format!("{:#}\n", serde_json::json!(report))),
        false => print(&text::text(&report, lang)),
    }
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    std::fs::read(path).map_err(|error| Problem::fault(path.display().to_string(), error))
}

fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| Problem::fault(path.display().to_string(), error))
}

fn score(sheet: &Sheet, before: Option<&Sheet>, lang: Lang) -> Outcome<Report> {
    let groups = report::groups(&sheet.wave, &sheet.names, lang);
    let groups = groups.map_err(|error| Problem::fault("scores", error))?;
    let since = lang.text("report-before");
    let noise = before
        .map(|before| change_noise(sheet, before))
        .transpose()?;
    let before = before.zip(noise.as_deref());
    let mut units = Vec::with_capacity(groups.len());
    let mut home = String::new();
    for group in &groups {
        let (scores, changes) = match group.id {
            UnitId::Node(node) => {
                home = sheet.paths.get(node).cloned().unwrap_or_default();
                let before = before.map(|(before, noise)| changes(sheet, before, node, noise));
                (sheet.wave.unit(node), before.transpose()?.flatten())
            }
            UnitId::Atom(atom) => (sheet.wave.atom(atom), None),
        };
        let scores = scores.map_err(|error| Problem::fault("scores", error))?;
        let moves = changes.as_ref().map(|changes| Moves {
            since: &since,
            changes,
        });
        let source = sheet.wave.parameters.source();
        let words = |scores: UnitScores| {
            report::unit(&sheet.wave.survey, &scores, moves.as_ref(), source, lang)
        };
        units.extend(scores.map(words).map(|report| Unit {
            team: home.clone(),
            name: group.name.clone(),
            merged: group.merged.clone(),
            report,
        }));
    }
    Ok(Report {
        organisation: report::organisation(&sheet.wave, groups, lang),
        units,
        withheld: withheld(sheet, lang),
    })
}

/// What moved in a node since the earlier sheet, if it was shown there.
fn changes(
    sheet: &Sheet,
    before: &Sheet,
    node: usize,
    noise: &[Option<f64>],
) -> Outcome<Option<Vec<Option<Judged>>>> {
    let Some(earlier) = same(sheet, before, node) else {
        return Ok(None);
    };
    if before.wave.release.node(earlier).is_none() {
        return Ok(None);
    }
    let people = sheet.asked(node).max(before.asked(earlier));
    let changes = sheet
        .wave
        .changes(node, (&before.wave, earlier), people, noise);
    changes
        .map(Some)
        .map_err(|error| Problem::fault("changes", error))
}

/// The noise of what moved in the teams of both sheets.
fn change_noise(sheet: &Sheet, before: &Sheet) -> Outcome<Vec<Option<f64>>> {
    let groups = sheet.wave.release.groups();
    let teams = (0..sheet.paths.len()).filter(|node| groups.own_report(*node).is_some());
    let both: Vec<(usize, usize)> = teams
        .filter_map(|node| Some((node, same(sheet, before, node)?)))
        .collect();
    let noise = sheet.wave.change_noise(&before.wave, &both);
    noise.map_err(|error| Problem::fault("changes", error))
}

/// The node of the earlier sheet with the same path.
fn same(sheet: &Sheet, before: &Sheet, node: usize) -> Option<usize> {
    let path = sheet.paths.get(node)?;
    before.paths.iter().position(|known| known == path)
}

fn withheld(sheet: &Sheet, lang: Lang) -> Vec<Withheld> {
    let reason = Sentence::new("report-withheld").with("k", K).in_lang(lang);
    let hidden = |(node, _): &(usize, &String)| sheet.wave.release.node(*node).is_none();
    let teams = sheet.paths.iter().enumerate().filter(hidden);
    teams
        .map(|(_, team)| Withheld {
            team: team.clone(),
            reason: reason.clone(),
        })
        .collect()
}
