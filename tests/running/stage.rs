//! A town with a wave, HR in a browser, and what everybody can check.

use crate::support::forms::{filled, pairs};
use crate::support::voter::Voter;
use crate::support::{Browser, Page, Pages, Town};
use actix_web::http::StatusCode;
use gutcheck::ids::WaveId;
use gutcheck::roster;
use gutcheck::store::wave::{self as stored, Wave};
use gutcheck::store::{amendment, promise};
use gutcheck::survey::Role;
use std::process::Command;

pub const HR: &str = "hr@harbour.example";

pub async fn hr<'a, S: Pages>(town: &Town, service: &'a S) -> Browser<'a, S> {
    let mut hr = Browser::new(service);
    hr.sign_in(&town.app, HR).await;
    hr
}

/// Makes a file the roster in force.
pub fn import(town: &Town, csv: &str) {
    let import = roster::stage(&town.app, csv.as_bytes()).unwrap();
    roster::apply(&town.app, &import, "Hanna").unwrap();
}

pub fn read(town: &Town, id: &WaveId) -> Wave {
    town.app.store.read(|c| stored::wave(c, id)).unwrap()
}

/// The letters of a wave's promise.
pub fn letters(town: &Town, id: &WaveId) -> String {
    let promise = town.app.store.read(|c| promise::of_wave(c, id)).unwrap();
    promise.unwrap().root
}

/// The lines of its public chain.
pub fn chain(town: &Town, id: &WaveId) -> Vec<String> {
    town.app.store.read(|c| amendment::of_wave(c, id)).unwrap()
}

/// Somebody answers the newest link that went to an address.
pub async fn answer<S: Pages>(town: &Town, service: &S, email: &str) {
    let answers = filled(town.survey(), Role::Member, "4");
    let voter = Voter::new(town, service, email, town.survey(), &answers).await;
    voter.vote(service).await;
}

/// A leader sends the form behind the newest link that went to an address; what the page says.
pub async fn lead<S: Pages>(town: &Town, service: &S, email: &str) -> Page {
    let form = town.link_to(email, "/leader/");
    let mut leader = Browser::new(service);
    leader.get(&form).await;
    let answers = filled(town.survey(), Role::Leader, "5");
    leader.post(&form, &pairs(&answers)).await
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
