/// The smallest k anybody may choose.
const FLOOR: usize = 5;

/// The promise of a wave: groups have at least `k` people, and `c` of a group would have to tell each other
/// their answers before they could work out somebody else's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    k: usize,
    c: usize,
}

impl Rule {
    /// # Errors
    /// When `k` is below 5, `c` is 0, or `k` is smaller than twice `c`.
    pub fn new(k: usize, c: usize) -> Result<Self, DisclosureError> {
        if k < FLOOR {
            return Err(DisclosureError::GroupTooSmall { k });
        }
        if c == 0 || k < 2 * c {
            return Err(DisclosureError::CoalitionOutOfRange { k, c });
        }
        Ok(Self { k, c })
    }

    pub fn k(&self) -> usize {
        self.k
    }

    pub fn c(&self) -> usize {
        self.c
    }
}

/// Why results cannot be released or read back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DisclosureError {
    #[error("the smallest group is {k}; choose {FLOOR} or more")]
    GroupTooSmall { k: usize },
    #[error(
        "the coalition size is {c} with groups of {k}; choose from 1 to half of the group size"
    )]
    CoalitionOutOfRange { k: usize, c: usize },
    #[error("node {node} names node {parent} as its parent; list parents before their children")]
    ParentAfterChild { node: usize, parent: usize },
    #[error("node {node} has no parent; only the first node is the root")]
    SeveralRoots { node: usize },
    #[error("node {node} is not in the tree; list every node with its parent")]
    NoSuchNode { node: usize },
    #[error("there are {given} counts for {cells} groups; give one for each group")]
    CountMissing { cells: usize, given: usize },
    #[error(
        "group {cell} has {ballots} answer sheets of {asked} people; count each person's sheet and their replaced ones"
    )]
    TooManyBallots {
        cell: usize,
        asked: usize,
        ballots: usize,
    },
    #[error(
        "group {cell} has {ballots} ballots but {counted} answer sheets; count each ballot once"
    )]
    CountMismatch {
        cell: usize,
        ballots: usize,
        counted: usize,
    },
    #[error(
        "the tally of group {cell} is of another survey; start every tally from the same items"
    )]
    OtherItems { cell: usize },
    #[error(
        "the answer sheet has {found} answers for {expected} items; check it against the survey first"
    )]
    SheetLength { expected: usize, found: usize },
    #[error(
        "the answer {value} to item {item} is not one of its {options} options; check it against the survey first"
    )]
    NoSuchOption {
        item: usize,
        value: u8,
        options: usize,
    },
    #[error("the stored results cannot be used: {0}; restore them from a backup")]
    Stored(String),
}
