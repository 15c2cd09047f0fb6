//! Mail: what a message says, the worker that sends what is queued, and what came back.

mod account;
mod after;
mod batch;
mod bounce;
mod called_off;
mod compose;
mod counts;
mod deliver;
mod head;
mod pace;
mod resend;
mod returned;
mod sample;
mod second_look;
mod template;

pub use counts::{Counts, Standing, again, counts, standing, sweep, unreachable, useful};
pub use deliver::deliver;
pub use resend::{Asked, MOST_FOUND, resend, search};
pub use returned::{Returned, returned};
pub use sample::{SAMPLES, sample, send_now};
