//! Parts of pages that are rendered once and kept.

use crate::text::{Lang, Markup};
use serde::Serialize;

/// Markup that was rendered before.
pub struct Rendered<'a>(pub &'a str);

impl Markup for Rendered<'_> {
    fn markup(&self) -> &str {
        self.0
    }
}

/// What a part of a page knows of its page.
#[derive(Serialize)]
pub struct Language {
    lang: &'static str,
}

impl Language {
    pub fn of(lang: Lang) -> Self {
        Self { lang: lang.code() }
    }
}
