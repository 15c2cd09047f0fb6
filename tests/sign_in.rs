//! Doors that hold: the first visit, guessing, passwords, second factors and sessions.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::{self};
use diesel::prelude::*;
use gutcheck::access::{self, Entered, Entry, Knock, Look, SetUp};
use gutcheck::error::Problem;
use gutcheck::mail;
use gutcheck::store::Db;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::Barrier;
use std::thread;
use support::forms::roster;
use support::{Browser, Town};

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
    let shouted = access::setup_code(&town.app)
        .to_uppercase()
        .replace('-', " ");
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
    let code = mail
        .lines()
        .find_map(|line| line.split("asked for it: ").nth(1));
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
    let code = mail
        .lines()
        .find_map(|line| line.split("asked for it: ").nth(1));
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
            town.app
                .clock
                .set(town.app.now() + chrono::Duration::seconds(61));
        }
    }
    town.run_due();
    assert!(
        town.mails_to(CARLA).len() <= 3,
        "{}",
        town.mails_to(CARLA).len()
    );
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
    for (number, email) in [
        CARLA,
        "nobody@harbour.example",
        "crane1@harbour.example",
        HR,
    ]
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
            town.app
                .clock
                .set(town.app.now() + chrono::Duration::minutes(1));
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
    let busy = answers
        .iter()
        .filter(|one| matches!(one, Problem::Busy))
        .count();
    assert!(town.app.hashing.most() <= 2, "{}", town.app.hashing.most());
    assert!(busy > 0 && busy < 150, "{busy}");
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
