//! The rules for every text of a survey file: there, translated, short, and the same for everybody.

use super::Role;
use super::fault::Collector;
use super::file::File;
use super::wording::Texts;
use std::collections::BTreeMap;

/// Longest texts, in characters: what fits its place on a phone.
const LABEL: usize = 40;
const TITLE: usize = 60;
const SENTENCE: usize = 200;
const PARAGRAPH: usize = 600;

/// Characters that would let a wording differ from person to person.
const MARKUP: [char; 3] = ['{', '}', '<'];

pub(super) fn check(file: &File, faults: &mut Collector) {
    for passage in passages(file) {
        passage.translated(&file.languages, faults);
        passage.plain(faults);
    }
    distinct(file, faults);
}

/// One text of the file and where it stands.
struct Passage<'a> {
    place: String,
    what: String,
    texts: &'a Texts,
    limit: usize,
}

fn passages(file: &File) -> Vec<Passage<'_>> {
    static NOTHING: Texts = Texts::new();
    let mut all = Vec::new();
    let mut add = |place: String, what: &str, texts, limit| {
        let what = what.to_owned();
        all.push(Passage {
            place,
            what,
            texts,
            limit,
        });
    };
    add("head".to_owned(), "the title", &file.title, TITLE);
    add("head".to_owned(), "the period", &file.period, TITLE);
    for role in Role::ALL {
        let texts = file.intro.get(&role).unwrap_or(&NOTHING);
        add(
            "intro".to_owned(),
            &format!("the {} text", role.as_str()),
            texts,
            PARAGRAPH,
        );
    }
    for scale in &file.scales {
        let place = || format!("scale {}", scale.id);
        for (texts, number) in scale.options.iter().zip(1..) {
            add(place(), &format!("option {number}"), texts, LABEL);
        }
        add(place(), "the label cant_say", &scale.cant_say, LABEL);
    }
    for dimension in &file.dimensions {
        let place = || format!("dimension {}", dimension.id);
        add(place(), "the title", &dimension.title, TITLE);
        add(place(), "the sentence about it", &dimension.about, SENTENCE);
    }
    for item in &file.items {
        for role in Role::ALL {
            if let Some(texts) = item.texts(role) {
                let what = format!("the {} wording", role.as_str());
                add(format!("item {}", item.id), &what, texts, SENTENCE);
            }
        }
    }
    for question in &file.questions {
        let place = || format!("question {}", question.id);
        add(place(), "the text", &question.text, SENTENCE);
        add(place(), "the warning", &question.warning, PARAGRAPH);
    }
    all
}

impl Passage<'_> {
    fn translated(&self, languages: &[String], faults: &mut Collector) {
        let what = &self.what;
        for code in languages {
            if self
                .texts
                .get(code)
                .is_none_or(|text| text.trim().is_empty())
            {
                let reason = format!("{what} has no {} text; add one.", language(code));
                faults.add(self.place.clone(), reason);
            }
        }
        for code in self.texts.keys().filter(|code| !languages.contains(code)) {
            let reason = format!(
                "{what} has a text in “{code}”, which is not among the languages; declare it there \
                 or remove the text."
            );
            faults.add(self.place.clone(), reason);
        }
    }

    fn plain(&self, faults: &mut Collector) {
        let (what, limit) = (&self.what, self.limit);
        for (code, text) in self.texts {
            let (name, length) = (language(code), text.chars().count());
            if length > limit {
                let reason =
                    format!("{what} has {length} characters in {name}; use at most {limit}.");
                faults.add(self.place.clone(), reason);
            }
            if text.contains(MARKUP) {
                let reason = format!(
                    "{what} in {name} contains {{, }} or <; remove it, because the wording must be \
                     the same for everybody."
                );
                faults.add(self.place.clone(), reason);
            }
        }
    }
}

/// No statement is asked twice of the same person.
fn distinct(file: &File, faults: &mut Collector) {
    let mut seen: BTreeMap<(Role, &str, &str), &str> = BTreeMap::new();
    for item in &file.items {
        for role in Role::ALL {
            for (code, text) in item.texts(role).into_iter().flatten() {
                if let Some(other) = seen.insert((role, code, text), &item.id) {
                    let reason = format!(
                        "the {} wording in {} is that of item {other}; ask it once.",
                        role.as_str(),
                        language(code)
                    );
                    faults.add(format!("item {}", item.id), reason);
                }
            }
        }
    }
}

fn language(code: &str) -> String {
    match code {
        "en" => "English (en)".to_owned(),
        "de" => "German (de)".to_owned(),
        _ => format!("“{code}”"),
    }
}
