//! Lists of HR systems, and the pages that read them.

use super::{Browser, Page, Pages, Town};
use actix_web::http::StatusCode;
use gutcheck::access;
use gutcheck::roster;

/// The bytes of the list of a case.
pub fn case(name: &str) -> Vec<u8> {
    let folder = format!("{}/tests/cases/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    std::fs::read(files.first().unwrap()).unwrap()
}

/// A town without anybody but HR.
pub fn town() -> Town {
    let town = Town::new(None);
    let set_up = access::SetUp {
        code: access::setup_code(&town.app),
        organisation: "Harbour".into(),
        name: "Hanna".into(),
        email: "hr@harbour.example".into(),
        password: "a long password".into(),
        locale: "en".into(),
        time_zone: "Europe/Berlin".into(),
    };
    access::set_up(&town.app, &access::Knock::inside(), &set_up).unwrap();
    town
}

/// HR, signed in.
pub async fn hr_of<'a, S: Pages>(service: &'a S, town: &Town) -> Browser<'a, S> {
    let mut hr = Browser::new(service);
    hr.sign_in(&town.app, "hr@harbour.example").await;
    hr
}

/// Uploads a list; where it is looked at, or where it is asked what its columns mean.
pub async fn send<S: Pages>(hr: &mut Browser<'_, S>, list: &[u8]) -> String {
    hr.get("/hr/roster").await;
    let sent = hr.upload("/hr/roster/import", list).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let preview = hr.get(&sent.location).await;
    match preview.status {
        StatusCode::SEE_OTHER => preview.location,
        _ => sent.location,
    }
}

/// Sends the form of a page as it stands there.
pub async fn submit<S: Pages>(hr: &mut Browser<'_, S>, page: &Page, path: &str) -> Page {
    let mut fields: Vec<(String, String)> = Vec::new();
    for select in page.body.split("<select").skip(1) {
        let select = select.split("</select>").next().unwrap();
        let chosen = select
            .split("<option")
            .find(|option| option.contains(" selected"));
        let chosen = chosen.unwrap_or_else(|| select.split("<option").nth(1).unwrap());
        fields.push((attribute(select, "name"), attribute(chosen, "value")));
    }
    for input in page.body.split("<input").skip(1) {
        let input = input.split('>').next().unwrap();
        let counts = match attribute(input, "type").as_str() {
            "radio" => input.contains(" checked"),
            "hidden" => attribute(input, "name") != "csrf",
            _ => false,
        };
        if counts {
            fields.push((attribute(input, "name"), attribute(input, "value")));
        }
    }
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    hr.post(path, &fields).await
}

fn attribute(tag: &str, name: &str) -> String {
    let value = tag.split(&format!("{name}=\"")).nth(1);
    value
        .map_or("", |rest| rest.split('"').next().unwrap())
        .to_owned()
}

/// A team as the table of the roster has it.
#[derive(Debug, PartialEq, Eq)]
pub struct Shown {
    pub team: String,
    pub leaders: String,
    pub members: usize,
}

/// The teams on the roster, each followed by those below it.
pub fn teams(town: &Town) -> Vec<Shown> {
    let rows = roster::teams(&town.app).unwrap().into_iter();
    rows.map(|row| Shown {
        team: row.path.last().unwrap().clone(),
        leaders: row.leaders.join(", "),
        members: row.members,
    })
    .collect()
}

/// How many people are on the roster.
pub fn people(town: &Town) -> usize {
    roster::headcount(&town.app).unwrap()
}
