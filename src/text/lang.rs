use super::{Arg, Sentence};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashMap;

static_loader! {
    static MESSAGES = {
        locales: "./templates/i18n",
        fallback_language: "en",
        customise: |bundle| {
            bundle.set_use_isolating(false);
            bundle.set_formatter(match bundle.locales.first() {
                Some(locale) if *locale == GERMAN => Some(german),
                _ => Some(english),
            });
        },
    };
}

/// From this number on, thousands are parted; years and such are below.
const PARTED: u64 = 10_000;

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

    /// A whole number, its thousands parted where they are many: `100,000`, `100.000`.
    pub fn whole(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mark = match self {
            Self::En => ',',
            Self::De => '.',
        };
        let mut written = String::new();
        if number < 0 {
            written.push('\u{2212}');
        }
        for (place, digit) in digits.chars().enumerate() {
            let rest = digits.len() - place;
            if number.unsigned_abs() >= PARTED && place > 0 && rest.is_multiple_of(3) {
                written.push(mark);
            }
            written.push(digit);
        }
        written
    }

    /// A difference with its sign.
    pub fn signed(self, difference: i64) -> String {
        match difference {
            1.. => format!("+{}", self.whole(difference)),
            0 => "\u{b1}0".to_owned(),
            _ => self.whole(difference),
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

    /// Names as a list: "A, B and C".
    pub fn listed<S: AsRef<str>>(self, names: &[S]) -> String {
        let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
        match names.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, before)) => Sentence::new("listed-and")
                .with("before", before.join(", "))
                .with("last", *last)
                .in_lang(self),
            None => String::new(),
        }
    }

    /// The message of `key`, which takes no arguments.
    pub fn text(self, key: &str) -> String {
        self.say(key, &[])
    }

    /// A number with so many decimals, in the language's notation.
    pub fn number(self, value: f64, decimals: usize) -> String {
        let plain = format!("{value:.decimals$}").replace('-', "\u{2212}");
        // What rounds to zero has no sign.
        let plain = match plain.contains(|digit: char| ('1'..='9').contains(&digit)) {
            true => plain,
            false => plain.replace('\u{2212}', ""),
        };
        match self {
            Self::En => plain,
            Self::De => plain.replace('.', ","),
        }
    }

    /// A day as the language writes it: `22 November 2026`, `22. November 2026`.
    pub fn day(self, day: NaiveDate) -> String {
        let month = self.text(&format!("month-{}", day.month()));
        let args = [
            ("day".into(), Arg::Text(day.day().to_string())),
            ("month".into(), Arg::Text(month)),
            ("year".into(), Arg::Text(day.year().to_string())),
        ];
        self.say("common-day", &args)
    }

    /// A moment in UTC: `22 November 2026, 09:00 UTC`.
    pub fn moment(self, moment: DateTime<Utc>) -> String {
        self.moment_in(Tz::UTC, moment)
    }

    /// A moment as clocks of a time zone show it: `22 November 2026, 10:00 (Europe/Berlin)`.
    pub fn moment_in(self, zone: Tz, moment: DateTime<Utc>) -> String {
        let local = moment.with_timezone(&zone);
        let (day, time) = (self.day(local.date_naive()), local.format("%H:%M"));
        match zone {
            Tz::UTC => format!("{day}, {time} UTC"),
            zone => format!("{day}, {time} ({zone})"),
        }
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        match self {
            Self::En => &ENGLISH,
            Self::De => &GERMAN,
        }
    }
}

fn english<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    counted(value, Lang::En)
}

fn german<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    counted(value, Lang::De)
}

/// A count as a message says it.
fn counted(value: &FluentValue<'_>, lang: Lang) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.fract() == 0.0 => {
            Some(lang.whole(number.value as i64))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted_and_signs_are_signs() {
        let whole = |number| (Lang::En.whole(number), Lang::De.whole(number));
        let both = |en: &str, de: &str| (en.to_owned(), de.to_owned());
        assert_eq!(whole(0), both("0", "0"));
        assert_eq!(whole(2026), both("2026", "2026"));
        assert_eq!(whole(10_000), both("10,000", "10.000"));
        assert_eq!(
            whole(-1_234_567),
            both("\u{2212}1,234,567", "\u{2212}1.234.567")
        );
        let args = [
            ("n".into(), Arg::Number(100_000)),
            ("invited".into(), Arg::Number(100_000)),
        ];
        let said = |lang: Lang| lang.say("organisation-answers", &args);
        assert_eq!(said(Lang::En), "100,000 of 100,000");
        assert_eq!(said(Lang::De), "100.000 von 100.000");
        assert_eq!(Lang::De.number(-0.06, 2), "\u{2212}0,06");
        assert_eq!(Lang::En.number(-0.004, 2), "0.00");
    }

    #[test]
    fn the_browsers_first_known_language_is_taken() {
        assert_eq!(Lang::of_header("fr-FR, de-CH;q=0.9, en;q=0.8"), Lang::De);
        assert_eq!(Lang::of_header("deutsch, *"), Lang::En);
        assert_eq!(Lang::of_header(""), Lang::En);
    }
}
