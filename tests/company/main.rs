//! Signing in by the company, against a provider of the test's own that can lie.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "../support/mod.rs"]
mod support;

mod arriving;
mod doors;
mod doubts;
mod flow;
mod groups;
mod http;
mod keys;
mod leaving;
mod provider;
mod stage;
