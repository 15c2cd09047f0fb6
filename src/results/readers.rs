//! Who got which report of a released wave, and who got none, and why.

use super::load::Loaded;
use super::team::{kind_of, together_of, withheld};
use crate::app::App;
use crate::error::Outcome;
use crate::ids::{PersonId, TeamId, WaveId};
use crate::report::PageKind;
use crate::store::frozen::{Node, Parts};
use crate::store::outbox::{self, Delivery, Kind};
use crate::store::roster::{self, Part};
use crate::store::{Db, leader, number};
use crate::text::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// Somebody who leads, or a team that nobody does.
pub struct ReaderLine {
    /// Who; `None` where nobody leads the team.
    pub name: Option<String>,
    /// The names from the top down to the team, without the organisation's own.
    pub team: String,
    /// Its node in the wave.
    pub node: i32,
    /// What they read; `None` for nothing at all.
    pub kind: Option<PageKind>,
    /// Why it is not a report of the team by itself; empty where it is.
    pub why: String,
    /// What became of the mail that says so; `None` where none was sent.
    pub mail: Option<Delivery>,
}

/// Everybody who leads or led a team of a released wave, in the order of the tree, and the teams that nobody leads; of
/// somebody's parts only, if there are any.
pub fn readers(
    app: &App,
    id: &WaveId,
    parts: Option<&[TeamId]>,
    lang: Lang,
) -> Outcome<Vec<ReaderLine>> {
    let loaded = Loaded::read(app, id)?;
    let known = app.store.read(|c| Known::read(c, id))?;
    let place = Parts::of(&loaded.nodes);
    let mine = |node: &&Node| parts.is_none_or(|parts| place.holds(parts, node.no));
    let nodes = loaded.nodes.iter().filter(mine);
    Ok(nodes
        .flat_map(|node| lines(&loaded, &known, node, lang))
        .collect())
}

/// Leaders by node, who leads what today, and the mails.
struct Known {
    by_node: BTreeMap<i32, Vec<(PersonId, String, bool)>>,
    today: BTreeSet<(PersonId, TeamId)>,
    there: BTreeSet<TeamId>,
    mails: BTreeMap<PersonId, Delivery>,
}

impl Known {
    fn read(c: &mut Db, id: &WaveId) -> Outcome<Self> {
        let sent = outbox::of_kind(c, id, Kind::Results)?;
        let sent: BTreeMap<String, Delivery> = sent.into_iter().collect();
        let (mut by_node, mut mails) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::new());
        for (form, person) in leader::of_wave(c, id)? {
            if let Some(state) = sent.get(form.id.as_str()) {
                mails.insert(person.id.clone(), *state);
            }
            let line = (person.id, person.name, form.reads);
            by_node.entry(form.node).or_default().push(line);
        }
        let places = roster::memberships(c)?.into_iter();
        let leads = places.filter(|place| place.role == Part::Leader);
        let teams = roster::teams(c)?.into_iter().filter(|team| team.active);
        Ok(Self {
            by_node,
            mails,
            today: leads.map(|place| (place.person, place.team)).collect(),
            there: teams.map(|team| team.id).collect(),
        })
    }

    /// Whether somebody reads of a team: they were named to its members and lead it still, or it is no more.
    fn reads(&self, person: &PersonId, named: bool, team: Option<&TeamId>) -> bool {
        let today = |team: &TeamId| {
            !self.there.contains(team) || self.today.contains(&(person.clone(), team.clone()))
        };
        named && team.is_some_and(today)
    }
}

fn lines(loaded: &Loaded, known: &Known, node: &Node, lang: Lang) -> Vec<ReaderLine> {
    let kind = kind_of(loaded, node);
    let line = |name, kind, why, mail| ReaderLine {
        team: path(loaded, node, lang),
        node: node.no,
        name,
        kind,
        why,
        mail,
    };
    let people = known.by_node.get(&node.no).map_or(&[][..], Vec::as_slice);
    if people.is_empty() {
        let why = lang.text("readers-nobody");
        return match node.cell {
            Some(_) => vec![line(None, None, why, None)],
            None => Vec::new(),
        };
    }
    let of_person = |(person, name, named): &(PersonId, String, bool)| {
        let mail = known.mails.get(person).copied();
        match known.reads(person, *named, node.team.as_ref()) {
            true => line(
                Some(name.clone()),
                Some(kind),
                why(loaded, node, kind, lang),
                mail,
            ),
            false => line(Some(name.clone()), None, lang.text("readers-gone"), None),
        }
    };
    people.iter().map(of_person).collect()
}

fn why(loaded: &Loaded, node: &Node, kind: PageKind, lang: Lang) -> String {
    match kind {
        PageKind::Own | PageKind::Below => String::new(),
        PageKind::Together => together_of(loaded, node, lang),
        PageKind::Nothing => withheld(loaded, number(node.no), lang),
    }
}

fn path(loaded: &Loaded, node: &Node, lang: Lang) -> String {
    let mut names = Vec::new();
    let mut at = Some(node);
    while let Some(known) = at {
        at = known
            .parent
            .and_then(|parent| loaded.nodes.get(number(parent)));
        if !known.own && !known.name.is_empty() && (at.is_some() || names.is_empty()) {
            names.push(known.name.as_str());
        }
    }
    names.reverse();
    match names.is_empty() {
        true => lang.text("report-all"),
        false => names.join(" / "),
    }
}
