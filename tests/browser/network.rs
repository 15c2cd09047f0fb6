//! Sending over a network that fails.

use crate::proxy::{Fate, Proxy, Request};
use crate::stage::{alone, stage};
use crate::window::Window;

#[actix_web::test]
async fn a_ballot_whose_way_is_cut_after_the_signature_is_sent_when_the_page_is_opened_again() {
    let _alone = alone().await;
    let invited = stage().invited();
    let before = stage().ballots();
    let proxy = Proxy::start(|request| match request.path.as_str() {
        "/ballot" => Fate::Cut,
        _ => Fate::Pass,
    });
    let window = Window::open(360, 740, false).await;
    window.open_link(&proxy.link(&invited), "form").await;
    window.fill_in().await;
    window.click("[data-send]").await;
    window
        .wait_for("body[data-view='sending'] [role=status] .notice")
        .await;
    let signed = invited.row(&stage().app).blinded_hash;
    assert!(signed.is_some());
    assert_eq!(stage().ballots(), before);

    // The page is closed, and opened again before and after the network is back.
    window.open_link(&proxy.link(&invited), "finish").await;
    window.open_link(&proxy.link(&invited), "finish").await;
    proxy.set(|_| Fate::Pass);
    window.click("[data-do=send]").await;
    window.view("thanks").await;

    assert_eq!(stage().ballots().len(), before.len() + 1);
    let row = invited.row(&stage().app);
    assert_eq!(row.blinded_hash, signed);
    assert_eq!(proxy.sent("/issue").len(), 1);
    let sent = proxy.sent("/ballot");
    assert!(sent.len() > 1);
    let same = |one: &Request| one.body == sent[0].body;
    assert!(sent.iter().all(same), "it is not the same ballot again");
    window.close().await;
}

#[actix_web::test]
async fn an_answer_with_the_signature_that_is_lost_is_asked_for_again_by_the_page_itself() {
    let _alone = alone().await;
    let invited = stage().invited();
    let before = stage().ballots();
    let mut lost = false;
    let proxy = Proxy::start(move |request| match request.path.as_str() {
        "/issue" if !lost => {
            lost = true;
            Fate::Lose
        }
        _ => Fate::Pass,
    });
    let window = Window::open(360, 740, false).await;
    window.open_link(&proxy.link(&invited), "form").await;
    window.fill_in().await;
    window.click("[data-send]").await;
    window.view("thanks").await;

    let asked = proxy.sent("/issue");
    assert_eq!(asked.len(), 2);
    assert_eq!(asked[0].body, asked[1].body);
    assert!(asked[0].reply.contains("signature"));
    assert_eq!(asked[0].reply, asked[1].reply);
    assert_eq!(proxy.sent("/ballot").len(), 1);
    assert_eq!(stage().ballots().len(), before.len() + 1);
    window.close().await;
}
