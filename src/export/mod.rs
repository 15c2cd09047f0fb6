//! Results as files for other programs.

mod file_name;
mod json;
mod organisation;
mod team;
mod tidy;

pub use file_name::file_name;
pub use json::json;
pub use organisation::organisation;
pub use team::team;
pub use tidy::{TidyRow, tidy_csv};
