//! Whatever somebody can reach from their first page on.

use crate::support::furnished::furnished;
use crate::support::steps::{faults, steps, tidy_faults};
use crate::support::{Browser, Pages};
use actix_web::http::{StatusCode, header};
use actix_web::test;
use calamine::{Reader, Xlsx};
use gutcheck::wave;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;

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
        // What HR prints and draws of a team is drawn of the page that its leader has too.
        let twin = name.contains("/groups/") && DRAWN.iter().any(|(end, _)| name.ends_with(end));
        if twin || name.ends_with(".png") || seen.contains_key(&path) || path.contains("sign-out") {
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

/// The lines of figures in the tidy file and in the workbook beside some results.
async fn tidy<S: Pages>(
    service: &S,
    visitor: &mut Browser<'_, S>,
    base: &str,
) -> [Vec<Vec<String>>; 2] {
    let csv = visitor.get(&format!("{base}results.csv")).await.body;
    let mut csv = csv::Reader::from_reader(csv.as_bytes());
    let csv = csv
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect());
    let request = test::TestRequest::get()
        .uri(&format!("{base}report.xlsx"))
        .insert_header((header::COOKIE, visitor.cookie_header()))
        .to_request();
    let book = test::read_body(test::call_service(service, request).await).await;
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book.to_vec())).unwrap();
    let sheets = book.worksheets();
    let tidy = sheets
        .iter()
        .find(|(_, sheet)| sheet.get((0, 5)).is_some_and(|head| head == "statistic"));
    let rows = tidy.unwrap().1.rows().skip(1);
    let rows = rows.map(|row| row.iter().map(ToString::to_string).collect());
    [csv.collect(), rows.collect()]
}

/// Everything that a leader, HR and a stranger reach is made of atoms of five people or more, in the steps of the
/// table; and nobody reaches more than their own.
#[actix_web::test]
async fn whatever_can_be_reached_stands_in_steps_and_is_of_atoms() {
    let app = actix_web::web::Data::new(furnished("disclosure-demo").0);
    let service = test::init_service(gutcheck::web::pages(app.clone())).await;
    let (mut reports, mut drawn) = (0, 0);
    for email in [
        "imani.okafor",
        "birgit.thomsen",
        "petra.zielinski",
        "ingrid.solberg",
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
                let base = path.trim_end_matches("results.json");
                for rows in tidy(&service, &mut visitor, base).await {
                    assert!(rows.len() > 10, "{path}");
                    let faults = tidy_faults(&rows, page["report"]["n"].as_u64());
                    assert_eq!(faults, Vec::<String>::new(), "{path}");
                }
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
