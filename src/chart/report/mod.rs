//! The charts of reports: what each shows, in the words of a language.

mod gap;
mod heat;
mod trend;

pub use heat::ROWS;

use super::{Svg, Width};
use crate::report::{OrganisationPage, TeamPage};
use crate::text::Lang;

/// The charts of a team's report, by their names in addresses and templates.
pub const TEAM: [&str; 2] = ["gap", "trend"];

/// Those of the organisation's.
pub const ORGANISATION: [&str; 2] = ["heat", "trend"];

/// A chart of a team's report; `None` for one that it does not have.
pub fn of_team(page: &TeamPage, name: &str, width: Width, lang: Lang) -> Option<Svg> {
    let report = page.report.as_ref()?;
    match name {
        "gap" => Some(gap::gap(report, width, lang)),
        "trend" => Some(trend::trend(
            page.trend.as_ref()?,
            page.since.as_deref(),
            width,
            lang,
        )),
        _ => None,
    }
}

/// A chart of the organisation's report; `None` for one that it does not have.
pub fn of_organisation(
    page: &OrganisationPage,
    name: &str,
    width: Width,
    lang: Lang,
) -> Option<Svg> {
    match name {
        "heat" => Some(heat::heat(&page.report, width, lang)),
        "trend" => Some(trend::trend(
            page.trend.as_ref()?,
            page.since.as_deref(),
            width,
            lang,
        )),
        _ => None,
    }
}

/// An id that both formats of a chart can have on one page.
fn id(name: &str, width: Width) -> String {
    match width {
        Width::Wide => format!("{name}-wide"),
        Width::Narrow => format!("{name}-narrow"),
    }
}
