//! Texts as cells and names can hold them. Lengths are UTF-16 units, as Excel counts.

/// What a cell holds.
const CELL: usize = 32_767;

/// A text for a cell: without control characters other than tab and line feed, cut to what a cell
/// holds.
pub(super) fn cell(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |c: &char| matches!(c, '\n' | '\t') || !(c.is_control() || is_no_character(*c));
    let text: String = text.chars().filter(kept).collect();
    // The writer would copy such a text into the file as it stands, taking it for rich text.
    if text.starts_with("<r>") && text.ends_with("</r>") {
        return cut(&format!("{text} "), CELL);
    }
    cut(&text, CELL)
}

/// Whether Excel would make a formula of the text if somebody edited its cell.
pub(super) fn resembles_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@'])
}

/// A text in one line for a name or a title.
pub(super) fn line(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control() || is_no_character(c))
        .filter(|word| !word.is_empty())
        .collect();
    // Excel reads _x0041_ in a name as the character A; for </r> see above.
    let line = words.join(" ").replace("_x", "-x");
    line.replace("</r>", "</ r>")
}

/// XML cannot hold these two.
fn is_no_character(c: char) -> bool {
    matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// The text in at most `most` units; what is cut ends with an ellipsis.
pub(super) fn cut(text: &str, most: usize) -> String {
    if units(text) <= most {
        return text.to_owned();
    }
    format!("{}…", start(text, most.saturating_sub(1)))
}

/// The start of the text in at most `most` units.
pub(super) fn start(text: &str, most: usize) -> String {
    let mut room = most;
    text.chars()
        .take_while(|c| {
            let fits = c.len_utf16() <= room;
            room = room.saturating_sub(c.len_utf16());
            fits
        })
        .collect()
}

fn units(text: &str) -> usize {
    text.encode_utf16().count()
}
