use crate::disclosure::{Counted, Groups, Kind, Read};
use crate::scoring::{UnitMeans, Wave};
use crate::stats::{Judged, StatsError};
use crate::text::{Lang, Sentence};
use std::collections::BTreeMap;

/// What people call a node of the tree of teams.
pub struct NodeName {
    pub name: String,
    /// It stands for the people directly in a team that has teams below it.
    pub own: bool,
}

/// A part of the organisation that may be shown: the whole, a department, a team, or teams counted together.
pub struct Group {
    pub id: UnitId,
    /// The node whose report says more; `None` for the organisation, and where no leader reads one.
    pub page: Option<usize>,
    /// Name as people know it.
    pub name: String,
    /// 0 for the organisation.
    pub depth: usize,
    /// Names of the teams counted together.
    pub merged: Vec<String>,
    /// A team that is counted by itself.
    pub is_team: bool,
    /// Whose people are missing in it, in a sentence; empty if nobody's are.
    pub without: String,
    pub means: UnitMeans,
    /// Leader minus members, by dimension; empty without a leader.
    pub gaps: Vec<Option<Judged>>,
}

/// What the scores of a group are found by in its wave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnitId {
    Node(usize),
    /// A node's people who are counted together.
    Atom(usize),
}

/// Every node that shows something, in the order of the tree; after a node the teams that are counted together in
/// it.
///
/// # Errors
/// When more answered than were invited.
pub fn groups(wave: &Wave, names: &[NodeName], lang: Lang) -> Result<Vec<Group>, StatsError> {
    let known = wave.release.groups();
    let mut together: BTreeMap<usize, Vec<(usize, Kind)>> = BTreeMap::new();
    for (number, atom) in known.atoms().iter().enumerate() {
        if atom.kind != Kind::Team {
            together
                .entry(atom.home)
                .or_default()
                .push((number, atom.kind));
        }
    }
    let mut groups = Vec::new();
    for (node, node_name) in names.iter().enumerate() {
        let Some(means) = wave.means_of_node(node)? else {
            continue;
        };
        groups.push(Group {
            id: UnitId::Node(node),
            page: (node > 0).then_some(node),
            name: name(node_name, lang),
            depth: known.tree().depth(node),
            merged: Vec::new(),
            is_team: known.own_report(node).is_some(),
            without: without(known, names, node, lang),
            gaps: wave.gaps(node, &means)?,
            means,
        });
        for (number, kind) in together.remove(&node).unwrap_or_default() {
            if let Some(means) = wave.means_of_atom(number)? {
                groups.push(Group {
                    id: UnitId::Atom(number),
                    page: known
                        .leaves(number)
                        .into_iter()
                        .find(|leaf| matches!(known.read_of(*leaf), Read::Together(_))),
                    name: lang.text(match kind {
                        Kind::Joint => "report-joint",
                        Kind::Pool | Kind::Team => "report-pool",
                    }),
                    depth: known.tree().depth(node) + 1,
                    merged: merged(known, names, number, lang),
                    is_team: false,
                    without: String::new(),
                    means,
                    gaps: Vec::new(),
                });
            }
        }
    }
    Ok(groups)
}

/// The names of the teams whose people are in an atom.
pub fn merged(groups: &Groups, names: &[NodeName], atom: usize, lang: Lang) -> Vec<String> {
    let leaves = groups.leaves(atom).into_iter();
    let names = leaves.filter_map(|leaf| names.get(leaf));
    names.map(|known| name(known, lang)).collect()
}

/// Whose people are missing in the figure of a node, and where they are counted: "without Support (3 people), who
/// are counted with the small teams of the company". Empty if nobody's are.
pub fn without(groups: &Groups, names: &[NodeName], node: usize, lang: Lang) -> String {
    let missing = groups.without(node).into_iter();
    let sentences = missing.filter_map(|leaf| {
        let (key, with) = match groups.counted(leaf) {
            Counted::NotAsked => ("report-without-not-asked", String::new()),
            Counted::Nowhere => ("report-without-nowhere", String::new()),
            Counted::In(atom) => {
                let known = groups.atoms().get(atom)?;
                match known.kind {
                    Kind::Joint | Kind::Team => {
                        let others = merged(groups, names, atom, lang);
                        ("report-without-joint", others.join(", "))
                    }
                    Kind::Pool => ("report-without-pool", name(names.get(known.home)?, lang)),
                }
            }
        };
        let words = Sentence::new(key)
            .with("team", name(names.get(leaf)?, lang))
            .with("people", groups.people(leaf))
            .with("with", with);
        Some(words.in_lang(lang))
    });
    sentences.collect::<Vec<_>>().join(" ")
}

/// What people call a node; empty if there is none.
pub fn node_name(names: &[NodeName], node: usize, lang: Lang) -> String {
    names
        .get(node)
        .map(|known| name(known, lang))
        .unwrap_or_default()
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
