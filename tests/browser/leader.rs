//! The form that the server makes: a page for each topic where scripts run, and one page where they do not.

use crate::stage::stage;
use crate::window::Window;

const ANSWERED: &str = "return document.querySelectorAll('input:checked').length";
const NUMBER: &str = "return document.activeElement.closest('fieldset').textContent.trim()";

#[actix_web::test]
async fn a_leader_turns_pages_finds_the_draft_again_and_is_led_to_what_is_open() {
    let phone = Window::open(360, 740, false).await;
    phone.go(&stage().links.leader_form).await;
    phone
        .number("localStorage.clear(); location.reload(); return 1")
        .await;
    phone.wait_to_see("[data-turns]").await;
    let seen = "return [...document.querySelectorAll('fieldset.item')].filter((one) => one.checkVisibility()).length";
    let pages = phone.count("[data-leaf]").await;
    assert!(pages > 8);
    assert!((1..=5).contains(&phone.number(seen).await));
    assert_eq!(phone.count("[data-resume]:not([hidden])").await, 0);
    let two = "for (const at of [0, 2]) document.querySelectorAll('fieldset.item')[at].querySelectorAll('input')[1].click(); return 1";
    phone.number(two).await;
    let before = phone.number(ANSWERED).await;
    phone.go(&stage().links.leader_form).await;
    phone.wait_to_see("[data-resume]").await;
    assert_eq!(phone.number(ANSWERED).await, before);
    let words = "return document.querySelector('[data-resume]').innerText";
    assert!(phone.words(words).await.contains("Continue at 2 of"));
    phone.click("[data-resume] [data-missing]").await;
    assert!(phone.words(NUMBER).await.starts_with("2 of"));
    phone.click(".progress [data-missing]").await;
    assert!(phone.words(NUMBER).await.starts_with("4 of"));
    assert_eq!(phone.turn_to_the_end().await, pages - 1);
    assert!(phone.overflow().await <= 0);
    phone.click("[data-back]").await;
    assert!(phone.number(seen).await > 0);
    phone.close().await;
}

#[actix_web::test]
async fn an_error_of_the_servers_form_goes_away_when_it_is_mended() {
    let phone = Window::open(360, 740, false).await;
    phone.go(&stage().links.leader_form).await;
    phone.wait_to_see("[data-turns]").await;
    let empty = "localStorage.clear(); for (const one of document.querySelectorAll('input:checked')) one.checked = false; return 1";
    phone.number(empty).await;
    phone.turn_to_the_end().await;
    phone.click("[data-send]").await;
    phone.wait_to_see("#faults").await;
    assert_eq!(phone.count(".item-wrong").await, 1);
    phone.click("#faults a").await;
    phone.press([' ']).await;
    assert_eq!(phone.count("#faults, .item-wrong, .item .error").await, 0);
    phone.close().await;
}

#[actix_web::test]
async fn without_a_script_the_servers_form_is_one_page_that_can_be_sent() {
    let phone = Window::without_scripts().await;
    phone.go(&stage().links.leader_form).await;
    let form = fantoccini::Locator::Css("fieldset.item, [data-turns], .progress, [data-send]");
    let mut shown = 0;
    for part in phone.client.find_all(form).await.unwrap() {
        shown += i64::from(part.is_displayed().await.unwrap());
    }
    assert_eq!(shown, 44 + 1, "all statements, and the button that sends");
    phone.close().await;
}
