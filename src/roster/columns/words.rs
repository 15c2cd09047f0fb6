use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The name of a column in plain words: lower case, no accents, no brackets, `camelCase` and `under_scores` taken
/// apart. `Prénom`, `PRENOM` and `prenom` are one; so are `userPrincipalName` and `User principal name`.
pub fn plain(name: &str) -> String {
    let mut parted = String::with_capacity(name.len() + 8);
    let mut before = ' ';
    let mut in_square = false;
    for char in name.chars() {
        match char {
            '[' => in_square = true,
            ']' => in_square = false,
            _ if in_square => {}
            // A hump: `givenName`, but not `E-MAIL` or `USERID`.
            _ if char.is_uppercase() && before.is_lowercase() => {
                parted.push(' ');
                parted.push(char);
            }
            '#' => parted.push_str(" number "),
            '\'' | '\u{2019}' | '`' => {}
            _ if char.is_alphanumeric() || is_combining_mark(char) => parted.push(char),
            _ => parted.push(' '),
        }
        before = char;
    }
    let bare = parted.nfd().filter(|char| !is_combining_mark(*char));
    let bare: String = bare.collect::<String>().to_lowercase();
    let bare = bare.replace('ß', "ss").replace('ł', "l");
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the words stand in the name, one after the other.
pub fn has(plain: &str, words: &str) -> bool {
    let mut from = 0;
    while let Some(found) = plain.get(from..).and_then(|rest| rest.find(words)) {
        let start = from + found;
        let end = start + words.len();
        let free = |at: Option<&u8>| at.is_none_or(|byte| *byte == b' ');
        let bytes = plain.as_bytes();
        if free(start.checked_sub(1).and_then(|at| bytes.get(at))) && free(bytes.get(end)) {
            return true;
        }
        from = end;
    }
    false
}

/// Whether any of them does.
pub fn has_any(plain: &str, list: &[&str]) -> bool {
    list.iter().any(|words| has(plain, words))
}
