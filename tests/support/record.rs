//! What everybody can check of a wave.

use super::{Browser, Pages, Town};
use actix_web::http::StatusCode;
use gutcheck::ids::WaveId;
use gutcheck::store::promise;
use std::process::Command;

/// The letters of a wave's promise.
pub fn letters(town: &Town, id: &WaveId) -> String {
    let promise = town.app.store.read(|c| promise::of_wave(c, id)).unwrap();
    promise.unwrap().root
}

/// What `gutcheck verify` says of a wave by its public record; it has to hold.
pub async fn verified<S: Pages>(town: &Town, service: &S, root: &str) -> String {
    let address = format!("/wave/{root}/record.json");
    let record = Browser::new(service).get(&address).await;
    assert_eq!(record.status, StatusCode::OK);
    let file = town.folder.join("record.json");
    std::fs::write(&file, record.body).unwrap();
    let done = Command::new(env!("CARGO_BIN_EXE_gutcheck"))
        .args(["verify", "--number", root, "--wave"])
        .arg(file)
        .output()
        .unwrap();
    let said = String::from_utf8(done.stdout).unwrap();
    assert!(done.status.success(), "{said}");
    said
}
