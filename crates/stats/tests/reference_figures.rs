//! The runner's figures against those of R and Python, case by case, within the tolerance of each file: relative
//! to max(1, |expected|), and absolute in cases of gaps, moves and means. `tests/reference/` and its folder `gap`
//! hold the cases that may be published; a folder of more of either can be named in `GUTCHECK_TEST_REFERENCE`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// Figures of methods that the product does not use.
const OTHER_METHODS: &[&str] = &[
    "limma_squeezeVar",
    "moment_prior",
    "polya_posterior",
    "bca_monte_carlo_boot_ci",
    "d_noncentral_t_ci95",
    "delta_noncentral_t",
    "reml_lme4",
    "metafor_with_vi_msw_over_n/PM",
    "metafor_with_vi_msw_over_n/REML",
    "improper_residual_var",
    "mahalanobis_d2",
];
/// Figures that an iteration finds, with the tolerance that the references ask for.
const ITERATIVE: &[(&str, f64)] = &[("/omega/", 1e-5)];

#[test]
fn figures_agree_with_the_references() {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reference");
    let folders = [
        Some(own.join("gap")),
        Some(own),
        env::var_os("GUTCHECK_TEST_REFERENCE").map(PathBuf::from),
    ];
    let mut total = Compared::default();
    for folder in folders.iter().flatten() {
        let mut compared = Compared::default();
        for path in cases(folder) {
            compare_case(&path, &mut compared);
        }
        assert!(compared.cases > 0, "{}: no cases", folder.display());
        println!(
            "{}: {} cases, {} figures compared, {} of other methods left out",
            folder.display(),
            compared.cases,
            compared.figures,
            compared.left_out
        );
        total.cases += compared.cases;
        total.faults.extend(compared.faults);
    }
    assert!(total.faults.is_empty(), "{}", total.faults.join("\n"));
    assert!(total.cases >= 37, "{} cases", total.cases);
}

#[derive(Default)]
struct Compared {
    cases: usize,
    figures: usize,
    left_out: usize,
    faults: Vec<String>,
}

#[derive(Clone, Copy)]
struct Tolerance {
    /// Of a figure of the size of 1.
    of_1: f64,
    /// Whatever the size.
    absolute: bool,
}

fn cases(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files
        .filter(|path| path.extension().is_some_and(|kind| kind == "json"))
        .collect();
    files.sort();
    files
}

/// Runs a case that knows nothing of what is expected of it.
fn compare_case(path: &Path, compared: &mut Compared) {
    let mut reference: Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
    let expected = reference["expected"].take();
    if reference["statistic"] == "distribution quantiles and tails" {
        // The points of these stand beside their figures.
        reference["params"] = expected.clone();
    }
    let found = figures(&reference, path);
    let id = reference["id"].as_str().unwrap();
    let tolerance = Tolerance {
        of_1: reference["tolerance"].as_f64().unwrap(),
        absolute: reference.get("kind").is_some(),
    };
    let before = compared.figures;
    compare(&expected, Some(&found), id, tolerance, compared);
    assert!(compared.figures > before, "{id}: nothing was compared");
    compared.cases += 1;
}

/// What the runner prints for a case, in a folder with the inputs that lie beside `path`.
fn figures(case: &Value, path: &Path) -> Value {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("reference_figures");
    fs::create_dir_all(&folder).unwrap();
    for input in case["inputs"].as_array().into_iter().flatten() {
        let name = input.as_str().unwrap();
        fs::copy(path.with_file_name(name), folder.join(name)).unwrap();
    }
    let stripped = folder.join("case.json");
    fs::write(&stripped, case.to_string()).unwrap();
    let mut runner = Command::new(env!("CARGO_BIN_EXE_gutcheck-stats"));
    let ran = runner.arg(&stripped).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr);
    assert!(ran.status.success(), "{}: {said}", path.display());
    let mut printed: Value = serde_json::from_slice(&ran.stdout).unwrap();
    assert_eq!(printed["id"], case["id"]);
    printed["figures"].take()
}

fn compare(
    expected: &Value,
    found: Option<&Value>,
    at: &str,
    tolerance: Tolerance,
    to: &mut Compared,
) {
    if OTHER_METHODS.iter().any(|method| at.contains(method)) {
        to.left_out += 1;
        return;
    }
    match expected {
        Value::Object(fields) => {
            for (name, expected) in fields {
                let found = found.and_then(|found| found.get(name));
                compare(expected, found, &format!("{at}/{name}"), tolerance, to);
            }
        }
        Value::Array(values) => {
            for (place, expected) in values.iter().enumerate() {
                let found = found.and_then(|found| found.get(place));
                compare(expected, found, &format!("{at}/{place}"), tolerance, to);
            }
        }
        expected => {
            to.figures += 1;
            if !found.is_some_and(|found| agree(expected, found, at, tolerance)) {
                let found = found.map_or("nothing".to_owned(), Value::to_string);
                to.faults
                    .push(format!("{at}: {found} instead of {expected}"));
            }
        }
    }
}

fn agree(expected: &Value, found: &Value, at: &str, tolerance: Tolerance) -> bool {
    let (Some(number), Some(found)) = (expected.as_f64(), found.as_f64()) else {
        return expected == found;
    };
    let iterative = ITERATIVE.iter().find(|(name, _)| at.contains(name));
    let of_1 = iterative.map_or(tolerance.of_1, |(_, tolerance)| *tolerance);
    let size = if tolerance.absolute {
        1.0
    } else {
        number.abs().max(1.0)
    };
    (found - number).abs() <= of_1 * size
}
