//! When the trustees' page opens anything: by the promise and the clock, and not by the server's word.

use crate::vectors::{page, run};
use serde_json::json;

#[actix_web::test]
async fn the_trustees_page_opens_nothing_for_an_end_that_only_the_server_knows_of() {
    let window = page("/trustee", "home").await;
    let found = run(&window, include_str!("ends.js"), &json!({})).await;
    let (planned, later) = ("2026-12-02T17:00:00Z", "2026-12-09T17:00:00Z");
    let ends =
        |closes: &str, whole: &str| json!({ "closes": closes, "whole": whole, "off": false });
    assert_eq!(found["plain"], ends(planned, planned));
    assert_eq!(found["longer"], ends(later, later));
    assert_eq!(found["early"], ends("2026-12-05T12:00:00Z", later));
    assert_eq!(found["off"], true);
    assert_eq!(found["unlawful"], json!(vec![2; 11]));
    let expected = [
        "early", "opens", "early", "opens", "early", "closed", "closed", "opens", "closed",
        "opens", "off",
    ];
    assert_eq!(found["opening"], json!(expected));
    window.close().await;
}
