use super::print;
use crate::answer::{SheetRow, read_sheet};
use crate::disclosure::{self, Node, RawTally, Rule};
use crate::error::{Outcome, Problem};
use crate::report::{self, UnitReport};
use crate::scoring::{self, LeaderAnswers, Pool};
use crate::survey::{Role, Survey};
use crate::text::Lang;
use clap::Args;
use std::fmt::Write;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct ScoreArgs {
    /// The survey file
    #[arg(long)]
    survey: PathBuf,
    /// CSV with the columns team, role, one for each item, and invited if not everybody answered
    #[arg(long)]
    answers: PathBuf,
    /// Language of the report: en or de
    #[arg(long, default_value = "en")]
    lang: String,
}

/// Scores a file of answers through the same steps as the server, and prints a report for each team.
pub(super) fn run(args: &ScoreArgs) -> Outcome<()> {
    let lang = Lang::parse(&args.lang).ok_or_else(|| Problem::refused("problem-locale"))?;
    let name = args.survey.display().to_string();
    let survey = Survey::parse(&read(&args.survey)?, &name)
        .map_err(|faults| Problem::fault("survey", faults))?;
    let rows = read_sheet(&survey, &read(&args.answers)?).map_err(|faults| {
        let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
        Problem::Fault(format!("{}:\n{}", args.answers.display(), lines.join("\n")))
    })?;
    print(&score(&survey, &rows, lang)?)
}

fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path)
        .map_err(|error| Problem::fault(&path.display().to_string(), error))
}

/// The teams of the file are the parts of one organisation.
fn score(survey: &Survey, rows: &[SheetRow], lang: Lang) -> Outcome<String> {
    let fault = |error| Problem::fault("scoring", error);
    let mut teams: Vec<&str> = rows.iter().map(|row| row.team.as_str()).collect();
    teams.sort_unstable();
    teams.dedup();
    let options: Vec<usize> = survey
        .items
        .iter()
        .map(|item| survey.scale_of(item).map_or(0, |scale| scale.options.len()))
        .collect();
    let mut nodes = vec![Node {
        parent: None,
        own: 0,
    }];
    let mut tallies = vec![RawTally::new(&options)];
    for team in &teams {
        let mut tally = RawTally::new(&options);
        let members: Vec<&SheetRow> = of(rows, team, Role::Member).collect();
        for row in &members {
            tally.add(&row.answers.values(survey)).map_err(fault)?;
        }
        nodes.push(Node {
            parent: Some(0),
            own: members.len(),
        });
        tallies.push(tally);
    }
    let rule = Rule::new(5, 2).map_err(fault)?;
    let release = disclosure::release(&nodes, &tallies, rule).map_err(fault)?;
    let pool = Pool::of(survey, &release);
    let mut out = String::new();
    for (node, team) in (1..).zip(&teams) {
        let leaders: Vec<LeaderAnswers> = of(rows, team, Role::Leader)
            .map(|row| LeaderAnswers {
                values: row.answers.values(survey),
            })
            .collect();
        let invited = of(rows, team, Role::Member).find_map(|row| row.invited);
        let report = release.node(node).map(|tally| {
            let invited = invited.map_or(tally.n, |invited| invited as usize);
            scoring::unit(survey, &tally, invited, &pool, &leaders)
        });
        let report = report
            .transpose()
            .map_err(|error| Problem::fault("scores", error))?;
        write(
            &mut out,
            team,
            report
                .map(|scores| report::unit(survey, &scores, lang))
                .as_ref(),
            lang,
        );
    }
    Ok(out)
}

fn of<'a>(rows: &'a [SheetRow], team: &'a str, role: Role) -> impl Iterator<Item = &'a SheetRow> {
    rows.iter()
        .filter(move |row| row.team == team && row.role == role)
}

fn write(out: &mut String, team: &str, report: Option<&UnitReport>, lang: Lang) {
    let Some(report) = report else {
        let reason = crate::text::Sentence::new("report-withheld")
            .with("k", 5_usize)
            .in_lang(lang);
        let _ = writeln!(out, "{team}\n  {reason}\n");
        return;
    };
    let _ = writeln!(out, "{team}\n  {}\n  {}", report.headline, report.answered);
    for row in report.gaps.iter().chain(&report.traps).chain(&report.chaos) {
        let leader = row
            .leader
            .map_or_else(|| "–".to_owned(), |leader| leader.to_string());
        let figures = format!("{:>3} ({}–{})  {leader:>3}", row.team, row.lo, row.hi);
        let _ = writeln!(out, "  {:<32} {figures}  {}", row.title, row.sentence);
    }
    let _ = writeln!(out);
}
