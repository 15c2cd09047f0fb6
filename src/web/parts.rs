//! What HR partners see: participation and results of their parts of the tree.

use super::compress::Compressed;
use super::hr::Group;
use super::reply::{Failure, on};
use super::report::department::{Around, department};
use super::report::team::changes;
use super::report::{Subject, page};
use super::viewer::{OfPart, Partner};
use super::visit::Visit;
use crate::access;
use crate::app::App;
use crate::chart::report as chart;
use crate::error::Outcome;
use crate::export::Reader;
use crate::ids::{TeamId, WaveId};
use crate::report::{GapRow, PageKind, TeamPage};
use crate::results;
use crate::store::act::Kind;
use crate::store::wave::{State, Wave};
use crate::text::Lang;
use crate::wave;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::sync::Arc;

#[derive(Serialize)]
struct PartsPage {
    /// The parts, with the names from the top.
    parts: Vec<String>,
    waves: Vec<PartWave>,
    /// Two of them can be compared.
    compares: bool,
}

#[derive(Serialize)]
struct PartWave {
    title: String,
    state: &'static str,
    state_label: String,
    /// The public page of what was promised.
    promise: Option<String>,
    /// The list of those who lead in these parts.
    readers: String,
    groups: Vec<Group>,
    reports: Vec<Report>,
}

#[derive(Serialize)]
struct Report {
    name: String,
    own: bool,
    depth: usize,
    href: String,
}

/// GET `/parts`: the waves, with what may be told of somebody's parts.
pub async fn list(app: web::Data<App>, partner: Partner) -> Result<HttpResponse, Failure> {
    let (lang, viewer) = (partner.visit.lang, partner.viewer);
    let view = on(&app, move |app| {
        let mine = access::accounts(app)?.into_iter();
        let mine = mine.filter(|one| one.person == viewer.person.id);
        let parts = mine.flat_map(|one| one.parts).map(|(_, path)| path);
        let waves = wave::list(app)?;
        let launched = waves.iter().filter(|wave| wave.state != State::Draft);
        let released = waves.iter().filter(|wave| wave.state == State::Released);
        Ok(PartsPage {
            compares: released.count() > 1,
            parts: parts.collect(),
            waves: launched
                .map(|wave| PartWave::read(app, wave, &viewer.parts, lang))
                .collect::<Outcome<_>>()?,
        })
    })
    .await?;
    partner.visit.html(&app, "parts.html", &view)
}

impl PartWave {
    fn read(app: &App, wave: &Wave, parts: &[TeamId], lang: Lang) -> Outcome<Self> {
        let state = wave.state.as_str();
        let counts = wave::participation_of(app, &wave.id, parts)?;
        let counted = wave.participation_at.is_some();
        let counts = counts.iter().filter(|_| counted);
        let nodes = match wave.state {
            State::Released => results::part_nodes(app, parts, &wave.id)?,
            _ => Vec::new(),
        };
        let top = nodes
            .iter()
            .map(|node| node.depth)
            .min()
            .unwrap_or_default();
        let report = |node: results::PartNode| Report {
            depth: node.depth - top,
            href: format!("/parts/{}/{}", wave.id, node.node),
            name: node.name,
            own: node.own,
        };
        let promise = wave::overview(app, &wave.id)?.promise;
        Ok(Self {
            title: wave.title.clone(),
            state,
            state_label: lang.text(&format!("hr-state-{state}")),
            readers: format!("/parts/{}/readers", wave.id),
            promise: promise.map(|(_, root)| format!("/wave/{root}")),
            groups: counts.map(|count| Group::new(count, lang)).collect(),
            reports: nodes.into_iter().map(report).collect(),
        })
    }
}

#[derive(Serialize)]
struct Beside {
    moved: Vec<GapRow>,
    unmoved: Vec<GapRow>,
    partner: bool,
    #[serde(flatten)]
    around: Around,
}

/// GET `/parts/{wave}/{node}`: the report of a node.
pub async fn show(app: web::Data<App>, of: OfPart) -> Result<HttpResponse, Failure> {
    let gzip = of.visit().gzip;
    let page = on(&app, move |app| {
        of.check(app)?;
        let parts = &of.partner.viewer.parts;
        let reads = |node: &i32| results::in_part(app, parts, &of.wave, *node).is_ok();
        let direct = results::direct(app, &of.wave, of.node)?.filter(reads);
        let around = Around {
            home: "/parts".to_owned(),
            home_title: "parts-title",
            own: false,
            direct: direct.map(|node| format!("/parts/{}/{node}", of.wave)),
        };
        of_others(app, &of, (&of.wave, of.node), &around)
    });
    Ok(page.await?.reply(StatusCode::OK, gzip)?)
}

/// The page of a node, for somebody who does not lead it.
pub fn of_others<S: Subject<Report = TeamPage>>(
    app: &App,
    of: &S,
    (wave, node): (&WaveId, i32),
    around: &Around,
) -> Outcome<Arc<Compressed>> {
    if results::kind(app, wave, node)? == PageKind::Below {
        return department(app, of, around);
    }
    // What is said of earlier waves can change with a release.
    let key = ("part", results::edition(app)?, around);
    page(app, of, "part.html", &key, |page| {
        let (moved, unmoved) = page.report.as_ref().map(changes).unwrap_or_default();
        Beside {
            moved,
            unmoved,
            partner: true,
            around: around.clone(),
        }
    })
}

impl Subject for OfPart {
    type Report = TeamPage;

    const READER: Reader = Reader::Hr;
    const CHARTS: &'static [&'static str] = &chart::TEAM;

    fn visit(&self) -> &Visit {
        &self.partner.visit
    }

    fn base(&self) -> String {
        format!("/parts/{}/{}", self.wave, self.node)
    }

    fn check(&self, app: &App) -> Outcome<()> {
        results::in_part(app, &self.partner.viewer.parts, &self.wave, self.node).map(drop)
    }

    fn read(&self, app: &App, lang: Lang) -> Outcome<TeamPage> {
        let parts = &self.partner.viewer.parts;
        results::part(app, parts, (&self.wave, self.node), lang)
    }

    fn downloaded(&self, app: &App) -> Outcome<()> {
        let by = self.partner.visit.by();
        access::note(app, &by, Kind::Downloaded, self.wave.as_str())
    }
}
