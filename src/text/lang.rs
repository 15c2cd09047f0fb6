use super::Arg;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

static_loader! {
    static MESSAGES = {
        locales: "./templates/i18n",
        fallback_language: "en",
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static ENGLISH: LanguageIdentifier = langid!("en");
static GERMAN: LanguageIdentifier = langid!("de");

/// A language of the interface. A survey may have more languages than the interface.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English, the fallback.
    #[default]
    En,
    /// German.
    De,
}

impl Lang {
    /// Every language, in the order of the language menu.
    pub const ALL: [Self; 2] = [Self::En, Self::De];

    /// The ISO 639 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::De => "de",
        }
    }

    /// The language's own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::En => "English",
            Self::De => "Deutsch",
        }
    }

    /// The language of a locale such as `de`, `de-AT` or `en_GB`.
    pub fn parse(locale: &str) -> Option<Self> {
        let code = locale.get(..2)?.to_ascii_lowercase();
        let ends = matches!(locale.as_bytes().get(2), None | Some(b'-' | b'_'));
        Self::ALL
            .into_iter()
            .find(|lang| ends && lang.code() == code)
    }

    /// The first language of an `Accept-Language` header that there is, else English.
    pub fn of_header(header: &str) -> Self {
        let tag = |part: &str| Self::parse(part.split(';').next()?.trim());
        header.split(',').find_map(tag).unwrap_or_default()
    }

    /// A number with two decimals.
    pub fn hundredths(self, number: f64) -> String {
        let number = format!("{number:.2}");
        match self {
            Self::En => number,
            Self::De => number.replace('.', ","),
        }
    }

    /// The message of `key`, filled with `args`. A missing key is said as the key in brackets.
    pub fn say(self, key: &str, args: &[(Cow<'static, str>, Arg)]) -> String {
        let args: HashMap<Cow<'static, str>, FluentValue<'_>> = args
            .iter()
            .map(|(name, arg)| (name.clone(), arg.fluent()))
            .collect();
        MESSAGES
            .try_lookup_with_args(self.identifier(), key, &args)
            .unwrap_or_else(|| format!("[{key}]"))
    }

    /// The message of `key`, which takes no arguments.
    pub fn text(self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A number with so many decimals, in the language's notation.
    pub fn number(self, value: f64, decimals: usize) -> String {
        let plain = format!("{value:.decimals$}").replace('-', "\u{2212}");
        match self {
            Self::En => plain,
            Self::De => plain.replace('.', ","),
        }
    }

    /// A day as the language writes it: `22 November 2026`, `22. November 2026`.
    pub fn day(self, day: chrono::NaiveDate) -> String {
        use chrono::Datelike;
        let month = self.text(&format!("month-{}", day.month()));
        let args = [
            ("day".into(), Arg::Text(day.day().to_string())),
            ("month".into(), Arg::Text(month)),
            ("year".into(), Arg::Text(day.year().to_string())),
        ];
        self.say("common-day", &args)
    }

    /// A moment in UTC: `22 November 2026, 09:00 UTC`.
    pub fn moment(self, moment: chrono::NaiveDateTime) -> String {
        format!(
            "{}, {} UTC",
            self.day(moment.date()),
            moment.format("%H:%M")
        )
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        match self {
            Self::En => &ENGLISH,
            Self::De => &GERMAN,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_first_known_language_is_taken() {
        assert_eq!(Lang::of_header("fr-FR, de-CH;q=0.9, en;q=0.8"), Lang::De);
        assert_eq!(Lang::of_header("deutsch, *"), Lang::En);
        assert_eq!(Lang::of_header(""), Lang::En);
    }
}
