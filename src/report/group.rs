use crate::scoring::{UnitMeans, Wave};
use crate::stats::StatsError;
use crate::text::{Lang, Sentence};

/// What people call a node of the tree of teams.
pub struct NodeName {
    pub name: String,
    /// It stands for the people directly in a team that has teams below it.
    pub own: bool,
}

/// A part of the organisation that may be shown: the whole, a department, a team, or small teams counted
/// together.
pub struct Group {
    pub id: UnitId,
    /// Name as people know it.
    pub name: String,
    /// 0 for the organisation.
    pub depth: usize,
    /// Names of the teams counted together, if this is the rest of a department.
    pub merged: Vec<String>,
    /// A team that is counted by itself.
    pub is_team: bool,
    pub means: UnitMeans,
}

/// What the scores of a group are found by in its wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitId {
    Node(usize),
    /// A node's people who are counted together.
    Atom(usize),
}

/// Every node that is shown, in the order of the tree; after a node whose rest is counted together, that rest.
///
/// # Errors
/// When more answered than were invited.
pub fn groups(wave: &Wave, names: &[NodeName], lang: Lang) -> Result<Vec<Group>, StatsError> {
    let mut groups = Vec::new();
    for (node, known) in names.iter().enumerate() {
        let Some(atoms) = wave.release.partition().published(node) else {
            continue;
        };
        groups.push(Group {
            id: UnitId::Node(node),
            name: name(known, lang),
            depth: wave.release.partition().depth(node),
            merged: Vec::new(),
            is_team: !wave.release.partition().has_children(node),
            means: wave.means(atoms)?,
        });
        groups.extend(rest(wave, names, node, lang)?);
    }
    Ok(groups)
}

/// The small teams of a department that are counted together, as one group.
fn rest(
    wave: &Wave,
    names: &[NodeName],
    node: usize,
    lang: Lang,
) -> Result<Option<Group>, StatsError> {
    let partition = wave.release.partition();
    let Some(number) = partition.atom_at(node) else {
        return Ok(None);
    };
    let atom = partition.atoms().get(number);
    let nodes = atom.map_or(&[][..], |atom| atom.nodes.as_slice());
    let teams = nodes
        .iter()
        .filter(|no| **no != node && !partition.has_children(**no));
    let merged: Vec<String> = teams
        .filter_map(|no| names.get(*no))
        .map(|known| name(known, lang))
        .collect();
    if merged.is_empty() {
        return Ok(None);
    }
    Ok(Some(Group {
        id: UnitId::Atom(number),
        name: lang.text("report-rest"),
        depth: partition.depth(node) + 1,
        merged,
        is_team: false,
        means: wave.means(&[number])?,
    }))
}

fn name(node: &NodeName, lang: Lang) -> String {
    match node.own {
        _ if node.name.is_empty() => lang.text("report-all"),
        true => Sentence::new("report-own-team")
            .with("team", node.name.as_str())
            .in_lang(lang),
        false => node.name.clone(),
    }
}
