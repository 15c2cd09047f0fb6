//! AES-256-GCM (NIST SP 800-38D), by AWS-LC.

use aws_lc_rs::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};

/// Bytes of a nonce.
pub const NONCE: usize = 12;
/// Bytes of a tag.
pub const TAG: usize = 16;

/// The ciphertext of a text, with the tag behind it; `None` for texts of more than 64 GiB. A key never
/// takes one nonce twice.
pub fn seal(key: &[u8; 32], nonce: [u8; NONCE], about: &[u8], text: &[u8]) -> Option<Vec<u8>> {
    // Room for the tag too: a growing buffer would leave a copy of the text in freed memory.
    let mut sealed = Vec::with_capacity(text.len().checked_add(TAG)?);
    sealed.extend(text);
    let nonce = Nonce::assume_unique_for_key(nonce);
    let done = cipher(key)?.seal_in_place_append_tag(nonce, Aad::from(about), &mut sealed);
    done.ok().map(|()| sealed)
}

/// The text that [`seal`] sealed; `None` if anything at all differs.
pub fn open(key: &[u8; 32], nonce: [u8; NONCE], about: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let mut text = sealed.to_vec();
    let nonce = Nonce::assume_unique_for_key(nonce);
    let opened = cipher(key)?.open_in_place(nonce, Aad::from(about), &mut text);
    let length = opened.ok()?.len();
    text.truncate(length);
    Some(text)
}

fn cipher(key: &[u8; 32]) -> Option<LessSafeKey> {
    UnboundKey::new(&AES_256_GCM, key)
        .ok()
        .map(LessSafeKey::new)
}
