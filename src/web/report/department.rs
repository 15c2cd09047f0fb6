//! The page of all teams below a node, for those who are above their leaders.

use super::team::changes;
use super::{Subject, page};
use crate::app::App;
use crate::error::Outcome;
use crate::report::{GapRow, TeamPage};
use crate::results;
use crate::web::compress::Compressed;
use serde::Serialize;
use std::sync::Arc;

/// Where the page stands among those of its reader.
#[derive(Clone, Serialize)]
pub struct Around {
    /// The page that leads to it, and the message that names it.
    pub home: String,
    pub home_title: &'static str,
    /// The reader is the head of these teams.
    pub own: bool,
    /// The report of the people whom the head leads directly.
    pub direct: Option<String>,
}

#[derive(Serialize)]
struct Beside {
    moved: Vec<GapRow>,
    unmoved: Vec<GapRow>,
    #[serde(flatten)]
    around: Around,
}

/// The page, once it is checked who may read it.
pub fn department<S: Subject<Report = TeamPage>>(
    app: &App,
    of: &S,
    around: &Around,
) -> Outcome<Arc<Compressed>> {
    // What is said of earlier waves can change with a release.
    let key = (results::edition(app)?, around);
    page(app, of, "department.html", &key, |page| {
        let (moved, unmoved) = page.report.as_ref().map(changes).unwrap_or_default();
        Beside {
            moved,
            unmoved,
            around: around.clone(),
        }
    })
}
