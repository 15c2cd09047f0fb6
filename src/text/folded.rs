use unicode_normalization::UnicodeNormalization;

/// Words as they are searched for and compared: composed, in small letters.
pub fn folded(words: &str) -> String {
    match words.is_ascii() {
        true => words.to_ascii_lowercase(),
        false => words.nfc().collect::<String>().to_lowercase(),
    }
}
