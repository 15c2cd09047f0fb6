//! Amendments: what may still change after the first mail, each a line in a public chain whose first link
//! is the root of the promise.
//!
//! `link(0)` is the root and `link(i)` = SHA-256(2 || `link(i - 1)` || line), so whoever keeps the last link
//! can tell whether a line before it was changed, left out or put elsewhere.

use crate::hash::{Hash, sha256};
use crate::promise::{CellTerms, Root, Terms, moment};
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How long after the close a ballot is taken for which a signature had been given before.
pub const LATE: TimeDelta = TimeDelta::minutes(15);

/// One change of a launched wave, as its line in the chain says it. Days are those of UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Amendment {
    /// Answers are taken longer.
    Extend {
        /// The new end.
        closes: String,
        /// When this was decided.
        day: String,
    },
    /// People who were forgotten or joined are asked too, on a group's spare places.
    Add {
        /// The group.
        cell: i32,
        /// How many of its spare places are taken now, in all.
        places: i32,
        /// Hash of the group's new sheet, in hexadecimal digits.
        sheet: String,
        /// When this was decided.
        day: String,
    },
    /// Somebody else leads a group and will read its report.
    Lead {
        /// The group.
        cell: i32,
        /// Hash of the group's new sheet, in hexadecimal digits.
        sheet: String,
        /// When this was noted.
        day: String,
    },
    /// Answers are taken no longer.
    Close {
        /// The new end.
        closes: String,
        /// When this was decided.
        day: String,
    },
    /// The wave is over, its keys are destroyed and nothing is ever opened.
    CallOff {
        /// When this was decided.
        day: String,
    },
}

/// Why a line may not stand in the chain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unlawful {
    /// It is no amendment.
    #[error("\"{0}\" is no amendment")]
    Unreadable(String),
    /// Its day is no day, or is before that of the line above it.
    #[error("the day \"{0}\" is none or is before the one above it")]
    Day(String),
    /// The wave was called off, or closed early, before.
    #[error("the wave is over")]
    Over,
    /// The new end is not after the old one, or not before the latest that was promised.
    #[error("the end \"{0}\" is not one that was promised to be possible")]
    End(String),
    /// The group has no such number of places left.
    #[error("group {cell} has no {places} spare places, or had as many before")]
    Places {
        /// The group.
        cell: i32,
        /// The places that were to be taken.
        places: i32,
    },
    /// There is no such group.
    #[error("there is no group {0}")]
    Group(i32),
    /// The hash is none.
    #[error("\"{0}\" is no SHA-256 in hexadecimal digits")]
    Sheet(String),
}

/// Where a wave stands after all amendments so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amended {
    /// The last link of the chain.
    pub tip: Hash,
    /// The end of answering.
    pub closes: NaiveDateTime,
    /// Whether it was closed before its time.
    pub closed_early: bool,
    /// Whether it was called off.
    pub called_off: bool,
    groups: BTreeMap<i32, Places>,
    opens: NaiveDateTime,
    latest_close: NaiveDateTime,
    day: Option<NaiveDate>,
}

/// The spare places of a group, and the list of names that goes with those that are taken.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Places {
    spare: i32,
    taken: i32,
    sheet: String,
    /// Those who read are others than when the promise was made.
    led_anew: bool,
}

impl Amended {
    /// A wave to which nothing has happened; `None` if the times of its terms are none.
    pub fn start(root: &Root, terms: &Terms, cells: &[CellTerms]) -> Option<Self> {
        let places = |cell: &CellTerms| {
            let places = Places {
                spare: cell.spare,
                taken: 0,
                sheet: cell.sheet.clone(),
                led_anew: false,
            };
            (cell.cell, places)
        };
        Some(Self {
            tip: *root.bytes(),
            closes: moment(&terms.closes)?,
            closed_early: false,
            called_off: false,
            groups: cells.iter().map(places).collect(),
            opens: moment(&terms.opens)?,
            latest_close: moment(&terms.latest_close)?,
            day: None,
        })
    }

