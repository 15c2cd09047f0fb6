//! The files in `static/`, which are part of the program.

use data_encoding::{BASE64, HEXLOWER};
use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// The address of a file; it changes with the content, so browsers may keep it for ever.
pub fn url(name: &str) -> String {
    let hash = Files::get(name)
        .map(|file| file.metadata.sha256_hash())
        .unwrap_or_default();
    let short = hash.get(..6).unwrap_or_default();
    format!("/static/{}/{name}", HEXLOWER.encode(short))
}

/// The content of a file; none if there is no such file.
pub fn bytes(name: &str) -> Option<Vec<u8>> {
    Files::get(name).map(|file| file.data.into_owned())
}

/// What a page says of a file so that browsers refuse any other content: `sha256-…`.
pub fn integrity(name: &str) -> String {
    let hash = Sha256::digest(bytes(name).unwrap_or_default());
    format!("sha256-{}", BASE64.encode(&hash))
}
