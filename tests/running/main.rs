//! What HR can put right in a running wave, and who is told of it: addresses, leaders, the end, one person more, and
//! that there will be none. `tests/cases` has the files.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
mod support;

mod addresses;
mod called_off;
mod changes;
mod leaders;
mod stage;
