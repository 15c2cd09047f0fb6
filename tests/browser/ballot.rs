//! How members answer an anonymous wave.

use crate::stage::{alone, stage};
use crate::window::Window;
use fantoccini::Locator;
use fantoccini::key::Key;
use gutcheck::store::frozen;
use gutcheck::text::Lang;

const RECEIPT: &str = "return document.querySelector('[data-receipt]').textContent";

#[actix_web::test]
async fn a_member_answers_on_a_small_phone_with_the_keyboard_alone() {
    let _alone = alone().await;
    let invited = stage().invited();
    let before = stage().ballots();
    let phone = Window::open(360, 740, false).await;
    for _ in 0..3 {
        phone.open_link(&invited.link, "form").await;
    }
    assert!(!invited.used(), "opening a link uses it up");
    assert!(phone.overflow().await <= 0, "the form scrolls sideways");
    phone
        .number("document.querySelector('fieldset.item').scrollIntoView(); return 1")
        .await;
    phone.keep_picture("answer").await;
    let items = phone.count("fieldset.item").await;
    assert!(items > 40);

    // One statement is left out: the last page says so, and one button leads there and back to the end.
    answer_by_keyboard(&phone, items, 3).await;
    phone.tab_to("textarea").await;
    phone.press("Plan together".chars()).await;
    let open = "return document.querySelector('[data-open]').textContent";
    assert!(phone.words(open).await.contains("Still open: 1"));
    assert_eq!(phone.count("input:checked").await, items - 1);
    phone.click("[data-do=missing]").await;
    let focused = "return document.activeElement.closest('fieldset').textContent";
    assert!(phone.words(focused).await.contains("4 of "));
    phone.press([' ']).await;
    assert_eq!(phone.count("input:checked").await, items);
    assert_eq!(phone.count("[data-do=missing]").await, 0);
    phone.turn_to_the_end().await;
    assert!(phone.words(open).await.contains("All statements"));
    let written = "return document.querySelector('textarea').value";
    assert_eq!(phone.words(written).await, "Plan together");
    assert!(!invited.used());
    phone.tab_to("[data-send]").await;
    phone.press([char::from(Key::Enter)]).await;
    phone.view("thanks").await;

    let shown = phone.words(RECEIPT).await;
    assert!(shown.split(' ').all(|group| group.len() == 8));
    let receipt = shown.replace(' ', "");
    assert_eq!(receipt.len(), 64);
    assert!(invited.used());
    let mut added = stage().ballots();
    added.retain(|id| !before.contains(id));
    assert_eq!(added, [receipt.as_str()]);
    let kept = phone
        .words("return JSON.stringify({...localStorage})")
        .await;
    assert!(kept.contains(&receipt) && !kept.contains("draft") && !kept.contains("sealed"));
    assert!(!kept.contains("Plan together"));

    phone.open_link(&invited.link, "thanks").await;
    assert_eq!(phone.words(RECEIPT).await, shown);
    phone.close().await;
}

#[actix_web::test]
async fn a_code_typed_by_hand_leads_to_the_form_with_the_promise_of_the_mail() {
    let invited = stage().invited_in_english();
    let (_, line) = invited.text.split_once("enter this code at ").unwrap();
    let (_, code) = line.lines().next().unwrap().split_once(": ").unwrap();
    let other_case = |letter: char| match letter.is_lowercase() {
        true => letter.to_ascii_uppercase(),
        false => letter.to_ascii_lowercase(),
    };
    let typed: String = code.replace('-', "  ").chars().map(other_case).collect();

    let window = Window::open(360, 740, false).await;
    window.open_link("/a", "code").await;
    window.tab_to("#code").await;
    window.press(typed.chars()).await;
    window.press([char::from(Key::Enter)]).await;
    window.view("form").await;

    let promise = "return document.querySelector('[data-promise]').textContent";
    let promise = window.words(promise).await;
    assert_eq!(promise.len(), "K7Q2-9MXT-4HDA-8WZN".len());
    let sentence = format!("The promise of this wave has the number {promise}.");
    assert!(
        invited.text.contains(&sentence),
        "{promise} is not in the mail"
    );
    let row = invited.row(&stage().app);
    let group = stage()
        .app
        .store
        .read(|c| frozen::cell(c, &row.wave, row.cell))
        .unwrap();
    let size = format!("You are one of {} people", group.invited);
    assert!(window.text().await.contains(&size));
    assert!(invited.text.contains(&size));
    assert!(!invited.used());
    window.close().await;
}

