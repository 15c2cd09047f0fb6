//! The instrument: what leader and members are asked, in which languages, and how it is scored.
//!
//! A survey is one TOML file. Its version is the SHA-256 of its text, and a survey that parses is a
//! sound one: every rule of the lint holds for it.

mod fault;
mod file;
mod library;
mod lint;
mod prose;
mod wording;

#[cfg(test)]
mod tests;

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;

pub use fault::{Fault, Faults};
pub use library::{GUT_CHECK, Library};
pub use wording::Wording;

/// One instrument, in every language it declares.
#[derive(Clone, Debug)]
pub struct Survey {
    /// The name in links and files; the same in every version.
    pub id: String,
    /// Lower-case hexadecimal SHA-256 of `source`: the version.
    pub hash: String,
    /// The text of the file.
    pub source: String,
    /// Language codes; the first is the one to fall back to.
    pub languages: Vec<String>,
    /// How long answering takes.
    pub minutes: u8,
    pub title: Wording,
    /// The time the statements are about, as in "in the last three months".
    pub period: Wording,
    /// What is said before the first item; one text for each role.
    pub intro: BTreeMap<Role, Wording>,
    pub scales: Vec<Scale>,
    pub dimensions: Vec<Dimension>,
    /// In the order shown.
    pub items: Vec<Item>,
    pub questions: Vec<Question>,
    pub scoring: Scoring,
}

/// From which side somebody answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    Leader,
    Member,
}

/// The answers somebody may choose from. The value of an option is its position, counted from 1.
#[derive(Clone, Debug)]
pub struct Scale {
    pub id: String,
    pub kind: ScaleKind,
    pub options: Vec<Wording>,
    /// The answer that is no value: counted, but in no mean.
    pub cant_say: Wording,
}

/// Where on a scale the good answer lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ScaleKind {
    /// From disagreement to agreement.
    Agreement,
    /// From too little to too much, with the right amount in the middle.
    TwoSided,
    /// Not kept, partly kept, kept.
    Kept,
}

/// A set of items that are read together.
#[derive(Clone, Debug)]
pub struct Dimension {
    pub id: String,
    pub kind: DimensionKind,
    pub title: Wording,
    /// One plain sentence for readers of a report.
    pub about: Wording,
}

/// How a dimension is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DimensionKind {
    /// A mean of keyed items, high is good; part of the overall figure.
    Core,
    /// A mean of keyed items, high is bad.
    Trap,
    /// A list of symptoms, high is bad; its items are shown one by one.
    Symptoms,
    /// Shares of too little, right and too much; never a mean.
    Calibration,
    /// What the team's work leads to.
    Pillar,
    /// What was promised after the wave before; each promise is judged by itself, never in a mean.
    Commitment,
}

impl DimensionKind {
    /// Whether the items have a mean.
    pub fn is_scored(self) -> bool {
        !matches!(self, Self::Calibration | Self::Commitment)
    }
}

/// One statement, in its leader and its member wording.
#[derive(Clone, Debug)]
pub struct Item {
    pub id: String,
    /// Index into [`Survey::dimensions`].
    pub dimension: usize,
    /// Index into [`Survey::scales`].
    pub scale: usize,
    /// The wording is the opposite of the dimension, so the value counts as 6 minus the answer.
    pub reversed: bool,
    pub leader: Option<Wording>,
    pub member: Option<Wording>,
}

/// An open question; nobody has to answer it.
#[derive(Clone, Debug)]
pub struct Question {
    pub id: String,
    pub role: Role,
    pub text: Wording,
    /// What to know before writing: who reads it, and what it may give away.
    pub warning: Wording,
}

/// Numbers the statistics use where an organisation's own data do not suffice yet.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Scoring {
    /// Correlation between two items of a dimension, within teams.
    pub inter_item_correlation: f64,
    /// Reliability of a dimension's mean.
    pub reliability: f64,
    /// Variance of a dimension's mean within teams, in squared scale points.
    pub scale_variance: f64,
    /// Variance of one item within teams, in squared scale points.
    pub item_variance: f64,
    /// The difference of leader and members below which both see a topic alike, in scale points.
    pub alike: f64,
    /// What files of the first version declared in its place; read, and of no effect.
    #[serde(rename = "threshold")]
    pub retired_threshold: Option<f64>,
}

