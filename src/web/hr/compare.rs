//! Two waves that somebody chooses, side by side.

use crate::app::App;
use crate::error::Outcome;
use crate::ids::{TeamId, WaveId};
use crate::report::{ComparedRow, Comparison};
use crate::results;
use crate::text::folded;
use crate::web::asked::{Asked, Pages};
use crate::web::reply::{Failure, on};
use crate::web::viewer::Partner;
use crate::web::visit::{Hr, Visit};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// Rows on a page.
const EACH: usize = 100;

#[derive(Serialize)]
struct ComparePage {
    home: &'static str,
    home_title: &'static str,
    /// The address of the reports of the later wave, below which a node leads to one.
    reports: String,
    /// Released waves, the latest first.
    waves: Vec<(WaveId, String)>,
    /// The two that were chosen; `None` while there are not two.
    earlier: Option<WaveId>,
    later: Option<WaveId>,
    q: String,
    /// The rows that match.
    found: usize,
    /// Without its rows.
    comparison: Option<Comparison>,
    rows: Vec<ComparedRow>,
    pages: Option<Pages>,
}

/// GET `/hr/compare`: by default the last two.
pub async fn show(app: web::Data<App>, hr: Hr, asked: Asked) -> Result<HttpResponse, Failure> {
    page(&app, &hr.0, None, asked).await
}

/// GET `/parts/compare`: of somebody's parts.
pub async fn of_parts(
    app: web::Data<App>,
    partner: Partner,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    page(&app, &partner.visit, Some(partner.viewer.parts), asked).await
}

async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    parts: Option<Vec<TeamId>>,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    let lang = visit.lang;
    let page = on(app, move |app| {
        let mut page = ComparePage::of(app, parts.is_some(), &asked)?;
        if let (Some(earlier), Some(later)) = (&page.earlier, &page.later) {
            let found = results::compare(app, (earlier, later), parts.as_deref(), lang)?;
            page.take(found, &asked);
        }
        Ok(page)
    })
    .await?;
    visit.html(app, "compare.html", &page)
}

impl ComparePage {
    /// The two waves that are asked for, or the last two.
    fn of(app: &App, of_parts: bool, asked: &Asked) -> Outcome<Self> {
        let waves = results::released(app)?;
        let known = |name: &str| {
            let id = WaveId::parse(asked.text(name))?;
            waves.iter().find(|(wave, _)| *wave == id)
        };
        let later = known("later").or(waves.first()).map(|(id, _)| id.clone());
        let other = || waves.iter().find(|(id, _)| Some(id) != later.as_ref());
        let earlier = known("earlier").filter(|(id, _)| Some(id) != later.as_ref());
        let earlier = earlier.or_else(other).map(|(id, _)| id.clone());
        let shown = later.as_ref().map(ToString::to_string).unwrap_or_default();
        let (home, home_title, reports) = match of_parts {
            true => ("/parts", "parts-title", format!("/parts/{shown}")),
            false => (
                "/hr/organisation",
                "organisation-title",
                format!("/hr/waves/{shown}/groups"),
            ),
        };
        Ok(Self {
            home,
            home_title,
            reports,
            q: asked.text("q").to_owned(),
            later: later.filter(|_| earlier.is_some()),
            earlier,
            waves,
            found: 0,
            comparison: None,
            rows: Vec::new(),
            pages: None,
        })
    }

    fn take(&mut self, mut found: Comparison, asked: &Asked) {
        let words = folded(&self.q);
        let matches = |row: &ComparedRow| {
            let name = folded(&row.name);
            words.split_whitespace().all(|word| name.contains(word))
        };
        let rows = std::mem::take(&mut found.rows);
        let rows: Vec<ComparedRow> = rows.into_iter().filter(matches).collect();
        self.found = rows.len();
        self.pages = asked.pages(rows.len(), EACH);
        self.rows = rows
            .into_iter()
            .skip(asked.page() * EACH)
            .take(EACH)
            .collect();
        self.comparison = Some(found);
    }
}
