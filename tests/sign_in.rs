//! Doors that hold: the first visit, guessing, passwords, second factors and sessions.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::{StatusCode, header};
use actix_web::test::{self, TestRequest};
use diesel::prelude::*;
use gutcheck::access::{self, Entered, Entry, Knock, Look, SetUp};
use gutcheck::error::Problem;
use gutcheck::mail;
use gutcheck::store::Db;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Barrier;
use std::thread;
use support::chapters::went_to;
use support::forms::roster;
use support::{Browser, Page, Pages, Town};

const HR: &str = "hr@harbour.example";
const PASSWORD: &str = "a long password";
const CARLA: &str = "carla@harbour.example";

fn set_up(code: String) -> SetUp {
    SetUp {
        code,
        organisation: "Harbour".into(),
        name: "Hanna".into(),
        email: HR.into(),
        password: PASSWORD.into(),
        locale: "en".into(),
        time_zone: "Europe/Berlin".into(),
    }
}

/// Somebody at another address of the internet.
fn knock(number: u32) -> Knock {
    Knock {
        from: IpAddr::V4(Ipv4Addr::from(0x0a00_0000 + number)),
        ..Knock::inside()
    }
}

fn entered(done: Entered) -> Entry {
    match done {
        Entered::In(entry) => entry,
        Entered::Factor(_) => panic!("a second factor was asked for"),
    }
}

/// Whether somebody was refused with the sentence of this key.
fn is_refused<T>(done: &Result<T, Problem>, key: &str) -> bool {
    matches!(done, Err(Problem::Refused(sentence)) if sentence.is(key))
}

fn count(town: &Town, table: &str) -> i64 {
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        n: i64,
    }
    let query = format!("SELECT COUNT(*) AS n FROM {table}");
    let read = |c: &mut Db| match c {
        Db::Sqlite(c) => Ok(diesel::sql_query(query).get_result::<Count>(c)?.n),
        Db::Postgres(c) => Ok(diesel::sql_query(query).get_result::<Count>(c)?.n),
    };
    town.app.store.read(read).unwrap()
}

/// Where a second factor is asked for.
fn strict() -> Town {
    Town::with(Some(("require_second_factor", "true".to_owned())))
}

#[test]
fn only_the_code_of_the_terminal_sets_up_and_of_eight_who_have_it_one_does() {
    let town = Town::new(None);
    let wrong = access::set_up(&town.app, &knock(1), &set_up("0000-0000-0000-0000".into()));
    assert!(matches!(wrong, Err(Problem::Refused(_))));
    assert!(access::is_first_visit(&town.app).unwrap());
    let (code, together) = (access::setup_code(&town.app), Barrier::new(8));
    let done = thread::scope(|scope| {
        let work = [0, 1, 2, 3, 4, 5, 6, 7].map(|number| {
            let (town, code, together) = (&town, &code, &together);
            scope.spawn(move || {
                together.wait();
                let form = SetUp {
                    organisation: format!("Harbour {number}"),
                    email: format!("hr{number}@harbour.example"),
                    ..set_up(code.clone())
                };
                access::set_up(&town.app, &knock(number), &form).is_ok()
            })
        });
        work.map(|one| one.join().unwrap())
    });
    assert_eq!(done.iter().filter(|done| **done).count(), 1);
    assert_eq!(access::accounts(&town.app).unwrap().len(), 1);
    assert_eq!(count(&town, "organisation"), 1);
}

#[test]
fn the_code_of_the_first_visit_is_typed_as_people_type_and_cannot_be_guessed() {
    let town = Town::new(None);
    for _ in 0..10 {
        let guess = access::set_up(&town.app, &knock(1), &set_up("1111".into()));
        assert!(is_refused(&guess, "problem-setup-code"));
    }
    let right = set_up(access::setup_code(&town.app));
    let late = access::set_up(&town.app, &knock(1), &right);
    assert!(is_refused(&late, "problem-often"));
    let shouted = access::setup_code(&town.app).to_uppercase().replace('-', " ");
    assert!(access::set_up(&town.app, &knock(2), &set_up(shouted)).is_ok());
}

