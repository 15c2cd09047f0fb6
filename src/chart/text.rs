//! Lettering: how a text looks, how wide it is about, and where it breaks into lines.

use super::ink::Ink;
use plotters::style::text_anchor::HPos;

/// Size in CSS pixels, weight, colour and the side by which a text is anchored.
#[derive(Clone, Copy)]
pub(super) struct Lettering {
    pub(super) size: f64,
    pub(super) weight: Weight,
    pub(super) ink: Ink,
    pub(super) anchor: HPos,
}

/// How heavy a text is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Regular,
    /// A font without it shows its bold.
    SemiBold,
    Bold,
}

impl Lettering {
    /// Regular weight, anchored at its left end.
    pub(super) const fn new(size: f64, ink: Ink) -> Self {
        Self {
            size,
            weight: Weight::Regular,
            ink,
            anchor: HPos::Left,
        }
    }

    pub(super) const fn bold(self, bold: bool) -> Self {
        self.weighing(if bold { Weight::Bold } else { Weight::Regular })
    }

    pub(super) const fn weighing(self, weight: Weight) -> Self {
        Self { weight, ..self }
    }

    pub(super) const fn in_ink(self, ink: Ink) -> Self {
        Self { ink, ..self }
    }

    pub(super) const fn centred(self) -> Self {
        Self {
            anchor: HPos::Center,
            ..self
        }
    }

    pub(super) const fn right_aligned(self) -> Self {
        Self {
            anchor: HPos::Right,
            ..self
        }
    }

    /// Distance in pixels from one line to the next.
    pub(super) fn leading(self) -> f64 {
        (self.size * 1.3).round()
    }

    /// Breaks a text into lines at most `room` pixels wide; a longer word is hyphenated where the
    /// line ends. An empty text has no lines.
    pub(super) fn wrap(self, text: &str, room: f64) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        for word in text.split_whitespace() {
            let longer = format!("{line} {word}");
            if !line.is_empty() && self.width(&longer) <= room {
                line = longer;
                continue;
            }
            lines.push(std::mem::take(&mut line));
            for character in word.chars() {
                line.push(character);
                // The last two characters make room for the hyphen.
                let end = line.char_indices().rev().nth(1).map_or(0, |(at, _)| at);
                if end > 0 && self.width(&line) > room {
                    let rest = line.split_off(end);
                    lines.push(format!("{line}-"));
                    line = rest;
                }
            }
        }
        lines.push(line);
        lines.retain(|line| !line.is_empty());
        lines
    }

    /// Width in pixels, estimated from the proportions of DejaVu Sans: the reader's font is unknown, and few common
    /// fonts are wider.
    pub(super) fn width(self, text: &str) -> f64 {
        let em: f64 = text.chars().map(advance).sum();
        let breadth = match self.weight {
            Weight::Regular => 1.08,
            Weight::SemiBold | Weight::Bold => 1.23,
        };
        em * self.size * breadth
    }
}

/// Width of a character in em.
fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' => 0.29,
        'f' | 't' | 'r' | '(' | ')' | '-' => 0.38,
        'm' | 'M' | 'w' | 'W' | '%' | '—' => 0.90,
        'A'..='Z' | 'Ä' | 'Ö' | 'Ü' => 0.67,
        '\u{1100}'.. => 1.0,
        _ => 0.58,
    }
}

/// A score as whole points.
pub(super) fn points(score: f64) -> String {
    // Adding zero turns a negative zero into a plain one.
    format!("{}", score.round() + 0.0)
}

/// The text without the characters that XML cannot hold.
pub(super) fn printable(text: &str) -> String {
    text.chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
        .collect()
}

/// The text as it may stand in an element or in an attribute between double quotes.
pub(super) fn escape(text: &str) -> String {
    crate::text::escape(&printable(text))
}
