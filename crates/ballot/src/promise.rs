//! The promise of a wave: everything that is fixed before the first mail, under one root.
//!
//! Texts are hashed as they are, byte for byte, so nobody has to agree on how JSON is written:
//! the root is `node(leaf(terms), cells)`, where `cells` is the RFC 6962 tree over the cells' texts.

use crate::letters::LETTERS;
use crate::merkle::{self, Hash, Side};
use serde::{Deserialize, Serialize};
use std::fmt;

/// Letters of the root that a link carries: 130 bits, more than anybody can find a second promise for.
const IN_LINK: usize = 26;
/// Letters that people compare: 60 bits.
const SHORT: usize = 12;

/// What holds for the whole wave; hashes are SHA-256 in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// `abp1` for anonymous waves, `confidential` for the others.
    pub protocol: String,
    /// Identifier of the wave.
    pub wave: String,
    /// The 16 bytes of that identifier in hexadecimal digits.
    pub wave_bytes: String,
    /// What people call the wave.
    pub title: String,
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
    /// The key that ballots are sealed to, in base64url.
    pub opening_key: String,
}

/// What holds for one group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellTerms {
    /// Number of the cell.
    pub cell: i32,
    /// The teams that count together, as people read it.
    pub label: String,
    /// How many are invited.
    pub invited: i32,
    /// Modulus of the issuing key in base64url; none in a confidential wave.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modulus: Option<String>,
    /// Its public exponent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exponent: Option<u32>,
    /// Hash of what the members judge of the commitments after the wave before; none if it is nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub commitments: Option<String>,
}

/// The root of a promise, which prints as 52 letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Root(Hash);

impl Root {
    /// The root over the text of the terms and the texts of the cells in the order of their numbers.
    pub fn of<'a>(terms: &str, cells: impl IntoIterator<Item = &'a str>) -> Self {
        let cells: Vec<Hash> = cells.into_iter().map(leaf).collect();
        Self(merkle::node(&leaf(terms), &merkle::root(&cells)))
    }
}

impl fmt::Display for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&LETTERS.encode(&self.0))
    }
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

/// The form of a root that people compare: `K7Q2-9MXT-4HDA`.
pub fn short(letters: &str) -> String {
    let capitals: Vec<char> = letters.to_uppercase().chars().take(SHORT).collect();
    let groups: Vec<String> = capitals.chunks(4).map(String::from_iter).collect();
    groups.join("-")
}

/// The letters of a root as somebody typed or linked them; `None` if they are too few to mean one.
pub fn read_letters(text: &str) -> Option<String> {
    let text = text.replace('-', "").to_lowercase();
    let text = text.replace('o', "0").replace(['i', 'l'], "1");
    let known = text
        .bytes()
        .all(|letter| LETTERS.specification().symbols.as_bytes().contains(&letter));
    ((SHORT..=52).contains(&text.len()) && known).then_some(text)
}

fn leaf(text: &str) -> Hash {
    merkle::leaf(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_changes_with_the_terms_and_with_every_cell() {
        let root = Root::of("terms", ["a", "b", "c"]);
        assert_eq!(root, Root::of("terms", ["a", "b", "c"]));
        for other in [
            Root::of("term", ["a", "b", "c"]),
            Root::of("terms", ["a", "b", "d"]),
            Root::of("terms", ["a", "b"]),
            Root::of("terms", ["b", "a", "c"]),
        ] {
            assert_ne!(root, other);
        }
    }

    #[test]
    fn the_short_form_is_the_beginning_of_what_the_link_carries() {
        let root = Root::of("terms", ["a"]);
        let typed = read_letters(&short(&root.to_string())).unwrap();
        assert_eq!(typed.len(), 12);
        let letters = root.to_string();
        assert!(in_link(&letters).starts_with(&typed));
        assert_eq!((in_link(&letters).len(), letters.len()), (26, 52));
    }

    #[test]
    fn letters_that_cannot_be_a_root_are_refused() {
        for text in ["", "K7Q2-9MXT-4HD", "k7q2-9mxt-4hdu", "k7q29mxt4hda%"] {
            assert_eq!(read_letters(text), None, "{text}");
        }
        assert_eq!(
            read_letters("K7Q2-9MXT-4HOL").as_deref(),
            Some("k7q29mxt4h01")
        );
    }
}
