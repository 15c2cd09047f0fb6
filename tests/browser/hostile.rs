//! Scanners that click on everything, and servers that lie.

use crate::proxy::{Fate, Proxy, Request};
use crate::stage::{alone, stage};
use crate::window::Window;
use data_encoding::BASE64URL_NOPAD;
use fantoccini::Locator;
use gutcheck::ballot::IssuingKey;
use gutcheck::ballot::seal::OpeningKey;
use serde_json::{Value, json};
use std::io::{Read, Write};
use std::net::TcpStream;

/// Everything that can be clicked without leaving the page.
const CLICKABLE: &str = "button, summary, a[href^='#']";

#[actix_web::test]
async fn a_scanner_that_opens_clicks_and_submits_everything_uses_nothing_up() {
    let _alone = alone().await;
    let (used, ballots) = (stage().used(), stage().ballots());
    let proxy = Proxy::start(|_| Fate::Pass);
    for (lang, judges) in [("en", false), ("de", true)] {
        let link = proxy.link(&stage().invited_to_judge(judges));
        for method in ["GET", "HEAD"] {
            assert!(fetch(&proxy, method).starts_with("HTTP/1.1 200"));
        }
        for (address, view) in [(link.as_str(), "form"), (proxy.page().as_str(), "code")] {
            let robot = Window::open(360, 740, false).await;
            robot.open_link(address, view).await;
            robot.click(&format!("footer [lang='{lang}']")).await;
            robot.wait_for(&format!("html[lang='{lang}']")).await;
            submit_everything(&robot).await;
            let clicks = click_everything(&robot).await;
            // Every page of the form is turned, and what sends it is clicked too.
            assert!(clicks > 3, "{clicks} clicks");
            submit_everything(&robot).await;
            // Whoever sends is told so at once, before anything leaves.
            assert_eq!(robot.words("return document.body.dataset.view").await, view);
            robot.close().await;
        }
    }
    // Opening a link asks for the promise and for the group's sheet, and sends nothing else.
    let opened = ["/promise", "/group"];
    assert_eq!(proxy.paths(), [opened, opened].concat());
    assert_eq!(proxy.seen("HEAD").len(), 2);
    assert_eq!((stage().used(), stage().ballots()), (used, ballots));
}

