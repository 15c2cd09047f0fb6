use super::clip::ItemTally;
use super::organisation::Organisation;
use super::partition::Partition;
use super::release::{NodeTally, Release, Released};
use super::rule::{DisclosureError, Rule};
use serde::{Deserialize, Serialize};

const VERSION: u8 = 1;

/// A release as text for the database: nothing finer than an atom is in it, not even a node's own size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stored {
    pub header: String,
    /// In the order of the partition's atoms.
    pub atoms: Vec<String>,
}

#[derive(Serialize, Deserialize)]
struct Header {
    version: u8,
    k: usize,
    c: usize,
    /// Per node its parent and whether it is published.
    nodes: Vec<(Option<usize>, bool)>,
    /// Absent in the results of the first version.
    #[serde(default)]
    organisation: Organisation,
}

#[derive(Serialize, Deserialize)]
struct AtomRow {
    home: usize,
    n: usize,
    /// Counts of the options and of the blanks, for the items that are shown.
    items: Vec<Option<(Vec<usize>, usize)>>,
}

/// # Errors
/// When the text cannot be written.
pub fn encode(release: &Released<Release>) -> Result<Stored, DisclosureError> {
    let partition = &release.partition;
    let published =
        |(node, parent): (usize, &Option<usize>)| (*parent, partition.published(node).is_some());
    let header = Header {
        version: VERSION,
        k: release.rule.k(),
        c: release.rule.c(),
        nodes: partition
            .parents()
            .iter()
            .enumerate()
            .map(published)
            .collect(),
        organisation: release.organisation.clone(),
    };
    let row = |(atom, tally): (&super::Atom, &Released<NodeTally>)| {
        let counts =
            |item: &Option<ItemTally>| item.as_ref().map(|item| (item.counts.clone(), item.blanks));
        text(&AtomRow {
            home: atom.home,
            n: tally.n,
            items: tally.items.iter().map(counts).collect(),
        })
    };
    let atoms = partition
        .atoms()
        .iter()
        .zip(&release.atoms)
        .map(row)
        .collect::<Result<_, _>>()?;
    Ok(Stored {
        header: text(&header)?,
        atoms,
    })
}

/// Reads a release back and checks again everything that makes it one: groups of at least k, parents before
/// children, every published node a sum of atoms, every category within its cap, counts that add up.
///
/// # Errors
/// When the text is damaged or breaks one of these rules.
pub fn decode(stored: &Stored) -> Result<Released<Release>, DisclosureError> {
    let Header {
        version,
        k,
        c,
        nodes,
        organisation,
    } = parsed(&stored.header)?;
    if version != VERSION {
        return broken(format!(
            "they have format {version} and this program reads {VERSION}"
        ));
    }
    let rule = Rule::new(k, c)?;
    let rows = stored
        .atoms
        .iter()
        .map(|row| parsed(row))
        .collect::<Result<Vec<AtomRow>, _>>()?;
    let partition = partition(nodes, &rows, rule)?;
    let atoms = rows
        .into_iter()
        .map(|row| tally(row, rule))
        .collect::<Result<Vec<_>, _>>()?;
    same_items(&atoms)?;
    Ok(Released(Release {
        rule,
        partition,
        atoms: atoms.into_iter().map(Released).collect(),
        organisation,
    }))
}

fn partition(
    nodes: Vec<(Option<usize>, bool)>,
    rows: &[AtomRow],
    rule: Rule,
) -> Result<Partition, DisclosureError> {
    let late = |(node, (parent, _)): (usize, &(Option<usize>, bool))| {
        parent.is_some_and(|parent| parent >= node)
    };
    if nodes.iter().enumerate().any(late) {
        return broken("a parent comes after its child".into());
    }
    let (parents, published): (Vec<_>, Vec<_>) = nodes.into_iter().unzip();
    let homes: Vec<_> = rows.iter().map(|row| (row.home, row.n)).collect();
    if !homes.is_sorted_by(|a, b| a.0 < b.0) {
        return broken("two atoms have the same home or are out of order".into());
    }
    if let Some((home, n)) = homes.iter().find(|(_, n)| *n < rule.k()) {
        return broken(format!("the atom at node {home} has {n} people"));
    }
    if homes
        .iter()
        .any(|(home, _)| published.get(*home) != Some(&true))
    {
        return broken("an atom belongs to a node that is not published".into());
    }
    let partition = Partition::assemble(parents, &published, &homes);
    if (0..published.len()).any(|node| partition.published(node).is_some_and(<[usize]>::is_empty)) {
        return broken("a published node has no atom".into());
    }
    Ok(partition)
}

fn tally(row: AtomRow, rule: Rule) -> Result<NodeTally, DisclosureError> {
    let AtomRow { home, n, items } = row;
    let item = |item: Option<(Vec<usize>, usize)>| {
        let Some((counts, blanks)) = item else {
            return Ok(None);
        };
        let total = counts
            .iter()
            .try_fold(blanks, |sum, &count| sum.checked_add(count));
        if total != Some(n) {
            return broken(format!(
                "the counts of an item at node {home} do not add up to {n}"
            ));
        }
        match ItemTally::of_atom(counts, blanks, rule) {
            Some(item) => Ok(Some(item)),
            None => broken(format!(
                "an item at node {home} breaks the rule of its wave"
            )),
        }
    };
    Ok(NodeTally {
        n,
        items: items.into_iter().map(item).collect::<Result<_, _>>()?,
    })
}

fn same_items(atoms: &[NodeTally]) -> Result<(), DisclosureError> {
    for pair in atoms.windows(2) {
        let [a, b] = pair else { continue };
        let differ = |(a, b): (&Option<ItemTally>, &Option<ItemTally>)| match (a, b) {
            (Some(a), Some(b)) => a.options() != b.options(),
            _ => false,
        };
        if a.items.len() != b.items.len() || a.items.iter().zip(&b.items).any(differ) {
            return broken("the atoms are of different surveys".into());
        }
    }
    Ok(())
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
