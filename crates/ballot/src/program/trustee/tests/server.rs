//! A server with one wave that trustees open, as far as a trustee sees it.

use super::super::*;
use crate::program::mock::{Answer, Request};
use crate::promise::{Root, Terms, TrusteeKey, TrusteeTerms, cells_root};
use crate::random;
use crate::seal::{Context, OpeningKey};
use crate::trustee::{Asked, Canary, Trustees, Upload, challenge, judge, open_ballot};
use data_encoding::BASE64URL_NOPAD;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) const CELLS: [&str; 1] = ["the one cell"];
pub(super) const WAVE: [u8; 16] = [6; 16];
/// After the end of answering.
pub(super) const AFTER: &str = "2026-12-02T17:00:00Z";

/// What the server knows of the wave.
pub(super) struct Wave {
    pub(super) terms: String,
    pub(super) chain: Vec<String>,
    pub(super) root: Root,
    pub(super) trustees: Trustees,
    pub(super) canary: Vec<u8>,
    pub(super) ballots: Vec<(Context, Vec<u8>)>,
    pub(super) nonces: BTreeMap<u8, String>,
    pub(super) proved: Vec<u8>,
    pub(super) uploads: BTreeMap<u8, Upload>,
    pub(super) task: &'static str,
    /// Says that it is another wave's promise.
    pub(super) lies: bool,
}

impl Wave {
    pub(super) fn new(keys: &[OpeningKey], ballots: usize) -> Self {
        let named = keys.iter().enumerate().map(|(at, key)| TrusteeKey {
            name: format!("trustee {at}"),
            key: BASE64URL_NOPAD.encode(&key.public().to_bytes()),
        });
        let trustees = TrusteeTerms {
            needed: 2,
            keys: named.collect(),
        };
        let terms = Terms {
            protocol: "abp2".to_owned(),
            wave: crate::letters::of_id(WAVE),
            wave_bytes: "06".repeat(16),
            title: "Q4\n2026".to_owned(),
            asker: None,
            survey: String::new(),
            form: String::new(),
            page: String::new(),
            script: String::new(),
            hierarchy: String::new(),
            k: 5,
            c: 2,
            opens: "2026-11-22T08:00:00Z".to_owned(),
            closes: AFTER.to_owned(),
            latest_close: "2026-12-16T17:00:00Z".to_owned(),
            destroys_by: "2027-01-01T17:00:00Z".to_owned(),
            opening_key: None,
            trustees: Some(trustees.clone()),
            disclosure: "1".to_owned(),
            not_asked: Vec::new(),
            members_get: "nothing".to_owned(),
            log_tip: None,
        };
        let terms = serde_json::to_string(&terms).unwrap();
        let root = Root::of(&terms, CELLS);
        let trustees = Trustees::read(&trustees).unwrap();
        let (rng, root_bytes) = (&mut random::system(), *root.bytes());
        let canary = Canary {
            wave: WAVE,
            root: root_bytes,
        };
        let canary = trustees.seal(&canary, &[], rng).unwrap();
        let ballots = (0..ballots).map(|at| {
            let context = Context {
                wave: WAVE,
                root: root_bytes,
                cell: u32::try_from(at % 7).unwrap(),
            };
            let answers = format!("answers {at:05}");
            (
                context,
                trustees.seal(&context, answers.as_bytes(), rng).unwrap(),
            )
        });
        Self {
            terms,
            chain: Vec::new(),
            root,
            ballots: ballots.collect(),
            trustees,
            canary,
            nonces: BTreeMap::new(),
            proved: Vec::new(),
            uploads: BTreeMap::new(),
            task: "prove",
            lies: false,
        }
    }

    pub(super) fn holder(&self, key: &str) -> Option<u8> {
        let mut holders = self.trustees.holders();
        holders.find(|holder| {
            let public = self.trustees.key(*holder).unwrap();
            BASE64URL_NOPAD.encode(&public.to_bytes()) == key
        })
    }

