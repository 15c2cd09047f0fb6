//! The shape of a survey file. A text that is left out is empty here: the lint says so in a sentence.

use super::fault::Faults;
use super::wording::{Texts, Wording};
use super::{Dimension, DimensionKind, Item, Question, Role, Scale, ScaleKind, Scoring, Survey};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct File {
    pub id: String,
    pub languages: Vec<String>,
    pub minutes: u8,
    pub title: Texts,
    pub period: Texts,
    pub intro: BTreeMap<Role, Texts>,
    pub scoring: Scoring,
    #[serde(rename = "scale")]
    pub scales: Vec<ScaleEntry>,
    #[serde(rename = "dimension")]
    pub dimensions: Vec<DimensionEntry>,
    #[serde(rename = "item")]
    pub items: Vec<ItemEntry>,
    #[serde(rename = "question")]
    pub questions: Vec<QuestionEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ScaleEntry {
    pub id: String,
    pub kind: ScaleKind,
    #[serde(default)]
    pub options: Vec<Texts>,
    #[serde(default)]
    pub cant_say: Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DimensionEntry {
    pub id: String,
    pub kind: DimensionKind,
    #[serde(default)]
    pub title: Texts,
    #[serde(default)]
    pub about: Texts,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ItemEntry {
    pub id: String,
    pub dimension: String,
    pub scale: String,
    #[serde(default)]
    pub reversed: bool,
    pub leader: Option<Texts>,
    pub member: Option<Texts>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct QuestionEntry {
    pub id: String,
    pub role: Role,
    #[serde(default)]
    pub text: Texts,
    #[serde(default)]
    pub warning: Texts,
}

/// # Errors
/// The first place where the file is not TOML or not of this shape.
pub(super) fn read(source: &str, origin: &str) -> Result<File, Faults> {
    toml::from_str(source).map_err(|error: toml::de::Error| {
        let start = error.span().map_or(0, |span| span.start);
        let before = source.get(..start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let reason = error.message().replace('\n', " ");
        Faults::one(origin, &format!("line {line}"), &reason)
    })
}

impl ItemEntry {
    pub(super) fn texts(&self, role: Role) -> Option<&Texts> {
        match role {
            Role::Leader => self.leader.as_ref(),
            Role::Member => self.member.as_ref(),
        }
    }
}

impl File {
    /// The model of a file that has passed the lint, which has made sure that every name resolves.
    pub(super) fn into_survey(self, source: &str, hash: String) -> Survey {
        let first = self.languages.first().cloned().unwrap_or_default();
        let wording = |texts: Texts| Wording::new(texts, &first);
        let items = self.items.into_iter().filter_map(|item| {
            Some(Item {
                dimension: self
                    .dimensions
                    .iter()
                    .position(|d| d.id == item.dimension)?,
                scale: self.scales.iter().position(|s| s.id == item.scale)?,
                id: item.id,
                reversed: item.reversed,
                leader: item.leader.map(wording),
                member: item.member.map(wording),
            })
        });
        let items = items.collect();
        let scales = self.scales.into_iter().map(|scale| Scale {
            id: scale.id,
            kind: scale.kind,
            options: scale.options.into_iter().map(wording).collect(),
            cant_say: wording(scale.cant_say),
        });
        let dimensions = self.dimensions.into_iter().map(|dimension| Dimension {
            id: dimension.id,
            kind: dimension.kind,
            title: wording(dimension.title),
            about: wording(dimension.about),
        });
        let questions = self.questions.into_iter().map(|question| Question {
            id: question.id,
            role: question.role,
            text: wording(question.text),
            warning: wording(question.warning),
        });
        let intro = self
            .intro
            .into_iter()
            .map(|(role, texts)| (role, wording(texts)));
        Survey {
            id: self.id,
            hash,
            source: source.to_owned(),
            minutes: self.minutes,
            title: wording(self.title),
            period: wording(self.period),
            intro: intro.collect(),
            scales: scales.collect(),
            dimensions: dimensions.collect(),
            items,
            questions: questions.collect(),
            scoring: self.scoring,
            languages: self.languages,
        }
    }
}
