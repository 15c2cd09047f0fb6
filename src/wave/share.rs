use crate::app::App;
use crate::ballot::secret::ShareSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, PersonId, ShareId, TeamId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::frozen::{self, Group, Kind, Node};
use crate::store::outbox::{self, Kind as MailKind, Mail};
use crate::store::people::Person;
use crate::store::share::{self as stored, Share};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, invitation, roster};
use std::collections::BTreeMap;

/// How often one report is shared at most, as each time everybody gets a mail with another link.
const TIMES: i64 = 2;

/// Whether the members of a group may read its report, for its leader.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// They may, since that day.
    pub since: Option<chrono::NaiveDate>,
    /// The wave has promised it.
    pub promised: bool,
    /// Why the leader cannot share it, as the key of a sentence.
    pub reason: Option<&'static str>,
    /// How many of those who were asked get a mail, and how many have no mailbox.
    pub people: [usize; 2],
}

/// How it stands with the members of a team and the report of their group.
///
/// # Errors
/// Not found before the release.
pub fn sharing(app: &App, id: &WaveId, node: i32) -> Outcome<Sharing> {
    app.store.read(|c| {
        let wave = released(c, id)?;
        let group = group(c, id, node)?;
        let shared = match &group {
            Some(group) => stored::of_group(c, id, group.atom)?,
            None => None,
        };
        let people = match &group {
            Some(group) => people(c, id, group)?,
            None => Vec::new(),
        };
        let mailed = people.iter().filter(|(_, person)| person.email.is_some());
        let mailed = mailed.count();
        let reason = reason(c, &wave, group.as_ref(), &people, shared.as_ref())?;
        Ok(Sharing {
            reason,
            since: shared.as_ref().map(|shared| shared.day),
            promised: shared.is_some_and(|shared| shared.promised),
            people: [mailed, people.len() - mailed],
        })
    })
}

/// Why a leader cannot share the report of a group. The answers of several leaders are in that of teams that are
/// counted together: none of them can show it for all.
fn reason(
    c: &mut Db,
    wave: &Wave,
    group: Option<&Group>,
    people: &[(InvitationId, Person)],
    shared: Option<&Share>,
) -> Outcome<Option<&'static str>> {
    let Some(group) = group.filter(|group| group.kind != Kind::Pool) else {
        return Ok(Some("share-not-shown"));
    };
    Ok(match group.kind {
        _ if shared.is_some() => None,
        Kind::Joint => Some("share-not-joint"),
        _ if people.is_empty() => Some("share-not-known"),
        // What was promised was sent with the release, and has ended since.
        _ if wave.members_read => Some("share-not-again"),
        _ if stored::times(c, &wave.id, group.atom)? >= TIMES => Some("share-not-anew"),
        _ => None,
    })
}

/// Shares the report of a team with everybody who was asked in it, whether they answered or not: each gets a mail with
/// a link. What is shared already is not shared again.
///
/// # Errors
/// Not found for a report that is not the viewer's to read; a refusal where it cannot be shared.
pub fn share(app: &App, viewer: &PersonId, id: &WaveId, node: i32) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        wave::hold(c, id)?;
        let wave = released(c, id)?;
        team(c, viewer, id, node)?;
        let known = group(c, id, node)?;
        let people = match &known {
            Some(group) => people(c, id, group)?,
            None => Vec::new(),
        };
        let shared = match &known {
            Some(group) => stored::of_group(c, id, group.atom)?,
            None => None,
        };
        if let Some(reason) = reason(c, &wave, known.as_ref(), &people, shared.as_ref())? {
            return Err(Problem::refused(reason));
        }
        let group = known.ok_or(Problem::NotFound)?;
        if shared.is_some() {
            return Ok(());
        }
        let new = begin(app, id, (node, group.atom), false);
        stored::add(c, &new)?;
        act::note(c, now, viewer.as_str(), Act::Shared, id.as_str())?;
        let mailed = people.iter().filter(|(_, person)| person.email.is_some());
        let mail = |(slip, _): &(InvitationId, Person)| {
            let subject = format!("{slip}.{}", new.id);
            Mail::new(MailKind::Shared, &subject, None, now)
        };
        outbox::queue(c, &mailed.map(mail).collect::<Vec<_>>())
    })
}

/// Takes the report of a team back from its members: the link leads nowhere from now on.
///
/// # Errors
/// Not found for a report that is not the viewer's to read; a refusal for one that the wave has promised.
pub fn end_share(app: &App, viewer: &PersonId, id: &WaveId, node: i32) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        team(c, viewer, id, node)?;
        let group = group(c, id, node)?.ok_or(Problem::NotFound)?;
        match stored::of_group(c, id, group.atom)? {
            Some(shared) => end(c, &shared, now, viewer.as_str()),
            None => Ok(()),
        }
    })
}

/// The same for a survey lead, `by`.
///
/// # Errors
/// Not found if it is not shared; a refusal for one that the wave has promised.
pub fn end_share_of(app: &App, id: &WaveId, share: &ShareId, by: &str) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        let shared = stored::find(c, share)?.filter(|shared| shared.wave == *id);
        end(c, &shared.ok_or(Problem::NotFound)?, now, by)
    })
}

