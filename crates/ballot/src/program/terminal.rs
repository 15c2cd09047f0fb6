//! The terminal: what is printed there, and what is typed.

use chrono::{DateTime, NaiveDateTime};
use secrecy::zeroize::Zeroizing;
use std::io::{ErrorKind, IsTerminal, Write};
use std::time::{SystemTime, UNIX_EPOCH};

/// Writes to standard output; a reader that went away is no error.
pub fn print(text: &str) -> Result<(), String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(format!("output: {error}")),
        _ => Ok(()),
    }
}

/// Says on a terminal how far something is, over what was said before.
pub fn progress(done: usize, of: usize) {
    let mut out = std::io::stderr();
    if out.is_terminal() && (done.is_multiple_of(50) || done == of) {
        let end = if done == of { "\n" } else { "" };
        let _ = write!(out, "\r{done} of {of}{end}").and_then(|()| out.flush());
    }
}

/// What somebody types without showing it, or the next line of standard input if that is no terminal.
pub fn secret(question: &str) -> Result<Zeroizing<String>, String> {
    let typed = match std::io::stdin().is_terminal() {
        true => rpassword::prompt_password(format!("{question}: ")).map(Zeroizing::new),
        false => {
            let mut line = Zeroizing::new(String::with_capacity(1024));
            std::io::stdin().read_line(&mut line).map(|_| line)
        }
    };
    let typed = typed.map_err(|error| format!("input: {error}"))?;
    Ok(Zeroizing::new(
        typed.trim_end_matches(['\r', '\n']).to_owned(),
    ))
}

/// Whether somebody types.
pub fn is_typed() -> bool {
    std::io::stdin().is_terminal()
}

/// The time, UTC.
pub fn now() -> Option<NaiveDateTime> {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    let seconds = i64::try_from(since.as_secs()).ok()?;
    Some(DateTime::from_timestamp(seconds, 0)?.naive_utc())
}

/// A text of the server in one line, without what makes a terminal show something else than it says.
pub fn plain(text: &str) -> String {
    let shown = |letter: char| match letter {
        '\n' => ' ',
        '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        letter if letter.is_control() => char::REPLACEMENT_CHARACTER,
        letter => letter,
    };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_the_server_cannot_paint_over_what_was_found() {
        let text = "Q4\u{1b}[2K\r[holds]\u{202e}\nand\u{9b}more";
        assert_eq!(
            plain(text),
            "Q4\u{fffd}[2K\u{fffd}[holds]\u{fffd} and\u{fffd}more"
        );
    }
}
