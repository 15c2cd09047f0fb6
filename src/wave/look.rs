use super::group_preview::preview_groups;
use super::overview::Names;
use super::promise::{EXTENSION, destroys_by};
use crate::app::App;
use crate::ballot::promise::Asker;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::wave::{self, Wave};
use crate::store::{Moment, face, frozen};
use crate::survey::Survey;

/// What is needed to show a wave before it is launched as others will see it.
pub struct Look {
    /// The wave.
    pub wave: Wave,
    /// What is asked.
    pub survey: Survey,
    /// Who asks.
    pub asker: Asker,
    /// What its groups are called, and how many people each has.
    pub groups: Vec<(String, usize)>,
    /// The latest end it can be given, and when its keys are destroyed at the latest.
    pub ends: (Moment, Moment),
}

impl Look {
    /// A team to show mails for, if there is one that counts alone, by its own name as in a mail.
    pub fn example(&self) -> (&str, usize) {
        let alone = |(name, _): &&(String, usize)| !name.contains('(');
        let found = self.groups.iter().find(alone).or(self.groups.first());
        found.map_or(("", 0), |(name, people)| {
            (name.rsplit(" / ").next().unwrap_or_default(), *people)
        })
    }
}

/// What is to be shown of a wave: by today's roster for a draft, as it was frozen for the others.
pub fn look(app: &App, id: &WaveId) -> Outcome<Look> {
    let (wave, survey, asker, frozen) = app.store.read(|c| {
        let names = Names::read(c, id)?;
        let cells = frozen::cells(c, id)?.into_iter();
        let groups = cells.map(|cell| (names.label(cell.no), cell.invited.unsigned_abs() as usize));
        let wave = wave::wave(c, id)?;
        let survey = wave::survey(c, &wave)?;
        Ok((wave, survey, face::asker_of(c, id)?, groups.collect()))
    })?;
    let groups = match preview_groups(app, id)? {
        Some(counting) => counting.groups,
        None => frozen,
    };
    Ok(Look {
        ends: (wave.closes + EXTENSION, destroys_by(&wave)),
        groups,
        survey,
        asker,
        wave,
    })
}
