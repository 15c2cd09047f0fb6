use std::io::{self, Write};
use tracing_subscriber::EnvFilter;

/// Begins to write what the operator has to know to the terminal's other output: UTC, a line for each event.
pub fn begin() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(|| OneLine(io::stderr()))
        .with_ansi(false)
        .init();
}

/// Keeps each event on one line, whatever others have put into it: nobody writes lines of their own, or paints over
/// those that are there.
struct OneLine<W>(W);

impl<W: Write> Write for OneLine<W> {
    fn write(&mut self, event: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(event);
        let (text, end) = match text.strip_suffix('\n') {
            Some(text) => (text, "\n"),
            None => (&*text, ""),
        };
        let mut line = String::with_capacity(event.len());
        for letter in text.chars() {
            match letter.is_control() || "\u{2028}\u{2029}\u{85}".contains(letter) {
                true => line.extend(letter.escape_default()),
                false => line.push(letter),
            }
        }
        line.push_str(end);
        self.0.write_all(line.as_bytes())?;
        Ok(event.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_one_line_whatever_is_in_it() {
        let mut written = Vec::new();
        let event = "WARN name=\"a\nINFO forged\r\u{1b}[2K\"\n";
        OneLine(&mut written).write_all(event.as_bytes()).unwrap();
        let line = String::from_utf8(written).unwrap();
        assert_eq!(line, "WARN name=\"a\\nINFO forged\\r\\u{1b}[2K\"\n");
    }
}
