//! The steps in which figures are printed, written down a second time.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use serde_json::Value;

/// In what steps a figure of `n` sheets stands: topic, single item, shares.
pub fn steps(n: u64) -> (i64, i64, Option<i64>) {
    match n {
        0..5 => panic!("a figure of {n} sheets"),
        5..10 => (5, 25, None),
        10..20 => (5, 10, None),
        20..40 => (5, 10, Some(10)),
        40..100 => (2, 5, Some(5)),
        _ => (1, 1, Some(1)),
    }
}

/// What is wrong with a report of one unit, by the table.
pub fn faults(report: &Value) -> Vec<String> {
    let (topic, item, share) = steps(report["n"].as_u64().unwrap());
    let mut faults = Vec::new();
    let mut check = |what: String, value: &Value, step: i64| {
        if value.as_i64().is_some_and(|value| value % step != 0) {
            faults.push(format!("{what} is {value}, in steps of {step}"));
        }
    };
    let lists = ["gaps", "traps"].map(|list| report[list].as_array().unwrap().clone());
    let rows = lists.concat().into_iter().chain([report["chaos"].clone()]);
    for row in rows.filter(Value::is_object) {
        for figure in ["team", "lo", "hi"] {
            check(format!("{} {figure}", row["id"]), &row[figure], topic);
        }
        for one in row["items"].as_array().unwrap() {
            check(format!("{} mean", one["id"]), &one["team"], item);
        }
        let figures = row["figures"].as_object().unwrap();
        for (name, value) in figures {
            let place = 25.0 * (value.as_f64().unwrap() - 1.0);
            let stepped = [
                "mean",
                "interval_low",
                "interval_high",
                "again_low",
                "again_high",
                "bound_low",
                "bound_high",
            ];
            if stepped.contains(&name.as_str()) {
                let off = (place / topic as f64 - (place / topic as f64).round()).abs();
                assert!(off < 1e-6, "{} {name} is {place}", row["id"]);
            }
            if name.starts_with("sd_") {
                let tenths = 10.0 * value.as_f64().unwrap();
                assert!((tenths - tenths.round()).abs() < 1e-9, "{name} {value}");
                assert!(
                    report["n"].as_u64().unwrap() >= 10,
                    "{name} of {}",
                    report["n"]
                );
            }
        }
    }
    for list in ["symptoms", "pillars"] {
        for row in report[list].as_array().unwrap() {
            check(format!("{} mean", row["id"]), &row["team"], item);
            assert_eq!(row["agree"].is_null(), share.is_none(), "{row}");
            check(
                format!("{} share", row["id"]),
                &row["agree"],
                share.unwrap_or(1),
            );
        }
    }
    let shares = &report["involvement"]["shares"];
    assert_eq!(shares.is_null(), share.is_none(), "{shares}");
    for part in shares.as_array().into_iter().flatten() {
        check("involvement".to_owned(), part, share.unwrap_or(1));
    }
    faults
}

/// What is wrong with lines of figures as they stand in files, by the table; `n` is the report's, where it is of
/// one unit. What is a range of such figures is in no steps of its own.
pub fn tidy_faults(rows: &[Vec<String>], n: Option<u64>) -> Vec<String> {
    let mut faults = Vec::new();
    for row in rows {
        let [_, _, role, _, item, statistic, value, own, ..] = row.as_slice() else {
            panic!("a short line: {row:?}");
        };
        if role != "member" || value.is_empty() {
            continue;
        }
        let (topic, single, share) = steps(n.unwrap_or_else(|| own.parse().unwrap()));
        let step = match statistic.as_str() {
            "mean" if !item.is_empty() => single,
            "mean" | "interval_low" | "interval_high" | "again_low" | "again_high"
            | "bound_low" | "bound_high" => topic,
            "agree_percent" => share.unwrap(),
            _ => continue,
        };
        let steps = value.parse::<f64>().unwrap() / step as f64;
        if (steps - steps.round()).abs() > 1e-9 {
            faults.push(format!("{row:?} is not in steps of {step}"));
        }
    }
    faults
}
