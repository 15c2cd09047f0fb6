//! The promise of a wave: everything that is fixed before the first mail, under one root.
//!
//! Texts are hashed as they are, byte for byte, so nobody has to agree on how JSON is written:
//! the root is `node(leaf(terms), cells)`, where `cells` is the RFC 6962 tree over the cells' texts.

use crate::hash::{ROUNDS, stretch};
use crate::letters::LETTERS;
use crate::merkle::{self, Hash, Side};
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use std::fmt;

mod asker;
mod sheet;

pub use asker::Asker;
pub use sheet::{Commitment, Reader, Sheet};

/// Letters of a whole root: 256 bits.
const WHOLE: usize = 52;
/// Letters of the root that a link carries: 200 bits, more than anybody can find a second promise for.
const IN_LINK: usize = 40;
/// Letters of the number that people compare: 80 bits.
const NUMBER: usize = 16;
/// Bytes of that number.
const NUMBER_BYTES: usize = 10;
/// How a moment of the terms is written.
const MOMENT: &str = "%Y-%m-%dT%H:%M:%SZ";

/// What holds for the whole wave; hashes are SHA-256 in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Terms {
    /// `abp2` for anonymous waves, `confidential` for the others.
    pub protocol: String,
    /// Identifier of the wave.
    pub wave: String,
    /// The 16 bytes of that identifier in hexadecimal digits.
    pub wave_bytes: String,
    /// What people call the wave.
    pub title: String,
    /// Who asks, in their own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asker: Option<Asker>,
    /// Hash of the survey file.
    pub survey: String,
    /// Hash of the form that the answer page shows.
    pub form: String,
    /// Hash of the answer page.
    pub page: String,
    /// Hash of the answer page's script.
    pub script: String,
    /// Hash of the tree of teams.
    pub hierarchy: String,
    /// The smallest group that is ever shown.
    pub k: i32,
    /// How many equal answers are left uncertain in every group.
    pub c: i32,
    /// First moment for answers, UTC.
    pub opens: String,
    /// End of answering, UTC.
    pub closes: String,
    /// The latest end to which it may be extended, UTC.
    pub latest_close: String,
    /// When the keys are destroyed at the latest, whatever happened, UTC.
    pub destroys_by: String,
    /// The key that ballots are sealed to, in base64url; none if trustees open them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opening_key: Option<String>,
    /// Those who open the ballots together; none if the server does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trustees: Option<TrusteeTerms>,
    /// Version of the rule by which groups are shown, and of its table of steps.
    pub disclosure: String,
    /// Numbers of the teams whose people are not asked.
    pub not_asked: Vec<i32>,
    /// What the members get of the result, by the promise: [`REPORT`] or [`NOTHING`].
    pub members_get: String,
    /// The last entry of the server's log of acts when the promise was made: its number and the beginning of its seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub log_tip: Option<String>,
}

/// The members get the report of their group as soon as there is one.
pub const REPORT: &str = "report";

/// They get it if their leader shares it.
pub const NOTHING: &str = "nothing";

/// Who opens the ballots of a wave together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrusteeTerms {
    /// How many of them it takes.
    pub needed: u32,
    /// All of them, in the order in which ballots hold their boxes.
    pub keys: Vec<TrusteeKey>,
}

/// One of those who open the ballots together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrusteeKey {
    /// What everybody calls them.
    pub name: String,
    /// Their key, 65 bytes in base64url.
    pub key: String,
}

/// Why people count together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroupKind {
    /// One team.
    Team,
    /// Small teams together.
    Pool,
    /// Teams that count together by choice, or because they are nearly the same people.
    Joint,
}

/// What holds for one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellTerms {
    /// Number of the cell.
    pub cell: i32,
    /// The teams that count together, as people read it.
    pub label: String,
    /// Why they do.
    pub kind: GroupKind,
    /// Numbers of those teams in the tree.
    pub leaves: Vec<i32>,
    /// How many different people are invited.
    pub invited: i32,
    /// How many more may be added later.
    pub spare: i32,
    /// How many of the invited have no mailbox and draw a link on paper.
    #[serde(default, skip_serializing_if = "is_none")]
    pub slips: i32,
    /// Number of another cell and how many people are in both, for each cell with which there are any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shared: Vec<(i32, i32)>,
    /// Modulus of the issuing key in base64url; none in a confidential wave.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub modulus: Option<String>,
    /// Its public exponent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub exponent: Option<u32>,
    /// Hash of the group's [`Sheet`].
    pub sheet: String,
}

