//! Disclosure control: raw counts go in, and what comes out may be read by anyone entitled to the wave.
//!
//! People are divided into *atoms* of at least k by sizes alone; every atom's counts are clipped so that no
//! category holds all but fewer than c of its people; and every released number is a function of sums of
//! clipped atoms. [`Released`] is the mark of a value that went through here, and nothing else can make one.

mod atoms;
mod cells;
mod clip;
mod enough;
mod gates;
mod groups;
mod organisation;
mod participation;
mod partition;
mod people;
mod raw;
mod release;
mod rule;
mod shape;
mod stored;
#[cfg(test)]
mod tests;
mod tree;

pub use cells::{Cell, Cells, Choice, Kind};
pub use clip::ItemTally;
pub use enough::Came;
pub use gates::{Comparability, DETAIL, comments, comparable};
pub use groups::{Asked, COMMENTED, Counted, Groups};
pub use organisation::{Careless, Organisation, ScaleFigures};
pub use participation::Participation;
pub use partition::{Atom, Node, Partition};
pub use people::People;
pub use raw::RawTally;
pub use release::{NodeTally, Release, Released, release};
pub use rule::{DisclosureError, Rule};
pub use shape::Shape;
pub use stored::{Stored, decode, encode};
pub use tree::Tree;
