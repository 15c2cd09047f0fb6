//! Trustees: a key that only they hold.

use crate::proxy::{Fate, Proxy};
use crate::vectors::run;
use crate::window::Window;
use fantoccini::key::Key;
use serde_json::json;

const PHRASE: &str = "five words that do not match";

/// What a key gives back that was typed in from its sheet.
const TYPED: &str = r#"
    const { point } = await openKey(readKey(given.letters), given.phrase);
    const wrong = await openKey(readKey(given.letters), given.phrase + "!").catch((error) => error.problem);
    return { point: toB64(point), wrong };
"#;

#[actix_web::test]
async fn a_trustee_makes_a_key_with_the_keyboard_alone_and_nothing_of_it_is_sent() {
    let proxy = Proxy::start(|_| Fate::Pass);
    let enter = char::from(Key::Enter);
    let desk = Window::open(360, 740, false).await;
    desk.go(&format!("http://{}/trustee", proxy.address)).await;
    desk.view("home").await;
    desk.tab_to("[data-do=make]").await;
    desk.press([enter]).await;
    desk.view("make").await;

    // Each refusal says what is missing, and what was typed stays.
    for (field, typed, refusal) in [
        ("#name", "", "name or role"),
        ("#name", "Works council", "16 characters"),
        ("#phrase", PHRASE, "differ"),
    ] {
        desk.tab_to(field).await;
        desk.press(typed.chars().chain([enter])).await;
        desk.wait_for("[data-fault] > :focus").await;
        let told = "return document.querySelector('[data-fault]').textContent";
        let told = desk.words(told).await;
        assert!(told.contains(refusal), "{told}");
    }
    desk.tab_to("#again").await;
    desk.press(PHRASE.chars().chain([enter])).await;
    desk.view("made").await;
    assert!(desk.overflow().await <= 0, "the sheet scrolls sideways");
    desk.keep_picture("trustee").await;

    let public = desk.words("return document.querySelector('[data-public]').textContent");
    let public = public.await;
    let point = public.strip_prefix("gutcheck-trustee-1.").unwrap();
    let dots = "return document.querySelector('svg.qr path').getAttribute('d').length";
    assert!(desk.number(dots).await > 1000, "there is no code to scan");
    let saved = "return document.querySelector('a[download]').href.startsWith('blob:') ? 1 : 0";
    assert_eq!(desk.number(saved).await, 1);
    let letters = "return [...document.querySelectorAll('.sheet code')].map((one) => one.textContent).join(' ')";
    let letters = desk.words(letters).await;
    assert_eq!(letters.replace(['-', ' '], "").len(), 104 + 26 + 96);
    let given = json!({ "letters": letters, "phrase": PHRASE });
    let typed = run(&desk, TYPED, &given).await;
    assert_eq!(typed, json!({ "point": point, "wrong": "phrase" }));

    assert!(proxy.seen("POST").is_empty(), "something was sent");
    let kept = desk.words("return JSON.stringify({...localStorage, ...sessionStorage})");
    assert_eq!(kept.await, "{}", "something was kept in the browser");
    desk.close().await;
}