#[actix_web::test]
async fn the_form_names_who_is_asked_and_who_reads_and_keeps_a_draft_until_it_is_deleted() {
    let invited = stage().invited();
    let row = invited.row(&stage().app);
    let cell = |c: &mut _| frozen::cell(c, &row.wave, row.cell);
    let asked = stage().app.store.read(cell).unwrap().invited;
    let phone = Window::open(360, 740, false).await;
    phone.open_link(&invited.link, "form").await;
    assert_eq!(phone.count("[data-members] li").await, i64::from(asked));
    assert!(phone.count("[data-leaders] li").await > 0);
    assert!(phone.count("[data-readers] li").await > 0);
    phone.click("summary").await;
    phone.wait_to_see("[data-members] li").await;
    assert!(phone.overflow().await <= 0, "the names scroll sideways");
    phone.keep_picture("group").await;

    // Four answers, another language in between, and the page is opened again: it says that there is a draft.
    let page = "return document.querySelector('[data-turns] span').textContent";
    let few = "[...document.querySelectorAll('fieldset.item')].slice(0, 4) \
               .forEach((set) => set.querySelector('input').click()); return 1";
    phone.number(few).await;
    phone.click("[data-do=on]").await;
    phone.click("footer [lang='de']").await;
    phone.wait_for("html[lang='de']").await;
    assert!(phone.words(page).await.starts_with("Seite 2 von"));
    assert_eq!(phone.count("input:checked").await, 4);
    assert_eq!(phone.count("[data-resume] p").await, 0);
    phone.open_link(&invited.link, "form").await;
    assert_eq!(phone.count("input:checked").await, 4);
    let go_on = "return document.querySelector('[data-resume] button').innerText";
    assert!(phone.words(go_on).await.starts_with("Continue at 5 of"));
    phone.click("[data-resume] [data-do=missing]").await;
    let there = "return document.activeElement.closest('fieldset').textContent";
    assert!(phone.words(there).await.contains("5 of "));
    phone.open_link(&invited.link, "form").await;
    phone.click("[data-resume] [data-do=forget]").await;
    assert_eq!(phone.count("input:checked").await, 0);
    phone.open_link(&invited.link, "form").await;
    assert_eq!(phone.count("input:checked, [data-resume] p").await, 0);
    assert!(!invited.used());
    phone.close().await;
}

/// What filters and mail programs make of a link, and where it stands in it.
const MANGLED: [(&str, &str); 8] = [
    ("/a%23", ""),
    ("/a%2523", ""),
    ("/a/", "."),
    ("//A*", "&utm_source=mail"),
    ("/A#", ""),
    ("/a/#", "."),
    ("/a#", "&utm_source=mail"),
    ("/a?utm_source=mail#", "%E2%80%8B"),
];

#[actix_web::test]
async fn links_as_mails_mangle_them_lead_to_the_form_and_whole_rewritten_ones_can_be_pasted() {
    let invited = stage().invited();
    let (_, fragment) = invited.link.split_once('#').unwrap();
    let window = Window::open(360, 740, false).await;
    for (start, end) in MANGLED {
        window
            .open_link(&format!("{start}{fragment}{end}"), "form")
            .await;
        let address = window
            .words("return location.pathname + location.hash")
            .await;
        assert_eq!(
            address,
            format!("/a#{fragment}"),
            "{start} stays in the address"
        );
    }
    let pasted = format!(
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fgut.example%2Fa%23{fragment}\
         &data=05%7C02%7Cana%40example.org&reserved=0"
    );
    window.open_link("/a", "code").await;
    window.tab_to("#code").await;
    window.press(pasted.chars()).await;
    window.press([char::from(Key::Enter)]).await;
    window.view("form").await;
    assert!(!invited.used());
    window.close().await;
}

/// What is pasted where the code is asked for: `ROOT.CELL.SECRET` stands for the fragment, `CODE` for the code.
const PASTED: &str = r##"
    const [root, cell, token] = given.fragment.split(".");
    const link = "https://gut.example/a#" + given.fragment;
    const [escaped, half] = [encodeURIComponent(link), link.length / 2 | 0];
    const [first, rest] = [link.slice(0, half), link.slice(half)];
    const base64 = btoa(link);
    const code = "K7Q2-9MXT-4HDA-8WZN." + cell + "." + token.match(/.{1,4}/g).join("-");
    const links = [
      link, `<${link}>`, `${link}.`, `${link},`, `(${link})`, `[${link}]`, `"${link}"`, `${link}&utm_source=mail`,
      link.replace("#", "?utm_source=mail#"), link.replace("#", "%23"), link.replace("#", "%2523"),
      link.replace("#", "=23"), link.replace("#", "/#"), link.replace(/\./g, "%2E"),
      `https://eur01.safelinks.protection.outlook.com/?url=${escaped}&data=05%7C02%7Cana%40example.org%7C0&reserved=0`,
      `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(escaped)}&data=05`,
      `https://urldefense.proofpoint.com/v1/url?u=${link.replace("#", "%23")}&k=abc%3D`,
      `https://urldefense.proofpoint.com/v2/url?u=https-3A__gut.example_a-23${given.fragment}&d=DwMFaQ&c=abc`,
      `https://urldefense.com/v3/__https://gut.example/a*${given.fragment}__;Iw!!AbCdEf!abc$`,
      `https://linkprotect.cudasvc.com/url?a=${escaped}&c=E,1,abc&typo=1`,
      `https://secure-web.cisco.com/1abcDEF/${escaped}`,
      `https://eu-central-1.protection.sophos.com?d=example.org&u=${encodeURIComponent(base64)}&p=bQ==`,
      `${first}\n${rest}`, `${first}=\r\n${rest}`, `${first}\r\n> ${rest}\r\n\r\nKind regards`, `${first} ${rest}`,
      `Hello,\n\n${link}\nKind regards`, `${first}\u200b\u00ad\u2060${rest}\ufeff`,
    ];
    const codes = [
      code, code.toLowerCase(), code.replace(/-/g, " "), code.replace(/-/g, "_"), code.replace(/-/g, "\u2013"),
      code.replace(/-/g, "\u2014"), code.replace(/-/g, "\u2011"), code.replace(/-/g, "\u2212"), code.replace(/-/g, ""),
      code.replace(/\./g, " . "), code.replace(/\./g, "\uff0e"), `${code}.`, `"${code}"`, `at https://gut.example/a: ${code}`,
      code.replace(/0/g, "O").replace(/1/g, "l"),
    ];
    const none = ["", link.slice(0, -1), given.fragment.slice(1), `${root}.${cell}`, `${link}x`, "%", "%E0%A4%A"];
    const right = (text, root) => {
      const found = readLink(text);
      return found && found.root === root && `${found.cell}` === cell && found.token === token;
    };
    return [
      ...links.filter((text) => !right(text, root)),
      ...codes.filter((text) => !right(text, "k7q29mxt4hda8wzn")),
      ...none.filter((text) => readLink(text)),
    ];
