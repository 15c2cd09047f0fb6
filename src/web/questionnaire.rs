//! The questions of a survey as the page asks them.

use super::body::Fields;
use crate::answer::{FieldFault, FieldReason, LONGEST_TEXT};
use crate::ballot::promise::Commitment;
use crate::error::Outcome;
use crate::store::Moment;
use crate::store::people::Person;
use crate::survey::{Item, Question, Role, ScaleKind, Survey};
use crate::text::{Lang, Sentence};
use crate::wave::Form;
use chrono::NaiveDate;
use serde::Serialize;

/// The questions for one side, with what was filled in and what has to be corrected.
#[derive(Serialize)]
pub struct Questionnaire {
    minutes: u8,
    count: usize,
    title: String,
    intro: String,
    period: String,
    role: Role,
    /// None where nobody in particular is asked.
    asked: Option<Asked>,
    /// The statements of one topic each, in the order of the topics. None has a heading: its name would lead.
    topics: Vec<Vec<ItemView>>,
    questions: Vec<QuestionView>,
    faults: Vec<FaultView>,
}

/// What whoever is asked is asked for.
#[derive(Serialize)]
struct Asked {
    promise: &'static str,
    team: String,
    invited: usize,
    /// The members always get the report of their group.
    members_read: bool,
    closes: String,
}

#[derive(Serialize)]
struct ItemView {
    id: String,
    number: usize,
    text: String,
    scale_kind: &'static str,
    options: Vec<OptionView>,
    cant_say: String,
    /// What was promised, if the item judges a commitment.
    commitment: Option<CommitmentView>,
    chosen: Option<String>,
    error: Option<String>,
}

/// A commitment as its judges read it.
#[derive(Serialize)]
struct CommitmentView {
    side: String,
    what: String,
    whom: String,
    done: String,
    needed: Option<String>,
    due: String,
    /// The date before it was renegotiated, and the day of that.
    first_due: Option<String>,
    renegotiated: Option<String>,
}

impl CommitmentView {
    fn of(entry: &Commitment, lang: Lang) -> Self {
        let day = |day: &String| {
            day.parse()
                .map_or_else(|_| day.clone(), |day: NaiveDate| lang.day(day))
        };
        Self {
            side: entry.side.clone(),
            what: entry.what.clone(),
            whom: entry.whom.clone(),
            done: entry.done.clone(),
            needed: Some(entry.needed.clone()).filter(|needed| !needed.is_empty()),
            due: day(&entry.due),
            first_due: entry.first_due.as_ref().map(day),
            renegotiated: entry.renegotiated.as_ref().map(day),
        }
    }
}

#[derive(Serialize)]
struct OptionView {
    value: usize,
    label: String,
}

#[derive(Serialize)]
struct QuestionView {
    id: String,
    text: String,
    warning: String,
    value: Option<String>,
    error: Option<String>,
    limit: usize,
}

#[derive(Serialize)]
struct FaultView {
    id: String,
    number: usize,
    message: String,
}

