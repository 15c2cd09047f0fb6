use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A cell as people see it: letters in one piece (a Mac takes the dots off an `ü`), without what nobody sees, and
/// without spaces around or two of them in a row. Whether something invisible was taken out is said too.
pub fn clean(cell: &str) -> (Cow<'_, str>, bool) {
    let cell = cell.trim();
    if cell.is_ascii() {
        return match cell.contains("  ") {
            true => (Cow::Owned(single_spaced(cell)), false),
            false => (Cow::Borrowed(cell), false),
        };
    }
    let hidden = cell
        .chars()
        .any(|char| is_hidden(char) || is_odd_space(char));
    // Letters in one piece stay what they are: a Kelvin sign is no `K`, and an address with one is none.
    let in_pieces = cell.chars().any(is_combining_mark);
    if !hidden && !in_pieces && !cell.contains("  ") {
        return (Cow::Borrowed(cell), false);
    }
    let seen = cell.chars().filter(|char| !is_hidden(*char));
    let seen = seen.map(|char| if is_odd_space(char) { ' ' } else { char });
    let seen: String = match in_pieces {
        true => seen.nfc().collect(),
        false => seen.collect(),
    };
    (Cow::Owned(single_spaced(seen.trim())), hidden)
}

fn single_spaced(text: &str) -> String {
    let mut single = String::with_capacity(text.len());
    for char in text.chars() {
        if char != ' ' || !single.ends_with(' ') {
            single.push(char);
        }
    }
    single
}

/// Zero-width characters, soft hyphens, marks of direction, byte order marks.
fn is_hidden(char: char) -> bool {
    matches!(char,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}' | '\u{fe00}'..='\u{fe0f}')
}

/// Spaces that look like one and are none.
fn is_odd_space(char: char) -> bool {
    matches!(
        char,
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
}
