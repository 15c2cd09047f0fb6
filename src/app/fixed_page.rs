use crate::assets;
use crate::error::{Outcome, Problem};
use crate::text::{Lang, Pages};
use actix_web::web::Bytes;
use data_encoding::HEXLOWER;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// A page that is the same for everybody and whose script does the rest: the one on which people answer an
/// anonymous wave, and the one for trustees. It names its script and its styles by their hashes, so its own hash
/// stands for all three.
pub struct FixedPage {
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

impl FixedPage {
    /// The page on which people answer an anonymous wave; the same in every program of one release.
    pub fn answer(pages: &Pages) -> Outcome<Self> {
        Self::build(pages, "a.html", "ballot.js")
    }

    /// Makes the page, once, of its template and the name of its script.
    pub(super) fn build(pages: &Pages, template: &str, script: &str) -> Outcome<Self> {
        let langs = Lang::ALL.iter().map(|lang| Language {
            code: lang.code(),
            name: lang.name(),
        });
        let view = View {
            langs: langs.collect(),
            css: assets::url(STYLES),
            css_integrity: assets::integrity(STYLES),
            icon: assets::url("mark.svg"),
            script: assets::url(script),
            script_integrity: assets::integrity(script),
        };
        let html = pages
            .render(template, &view)
            .map_err(|error| Problem::fault(template, error))?;
        let script = assets::bytes(script).unwrap_or_default();
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
