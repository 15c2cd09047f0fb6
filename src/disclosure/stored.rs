use super::atoms::Atom;
use super::cells::Kind;
use super::clip::ItemTally;
use super::groups::{Groups, Index, Part, Sum};
use super::organisation::Organisation;
use super::release::{Release, Released, limits};
use super::rule::{DisclosureError, Rule};
use super::shape::Shape;
use super::tree::Tree;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

const VERSION: u8 = 2;

/// A release as text for the database: no count finer than an atom's is in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub header: String,
    /// In the order of the atoms.
    pub atoms: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Header {
    version: u8,
    k: usize,
    c: usize,
    parents: Vec<Option<usize>>,
    /// Leaves and how many people they have.
    leaves: Vec<(usize, usize)>,
    cells: Vec<(Kind, Vec<usize>)>,
    /// By node: people who answered for sure, people asked, whether it is guarded.
    sums: Vec<Option<(usize, usize, bool)>>,
    nowhere: Vec<usize>,
    comments: Vec<(usize, Vec<usize>)>,
    organisation: Organisation,
}

#[derive(Serialize, Deserialize)]
struct AtomRow {
    home: usize,
    kind: Kind,
    cells: Vec<usize>,
    n: usize,
    sure: usize,
    c: usize,
    asked: usize,
    replaced: usize,
    guarded: bool,
    /// Counts of the options and of the blanks, for the items that are shown.
    items: Vec<Option<(Vec<usize>, usize)>>,
}

/// # Errors
/// When the text cannot be written.
pub fn encode(release: &Released<Release>) -> Result<Stored, DisclosureError> {
    let groups = &release.groups;
    let sum = |sum: &Option<Sum>| sum.as_ref().map(|sum| (sum.sure, sum.asked, sum.guarded));
    let cell = |part: &Part| (part.kind, part.leaves.clone());
    let header = Header {
        version: VERSION,
        k: release.rule.k(),
        c: release.rule.c(),
        parents: groups.tree.parents().to_vec(),
        leaves: groups.leaves.clone().into_iter().collect(),
        cells: groups.cells.iter().map(cell).collect(),
        sums: groups.sums.iter().map(sum).collect(),
        nowhere: groups.nowhere.clone(),
        comments: groups.comments.clone(),
        organisation: release.organisation.clone(),
    };
    let row = |((atom, items), guarded): ((&Atom, &Vec<Option<ItemTally>>), &bool)| {
        let counts =
            |item: &Option<ItemTally>| item.as_ref().map(|item| (item.counts.clone(), item.blanks));
        text(&AtomRow {
            home: atom.home,
            kind: atom.kind,
            cells: atom.cells.clone(),
            n: atom.n,
            sure: atom.sure,
            c: atom.c,
            asked: atom.asked,
            replaced: atom.replaced,
            guarded: *guarded,
            items: items.iter().map(counts).collect(),
        })
    };
    let atoms = groups.atoms.iter().zip(&release.atoms);
    let atoms = atoms.zip(&groups.guarded).map(row);
    Ok(Stored {
        atoms: atoms.collect::<Result<_, _>>()?,
        header: text(&header)?,
    })
}

/// Reads a release of the survey with this shape back and checks again everything that makes it one: atoms of
/// at least k people, each cell in one, every figure of people who were asked, every category within its cap,
/// counts that add up.
///
/// # Errors
/// When the text is damaged or breaks one of these rules.
pub fn decode(stored: &Stored, shape: &Arc<Shape>) -> Result<Released<Release>, DisclosureError> {
    let header: Header = parsed(&stored.header)?;
    if header.version != VERSION {
        let version = header.version;
        return broken(format!(
            "they have format {version} and this program reads {VERSION}"
        ));
    }
    let rule = Rule::new(header.k, header.c)?;
    let rows = stored.atoms.iter().map(|row| parsed(row));
    let rows: Vec<AtomRow> = rows.collect::<Result<_, _>>()?;
    let (mut atoms, mut guarded, mut tallies) = (Vec::new(), Vec::new(), Vec::new());
    for row in rows {
        guarded.push(row.guarded);
        let (atom, tally) = atom(row, rule, shape)?;
        atoms.push(atom);
        tallies.push(tally);
    }
    let organisation = header.organisation.clone();
    let groups = groups(header, atoms, guarded)?;
    Ok(Released(Release {
        rule,
        shape: Arc::clone(shape),
        groups,
        atoms: tallies,
        organisation,
    }))
}

