use super::load::Loaded;
use crate::app::App;
use crate::commitment;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::report::{self, CommitmentCounts, CommitmentView};
use crate::store::commitment::{self as stored, Commitment, Side};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, frozen, invitation};
use crate::text::{Lang, Sentence};
use chrono::NaiveDate;
use serde::Serialize;
use std::collections::BTreeSet;

/// What was promised after the release of a wave, and what may be promised still.
#[derive(Clone, Debug, Serialize)]
pub struct Made {
    /// The team.
    #[serde(skip)]
    pub team: TeamId,
    /// In the order in which they were made.
    pub commitments: Vec<CommitmentView>,
    /// How many more the leader, and the team, may make.
    pub room: [usize; 2],
    /// The first day that can be promised, as `2027-01-31`.
    pub first_day: String,
}

/// What a team promised after the wave before, as its members judge it in this one.
pub(super) fn judged(
    c: &mut Db,
    loaded: &Loaded,
    node: usize,
    team: &TeamId,
    lang: Lang,
) -> Outcome<Vec<CommitmentView>> {
    let of_team = stored::of_team(c, team)?.into_iter();
    let asked = of_team.filter(|one| one.judged_in.as_ref() == Some(&loaded.wave.id));
    let view = |one: Commitment| {
        let slot = one.slot.as_deref().unwrap_or_default();
        let found = loaded.scores.judgement(node, slot);
        let judged = found.map(|found| report::judged(&found, lang));
        let hidden = || lang.text("commitment-judged-hidden");
        CommitmentView {
            standing: judged
                .as_ref()
                .map_or_else(hidden, |judged| judged.sentence.clone()),
            judged,
            ..plain(one, lang)
        }
    };
    Ok(asked.map(view).collect())
}

/// What was promised after a released wave, for somebody who was asked as the team's leader in it; else not
/// found.
pub fn made(app: &App, viewer: &PersonId, id: &WaveId, node: i32, lang: Lang) -> Outcome<Made> {
    let today = commitment::today(app)?;
    app.store.read(|c| {
        let team = invitation::team_led(c, viewer, id, node)?.ok_or(Problem::NotFound)?;
        let all = stored::of_team(c, &team)?;
        let room = |side| {
            let open = |one: &&Commitment| one.side == side && one.judged_in.is_none();
            commitment::OPEN.saturating_sub(all.iter().filter(open).count())
        };
        let room = [room(Side::Leader), room(Side::Team)];
        let here = all.into_iter().filter(|one| one.wave == *id);
        let view = |one: Commitment| {
            Ok(CommitmentView {
                may_move: one.judged_in.is_none() && today <= one.due,
                may_take_back: commitment::may_take_back(&one, app.now()),
                standing: standing(c, &one, today, lang)?,
                ..plain(one, lang)
            })
        };
        Ok(Made {
            team,
            commitments: here.map(view).collect::<Outcome<_>>()?,
            room,
            first_day: today.succ_opt().unwrap_or(today).to_string(),
        })
    })
}

/// What a team and its leader promised after a released wave, as the team itself may read it.
pub fn agreed(app: &App, team: &TeamId, id: &WaveId, lang: Lang) -> Outcome<Vec<CommitmentView>> {
    let today = commitment::today(app)?;
    app.store.read(|c| {
        let all = stored::of_team(c, team)?.into_iter();
        let here = all.filter(|one| one.wave == *id);
        let view = |one: Commitment| {
            Ok(CommitmentView {
                standing: standing(c, &one, today, lang)?,
                ..plain(one, lang)
            })
        };
        here.map(view).collect()
    })
}

/// What becomes of a commitment.
fn standing(c: &mut Db, one: &Commitment, today: NaiveDate, lang: Lang) -> Outcome<String> {
    let Some(id) = &one.judged_in else {
        return Ok(lang.text(match today > one.due {
            true => "commitment-waits-due",
            false => "commitment-waits",
        }));
    };
    let Wave { title, state, .. } = wave::wave(c, id)?;
    let key = match state {
        State::Released => "commitment-was-judged",
        _ => "commitment-is-judged",
    };
    Ok(Sentence::new(key)
        .with("wave", title.as_str())
        .in_lang(lang))
}

fn plain(one: Commitment, lang: Lang) -> CommitmentView {
    let renegotiated = one.renegotiated.zip(one.first_due).map(|(on, first)| {
        Sentence::new("judge-renegotiated")
            .with("day", lang.day(on))
            .with("first", lang.day(first))
            .in_lang(lang)
    });
    CommitmentView {
        id: one.id,
        side: one.side.as_str(),
        what: one.what,
        whom: one.whom,
        done: one.done,
        needed: Some(one.needed).filter(|needed| !needed.is_empty()),
        due: lang.day(one.due),
        renegotiated,
        standing: String::new(),
        judged: None,
        may_move: false,
        may_take_back: false,
    }
}

/// How many commitments were made after a wave so far, and by how many teams.
pub fn promised(app: &App, id: &WaveId) -> Outcome<(usize, usize)> {
    let made = app.store.read(|c| stored::made_after(c, id))?;
    let teams: BTreeSet<&TeamId> = made.iter().map(|one| &one.team).collect();
    Ok((made.len(), teams.len()))
}

/// How the commitments that were judged in a wave were judged.
pub(super) fn counts(c: &mut Db, loaded: &Loaded) -> Outcome<CommitmentCounts> {
    let mut counts = CommitmentCounts::default();
    for one in stored::judged_in(c, &loaded.wave.id)? {
        // Where people answer directly: the team itself, or its own node if there are teams below.
        let home = |node: &frozen::Node| node.team.as_ref() == Some(&one.team);
        let node = loaded.nodes.iter().rposition(home);
        let slot = one.slot.as_deref().unwrap_or_default();
        let found = node.and_then(|node| loaded.scores.judgement(node, slot));
        counts.count(found.as_ref());
    }
    Ok(counts)
}
