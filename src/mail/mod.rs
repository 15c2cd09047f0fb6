//! Mail: what a message says, the worker that sends what is queued, and what came back.

mod account;
mod batch;
mod bounce;
mod compose;
mod counts;
mod deliver;
mod pace;
mod returned;
mod template;

pub use counts::{Counts, Standing, again, counts, standing, sweep, unreachable, useful};
pub use deliver::deliver;
pub use returned::{Returned, returned};
