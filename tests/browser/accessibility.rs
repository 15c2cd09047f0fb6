//! WCAG 2.2 AA on every page: axe-core finds nothing, and the keyboard is enough to answer and to read.

use crate::stage::stage;
use crate::window::Window;
use fantoccini::key::Key;
use gutcheck::access;
use serde_json::Value;

const HR: &str = "marlene.ostrowski@nordwind.example";
const LEADER: &str = "birgit.thomsen@nordwind.example";

/// Where `.ci/run` has put axe-core.
fn axe() -> String {
    let path = std::env::var("GUTCHECK_TEST_AXE");
    let path = path.expect("GUTCHECK_TEST_AXE names the file axe.min.js of axe-core");
    std::fs::read_to_string(path).unwrap()
}

/// Looks at the page that is open, with everything unfolded that can be.
async fn check(window: &Window, axe: &str, what: &str) {
    const RUN: &str = "const done = arguments[0]; \
        document.querySelectorAll('details').forEach((part) => { part.open = true; }); \
        axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }) \
        .then(({ violations }) => done(violations.map(({ id, nodes }) => \
            id + ': ' + nodes.map((node) => node.target.join(' ')).join(', '))))";
    window.client.execute(axe, Vec::new()).await.unwrap();
    let found = window.client.execute_async(RUN, Vec::new()).await.unwrap();
    assert_eq!(found, Value::Array(Vec::new()), "{what}");
    assert!(window.overflow().await <= 0, "{what} scrolls sideways");
    let lacking = "return (document.documentElement.textContent.match(/\\[[a-z]+-[a-z-]+\\]/g) ?? []).join(' ')";
    let lacking = window.words(lacking).await;
    assert!(
        lacking.is_empty() || what == "/a" || what.starts_with("the form"),
        "{what} lacks {lacking}"
    );
}

async fn sign_in(window: &Window, email: &str, seen: &str) {
    let good_for = chrono::Duration::minutes(15);
    let link = access::operator_link(&stage().app, email, good_for).unwrap();
    window.go(&link).await;
    window.click("main form button").await;
    window.wait_for(seen).await;
}

async fn visitors_and_respondents(window: &Window, axe: &str) {
    for path in [
        "/",
        "/gut-check/leader",
        "/gut-check/member",
        "/sign-in",
        "/mailbox",
        "/mailbox/1",
        "/nowhere",
        "/a",
        "/trustee",
    ] {
        window.go(path).await;
        check(window, axe, path).await;
    }
    window.open_link(&stage().links.answer, "form").await;
    check(window, axe, "the form").await;
    let pages = window.count("[data-leaf]").await;
    for page in 1..pages {
        window.click("[data-do=on]").await;
        check(window, axe, &format!("the form, page {page}")).await;
    }
    window.click("[data-send]").await;
    window.wait_for("[role=status] .notice-error").await;
    check(window, axe, "the form that is empty").await;
    window.go(&stage().links.leader_form).await;
    check(window, axe, "the leader's form").await;
    window.turn_to_the_end().await;
    check(window, axe, "the end of the leader's form").await;
    for wave in stage().waves().iter().take(2) {
        window.go(&stage().public_page(wave)).await;
        check(window, axe, "the public page of a wave").await;
    }
}

async fn leaders(window: &Window, axe: &str) {
    sign_in(window, LEADER, ".cards .button").await;
    check(window, axe, "the teams").await;
    window.click(".cards .button").await;
    window.wait_for("svg.ch").await;
    check(window, axe, "a team").await;
    window
        .click("#commitments form .button:not(.button-quiet)")
        .await;
    window.wait_for("#faults").await;
    check(window, axe, "a commitment with what is missing").await;
    window.go("/teams").await;
    window.click(".cards .button").await;
    window.click("a[href$='/guide']").await;
    window.wait_for(".guide").await;
    check(window, axe, "the guide").await;
}

async fn administrators(window: &Window, axe: &str) {
    sign_in(window, HR, "nav a[href='/hr/roster']").await;
    let waves = stage().waves();
    let open = format!("/hr/waves/{}", waves[0]);
    let released = format!("/hr/waves/{}", waves[1]);
    let pages = [
        "/hr",
        "/hr/roster",
        "/hr/waves",
        "/hr/waves/new",
        "/hr/organisation",
        "/hr/log",
    ];
    let of_waves = [
        open.clone(),
        released.clone(),
        format!("{open}/preview/member"),
        format!("{released}/reports"),
    ];
    for path in pages.map(str::to_owned).into_iter().chain(of_waves) {
        window.go(&path).await;
        check(window, axe, &path).await;
    }
}

#[actix_web::test]
async fn no_page_has_a_fault_of_accessibility_on_a_narrow_phone() {
    let (axe, window) = (axe(), Window::open(320, 700, false).await);
    visitors_and_respondents(&window, &axe).await;
    leaders(&window, &axe).await;
    administrators(&window, &axe).await;
    window.close().await;
}

#[actix_web::test]
async fn no_page_has_a_fault_of_accessibility_on_a_dark_desk() {
    let (axe, window) = (axe(), Window::open(1280, 900, true).await);
    visitors_and_respondents(&window, &axe).await;
    leaders(&window, &axe).await;
    administrators(&window, &axe).await;
    window.close().await;
}

#[actix_web::test]
async fn a_leader_reads_and_commits_with_the_keyboard_alone() {
    let desk = Window::open(1280, 900, false).await;
    sign_in(&desk, "samuel.boateng@nordwind.example", ".cards .button").await;
    let enter = char::from(Key::Enter);
    desk.go("/teams").await;
    desk.tab_to(".cards .button").await;
    desk.press([enter]).await;
    desk.wait_for("svg.ch").await;
    desk.tab_to("details > summary").await;
    desk.press([enter]).await;
    desk.wait_to_see("details[open] table").await;
    let outlined =
        "return getComputedStyle(document.activeElement).outlineStyle === 'none' ? 0 : 1";
    assert_eq!(desk.number(outlined).await, 1, "the focus is visible");
    desk.tab_to("#commitments details > summary").await;
    desk.press([enter]).await;
    desk.tab_to("input[name='side']").await;
    desk.press([' ']).await;
    desk.tab_to("#commitments form .button:not(.button-quiet)")
        .await;
    desk.press([enter]).await;
    desk.wait_for("#faults[role='alert']").await;
    desk.close().await;
}