/// A group without links on paper says nothing of them.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn is_none(slips: &i32) -> bool {
    *slips == 0
}

/// The root of a promise, which prints as 52 letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root(Hash);

impl Root {
    /// The root over the text of the terms and the texts of the cells in the order of their numbers.
    pub fn of<'a>(terms: &str, cells: impl IntoIterator<Item = &'a str>) -> Self {
        let cells: Vec<Hash> = cells.into_iter().map(leaf).collect();
        Self::over(terms, &merkle::root(&cells))
    }

    /// The same for somebody who knows no cells but the root of their tree.
    pub fn over(terms: &str, cells: &Hash) -> Self {
        Self(merkle::node(&leaf(terms), cells))
    }

    /// Reads the 52 letters; `None` if they are none of a root.
    pub fn read(letters: &str) -> Option<Self> {
        let bytes = LETTERS.decode(letters.as_bytes()).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// The 32 bytes.
    pub fn bytes(&self) -> &Hash {
        &self.0
    }

    /// Whether these letters (see [`read_letters`]) stand for this root: all of them, those of a link, or the
    /// [`number`].
    pub fn is(&self, letters: &str) -> bool {
        match letters.len() {
            NUMBER => number(self) == letters,
            IN_LINK | WHOLE => self.to_string().starts_with(letters),
            _ => false,
        }
    }
}

impl fmt::Display for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&LETTERS.encode(&self.0))
    }
}

/// The root of the tree over the texts of all cells.
pub fn cells_root<'a>(cells: impl IntoIterator<Item = &'a str>) -> Hash {
    let cells: Vec<Hash> = cells.into_iter().map(leaf).collect();
    merkle::root(&cells)
}

/// The way from a cell to the root of all cells, for somebody who is given one cell only.
pub fn path(cells: &[&str], index: usize) -> Vec<(Side, Hash)> {
    let leaves: Vec<Hash> = cells.iter().map(|text| leaf(text)).collect();
    merkle::path(&leaves, index)
}

/// The letters of a root that a link carries.
pub fn in_link(letters: &str) -> &str {
    letters.get(..IN_LINK).unwrap_or(letters)
}

/// The 16 letters that people compare. They take a noticeable time to compute, so that looking for a second
/// promise with the same takes 2⁸⁰ times that, or 2⁴⁰ times for two promises of one author.
pub fn number(root: &Root) -> String {
    let number = stretch::<NUMBER_BYTES>(&root.0, b"gutcheck", ROUNDS);
    LETTERS.encode(number.as_slice())
}

/// The form of a number that people compare: `K7Q2-9MXT-4HDA-8WZN`.
pub fn short(number: &str) -> String {
    grouped(&number.to_uppercase())
}

/// Letters in groups of four, for reading and typing.
pub fn grouped(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    groups.join("-")
}

/// The letters of a number or root as somebody typed or linked them; `None` unless they are 16, 40 or 52.
pub fn read_letters(text: &str) -> Option<String> {
    let text = text.trim().replace('-', "").to_lowercase();
    let text = text.replace('o', "0").replace(['i', 'l'], "1");
    let known = text
        .bytes()
        .all(|letter| LETTERS.specification().symbols.as_bytes().contains(&letter));
    ([NUMBER, IN_LINK, WHOLE].contains(&text.len()) && known).then_some(text)
}

/// The moment for which the terms have this text; `None` if it is none. Each moment has one text only, so
/// that texts compare as the moments do.
pub fn moment(text: &str) -> Option<NaiveDateTime> {
    let read = NaiveDateTime::parse_from_str(text, MOMENT).ok();
    read.filter(|moment| utc(*moment) == text)
}

/// The text of a moment.
pub fn utc(moment: NaiveDateTime) -> String {
    moment.format(MOMENT).to_string()
}

/// What is left of a label for those who read past capitals, spaces and what cannot be seen: two groups whose
/// labels leave the same are not told apart.
pub fn alike(label: &str) -> String {
    let unseen = |letter: char| {
        let mark = matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
        letter.is_whitespace() || letter.is_control() || mark
    };
    let seen = label.chars().filter(|letter| !unseen(*letter));
    seen.flat_map(char::to_lowercase).collect()
}

fn leaf(text: &str) -> Hash {
    merkle::leaf(text.as_bytes())
}

#[cfg(test)]
mod tests;
