//! Mails about what comes after a wave: word to everybody who was asked, a report that is shared, a commitment that is
//! due. None of them depends on whether somebody answered.

use super::batch::Batch;
use super::compose::{Addressed, for_leader, stop_link};
use super::template::{About, Next, Personal, lang};
use crate::ballot::secret::ShareSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{CommitmentId, InvitationId, LeaderFormId, ShareId, WaveId};
use crate::store::frozen::Kind as GroupKind;
use crate::store::invitation::{self, Addressee, Invitation};
use crate::store::outbox::Mail;
use crate::store::share::{self, Share};
use crate::store::wave::State;
use crate::store::{Db, commitment, frozen, leader};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What comes next for somebody who was asked in a wave that is over: their group has a report, which is shared with
/// them by promise or read by their leader; or it has none of its own; or nothing of it is shown.
pub(super) fn word(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = InvitationId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let to = batch.members.get(&id).ok_or(Problem::NotFound)?;
    let wave = batch.facts(&to.invitation.wave)?;
    let app = batch.app;
    let fate = match wave.wave.state {
        State::Released => batch.fate(&to.invitation)?,
        State::Lapsed => Arc::new(Fate::of("lapsed")),
        _ => return Ok(None),
    };
    let page = match &fate.share {
        Some(share) => address(batch, share),
        None => app.config.link(&format!("/wave/{}", wave.in_link()?)),
    };
    let next = Next {
        what: fate.what,
        leaders: fate.leaders.clone(),
        due: None,
    };
    to_member(batch, to, page, next)
}

/// What became of a group.
pub(super) struct Fate {
    /// The word for it.
    what: &'static str,
    /// Who reads its report.
    leaders: String,
    /// The report, if members read it too.
    share: Option<Share>,
}

impl Fate {
    pub(super) const fn of(what: &'static str) -> Self {
        Self {
            what,
            leaders: String::new(),
            share: None,
        }
    }
}

/// What became of the groups of a released wave, by cell; nothing of a cell that is not there is shown.
pub(super) fn fates(c: &mut Db, wave: &WaveId) -> Outcome<BTreeMap<i32, Arc<Fate>>> {
    let mut cells = BTreeMap::new();
    let nodes = frozen::nodes(c, wave)?.into_iter();
    let cell_of: BTreeMap<i32, i32> = nodes
        .filter_map(|node| Some((node.no, node.cell?)))
        .collect();
    let mut names: BTreeMap<i32, BTreeSet<String>> = BTreeMap::new();
    for (form, person) in leader::of_wave(c, wave)? {
        if let Some(cell) = cell_of.get(&form.node).filter(|_| form.reads) {
            names.entry(*cell).or_default().insert(person.name);
        }
    }
    let shares = share::of_wave(c, wave)?.into_iter();
    let shares = shares.filter(|share| share.promised);
    let mut shares: BTreeMap<i32, Share> = shares.map(|share| (share.atom, share)).collect();
    for group in frozen::groups(c, wave)? {
        let leaders = group.cells.iter().filter_map(|cell| names.get(cell));
        let leaders: BTreeSet<&str> = leaders.flatten().map(String::as_str).collect();
        let share = shares.remove(&group.atom);
        let what = match group.kind {
            GroupKind::Pool => "together",
            _ if share.is_some() => "shared",
            _ if leaders.is_empty() => "unled",
            GroupKind::Joint => "joint",
            GroupKind::Team => "led",
        };
        // Nobody reads by name what small teams say together.
        let leaders = match group.kind {
            GroupKind::Pool => String::new(),
            _ => Vec::from_iter(leaders).join(", "),
        };
        let fate = Arc::new(Fate {
            what,
            leaders,
            share,
        });
        cells.extend(group.cells.iter().map(|cell| (*cell, fate.clone())));
    }
    Ok(cells)
}

/// The report of somebody's group, which their leader shares, unless it was taken back meanwhile.
pub(super) fn shared(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let (slip, id) = mail.subject.split_once('.').unwrap_or_default();
    let slip = InvitationId::parse(slip).ok_or(Problem::NotFound)?;
    let id = ShareId::parse(id).ok_or(Problem::NotFound)?;
    let (to, share) = batch
        .app
        .store
        .read(|c| Ok((invitation::addressee(c, &slip)?, share::find(c, &id)?)))?;
    let Some(share) = share else {
        return Ok(None);
    };
    let next = Next {
        what: "shared",
        leaders: String::new(),
        due: None,
    };
    to_member(batch, &to, address(batch, &share), next)
}

/// The link by which a report is read.
fn address(batch: &Batch<'_>, share: &Share) -> String {
    let secret = ShareSecret::derive(&batch.app.server, &share.id.bytes());
    batch.app.config.link(&format!("/shared/{}", secret.text()))
}

fn to_member(
    batch: &Batch<'_>,
    to: &Addressee<Invitation>,
    link: String,
    next: Next,
) -> Outcome<Option<Addressed>> {
    if to.stopped || !to.person.active {
        return Ok(None);
    }
    Ok(Some(Addressed {
        person: to.person.clone(),
        personal: Personal {
            link,
            stop: Some(stop_link(batch, to.invitation.id.bytes())),
            ..Personal::default()
        },
        about: Some(About {
            facts: batch.facts(&to.invitation.wave)?,
            node: to.invitation.node,
            cell: Some(to.invitation.cell),
            next: Some(next),
        }),
    }))
}

/// A commitment that is due soon, to the leader who wrote it down; not once it is judged or taken back, nor if others
/// lead the team by now.
pub(super) fn due(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let (form, one) = mail.subject.split_once('.').unwrap_or_default();
    let one = CommitmentId::parse(one).ok_or(Problem::NotFound)?;
    let form = LeaderFormId::parse(form).ok_or(Problem::NotFound)?;
    let (to, known, leads) = batch.app.store.read(|c| {
        let to = invitation::leader(c, &form)?;
        let slip = &to.invitation;
        let team = invitation::team_led(c, &slip.person, &slip.wave, slip.node)?;
        Ok((to, commitment::find(c, &one)?, team))
    })?;
    let open = known.filter(|one| one.judged_in.is_none() && leads.as_ref() == Some(&one.team));
    let Some(known) = open.filter(|_| to.person.active && !to.stopped) else {
        return Ok(None);
    };
    let facts = batch.facts(&to.invitation.wave)?;
    let slip = &to.invitation;
    let page = format!("/teams/{}/{}/commitments", slip.wave, slip.node);
    let next = Next {
        what: known.side.as_str(),
        leaders: String::new(),
        due: Some(lang(&to.person).day(known.due)),
    };
    let mut addressed = for_leader(batch, to, facts, &page);
    if let Some(about) = &mut addressed.about {
        about.next = Some(next);
    }
    Ok(Some(addressed))
}
