//! Promises of every route: headers, tokens, and who may come in.

mod support;

use actix_web::http::{Method, StatusCode, header};
use actix_web::test::{self, TestRequest};
use gutcheck::access;
use support::{Browser, Pages, Town};

/// The addresses of the route table, with made-up values for their parameters, and whether they take forms.
fn routes() -> Vec<(String, bool)> {
    let addresses = gutcheck::web::table().into_iter();
    let path = |pattern: &str| {
        let parts = pattern.split('/').map(|part| match part {
            "{role}" => "member",
            "{node}" | "{number}" | "{cell}" => "1",
            part if part.starts_with('{') => "00000000000000000000000000",
            part => part,
        });
        parts.collect::<Vec<_>>().join("/")
    };
    addresses
        .map(|address| {
            let takes_forms = address.methods.contains(&Method::POST);
            (path(&address.pattern), takes_forms)
        })
        .collect()
}

#[actix_web::test]
async fn every_route_sends_the_security_headers() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut visitor = Browser::new(&service);
    for (path, _) in routes() {
        let page = visitor.get(&path).await;
        let value = |name: &str| {
            page.headers
                .get(name)
                .map(|value| value.to_str().unwrap().to_owned())
        };
        let policy = value("content-security-policy").unwrap_or_default();
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{path}"
        );
        assert_eq!(
            value("x-content-type-options").as_deref(),
            Some("nosniff"),
            "{path}"
        );
        assert_eq!(
            value("referrer-policy").as_deref(),
            Some("no-referrer"),
            "{path}"
        );
        assert_eq!(
            value("cross-origin-opener-policy").as_deref(),
            Some("same-origin"),
            "{path}"
        );
        assert!(policy.contains("frame-ancestors 'none'"), "{path}");
        let cached = value("cache-control").unwrap_or_default();
        // These are the same for everybody.
        let pages = ["/a", "/kiosk", "/trustee"];
        let same_for_all = path.starts_with("/static/") || pages.contains(&path.as_str());
        assert!(cached == "no-store" || same_for_all, "{path}: {cached}");
        assert_ne!(page.status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
    }
}

#[actix_web::test]
async fn a_form_from_another_site_is_refused_on_every_route() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    for (path, _) in routes().into_iter().filter(|(_, takes_forms)| *takes_forms) {
        for (name, value) in [
            ("sec-fetch-site", "cross-site"),
            ("origin", "https://elsewhere.example"),
        ] {
            let request = TestRequest::post()
                .uri(&path)
                .insert_header((name, value))
                .set_form([("a", "b")]);
            let status = test::call_service(&service, request.to_request())
                .await
                .status();
            assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {name}");
        }
    }
}

#[actix_web::test]
async fn an_administrators_form_without_the_sessions_token_changes_nothing() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = set_up(&town, &service).await;
    for (path, _) in routes()
        .into_iter()
        .filter(|(path, forms)| *forms && path.starts_with("/hr"))
    {
        let cookie = hr.cookie_header();
        let request = TestRequest::post()
            .uri(&path)
            .insert_header((header::COOKIE, cookie))
            .set_form([
                ("survey", "team-diagnostic"),
                ("title", "Q2"),
                ("opens", "2026-06-02T09:00"),
                ("closes", "2026-06-09T09:00"),
            ]);
        let status = test::call_service(&service, request.to_request())
            .await
            .status();
        assert!(status.is_client_error(), "{path}: {status}");
    }
    hr.get("/hr/waves").await.keeps_silent_about("Q2");
}

