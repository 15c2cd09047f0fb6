//! The charts of reports: what each shows, in the words of a language.

mod gap;
mod heat;
mod involvement;
mod kept;
mod leaders;
mod ranking;
mod spread;
mod trend;

pub use heat::MOST_ROWS;

use super::{Svg, Width};
use crate::report::{OrganisationPage, PageKind, TeamPage};
use crate::text::{Lang, Sentence};
use trend::Whose;

/// The charts of a team's report, by their names in addresses and templates.
pub const TEAM: [&str; 6] = [
    "gap",
    "leaders",
    "commitments",
    "trend",
    "involvement",
    "spread",
];

/// Those of the organisation's.
pub const ORGANISATION: [&str; 3] = ["heat", "ranking", "trend"];

/// A chart of a team's report; `None` for one that it does not have.
pub fn of_team(page: &TeamPage, name: &str, width: Width, lang: Lang) -> Option<Svg> {
    let report = page.report.as_ref()?;
    match name {
        "gap" => Some(gap::gap(report, page.kind, width, lang)),
        "leaders" => leaders::leaders(page.leaders.as_ref()?, width, lang),
        "trend" => Some(trend::trend(
            page.trend.as_ref()?,
            match page.kind {
                PageKind::Below => Whose::Organisation,
                PageKind::Own | PageKind::Together | PageKind::Nothing => Whose::Team,
            },
            page.since.as_deref(),
            width,
            lang,
        )),
        "involvement" => {
            let found = report.involvement.as_ref()?;
            Some(involvement::involvement(report, found, width, lang))
        }
        "spread" => Some(spread::spread(page.spread.as_ref()?, width, lang)),
        "commitments" if !page.judged.is_empty() => Some(kept::kept(&page.judged, width, lang)),
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
        "ranking" => ranking::ranking(page.ranking.as_ref()?, width, lang),
        "trend" => Some(trend::trend(
            page.trend.as_ref()?,
            Whose::Organisation,
            page.since.as_deref(),
            width,
            lang,
        )),
        _ => None,
    }
}

/// Three shares in one sentence.
fn three(
    label: &str,
    [a, b, c]: [i64; 3],
    [first, second, third]: [&str; 3],
    lang: Lang,
) -> String {
    Sentence::new("chart-shares-row")
        .with("label", label)
        .with("a", a.to_string())
        .with("b", b.to_string())
        .with("c", c.to_string())
        .with("first", first)
        .with("second", second)
        .with("third", third)
        .in_lang(lang)
}
