//! Second factors, passwords and sessions, through the pages.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use actix_web::http::StatusCode;
use actix_web::test::{self};
use aws_lc_rs::hmac;
use data_encoding::BASE32_NOPAD;
use gutcheck::access;
use gutcheck::store::Moment;
use support::chapters::went_to;
use support::forms::roster;
use support::{Browser, Page, Pages, Town};

const HR: &str = "hr@harbour.example";
const PASSWORD: &str = "a long password";

/// Where a second factor is asked for.
fn strict() -> Town {
    Town::with(Some(("require_second_factor", "true".to_owned())))
}

/// What an app shows that was given this secret: RFC 6238 a second time.
fn shown_by_app(secret: &str, now: Moment) -> String {
    let secret: String = secret.chars().filter(|letter| *letter != ' ').collect();
    let secret = BASE32_NOPAD.decode(secret.as_bytes()).unwrap();
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &secret);
    let tag = hmac::sign(&key, &(now.utc().timestamp() / 30).to_be_bytes());
    let tag = tag.as_ref();
    let from = usize::from(tag[19] & 15);
    let four: [u8; 4] = tag[from..from + 4].try_into().unwrap();
    format!(
        "{:06}",
        (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000
    )
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
    let code = shown_by_app(&secret, town.app.now());
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
        .post(
            "/sign-in/password",
            &[("email", HR), ("password", PASSWORD)],
        )
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
    let code = shown_by_app(&secret, town.app.now());
    let replayed = again.post("/sign-in/factor", &[("code", &*code)]).await;
    assert_eq!(replayed.status, StatusCode::UNPROCESSABLE_ENTITY);
    town.app
        .clock
        .set(town.app.now() + chrono::Duration::seconds(30));
    let code = shown_by_app(&secret, town.app.now());
    went_to(
        &again.post("/sign-in/factor", &[("code", &*code)]).await,
        "/hr",
    );

    // A recovery code, once.
    let mut third = Browser::new(&service);
    sign_in(&mut third).await;
    let code = [("code", recovery[3].as_str())];
    went_to(&third.post("/sign-in/factor", &code).await, "/hr");
    let mut fourth = Browser::new(&service);
    sign_in(&mut fourth).await;
    let used = fourth.post("/sign-in/factor", &code).await;
    assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);
    third
        .get("/account")
        .await
        .says("9 recovery codes are left");

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
    let code = shown_by_app(&secret, town.app.now());
    let fields = [("seed", &*seed), ("code", &*code), ("password", "wrong")];
    let refused = third.post("/account/factor", &fields).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let fields = [("seed", &*seed), ("code", &*code), ("password", PASSWORD)];
    let taken = third.post("/account/factor", &fields).await;
    assert_eq!(taken.status, StatusCode::OK);
    went_to(&again.get("/hr").await, "/sign-in");
}

#[actix_web::test]
async fn whoever_signed_in_a_while_ago_proves_it_again_before_accounts_factors_and_large_downloads()
{
    let town = strict();
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    town.settle(&roster());
    let mut hr = Browser::new(&service);
    sign_in(&mut hr).await;
    let (secret, recovery) = enrol(&town, &mut hr).await;
    // 120 random bits each: none can be tried out from what is stored of it.
    assert!(
        recovery
            .iter()
            .all(|code| code.replace('-', "").len() == 24)
    );
    assert_eq!(hr.get("/accounts").await.status, StatusCode::OK);
    town.app
        .clock
        .set(town.app.now() + chrono::Duration::minutes(15));
    assert_eq!(hr.get("/hr/roster").await.status, StatusCode::OK);
    for page in ["/accounts", "/account/factor", "/hr/roster/roster.csv"] {
        let again = format!("/sign-in/again?to={page}");
        assert_eq!(hr.get(page).await.location, again);
    }
    let own = hr.get("/account").await;
    own.says("Confirm that it is you");
    own.keeps_silent_about("action=\"/account/");
    for form in ["/accounts", "/sessions/end-all"] {
        let sent = hr.post(form, &[("email", "new@harbour.example")]).await;
        assert_eq!(sent.location, "/sign-in/again?to=/accounts", "{form}");
    }
    for elsewhere in ["//evil.example", "https://evil.example", "/%5Cevil.example"] {
        let page = hr.get(&format!("/sign-in/again?to={elsewhere}")).await;
        assert_eq!(page.hidden("to").as_deref(), Some("/account"));
    }

    let page = hr.get("/sign-in/again?to=/accounts").await;
    assert_eq!(page.hidden("to").as_deref(), Some("/accounts"));
    let before = hr.cookie_header();
    let code = shown_by_app(&secret, town.app.now());
    for (password, code) in [
        ("a wrong one", &*code),
        (PASSWORD, "000000"),
        (PASSWORD, ""),
    ] {
        let fields = [("to", "/accounts"), ("password", password), ("code", code)];
        let refused = hr.post("/sign-in/again", &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(hr.cookie_header(), before);
    }
    let fields = [
        ("to", "/accounts"),
        ("password", PASSWORD),
        ("code", &*code),
    ];
    went_to(&hr.post("/sign-in/again", &fields).await, "/accounts");
    assert_ne!(hr.cookie_header(), before, "it is another session");
    assert_eq!(hr.get("/accounts").await.status, StatusCode::OK);
    assert_eq!(hr.get("/hr/roster/roster.csv").await.status, StatusCode::OK);
    let left = access::sessions(&town.app, &access::holder(&town.app, HR).unwrap()).unwrap();
    assert_eq!(left.len(), 1, "the session before is over");
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
