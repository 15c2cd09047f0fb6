//! Who got which report of a released wave, and why not.

use crate::access;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{TeamId, WaveId};
use crate::results::{self, ReaderLine};
use crate::store::act::Kind;
use crate::store::outbox::Delivery;
use crate::text::{Lang, folded};
use crate::web::asked::{Asked, Pages};
use crate::web::download::{self, attachment};
use crate::web::id::Id;
use crate::web::reply::{Failure, on};
use crate::web::viewer::Partner;
use crate::web::visit::{Hr, Visit};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// Lines on a page.
const EACH: usize = 100;

#[derive(Serialize)]
struct ReadersPage {
    base: String,
    home: String,
    home_title: &'static str,
    wave: String,
    /// Where the reports are, below which a node leads to one.
    reports: String,
    q: String,
    which: String,
    sort: String,
    /// All lines there are, and those that match.
    all: usize,
    found: usize,
    /// How many read a report of their own, with others, of all below, none.
    counts: [usize; 4],
    lines: Vec<Line>,
    pages: Option<Pages>,
}

#[derive(Clone, Serialize)]
struct Line {
    name: Option<String>,
    team: String,
    node: i32,
    /// `own`, `together`, `below`, `nothing`, or `none` for whoever reads no page at all.
    kind: &'static str,
    why: String,
    /// `sent`, `waiting`, `lost`, or `none`.
    mail: &'static str,
}

impl From<ReaderLine> for Line {
    fn from(one: ReaderLine) -> Self {
        Self {
            name: one.name,
            team: one.team,
            node: one.node,
            kind: one.kind.map_or("none", crate::report::PageKind::key),
            why: one.why,
            mail: match one.mail {
                Some(Delivery::Sent | Delivery::Uncertain) => "sent",
                Some(Delivery::Queued) => "waiting",
                Some(Delivery::Refused | Delivery::Failed | Delivery::Bounced) => "lost",
                Some(Delivery::Needless) | None => "none",
            },
        }
    }
}

/// Whose list it is and where it stands.
struct Place {
    wave: WaveId,
    parts: Option<Vec<TeamId>>,
    base: String,
    home: String,
    home_title: &'static str,
    reports: String,
}

impl Place {
    fn of_hr(wave: WaveId) -> Self {
        Self {
            base: format!("/hr/waves/{wave}/readers"),
            home: format!("/hr/waves/{wave}"),
            home_title: "readers-home",
            reports: format!("/hr/waves/{wave}/groups"),
            parts: None,
            wave,
        }
    }

    fn of_partner(wave: WaveId, parts: Vec<TeamId>) -> Self {
        Self {
            base: format!("/parts/{wave}/readers"),
            home: "/parts".to_owned(),
            home_title: "parts-title",
            reports: format!("/parts/{wave}"),
            parts: Some(parts),
            wave,
        }
    }

    fn lines(&self, app: &App, lang: Lang) -> Outcome<Vec<Line>> {
        let lines = results::readers(app, &self.wave, self.parts.as_deref(), lang)?;
        Ok(lines.into_iter().map(Line::from).collect())
    }
}

/// GET `/hr/waves/{wave}/readers`.
pub async fn list(
    app: web::Data<App>,
    hr: Hr,
    Id(wave): Id<WaveId>,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    page(&app, &hr.0, Place::of_hr(wave), asked).await
}

/// GET `/hr/waves/{wave}/readers.csv`: the same for other programs.
pub async fn csv(
    app: web::Data<App>,
    hr: Hr,
    Id(wave): Id<WaveId>,
) -> Result<HttpResponse, Failure> {
    file(&app, Place::of_hr(wave), hr.by()).await
}

/// GET `/parts/{wave}/readers`.
pub async fn of_parts(
    app: web::Data<App>,
    partner: Partner,
    Id(wave): Id<WaveId>,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    let place = Place::of_partner(wave, partner.viewer.parts);
    page(&app, &partner.visit, place, asked).await
}

/// GET `/parts/{wave}/readers.csv`.
pub async fn csv_of_parts(
    app: web::Data<App>,
    partner: Partner,
    Id(wave): Id<WaveId>,
) -> Result<HttpResponse, Failure> {
    let by = partner.visit.by();
    file(&app, Place::of_partner(wave, partner.viewer.parts), by).await
}

async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    place: Place,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    let lang = visit.lang;
    let page = on(app, move |app| {
        let released = results::released(app)?.into_iter();
        let mut released = released.filter(|(known, _)| *known == place.wave);
        let (_, title) = released.next().ok_or(Problem::NotFound)?;
        Ok(ReadersPage::of(
            place.lines(app, lang)?,
            title,
            place,
            &asked,
        ))
    })
    .await?;
    visit.html(app, "hr/readers.html", &page)
}

impl ReadersPage {
    fn of(all: Vec<Line>, wave: String, place: Place, asked: &Asked) -> Self {
        let words = folded(asked.text("q"));
        let (which, sort) = (asked.text("which"), asked.text("sort"));
        let of = |kind: &str| all.iter().filter(|line| line.kind == kind).count();
        let counts = ["own", "together", "below", "nothing"].map(of);
        let mut found: Vec<&Line> = all.iter().filter(|line| line.has(&words, which)).collect();
        match sort {
            "name" => found.sort_by_key(|line| {
                (
                    line.name.is_none(),
                    folded(line.name.as_deref().unwrap_or_default()),
                )
            }),
            "kind" => found.sort_by_key(|line| line.kind),
            _ => {}
        }
        let shown = found.iter().skip(asked.page() * EACH).take(EACH);
        Self {
            lines: shown.map(|line| (*line).clone()).collect(),
            q: asked.text("q").to_owned(),
            which: which.to_owned(),
            sort: sort.to_owned(),
            found: found.len(),
            pages: asked.pages(found.len(), EACH),
            all: all.len(),
            base: place.base,
            home: place.home,
            home_title: place.home_title,
            reports: place.reports,
            counts,
            wave,
        }
    }
}

impl Line {
    fn has(&self, words: &str, which: &str) -> bool {
        let name = self.name.as_deref().unwrap_or_default();
        let text = folded(&format!("{name} {}", self.team));
        let fits = match which {
            "without" => matches!(self.kind, "nothing" | "none"),
            "untold" => self.mail != "sent",
            "" => true,
            kind => self.kind == kind,
        };
        fits && words.split_whitespace().all(|word| text.contains(word))
    }
}

async fn file(app: &web::Data<App>, place: Place, by: String) -> Result<HttpResponse, Failure> {
    let lines = on(app, move |app| {
        let lines = place.lines(app, Lang::En)?;
        access::note(app, &by, Kind::Downloaded, place.wave.as_str())?;
        Ok(lines)
    })
    .await?;
    let table = table(&lines).map_err(|error| Problem::fault("csv", error))?;
    Ok(attachment("gutcheck-readers.csv", download::CSV.1, table))
}

fn table(lines: &[Line]) -> Result<Vec<u8>, csv::Error> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(["leader", "team", "reads", "why", "mail"])?;
    for line in lines {
        let name = super::log::guarded(line.name.as_deref().unwrap_or_default());
        let team = super::log::guarded(&line.team);
        table.write_record([&*name, &*team, line.kind, &line.why, line.mail])?;
    }
    table
        .into_inner()
        .map_err(|error| error.into_error().into())
}