fn groups(header: Header, atoms: Vec<Atom>, guarded: Vec<bool>) -> Result<Groups, DisclosureError> {
    let tree = Tree::new(header.parents)?;
    let cells = header.cells.into_iter();
    let sums = header.sums.into_iter();
    let groups = Groups {
        leaves: header.leaves.into_iter().collect(),
        cells: cells.map(|(kind, leaves)| Part { kind, leaves }).collect(),
        sums: sums
            .map(|sum| {
                sum.map(|(sure, asked, guarded)| Sum {
                    sure,
                    asked,
                    guarded,
                })
            })
            .collect(),
        nowhere: header.nowhere,
        comments: header.comments,
        tree,
        atoms,
        guarded,
        index: Index::default(),
    }
    .indexed();
    let (nodes, all) = (groups.tree.len(), groups.atoms.len());
    let outside = |atom: &&Atom| {
        atom.home >= nodes || atom.cells.iter().any(|cell| *cell >= groups.cells.len())
    };
    if let Some(atom) = groups.atoms.iter().find(outside) {
        return broken(format!("the atom at node {} is not in the tree", atom.home));
    }
    let counted = groups.atoms.iter().flat_map(|atom| &atom.cells);
    let mut seen = BTreeSet::new();
    if !counted
        .chain(&groups.nowhere)
        .all(|cell| seen.insert(*cell))
    {
        return broken("a group is counted twice".into());
    }
    let shown = (0..nodes).map(|node| groups.shows(node));
    if !shown.eq(groups.sums.iter().map(Option::is_some)) {
        return broken("a node shows other atoms than those in it".into());
    }
    let told = |(home, atoms): &(usize, Vec<usize>)| {
        *home < nodes && !atoms.is_empty() && atoms.iter().all(|atom| *atom < all)
    };
    if !groups.comments.iter().all(told) {
        return broken("comments belong to an atom that is not there".into());
    }
    Ok(groups)
}

type Items = Vec<Option<ItemTally>>;

fn atom(row: AtomRow, rule: Rule, shape: &Shape) -> Result<(Atom, Items), DisclosureError> {
    let home = row.home;
    let atom = Atom {
        home,
        kind: row.kind,
        cells: row.cells,
        n: row.n,
        sure: row.sure,
        c: row.c,
        asked: row.asked,
        replaced: row.replaced,
    };
    if atom.sure < rule.k() || atom.sure > atom.n || atom.sure > atom.asked {
        let sure = atom.sure;
        return broken(format!("the atom at node {home} has {sure} people"));
    }
    if atom.c < rule.c() || atom.n < 2 * atom.c || atom.cells.is_empty() {
        return broken(format!("the atom at node {home} hides too little"));
    }
    if row.items.len() != shape.options.len() {
        return broken(format!("the atom at node {home} is of another survey"));
    }
    let limits = limits(&atom, rule);
    let item = |(item, options): (Option<(Vec<usize>, usize)>, &u8)| {
        let Some((counts, blanks)) = item else {
            return Ok(None);
        };
        let add = |sum: usize, &count: &usize| sum.checked_add(count);
        if counts.iter().try_fold(blanks, add) != Some(atom.n) {
            let n = atom.n;
            return broken(format!(
                "the counts of an item at node {home} do not add up to {n}"
            ));
        }
        if counts.len() != usize::from(*options) {
            return broken(format!("the atom at node {home} is of another survey"));
        }
        match ItemTally::of_atom(counts, blanks, limits) {
            Some(item) => Ok(Some(item)),
            None => broken(format!(
                "an item at node {home} breaks the rule of its wave"
            )),
        }
    };
    let items = row.items.into_iter().zip(&shape.options).map(item);
    let items = items.collect::<Result<_, _>>()?;
    Ok((atom, items))
}

fn text(value: &impl Serialize) -> Result<String, DisclosureError> {
    serde_json::to_string(value).map_err(|error| DisclosureError::Stored(error.to_string()))
}

fn parsed<T: for<'a> Deserialize<'a>>(text: &str) -> Result<T, DisclosureError> {
    serde_json::from_str(text).map_err(|error| DisclosureError::Stored(error.to_string()))
}

fn broken<T>(reason: String) -> Result<T, DisclosureError> {
    Err(DisclosureError::Stored(reason))
}
