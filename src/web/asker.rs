use crate::ballot::promise::Asker;
use crate::text::{Lang, contact_href};
use serde::Serialize;

/// Who asks, in the reader's language.
#[derive(Serialize)]
pub struct AskerView {
    organisation: String,
    words: Option<String>,
    contact_name: String,
    contact: String,
    contact_href: String,
    imprint: String,
    privacy: String,
}

impl AskerView {
    /// Who asks; none for a promise that does not say.
    pub fn new(asker: Asker, lang: Lang) -> Option<Self> {
        let words = asker.said(lang.code()).map(str::to_owned);
        (!asker.organisation.is_empty()).then(|| Self {
            words,
            organisation: asker.organisation,
            contact_name: asker.contact_name,
            contact_href: contact_href(&asker.contact),
            contact: asker.contact,
            imprint: asker.imprint,
            privacy: asker.privacy,
        })
    }
}
