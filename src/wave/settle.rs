use super::cast::LATE;
use crate::app::App;
use crate::ballot::merkle;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind};
use crate::store::wave::{self, Promise, State, Wave};
use crate::store::{Db, Moment, ballot, frozen, invitation, scatter};
use data_encoding::HEXLOWER;
use std::collections::BTreeMap;

/// When the list of a closed wave's ballots becomes final.
pub fn settles(wave: &Wave) -> Moment {
    match wave.promise {
        Promise::Anonymous => wave.closes + LATE,
        Promise::Confidential => wave.closes,
    }
}

/// Makes the list of a closed wave's ballots final: lays the tables out so that they do not tell who came
/// when, counts links, ballots and replacements of each group, and fixes the root over all identifiers.
///
/// # Errors
/// A refusal if the wave is not closed, has been settled, or ballots are still taken.
pub fn settle(app: &App, id: &WaveId) -> Outcome<()> {
    let ready = |wave: &Wave| {
        let due = wave.state == State::Closed && settles(wave) <= app.now();
        match due && wave.ballots_root.is_none() {
            true => Ok(()),
            false => Err(Problem::refused("problem-wave-late")),
        }
    };
    ready(&app.store.read(|c| wave::wave(c, id))?)?;
    scatter(&app.store)?;
    app.store.write(|c| {
        let wave = wave::wave(c, id)?;
        ready(&wave)?;
        count(c, id)?;
        let leaves: Vec<_> = ballot::ids(c, id)?
            .iter()
            .map(|ballot| merkle::leaf(ballot))
            .collect();
        let settled = Wave {
            ballots_root: Some(HEXLOWER.encode(&merkle::root(&leaves))),
            ..wave
        };
        act::note(c, app.now(), "", Kind::Settled, id.as_str())?;
        wave::change(c, &settled, State::Closed).map(drop)
    })
}

fn count(c: &mut Db, id: &WaveId) -> Outcome<()> {
    let by_no = |counts: Vec<(i32, i64)>| counts.into_iter().collect::<BTreeMap<_, _>>();
    let issued = by_no(invitation::issued_by_cell(c, id)?);
    let ballots = by_no(ballot::by_cell(c, id)?);
    let replaced = by_no(invitation::replaced_by_cell(c, id)?);
    for cell in frozen::cells(c, id)? {
        let of = |counts: &BTreeMap<i32, i64>| {
            let count = counts.get(&cell.no).copied().unwrap_or_default();
            i32::try_from(count).unwrap_or(i32::MAX)
        };
        frozen::set_counts(c, id, cell.no, (of(&issued), of(&ballots), of(&replaced)))?;
    }
    Ok(())
}
