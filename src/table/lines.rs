//! Line numbers as an editor shows them.

/// Counts the lines of a text up to places that only move forward. The reader's own count stands still
/// at blank lines before a record and at the carriage return that ends one.
pub struct Lines<'a> {
    text: &'a [u8],
    at: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
            line: 1,
        }
    }

    /// The line, counted from 1, of the first text at or after a byte.
    pub fn at(&mut self, byte: u64) -> u64 {
        let is_break = |byte: &u8| matches!(byte, b'\r' | b'\n');
        while let Some(byte_here) = self.text.get(self.at) {
            if self.at as u64 >= byte && !is_break(byte_here) {
                break;
            }
            let next = self.text.get(self.at + 1);
            let ends = match byte_here {
                b'\n' => true,
                b'\r' => next != Some(&b'\n'),
                _ => false,
            };
            self.line += u64::from(ends);
            self.at += 1;
        }
        self.line
    }
}