fn end(c: &mut Db, shared: &Share, now: crate::store::Moment, by: &str) -> Outcome<()> {
    if shared.promised {
        return Err(Problem::refused("share-promised"));
    }
    match stored::end(c, &shared.id)? {
        true => act::note(c, now, by, Act::ShareEnded, shared.wave.as_str()),
        false => Ok(()),
    }
}

/// A report that is shared, with the names of the teams in its group.
pub struct SharedWith {
    /// The report.
    pub share: Share,
    /// The teams.
    pub teams: Vec<String>,
}

/// The reports of a wave that are shared, by group.
pub fn shares(app: &App, id: &WaveId) -> Outcome<Vec<SharedWith>> {
    app.store.read(|c| {
        let mut teams = teams_by_group(c, id)?;
        let with = |share: Share| {
            let nodes = teams.remove(&share.atom).unwrap_or_default().into_iter();
            SharedWith {
                teams: nodes.map(|node| node.name).collect(),
                share,
            }
        };
        Ok(stored::of_wave(c, id)?.into_iter().map(with).collect())
    })
}

/// The teams that are counted in each group of a wave that is shown by itself.
fn teams_by_group(c: &mut Db, id: &WaveId) -> Outcome<BTreeMap<i32, Vec<Node>>> {
    let groups = frozen::groups(c, id)?.into_iter();
    let shown = groups.filter(|group| group.kind != Kind::Pool);
    let atoms = shown.flat_map(|group| group.cells.into_iter().map(move |cell| (cell, group.atom)));
    let atoms: BTreeMap<i32, i32> = atoms.collect();
    let mut teams: BTreeMap<i32, Vec<Node>> = BTreeMap::new();
    for node in frozen::nodes(c, id)? {
        if let Some(atom) = node.cell.and_then(|cell| atoms.get(&cell)) {
            teams.entry(*atom).or_default().push(node);
        }
    }
    Ok(teams)
}

/// The shared report behind the secret of a link, and the team it is read from; `None` if there is none any more.
pub fn shared(app: &App, token: &str) -> Outcome<Option<(Share, TeamId)>> {
    let Some(secret) = ShareSecret::parse(token) else {
        return Ok(None);
    };
    app.store.read(|c| {
        let Some(shared) = stored::by_secret(c, &secret.hash())? else {
            return Ok(None);
        };
        let node = frozen::node(c, &shared.wave, shared.node)?;
        let team = node.and_then(|node| node.team);
        Ok(team.map(|team| (shared, team)))
    })
}

/// Shares what a wave has promised to the members of every group that has a report, and ends what was shared with the
/// same teams after the waves before. Inside the transaction of the release.
pub(super) fn at_release(app: &App, c: &mut Db, wave: &Wave) -> Outcome<()> {
    stored::end_before(c, &wave.id)?;
    if !wave.members_read {
        return Ok(());
    }
    let groups = teams_by_group(c, &wave.id)?;
    for (atom, teams) in &groups {
        if let Some(first) = teams.first() {
            stored::add(c, &begin(app, &wave.id, (first.no, *atom), true))?;
        }
    }
    match groups.is_empty() {
        true => Ok(()),
        false => act::note(c, app.now(), "", Act::Shared, wave.id.as_str()),
    }
}

fn begin(app: &App, wave: &WaveId, (node, atom): (i32, i32), promised: bool) -> Share {
    let id = ShareId::new(app.seed());
    Share {
        secret_hash: ShareSecret::derive(&app.server, &id.bytes()).hash(),
        id,
        wave: wave.clone(),
        node,
        atom,
        promised,
        day: app.now().date(),
        ended: false,
    }
}

fn released(c: &mut Db, id: &WaveId) -> Outcome<Wave> {
    let wave = wave::wave(c, id)?;
    match wave.state {
        State::Released => Ok(wave),
        _ => Err(Problem::NotFound),
    }
}

/// The team of a report that is the viewer's to read; whoever led a team that is no more cannot act for it.
fn team(c: &mut Db, viewer: &PersonId, id: &WaveId, node: i32) -> Outcome<()> {
    let team = invitation::team_led(c, viewer, id, node)?.ok_or(Problem::NotFound)?;
    match roster::leads(c, viewer, &team)? {
        true => Ok(()),
        false => Err(Problem::refused("problem-no-longer-leads")),
    }
}

/// The group that the people of a team are counted in.
fn group(c: &mut Db, id: &WaveId, node: i32) -> Outcome<Option<Group>> {
    match frozen::node(c, id, node)?.and_then(|node| node.cell) {
        Some(cell) => frozen::group(c, id, cell),
        None => Ok(None),
    }
}

/// Whoever was asked in a group and has not left, once each. Who was asked is no secret, and is known for as long as the
/// wave is; who answered is asked nowhere here.
fn people(c: &mut Db, id: &WaveId, group: &Group) -> Outcome<Vec<(InvitationId, Person)>> {
    let people = invitation::in_cells(c, id, &group.cells)?.into_values();
    Ok(people
        .map(|(invitation, person)| (invitation.id, person))
        .collect())
}