#[actix_web::test]
async fn a_password_that_is_easily_guessed_is_refused_beside_its_field() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let code = access::setup_code(&town.app);
    let fields = [
        ("code", &*code),
        ("organisation", "Harbour"),
        ("name", "Hanna"),
        ("email", HR),
        ("password", "aaaaaaaaaaaa"),
        ("locale", "en"),
        ("time_zone", "Europe/Berlin"),
    ];
    let page = Browser::new(&service).post("/setup", &fields).await;
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
    page.says("password-error");
    page.says("easily guessed");
    let mut wrong = fields;
    wrong[0].1 = "1111";
    let page = Browser::new(&service).post("/setup", &wrong).await;
    page.says("code-error");
    page.keeps_silent_about("password-error");
}

#[test]
fn of_guesses_at_the_same_time_five_are_counted_and_the_link_works_on() {
    const GUESSES: u32 = 22;
    let town = Town::new(None);
    town.settle(&roster());
    access::ask(&town.app, &knock(1), CARLA, "browser").unwrap();
    town.run_due();
    let mail = town.mails_to(CARLA).pop().unwrap().message.text;
    let code = mail.lines().find_map(|line| line.split("asked for it: ").nth(1));
    let code = code.unwrap().trim().to_owned();
    assert_eq!(code.len(), 9, "{code}");
    let together = Barrier::new(GUESSES as usize);
    thread::scope(|scope| {
        for number in 0..GUESSES {
            let (town, together) = (&town, &together);
            scope.spawn(move || {
                together.wait();
                let wrong = format!("0000-{number:04}");
                let guess = access::enter_code(&town.app, &knock(number), "browser", &wrong);
                assert!(!matches!(guess, Ok(Some(_))));
            });
        }
    });
    #[derive(QueryableByName)]
    struct Attempts {
        #[diesel(sql_type = diesel::sql_types::Integer)]
        attempts: i32,
    }
    let read = |c: &mut Db| match c {
        Db::Sqlite(c) => {
            let query = diesel::sql_query("SELECT attempts FROM sign_in");
            Ok(query.get_result::<Attempts>(c)?.attempts)
        }
        Db::Postgres(_) => unreachable!(),
    };
    assert_eq!(town.app.store.read(read).unwrap(), 5);
    let late = access::enter_code(&town.app, &knock(99), "browser", &code).unwrap();
    assert!(late.is_none(), "the right code came after five wrong ones");
    let link = town.link_to(CARLA, "/sign-in/link/");
    let token = link.rsplit('/').next().unwrap();
    let followed = access::follow(&town.app, &knock(1), token, Some("browser")).unwrap();
    assert!(followed.is_some());
}

#[test]
fn the_right_code_is_read_as_people_type_it_in_a_browser_that_asked_for_it() {
    let town = Town::new(None);
    town.settle(&roster());
    access::ask(&town.app, &knock(1), CARLA, "browser").unwrap();
    town.run_due();
    let mail = town.mails_to(CARLA).pop().unwrap().message.text;
    let code = mail.lines().find_map(|line| line.split("asked for it: ").nth(1));
    let code = code.unwrap().trim().to_uppercase().replace('-', " ");
    let other = access::enter_code(&town.app, &knock(2), "another", &code).unwrap();
    assert!(other.is_none());
    let own = access::enter_code(&town.app, &knock(1), "browser", &code).unwrap();
    assert!(own.is_some());
    let again = access::enter_code(&town.app, &knock(1), "browser", &code).unwrap();
    assert!(again.is_none(), "a code works once");
}

#[test]
fn whoever_asks_six_hundred_times_sends_three_mails_and_locks_nobody_out() {
    let town = Town::new(None);
    town.settle(&roster());
    let mut refused = 0;
    for number in 0..600 {
        let browser = format!("stranger {number}");
        let asked = access::ask(&town.app, &knock(number % 20), CARLA, &browser);
        refused += u32::from(asked.is_err());
        if number % 100 == 0 {
            town.wait(0, 0);
            town.app.clock.set(town.app.now() + chrono::Duration::seconds(61));
        }
    }
    town.run_due();
    assert!(town.mails_to(CARLA).len() <= 3, "{}", town.mails_to(CARLA).len());
    assert!(refused > 0);
    // She asks herself, and gets in by the mail that is there.
    access::ask(&town.app, &knock(5000), CARLA, "her own").unwrap();
    town.run_due();
    let link = town.link_to(CARLA, "/sign-in/link/");
    let token = link.rsplit('/').next().unwrap();
    let look = |browser| access::look(&town.app, token, browser).unwrap();
    assert_eq!(look(Some("nobody's")), Look::OtherBrowser);
    assert_eq!(look(Some("her own")), Look::Good);
}

