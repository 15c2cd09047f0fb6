//! Mail: what a message says, the way it leaves, the worker that sends what is queued, and what came back.

mod bounce;
mod conversation;
mod counts;
mod deliver;
mod desk;
mod dkim;
mod form;
mod letter;
mod message;
mod pace;
mod post;
mod returned;
mod server;
mod setback;
mod stream;

pub use counts::{Counts, Standing, again, counts, standing, sweep, unreachable, useful};
pub use deliver::deliver;
pub use form::Forms;
pub use letter::Letter;
pub use post::{Delivered, Post};
pub use returned::{Returned, returned};
