use super::*;
use crate::program::mock::{Answer, Request, serve};
use crate::promise::moment;
use crate::verify::tests::{COUNTED, STYLES, sheet};

const TOKEN: &str = "7b3g7mra4c1tsjyxn8v3x8xdq8";

/// A server of the counted wave before its list is final, which shows this many names to the cranes.
fn server(names: i32) -> String {
    serve(move |Request { path, body, .. }| {
        let mut record = COUNTED.clone();
        (record.ballots, record.result_hash, record.spoilt) = (None, None, None);
        match path.as_str() {
            "/a" => Answer::Page(record.page),
            "/static/0a1b/ballot.js" => Answer::Text(record.script),
            "/static/0a1b/app.css" => Answer::Text(STYLES.to_owned()),
            "/group" => {
                let asked: serde_json::Value = serde_json::from_slice(body).unwrap();
                match asked["token"] == TOKEN {
                    true => Answer::Json(serde_json::json!({
                        "sheet": sheet(names).text(),
                        "chain": record.amendments.lines,
                    })),
                    false => Answer::Json(serde_json::json!({ "problem": "unknown" })),
                }
            }
            wave if wave.starts_with("/wave/") => {
                Answer::Text(serde_json::to_string(&record).unwrap())
            }
            other => Answer::Text(other.to_owned()),
        }
    })
}

fn found(origin: &str, token: &str, names: bool) -> Result<Checked, String> {
    let text = format!("{origin}/a#{}.0.{token}", &COUNTED.root[..40]);
    let link = Link::read(&text).unwrap();
    let args = VerifyArgs {
        wave: None,
        number: None,
        link: Some(text.clone()),
        names,
        list: Vec::new(),
    };
    let now = moment("2026-12-01T12:00:00Z");
    check(&link.wave(&text).unwrap(), &args, Some(&link), None, now)
}

#[test]
fn a_link_alone_leads_to_its_wave_and_to_the_names_of_its_group() {
    let origin = server(8);
    let checked = found(&origin, TOKEN, false).unwrap();
    assert_eq!(checked.failures, 0, "{}", checked.text);
    let held = "[holds] The names that the members of your group are shown are the promised ones";
    assert!(checked.text.contains(held), "{}", checked.text);
    assert!(!checked.text.contains("Member 3"), "{}", checked.text);
    let named = found(&origin, TOKEN, true).unwrap().text;
    for said in [
        "Asked     8: Member 0, Member 1",
        "New       1: Member 0",
        "Team read 1: Lea Winter",
        "All read  1: Marlene Ostrowski (hr)",
    ] {
        assert!(named.contains(said), "{said}: {named}");
    }
}

#[test]
fn a_server_that_shows_other_names_is_caught_and_one_that_shows_none_is_named() {
    let checked = found(&server(9), TOKEN, false).unwrap();
    assert_eq!(checked.failures, 1, "{}", checked.text);
    let refused = found(&server(8), &TOKEN.replace('7', "8"), false)
        .err()
        .unwrap();
    assert!(refused.contains("does not know your link"), "{refused}");
}

#[test]
fn the_facts_name_each_group_with_what_is_counted_of_it() {
    let facts = facts(&COUNTED);
    for said in [
        "Closes    2026-12-02T17:00:00Z, at the latest 2026-12-16T17:00:00Z",
        "Keys      are destroyed by 2027-01-01T17:00:00Z",
        "Opened by the server",
        "Not asked 1 teams",
        "Group     Harbour / Cranes, large: 7 invited, 6 ballots\n",
        "Group     Yard: 6 invited, 5 ballots together with other groups\n",
        "Group     Office: 5 invited, counted nowhere\n",
    ] {
        assert!(facts.contains(said), "{said}: {facts}");
    }
}
