//! The files in `static/`, which are part of the program.

use data_encoding::{BASE64, HEXLOWER};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// Scripts that are given as one, so that one hash stands for all that a page runs: these files one after the
/// other, and nothing else.
const JOINED: [(&str, &[&str]); 3] = [
    (
        "ballot.js",
        &[
            "seal.js",
            "promise.js",
            "link.js",
            "view.js",
            "kiosk.js",
            "ballot.js",
        ],
    ),
    (
        "trustee.js",
        &["qr.js", "seal.js", "promise.js", "view.js", "trustee.js"],
    ),
    ("wave.js", &["seal.js", "promise.js", "check.js"]),
];

/// The address of a file; it changes with the content, so browsers may keep it for ever.
pub fn url(name: &str) -> String {
    let hash = match joined(name) {
        Some(_) => bytes(name).map(|whole| Sha256::digest(whole).into()),
        None => Files::get(name).map(|file| file.metadata.sha256_hash()),
    };
    let hash: [u8; 32] = hash.unwrap_or_default();
    let short = hash.get(..6).unwrap_or_default();
    format!("/static/{}/{name}", HEXLOWER.encode(short))
}

/// The content of a file; none if there is no such file.
pub fn bytes(name: &str) -> Option<Vec<u8>> {
    let part = |part: &str| Files::get(part).map(|file| file.data.into_owned());
    match joined(name) {
        Some(parts) => parts
            .iter()
            .map(|name| part(name))
            .collect::<Option<Vec<_>>>()
            .map(|all| all.concat()),
        None => part(name),
    }
}

fn joined(name: &str) -> Option<&'static [&'static str]> {
    let found = JOINED.iter().find(|(whole, _)| *whole == name);
    found.map(|(_, parts)| *parts)
}

/// What a page says of a file so that browsers refuse any other content: `sha256-…`.
pub fn integrity(name: &str) -> String {
    let hash = Sha256::digest(bytes(name).unwrap_or_default());
    format!("sha256-{}", BASE64.encode(&hash))
}