    pub(super) fn answer(&mut self, request: &Request) -> Answer {
        let problem = |problem: &str| Answer::Json(json!({ "problem": problem }));
        if request.path == "/trustee/shares" {
            return match self.by_ticket(request.ticket.as_deref()) {
                Some(holder) => self.take(holder, &request.body),
                None => problem("ticket"),
            };
        }
        let asked = request.json();
        let text = |name: &str| asked[name].as_str().unwrap_or_default().to_owned();
        match request.path.as_str() {
            "/trustee/ask" => match self.holder(&text("key")) {
                Some(holder) => self.ask(holder),
                None => problem("unknown"),
            },
            "/trustee/prove" => match self.holder(&text("key")) {
                Some(holder) if self.nonces.get(&holder) == Some(&text("nonce")) => {
                    Answer::Json(json!({ "ticket": format!("ticket {holder}") }))
                }
                _ => problem("refused"),
            },
            "/trustee/canary" => match self.by_ticket(Some(&text("ticket"))) {
                Some(holder) => self.canary(holder, &asked["share"]),
                None => problem("ticket"),
            },
            "/trustee/ballots" => match self.by_ticket(Some(&text("ticket"))) {
                Some(holder) => Answer::Bytes(self.boxes(holder)),
                None => problem("ticket"),
            },
            other => Answer::Text(other.to_owned()),
        }
    }

    pub(super) fn by_ticket(&self, ticket: Option<&str>) -> Option<u8> {
        ticket?.strip_prefix("ticket ")?.parse().ok()
    }

    pub(super) fn ask(&mut self, holder: u8) -> Answer {
        let key = self.trustees.key(holder).unwrap();
        let (nonce, sealed) = challenge(key, &WAVE, holder, &mut random::system()).unwrap();
        self.nonces.insert(holder, BASE64URL_NOPAD.encode(&nonce));
        let done = match self.task {
            "open" => self.uploads.keys().copied().collect(),
            _ => self.proved.clone(),
        };
        let done: Vec<String> = done
            .iter()
            .map(|holder| format!("trustee {}", holder - 1))
            .collect();
        let cells = if self.lies {
            [9; 32]
        } else {
            cells_root(CELLS)
        };
        Answer::Json(json!({
            "challenge": BASE64URL_NOPAD.encode(&sealed),
            "terms": self.terms,
            "cells": BASE64URL_NOPAD.encode(&cells),
            "chain": self.chain,
            "task": self.task,
            "done": done,
            "ballots": self.ballots.len(),
            "list": "0a".repeat(32),
        }))
    }

    pub(super) fn canary(&mut self, holder: u8, share: &Value) -> Answer {
        let parts = self.trustees.parts(&self.canary).unwrap();
        let Some(share) = share.as_str() else {
            let boxed = parts.sealed_share(holder).unwrap();
            return Answer::Json(json!({ "box": BASE64URL_NOPAD.encode(boxed) }));
        };
        let share = BASE64URL_NOPAD.decode(share.as_bytes()).unwrap();
        let share = Zeroizing::new(<[u8; 32]>::try_from(share).unwrap());
        let canary = Canary {
            wave: WAVE,
            root: *self.root.bytes(),
        };
        if !parts.fits(&canary, holder, &share) {
            return Answer::Json(json!({ "problem": "share" }));
        }
        self.proved.push(holder);
        Answer::Json(json!({ "right": true }))
    }

    pub(super) fn boxes(&self, holder: u8) -> Vec<u8> {
        let boxes = self.ballots.iter().flat_map(|(context, sealed)| {
            let parts = self.trustees.parts(sealed).unwrap();
            let sealed = parts.sealed_share(holder).unwrap();
            Asked {
                sealed,
                cell: context.cell,
            }
            .bytes()
        });
        boxes.collect()
    }

    pub(super) fn take(&mut self, holder: u8, body: &[u8]) -> Answer {
        let upload = Upload::read(body.to_vec(), self.ballots.len()).unwrap();
        let ballots: Vec<_> = self
            .ballots
            .iter()
            .map(|(context, sealed)| (*context, sealed.as_slice()))
            .collect();
        let fit = judge(&self.trustees, holder, &ballots, &upload);
        if fit.refused() {
            return Answer::Json(json!({ "problem": "shares" }));
        }
        self.uploads.insert(holder, upload);
        Answer::Json(json!({ "right": fit.right, "wrong": fit.wrong }))
    }

    pub(super) fn opened(&self) -> usize {
        let open = |(at, (context, sealed)): (usize, &(Context, Vec<u8>))| {
            let shares = self
                .uploads
                .iter()
                .map(|(holder, upload)| (*holder, upload.share(at)));
            let shares: Vec<_> = shares.collect();
            let shares: Vec<_> = shares
                .iter()
                .map(|(holder, share)| (*holder, share.as_ref()))
                .collect();
            let parts = self.trustees.parts(sealed).unwrap();
            let answers = open_ballot(&self.trustees, context, &parts, &shares)?;
            (answers == format!("answers {at:05}").into_bytes()).then_some(())
        };
        self.ballots.iter().enumerate().filter_map(open).count()
    }
}
