/// Names by which the line between two mails of a mailbox is told from a sentence that begins alike.
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The mails of a mailbox in mbox format; a text that is none is one mail. Blank lines before the first are no mail.
pub fn mails(mailbox: &[u8]) -> Vec<&[u8]> {
    let text = mailbox.strip_prefix("\u{feff}".as_bytes());
    let text = text.unwrap_or(mailbox).trim_ascii_start();
    if !is_between(text.split(|byte| *byte == b'\n').next().unwrap_or_default()) {
        return match text.is_empty() {
            true => Vec::new(),
            false => vec![text],
        };
    }
    let mut mails = Vec::new();
    let (mut begin, mut at) = (0, 0);
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        if is_between(line) {
            mails.extend(text.get(begin..at).filter(|mail| !mail.is_empty()));
            begin = at + line.len();
        }
        at += line.len();
    }
    mails.extend(text.get(begin..));
    mails
}

/// `From sender Mon Jun  1 09:00:00 2026`
fn is_between(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else {
        return false;
    };
    let rest = String::from_utf8_lossy(rest);
    let words: Vec<&str> = rest.split_whitespace().collect();
    let has_time = words.iter().any(|word| {
        let digits = word.split(':').filter(|part| part.parse::<u32>().is_ok());
        digits.count() >= 2
    });
    has_time
        && words
            .iter()
            .any(|word| DAYS.contains(&word.trim_end_matches(',')))
}