#[actix_web::test]
async fn nobody_but_an_administrator_comes_into_the_console() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    set_up(&town, &service).await;
    let mut visitor = Browser::new(&service);
    for (path, _) in routes()
        .into_iter()
        .filter(|(path, _)| path.starts_with("/hr") || path.starts_with("/teams"))
    {
        let mut page = visitor.get(&path).await;
        // Where a form is only sent to, the way leads to its page.
        if page.location.contains('#') {
            page = visitor.get(page.location.split('#').next().unwrap()).await;
        }
        let out = page.status == StatusCode::SEE_OTHER && page.location == "/sign-in";
        let only_posts =
            page.status == StatusCode::NOT_FOUND || page.status == StatusCode::METHOD_NOT_ALLOWED;
        assert!(out || only_posts, "{path}: {}", page.status);
    }
}

#[actix_web::test]
async fn cookies_are_out_of_reach_of_scripts_and_behind_https_bound_to_the_host() {
    for (url, name) in [
        ("http://127.0.0.1:8080", "session"),
        ("https://gut.example.org", "__Host-session"),
    ] {
        let town = Town::with(Some(("public_url", url.to_owned())));
        let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
        let request = TestRequest::post().uri("/setup").set_form([
            ("code", &*access::setup_code(&town.app)),
            ("organisation", "Harbour"),
            ("name", "Hanna"),
            ("email", "hr@harbour.example"),
            ("password", "a long password"),
            ("locale", "en"),
            ("time_zone", "Europe/Berlin"),
        ]);
        let response = test::call_service(&service, request.to_request()).await;
        let cookie = response.response().cookies().next().unwrap();
        assert_eq!(cookie.name(), name);
        assert_eq!(cookie.http_only(), Some(true));
        assert_eq!(cookie.same_site(), Some(actix_web::cookie::SameSite::Lax));
        assert_eq!(cookie.secure().unwrap_or(false), url.starts_with("https"));
        assert_eq!((cookie.path(), cookie.domain()), (Some("/"), None));
        let strict = response
            .headers()
            .contains_key(header::STRICT_TRANSPORT_SECURITY);
        assert_eq!(strict, url.starts_with("https"));
    }
}

#[actix_web::test]
async fn a_file_is_kept_for_ever_only_under_the_hash_of_its_content() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut visitor = Browser::new(&service);
    let right = gutcheck::assets::url("app.css");
    let cached = |page: &support::Page| page.headers.get(header::CACHE_CONTROL).cloned().unwrap();
    let page = visitor.get(&right).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(cached(&page).to_str().unwrap().contains("immutable"));
    for wrong in ["ANY", "000000000000", ""] {
        let page = visitor.get(&format!("/static/{wrong}/app.css")).await;
        assert_ne!(page.status, StatusCode::OK, "{wrong}");
        assert_eq!(cached(&page), "no-store", "{wrong}");
    }
    let old = visitor.get("/static/ANY/app.css").await;
    assert_eq!(old.location, right, "a page of an older version finds it");
    let unknown = visitor.get("/static/ANY/none.css").await;
    assert_eq!(unknown.status, StatusCode::NOT_FOUND);
}

#[cfg(unix)]
#[actix_web::test]
async fn the_folder_of_database_keys_and_mails_is_for_this_account_alone() {
    use std::os::unix::fs::PermissionsExt;
    let town = Town::new(None);
    let mode = town.folder.metadata().unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}

#[actix_web::test]
async fn passwords_cannot_be_guessed_one_after_the_other() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    set_up(&town, &service).await;
    let mut guesser = Browser::new(&service);
    let mut guess = async |email: &str, password: &str| {
        let fields = [("email", email), ("password", password)];
        guesser.post("/sign-in/password", &fields).await
    };
    for _ in 0..10 {
        let wrong = guess("hr@harbour.example", "a wrong password").await;
        wrong.keeps_silent_about("Too many");
    }
    let right = guess("hr@harbour.example", "a long password").await;
    assert_eq!(right.status, StatusCode::UNPROCESSABLE_ENTITY);
    right.says("Too many");
    let other = guess("nobody@harbour.example", "a wrong password").await;
    other.says("Too many");
}

