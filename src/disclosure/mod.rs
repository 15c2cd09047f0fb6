//! Disclosure control: raw counts go in, and what comes out may be read by anyone entitled to the wave.
//!
//! People are asked in *cells* and divided into *atoms* of at least k different people, by sizes alone; every
//! atom's counts are clipped so that no few of its members can work out another's answer; and every printed
//! number is a function of sums of clipped atoms, in steps. [`Released`] is the mark of a value that went through
//! here, and nothing else can make one; its figures come out [`Printed`].

mod atoms;
mod cells;
mod clip;
mod enough;
mod figure;
mod groups;
mod led;
mod organisation;
mod participation;
mod people;
mod printed;
mod raw;
mod release;
mod rule;
mod shape;
mod sheets;
mod steps;
mod stored;
#[cfg(test)]
mod tests;
mod tree;

pub use atoms::Atom;
pub use cells::{Cell, Cells, Choice, Kind};
pub use enough::Came;
pub use figure::Figure;
pub use groups::{Asked, COMMENTED, Counted, Groups, Read};
pub use led::{LEADERS, levelled, spreads};
pub use organisation::{Careless, Organisation, ScaleFigures};
pub use participation::Participation;
pub use people::People;
pub use printed::{Printed, Shares, Spread};
pub use raw::RawTally;
pub use release::{Ballots, Release, Released, release};
pub use rule::{DisclosureError, Rule};
pub use shape::Shape;
pub use steps::{SHARED, STEP_TABLE};
pub use stored::{Stored, decode, encode};
pub use tree::Tree;