#[test]
fn an_address_that_is_not_known_leaves_the_same_traces_and_gets_no_mail() {
    let town = Town::new(None);
    town.settle(&roster());
    town.run_due();
    let sent = town.app.mailer.kept().len();
    let traces = || ["sign_in", "sign_in_browser", "outbox"].map(|table| count(&town, table));
    let before = traces();
    let mut grown = Vec::new();
    for (number, email) in [CARLA, "nobody@harbour.example", "crane1@harbour.example", HR]
        .into_iter()
        .enumerate()
    {
        let then = traces();
        access::ask(&town.app, &knock(1), email, &format!("browser {number}")).unwrap();
        let now = traces();
        grown.push([now[0] - then[0], now[1] - then[1], now[2] - then[2]]);
    }
    assert_eq!(grown, [[1, 1, 1]; 4], "{before:?}");
    for email in [HR, "nobody@harbour.example"] {
        let then = traces();
        access::forgot(&town.app, &knock(1), email).unwrap();
        let now = traces();
        assert_eq!([now[0] - then[0], now[2] - then[2]], [1, 1]);
    }
    town.run_due();
    // To the one leader, and to the one account.
    let mails = town.app.mailer.kept();
    assert_eq!(mails.len() - sent, 2);
}

#[test]
fn nobody_can_lock_the_owner_of_an_account_out() {
    let town = Town::new(None);
    town.settle(&roster());
    let first = entered(access::sign_in(&town.app, &knock(1), HR, PASSWORD).unwrap());
    for number in 0..400 {
        let guess = access::sign_in(&town.app, &knock(1000 + number), HR, "a wrong password");
        assert!(guess.is_err());
        if number % 100 == 99 {
            // No memory of minutes that are over.
            town.app.clock.set(town.app.now() + chrono::Duration::minutes(1));
        }
    }
    let stranger = access::sign_in(&town.app, &knock(2), HR, PASSWORD);
    assert!(is_refused(&stranger, "problem-often"));
    // Her own browser is known, and otherwise there is the mail.
    let hers = Knock {
        device: first.device,
        ..knock(3)
    };
    entered(access::sign_in(&town.app, &hers, HR, PASSWORD).unwrap());
    access::forgot(&town.app, &knock(4), HR).unwrap();
    town.run_due();
    let link = town.link_to(HR, "/password/");
    let token = link.rsplit('/').next().unwrap();
    let new = "tin kettle over seven hills";
    let reset = access::set_password(&town.app, &knock(4), token, new).unwrap();
    entered(reset.unwrap());
    let old = access::sign_in(&town.app, &hers, HR, PASSWORD);
    assert!(is_refused(&old, "problem-password"));
}

#[test]
fn a_browser_is_known_for_the_account_that_signed_in_with_it_and_for_no_other() {
    let town = Town::new(None);
    town.settle(&roster());
    let first = entered(access::sign_in(&town.app, &knock(1), HR, PASSWORD).unwrap());
    town.run_due();
    let told = || {
        let mails = town.mails_to(HR).into_iter();
        mails
            .filter(|mail| mail.message.subject.contains("another browser"))
            .count()
    };
    assert_eq!(told(), 1);
    let hers = Knock {
        device: first.device.clone(),
        ..knock(3)
    };
    entered(access::sign_in(&town.app, &hers, HR, PASSWORD).unwrap());
    town.run_due();
    assert_eq!(told(), 1);
    let forged = Knock {
        device: first.device.map(|device| format!("x{device}")),
        ..knock(3)
    };
    entered(access::sign_in(&town.app, &forged, HR, PASSWORD).unwrap());
    town.run_due();
    assert_eq!(told(), 2);
}

#[test]
fn of_a_hundred_and_fifty_passwords_at_once_two_are_compared_and_the_rest_waits_or_is_told_to() {
    let town = Town::new(None);
    town.settle(&roster());
    let together = Barrier::new(150);
    let answers = thread::scope(|scope| {
        let work: Vec<_> = (0..150)
            .map(|number| {
                let (town, together) = (&town, &together);
                scope.spawn(move || {
                    together.wait();
                    let email = format!("nobody{number}@harbour.example");
                    access::sign_in(&town.app, &knock(number), &email, "a wrong password")
                })
            })
            .collect();
        let answers = work.into_iter().map(|one| one.join().unwrap().unwrap_err());
        answers.collect::<Vec<_>>()
    });
    let busy = answers.iter().filter(|one| matches!(one, Problem::Busy)).count();
    assert!(town.app.hashing.most() <= 2, "{}", town.app.hashing.most());
    assert!(busy > 0 && busy < 150, "{busy}");
}

