use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Letters of a text at the most.
const LONGEST: usize = 600;

/// Who asks, in their own words: fixed with the terms, so that everybody reads the same before they answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Asker {
    /// What the organisation is called.
    pub organisation: String,
    /// What it says to those who are asked, by the code of the language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub words: BTreeMap<String, String>,
    /// Who can be asked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact_name: String,
    /// Their mail address, or a link.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub contact: String,
    /// A link to the page that says who is responsible.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub imprint: String,
    /// A link to the page about data protection.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub privacy: String,
}

impl Asker {
    /// What it says in a language, or in the first one there is.
    pub fn said(&self, lang: &str) -> Option<&str> {
        let said = self.words.get(lang).or_else(|| self.words.values().next());
        said.map(String::as_str)
    }

    /// What in it cannot be read as it stands, or leads to another place than a page by https or a mailbox.
    pub fn fault(&self) -> Option<String> {
        let texts = [&self.organisation, &self.contact_name, &self.contact];
        let texts = texts.into_iter().chain(self.words.values());
        let unread =
            |text: &&String| text.chars().any(char::is_control) || text.chars().count() > LONGEST;
        let links = [&self.imprint, &self.privacy];
        let contact = Some(&self.contact).filter(|contact| !contact.contains('@'));
        let links = links.into_iter().chain(contact);
        let mut astray = links.filter(|link| !link.is_empty() && !link.starts_with("https://"));
        let mut unread = texts.filter(unread);
        unread.next().or_else(|| astray.next()).cloned()
    }
}
