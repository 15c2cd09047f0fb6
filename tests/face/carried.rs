//! Where the face shows besides pages: mails, promises, files.

use super::{JPEG, dressed, filled, settled};
use crate::support::forms::{filled as answers, pairs};
use crate::support::record::{letters, verified};
use crate::support::{Browser, Pages, Town};
use actix_web::http::{StatusCode, header};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use gutcheck::ids::WaveId;
use gutcheck::survey::Role;
use gutcheck::wave;

const SAID: &str = "We ask because we mean it.";
const GERMAN: &str = "Wir fragen, weil wir es ernst meinen.";

async fn say<S: Pages>(town: &Town, service: &S, words: &'static str) {
    let mut hanna = super::administrator(town, service).await;
    let said = hanna.post("/settings", &filled(("words_en", words))).await;
    assert_eq!(said.status, StatusCode::SEE_OTHER, "{}", said.body);
}

#[actix_web::test]
async fn mails_carry_sender_logo_contact_and_links_and_fetch_nothing() {
    let town = settled();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    dressed(&town, &service).await;
    town.launch("confidential");
    for (email, said) in [
        ("crane1@harbour.example", SAID),
        ("pilot1@harbour.example", GERMAN),
        ("carla@harbour.example", SAID),
    ] {
        let mail = town.mails_to(email).pop().unwrap();
        for line in [
            "From: \"Harbour People\" <gutcheck@localhost>",
            "Reply-To: \"Harbour People\" <people@harbour.example>",
            "Content-ID: <logo>",
            "Content-Disposition: inline",
        ] {
            assert!(mail.raw.contains(line), "{line}: {}", mail.raw);
        }
        assert!(!mail.raw.contains("Bcc"));
        let (text, html) = (&mail.message.text, &mail.message.html);
        assert!(text.contains(said) && html.contains(said), "{text}");
        assert!(text.contains("People & Culture: people@harbour.example"));
        assert!(text.contains(": https://harbour.example/privacy"));
        assert!(html.contains("src=\"cid:logo\" alt=\"Harbour &amp; Sons\""));
        assert!(html.contains("mailto:people@harbour.example"));
        assert!(html.contains("background:#7a0019"), "{html}");
        for fetched in ["src=\"http", "url(", "<link", "@import"] {
            assert!(!html.contains(fetched), "{fetched}");
        }
    }
    town.mails_are_whole();
    town.wait(6, 0);
    let reminder = town.mails_to("crane1@harbour.example").pop().unwrap();
    assert!(
        reminder.message.subject.contains("still missing"),
        "{}",
        reminder.message.subject
    );
    assert!(!reminder.message.text.contains(SAID), "once is enough");
}

#[actix_web::test]
async fn whoever_asks_in_an_open_wave_stays_the_same_in_its_mails_when_settings_change() {
    let town = settled();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    dressed(&town, &service).await;
    town.launch("confidential");
    let mut hanna = super::administrator(&town, &service).await;
    let others = [
        ("name", "Other Ltd"),
        ("contact_name", "Somebody Else"),
        ("contact", "other@elsewhere.example"),
        ("imprint", "https://elsewhere.example/imprint"),
        ("privacy", "https://elsewhere.example/privacy"),
    ];
    let mut fields = filled(("", ""));
    for field in &mut fields {
        let other = others.iter().find(|other| other.0 == field.0);
        *field = other.copied().unwrap_or(*field);
    }
    let set = hanna.post("/settings", &fields).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    town.wait(6, 0);
    for email in ["crane1@harbour.example", "pilot1@harbour.example"] {
        let reminder = town.mails_to(email).pop().unwrap().message;
        let (text, html) = (&reminder.text, &reminder.html);
        for other in ["Other Ltd", "Somebody Else", "elsewhere.example"] {
            assert!(!text.contains(other) && !html.contains(other), "{text}");
        }
        assert!(text.contains("Harbour & Sons") && html.contains("Harbour &amp; Sons"));
        assert!(text.contains("People & Culture: people@harbour.example"));
        assert!(text.contains(": https://harbour.example/privacy"));
    }
}

#[actix_web::test]
async fn without_a_face_mails_come_from_the_setting_and_have_no_picture() {
    let town = settled();
    town.launch("confidential");
    let mail = town.mails_to("crane1@harbour.example").pop().unwrap();
    assert!(
        mail.raw.contains("From: \"Gutcheck\" <gutcheck@localhost>")
            || mail.raw.contains("From: Gutcheck <gutcheck@localhost>"),
        "{}",
        mail.raw
    );
    assert!(!mail.raw.contains("Reply-To") && !mail.raw.contains("image/png"));
    assert!(mail.message.html.contains("Harbour"));
}

