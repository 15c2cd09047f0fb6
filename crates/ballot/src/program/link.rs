//! A person's own link, as an address or typed, whatever mail programs have made of it.

use crate::letters::LETTERS;
use std::fmt;

/// Letters of a secret.
const TOKEN: usize = 26;

/// What stands in a link. It prints without the secret.
#[derive(PartialEq, Eq)]
pub struct Link {
    /// Letters of the promise's root, or of its number.
    pub letters: String,
    /// The number of the cell.
    pub cell: i32,
    /// The secret.
    pub token: String,
}

impl fmt::Debug for Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Link({}.{}.hidden)", self.letters, self.cell)
    }
}

impl Link {
    /// Finds a link in a text; `None` if there is none.
    pub fn read(text: &str) -> Option<Self> {
        let text = decoded(text).unwrap_or_else(|| text.to_owned());
        let text = text
            .to_lowercase()
            .replace("%23", "#")
            .replace("_a-23", "#");
        let unseen = |letter: char| {
            matches!(letter,
                '-' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2010}'..='\u{2015}' | '\u{202a}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}')
        };
        let seen = text.chars().filter(|letter| !unseen(*letter));
        let text = seen.map(|letter| match letter {
            'o' => '0',
            'i' | 'l' => '1',
            other => other,
        });
        let text: String = text.collect();
        let apart: String = text.split_whitespace().collect();
        find(&apart).or_else(|| find(&text))
    }

    /// The address of the wave's public page, if the text is just the address of a form.
    pub fn wave(&self, text: &str) -> Option<String> {
        let (origin, _) = text.trim().split_once("/a#")?;
        let plain = origin.starts_with("https://") || origin.starts_with("http://");
        plain.then(|| format!("{origin}/wave/{}", self.letters))
    }
}

fn find(text: &str) -> Option<Link> {
    let parts: Vec<&str> = text.split('.').collect();
    parts.windows(3).find_map(|parts| {
        let [before, cell, after] = parts else {
            return None;
        };
        let letters = before.rsplit(|letter| !is_letter(letter)).next()?;
        let token = after.split(|letter| !is_letter(letter)).next()?;
        let digits = (1..=9).contains(&cell.len()) && cell.bytes().all(|one| one.is_ascii_digit());
        let whole = [16, 40].contains(&letters.len()) && digits && token.len() == TOKEN;
        whole.then_some(Link {
            letters: letters.to_owned(),
            cell: cell.parse().ok()?,
            token: token.to_owned(),
        })
    })
}

fn is_letter(letter: char) -> bool {
    LETTERS.specification().symbols.contains(letter)
}

/// The text with what was written as `%2F` and the like; `None` if some of it is none.
fn decoded(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.split_at_checked(2)?;
        bytes.push(u8::from_str_radix(code, 16).ok()?);
        bytes.extend(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    #[test]
    fn links_are_read_as_the_answer_page_reads_them() {
        let vectors: Value = serde_json::from_str(include_str!(
            "../../../../tests/reference/abp2_vectors.json"
        ))
        .unwrap();
        let ballot = &vectors["ballot"];
        let links = ballot["given"]["links"].as_array().unwrap();
        let expected = ballot["made"]["links"].as_array().unwrap();
        assert!(links.len() == expected.len() && links.len() > 10);
        for (text, expected) in links.iter().zip(expected) {
            let text = text.as_str().unwrap();
            let read = Link::read(text).map(|link| {
                serde_json::json!({ "root": link.letters, "cell": link.cell, "token": link.token })
            });
            assert_eq!(read.unwrap_or(Value::Null), *expected, "{text}");
        }
    }

    #[test]
    fn a_plain_link_leads_to_its_wave_and_prints_without_its_secret() {
        let letters = "7".repeat(40);
        let text = format!("https://gut.example/a#{letters}.1.{}", "8".repeat(26));
        let link = Link::read(&text).unwrap();
        let wave = format!("https://gut.example/wave/{letters}");
        assert_eq!(link.wave(&text), Some(wave));
        assert_eq!(link.wave("https://links.example/?u=x"), None);
        assert!(!format!("{link:?}").contains("888"));
    }
}