impl Default for Scoring {
    fn default() -> Self {
        Self {
            inter_item_correlation: 0.40,
            reliability: 0.80,
            scale_variance: 0.75,
            item_variance: 1.2,
            alike: 0.8,
            retired_threshold: None,
        }
    }
}

impl Survey {
    /// Reads and checks a survey file; `origin` is what to call the file in faults.
    ///
    /// # Errors
    /// Everything that is wrong with the file. A syntax error, an unknown key or a value of the
    /// wrong type ends the reading, so it is reported alone, with its line.
    pub fn parse(source: &str, origin: &str) -> Result<Survey, Faults> {
        let file = file::read(source, origin)?;
        lint::check(&file, origin)?;
        Ok(file.into_survey(source, HEXLOWER.encode(&Sha256::digest(source))))
    }

    /// The dimension called `id`, with its index.
    pub fn dimension(&self, id: &str) -> Option<(usize, &Dimension)> {
        let mut dimensions = self.dimensions.iter().enumerate();
        dimensions.find(|(_, dimension)| dimension.id == id)
    }

    /// The item called `id`, with its index.
    pub fn item(&self, id: &str) -> Option<(usize, &Item)> {
        self.items
            .iter()
            .enumerate()
            .find(|(_, item)| item.id == id)
    }

    /// The dimensions of a kind with their indices.
    pub fn dimensions_of(&self, kind: DimensionKind) -> impl Iterator<Item = (usize, &Dimension)> {
        let dimensions = self.dimensions.iter().enumerate();
        dimensions.filter(move |(_, dimension)| dimension.kind == kind)
    }

    /// The kind of the dimension of an item.
    pub fn kind_of(&self, item: &Item) -> Option<DimensionKind> {
        let dimension = self.dimensions.get(item.dimension);
        dimension.map(|known| known.kind)
    }

    /// The items of the dimension with that index, with their own indices, in the order shown.
    pub fn items_of(&self, dimension: usize) -> impl Iterator<Item = (usize, &Item)> {
        let items = self.items.iter().enumerate();
        items.filter(move |(_, item)| item.dimension == dimension)
    }

    /// The items that somebody in `role` answers, with their indices, in the order shown.
    pub fn form(&self, role: Role) -> impl Iterator<Item = (usize, &Item)> {
        let items = self.items.iter().enumerate();
        items.filter(move |(_, item)| item.wording(role).is_some())
    }

    /// How many statements everybody in `role` answers: without the places of commitments, which are there only
    /// for teams that made some.
    pub fn statements(&self, role: Role) -> usize {
        let asked = self.form(role);
        asked.filter(|(_, item)| !self.is_slot(item)).count()
    }

    /// The items by which members judge commitments, with their indices: places that the commitments of
    /// each team fill.
    pub fn slots(&self) -> impl Iterator<Item = (usize, &Item)> {
        let items = self.items.iter().enumerate();
        items.filter(|(_, item)| self.is_slot(item))
    }

    /// Whether members judge a commitment by `item`.
    pub fn is_slot(&self, item: &Item) -> bool {
        let dimension = self.dimensions.get(item.dimension);
        dimension.is_some_and(|dimension| dimension.kind == DimensionKind::Commitment)
    }

    /// The open questions that somebody in `role` is asked, with their indices.
    pub fn questions_for(&self, role: Role) -> impl Iterator<Item = (usize, &Question)> {
        let questions = self.questions.iter().enumerate();
        questions.filter(move |(_, question)| question.role == role)
    }

    /// The scale on which `item` is answered. `None` only for an item of another survey.
    pub fn scale_of(&self, item: &Item) -> Option<&Scale> {
        self.scales.get(item.scale)
    }
}

impl Item {
    /// The statement as somebody in `role` reads it.
    pub fn wording(&self, role: Role) -> Option<&Wording> {
        match role {
            Role::Leader => self.leader.as_ref(),
            Role::Member => self.member.as_ref(),
        }
    }
}

impl Role {
    /// Both sides, the leader first.
    pub const ALL: [Role; 2] = [Role::Leader, Role::Member];

    /// `leader` or `member`, as in files and in the database.
    pub fn as_str(self) -> &'static str {
        match self {
            Role::Leader => "leader",
            Role::Member => "member",
        }
    }
}