#[actix_web::test]
async fn a_promise_that_is_not_that_of_the_mail_is_refused_before_anything_is_sent() {
    let key = OpeningKey::generate();
    let key = BASE64URL_NOPAD.encode(&key.public().to_bytes());
    let other_key = move |promise: &mut Value| {
        let mut terms: Value = serde_json::from_str(promise["terms"].as_str().unwrap()).unwrap();
        terms["opening_key"] = key.clone().into();
        promise["terms"] = terms.to_string().into();
    };
    let other_form = |promise: &mut Value| {
        let form = promise["form"].as_str().unwrap();
        promise["form"] = form.replacen("\"minutes\":", "\"minutes\":1", 1).into();
    };
    refuses("/promise", other_key).await;
    refuses("/promise", other_form).await;
    // Somebody more is asked than was promised.
    refuses("/group", |group: &mut Value| {
        let sheet = group["sheet"].as_str().unwrap();
        group["sheet"] = sheet
            .replacen("\"members\":[", "\"members\":[\"A. Nonymous\",", 1)
            .into();
    })
    .await;
    refuses("/group", |group: &mut Value| {
        let chain =
            json!([r#"{"what":"extend","closes":"2099-01-01T00:00:00Z","day":"2026-01-01"}"#]);
        group["chain"] = chain;
    })
    .await;
}

async fn refuses(path: &'static str, tamper: impl Fn(&mut Value) + Clone + Send + 'static) {
    let proxy = Proxy::start(move |request| match request.path == path {
        true => alter(tamper.clone()),
        false => Fate::Pass,
    });
    let window = Window::open(360, 740, false).await;
    window
        .open_link(&proxy.link(&stage().invited()), "broken")
        .await;
    assert_eq!(window.count("form").await, 0);
    let fact = |name| format!("return document.querySelector('[data-{name}]').textContent");
    let expected = window.words(&fact("expected")).await;
    assert_ne!(window.words(&fact("found")).await, expected);
    assert!(
        proxy
            .paths()
            .iter()
            .all(|path| ["/promise", "/group"].contains(&path.as_str()))
    );
    window.close().await;
}

#[actix_web::test]
async fn a_signature_that_is_not_that_of_the_promised_key_stops_everything_for_good() {
    let _alone = alone().await;
    let ballots = stage().ballots();
    stops(signed_by_another).await;
    stops(|_| {
        alter(|reply| {
            let mut signature = decode(&reply["signature"]);
            signature[100] ^= 1;
            reply["signature"] = BASE64URL_NOPAD.encode(&signature).into();
        })
    })
    .await;
    assert_eq!(stage().ballots(), ballots);
}

async fn stops(mut sign: impl FnMut(&Request) -> Fate + Send + 'static) {
    let invited = stage().invited();
    let proxy = Proxy::start(move |request| match request.path.as_str() {
        "/issue" => sign(request),
        _ => Fate::Pass,
    });
    let window = Window::open(360, 740, false).await;
    window.open_link(&proxy.link(&invited), "form").await;
    window.fill_in().await;
    window.click("[data-send]").await;
    window.view("alarm").await;
    // Not even from an honest server the page takes another signature.
    proxy.set(|_| Fate::Pass);
    window.open_link(&proxy.link(&invited), "alarm").await;
    assert_eq!(window.count("[data-page] button, form").await, 0);
    assert_eq!(proxy.sent("/issue").len(), 1);
    assert!(proxy.sent("/ballot").is_empty());
    window.close().await;
}

#[actix_web::test]
async fn an_altered_script_does_not_run() {
    let proxy = Proxy::start(|request| match request.path.ends_with("/ballot.js") {
        true => Fate::Alter(Box::new(|script| script + "\n")),
        false => Fate::Pass,
    });
    let window = Window::open(360, 740, false).await;
    window.go(&proxy.link(&stage().invited())).await;
    window.wait_to_see(".late").await;
    assert_eq!(window.count("body[data-view], form").await, 0);
    let seen = proxy.seen("GET");
    assert!(
        seen.iter()
            .any(|request| request.path.ends_with("/ballot.js"))
    );
    assert!(proxy.seen("POST").is_empty());
    window.close().await;
}

/// What another key of the same length makes of the blinded ballot.
fn signed_by_another(request: &Request) -> Fate {
    let asked: Value = serde_json::from_str(&request.body).unwrap();
    let blinded = decode(&asked["blinded"]).try_into().unwrap();
    // A smaller modulus may be below the number.
    let signature = loop {
        let key = IssuingKey::generate().unwrap();
        if let Ok(signature) = key.blind_sign(&blinded) {
            break BASE64URL_NOPAD.encode(signature.as_slice());
        }
    };
    alter(move |reply| reply["signature"] = signature.clone().into())
}

/// Changes an answer in JSON.
fn alter(tamper: impl Fn(&mut Value) + Send + 'static) -> Fate {
    Fate::Alter(Box::new(move |reply| {
        let mut reply: Value = serde_json::from_str(&reply).unwrap();
        tamper(&mut reply);
        reply.to_string()
    }))
}

fn decode(text: &Value) -> Vec<u8> {
    let text = text.as_str().unwrap();
    BASE64URL_NOPAD.decode(text.as_bytes()).unwrap()
}

/// The answer page, as a program asks for it that is no browser.
fn fetch(proxy: &Proxy, method: &str) -> String {
    let mut server = TcpStream::connect(&proxy.address).unwrap();
    write!(
        server,
        "{method} /a HTTP/1.1\r\nhost: {}\r\n\r\n",
        proxy.address
    )
    .unwrap();
    let mut reply = String::new();
    server.read_to_string(&mut reply).unwrap();
    reply
}

/// Clicks on each thing in turn, as long as there is a next one; how many there were. A click can change
/// what there is.
async fn click_everything(robot: &Window) -> usize {
    let mut at = 0;
    while let Some(element) = all(robot).await.into_iter().nth(at) {
        // What is out of sight for a pointer is clicked by script.
        if element.click().await.is_err() {
            let click =
                format!("document.querySelectorAll(\"{CLICKABLE}\")[{at}].click(); return 1");
            robot.number(&click).await;
        }
        at += 1;
    }
    at
}

async fn all(robot: &Window) -> Vec<fantoccini::elements::Element> {
    let all = robot.client.find_all(Locator::Css(CLICKABLE)).await;
    all.unwrap()
}

async fn submit_everything(robot: &Window) {
    let submitted = robot
        .number(
            "for (const way of ['submit', 'requestSubmit']) \
             for (const form of document.querySelectorAll('form')) form[way](); \
             return document.querySelectorAll('form').length",
        )
        .await;
    assert!(submitted > 0, "there was nothing to submit");
}
