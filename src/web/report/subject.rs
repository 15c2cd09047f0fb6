use crate::access;
use crate::app::App;
use crate::chart::{Svg, Width, report as chart};
use crate::error::{Outcome, Problem};
use crate::export::pdf::Document;
use crate::export::workbook::Book;
use crate::export::{self, Reader as ReadBy, TidyRow};
use crate::ids::WaveId;
use crate::report::{OrganisationPage, TeamPage};
use crate::results;
use crate::store::act::Kind;
use crate::text::Lang;
use crate::wave;
use crate::web::id::{Id, Node};
use crate::web::viewer::Reader;
use crate::web::visit::{Member, Visit};
use actix_web::dev::Payload;
use actix_web::{Error, FromRequest, HttpRequest};
use futures_util::future::LocalBoxFuture;
use serde::Serialize;

/// Whose report is asked for, by somebody who may have it.
pub trait Subject: FromRequest<Error = Error> + Send + Sized + 'static {
    /// The report.
    type Report: Printed;

    /// For whom its document is.
    const READER: ReadBy;

    /// The charts of its page.
    const CHARTS: &'static [&'static str];

    /// Who asks.
    fn visit(&self) -> &Visit;

    /// The address below which its files are.
    fn base(&self) -> String;

    /// Not found for whoever may not have it, and where there is none.
    fn check(&self, app: &App) -> Outcome<()>;

    /// The report as its page shows it, once that is checked.
    fn read(&self, app: &App, lang: Lang) -> Outcome<Self::Report>;

    /// Notes that a file of it was handed out to somebody who works here.
    fn downloaded(&self, app: &App) -> Outcome<()>;
}

/// A report that is handed out as files.
pub trait Printed: Serialize {
    /// Whether its figures may be shown, and files made of them.
    fn is_shown(&self) -> bool;

    /// What its files are called.
    fn name(&self) -> [&str; 2];

    /// To print, with what is for this reader.
    fn document(&self, reader: ReadBy, lang: Lang) -> Document;

    /// The figures as a workbook.
    fn book(&self, lang: Lang) -> Book;

    /// The figures, each on a line of its own.
    fn rows(&self) -> Vec<TidyRow>;

    /// The chart of this name, if there is one.
    fn chart(&self, name: &str, width: Width, lang: Lang) -> Option<Svg>;
}

impl Printed for TeamPage {
    fn is_shown(&self) -> bool {
        self.report.is_some()
    }

    fn name(&self) -> [&str; 2] {
        [&self.team, &self.head.wave]
    }

    fn document(&self, reader: ReadBy, lang: Lang) -> Document {
        export::team_document(self, reader, lang)
    }

    fn book(&self, lang: Lang) -> Book {
        export::team_book(self, lang)
    }

    fn rows(&self) -> Vec<TidyRow> {
        export::team(self)
    }

    fn chart(&self, name: &str, width: Width, lang: Lang) -> Option<Svg> {
        chart::of_team(self, name, width, lang)
    }
}

impl Printed for OrganisationPage {
    fn is_shown(&self) -> bool {
        true
    }

    fn name(&self) -> [&str; 2] {
        ["gutcheck", &self.head.wave]
    }

    fn document(&self, _: ReadBy, lang: Lang) -> Document {
        export::organisation_document(self, lang)
    }

    fn book(&self, lang: Lang) -> Book {
        export::organisation_book(self, lang)
    }

    fn rows(&self) -> Vec<TidyRow> {
        export::organisation(&self.head.wave, &self.report)
    }

    fn chart(&self, name: &str, width: Width, lang: Lang) -> Option<Svg> {
        chart::of_organisation(self, name, width, lang)
    }
}

/// A team in a wave, for whoever was asked as its leader; others find nothing.
pub struct OfTeam {
    /// Who asks.
    pub member: Member,
    /// The wave.
    pub wave: WaveId,
    /// The team's node in it.
    pub node: i32,
}

impl Subject for OfTeam {
    type Report = TeamPage;

    const READER: ReadBy = ReadBy::Leader;
    const CHARTS: &'static [&'static str] = &chart::TEAM;

    fn visit(&self) -> &Visit {
        &self.member.visit
    }

    fn base(&self) -> String {
        format!("/teams/{}/{}", self.wave, self.node)
    }

    fn check(&self, app: &App) -> Outcome<()> {
        results::led(app, &self.member.viewer.person.id, &self.wave, self.node).map(drop)
    }

    fn read(&self, app: &App, lang: Lang) -> Outcome<TeamPage> {
        let team = results::led(app, &self.member.viewer.person.id, &self.wave, self.node)?;
        results::team(app, &team, &self.wave, self.node, lang)
    }

    /// What leaders keep of their own team is their own affair.
    fn downloaded(&self, _: &App) -> Outcome<()> {
        Ok(())
    }
}

impl FromRequest for OfTeam {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let member = Member::from_request(request, payload);
        let wave = Id::from_request(request, payload).into_inner();
        let node = Id::from_request(request, payload).into_inner();
        Box::pin(async move {
            let member = member.await?;
            let (Id(wave), Id(Node(node))) = (wave?, node?);
            Ok(Self { member, wave, node })
        })
    }
}

/// The organisation in a wave, for survey leads, and for auditors if its promise says so.
pub struct OfOrganisation {
    /// Who asks.
    pub reader: Reader,
    /// The wave.
    pub wave: WaveId,
}

impl Subject for OfOrganisation {
    type Report = OrganisationPage;

    const READER: ReadBy = ReadBy::Hr;
    const CHARTS: &'static [&'static str] = &chart::ORGANISATION;

    fn visit(&self) -> &Visit {
        &self.reader.visit
    }

    fn base(&self) -> String {
        format!("/hr/waves/{}", self.wave)
    }

    fn check(&self, app: &App) -> Outcome<()> {
        let read = !self.reader.by_promise || wave::auditors_read(app, &self.wave)?;
        read.then_some(()).ok_or(Problem::NotFound)
    }

    fn read(&self, app: &App, lang: Lang) -> Outcome<OrganisationPage> {
        self.check(app)?;
        results::organisation(app, &self.wave, lang)
    }

    fn downloaded(&self, app: &App) -> Outcome<()> {
        let by = self.reader.visit.by();
        access::note(app, &by, Kind::Downloaded, self.wave.as_str())
    }
}

impl FromRequest for OfOrganisation {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self, Error>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let reader = Reader::from_request(request, payload);
        let wave = Id::from_request(request, payload).into_inner();
        Box::pin(async move {
            let reader = reader.await?;
            let Id(wave) = wave?;
            Ok(Self { reader, wave })
        })
    }
}
