//! Mail: what a message says, the ways it can leave, and the worker that sends what is queued.

mod counts;
mod deliver;
mod letter;
mod transport;

pub use counts::{Counts, counts};
pub use deliver::deliver;
pub use letter::Letter;
pub use transport::{Delivered, Post};