    /// The same after one more line.
    ///
    /// # Errors
    /// [`Unlawful`] if the promise does not allow it; whoever checks a wave and whoever changes it go by
    /// this one rule.
    pub fn then(mut self, line: &str) -> Result<Self, Unlawful> {
        let amendment: Amendment =
            serde_json::from_str(line).map_err(|_| Unlawful::Unreadable(line.to_owned()))?;
        let day = self.next_day(&amendment)?;
        let to_the_end = matches!(
            amendment,
            Amendment::CallOff { .. } | Amendment::Lead { .. }
        );
        if self.called_off || self.closed_early && !to_the_end {
            return Err(Unlawful::Over);
        }
        match amendment {
            Amendment::Extend { closes, .. } => {
                let to = self.next_end(&closes, day, |end, wave| {
                    end > wave.closes && end <= wave.latest_close
                })?;
                self.closes = to;
            }
            Amendment::Close { closes, .. } => {
                let to = self.next_end(&closes, day, |end, wave| {
                    end < wave.closes && end >= wave.opens
                })?;
                self.closes = to;
                self.closed_early = true;
            }
            Amendment::Add {
                cell,
                places,
                sheet,
                ..
            } => {
                if day > self.closes.date() {
                    return Err(Unlawful::Over);
                }
                self.take_places(cell, places, sheet)?;
            }
            Amendment::Lead { cell, sheet, .. } => self.lead_anew(cell, sheet)?,
            Amendment::CallOff { .. } => self.called_off = true,
        }
        self.day = Some(day);
        self.tip = link(&self.tip, line);
        Ok(self)
    }

    /// The hash of a group's sheet as it is now; `None` if there is no such group.
    pub fn sheet(&self, cell: i32) -> Option<&str> {
        self.groups.get(&cell).map(|places| places.sheet.as_str())
    }

    /// How many of a group's spare places are taken.
    pub fn taken(&self, cell: i32) -> i32 {
        self.groups.get(&cell).map_or(0, |places| places.taken)
    }

    /// Whether others lead a group, and will read its report, than when the promise was made.
    pub fn led_anew(&self, cell: i32) -> bool {
        self.groups.get(&cell).is_some_and(|places| places.led_anew)
    }

    /// The day of the last line; `None` if there is none.
    pub fn last_day(&self) -> Option<NaiveDate> {
        self.day
    }

    fn next_day(&self, amendment: &Amendment) -> Result<NaiveDate, Unlawful> {
        let text = amendment.day();
        let day = NaiveDate::parse_from_str(text, "%Y-%m-%d")
            .ok()
            .filter(|day| day.format("%Y-%m-%d").to_string() == text);
        day.filter(|day| self.day.is_none_or(|last| last <= *day))
            .ok_or_else(|| Unlawful::Day(text.to_owned()))
    }

    fn next_end(
        &self,
        text: &str,
        day: NaiveDate,
        allowed: impl Fn(NaiveDateTime, &Self) -> bool,
    ) -> Result<NaiveDateTime, Unlawful> {
        if day > self.closes.date() {
            return Err(Unlawful::Over);
        }
        moment(text)
            .filter(|end| allowed(*end, self))
            .ok_or_else(|| Unlawful::End(text.to_owned()))
    }

    fn lead_anew(&mut self, cell: i32, sheet: String) -> Result<(), Unlawful> {
        let sheet = hash(sheet)?;
        let group = self.groups.get_mut(&cell).ok_or(Unlawful::Group(cell))?;
        (group.sheet, group.led_anew) = (sheet, true);
        Ok(())
    }

    fn take_places(&mut self, cell: i32, places: i32, sheet: String) -> Result<(), Unlawful> {
        let sheet = hash(sheet)?;
        match self.groups.get_mut(&cell) {
            Some(group) if places > group.taken && places <= group.spare => {
                group.taken = places;
                group.sheet = sheet;
                Ok(())
            }
            _ => Err(Unlawful::Places { cell, places }),
        }
    }
}

impl Amendment {
    /// The text that stands in the chain.
    pub fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    fn day(&self) -> &str {
        match self {
            Self::Extend { day, .. }
            | Self::Add { day, .. }
            | Self::Lead { day, .. }
            | Self::Close { day, .. }
            | Self::CallOff { day } => day,
        }
    }
}

/// The text itself if it is a hash.
fn hash(text: String) -> Result<String, Unlawful> {
    let digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
    match text.len() == 64 && text.bytes().all(digit) {
        true => Ok(text),
        false => Err(Unlawful::Sheet(text)),
    }
}

/// The link after this one.
pub fn link(tip: &Hash, line: &str) -> Hash {
    sha256(&[&[2], tip, line.as_bytes()])
}

/// Follows a chain from its root.
///
/// # Errors
/// The first line (from 0) that is not lawful, and why.
pub fn follow<'a>(
    start: Amended,
    lines: impl IntoIterator<Item = &'a str>,
) -> Result<Amended, (usize, Unlawful)> {
    let mut lines = lines.into_iter().enumerate();
    lines.try_fold(start, |wave, (at, line)| {
        wave.then(line).map_err(|why| (at, why))
    })
}

#[cfg(test)]
mod tests;
