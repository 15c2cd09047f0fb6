//! People's paths in headless Chromium against the real server. Needs `chromium` and `chromedriver`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod stage;

use fantoccini::key::Key;
use gutcheck::store::{invitation, wave};
use stage::{Window, stage};

#[actix_web::test]
async fn a_member_answers_on_a_small_phone_with_the_keyboard_alone() {
    let phone = Window::open(360, 740, false).await;
    let link = &stage().links.answer;
    let used_before = used_links();
    for _ in 0..3 {
        phone.go(link).await;
    }
    assert_eq!(used_links(), used_before, "opening a link uses it up");
    assert!(phone.overflow().await <= 0, "the form scrolls sideways");
    phone
        .number("document.querySelector('fieldset.item').scrollIntoView(); return 1")
        .await;
    phone.keep_picture("answer").await;

    // One statement is left out: it is named, everything else is kept.
    let items = phone
        .number("return document.querySelectorAll('fieldset.item').length")
        .await;
    assert!(items > 40);
    answer_by_keyboard(&phone, items, Some(3)).await;
    send(&phone).await;
    let checked = "return document.querySelectorAll('input:checked').length";
    assert_eq!(phone.number(checked).await, items - 1);
    assert_eq!(
        phone
            .number("return document.querySelectorAll('.item-wrong').length")
            .await,
        1
    );
    let focused = phone
        .client
        .execute("return document.activeElement.id", Vec::new())
        .await
        .unwrap();
    assert_eq!(
        focused.as_str(),
        Some("faults"),
        "the errors are not announced"
    );

    // The link of the error leads to the statement, where the keyboard goes on.
    press(&phone, Key::Tab).await;
    press(&phone, Key::Enter).await;
    phone
        .client
        .active_element()
        .await
        .unwrap()
        .send_keys(" ")
        .await
        .unwrap();
    assert_eq!(phone.number(checked).await, items);
    send(&phone).await;
    assert_eq!(used_links(), used_before + 1);
    phone.go(link).await;
    assert_eq!(
        phone
            .number("return document.querySelectorAll('form fieldset').length")
            .await,
        0
    );
    phone.close().await;
}

#[actix_web::test]
async fn a_leader_signs_in_by_the_button_of_a_link_and_reads_the_chart() {
    let desk = Window::open(1280, 900, false).await;
    desk.go(&stage().links.leader).await;
    desk.click("main form button").await;
    desk.wait_for(".cards .button").await;
    desk.click(".cards .button").await;
    desk.wait_for("svg.ch-wide").await;
    let shown = "return [...document.querySelectorAll('svg.ch')].filter(c => c.getBoundingClientRect().width > 0).length";
    assert_eq!(
        desk.number(shown).await,
        1,
        "one of the two formats is shown"
    );
    assert!(desk.overflow().await <= 0);
    let figures = desk
        .number("return document.querySelectorAll('details table tbody tr').length")
        .await;
    assert_eq!(figures, 5, "the table behind the chart has the five topics");

    // A quarter in which leader and team part: the chart says so in its title and by its pills.
    desk.go("/teams").await;
    desk.click(".cards .small a:last-of-type").await;
    desk.wait_for("svg.ch-wide .ch-pill").await;
    desk.keep_picture("team").await;
    desk.close().await;
}

#[actix_web::test]
async fn no_page_scrolls_sideways_or_lacks_its_style_or_its_texts() {
    for width in [320, 1280] {
        let window = Window::open(width, 800, width == 320).await;
        for path in [
            "/",
            "/gut-check/leader",
            "/gut-check/member",
            "/sign-in",
            "/mailbox",
            "/nowhere",
        ] {
            look(&window, path).await;
        }
        let hr = gutcheck::access::operator_link(
            &stage().app,
            "marlene.ostrowski@nordwind.example",
            chrono::Duration::minutes(15),
        );
        window.go(&hr.unwrap()).await;
        window.click("main form button").await;
        window.wait_for("nav a[href='/hr/roster']").await;
        let wave = stage().app.store.read(wave::waves).unwrap().remove(0).id;
        let console = format!("/hr/waves/{wave}");
        let preview = format!("{console}/preview/member");
        for path in [
            "/hr",
            "/hr/roster",
            "/hr/waves",
            "/hr/waves/new",
            "/hr/organisation",
            &console,
            &preview,
        ] {
            look(&window, path).await;
        }
        window.close().await;
    }
}

async fn look(window: &Window, path: &str) {
    window.go(path).await;
    assert!(window.overflow().await <= 0, "{path} scrolls sideways");
    let unstyled = "return [...document.styleSheets].length === 0 ? 1 : 0";
    assert_eq!(window.number(unstyled).await, 0, "{path} has no style");
    let missing = window.text().await;
    assert!(
        !missing.contains("[common-") && !missing.contains("[hr-"),
        "{path} lacks a text"
    );
}

/// Chooses the first, second, … answer of each statement in turn; leaves one out if told so.
async fn answer_by_keyboard(window: &Window, items: i64, leave_out: Option<i64>) {
    let focus = "document.querySelector('fieldset.item input').focus(); return 1";
    window.number(focus).await;
    for item in 0..items {
        let here = window.client.active_element().await.unwrap();
        if leave_out != Some(item) {
            here.send_keys(" ").await.unwrap();
            for _ in 0..(item % 4) {
                press(window, Key::Down).await;
            }
        }
        press(window, Key::Tab).await;
    }
}

async fn press(window: &Window, key: Key) {
    window
        .client
        .active_element()
        .await
        .unwrap()
        .send_keys(&key.to_string())
        .await
        .unwrap();
}

/// Sends the form with the keyboard and waits for the answer; the old page is marked, so that it is not
/// taken for the new one.
async fn send(window: &Window) {
    let mark = "document.body.dataset.old = ''; document.querySelector('form.survey button').focus(); return 1";
    window.number(mark).await;
    press(window, Key::Enter).await;
    let new = "body:not([data-old])";
    window
        .wait_for(&format!("{new} #faults, {new} [data-clear-draft]"))
        .await;
}

fn used_links() -> usize {
    let app = &stage().app;
    let wave = app.store.read(wave::waves).unwrap().remove(0).id;
    let all = app.store.read(|c| invitation::of_wave(c, &wave)).unwrap();
    all.iter().filter(|one| one.issued).count()
}
