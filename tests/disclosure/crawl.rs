//! Whatever somebody can reach from their first page on.

use crate::support::{Browser, Pages};
use actix_web::http::StatusCode;
use actix_web::test;
use gutcheck::app::{App, Clock, Parts, Random};
use gutcheck::config::Config;
use gutcheck::{demo, wave};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// In what steps a figure of `n` sheets stands: topic, single item, shares.
fn steps(n: u64) -> (i64, i64, Option<i64>) {
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
fn faults(report: &Value) -> Vec<String> {
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
        let figures = row["figures"].as_object().unwrap();
        for (name, value) in figures {
            let place = 25.0 * (value.as_f64().unwrap() - 1.0);
            let stepped = [
                "mean",
                "interval_low",
                "interval_high",
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

fn furnished() -> App {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("disclosure-demo");
    let _ = fs::remove_dir_all(&folder);
    let flags = vec![("data", folder.display().to_string())];
    let config = Config::load(None, |_| None, &flags).unwrap();
    let parts = Parts {
        clock: Clock::system(),
        random: Random::system(),
        demo: true,
    };
    let mut app = App::build(config, parts).unwrap();
    demo::furnish(&mut app).unwrap();
    app
}

/// Everything that a page links to on this server, without what it does when clicked.
fn linked(body: &str) -> BTreeSet<String> {
    let links = body.split("href=\"").skip(1);
    let links = links.filter_map(|rest| rest.split('"').next());
    let own = links.filter(|link| link.starts_with('/') && !link.starts_with("/static"));
    own.map(|link| link.split('#').next().unwrap().replace("&amp;", "&"))
        .collect()
}

/// What is at the beginning of files that are printed or drawn of the figures on a page.
const DRAWN: [(&str, &str); 4] = [
    (".pdf", "%PDF-"),
    (".xlsx", "PK"),
    (".zip", "PK"),
    (".svg", "<svg"),
];

/// Everything that somebody reaches from these pages on: pages, and what is printed or drawn of the same figures.
async fn crawl<S: Pages>(visitor: &mut Browser<'_, S>, from: &[&str]) -> BTreeMap<String, String> {
    let mut waiting: Vec<String> = from.iter().map(|path| (*path).to_owned()).collect();
    let mut seen = BTreeMap::new();
    while let Some(path) = waiting.pop() {
        let name = path.split('?').next().unwrap();
        // A picture of dots says what its twin of lines says.
        if name.ends_with(".png") || seen.contains_key(&path) || path.contains("sign-out") {
            continue;
        }
        let page = visitor.get(&path).await;
        assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        if let Some((_, begins)) = DRAWN.iter().find(|(end, _)| name.ends_with(end)) {
            assert_eq!(
                page.status,
                StatusCode::OK,
                "{path} is linked and not there"
            );
            let start: String = page.body.chars().take(200).collect();
            assert!(start.contains(begins), "{path} is something else");
            seen.insert(path, page.body);
            continue;
        }
        if page.status == StatusCode::OK {
            waiting.extend(linked(&page.body));
        }
        seen.insert(path, page.body);
    }
    seen
}

/// Everything that a leader, HR and a stranger reach is made of atoms of five people or more, in the steps of the
/// table; and nobody reaches more than their own.
#[actix_web::test]
async fn whatever_can_be_reached_stands_in_steps_and_is_of_atoms() {
    let app = actix_web::web::Data::new(furnished());
    let service = test::init_service(gutcheck::web::pages(app.clone())).await;
    let (mut reports, mut drawn) = (0, 0);
    for email in [
        "imani.okafor",
        "birgit.thomsen",
        "petra.zielinski",
        "",
        "hr",
    ] {
        let mut visitor = Browser::new(&service);
        let address = match email {
            "hr" => "marlene.ostrowski@nordwind.example".to_owned(),
            name => format!("{name}@nordwind.example"),
        };
        if !email.is_empty() {
            visitor.sign_in(&app, &address).await;
        }
        let seen = crawl(&mut visitor, &["/", "/teams", "/hr", "/hr/waves"]).await;
        let released = wave::list(&app).unwrap();
        for wave in &released {
            for (path, body) in &seen {
                let own = path.contains(wave.id.as_str()) && path.ends_with("results.json");
                if !own || !body.starts_with('{') {
                    continue;
                }
                let page: Value = serde_json::from_str(body).unwrap();
                reports += 1;
                let whole = if page["whole"].is_object() {
                    &page["whole"]
                } else {
                    &page["report"]
                };
                if whole["gaps"].is_array() {
                    assert_eq!(faults(whole), Vec::<String>::new(), "{path}");
                }
                for row in page["report"]["rows"].as_array().into_iter().flatten() {
                    let (topic, ..) = steps(row["n"].as_u64().unwrap());
                    assert!(row["sure"].as_u64().unwrap() >= 5, "{row}");
                    for cell in row["cells"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .filter(|cell| cell.is_object())
                    {
                        for figure in ["team", "lo", "hi"] {
                            assert_eq!(cell[figure].as_i64().unwrap() % topic, 0, "{path} {cell}");
                        }
                    }
                }
            }
        }
        let files = seen.iter().filter(|(path, _)| {
            let name = path.split('?').next().unwrap();
            DRAWN.iter().any(|(end, _)| name.ends_with(end))
        });
        let files: Vec<_> = files.collect();
        match email {
            "" => assert!(
                files.is_empty() && !seen.keys().any(|path| path.contains("results")),
                "{:?}",
                seen.keys()
            ),
            // A leader's files are of the own team, whose page led to them.
            "hr" => drawn += files.len(),
            _ => {
                drawn += files.len();
                for (path, _) in files {
                    let (base, _) = path.rsplit_once('/').unwrap();
                    let base = base.trim_end_matches("/charts");
                    assert!(path.starts_with("/teams/"), "{path}");
                    assert!(seen.contains_key(base), "{path} without its page");
                }
            }
        }
    }
    assert!(reports >= 6 && drawn >= 6, "{reports} {drawn}");
}
