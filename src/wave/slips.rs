use super::overview::Names;
use crate::app::App;
use crate::ballot::promise as numbers;
use crate::ballot::random;
use crate::ballot::secret::{MailKey, SlipSecret};
use crate::error::{Outcome, Problem};
use crate::ids::{SlipId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::slip::{self, Slip};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, promise};
use chrono::NaiveDate;
use rand::seq::SliceRandom;
use std::collections::BTreeMap;

/// The links on paper of a wave, by the groups whose people draw them.
pub struct Slips {
    /// How many each group has, by what it is called.
    pub piles: Vec<(String, i64)>,
    /// The day on which the file was first made.
    pub made: Option<NaiveDate>,
    /// It can be made now.
    pub printable: bool,
}

/// What is told of the slips of a wave: how many there are. Nothing tells who used theirs.
pub fn slips(app: &App, id: &WaveId) -> Outcome<Slips> {
    app.store.read(|c| {
        let (wave, made) = (wave::wave(c, id)?, slip::file_made(c, id)?);
        let names = Names::read(c, id)?;
        let piles = slip::by_cell(c, id)?.into_iter();
        Ok(Slips {
            piles: piles
                .map(|(cell, count)| (names.label(cell), count))
                .collect(),
            printable: may_print(c, &wave)?.is_ok(),
            made,
        })
    })
}

/// Everything that is to be printed.
pub struct Print {
    /// The wave.
    pub wave: Wave,
    /// The number of the promise, as people compare it.
    pub number: String,
    /// One for each group that has slips.
    pub piles: Vec<Pile>,
}

/// The slips of a group, shuffled.
pub struct Pile {
    /// What the group is called.
    pub group: String,
    /// The slips.
    pub slips: Vec<Paper>,
}

/// A slip as it is printed.
pub struct Paper {
    /// The address behind the code that a camera reads.
    pub link: String,
    /// The letters to type: group and secret.
    pub code: String,
}

/// The slips of a wave to be printed: until it opens as often as they are wanted, then once. Their secrets are
/// derived here and nowhere stored. The order in each pile is new every time and the system's own, so that it leads
/// to nobody. `by` is who does it, for the log.
///
/// # Errors
/// A refusal if there are none, before the promise is made, after the close, and once they were printed for a wave
/// that is open.
pub fn print_slips(app: &App, id: &WaveId, by: &str) -> Outcome<Print> {
    let now = app.now();
    let (wave, root, number, names, all) = app.store.write(|c| {
        let wave = wave::wave(c, id)?;
        may_print(c, &wave)?.map_err(Problem::refused)?;
        let all = slip::of_wave(c, id)?;
        if all.is_empty() {
            return Err(Problem::refused("problem-slips-none"));
        }
        slip::note_file(c, id, now.date())?;
        act::note(c, now, by, Act::SlipsPrinted, id.as_str())?;
        let promise = promise::of_wave(c, id)?.ok_or(Problem::NotFound)?;
        Ok((wave, promise.root, promise.number, Names::read(c, id)?, all))
    })?;
    let keys = app.keys.issuing(&id.bytes())?;
    let paper = |slip: &Slip| {
        let secret = SlipSecret::derive(&keys.mail, &slip.id.bytes()).text();
        let (root, cell) = (numbers::in_link(&root), slip.cell);
        Paper {
            link: app.config.link(&format!("/a#{root}.{cell}.{secret}")),
            code: format!("{cell}.{}", numbers::grouped(&secret)),
        }
    };
    let mut piles: BTreeMap<i32, Vec<Paper>> = BTreeMap::new();
    for slip in &all {
        piles.entry(slip.cell).or_default().push(paper(slip));
    }
    let pile = |(cell, mut slips): (i32, Vec<Paper>)| {
        slips.shuffle(&mut random::system());
        let group = names.label(cell);
        Pile { group, slips }
    };
    Ok(Print {
        wave,
        number: numbers::short(&number),
        piles: piles.into_iter().map(pile).collect(),
    })
}

/// Whether the slips of a wave can be printed now, or why not.
fn may_print(c: &mut Db, wave: &Wave) -> Outcome<Result<(), &'static str>> {
    if promise::root(c, &wave.id)?.is_none() {
        return Ok(Err("problem-slips-early"));
    }
    Ok(match wave.state {
        State::Proving | State::Frozen => Ok(()),
        State::Open if slip::file_made(c, &wave.id)?.is_none() => Ok(()),
        State::Open => Err("problem-slips-made"),
        _ => Err("problem-slips-late"),
    })
}

/// Makes as many slips for each group as it has people without an address, in an order that knows nobody.
pub(super) fn write(
    app: &App,
    c: &mut Db,
    wave: &WaveId,
    key: &MailKey,
    needed: &BTreeMap<i32, usize>,
) -> Outcome<()> {
    let mut slips: Vec<Slip> = Vec::new();
    for (&cell, &count) in needed {
        slips.extend((0..count).map(|_| {
            let id = SlipId::new(app.seed());
            Slip {
                token_hash: Some(SlipSecret::derive(key, &id.bytes()).hash()),
                id,
                wave: wave.clone(),
                cell,
                blinded_hash: None,
            }
        }));
    }
    slips.sort_by(|a, b| a.id.cmp(&b.id));
    slip::add(c, &slips)
}
