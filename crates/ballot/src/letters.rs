//! Texts that people read and type: Crockford's base32, which has no letters that look alike.

use data_encoding::{Encoding, Specification};
use std::sync::LazyLock;

const SYMBOLS: &str = "0123456789abcdefghjkmnpqrstvwxyz";

/// Crockford's letters, first bit first; capitals are read too, o as 0, and i and l as 1.
pub(crate) static LETTERS: LazyLock<Encoding> = LazyLock::new(|| {
    let mut letters = Specification::new();
    letters.symbols.push_str(SYMBOLS);
    letters
        .translate
        .from
        .push_str("ABCDEFGHJKMNPQRSTVWXYZoOiIlL");
    letters
        .translate
        .to
        .push_str("abcdefghjkmnpqrstvwxyz001111");
    #[expect(
        clippy::expect_used,
        reason = "a constant that every test of this crate reads"
    )]
    letters.encoding().expect("32 distinct letters")
});

/// Letters of an identifier: 130 bits, of which the first two are zero.
const ID: usize = 26;

/// The letters of an identifier, for a wave as for all else that has one.
pub fn of_id(id: [u8; 16]) -> String {
    let bits = u128::from_be_bytes(id);
    let symbol = |place: usize| SYMBOLS.as_bytes().get((bits >> (place * 5)) as usize & 31);
    let symbols = (0..ID).rev().filter_map(symbol);
    symbols.map(|&symbol| char::from(symbol)).collect()
}

/// The letters of bytes of any length, first bit first.
pub fn of_bytes(bytes: &[u8]) -> String {
    LETTERS.encode(bytes)
}

/// The identifier that has exactly these letters; `None` if none has.
pub fn id(letters: &str) -> Option<[u8; 16]> {
    let bits = letters.bytes().try_fold(0_u128, |bits, letter| {
        let value = SYMBOLS.bytes().position(|symbol| symbol == letter)?;
        bits.checked_mul(32)?.checked_add(value as u128)
    })?;
    (letters.len() == ID).then(|| bits.to_be_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_gives_back_the_bytes_it_was_made_of() {
        for bytes in [[0; 16], [255; 16], *b"0123456789abcdef"] {
            let letters = of_id(bytes);
            assert_eq!((letters.len(), id(&letters)), (26, Some(bytes)));
        }
        assert_eq!(of_id([255; 16]), format!("7{}", "z".repeat(25)));
    }

    #[test]
    fn text_that_is_no_identifier_is_refused() {
        let long = "0".repeat(27);
        let (capitals, beyond) = ("Z".repeat(26), "z".repeat(26));
        for text in ["", "short", &long, &capitals, &beyond] {
            assert_eq!(id(text), None, "{text}");
        }
    }
}
