use crate::assets;
use crate::error::{Outcome, Problem};
use crate::text::{Lang, Pages};
use actix_web::web::Bytes;
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// The page on which people answer an anonymous wave. It is the same for everybody, and it names its script
/// and its styles by their hashes, so its own hash stands for all three.
pub struct AnswerPage {
    /// The page.
    pub html: String,
    /// The same as it is sent, many times a second.
    pub body: Bytes,
    /// SHA-256 of the page, in hexadecimal digits.
    pub hash: String,
    /// The script.
    pub script: String,
    /// SHA-256 of the script, in hexadecimal digits.
    pub script_hash: String,
}

/// The script's name in `static/`.
const SCRIPT: &str = "ballot.js";
const STYLES: &str = "app.css";

#[derive(Serialize)]
struct View {
    langs: Vec<Language>,
    css: String,
    css_integrity: String,
    icon: String,
    script: String,
    script_integrity: String,
}

#[derive(Serialize)]
struct Language {
    code: &'static str,
    name: &'static str,
}

impl AnswerPage {
    /// Makes the page, once.
    pub(super) fn build(pages: &Pages) -> Outcome<Self> {
        let langs = Lang::ALL.iter().map(|lang| Language {
            code: lang.code(),
            name: lang.name(),
        });
        let view = View {
            langs: langs.collect(),
            css: assets::url(STYLES),
            css_integrity: assets::integrity(STYLES),
            icon: assets::url("mark.svg"),
            script: assets::url(SCRIPT),
            script_integrity: assets::integrity(SCRIPT),
        };
        let html = pages
            .render("a.html", &view)
            .map_err(|error| Problem::fault("answer page", error))?;
        let script = assets::bytes(SCRIPT).unwrap_or_default();
        let hash = |bytes: &[u8]| HEXLOWER.encode(&Sha256::digest(bytes));
        Ok(Self {
            hash: hash(html.as_bytes()),
            body: Bytes::from(html.clone()),
            html,
            script_hash: hash(&script),
            script: String::from_utf8(script)
                .map_err(|error| Problem::fault("answer page", error))?,
        })
    }
}
