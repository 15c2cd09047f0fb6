//! Lines of words, as wide as the fonts make them.

use super::letters::drawable;
use super::run::{Run, runs};
use crate::fonts::Fonts;
use unicode_bidi::{BidiInfo, Level};

/// A word that is broken leaves at least so many glyphs on either line.
const PART: usize = 3;

/// A line that is ready to be drawn.
#[derive(Clone)]
pub(super) struct Line {
    /// In the order in which they are read.
    runs: Vec<Run>,
    /// In parts of the size, without the space at the end.
    pub(super) width: f32,
}

impl Line {
    const fn new() -> Self {
        Self {
            runs: Vec::new(),
            width: 0.0,
        }
    }

    /// A text on one line, however long it is.
    pub(super) fn whole(fonts: &Fonts, text: &str, bold: bool) -> Self {
        let mut lines = wrap(fonts, text, bold, f32::INFINITY);
        lines.pop().unwrap_or(Self::new())
    }

    /// From left to right.
    pub(super) fn drawn(&self) -> impl Iterator<Item = &Run> {
        let levels: Vec<Level> = self.runs.iter().map(|run| run.level).collect();
        let order = BidiInfo::reorder_visual(&levels);
        order.into_iter().filter_map(|at| self.runs.get(at))
    }

    /// What is read.
    #[cfg(test)]
    pub(super) fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    fn push(&mut self, run: Run) {
        self.width += run.width;
        match self.runs.last_mut() {
            Some(last) if last.goes_on_with(&run) => last.append(&run),
            _ => self.runs.push(run),
        }
    }

    /// Ends the line with a space that is there to be read and takes no room.
    fn close(&mut self, space: Run) {
        let width = self.width;
        self.push(space);
        self.width = width;
    }

    fn take(&mut self) -> Self {
        std::mem::replace(self, Self::new())
    }
}

/// Breaks a text into lines of at most `room`, in parts of the size; none for a blank text. A word
/// is broken only if it is longer than a line, or if its script is written without spaces.
pub(super) fn wrap(fonts: &Fonts, text: &str, bold: bool, room: f32) -> Vec<Line> {
    let text = drawable(fonts, text);
    let levels = BidiInfo::new(&text, Some(Level::ltr())).levels;
    let space = |level| Run::of(fonts, " ", Fonts::own(bold), level);
    let mut lines = Vec::new();
    let mut line = Line::new();
    let mut after = 0;
    for part in parts(&text) {
        let spaced = part.start > after;
        let gap = spaced.then(|| levels.get(after).copied().unwrap_or(Level::ltr()));
        after = part.end;
        let runs = runs(fonts, &text, part, bold, &levels);
        let wide: f32 = runs.iter().map(|run| run.width).sum();
        let space_before = gap.map_or(0.0, |level| space(level).width);
        if !line.runs.is_empty() && line.width + space_before + wide > room {
            if spaced {
                line.close(space(Level::ltr()));
            }
            lines.push(line.take());
        } else if let (false, Some(level)) = (line.runs.is_empty(), gap) {
            line.push(space(level));
        }
        for run in runs {
            lines.extend(broken(fonts, run, room, &mut line));
        }
    }
    if !line.runs.is_empty() {
        lines.push(line);
    }
    lines
}

/// Words, which only spaces part that may break.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(' ').filter(|word| !word.is_empty())
}

/// Where the parts of a text stand that may come on lines of their own: words, and characters of scripts that are
/// written without spaces.
fn parts(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut parts: Vec<std::ops::Range<usize>> = Vec::new();
    let mut goes_on = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        match parts.last_mut() {
            _ if c == ' ' => {}
            Some(part) if goes_on && !is_unspaced(c) => part.end = end,
            _ => parts.push(at..end),
        }
        goes_on = c != ' ' && !is_unspaced(c);
    }
    parts
}

/// Chinese and Japanese, with their punctuation.
const fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{312F}' | '\u{3190}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Puts a run on the line; returns the full lines, if it is too long for one.
fn broken(fonts: &Fonts, run: Run, room: f32, line: &mut Line) -> Vec<Line> {
    let mut lines = Vec::new();
    if !line.runs.is_empty() && line.width + run.width > room {
        lines.push(line.take());
    }
    if run.width <= room {
        line.push(run);
        return lines;
    }
    if run.level.is_rtl() {
        // Its glyphs stand in the order in which they are drawn: it is cut before it is shaped.
        let pieces = (run.width / room).ceil() as usize + 1;
        let mut cut = run.cut(fonts, pieces).into_iter().peekable();
        while let Some(piece) = cut.next() {
            line.push(piece);
            if cut.peek().is_some() {
                lines.push(line.take());
            }
        }
        return lines;
    }
    let hyphen = Run::of(fonts, "-", run.face, run.level);
    let room_before = room - hyphen.width;
    let mut rest = 0..run.glyphs.len();
    while rest.len() > 1 && run.fitting(&rest, room) < rest.len() {
        let mut end = run.fitting(&rest, room_before).clamp(1, rest.len() - 1);
        if rest.len() - end < PART && end > 2 * PART {
            end = rest.len() - PART;
        }
        // Glyphs of one cluster, such as a letter and its accent, stay together.
        while end > 1 && run.shares_cluster(rest.start + end) {
            end -= 1;
        }
        let part = run.part(rest.start..rest.start + end);
        let in_word = part.text.ends_with(char::is_alphanumeric);
        line.push(part);
        if in_word {
            // Read as a soft hyphen, so that the word is found as one.
            line.push(hyphen.read_as("\u{AD}"));
        }
        lines.push(line.take());
        rest.start += end;
    }
    line.push(run.part(rest));
    lines
}
