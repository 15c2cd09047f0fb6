use super::groups;
use super::participation::ByCell;
use crate::app::App;
use crate::ballot::amend::LATE;
use crate::ballot::merkle;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::act::{self, Kind};
use crate::store::wave::{self, Promise, State, Wave};
use crate::store::{Db, Moment, ballot, frozen, invitation, scatter, slip};
use data_encoding::HEXLOWER;

/// When the list of a closed wave's ballots becomes final.
pub fn settles(wave: &Wave) -> Moment {
    match wave.promise {
        Promise::Anonymous => wave.closes + LATE,
        Promise::Confidential => wave.closes,
    }
}

/// Makes the list of a closed wave's ballots final: lays the tables out so that they do not tell who came
/// when, counts signatures and ballots of each group, and fixes the root over all identifiers.
///
/// # Errors
/// A refusal if the wave is not closed, has been settled, or ballots are still taken.
pub fn settle(app: &App, id: &WaveId) -> Outcome<()> {
    let refusal = || Problem::refused("problem-wave-late");
    let wave = app.store.read(|c| wave::wave(c, id))?;
    if wave.state != State::Closed || wave.ballots_root.is_some() || app.now() < settles(&wave) {
        return Err(refusal());
    }
    scatter(&app.store)?;
    app.store.write(|c| {
        count(c, id)?;
        let leaves: Vec<_> = ballot::ids(c, id)?
            .iter()
            .map(|ballot| merkle::leaf(ballot))
            .collect();
        let root = HEXLOWER.encode(&merkle::root(&leaves));
        if !wave::settle(c, id, &root)? {
            return Err(refusal());
        }
        let groups = groups::of_ballots(c, &wave)?;
        groups::set_atoms(c, id, &groups)?;
        act::note(c, app.now(), "", Kind::Settled, id.as_str())
    })
}

fn count(c: &mut Db, id: &WaveId) -> Outcome<()> {
    let used = ByCell::new(invitation::issued_by_cell(c, id)?);
    let slips = ByCell::new(slip::used_by_cell(c, id)?);
    let ballots = ByCell::new(ballot::by_cell(c, id)?);
    for cell in frozen::cells(c, id)? {
        let used = used.of(&cell) + slips.of(&cell);
        let counts = (used, ballots.of(&cell));
        frozen::set_counts(c, id, cell.no, counts)?;
    }
    Ok(())
}