#[actix_web::test]
async fn a_page_is_given_only_under_the_servers_own_names() {
    for (url, names, others) in [
        (
            "https://gut.example.org",
            &[
                "gut.example.org",
                "gut.example.org:8443",
                "127.0.0.1:8080",
                "localhost",
            ][..],
            &[
                "evil.example",
                "gut.example.org.evil.example",
                "192.0.2.1",
                "a b",
                "@",
            ][..],
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
            test::call_service(&service, request.to_request())
                .await
                .status()
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

#[actix_web::test]
async fn head_is_answered_like_get() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    set_up(&town, &service).await;
    let head = TestRequest::with_uri("/")
        .method(actix_web::http::Method::HEAD)
        .to_request();
    assert_eq!(
        test::call_service(&service, head).await.status(),
        StatusCode::OK
    );
}

#[actix_web::test]
async fn the_visitors_gut_check_answers_at_once_and_leaves_no_trace() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    set_up(&town, &service).await;
    let bytes = || -> u64 {
        let files = support::files(&town.folder).into_iter();
        files.map(|path| path.metadata().unwrap().len()).sum()
    };
    let mut visitor = Browser::new(&service);
    let survey = town.app.library.get("gut-check").unwrap();
    let before = bytes();
    let gap = visitor.post("/gut-check/member", &[("A1", "4")]).await;
    assert_eq!(gap.status, StatusCode::UNPROCESSABLE_ENTITY);
    let answers: Vec<_> = survey
        .items
        .iter()
        .map(|item| (item.id.as_str(), "3"))
        .collect();
    let profile = visitor.post("/gut-check/member", &answers).await;
    assert_eq!(profile.status, StatusCode::OK);
    for question in &survey.questions {
        profile.says(&question.text.text("en").replace('\'', "&#x27;"));
    }
    assert!(visitor.cookie_header().is_empty());
    assert_eq!(bytes(), before, "something was written");
}

#[actix_web::test]
async fn hostile_text_is_shown_as_text() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = set_up(&town, &service).await;
    let evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    hr.get("/hr/waves/new").await;
    let back = hr
        .post(
            "/hr/waves",
            &[
                ("survey", "team-diagnostic"),
                ("title", evil),
                ("opens", "x"),
                ("closes", evil),
            ],
        )
        .await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    back.keeps_silent_about("<script>alert");
    back.keeps_silent_about("<img src=x");
    let lost = hr.get("/nowhere/%3Cscript%3Ealert(1)%3C/script%3E").await;
    lost.keeps_silent_about("<script>alert");
}

#[actix_web::test]
async fn a_time_zone_that_does_not_exist_is_refused_beside_its_field() {
    let town = Town::new(None);
    let service = test::init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut visitor = Browser::new(&service);
    for zone in ["Mars/Olympus", "Europe/Berln", "", "+02:00"] {
        let fields = [
            ("code", &*access::setup_code(&town.app)),
            ("organisation", "Harbour"),
            ("name", "Hanna"),
            ("email", "hr@harbour.example"),
            ("password", "a long password"),
            ("locale", "en"),
            ("time_zone", zone),
        ];
        let page = visitor.post("/setup", &fields).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{zone}");
        page.says("time_zone-error");
        page.says("The time zone is not known");
    }
    let nobody = gutcheck::access::is_first_visit(&town.app).unwrap();
    assert!(nobody, "nothing was set up");
}

async fn set_up<'a, S: Pages>(town: &Town, service: &'a S) -> Browser<'a, S> {
    let code = access::setup_code(&town.app);
    let mut hr = Browser::new(service);
    let made = hr
        .post(
            "/setup",
            &[
                ("code", &code),
                ("organisation", "Harbour"),
                ("name", "Hanna"),
                ("email", "hr@harbour.example"),
                ("password", "a long password"),
                ("locale", "en"),
                ("time_zone", "Europe/Berlin"),
            ],
        )
        .await;
    assert_eq!(made.status, StatusCode::SEE_OTHER, "{}", made.body);
    hr
}