/// What the promise of a wave says to somebody who answers.
async fn promised<S: Pages>(town: &Town, service: &S, id: &WaveId) -> String {
    let request = TestRequest::post()
        .uri("/promise")
        .set_json(serde_json::json!({ "root": letters(town, id), "cell": 0 }));
    let reply = read_body(call_service(service, request.to_request()).await).await;
    let reply: serde_json::Value = serde_json::from_slice(&reply).unwrap();
    reply["terms"].as_str().unwrap().to_owned()
}

#[actix_web::test]
async fn what_hr_says_is_promised_and_a_change_after_the_launch_alters_no_open_wave() {
    let town = settled();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    dressed(&town, &service).await;
    let id = wave::plan(&town.app, &town.plan("anonymous")).unwrap();
    town.count_kitchen_with_pilots(&id);
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    // The keys are not made yet, and what was launched stands all the same.
    say(&town, &service, "Something else.").await;
    town.run_due();
    say(&town, &service, "And something else again.").await;

    let terms = promised(&town, &service, &id).await;
    assert!(terms.contains(SAID) && terms.contains(GERMAN), "{terms}");
    assert!(terms.contains("\"asker\":{\"organisation\":\"Harbour & Sons\""));
    assert!(!terms.contains("something else"));
    let verdict = verified(&town, &service, &letters(&town, &id)).await;
    assert!(verdict.contains("whoever asks"), "{verdict}");

    let leader = town.link_to("carla@harbour.example", "/leader/");
    let mut carla = Browser::new(&service);
    let form = carla.get(&leader).await;
    form.says(SAID);
    form.says("Harbour &amp; Sons asks you");
    form.keeps_silent_about("something else");
    let public = format!("/wave/{}", letters(&town, &id));
    carla.get(&public).await.says(SAID);
    carla.get(&format!("{public}?lang=de")).await.says(GERMAN);
    let mail = town.mails_to("crane1@harbour.example").pop().unwrap();
    assert!(mail.message.text.contains(SAID));
}

#[actix_web::test]
async fn a_survey_lead_sees_what_hr_says_before_the_launch_in_both_languages() {
    let town = settled();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    dressed(&town, &service).await;
    let id = wave::plan(&town.app, &town.plan("anonymous")).unwrap();
    let mut hanna = super::administrator(&town, &service).await;
    for page in [
        "member",
        "leader",
        "mail/invitation",
        "mail/leader-form",
        "public",
    ] {
        let path = format!("/hr/waves/{id}/preview/{page}");
        hanna.get(&path).await.says(SAID);
        hanna.get(&format!("{path}?lang=de")).await.says(GERMAN);
    }
    let mail = format!("/hr/waves/{id}/preview/mail/invitation/mail.html");
    let mail = hanna.get(&mail).await;
    mail.says("/logo.png\" alt=\"Harbour &amp; Sons\"");
    mail.keeps_silent_about("cid:");
}

#[actix_web::test]
async fn files_carry_name_and_logo_and_a_new_name_shows_in_what_was_kept() {
    let town = settled();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let id = town.launch("confidential");
    for number in 1..=7 {
        let form = town.link_to(&format!("crane{number}@harbour.example"), "/answer/");
        let mut crane = Browser::new(&service);
        crane.get(&form).await;
        let sent = answers(town.survey(), Role::Member, "4");
        crane.post(&form, &pairs(&sent)).await;
    }
    town.wait(11, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    let mut hanna = super::administrator(&town, &service).await;
    let page = format!("/hr/waves/{id}/organisation");
    let before = hanna.get(&page).await;
    before.keeps_silent_about("Harbour &amp; Sons");
    let file = async |name: &str, who: &Browser<'_, _>| {
        let request = TestRequest::get()
            .uri(&format!("/hr/waves/{id}/{name}"))
            .insert_header((header::COOKIE, who.cookie_header()));
        read_body(call_service(&service, request.to_request()).await).await
    };
    let image = |bytes: &[u8]| memchr::memmem::find(bytes, b"/Subtype/Image").is_some();
    assert!(!image(&file("report.pdf", &hanna).await));
    dressed(&town, &service).await;
    hanna.get(&page).await.says("Harbour &amp; Sons");
    assert!(image(&file("report.pdf", &hanna).await));
    let book = file("report.xlsx", &hanna).await;
    assert!(memchr::memmem::find(&book, b"xl/media/image1.png").is_some());
    let mut book: calamine::Xlsx<_> =
        calamine::Reader::new(std::io::Cursor::new(book.to_vec())).unwrap();
    let (_, first) = calamine::Reader::worksheets(&mut book).remove(0);
    let first = first.rows().next().unwrap()[0].to_string();
    assert!(first.contains("Harbour & Sons"), "{first}");
    assert!(!JPEG.is_empty());
}
