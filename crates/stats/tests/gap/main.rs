//! What the words and intervals of gaps and moves promise: for every family, and what they are worth in invented
//! organisations, in every kind and size of team, whatever the noise of the leaders' answers.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod promises;
mod simulated;
mod simulation;
