//! The runner as somebody meets it who compares our figures with another program's.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

fn run(files: &[&Path]) -> Output {
    let mut runner = Command::new(env!("CARGO_BIN_EXE_gutcheck-stats"));
    runner.args(files).output().unwrap()
}

/// A folder of its own for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn written(folder: &Path, name: &str, text: &str) -> PathBuf {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    path
}

const FAMILY: &str = r#"{"id": "mine", "statistic": "Holm, Benjamini-Hochberg, Benjamini-Yekutieli, Bonferroni adjusted p", "inputs": ["family.csv"], "params": {"alpha": 0.05}}"#;

#[test]
fn a_case_is_computed_without_its_expected_figures() {
    let folder = folder("without_expected");
    written(&folder, "family.csv", "p\n0.01\n0.04\n0.03\n");
    let computed = run(&[&written(&folder, "case.json", FAMILY)]);
    let found: Value = serde_json::from_slice(&computed.stdout).unwrap();
    assert_eq!(found["id"], "mine");
    let holm = found["figures"]["holm"].as_array().unwrap();
    assert_eq!(holm.len(), 3);
    for (found, expected) in holm.iter().zip([0.03, 0.06, 0.06]) {
        assert!(
            (found.as_f64().unwrap() - expected).abs() < 1e-12,
            "{holm:?}"
        );
    }
}

#[test]
fn a_case_that_cannot_be_computed_says_what_is_missing() {
    let folder = folder("missing");
    for (text, missing) in [
        ("{}", "id"),
        (
            r#"{"id": "x", "statistic": "guessing"}"#,
            "\"guessing\" is not known",
        ),
        (
            r#"{"id": "x", "statistic": "leader-member gap and intervals", "inputs": ["none.csv"]}"#,
            "none.csv",
        ),
        (
            r#"{"id": "x", "statistic": "minimum detectable change by power (two independent waves)"}"#,
            "n_per_wave",
        ),
    ] {
        let refused = run(&[&written(&folder, "broken.json", text)]);
        assert!(!refused.status.success());
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains(missing), "{said}");
    }
}

#[test]
fn a_case_that_is_refused_does_not_keep_the_others_from_being_computed() {
    let folder = folder("several");
    written(&folder, "family.csv", "p\n0.01\n0.04\n0.03\n");
    let broken = written(&folder, "broken.json", "{}");
    let computed = run(&[&broken, &written(&folder, "case.json", FAMILY)]);
    assert!(!computed.status.success());
    let said = String::from_utf8(computed.stderr).unwrap();
    assert!(said.contains("broken.json"), "{said}");
    let found: Value = serde_json::from_slice(&computed.stdout).unwrap();
    assert_eq!(found["id"], "mine");
}
