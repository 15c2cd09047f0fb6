use super::rule::{DisclosureError, Rule};

/// A node of the tree of teams. Parents come before their children in a list of nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    pub parent: Option<usize>,
    /// People directly at this node, not those below it.
    pub own: usize,
}

/// The smallest group that can be told from the released numbers; always at least k people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Atom {
    /// The published node whose people outside its published descendants this is.
    pub home: usize,
    /// The nodes whose own people are in it.
    pub nodes: Vec<usize>,
    pub n: usize,
}

/// Which nodes are published and which atoms they are sums of. It depends on sizes only: a choice that
/// looked at answers would give them away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partition {
    parents: Vec<Option<usize>>,
    atoms: Vec<Atom>,
    atom_of: Vec<Option<usize>>,
    published: Vec<Option<Vec<usize>>>,
}

impl Partition {
    /// Every node of at least k people is published, unless the people it shows beside its published
    /// descendants would be fewer than k: then its smallest published descendant (the first of equals) is
    /// hidden, until they are none or enough.
    ///
    /// # Errors
    /// When a parent does not come before its child.
    pub fn of(nodes: &[Node], rule: Rule) -> Result<Self, DisclosureError> {
        let parents: Vec<_> = nodes.iter().map(|node| node.parent).collect();
        let mut published = vec![false; nodes.len()];
        let mut homes = Vec::new();
        let mut forest = published_forest(nodes, rule.k())?;
        while let Some(branch) = forest.pop() {
            if let Some(flag) = published.get_mut(branch.node) {
                *flag = true;
            }
            if branch.loose > 0 {
                homes.push((branch.node, branch.loose));
            }
            forest.extend(branch.shown);
        }
        homes.sort_unstable();
        Ok(Self::assemble(parents, &published, &homes))
    }

    /// From the published nodes and the atoms as (home, n) in the order of their homes.
    pub(super) fn assemble(
        parents: Vec<Option<usize>>,
        published: &[bool],
        homes: &[(usize, usize)],
    ) -> Self {
        let mut atoms: Vec<Atom> = homes
            .iter()
            .map(|&(home, n)| Atom {
                home,
                nodes: Vec::new(),
                n,
            })
            .collect();
        let mut atom_of: Vec<Option<usize>> = Vec::with_capacity(parents.len());
        for (node, (parent, shown)) in parents.iter().zip(published).enumerate() {
            let atom = if *shown {
                homes.binary_search_by_key(&node, |&(home, _)| home).ok()
            } else {
                parent.and_then(|parent| atom_of.get(parent).copied().flatten())
            };
            if let Some(atom) = atom.and_then(|atom| atoms.get_mut(atom)) {
                atom.nodes.push(node);
            }
            atom_of.push(atom);
        }
        let mut sums: Vec<Option<Vec<usize>>> =
            published.iter().map(|shown| shown.then(Vec::new)).collect();
        for (atom, &(home, _)) in homes.iter().enumerate() {
            let mut at = Some(home);
            while let Some(node) = at {
                if let Some(Some(sum)) = sums.get_mut(node) {
                    sum.push(atom);
                }
                at = parents.get(node).copied().flatten();
            }
        }
        Self {
            parents,
            atoms,
            atom_of,
            published: sums,
        }
    }

    pub fn atoms(&self) -> &[Atom] {
        &self.atoms
    }

    /// The atom at home in `node`, which is the people outside its published descendants.
    pub fn atom_at(&self, node: usize) -> Option<usize> {
        let found = self.atoms.binary_search_by_key(&node, |atom| atom.home);
        found.ok()
    }

    /// The atom that the people directly at `node` belong to; `None` if they are in no group of k.
    pub fn atom_of(&self, node: usize) -> Option<usize> {
        self.atom_of.get(node).copied().flatten()
    }

    /// The atoms that `node` is the sum of, or `None` if it is not published.
    pub fn published(&self, node: usize) -> Option<&[usize]> {
        self.published.get(node)?.as_deref()
    }

    /// Whether `node` is `top` or below it.
    pub fn is_within(&self, node: usize, top: usize) -> bool {
        let above = |&node: &usize| self.parents.get(node).copied().flatten();
        std::iter::successors(Some(node), above).any(|at| at == top)
    }

    /// How many nodes are above `node`.
    pub fn depth(&self, node: usize) -> usize {
        let above = |&node: &usize| self.parents.get(node).copied().flatten();
        std::iter::successors(Some(node), above).count() - 1
    }

    /// Whether there are nodes below `node`.
    pub fn has_children(&self, node: usize) -> bool {
        self.parents.contains(&Some(node))
    }

    pub(super) fn parents(&self) -> &[Option<usize>] {
        &self.parents
    }
}

/// A node with everything below it: the published descendants that no other one contains, and the people in
/// none of them.
struct Branch {
    node: usize,
    size: usize,
    loose: usize,
    shown: Vec<Branch>,
}

fn published_forest(nodes: &[Node], k: usize) -> Result<Vec<Branch>, DisclosureError> {
    let mut branches = Vec::with_capacity(nodes.len());
    for (node, &Node { parent, own }) in nodes.iter().enumerate() {
        if let Some(parent) = parent.filter(|&parent| parent >= node) {
            return Err(DisclosureError::ParentAfterChild { node, parent });
        }
        branches.push(Branch {
            node,
            size: own,
            loose: own,
            shown: Vec::new(),
        });
    }
    let mut forest = Vec::new();
    // From the last to the first, so that a branch is complete when its turn comes.
    while let Some(mut branch) = branches.pop() {
        branch.settle(k);
        let parent = nodes.get(branch.node).and_then(|node| node.parent);
        match parent.and_then(|parent| branches.get_mut(parent)) {
            Some(parent) => parent.take(branch, k),
            None if branch.size >= k => forest.push(branch),
            None => {}
        }
    }
    Ok(forest)
}

impl Branch {
    fn settle(&mut self, k: usize) {
        while self.loose > 0 && self.loose < k {
            let smallest = self
                .shown
                .iter()
                .enumerate()
                .min_by_key(|(_, b)| (b.size, b.node));
            let Some((at, _)) = smallest else { break };
            let hidden = self.shown.swap_remove(at);
            self.loose += hidden.loose;
            self.shown.extend(hidden.shown);
        }
    }

    fn take(&mut self, child: Branch, k: usize) {
        self.size += child.size;
        if child.size >= k {
            self.shown.push(child);
        } else {
            self.loose += child.loose;
        }
    }
}
