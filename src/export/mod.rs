//! Results as files for other programs.

mod book;
mod document;
mod file_name;
mod organisation;
pub mod pdf;
mod team;
mod tidy;
pub mod workbook;
mod zip;

pub use book::{organisation_book, team_book};
pub use document::{Reader, organisation_document, team_document};
pub use file_name::file_name;
pub use organisation::organisation;
pub use team::team;
pub use tidy::{TidyRow, tidy_csv};
pub use zip::archive;
