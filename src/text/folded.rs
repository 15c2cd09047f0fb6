use unicode_normalization::UnicodeNormalization;

/// Words as they are searched for and compared: composed, in small letters.
pub fn folded(words: &str) -> String {
    words.nfc().collect::<String>().to_lowercase()
}
