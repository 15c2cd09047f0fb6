//! HR's console: the roster, the waves, and what to do next.

pub mod asked;
mod changes_view;
pub mod columns;
mod columns_view;
pub mod compare;
mod counting_view;
mod dashboard;
mod decisions_view;
pub mod eyes;
pub mod group;
mod groups_view;
mod import_view;
pub mod leaders;
pub mod log;
mod mail_view;
pub mod overview;
pub mod people;
pub mod preview;
pub mod readers;
mod repeat_view;
pub mod reports;
pub mod resend;
pub mod roster;
pub mod series;
pub mod slips;
pub mod team;
mod times;
mod tree;
mod trustees_view;
pub mod wave;
mod wave_view;
pub mod waves;

pub use groups_view::Group;
pub use times::Zone;

use super::reply::Failure;
use crate::error::Problem;
use crate::text::Lang;

/// The sentence of a refusal, to be shown beside the form; every other failure goes on as it is.
fn refusal(failure: Failure, lang: Lang) -> Result<String, Failure> {
    match failure {
        Failure(Problem::Refused(sentence)) => Ok(sentence.in_lang(lang)),
        other => Err(other),
    }
}
