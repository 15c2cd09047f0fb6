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

fn of_case(name: &str, file: &str) -> String {
    format!("{}/tests/cases/{name}/{file}", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn answers_are_faulted_by_the_line_that_an_editor_shows_whatever_ends_it() {
    let survey = of_case("score-line-numbers", "survey.toml");
    let said = |file: &str| {
        let scored = gutcheck(&["score", "--survey", &survey, "--answers", file]);
        assert!(!scored.status.success());
        String::from_utf8(scored.stderr).unwrap()
    };
    let case = of_case("score-line-numbers", "answers.csv");
    assert!(
        said(&case).contains("line 3, column TO2"),
        "{}",
        said(&case)
    );
    let text = std::fs::read_to_string(case).unwrap();
    for other in [
        text.replace("\r\n", "\n"),
        text.replace("\r\n", "\r"),
        text.replace(',', ";") + ";;;\r\n\r\n\r\n",
        text.replace(',', "\t")
            .replace("team\trole", "Team\tROLE")
            .replace("member", "Member"),
    ] {
        let file = Scratch::new("answers.csv", &other);
        let said = said(file.path());
        assert!(said.contains("line 3, column TO2"), "{other:?}: {said}");
        assert_eq!(said.matches("line ").count(), 1, "{said}");
    }
}

/// What a file says to `roster import`, with a folder for the data.
struct Nightly {
    folder: PathBuf,
}

impl Nightly {
    fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("gutcheck-night-{}-{name}", std::process::id()));
        let config = gutcheck::config::Config::load(
            None,
            |_| None,
            &vec![("data", folder.display().to_string())],
        );
        let parts = gutcheck::app::Parts::real();
        let app = gutcheck::app::App::build(config.unwrap(), parts).unwrap();
        let set_up = gutcheck::access::SetUp {
            code: gutcheck::access::setup_code(&app),
            organisation: "Harbour".into(),
            name: "Hanna".into(),
            email: "hr@harbour.example".into(),
            password: "a long password".into(),
            locale: "en".into(),
            time_zone: "Europe/Berlin".into(),
        };
        gutcheck::access::set_up(&app, &gutcheck::access::Knock::inside(), &set_up).unwrap();
        Self { folder }
    }

    fn import(&self, more: &[&str]) -> (Option<i32>, String) {
        let data = self.folder.display().to_string();
        let arguments: Vec<&str> = ["roster", "import", "--data", &data]
            .into_iter()
            .chain(more.iter().copied())
            .collect();
        let done = gutcheck(&arguments);
        let said =
            String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap();
        (done.status.code(), said)
    }
}

impl Drop for Nightly {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

#[test]
fn a_nightly_import_reads_what_the_page_reads_and_says_what_it_left_aside() {
    let night = Nightly::new("reads");
    let list = of_case("roster-personio", "export.csv");
    let (code, said) = night.import(&[&list, "--dry-run"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("Vorgesetzte*r: reports to") && said.contains("this was a dry run"),
        "{said}"
    );
    assert!(
        said.contains("New people: 12") && said.contains("1 × Left aside because"),
        "{said}"
    );
    assert!(
        !said.contains("@example.org") && !said.contains("Brandt"),
        "names are not for logs: {said}"
    );
    let (code, said) = night.import(&[&list]);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("The roster is changed."), "{said}");
    let (_, said) = night.import(&[&list]);
    assert!(said.contains("There is nothing to change."), "{said}");
    // A faulty line is left aside, and its person stays.
    let text = std::fs::read_to_string(&list)
        .unwrap()
        .replace("tom.berg@example.org", "tom.berg@example");
    let file = Scratch::new("faulty.csv", &text);
    let rest = Scratch::new("rest.csv", "");
    let (code, said) = night.import(&[file.path(), "--rest", rest.path()]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        said.contains("One line could not be taken") && said.contains("Lines 11"),
        "{said}"
    );
    assert!(!said.contains("People who leave"), "{said}");
    assert!(
        std::fs::read_to_string(rest.path())
            .unwrap()
            .contains("Write one plain address")
    );
}

#[test]
fn a_nightly_import_takes_nothing_where_somebody_has_to_look() {
    let night = Nightly::new("refuses");
    assert_eq!(night.import(&[]).0, Some(2), "called without a file");
    let unknown = Scratch::new("unknown.csv", "Wer;Post\nIda;ida@x.example\n");
    let (code, said) = night.import(&[unknown.path()]);
    assert_eq!(code, Some(1), "{said}");
    assert!(
        said.contains("Upload the file once on the page of the roster"),
        "{said}"
    );
    let people = |number: usize| -> String {
        let lines = (0..number).map(|one| format!("Harbour,p{one}@x.example,P {one},member\n"));
        format!("team,e-mail,name,role\n{}", lines.collect::<String>())
    };
    let (all, few) = (
        Scratch::new("all.csv", &people(60)),
        Scratch::new("few.csv", &people(20)),
    );
    assert_eq!(night.import(&[all.path()]).0, Some(0));
    let (code, said) = night.import(&[few.path()]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("--leavers 40"), "{said}");
    let (code, said) = night.import(&[few.path(), "--leavers", "40"]);
    assert_eq!(code, Some(0), "{said}");
}
