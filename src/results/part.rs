//! What an HR partner reads: the nodes of their parts, as far as nobody outside is counted in them.

use super::load::Loaded;
use super::team;
use crate::app::App;
use crate::disclosure::Read;
use crate::error::{Outcome, Problem};
use crate::ids::{TeamId, WaveId};
use crate::report::{TeamPage, UnitReport};
use crate::store::frozen::{Node, Parts};
use crate::text::Lang;

/// A node of somebody's part in a released wave.
pub struct PartNode {
    /// Its number.
    pub node: i32,
    /// What it is called.
    pub name: String,
    /// It stands for the people directly in the team.
    pub own: bool,
    /// How deep it lies below the top of the tree.
    pub depth: usize,
}

/// The nodes of these parts in a released wave that have a report, from the top down.
pub fn part_nodes(app: &App, parts: &[TeamId], id: &WaveId) -> Outcome<Vec<PartNode>> {
    let loaded = Loaded::read(app, id)?;
    let place = Parts::of(&loaded.nodes);
    let readable = loaded
        .nodes
        .iter()
        .filter(|node| reads(&loaded, &place, parts, node.no));
    let mut nodes = Vec::new();
    for node in readable {
        let number = node.no.unsigned_abs() as usize;
        let read = loaded.scores.release.groups().read_of(number);
        if read != Read::Nothing || loaded.unit(number)?.is_some() {
            nodes.push(PartNode {
                node: node.no,
                name: node.name.clone(),
                own: node.own,
                depth: place.above(node.no).len(),
            });
        }
    }
    Ok(nodes)
}

/// Whether a node is in somebody's parts, and everybody who is counted in its report too.
pub(super) fn reads(loaded: &Loaded, place: &Parts<'_>, parts: &[TeamId], no: i32) -> bool {
    let number = no.unsigned_abs() as usize;
    let groups = loaded.scores.release.groups();
    let atoms = groups.figure(number).iter().copied();
    let together = match groups.read_of(number) {
        Read::Together(atom) => Some(atom),
        Read::Own | Read::Nothing => None,
    };
    let atoms = atoms.chain(together);
    let leaves: Vec<usize> = atoms.flat_map(|atom| groups.leaves(atom)).collect();
    let inside = |leaf: &usize| i32::try_from(*leaf).is_ok_and(|leaf| place.holds(parts, leaf));
    place.holds(parts, no) && !leaves.is_empty() && leaves.iter().all(inside)
}

/// The team of a node that somebody reads as HR partner.
///
/// # Errors
/// Not found outside their parts, and where others are counted too.
pub fn in_part(app: &App, parts: &[TeamId], id: &WaveId, node: i32) -> Outcome<TeamId> {
    let loaded = Loaded::read(app, id)?;
    let found = loaded.nodes.iter().find(|known: &&Node| known.no == node);
    let place = Parts::of(&loaded.nodes);
    let read = found.filter(|node| reads(&loaded, &place, parts, node.no));
    read.and_then(|node| node.team.clone())
        .ok_or(Problem::NotFound)
}

/// The node of the people whom the head of a node leads directly, if there are some.
pub fn direct(app: &App, id: &WaveId, node: i32) -> Outcome<Option<i32>> {
    let loaded = Loaded::read(app, id)?;
    let mut nodes = loaded.nodes.iter();
    let found = nodes.find(|known| known.own && known.parent == Some(node));
    Ok(found.map(|known| known.no))
}

/// The team of any node that shows something by itself or together with others, for a survey lead.
///
/// # Errors
/// Not found where nothing may be shown.
pub fn in_organisation(app: &App, id: &WaveId, node: i32) -> Outcome<TeamId> {
    let loaded = Loaded::read(app, id)?;
    let found = loaded.nodes.iter().find(|known| known.no == node);
    let (groups, number) = (loaded.scores.release.groups(), node.unsigned_abs() as usize);
    let shown = found.filter(|home| match groups.read_of(number) {
        Read::Own | Read::Together(_) => true,
        Read::Nothing => home.people.is_none() && groups.shows(number),
    });
    shown
        .and_then(|home| home.team.clone())
        .ok_or(Problem::NotFound)
}

/// The report of such a node, without what is the team's own.
///
/// # Errors
/// Not found where nothing may be shown.
pub fn group(app: &App, id: &WaveId, node: i32, lang: Lang) -> Outcome<TeamPage> {
    let team = in_organisation(app, id, node)?;
    team::team(app, &team, id, node, lang).map(for_others)
}

fn for_others(page: TeamPage) -> TeamPage {
    TeamPage {
        comments: None,
        judged: Vec::new(),
        plain_guide: Vec::new(),
        ..page
    }
}

/// The report of a node without what is the team's own: comments, and what leader and team promised each other.
///
/// # Errors
/// Not found outside somebody's parts.
pub fn part(
    app: &App,
    parts: &[TeamId],
    (id, node): (&WaveId, i32),
    lang: Lang,
) -> Outcome<TeamPage> {
    let found = in_part(app, parts, id, node)?;
    let mut page = team::team(app, &found, id, node, lang).map(for_others)?;
    let loaded = Loaded::read(app, id)?;
    if others(&loaded, parts) < team::OTHERS {
        page.report.iter_mut().for_each(UnitReport::alone);
    }
    Ok(page)
}

/// How many groups outside somebody's parts are in what everybody says.
fn others(loaded: &Loaded, parts: &[TeamId]) -> usize {
    let (groups, place) = (loaded.scores.release.groups(), Parts::of(&loaded.nodes));
    let inside = |leaf: &usize| i32::try_from(*leaf).is_ok_and(|leaf| place.holds(parts, leaf));
    let outside = |atom: &&usize| !groups.leaves(**atom).iter().all(inside);
    groups.figure(0).iter().filter(outside).count()
}
