//! The organisation's own face: what administrators can set, what is refused, and where it shows.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
mod support;

mod carried;

use actix_web::http::{StatusCode, header};
use actix_web::test::init_service;
use gutcheck::store::act::{self, Kind};
use support::{Browser, Page, Pages, Town};

/// A blue and a white half, 48 by 16 pixels.
const JPEG: &[u8] = include_bytes!("../../src/face/picture/sample.jpg");

const SVG: &[u8] = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>";

/// The form as it is filled in, but for one field.
fn filled(but: (&'static str, &'static str)) -> Vec<(&'static str, &'static str)> {
    let fields = [
        ("name", "Harbour & Sons"),
        ("accent", "#7a0019"),
        ("accent_dark", ""),
        ("contact_name", "People & Culture"),
        ("contact", "people@harbour.example"),
        ("sender", "Harbour People"),
        ("reply_to", "people@harbour.example"),
        ("imprint", "https://harbour.example/imprint"),
        ("privacy", "https://harbour.example/privacy"),
        ("words_en", "We ask because we mean it."),
        ("words_de", "Wir fragen, weil wir es ernst meinen."),
    ];
    let field = |(name, value)| (name, if name == but.0 { but.1 } else { value });
    fields.into_iter().map(field).collect()
}

async fn administrator<'a, S: Pages>(town: &Town, service: &'a S) -> Browser<'a, S> {
    let mut hanna = Browser::new(service);
    hanna.sign_in(&town.app, "hr@harbour.example").await;
    hanna.get("/settings").await;
    hanna
}

/// A town whose face is set.
async fn dressed<S: Pages>(town: &Town, service: &S) {
    let mut hanna = administrator(town, service).await;
    let set = hanna.post("/settings", &filled(("", ""))).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    hanna.get("/settings").await;
    let set = hanna.upload("/settings/logo", JPEG).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
}

fn settled() -> Town {
    let town = Town::new(None);
    town.settle(&support::forms::roster());
    town
}

/// The address of the first file of the house on a page that ends with this name.
fn address(page: &Page, name: &str) -> String {
    let start = page
        .body
        .find("/face/")
        .unwrap_or_else(|| panic!("{}", page.body));
    let found = page.body[start..]
        .split('"')
        .find(|part| part.starts_with("/face/") && part.ends_with(name));
    found.unwrap().to_owned()
}

#[actix_web::test]
async fn every_field_that_cannot_be_taken_is_refused_beside_it_and_nothing_changes() {
    let town = settled();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hanna = administrator(&town, &service).await;
    let long: &'static str = "x".repeat(601).leak();
    for (field, value, says) in [
        ("name", "", "This is needed"),
        ("name", "Harbour\r\nX-Evil: yes", "one line"),
        ("accent", "red", "not a colour"),
        ("accent", "#ffcc00", "1.3 to 1 and has to be 4.5 to 1"),
        ("accent_dark", "#7a0019", "dark pages: its contrast is 1."),
        ("contact", "ask us", "beginning with https://"),
        ("sender", "HR\r\nBcc: everybody@harbour.example", "one line"),
        ("sender", &long[..81], "81 letters, and 80 are the most"),
        ("reply_to", "people", "not an e-mail address"),
        (
            "reply_to",
            "a@harbour.example\r\nBcc: b@harbour.example",
            "not an e-mail address",
        ),
        (
            "imprint",
            "http://harbour.example/imprint",
            "beginning with https://",
        ),
        ("privacy", "javascript:alert(1)", "beginning with https://"),
        ("words_en", long, "601 letters, and 600 are the most"),
        ("words_de", "", "missing in this language"),
    ] {
        let page = hanna.post("/settings", &filled((field, value))).await;
        assert_eq!(
            page.status,
            StatusCode::UNPROCESSABLE_ENTITY,
            "{field}: {value}"
        );
        page.says(&format!("id=\"{field}-error\""));
        page.says(says);
        page.says("Nothing has been changed");
    }
    assert_eq!(town.app.house().unwrap().face.version, 1);
    assert_eq!(town.app.house().unwrap().name(), "Harbour");
}

#[actix_web::test]
async fn svg_and_whatever_else_is_no_logo_is_refused_with_a_reason() {
    let town = settled();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hanna = administrator(&town, &service).await;
    for (file, says) in [
        (SVG, "can hold scripts and links"),
        (b"GIF89a", "neither a PNG nor a JPEG"),
        (&JPEG[..200], "cannot be read to its end"),
    ] {
        let page = hanna.upload("/settings/logo", file).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        page.says(says);
    }
    assert!(town.app.house().unwrap().logo.is_none());
}

