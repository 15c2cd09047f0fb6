//! Reports: a team's for its leader, and the organisation's for HR, each as a page and as files.

pub mod department;
pub mod files;
mod groups;
pub mod organisation;
pub mod share;
pub mod slides;
mod subject;
pub mod team;

pub use subject::{OfOrganisation, OfTeam, Printed, Subject};

use super::compress::Compressed;
use super::download::Charts;
use crate::app::App;
use crate::chart::Width;
use crate::error::Outcome;
use serde::Serialize;
use std::sync::Arc;

/// What a template gets: the report, where it is, and what its page shows besides.
#[derive(Serialize)]
struct View<R, B> {
    base: String,
    #[serde(flatten)]
    report: R,
    #[serde(flatten)]
    beside: B,
}

/// The page of a report. `key` stands for all that it is made of and that can change; `beside` is what it shows
/// besides the report.
pub fn page<S: Subject, B: Serialize>(
    app: &App,
    of: &S,
    template: &str,
    key: &impl Serialize,
    beside: impl FnOnce(&S::Report) -> B,
) -> Outcome<Arc<Compressed>> {
    let visit = of.visit();
    visit.report(app, template, &(of.base(), key), || {
        let report = of.read(app, visit.lang)?;
        let draw = |name: &str, width: Width| report.chart(name, width, visit.lang);
        let charts = Charts::of(S::CHARTS, draw);
        let view = View {
            base: of.base(),
            beside: beside(&report),
            report,
        };
        Ok((view, charts))
    })
}
