use super::bench::{Bench as Stored, Task};
use crate::app::App;
use crate::error::Outcome;
use crate::store::trustee::{self as stored, Trustee};
use crate::store::wave::Wave;
use chrono::NaiveDate;

/// Where the trustees of a wave stand.
pub struct Bench {
    /// How many it takes.
    pub needed: usize,
    /// What the wave needs of them.
    pub task: Task,
    /// The opening time has come, and too few have proven their keys.
    pub late: bool,
    /// All of them, as the promise names them.
    pub trustees: Vec<Standing>,
}

/// Where one trustee stands.
pub struct Standing {
    /// What everybody calls them.
    pub name: String,
    /// When they proved that the key works.
    pub proven: Option<NaiveDate>,
    /// What they have handed in.
    pub handed: Option<Handed>,
    /// When shares that were not theirs were refused, if none have been taken since.
    pub refused: Option<NaiveDate>,
}

/// The shares that somebody handed in, by ballots.
pub struct Handed {
    /// What the senders had sealed.
    pub fits: i32,
    /// What they had not.
    pub misfits: i32,
}

impl Bench {
    /// How many have proven their keys.
    pub fn proven(&self) -> usize {
        let proven = self.trustees.iter().filter(|one| one.proven.is_some());
        proven.count()
    }

    /// How many have handed in their shares.
    pub fn handed(&self) -> usize {
        let handed = self.trustees.iter().filter(|one| one.handed.is_some());
        handed.count()
    }

    /// How many keys can be lost before nobody can open the wave.
    pub fn spare(&self) -> usize {
        self.trustees.len().saturating_sub(self.needed)
    }
}

/// Where the trustees of a wave stand; `None` if the server opens it.
pub fn trustees(app: &App, wave: &Wave) -> Outcome<Option<Bench>> {
    let read = app.store.read(|c| {
        let handed = stored::handed_in(c, &wave.id)?;
        Ok((Stored::read(c, &wave.id)?, handed))
    });
    let (Some(bench), handed) = read? else {
        return Ok(None);
    };
    let now = app.now();
    let task = Task::of(wave, now);
    let late = task == Task::Prove && wave.opens <= now && !bench.is_proven();
    let standing = |one: Trustee| {
        let handed = handed.iter().find(|(no, ..)| *no == one.no);
        Standing {
            handed: handed.map(|(_, fits, misfits)| Handed {
                fits: *fits,
                misfits: *misfits,
            }),
            name: one.name,
            proven: one.proven,
            refused: one.refused,
        }
    };
    Ok(Some(Bench {
        needed: bench.needed,
        task,
        late,
        trustees: bench.trustees.into_iter().map(standing).collect(),
    }))
}
