//! Gutcheck: gut-check surveys for leaders and their teams.
//!
//! Data flows one way: survey -> invitation -> ballot -> tally -> disclosure -> report -> page, chart,
//! export, mail. README.md has the map of the rooms; `tests/architecture.rs` holds who may import whom.

pub mod access;
pub mod answer;
pub mod app;
pub mod assets;
pub mod chart;
pub mod cli;
pub mod commitment;
pub mod company;
pub mod config;
pub mod demo;
pub mod disclosure;
pub mod error;
pub mod export;
pub mod face;
pub mod fonts;
pub mod ids;
pub mod mail;
pub mod packing;
pub mod rate_limit;
pub mod report;
pub mod results;
pub mod retention;
pub mod roster;
pub mod schedule;
pub mod scoring;
pub mod settings;
pub mod store;
pub mod survey;
pub mod table;
pub mod text;
pub mod transport;
pub mod wave;
pub mod web;

pub use gutcheck_ballot as ballot;
pub use gutcheck_ballot::verify;
pub use gutcheck_stats as stats;
