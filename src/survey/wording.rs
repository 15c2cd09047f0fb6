//! A text in every language of its survey.

use std::collections::BTreeMap;

/// A file's raw translations: language code to text.
pub(super) type Texts = BTreeMap<String, String>;

/// One text, translated into every language its survey declares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wording {
    texts: Texts,
    first: String,
}

impl Wording {
    /// `first` is the language to fall back to: the first one the survey declares.
    pub(super) fn new(texts: Texts, first: &str) -> Self {
        let first = first.to_owned();
        Self { texts, first }
    }

    /// The text in `language`, or in the survey's first language when there is none.
    pub fn text(&self, language: &str) -> &str {
        self.texts
            .get(language)
            .or_else(|| self.texts.get(&self.first))
            .map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_unknown_language_falls_back_to_the_first() {
        let texts = [("de", "ja"), ("en", "yes")].map(|(code, text)| (code.into(), text.into()));
        let wording = Wording::new(Texts::from(texts), "en");
        assert_eq!(
            ["de", "en", "fr"].map(|code| wording.text(code)),
            ["ja", "yes", "yes"]
        );
    }
}
