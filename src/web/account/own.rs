//! One's own account: password, second factor, and where one is signed in.

use super::{back, renewed};
use crate::access::{self, Listed};
use crate::app::App;
use crate::error::Problem;
use crate::ids::SessionId;
use crate::text::Lang;
use crate::web::body::{Nothing, Posted};
use crate::web::hr::Zone;
use crate::web::id::Id;
use crate::web::reply::{Failure, on};
use crate::web::viewer::Holder;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct AccountPage {
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
pub async fn show(app: web::Data<App>, holder: Holder) -> Result<HttpResponse, Failure> {
    page(&app, holder, None).await
}

async fn page(
    app: &web::Data<App>,
    holder: Holder,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let (lang, viewer) = (holder.visit.lang, holder.viewer);
    let view = on(app, move |app| {
        let zone = Zone::of(app)?;
        let me = &viewer.person.id;
        let state = access::factor_state(app, me)?;
        let mut accounts = access::accounts(app)?.into_iter();
        let account = accounts.find(|one| one.person == *me);
        let account = account.ok_or(Problem::NotFound)?;
        let sessions = access::sessions(app, me)?.into_iter();
        let line = |one: Listed| SessionLine::new(one, &viewer.session, zone, lang);
        Ok(AccountPage {
            email: account.email,
            has_password: account.password,
            only_company: app.config.require_company_sign_in,
            company: account.company,
            roles: account.roles.iter().map(|role| role.as_str()).collect(),
            factor: state.app,
            recovery: state.recovery,
            sessions: sessions.map(line).collect(),
            error,
        })
    })
    .await?;
    holder
        .visit
        .html_with(app, status, "account/own.html", &view)
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
            page(&app, holder, Some(error)).await
        }
        Err(failure) => Err(failure),
    }
}

/// POST `/account/sessions/{session}/end`.
pub async fn end(
    app: web::Data<App>,
    holder: Holder,
    Id(id): Id<SessionId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let me = holder.viewer.person.id;
    on(&app, move |app| access::end_listed(app, &me, &id)).await?;
    Ok(back())
}

/// POST `/account/sessions/end-others`.
pub async fn end_others(
    app: web::Data<App>,
    holder: Holder,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let (me, session) = (holder.viewer.person.id, holder.session);
    on(&app, move |app| access::end_others(app, &me, &session)).await?;
    Ok(back())
}
