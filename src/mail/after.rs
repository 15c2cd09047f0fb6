//! Mails about what comes after a wave: word to everybody who was asked, a report that is shared, a commitment that is
//! due. None of them depends on whether somebody answered.

use super::batch::Batch;
use super::compose::{Addressed, for_leader, stop_link};
use super::template::{About, Next, Personal, lang};
use crate::ballot::secret::ShareSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{CommitmentId, InvitationId, LeaderFormId, ShareId};
use crate::store::frozen::Kind as GroupKind;
use crate::store::invitation::{self, Addressee, Invitation};
use crate::store::outbox::Mail;
use crate::store::share::{self, Share};
use crate::store::wave::State;
use crate::store::{Db, commitment, frozen, leader};

/// What comes next for somebody who was asked in a wave that is over: their group has a report, which is shared with
/// them by promise or read by their leader; or it has none of its own; or nothing of it is shown.
pub(super) fn word(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = InvitationId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let to = batch.members.get(&id).ok_or(Problem::NotFound)?;
    let wave = batch.facts(&to.invitation.wave)?;
    let app = batch.app;
    let (what, leaders, share) = match wave.wave.state {
        State::Released => app.store.read(|c| of_group(c, &to.invitation))?,
        State::Lapsed => ("lapsed", String::new(), None),
        _ => return Ok(None),
    };
    let page = match &share {
        Some(share) => address(batch, share),
        None => app.config.link(&format!("/wave/{}", wave.in_link()?)),
    };
    let next = Next {
        what,
        leaders,
        due: None,
    };
    to_member(batch, to, page, next)
}

/// What became of the group of an invitation, who reads its report, and the report if members read it too.
fn of_group(c: &mut Db, invitation: &Invitation) -> Outcome<(&'static str, String, Option<Share>)> {
    let wave = &invitation.wave;
    let Some(group) = frozen::group(c, wave, invitation.cell)? else {
        return Ok(("nothing", String::new(), None));
    };
    if group.kind == GroupKind::Pool {
        return Ok(("together", String::new(), None));
    }
    let promised = share::of_group(c, wave, group.atom)?.filter(|share| share.promised);
    let nodes = frozen::nodes(c, wave)?.into_iter();
    let nodes = nodes.filter(|node| node.cell.is_some_and(|cell| group.cells.contains(&cell)));
    let nodes: Vec<i32> = nodes.map(|node| node.no).collect();
    let leads = leader::of_wave(c, wave)?.into_iter();
    let leads = leads.filter(|(form, _)| form.reads && nodes.contains(&form.node));
    let mut names: Vec<String> = leads.map(|(_, person)| person.name).collect();
    names.sort();
    names.dedup();
    let what = match (&promised, names.is_empty()) {
        (Some(_), _) => "shared",
        (None, true) => "unled",
        (None, false) if group.kind == GroupKind::Joint => "joint",
        (None, false) => "led",
    };
    Ok((what, names.join(", "), promised))
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