/// Sets an app up through its page; the secret it shows, and the recovery codes.
async fn enrol<S: Pages>(town: &Town, browser: &mut Browser<'_, S>) -> (String, Vec<String>) {
    let page = browser.get("/account/factor").await;
    let secret = between(&page, "into the app: <span class=\"code\">", "</span>");
    let seed = page.hidden("seed").unwrap();
    page.says("<path d=\"M");
    let wrong = browser
        .post("/account/factor", &[("seed", &*seed), ("code", "000000")])
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    wrong.says(&secret);
    let code = access::shown_by_app(&secret, town.app.now()).unwrap();
    let codes = browser
        .post("/account/factor", &[("seed", &*seed), ("code", &*code)])
        .await;
    assert_eq!(codes.status, StatusCode::OK, "{}", codes.body);
    let recovery = codes.body.split("<span class=\"code\">").skip(1);
    let recovery = recovery.map(|rest| rest.split('<').next().unwrap().to_owned());
    (secret, recovery.collect())
}

fn between(page: &Page, start: &str, end: &str) -> String {
    let rest = page.body.split(start).nth(1);
    let rest = rest.unwrap_or_else(|| panic!("{start} is not on the page:\n{}", page.body));
    rest.split(end).next().unwrap().to_owned()
}

async fn sign_in<S: Pages>(browser: &mut Browser<'_, S>) -> Page {
    browser.get("/sign-in").await;
    browser
        .post("/sign-in/password", &[("email", HR), ("password", PASSWORD)])
        .await
}

#[actix_web::test]
async fn a_survey_lead_sets_up_a_second_factor_before_anything_else_and_signs_in_with_both() {
    let town = strict();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&roster());
    let mut hr = Browser::new(&service);
    went_to(&sign_in(&mut hr).await, "/account/factor");
    for shut in ["/hr", "/hr/roster", "/accounts", "/hr/log"] {
        went_to(&hr.get(shut).await, "/account/factor");
    }
    let cookie = hr.cookie_header();
    let (secret, recovery) = enrol(&town, &mut hr).await;
    assert_eq!(recovery.len(), 10);
    assert_ne!(hr.cookie_header(), cookie, "the session has another secret");
    assert_eq!(hr.get("/hr").await.status, StatusCode::OK);
    town.run_due();
    let told = town.mails_to(HR).pop().unwrap().message;
    assert!(told.subject.contains("second factor"), "{}", told.subject);

    // The code that was taken is not taken again; the next one is.
    let mut again = Browser::new(&service);
    went_to(&sign_in(&mut again).await, "/sign-in/factor");
    went_to(&again.get("/hr").await, "/sign-in");
    let code = access::shown_by_app(&secret, town.app.now()).unwrap();
    let replayed = again.post("/sign-in/factor", &[("code", &*code)]).await;
    assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY);
    town.app.clock.set(town.app.now() + chrono::Duration::seconds(30));
    let code = access::shown_by_app(&secret, town.app.now()).unwrap();
    went_to(&again.post("/sign-in/factor", &[("code", &*code)]).await, "/hr");

    // A recovery code, once.
    let mut third = Browser::new(&service);
    sign_in(&mut third).await;
    let code = [("code", recovery[3].as_str())];
    went_to(&third.post("/sign-in/factor", &code).await, "/hr");
    let mut fourth = Browser::new(&service);
    sign_in(&mut fourth).await;
    let used = fourth.post("/sign-in/factor", &code).await;
    assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);
    third.get("/account").await.says("9 recovery codes are left");

    // Five wrong codes, and the password is asked for again.
    for _ in 0..4 {
        fourth.post("/sign-in/factor", &[("code", "000000")]).await;
    }
    let fresh = [("code", recovery[4].as_str())];
    let late = fourth.post("/sign-in/factor", &fresh).await;
    late.says("sign in with your password again");

    // Another app takes the place of the first only with the password.
    let page = third.get("/account/factor").await;
    let seed = page.hidden("seed").unwrap();
    let secret = between(&page, "into the app: <span class=\"code\">", "</span>");
    let code = access::shown_by_app(&secret, town.app.now()).unwrap();
    let fields = [("seed", &*seed), ("code", &*code), ("password", "wrong")];
    let refused = third.post("/account/factor", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("seed", &*seed), ("code", &*code), ("password", PASSWORD)];
    let taken = third.post("/account/factor", &fields).await;
    assert_eq!(taken.status, StatusCode::OK);
    went_to(&again.get("/hr").await, "/sign-in");
}

