//! A shared device that forgets each of those who answer on it.

use crate::stage::{alone, stage};
use crate::window::Window;
use fantoccini::key::Key;

/// What the browser keeps beyond the page: what is stored, how long the history is, and the address.
const KEPT: &str = "return JSON.stringify([{...localStorage}, {...sessionStorage}, document.cookie, location.pathname])";

#[actix_web::test]
async fn the_kiosk_forgets_everybody_after_sending_and_whoever_walks_away() {
    let _alone = alone().await;
    let invited = stage().invited();
    let link = invited.link.split_once('#').unwrap().1.to_owned();
    let token = link.rsplit('.').next().unwrap().to_owned();
    let kiosk = Window::open(1280, 800, false).await;
    kiosk.open_link("/kiosk", "code").await;
    let empty = kiosk.words(KEPT).await;
    let history = kiosk.number("return history.length").await;

    // Somebody begins and walks away: the device asks, a touch is enough, and then it forgets.
    let begin = async || {
        kiosk.tab_to("#code").await;
        kiosk.press(link.chars()).await;
        kiosk.press([char::from(Key::Enter)]).await;
        kiosk.view("form").await;
    };
    begin().await;
    let ways_out = "return [...document.querySelectorAll('a:not([href^=\"#\"])')].filter((one) => one.checkVisibility()).length";
    assert_eq!(kiosk.number(ways_out).await, 0);
    kiosk
        .number("document.querySelector('textarea').value = 'mine'; return 1")
        .await;
    seconds(&kiosk, 151).await;
    assert!(kiosk.text().await.contains("Is anybody there?"));
    kiosk.press(['x']).await;
    assert!(!kiosk.text().await.contains("Is anybody there?"));
    seconds(&kiosk, 181).await;
    kiosk.view("code").await;
    forgotten(&kiosk, (&empty, history), &[&token, "mine"]).await;

    // The next one answers; what is left is the page as it was.
    begin().await;
    kiosk.fill_in().await;
    kiosk.tab_to("[data-send]").await;
    kiosk.press([char::from(Key::Enter)]).await;
    kiosk.view("thanks").await;
    assert!(invited.used());
    let receipt = kiosk
        .words("return document.querySelector('[data-receipt]').textContent")
        .await;
    assert_eq!(kiosk.words(KEPT).await, empty);
    seconds(&kiosk, 31).await;
    kiosk.view("code").await;
    forgotten(&kiosk, (&empty, history), &[&token, &receipt]).await;

    // A used link tells nobody anything.
    begin().await;
    kiosk.fill_in().await;
    kiosk.tab_to("[data-send]").await;
    kiosk.press([char::from(Key::Enter)]).await;
    kiosk.view("problem-issued").await;
    kiosk.close().await;
}

/// Lets seconds go by on the page's own clock.
async fn seconds(kiosk: &Window, count: usize) {
    let pass = format!(
        "const done = arguments[0]; \
         import(document.querySelector('script').src).then(({{ tick }}) => {{ for (let i = 0; i < {count}; i++) tick(); done(1); }})"
    );
    kiosk.client.execute_async(&pass, Vec::new()).await.unwrap();
}

async fn forgotten(kiosk: &Window, (empty, history): (&str, i64), secrets: &[&str]) {
    assert_eq!(kiosk.words(KEPT).await, empty);
    assert_eq!(kiosk.number("return history.length").await, history);
    let page = kiosk.words("return document.documentElement.outerHTML + [...document.querySelectorAll('input, textarea')].map((one) => one.value)").await;
    for secret in secrets {
        assert!(!page.contains(secret), "{secret} is still there");
    }
}