#[actix_web::test]
async fn every_page_carries_name_logo_accent_and_links_and_a_change_shows_at_once() {
    let town = settled();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut visitor = Browser::new(&service);
    let before = visitor.get("/").await;
    before.keeps_silent_about("/face/");
    dressed(&town, &service).await;
    for path in ["/", "/sign-in", "/nowhere", "/leader/none"] {
        let page = visitor.get(path).await;
        page.says("Harbour &amp; Sons");
        page.says("class=\"logo\"");
        page.says("href=\"mailto:people@harbour.example\">People &amp; Culture</a>");
        page.says("href=\"https://harbour.example/imprint\"");
        page.says("href=\"https://harbour.example/privacy\"");
        page.keeps_silent_about("style=");
    }
    let page = visitor.get("/").await;
    let sheet = visitor.get(&address(&page, "face.css")).await;
    sheet.says("--accent:#7a0019;");
    sheet.says("prefers-color-scheme:dark");
    let logo = visitor.get(&address(&page, "logo.png")).await;
    assert_eq!(logo.headers.get(header::CONTENT_TYPE).unwrap(), "image/png");
    let cached = |page: &Page| {
        let cached = page.headers.get(header::CACHE_CONTROL).unwrap();
        cached.to_str().unwrap().to_owned()
    };
    assert!(cached(&sheet).contains("immutable") && cached(&logo).contains("immutable"));

    let mut hanna = administrator(&town, &service).await;
    hanna
        .post("/settings", &filled(("accent", "#00407a")))
        .await;
    let other = visitor.get("/").await;
    assert_ne!(address(&page, "face.css"), address(&other, "face.css"));
    let old = visitor.get(&address(&page, "face.css")).await;
    assert_eq!(old.location, address(&other, "face.css"));
    assert_eq!(cached(&old), "no-store");
    hanna.get("/settings").await;
    hanna.post("/settings/logo/remove", &[]).await;
    visitor.get("/").await.keeps_silent_about("logo.png");
    let gone = visitor.get(&address(&page, "logo.png")).await;
    assert_eq!(gone.status, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn the_log_says_who_changed_which_settings_and_none_of_their_values() {
    let town = settled();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    dressed(&town, &service).await;
    let mut hanna = administrator(&town, &service).await;
    hanna
        .post("/settings", &filled(("sender", "Somebody")))
        .await;
    hanna.get("/settings").await;
    hanna
        .post("/settings", &filled(("sender", "Somebody")))
        .await;
    let lines = town.app.store.read(act::log).unwrap();
    let changed = lines
        .iter()
        .filter(|line| line.kind == Some(Kind::FaceChanged));
    let changed: Vec<_> = changed.map(|line| line.subject.as_str()).collect();
    let first = "name accent contact sender reply-to imprint privacy words";
    assert_eq!(changed, [first, "logo", "sender"]);
    let log = hanna.get("/hr/log").await;
    log.says("Settings were changed: sender’s name");
    log.keeps_silent_about("Somebody");
}

#[actix_web::test]
async fn what_the_operator_has_set_is_shown_with_its_origin_and_without_its_secrets() {
    let server = "smtp://post:very-secret@127.0.0.1:2525";
    let town = Town::mailing(server, &[("smallest_group", "6")]);
    town.settle(&support::forms::roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let page = administrator(&town, &service).await.get("/settings").await;
    page.says("<code>smallest_group</code>");
    page.says(
        "<td><code>6</code></td><td>command line <code class=\"small\">smallest_group</code>",
    );
    page.says("(set, not shown)");
    page.says("<td><code>72</code></td><td>default</td>");
    page.keeps_silent_about("very-secret");
    let german = administrator(&town, &service)
        .await
        .get("/settings?lang=de")
        .await;
    german.says("Befehlszeile");
}

#[actix_web::test]
async fn two_who_change_settings_at_once_do_not_undo_each_other() {
    let town = settled();
    let old = town.app.store.read(gutcheck::store::face::read).unwrap();
    let change = |sender: &str| {
        let new = gutcheck::store::face::Face {
            sender: sender.into(),
            ..old.clone()
        };
        town.app
            .store
            .write(|c| gutcheck::store::face::change(c, &new))
    };
    assert!(change("one").is_ok());
    assert!(matches!(
        change("other"),
        Err(gutcheck::error::Problem::Busy)
    ));
    let now = town.app.store.read(gutcheck::store::face::read).unwrap();
    assert_eq!(now.sender, "one");
}
