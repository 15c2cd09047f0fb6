//! One's own account: password, second factor, and where one is signed in.

use super::{back, renewed};
use crate::access::{self, AccountView, Listed};
use crate::app::App;
use crate::error::Problem;
use crate::ids::SessionId;
use crate::retention;
use crate::text::Lang;
use crate::web::body::{Nothing, Posted};
use crate::web::download::{self, attachment};
use crate::web::hr::Zone;
use crate::web::id::Id;
use crate::web::reply::{Failure, Jar, on};
use crate::web::viewer::{Fresh, Holder};
use crate::web::visit::{Member, secret};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct AccountPage {
    /// May change something now, without proving again who they are.
    fresh: bool,
    email: String,
    roles: Vec<&'static str>,
    has_password: bool,
    /// Nobody signs in by a password.
    only_company: bool,
    /// The company's sign-in knows who this is.
    company: bool,
    factor: bool,
    recovery: i64,
    sessions: Vec<SessionLine>,
    error: Option<String>,
}

#[derive(Serialize)]
struct SessionLine {
    id: SessionId,
    device: String,
    way: &'static str,
    created: String,
    seen: String,
    this: bool,
}

/// The form that changes a password.
#[derive(Deserialize)]
pub struct PasswordForm {
    old: String,
    new: String,
}

/// GET `/account`.
pub async fn show(app: web::Data<App>, member: Member) -> Result<HttpResponse, Failure> {
    page(&app, member, None).await
}

async fn page(
    app: &web::Data<App>,
    Member { visit, viewer }: Member,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let lang = visit.lang;
    let view = on(app, move |app| {
        let zone = Zone::of(app)?;
        let me = &viewer.person.id;
        let state = access::factor_state(app, me)?;
        let mut accounts = access::accounts(app)?.into_iter();
        // Leaders sign in by mail and have none.
        let account = accounts.find(|one| one.person == *me && viewer.at_work);
        let roles = |one: &AccountView| one.roles.iter().map(|role| role.as_str()).collect();
        let sessions = access::sessions(app, me)?.into_iter();
        let line = |one: Listed| SessionLine::new(one, &viewer.session, zone, lang);
        Ok(AccountPage {
            fresh: viewer.fresh,
            has_password: account.as_ref().is_some_and(|one| one.password),
            only_company: app.config.require_company_sign_in,
            company: account.as_ref().is_some_and(|one| one.company),
            roles: account.as_ref().map(roles).unwrap_or_default(),
            email: account.map(|one| one.email).unwrap_or_default(),
            factor: state.app,
            recovery: state.recovery,
            sessions: sessions.map(line).collect(),
            error,
        })
    })
    .await?;
    visit.html_with(app, status, "account/own.html", &view)
}

impl SessionLine {
    fn new(one: Listed, this: &SessionId, zone: Zone, lang: Lang) -> Self {
        Self {
            this: one.id == *this,
            id: one.id,
            device: one.device,
            way: one.way.as_str(),
            created: zone.words(one.created, lang),
            seen: zone.words(one.seen, lang),
        }
    }
}

/// POST `/account/password`.
pub async fn password(
    app: web::Data<App>,
    holder: Holder,
    form: Posted<PasswordForm>,
) -> Result<HttpResponse, Failure> {
    let (viewer, session) = (holder.viewer.clone(), holder.session.clone());
    let changed = on(&app, move |app| {
        let passwords = (form.0.old.as_str(), form.0.new.as_str());
        access::change_password(app, &viewer, &session, passwords)
    });
    match changed.await {
        Ok(session) => renewed(&app, back(), session),
        Err(Failure(Problem::Refused(sentence))) => {
            let error = sentence.in_lang(holder.visit.lang);
            let Holder { visit, viewer, .. } = holder;
            page(&app, Member { visit, viewer }, Some(error)).await
        }
        Err(failure) => Err(failure),
    }
}

/// GET `/account/data.json`: everything that is known of oneself.
pub async fn data(app: web::Data<App>, holder: Holder, _: Fresh) -> Result<HttpResponse, Failure> {
    let (me, lang) = (holder.viewer.person.id, holder.visit.lang);
    let bytes = on(&app, move |app| {
        let copy = retention::copy(app, &me, retention::Reader::Own, me.as_str(), lang)?;
        download::json(&copy)
    });
    let name = "gutcheck-my-data.json";
    Ok(attachment(name, download::JSON.1, bytes.await?))
}

/// POST `/account/sessions/{session}/end`.
pub async fn end(
    app: web::Data<App>,
    Fresh(member): Fresh,
    Id(id): Id<SessionId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let me = member.viewer.person.id;
    on(&app, move |app| access::end_listed(app, &me, &id)).await?;
    Ok(back())
}

/// POST `/account/sessions/end-others`.
pub async fn end_others(
    app: web::Data<App>,
    request: HttpRequest,
    Fresh(member): Fresh,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let me = member.viewer.person.id;
    let session = secret(&request, &app, Jar::Session).unwrap_or_default();
    on(&app, move |app| access::end_others(app, &me, &session)).await?;
    Ok(back())
}
