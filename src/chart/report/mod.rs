//! The charts of reports: what each shows, in the words of a language.

mod gap;
mod heat;
mod trend;

pub use gap::gap;
pub use heat::{ROWS, heat};
pub use trend::trend;

use super::Width;

/// An id that both formats of a chart can have on one page.
fn id(name: &str, width: Width) -> String {
    match width {
        Width::Wide => format!("{name}-wide"),
        Width::Narrow => format!("{name}-narrow"),
    }
}
