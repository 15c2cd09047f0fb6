use crate::store::wave::Wave;
use crate::text::{Lang, Sentence};
use crate::wave::{AnsweredCount, CellCount, Participation};
use serde::Serialize;

/// Participation of people who are counted together; never of a person.
#[derive(Serialize)]
pub struct Group {
    name: String,
    merged: String,
    invited: usize,
    /// What may be told, in words.
    answered: String,
}

impl Group {
    pub fn new(cell: &CellCount, lang: Lang) -> Self {
        Self {
            name: cell.name.clone(),
            merged: cell.merged.join(", "),
            invited: cell.invited,
            answered: answered(cell, lang),
        }
    }
}

fn answered(cell: &CellCount, lang: Lang) -> String {
    let (key, number) = match cell.answered {
        AnsweredCount::Live(None) => return lang.text("hr-participation-untold"),
        AnsweredCount::Live(Some(Participation::FewerThan(k))) => ("hr-participation-fewer", k),
        AnsweredCount::Live(Some(Participation::Exactly(number))) => {
            ("hr-participation-of", number)
        }
        AnsweredCount::Live(Some(Participation::AtLeast(most))) => ("hr-participation-most", most),
        AnsweredCount::Final(ballots) => ("hr-participation-of", ballots),
    };
    Sentence::new(key)
        .with("answered", number)
        .with("invited", cell.invited)
        .in_lang(lang)
}

/// How many answered in all: a share in steps while a wave is open, the ballots that count afterwards.
pub fn total(wave: &Wave, cells: &[CellCount], lang: Lang) -> String {
    let invited: usize = cells.iter().map(|cell| cell.invited).sum();
    let ballots = cells.iter().map(|cell| match cell.answered {
        AnsweredCount::Final(ballots) => Some(ballots),
        AnsweredCount::Live(_) => None,
    });
    let sentence = match (ballots.sum::<Option<usize>>(), wave.participation) {
        (Some(ballots), _) if !cells.is_empty() => {
            Sentence::new("hr-participation-total").with("answered", ballots)
        }
        (_, Some(percent)) => Sentence::new("hr-participation-percent")
            .with("percent", percent.unsigned_abs() as usize),
        (_, None) => Sentence::new("hr-participation-few"),
    };
    sentence.with("invited", invited).in_lang(lang)
}
