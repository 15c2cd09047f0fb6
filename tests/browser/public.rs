//! The public page of a wave, which anybody can check without a command line.

use crate::proxy::{Fate, Proxy};
use crate::stage::stage;
use crate::window::Window;
use gutcheck::ids::WaveId;

/// What the page says of what it has checked.
const SAID: &str = "return [...document.querySelectorAll('[data-said]:not([hidden])')].map((one) => one.dataset.said).join(' ')";

const FIRST: &str = "const [done] = arguments; fetch(location.pathname + '/ballots.txt') \
                     .then((reply) => reply.text()).then((text) => done(text.split('\\n')[0]))";

/// A wave that is over, and the page of it that a proxy serves.
fn over(proxy: &Proxy) -> (WaveId, String) {
    let wave = stage().waves().remove(1);
    let page = format!("http://{}{}", proxy.address, stage().public_page(&wave));
    (wave, page)
}

async fn check(window: &Window, receipt: &str, number: &str) -> String {
    let fill = format!(
        "const [one, two] = document.querySelectorAll('[data-check] input'); \
         [one.value, two.value] = [{receipt:?}, {number:?}]; return 1"
    );
    window.number(&fill).await;
    window.click("[data-check] button").await;
    window
        .wait_for("[data-said='holds']:not([hidden]), [data-said='stop']:not([hidden])")
        .await;
    window.words(SAID).await
}

#[actix_web::test]
async fn a_receipt_and_the_number_of_a_mail_are_checked_in_the_browser_and_sent_nowhere() {
    let proxy = Proxy::start(|_| Fate::Pass);
    let (_, page) = over(&proxy);
    let window = Window::open(360, 740, false).await;
    window.go(&page).await;
    window.wait_to_see("[data-check]").await;
    let receipt = window.client.execute_async(FIRST, Vec::new()).await;
    let receipt = receipt.unwrap().as_str().unwrap().to_owned();
    let number = window
        .words("return document.querySelector('.promise-number').textContent")
        .await;
    let spaced = format!("{} {}", &receipt[..8], receipt[8..].to_uppercase());
    assert_eq!(
        check(&window, &spaced, &number.to_lowercase()).await,
        "holds receipt list number promise"
    );
    window.keep_picture("public").await;
    assert!(window.overflow().await <= 0);
    // One digit is another, the number is that of another promise, or a part is missing.
    let last = if receipt.ends_with('0') { '1' } else { '0' };
    let other = format!("{}{last}", &receipt[..63]);
    assert_eq!(
        check(&window, &other, "").await,
        "stop receipt-not list promise"
    );
    assert_eq!(
        check(&window, "", "K7Q2-9MXT-4HDA-8WZN").await,
        "stop list number-not promise"
    );
    assert_eq!(
        check(&window, &receipt[..60], "").await,
        "holds receipt-part list promise"
    );
    assert!(proxy.seen("POST").is_empty());
    for asked in proxy.seen("GET") {
        assert!(!asked.path.contains(&receipt[..16]) && !asked.path.contains('?'));
    }

    // A receipt that the answer page has kept on this device is found without being typed.
    let keep = format!(
        "localStorage['gutcheck-ballot:1'] = JSON.stringify({{ receipt: {receipt:?} }}); return 1"
    );
    window.number(&keep).await;
    assert_eq!(check(&window, "", "").await, "holds kept list promise");
    window.close().await;
}

#[actix_web::test]
async fn a_list_or_terms_that_are_not_those_of_the_promise_are_found_in_the_browser() {
    let proxy = Proxy::start(|request| match request.path.ends_with("/ballots.txt") {
        true => Fate::Alter(Box::new(|list| list.split_once('\n').unwrap().1.to_owned())),
        false => Fate::Pass,
    });
    let (_, page) = over(&proxy);
    let window = Window::open(1280, 900, true).await;
    window.go(&page).await;
    window.wait_to_see("[data-check]").await;
    assert_eq!(check(&window, "", "").await, "stop list-not promise");
    proxy.set(|request| match request.path.ends_with("/record.json") {
        true => Fate::Alter(Box::new(|record| {
            record.replacen("\\\"k\\\":5", "\\\"k\\\":4", 1)
        })),
        false => Fate::Pass,
    });
    assert_eq!(check(&window, "", "").await, "stop list promise-not");
    window.close().await;
}

#[actix_web::test]
async fn the_public_page_says_first_who_asks_what_and_for_how_long_by_the_readers_clock() {
    let open = stage().waves().remove(0);
    let window = Window::open(360, 740, false).await;
    window.go(&stage().public_page(&open)).await;
    window.wait_to_see("[data-check]").await;
    let facts = window
        .words("return document.querySelector('dl.facts').innerText")
        .await;
    for words in [
        "Nordwind",
        "44 statements",
        "HR",
        "fewer than 5",
        "at the latest until",
        "comments for 12 months",
    ] {
        assert!(facts.contains(words), "{words} is not in {facts}");
    }
    assert_eq!(window.count(".asked li").await, 44);
    let clocks = "return [...document.querySelectorAll('time')].filter((one) => !/ at \\d\\d:\\d\\d /.test(one.textContent)).length";
    assert_eq!(window.number(clocks).await, 0);
    window.click("[data-check] button").await;
    window.wait_to_see("[data-said='holds']").await;
    assert_eq!(window.words(SAID).await, "holds later promise");
    window.close().await;
}
