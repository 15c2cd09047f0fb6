use super::rule::DisclosureError;

/// The tree of teams by node: the node above each, which comes before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tree {
    parents: Vec<Option<usize>>,
}

impl Tree {
    /// # Errors
    /// When a parent does not come before its child, or a node other than the first has none.
    pub fn new(parents: Vec<Option<usize>>) -> Result<Self, DisclosureError> {
        for (node, parent) in parents.iter().enumerate() {
            match parent {
                Some(parent) if *parent >= node => {
                    return Err(DisclosureError::ParentAfterChild {
                        node,
                        parent: *parent,
                    });
                }
                None if node > 0 => return Err(DisclosureError::SeveralRoots { node }),
                _ => {}
            }
        }
        Ok(Self { parents })
    }

    /// How many nodes there are.
    pub fn len(&self) -> usize {
        self.parents.len()
    }

    pub fn is_empty(&self) -> bool {
        self.parents.is_empty()
    }

    /// The node above.
    pub fn above(&self, node: usize) -> Option<usize> {
        self.parents.get(node).copied().flatten()
    }

    /// Whether `node` is `top` or below it.
    pub fn is_within(&self, node: usize, top: usize) -> bool {
        self.path(node).any(|at| at == top)
    }

    /// How many nodes are above `node`.
    pub fn depth(&self, node: usize) -> usize {
        self.path(node).skip(1).count()
    }

    /// Whether there are nodes below `node`.
    pub fn has_children(&self, node: usize) -> bool {
        self.parents.contains(&Some(node))
    }

    pub(super) fn parents(&self) -> &[Option<usize>] {
        &self.parents
    }

    /// The node itself and all above it, upwards.
    pub(super) fn path(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |&node| self.above(node))
    }

    /// The lowest node that holds both.
    pub(super) fn meeting(&self, a: usize, b: usize) -> usize {
        self.path(a)
            .find(|&node| self.is_within(b, node))
            .unwrap_or(0)
    }
}
