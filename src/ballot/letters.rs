use data_encoding::{Encoding, Specification};
use std::sync::LazyLock;

/// Crockford's letters, first bit first; capitals are read too, o as 0, and i and l as 1.
pub static LETTERS: LazyLock<Encoding> = LazyLock::new(|| {
    let mut letters = Specification::new();
    letters.symbols.push_str("0123456789abcdefghjkmnpqrstvwxyz");
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
        reason = "a constant that every test of this room reads"
    )]
    letters.encoding().expect("32 distinct letters")
});
