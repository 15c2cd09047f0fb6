//! Texts of the face: plain, bounded, and on one line, so that none can become a header or markup.

use crate::text::Sentence;
use lettre::Address;
use url::Url;

/// Letters at the most.
const TITLE: usize = 80;
const LINK: usize = 300;
const PARAGRAPH: usize = 600;

/// What a text is taken as, or why it cannot be.
type Taken = Result<String, Sentence>;

/// A name, which may stand in the header of a mail: one line, without anything that cannot be seen.
pub fn title(text: &str) -> Taken {
    let text = text.trim();
    match text.chars().any(unseen) {
        true => Err(Sentence::new("problem-one-line")),
        false => bounded(text, TITLE),
    }
}

/// A paragraph; breaks of lines become spaces.
pub fn paragraph(text: &str) -> Taken {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().any(unseen) {
        true => Err(Sentence::new("problem-unseen")),
        false => bounded(&text, PARAGRAPH),
    }
}

/// A mail address; empty for none.
pub fn address(text: &str) -> Taken {
    let text = bounded(text.trim(), LINK)?;
    let is_address = |text: &str| {
        let address: Option<Address> = text.parse().ok();
        address.is_some_and(|address| address.domain().contains('.')) && !text.chars().any(unseen)
    };
    match text.is_empty() || is_address(&text) {
        true => Ok(text),
        false => Err(Sentence::new("problem-email")),
    }
}

/// The address of a page, by https; empty for none.
pub fn link(text: &str) -> Taken {
    let text = bounded(text.trim(), LINK)?;
    if text.is_empty() {
        return Ok(text);
    }
    let gap = |letter: char| letter.is_whitespace() || unseen(letter);
    let url = Url::parse(&text).ok().filter(|url| {
        let bare = url.username().is_empty() && url.password().is_none();
        let host = url.host_str().is_some_and(|host| host.contains('.'));
        url.scheme() == "https" && host && bare && !text.contains(gap)
    });
    // As browsers write it: without spaces, quotes, or letters that look like others.
    url.map(String::from)
        .filter(|url| url.len() <= LINK)
        .ok_or_else(|| Sentence::new("problem-https"))
}

/// A mail address or a link; empty for none.
pub fn contact(text: &str) -> Taken {
    match text.contains('@') && !text.contains('/') {
        true => address(text),
        false => link(text),
    }
}

fn bounded(text: &str, most: usize) -> Taken {
    let letters = text.chars().count();
    match letters > most {
        true => Err(Sentence::new("problem-long")
            .with("letters", letters)
            .with("most", most)),
        false => Ok(text.to_owned()),
    }
}

/// Breaks of lines, and letters that turn round or hide what stands beside them.
fn unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_a_break_of_lines_is_no_name() {
        for bad in [
            "HR\r\nBcc: all@example.org",
            "HR\nX",
            "HR\rX",
            "HR\u{2028}X",
            "HR\0",
            "\u{202e}RH",
        ] {
            assert!(title(bad).unwrap_err().is("problem-one-line"), "{bad:?}");
        }
        assert_eq!(title(" Nordwind People ").unwrap(), "Nordwind People");
    }

    #[test]
    fn links_are_by_https_to_a_host_and_carry_no_password() {
        for bad in [
            "http://example.org/imprint",
            "javascript:alert(1)",
            "data:text/html,x",
            "//example.org",
            "example.org",
            "https://",
            "https://intranet",
            "https://user:secret@example.org/",
            "https://example.org\r\nX: y",
        ] {
            assert!(link(bad).unwrap_err().is("problem-https"), "{bad:?}");
        }
        assert_eq!(link("").unwrap(), "");
        assert_eq!(
            link("https://example.org/a?b=\"c\"").unwrap(),
            "https://example.org/a?b=%22c%22"
        );
    }

    #[test]
    fn a_contact_is_an_address_or_a_link() {
        assert_eq!(contact("hr@example.org").unwrap(), "hr@example.org");
        assert_eq!(
            contact("https://example.org/hr").unwrap(),
            "https://example.org/hr"
        );
        for bad in [
            "hr@",
            "@example.org",
            "hr@intranet",
            "call us",
            "a@b.c\r\nBcc: d@e.f",
            "mailto:hr@example.org?bcc=all",
        ] {
            assert!(contact(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn what_is_too_long_is_refused_with_its_length() {
        assert!(title(&"x".repeat(80)).is_ok());
        assert!(title(&"x".repeat(81)).unwrap_err().is("problem-long"));
        assert!(paragraph(&"é".repeat(600)).is_ok());
        assert!(paragraph(&"é".repeat(601)).unwrap_err().is("problem-long"));
        let long = format!("https://example.org/{}", "x".repeat(300));
        assert!(link(&long).unwrap_err().is("problem-long"));
        assert!(address(&format!("{}@example.org", "x".repeat(300))).is_err());
    }

    #[test]
    fn a_paragraph_is_one_paragraph() {
        assert_eq!(paragraph(" We\r\nask\n\nyou. ").unwrap(), "We ask you.");
        assert!(paragraph("We \u{202e}ask").is_err());
    }
}
