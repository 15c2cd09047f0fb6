//! A report that is shared with everybody who was asked in its group: by its leader, or by promise.

use super::team::changes;
use super::{OfTeam, Printed, Subject};
use crate::app::App;
use crate::chart::{Width, report as chart};
use crate::error::{Outcome, Problem};
use crate::ids::{ShareId, TeamId, WaveId};
use crate::report::{CommitmentView, GapRow, TeamPage};
use crate::results;
use crate::store::share::Share;
use crate::text::Lang;
use crate::wave::{self, SharedWith, Sharing};
use crate::web::body::{Nothing, Posted};
use crate::web::compress::Compressed;
use crate::web::download::Charts;
use crate::web::id::{Id, Token};
use crate::web::reply::{Failure, on, see_other};
use crate::web::visit::{Guest, Hr, Visit};
use crate::web::visitor::Visitor;
use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::sync::Arc;

/// What the leader's page shows of it.
#[derive(Clone, Serialize)]
pub struct ShareCard {
    since: Option<String>,
    promised: bool,
    reason: Option<String>,
    mailed: usize,
    unmailed: usize,
}

impl ShareCard {
    /// Reads how it stands with a team's report.
    pub fn read(app: &App, wave: &WaveId, node: i32, lang: Lang) -> Outcome<Self> {
        let Sharing {
            since,
            promised,
            reason,
            people: [mailed, unmailed],
        } = wave::sharing(app, wave, node)?;
        Ok(Self {
            since: since.map(|day| lang.day(day)),
            promised,
            reason: reason.map(|key| lang.text(key)),
            mailed,
            unmailed,
        })
    }
}

/// What HR's page of a wave shows of them.
#[derive(Serialize)]
pub struct SharesCard(Vec<ShareLine>);

#[derive(Serialize)]
struct ShareLine {
    id: ShareId,
    teams: String,
    since: String,
    promised: bool,
}

impl SharesCard {
    /// Reads the reports of a wave that are shared.
    pub fn read(app: &App, wave: &WaveId, lang: Lang) -> Outcome<Self> {
        let line = |SharedWith { share, teams }| ShareLine {
            id: share.id,
            teams: teams.join(", "),
            since: lang.day(share.day),
            promised: share.promised,
        };
        let shares = wave::shares(app, wave)?.into_iter();
        Ok(Self(shares.map(line).collect()))
    }
}

/// POST `/teams/{wave}/{node}/share`: shares the report with the team.
pub async fn begin(
    app: web::Data<App>,
    of: OfTeam,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let page = format!("{}#share", of.base());
    on(&app, move |app| {
        wave::share(app, &of.member.viewer.person.id, &of.wave, of.node)
    })
    .await?;
    Ok(see_other(&page))
}

/// POST `/teams/{wave}/{node}/share/end`: takes it back.
pub async fn end(
    app: web::Data<App>,
    of: OfTeam,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let page = format!("{}#share", of.base());
    on(&app, move |app| {
        wave::end_share(app, &of.member.viewer.person.id, &of.wave, of.node)
    })
    .await?;
    Ok(see_other(&page))
}

/// POST `/hr/waves/{wave}/shares/{share}/end`: a survey lead takes a report back.
pub async fn end_for(
    app: web::Data<App>,
    hr: Hr,
    Id(wave): Id<WaveId>,
    Id(share): Id<ShareId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let (page, by) = (format!("/hr/waves/{wave}"), hr.by());
    on(&app, move |app| wave::end_share_of(app, &wave, &share, &by)).await?;
    Ok(see_other(&page))
}

#[derive(Serialize)]
struct Gone {}

/// The page of a shared report.
#[derive(Serialize)]
struct SharedPage {
    /// Templates leave out what is for leaders only.
    shared: bool,
    #[serde(flatten)]
    page: TeamPage,
    moved: Vec<GapRow>,
    unmoved: Vec<GapRow>,
    agreed: Vec<CommitmentView>,
}

/// GET `/shared/{token}`: the report, for whoever has the link. It knows no session, and search engines are told not to
/// list it.
pub async fn show(
    app: web::Data<App>,
    Guest(visit): Guest,
    Visitor(from): Visitor,
    Id(Token(token)): Id<Token>,
) -> Result<HttpResponse, Failure> {
    let (visit, found) = on(&app, move |app| {
        let found = wave::shared(app, &token)?;
        let found = found.map(|(share, team)| page(app, &visit, &share, &team));
        Ok((visit, found.transpose()?))
    })
    .await?;
    let mut reply = match found {
        Some(page) => page.reply(StatusCode::OK, visit.gzip)?,
        None if app.refusal_limit.exceeded(from, app.now()) => {
            return Err(Failure(Problem::refused("problem-often")));
        }
        None => visit.html_with(&app, StatusCode::NOT_FOUND, "shared_gone.html", &Gone {})?,
    };
    let (name, none) = (HeaderName::from_static("x-robots-tag"), "noindex");
    reply
        .headers_mut()
        .insert(name, HeaderValue::from_static(none));
    Ok(reply)
}

fn page(app: &App, visit: &Visit, share: &Share, team: &TeamId) -> Outcome<Arc<Compressed>> {
    let agreed = results::agreed(app, team, &share.wave, visit.lang)?;
    let key = (share.id.as_str(), results::edition(app)?, &agreed);
    visit.report(app, "shared.html", &key, || {
        let page = results::shared(app, team, &share.wave, share.node, visit.lang)?;
        let draw = |name: &str, width: Width| page.chart(name, width, visit.lang);
        let charts = Charts::of(&chart::TEAM, draw);
        let (moved, unmoved) = page.report.as_ref().map(changes).unwrap_or_default();
        // What several teams promised each their leader is theirs.
        let alone = page.together.is_none();
        let view = SharedPage {
            shared: true,
            moved,
            unmoved,
            agreed: if alone { agreed.clone() } else { Vec::new() },
            page,
        };
        Ok((view, charts))
    })
}
