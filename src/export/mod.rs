//! Results as files for other programs.

mod organisation;
mod tidy;

pub use organisation::organisation;
pub use tidy::{TidyRow, tidy_csv};
