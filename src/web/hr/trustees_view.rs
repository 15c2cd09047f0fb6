use crate::app::App;
use crate::error::Outcome;
use crate::store::number;
use crate::store::trustee::Trustee;
use crate::store::wave::Wave;
use crate::text::{Lang, Sentence};
use crate::wave::{self, Task};
use serde::Serialize;

/// Those who open a wave together, and what they have done for it.
#[derive(Serialize)]
pub struct TrusteesCard {
    needed: usize,
    count: usize,
    /// How many keys can be lost.
    spare: usize,
    /// What the wave needs of them, in a word.
    task: &'static str,
    /// The opening time has come and too few have proven their keys.
    late: bool,
    /// How many more have to do that.
    missing: usize,
    /// Some have handed in shares that do not all fit.
    misfits: bool,
    /// The shares of some were refused.
    refused: bool,
    trustees: Vec<Line>,
    /// Where they do it.
    page: String,
}

#[derive(Serialize)]
struct Line {
    name: String,
    /// What they have done, in a sentence.
    done: String,
    /// Their shares were refused.
    refused: bool,
}

impl TrusteesCard {
    /// Reads who opens a wave; `None` if the server does.
    pub fn read(app: &App, of: &Wave, lang: Lang) -> Outcome<Option<Self>> {
        let Some((known, task)) = wave::trustees(app, of)? else {
            return Ok(None);
        };
        let is_late = task == Task::Prove && of.opens <= app.now() && !known.is_proven();
        let is_opening = of.ballots_root.is_some();
        let done = if is_opening {
            known.handed()
        } else {
            known.proven()
        };
        let misfit = |one: &Trustee| one.misfits.unwrap_or_default() > 0;
        Ok(Some(Self {
            needed: known.needed,
            count: known.trustees.len(),
            spare: known.spare(),
            task: task.as_str(),
            late: is_late,
            missing: known.needed.saturating_sub(done),
            misfits: known.trustees.iter().any(misfit),
            refused: known.trustees.iter().any(|one| one.refused.is_some()),
            page: app.config.link("/trustee"),
            trustees: known
                .trustees
                .iter()
                .map(|one| Line {
                    done: done_by(one, is_opening, lang),
                    refused: one.refused.is_some(),
                    name: one.name.clone(),
                })
                .collect(),
        }))
    }
}

/// What somebody has done, in a sentence; `is_opening` once the list of ballots is final.
fn done_by(one: &Trustee, is_opening: bool, lang: Lang) -> String {
    let sentence = match (one.fits, one.refused, one.proven) {
        (_, Some(day), _) => Sentence::new("hr-trustees-refused").with("day", lang.day(day)),
        (Some(fits), ..) => Sentence::new("hr-trustees-handed")
            .with("fits", number(fits))
            .with("ballots", number(fits + one.misfits.unwrap_or_default())),
        (None, None, _) if is_opening => Sentence::new("hr-trustees-not-handed"),
        (None, None, Some(day)) => Sentence::new("hr-trustees-proven").with("day", lang.day(day)),
        (None, None, None) => Sentence::new("hr-trustees-unproven"),
    };
    sentence.in_lang(lang)
}
