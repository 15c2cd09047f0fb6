//! What was changed after the first mail, in words.

use crate::ballot::amend::Amendment;
use crate::ballot::promise::moment;
use crate::store::{Moment, number};
use crate::text::{Lang, Sentence};
use crate::wave::Public;
use chrono::NaiveDate;

/// The amendments of a wave, the first one first; `words` says when something ends.
pub fn words(known: &Public, lang: Lang, words: impl Fn(Moment) -> String) -> Vec<String> {
    let when = |text: &str| moment(text).map_or_else(String::new, |at| words(at.and_utc().into()));
    let group = |cell: i32| known.cell_terms.iter().find(|one| one.cell == cell);
    let sentence = |change: Amendment| match change {
        Amendment::Extend { closes, day } => Sentence::new("wave-change-extend")
            .with("day", self::day(&day, lang))
            .with("closes", when(&closes)),
        Amendment::Close { closes, day } => Sentence::new("wave-change-close")
            .with("day", self::day(&day, lang))
            .with("closes", when(&closes)),
        Amendment::Add {
            cell, places, day, ..
        } => Sentence::new("wave-change-add")
            .with("day", self::day(&day, lang))
            .with("places", number(places))
            .with("spare", group(cell).map_or(0, |group| number(group.spare)))
            .with(
                "group",
                group(cell).map_or("", |group| group.label.as_str()),
            ),
        Amendment::Lead { cell, day, .. } => Sentence::new("wave-change-lead")
            .with("day", self::day(&day, lang))
            .with(
                "group",
                group(cell).map_or("", |group| group.label.as_str()),
            ),
        Amendment::CallOff { day } => {
            Sentence::new("wave-change-call-off").with("day", self::day(&day, lang))
        }
    };
    known
        .changes()
        .map(|change| sentence(change).in_lang(lang))
        .collect()
}

/// A day of the chain as people write it.
pub fn day(text: &str, lang: Lang) -> String {
    text.parse()
        .map_or_else(|_| text.to_owned(), |day: NaiveDate| lang.day(day))
}
