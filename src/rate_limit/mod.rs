//! How often something may be tried. Every node counts for itself, in memory.

mod doors;
mod gate;
mod visitors;

pub use doors::{Door, Doors};
pub use gate::{Gate, Pass};
pub use visitors::VisitorLimit;