"##;

#[actix_web::test]
async fn whatever_becomes_of_a_link_or_a_code_is_read_and_nothing_is_made_up() {
    let invited = stage().looking();
    let (_, fragment) = invited.link.split_once('#').unwrap();
    let window = Window::open(360, 740, false).await;
    window.open_link("/a", "code").await;
    let given = serde_json::json!({ "fragment": fragment });
    let missed = crate::vectors::run(&window, PASTED, &given).await;
    assert_eq!(missed, serde_json::json!([]));
    window.close().await;
}

#[actix_web::test]
async fn without_a_script_the_page_explains_itself_and_nothing_is_stored() {
    let _alone = alone().await;
    let (used, ballots) = (stage().used(), stage().ballots());
    let window = Window::without_scripts().await;
    window.go(&stage().looking().link).await;
    let page = window.client.find(Locator::Css("main")).await.unwrap();
    let said = page.text().await.unwrap();
    for lang in Lang::ALL {
        for words in [
            "ballot-script-title",
            "ballot-script-why",
            "ballot-script-what",
        ] {
            assert!(
                said.contains(&lang.text(words)),
                "{words} is not in: {said}"
            );
        }
        assert!(!said.contains(&lang.text("ballot-late-title")));
    }
    assert_eq!((stage().used(), stage().ballots()), (used, ballots));
    window.close().await;
}

#[actix_web::test]
async fn what_is_skipped_counts_as_an_answer_but_an_empty_form_is_not_sent() {
    let _alone = alone().await;
    let invited = stage().invited();
    let phone = Window::open(360, 740, false).await;
    phone.open_link(&invited.link, "form").await;
    let pages = phone.count("[data-leaf]").await;
    assert_eq!(phone.turn_to_the_end().await, pages - 1);
    phone.click("[data-send]").await;
    phone.wait_to_see("[role=status] .notice-error").await;
    assert!(!invited.used());

    // The error goes away as soon as there is one answer, and that is enough.
    phone.click("[data-do=missing]").await;
    phone.press([' ']).await;
    assert_eq!(phone.count("[role=status] .notice-error").await, 0);
    phone.turn_to_the_end().await;
    phone.click("[data-send]").await;
    phone.view("thanks").await;
    assert!(invited.used());
    phone.close().await;
}

/// Chooses the first, second, … answer of each statement in turn, leaves one out, and turns every page.
async fn answer_by_keyboard(window: &Window, items: i64, leave_out: i64) {
    const LEFT: &str = "return [...document.querySelector('[data-leaf]:not([hidden])').querySelectorAll('fieldset')].length";
    let mut left = 0;
    for item in 0..items {
        if left == 0 {
            left = window.number(LEFT).await;
            window.tab_to("fieldset.item input").await;
        }
        left -= 1;
        let chosen = match item {
            _ if item == leave_out => 0,
            _ => 1 + item as usize % 4,
        };
        // The blank takes the first answer, and each arrow the one below.
        let down = std::iter::repeat_n(char::from(Key::Down), chosen.saturating_sub(1));
        let blank = (chosen > 0).then_some(' ');
        let keys = blank.into_iter().chain(down).chain([char::from(Key::Tab)]);
        window.press(keys).await;
        if left == 0 {
            let on = "return document.activeElement.matches('[data-do=on]') ? 1 : 0";
            assert_eq!(window.number(on).await, 1, "the way on follows the last");
            window.press([char::from(Key::Enter)]).await;
        }
    }
}
