//! A survey of one's own gets a report of its own: nothing stands there that it does not ask.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::{StatusCode, header};
use actix_web::test::{TestRequest, call_service, init_service, read_body};
use calamine::{Reader, Xlsx};
use gutcheck::survey::{Role, Survey};
use gutcheck::text::Lang;
use gutcheck::{export, results, wave};
use std::io::Cursor;
use std::path::PathBuf;
use support::forms::{filled, pairs};
use support::voter::Voter;
use support::{Browser, Page, Town};

const CARLA: &str = "carla@harbour.example";

fn case(name: &str) -> PathBuf {
    let cases = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    cases.join(name)
}

fn roster(members: usize) -> String {
    let mut csv = "team;e-mail;name;role;locale;time zone\n".to_owned();
    let mut line = |name: &str, role: &str| {
        let email = format!("{}@harbour.example", name.to_lowercase());
        csv.push_str(&format!(
            "Harbour/Cranes;{email};{name};{role};en;Europe/Berlin\n"
        ));
    };
    line("Carla", "leader");
    (1..=members).for_each(|n| line(&format!("Crane{n}"), "member"));
    csv
}

/// What the leader gets: the page, the guide, the workbook and what is printed in the PDF.
struct Shown {
    page: Page,
    guide: Page,
    book: Xlsx<Cursor<Vec<u8>>>,
    pdf: String,
    /// The answer to a commitment that is sent all the same.
    commitment: StatusCode,
}

/// A whole wave with the survey of a case, answered and released; `open` are the answers to the open questions, with
/// the member's number in place of `{n}`.
async fn shown(name: &str, members: usize, open: &[(&str, &str)]) -> Shown {
    let town = Town::with(Some(("surveys", case(name).display().to_string())));
    town.settle(&roster(members));
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let plan = wave::PlanForm {
        survey: "hybrid-work".into(),
        ..town.plan("anonymous")
    };
    let id = wave::plan(&town.app, &plan).unwrap();
    wave::freeze(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    let survey = town.app.library.get("hybrid-work").unwrap();
    for n in 1..=members {
        let value = if n % 2 == 0 { "2" } else { "4" };
        let mut fields = filled(survey, Role::Member, value);
        let texts = open.iter();
        fields.extend(texts.map(|(id, text)| (*id, text.replace("{n}", &n.to_string()))));
        let email = format!("crane{n}@harbour.example");
        let voter = Voter::new(&town, &service, &email, survey, &fields).await;
        voter.vote(&service).await;
    }
    let mut carla = Browser::new(&service);
    let form = town.link_to(CARLA, "/leader/");
    carla.get(&form).await;
    let answers = filled(survey, Role::Leader, "5");
    carla.post(&form, &pairs(&answers)).await;
    town.wait(11, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    carla.sign_in(&town.app, CARLA).await;
    let team = town.link_to(CARLA, "/teams/");
    let page = carla.get(&team).await;
    let guide = carla.get(&format!("{team}/guide")).await;
    let commitment = carla.post(&format!("{team}/commitments"), &[]).await.status;
    let request = TestRequest::get()
        .uri(&format!("{team}/report.xlsx"))
        .insert_header((header::COOKIE, carla.cookie_header()));
    let book = read_body(call_service(&service, request.to_request()).await).await;
    let found = &results::teams_shown(&town.app, &id).unwrap()[0];
    let report = results::team(&town.app, &found.team, &id, found.node, Lang::En).unwrap();
    let document = export::team_document(&report, export::Reader::Leader, Lang::En);
    Shown {
        page,
        guide,
        book: Xlsx::new(Cursor::new(book.to_vec())).unwrap(),
        pdf: format!("{document:?}"),
        commitment,
    }
}

/// All cells of a workbook.
fn cells(book: &mut Xlsx<Cursor<Vec<u8>>>) -> String {
    let sheets = book.worksheets();
    let rows = sheets.iter().flat_map(|(_, sheet)| sheet.rows());
    rows.flatten().map(|cell| format!("{cell}\n")).collect()
}

#[actix_web::test]
async fn nothing_is_said_that_a_survey_does_not_have() {
    let mut shown = shown("own-survey-three-topics", 6, &[]).await;
    let book = cells(&mut shown.book);
    assert_eq!(shown.page.status, StatusCode::OK);
    for said in [&shown.page.body, &shown.guide.body, &shown.pdf, &book] {
        for other in [
            "five topics",
            "disagree",
            "traps",
            "chaos",
            "Chaos",
            "Comments",
            "pattern",
            "involvement",
            "Commitments after",
            "judges anonymously",
        ] {
            assert!(!said.contains(other), "{other:?} in {said}");
        }
    }
    for said in [&shown.page.body, &shown.pdf, &book] {
        assert!(said.contains("0: never") && said.contains("100: always"));
    }
    assert_eq!(shown.commitment, StatusCode::NOT_FOUND);
}

#[actix_web::test]
async fn comments_stand_under_the_question_that_they_answer() {
    let survey = std::fs::read_to_string(case("own-survey-two-questions").join("hybrid.toml"));
    let survey = Survey::parse(&survey.unwrap(), "hybrid.toml").unwrap();
    let questions: Vec<_> = survey.questions_for(Role::Member).collect();
    let [(_, first), (_, second)] = questions[..] else {
        panic!("the case has two questions for members");
    };
    let answers = [
        (first.id.as_str(), "Zebra {n}"),
        (second.id.as_str(), "Apple {n}"),
    ];
    let mut shown = shown("own-survey-two-questions", 12, &answers).await;
    let (one, other) = (first.text.text("en"), second.text.text("en"));
    for said in [&shown.page.body, &shown.pdf] {
        let at = |words: &str| said.find(words).unwrap_or_else(|| panic!("no {words}"));
        assert!(at(one) < at("Zebra 1") && at("Zebra 12") < at(other));
        assert!(at(other) < at("Apple 1"));
    }
    let sheets = shown.book.worksheets();
    let (_, comments) = sheets.iter().find(|(name, _)| name == "Comments").unwrap();
    let pairs = comments
        .rows()
        .map(|row| [row[0].to_string(), row[1].to_string()]);
    let pairs: Vec<[String; 2]> = pairs.skip(1).collect();
    assert_eq!(pairs.len(), 24);
    for [question, comment] in pairs {
        assert_eq!(question == one, comment.starts_with("Zebra"), "{comment}");
    }
}