impl Questionnaire {
    /// A survey's questions with the commitments to judge, what was filled in and what has to be corrected.
    pub fn new(
        survey: &Survey,
        role: Role,
        commitments: &[Commitment],
        lang: Lang,
        (fields, faults): (&Fields, &[FieldFault]),
    ) -> Self {
        let code = lang.code();
        let given = |id: &str| {
            let field = fields.iter().find(|(name, _)| name == id);
            field.map(|(_, value)| value.clone())
        };
        let error = |id: &str| {
            let fault = faults.iter().find(|fault| fault.field == id);
            fault.map(|fault| reason(fault.reason, lang))
        };
        let commitment = |id: &str| commitments.iter().find(|entry| entry.item == id);
        let asked = survey
            .form(role)
            .filter(|(_, item)| !survey.is_slot(item) || commitment(&item.id).is_some());
        let mut asked: Vec<&Item> = asked.map(|(_, item)| item).collect();
        asked.sort_by_key(|item| item.dimension);
        let items: Vec<ItemView> = (1..)
            .zip(&asked)
            .map(|(number, item)| {
                let scale = survey.scale_of(item);
                let options = scale
                    .map(|scale| scale.options.as_slice())
                    .unwrap_or_default();
                ItemView {
                    id: item.id.clone(),
                    number,
                    text: item
                        .wording(role)
                        .map(|text| text.text(code))
                        .unwrap_or_default()
                        .to_owned(),
                    scale_kind: match scale.map(|scale| scale.kind) {
                        Some(ScaleKind::TwoSided) => "two-sided",
                        Some(ScaleKind::Kept) => "kept",
                        Some(ScaleKind::Agreement) | None => "agreement",
                    },
                    options: (1..)
                        .zip(options)
                        .map(|(value, label)| OptionView {
                            value,
                            label: label.text(code).to_owned(),
                        })
                        .collect(),
                    cant_say: scale
                        .map(|scale| scale.cant_say.text(code))
                        .unwrap_or_default()
                        .to_owned(),
                    commitment: commitment(&item.id).map(|entry| CommitmentView::of(entry, lang)),
                    chosen: given(&item.id),
                    error: error(&item.id),
                }
            })
            .collect();
        let question = |(_, question): (usize, &Question)| QuestionView {
            id: question.id.clone(),
            text: question.text.text(code).to_owned(),
            warning: question.warning.text(code).to_owned(),
            value: given(&question.id),
            error: error(&question.id),
            limit: LONGEST_TEXT,
        };
        let number = |id: &str| {
            items
                .iter()
                .find(|item| item.id == id)
                .map_or(0, |item| item.number)
        };
        Self {
            minutes: survey.minutes,
            count: items.len(),
            title: survey.title.text(code).to_owned(),
            intro: survey
                .intro
                .get(&role)
                .map(|text| text.text(code))
                .unwrap_or_default()
                .to_owned(),
            period: survey.period.text(code).to_owned(),
            role,
            asked: None,
            questions: survey.questions_for(role).map(question).collect(),
            faults: faults
                .iter()
                .map(|fault| FaultView {
                    id: fault.field.clone(),
                    number: number(&fault.field),
                    message: reason(fault.reason, lang),
                })
                .collect(),
            topics: by_topic(&asked, items),
        }
    }

    /// The questions of a link, with its wave and its team.
    pub fn of<S>(
        form: &Form<S>,
        role: Role,
        lang: Lang,
        fields: &Fields,
        faults: &[FieldFault],
    ) -> Outcome<Self> {
        Ok(Self {
            asked: Some(Asked {
                promise: form.wave.promise.as_str(),
                team: form.team.clone(),
                invited: form.invited,
                members_read: form.wave.members_read,
                closes: local(&form.person, form.wave.closes, lang)?,
            }),
            ..Self::new(
                &form.survey,
                role,
                &form.commitments,
                lang,
                (fields, faults),
            )
        })
    }
}

fn by_topic(asked: &[&Item], items: Vec<ItemView>) -> Vec<Vec<ItemView>> {
    let mut items = items.into_iter();
    let same = |one: &&Item, next: &&Item| one.dimension == next.dimension;
    let sizes = asked.chunk_by(same).map(<[&Item]>::len);
    sizes
        .map(|size| items.by_ref().take(size).collect())
        .collect()
}

fn reason(reason: FieldReason, lang: Lang) -> String {
    let sentence = match reason {
        FieldReason::Empty => Sentence::new("answer-fault-empty"),
        FieldReason::OutOfRange => Sentence::new("answer-fault-range"),
        FieldReason::TooLong { limit } => Sentence::new("answer-fault-long").with("limit", limit),
    };
    sentence.in_lang(lang)
}

/// A moment as the person's calendar and clock show it.
pub fn local(person: &Person, moment: Moment, lang: Lang) -> Outcome<String> {
    Ok(lang.moment_in(person.zone()?, moment.utc()))
}
