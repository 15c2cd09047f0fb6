//! Promises of the command line, kept by the program itself.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use gutcheck::survey::Survey;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn gutcheck(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gutcheck"))
        .args(arguments)
        .output()
        .unwrap()
}

fn shipped(name: &str) -> String {
    format!("{}/surveys/{name}.toml", env!("CARGO_MANIFEST_DIR"))
}

/// A file in a folder of its own, which goes with it.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, text: &str) -> Self {
        let folder = format!("gutcheck-cli-{}-{name}", std::process::id());
        let folder = std::env::temp_dir().join(folder);
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join(name);
        std::fs::write(&path, text).unwrap();
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(self.0.parent().unwrap_or(Path::new("")));
    }
}

#[test]
fn the_shipped_surveys_pass_the_check() {
    for name in ["team-diagnostic", "team-pulse", "gut-check"] {
        assert!(
            gutcheck(&["survey", "check", &shipped(name)])
                .status
                .success()
        );
    }
}

#[test]
fn the_check_names_file_and_item_of_what_is_wrong() {
    let source = std::fs::read_to_string(shipped("team-diagnostic")).unwrap();
    let broken = source.replacen("id = \"A1\"", "id = \"A2\"", 1);
    let file = Scratch::new("broken.toml", &broken);
    let checked = gutcheck(&["survey", "check", file.path()]);
    assert!(!checked.status.success());
    let said = String::from_utf8(checked.stdout).unwrap();
    assert!(said.contains("broken.toml, item A2"), "{said}");
}

/// Answers of one team: so many members who all choose the third option, and a leader.
fn answers(survey: &Survey, members: usize) -> String {
    let ids: Vec<_> = survey.items.iter().map(|item| item.id.as_str()).collect();
    let line = |role: &str| format!("Crew,{role},{}\n", vec!["3"; ids.len()].join(","));
    let head = format!("team,role,{}\n", ids.join(","));
    head + &line("leader") + &line("member").repeat(members)
}

#[test]
fn a_file_of_answers_is_scored_without_a_database() {
    let source = std::fs::read_to_string(shipped("team-diagnostic")).unwrap();
    let survey = Survey::parse(&source, "team-diagnostic.toml").unwrap();
    let file = Scratch::new("six.csv", &answers(&survey, 6));
    let survey_file = shipped("team-diagnostic");
    let scored = gutcheck(&["score", "--survey", &survey_file, "--answers", file.path()]);
    let said = String::from_utf8(scored.stdout).unwrap();
    assert!(
        scored.status.success() && said.starts_with("Crew\n"),
        "{said}"
    );
    assert!(said.contains("Everyone answered: 6 of 6."), "{said}");
    assert!(said.contains("Accountability"), "{said}");
}

#[test]
fn a_team_below_five_is_not_scored_from_a_file_either() {
    let source = std::fs::read_to_string(shipped("team-diagnostic")).unwrap();
    let survey = Survey::parse(&source, "team-diagnostic.toml").unwrap();
    let file = Scratch::new("four.csv", &answers(&survey, 4));
    let survey_file = shipped("team-diagnostic");
    let scored = gutcheck(&["score", "--survey", &survey_file, "--answers", file.path()]);
    let said = String::from_utf8(scored.stdout).unwrap();
    assert!(
        said.contains("Nothing is shown") && !said.contains("Accountability"),
        "{said}"
    );
}

#[test]
fn the_settings_are_printed_with_their_documentation_and_without_secrets() {
    let printed = Command::new(env!("CARGO_BIN_EXE_gutcheck"))
        .arg("config")
        .env("GUTCHECK_DATABASE", "postgres://me:hunter2@db.example/gut")
        .output()
        .unwrap();
    let said = String::from_utf8(printed.stdout).unwrap();
    assert!(
        said.contains("GUTCHECK_PUBLIC_URL") && said.contains("set, not shown"),
        "{said}"
    );
    assert!(!said.contains("hunter2"), "{said}");
}

#[test]
fn an_unsafe_public_address_keeps_the_server_from_starting() {
    let folder = std::env::temp_dir().join(format!("gutcheck-cli-{}-none", std::process::id()));
    let data = folder.to_str().unwrap();
    let start = gutcheck(&[
        "serve",
        "--data",
        data,
        "--public-url",
        "http://gut.example.org",
    ]);
    assert!(!start.status.success());
    let said = String::from_utf8(start.stderr).unwrap();
    assert!(said.contains("https"), "{said}");
    assert!(!folder.exists(), "something was made before the refusal");
}

#[test]
fn the_demos_answers_are_scored_with_what_moved_and_in_both_languages() {
    let sheet = |quarter: &str| {
        let printed = gutcheck(&["demo", "--answers", quarter]);
        let name = format!("quarter-{quarter}.csv");
        Scratch::new(&name, &String::from_utf8(printed.stdout).unwrap())
    };
    let (before, after) = (sheet("2"), sheet("3"));
    let survey = shipped("team-diagnostic");
    let score = |more: &[&str]| {
        let files = ["score", "--survey", &survey, "--answers", after.path()];
        let printed = gutcheck(&[&files, more].concat());
        assert!(printed.status.success());
        String::from_utf8(printed.stdout).unwrap()
    };
    let english = score(&["--before", before.path()]);
    for sentence in [
        "Nordwind/Operations/Facilities\n  Nothing is shown",
        "points since the wave before: more than chance",
        "No visible change in",
        "What to do next",
    ] {
        assert!(english.contains(sentence), "{sentence}\n{english}");
    }
    assert!(score(&["--lang", "de"]).contains("haben geantwortet"));
    let json: serde_json::Value = serde_json::from_str(&score(&["--json"])).unwrap();
    assert_eq!(json["units"][0]["team"], "Nordwind");
    let sums: serde_json::Value = serde_json::from_str(&score(&["--summaries"])).unwrap();
    assert_eq!(sums["rule"]["k"], 5);
}

#[test]
fn a_quarter_that_the_demo_has_not_finished_is_refused() {
    for quarter in ["0", "4"] {
        let refused = gutcheck(&["demo", "--answers", quarter]);
        assert!(!refused.status.success());
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains("choose 1, 2 or 3"), "{said}");
    }
}
