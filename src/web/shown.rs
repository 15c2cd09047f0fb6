//! Parts of pages that are rendered once and kept.

use crate::chart::{Svg, Width};
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

/// Charts in both formats, by the names that templates show them under.
pub struct Charts(Vec<(String, Svg)>);

impl Charts {
    /// Those of these names that `draw` has.
    pub fn of(names: &[&str], draw: impl Fn(&str, Width) -> Option<Svg>) -> Self {
        let formats = [(Width::Wide, "wide"), (Width::Narrow, "narrow")];
        let both = names
            .iter()
            .flat_map(|name| formats.map(|format| (name, format)));
        let drawn = both.filter_map(|(name, (width, format))| {
            Some((format!("{name}_{format}"), draw(name, width)?))
        });
        Self(drawn.collect())
    }

    /// As a template takes them.
    pub fn drawings(&self) -> Vec<(String, &dyn Markup)> {
        let drawings = self.0.iter();
        drawings
            .map(|(name, svg)| (name.clone(), svg as &dyn Markup))
            .collect()
    }
}
