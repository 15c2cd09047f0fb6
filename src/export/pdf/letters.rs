//! Texts with nothing in them that the fonts cannot show.

use crate::fonts::Fonts;
use std::iter::Peekable;
use std::str::Chars;

/// Stands for a character that the fonts do not have.
const UNKNOWN: char = '\u{FFFD}';

/// The text as it can be drawn: without control characters and marks that have no shape.
pub(super) fn drawable(fonts: &Fonts, text: &str) -> String {
    let shown = |c: &char| !has_no_shape(*c);
    text.chars()
        .map(spaced)
        .filter(shown)
        .map(|c| known(fonts, c))
        .collect()
}

/// The text as it can be said: in any script, without control characters.
pub(super) fn said(text: &str) -> String {
    let text: String = text
        .chars()
        .map(spaced)
        .filter(|c| !c.is_control() && !matches!(c, '\u{FEFF}' | '\u{FFFE}' | '\u{FFFF}'))
        .collect();
    text.trim().to_owned()
}

/// The picture without characters that the fonts do not have, neither plain nor by their number.
pub(super) fn drawable_svg(fonts: &Fonts, svg: &str) -> String {
    let mut clean = String::with_capacity(svg.len());
    let mut rest = svg.chars().peekable();
    while let Some(c) = rest.next() {
        if c == '&' && rest.peek() == Some(&'#') {
            push_numbered(fonts, &mut clean, &mut rest);
        } else if c.is_ascii() {
            clean.push(c);
        } else if !has_no_shape(c) {
            clean.push(known(fonts, c));
        }
    }
    clean
}

fn push_numbered(fonts: &Fonts, clean: &mut String, rest: &mut Peekable<Chars<'_>>) {
    let number: String = rest.by_ref().skip(1).take_while(|c| *c != ';').collect();
    let code = match number.strip_prefix('x') {
        Some(code) => u32::from_str_radix(code, 16),
        None => number.parse(),
    };
    let named = code.ok().and_then(char::from_u32).map(spaced);
    match named.filter(|c| !has_no_shape(*c)) {
        // ASCII stays a number: it may be a bracket.
        Some(c) if c.is_ascii() => clean.push_str(&format!("&#{};", u32::from(c))),
        Some(c) => clean.push(known(fonts, c)),
        None => {}
    }
}

/// Every space is one that fonts have; what must not break keeps to that.
const fn spaced(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' => ' ',
        '\u{1680}' | '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200A}' => ' ',
        '\u{2028}' | '\u{2029}' | '\u{205F}' | '\u{3000}' => ' ',
        '\u{2007}' | '\u{202F}' => '\u{A0}',
        c => c,
    }
}

fn known(fonts: &Fonts, c: char) -> char {
    if !is_private(c) && fonts.have(c) {
        c
    } else {
        UNKNOWN
    }
}

/// Control characters, and marks that only steer how others are shown.
fn has_no_shape(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E0FFF}')
}

/// What means something only to who made the font, which a tagged document may not hold.
const fn is_private(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{10FFFF}')
}
