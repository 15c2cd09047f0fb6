//! People's paths in headless Chromium against the real server. Needs `chromium` and `chromedriver`.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod accessibility;
mod ballot;
mod ends;
mod hostile;
mod kiosk;
mod leader;
mod network;
mod proxy;
mod public;
mod stage;
mod trustees;
mod vectors;
mod window;

use stage::stage;
use window::Window;

#[actix_web::test]
async fn a_leader_signs_in_by_the_button_of_a_link_and_reads_the_chart() {
    let desk = Window::open(1280, 900, false).await;
    desk.go(&stage().links.leader).await;
    desk.click("main form button").await;
    desk.wait_for(".cards .button").await;
    desk.click(".cards .button").await;
    desk.wait_for("svg.ch-wide").await;
    let odd = "const shown = (pair) => [...pair.children].filter((c) => c.getBoundingClientRect().width > 0).length; \
               return [...document.querySelectorAll('.ch-pair')].filter((pair) => shown(pair) !== 1).length";
    assert_eq!(desk.number(odd).await, 0, "one of the two formats is shown");
    assert!(desk.overflow().await <= 0);
    let figures = desk
        .number("return document.querySelector('.chart-card details table tbody').rows.length")
        .await;
    assert_eq!(
        figures, 6,
        "the table behind the chart has the five topics and all of them together"
    );

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
            "/a",
            "/trustee",
        ] {
            look(&window, path).await;
        }
        window.open_link(&stage().links.answer, "form").await;
        inspect(&window, "the form").await;
        let waves = stage().waves();
        // The open one, an anonymous one and a confidential one that are over.
        for wave in waves.iter().take(3) {
            look(&window, &stage().public_page(wave)).await;
        }
        let hr = gutcheck::access::operator_link(
            &stage().app,
            "marlene.ostrowski@nordwind.example",
            chrono::Duration::minutes(15),
        );
        window.go(&hr.unwrap()).await;
        window.click("main form button").await;
        window.wait_for("nav a[href='/hr/roster']").await;
        let console = format!("/hr/waves/{}", waves[0]);
        let preview = format!("{console}/preview/member");
        for path in [
            "/hr",
            "/hr/roster",
            "/hr/waves",
            "/hr/waves/new",
            "/hr/organisation",
            "/hr/log",
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
    inspect(window, path).await;
}

async fn inspect(window: &Window, path: &str) {
    assert!(window.overflow().await <= 0, "{path} scrolls sideways");
    let unstyled = "return [...document.styleSheets].length === 0 ? 1 : 0";
    assert_eq!(window.number(unstyled).await, 0, "{path} has no style");
    let missing = window.text().await;
    for room in ["common", "hr", "ballot", "trustee", "wave", "log"] {
        assert!(
            !missing.contains(&format!("[{room}-")),
            "{path} lacks a text"
        );
    }
}