#[actix_web::test]
async fn a_password_is_set_anew_by_mail_and_the_second_factor_is_asked_for_all_the_same() {
    let town = strict();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&roster());
    let mut hr = Browser::new(&service);
    sign_in(&mut hr).await;
    enrol(&town, &mut hr).await;
    let mut forgetful = Browser::new(&service);
    forgetful.get("/sign-in/forgotten").await;
    let asked = forgetful.post("/sign-in/forgotten", &[("email", HR)]).await;
    went_to(&asked, "/sign-in/forgotten/sent");
    town.run_due();
    let link = town.link_to(HR, "/password/");
    forgetful.get(&link).await.says(HR);
    let fields = [("password", "tin kettle over seven hills")];
    went_to(&forgetful.post(&link, &fields).await, "/sign-in/factor");
    went_to(&hr.get("/hr").await, "/sign-in");
    let again = forgetful.post(&link, &fields).await;
    assert_eq!(again.status, StatusCode::GONE);
    town.run_due();
    let told = town.mails_to(HR).pop().unwrap().message;
    assert!(told.subject.contains("password was changed"));
}

#[actix_web::test]
async fn sessions_are_listed_by_browser_and_can_be_ended() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&roster());
    let mut phone = Browser::new(&service);
    sign_in(&mut phone).await;
    let mut laptop = Browser::new(&service);
    sign_in(&mut laptop).await;
    let page = laptop.get("/account").await;
    let ends = page.body.matches("/account/sessions/").count();
    // Each other session, and all at once.
    assert_eq!(ends, 3, "that of the first visit, the phone's, and all");
    let old = laptop.cookie_header();
    let fields = [("old", PASSWORD), ("new", "tin kettle over seven hills")];
    went_to(&laptop.post("/account/password", &fields).await, "/account");
    assert_ne!(laptop.cookie_header(), old);
    went_to(&phone.get("/hr").await, "/sign-in");
    assert_eq!(laptop.get("/hr").await.status, StatusCode::OK);
    laptop.get("/account").await;
    let wrong = laptop.post("/account/password", &fields).await;
    wrong.says("not your present password");
    let out = laptop.post("/sign-out", &[]).await;
    let cleared = out.headers.get("clear-site-data").unwrap();
    assert_eq!(cleared, "\"cache\", \"storage\"");
    went_to(&laptop.get("/hr").await, "/sign-in");
}

#[actix_web::test]
async fn a_page_is_given_only_under_the_servers_own_names() {
    for (url, names, others) in [
        (
            "https://gut.example.org",
            &["gut.example.org", "gut.example.org:8443", "127.0.0.1:8080", "localhost"][..],
            &["evil.example", "gut.example.org.evil.example", "192.0.2.1", "a b", "@"][..],
        ),
        (
            "http://127.0.0.1:8080",
            &["127.0.0.1:8080", "[::1]:8080", "localhost:3000"],
            &["rebound.example:8080", "10.0.0.7:8080"],
        ),
    ] {
        let town = Town::with(Some(("public_url", url.to_owned())));
        let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
        let ask = async |path: &str, host: &str| {
            let request = TestRequest::get().uri(path);
            let request = request.insert_header((header::HOST, host));
            test::call_service(&service, request.to_request()).await.status()
        };
        for host in names {
            let status = ask("/gut-check/member", host).await;
            assert_eq!(status, StatusCode::OK, "{host}");
        }
        for host in others {
            let status = ask("/gut-check/member", host).await;
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{host}");
            assert_eq!(ask("/health", host).await, StatusCode::OK);
        }
    }
}

#[test]
fn a_mail_that_was_asked_for_by_nobody_is_dropped_without_being_sent() {
    let town = Town::new(None);
    town.settle(&roster());
    access::ask(&town.app, &knock(1), "nobody@harbour.example", "browser").unwrap();
    while mail::deliver(&town.app).unwrap() > 0 {}
    assert!(town.mails_to("nobody@harbour.example").is_empty());
    let waiting = count(&town, "outbox WHERE state = 'queued'");
    assert_eq!(waiting, 0);
}
