//! A team or department as a survey lead reads it: what its leader reads, without what is the team's own.

use crate::access;
use crate::app::App;
use crate::chart::report as chart;
use crate::error::Outcome;
use crate::export::Reader;
use crate::ids::WaveId;
use crate::report::TeamPage;
use crate::results;
use crate::store::act::Kind;
use crate::text::Lang;
use crate::web::id::{Id, Node};
use crate::web::parts::of_others;
use crate::web::reply::{Failure, on};
use crate::web::report::Subject;
use crate::web::report::department::Around;
use crate::web::visit::{Hr, Visit};
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::{Error, FromRequest, HttpRequest, HttpResponse, web};
use futures_util::future::LocalBoxFuture;

/// A node of a released wave.
pub struct OfGroup {
    hr: Hr,
    wave: WaveId,
    node: i32,
}

/// GET `/hr/waves/{wave}/groups/{node}`: its report.
pub async fn show(app: web::Data<App>, of: OfGroup) -> Result<HttpResponse, Failure> {
    let gzip = of.visit().gzip;
    let page = on(&app, move |app| {
        of.check(app)?;
        let below = |node: i32| format!("/hr/waves/{}/groups/{node}", of.wave);
        let around = Around {
            home: format!("/hr/waves/{}/organisation", of.wave),
            home_title: "organisation-title",
            own: false,
            direct: results::direct(app, &of.wave, of.node)?.map(below),
        };
        of_others(app, &of, (&of.wave, of.node), &around)
    });
    Ok(page.await?.reply(StatusCode::OK, gzip)?)
}

impl Subject for OfGroup {
    type Report = TeamPage;

    const READER: Reader = Reader::Hr;
    const CHARTS: &'static [&'static str] = &chart::TEAM;

    fn visit(&self) -> &Visit {
        &self.hr.0
    }

    fn base(&self) -> String {
        format!("/hr/waves/{}/groups/{}", self.wave, self.node)
    }

    fn check(&self, app: &App) -> Outcome<()> {
        results::in_organisation(app, &self.wave, self.node).map(drop)
    }

    fn read(&self, app: &App, lang: Lang) -> Outcome<TeamPage> {
        results::group(app, &self.wave, self.node, lang)
    }

    fn downloaded(&self, app: &App) -> Outcome<()> {
        access::note(app, &self.hr.by(), Kind::Downloaded, self.wave.as_str())
    }
}

impl FromRequest for OfGroup {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let hr = Hr::from_request(request, payload);
        let wave = Id::from_request(request, payload).into_inner();
        let node = Id::from_request(request, payload).into_inner();
        Box::pin(async move {
            let hr = hr.await?;
            let (Id(wave), Id(Node(node))) = (wave?, node?);
            Ok(Self { hr, wave, node })
        })
    }
}
