//! The members' form as the answer page of an anonymous wave shows it: one JSON text in all languages.

use super::canonical::TEXT_BYTES;
use super::form::LONGEST_TEXT;
use crate::survey::{Item, Question, Role, Scale, Survey, Wording};
use serde::Serialize;
use std::collections::BTreeMap;

type Texts<'a> = BTreeMap<&'a str, &'a str>;

#[derive(Serialize)]
struct Form<'a> {
    minutes: u8,
    title: Texts<'a>,
    intro: Texts<'a>,
    scales: Vec<Options<'a>>,
    items: Vec<Statement<'a>>,
    questions: Vec<Open<'a>>,
}

#[derive(Serialize)]
struct Options<'a> {
    options: Vec<Texts<'a>>,
    cant_say: Texts<'a>,
}

#[derive(Serialize)]
struct Statement<'a> {
    id: &'a str,
    text: Texts<'a>,
    /// Index of the scale.
    scale: usize,
    /// Index of its topic: a page of the form has one.
    topic: usize,
    /// Asked only where the group has a commitment for it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    slot: bool,
}

#[derive(Serialize)]
struct Open<'a> {
    id: &'a str,
    text: Texts<'a>,
    warning: Texts<'a>,
    /// In UTF-16 code units.
    limit: usize,
    /// Room in the canonical bytes.
    bytes: usize,
}

/// The members' form as JSON. The same survey always gives the same text.
pub fn published_form(survey: &Survey) -> String {
    let intro = survey.intro.get(&Role::Member);
    let form = Form {
        minutes: survey.minutes,
        title: texts(survey, &survey.title),
        intro: intro.map(|intro| texts(survey, intro)).unwrap_or_default(),
        scales: survey
            .scales
            .iter()
            .map(|scale| options(survey, scale))
            .collect(),
        items: survey
            .form(Role::Member)
            .map(|(_, item)| statement(survey, item))
            .collect(),
        questions: survey
            .questions_for(Role::Member)
            .map(|(_, question)| open(survey, question))
            .collect(),
    };
    serde_json::to_string(&form).unwrap_or_default()
}

fn options<'a>(survey: &'a Survey, scale: &'a Scale) -> Options<'a> {
    Options {
        options: scale
            .options
            .iter()
            .map(|option| texts(survey, option))
            .collect(),
        cant_say: texts(survey, &scale.cant_say),
    }
}

fn statement<'a>(survey: &'a Survey, item: &'a Item) -> Statement<'a> {
    let wording = item.wording(Role::Member);
    Statement {
        id: &item.id,
        text: wording.map(|text| texts(survey, text)).unwrap_or_default(),
        scale: item.scale,
        topic: item.dimension,
        slot: survey.is_slot(item),
    }
}

fn open<'a>(survey: &'a Survey, question: &'a Question) -> Open<'a> {
    Open {
        id: &question.id,
        text: texts(survey, &question.text),
        warning: texts(survey, &question.warning),
        limit: LONGEST_TEXT,
        bytes: TEXT_BYTES,
    }
}

fn texts<'a>(survey: &'a Survey, wording: &'a Wording) -> Texts<'a> {
    let languages = survey.languages.iter();
    languages
        .map(|code| (code.as_str(), wording.text(code)))
        .collect()
}
