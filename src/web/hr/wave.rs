use super::refusal;
use super::wave_view::WavePage;
use super::waves::Values;
use crate::access;
use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::mail;
use crate::store::act::Kind as Act;
use crate::wave::{self, AddForm, Choosing, ExtendForm, PlanForm};
use crate::web::body::{Nothing, Posted};
use crate::web::id::Id;
use crate::web::reply::{Failure, on, see_other};
use crate::web::visit::{Hr, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// GET `/hr/waves/{wave}`: the console of a wave, by where it stands.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    sought: web::Query<Sought>,
) -> Result<HttpResponse, Failure> {
    page_with(&app, &hr.0, id, (None, None), sought.into_inner()).await
}

/// The team that HR looks for among the groups of a draft.
#[derive(Default, Deserialize)]
pub struct Sought {
    #[serde(default)]
    team: String,
}

/// POST `/hr/waves/{wave}/change`: title and times of a draft.
pub async fn change(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<PlanForm>,
) -> Result<HttpResponse, Failure> {
    let (values, of) = (Values::from(&form.0), id.clone());
    let by = hr.by();
    let replan = move |app: &App| {
        wave::replan(app, &of, &form.0)?;
        access::note(app, &by, Act::Replanned, of.as_str())
    };
    match on(&app, replan).await {
        Ok(()) => Ok(see_other(&format!("/hr/waves/{id}"))),
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(&app, &hr.0, id, Some(values), Some(error)).await
        }
    }
}

/// POST `/hr/waves/{wave}/counting`: with whom a small team of a draft is counted.
pub async fn group(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<Choosing>,
) -> Result<HttpResponse, Failure> {
    act(app, hr, id, move |app, id, by| {
        wave::choose(app, id, &form.0, by).map(|()| format!("{}#groups", console(id)))
    })
    .await
}

/// POST `/hr/waves/{wave}/extend`: a later end of a launched wave.
pub async fn extend(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<ExtendForm>,
) -> Result<HttpResponse, Failure> {
    act(app, hr, id, move |app, id, by| {
        wave::extend(app, id, &form.0, by).map(|()| console(id))
    })
    .await
}

/// POST `/hr/waves/{wave}/add`: somebody more who is asked in a launched wave.
pub async fn add(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<AddForm>,
) -> Result<HttpResponse, Failure> {
    act(app, hr, id, move |app, id, by| {
        wave::add_person(app, id, &form.0, by).map(|()| console(id))
    })
    .await
}

/// Takes forms without fields: each does something with a wave and goes to the address it gives.
macro_rules! verbs {
    ($($(#[$doc:meta])* $name:ident = $verb:expr;)+) => {$(
        $(#[$doc])*
        pub async fn $name(
            app: web::Data<App>,
            hr: Hr,
            Id(id): Id<WaveId>,
            _: Posted<Nothing>,
        ) -> Result<HttpResponse, Failure> {
            act(app, hr, id, $verb).await
        }
    )+};
}

pub(super) use verbs;

verbs! {
    /// POST `/hr/waves/{wave}/drop`: removes a draft.
    drop = |app, id, by| {
        wave::drop_draft(app, id)?;
        access::note(app, by, Act::Dropped, id.as_str())?;
        Ok(LIST.to_owned())
    };

    /// POST `/hr/waves/{wave}/counting/advice`: counts small teams with one another where that costs nothing.
    advice = |app, id, by| wave::take_advice(app, id, by).map(|_| format!("{}#groups", console(id)));

    /// POST `/hr/waves/{wave}/launch`: fixes the terms, or asks for it where that takes two. Keys and promise are made in the background, and the
    /// wave opens at its time.
    launch = |app, id, by| wave::launch_or_ask(app, id, by).map(|()| console(id));

    /// POST `/hr/waves/{wave}/close`: ends answering before its time.
    close = |app, id, by| wave::close(app, id, by).map(|()| console(id));

    /// POST `/hr/waves/{wave}/call-off`: ends a launched wave for ever, unopened.
    call_off = |app, id, by| wave::call_off(app, id, by).map(|()| console(id));

    /// POST `/hr/waves/{wave}/release`: opens, clips and publishes, once.
    release = |app, id, by| wave::count(app, id, by).map(|()| console(id));

    /// POST `/hr/waves/{wave}/retake`: makes the next wave as a draft.
    retake = |app, id, by| {
        let next = wave::retake(app, id)?;
        access::note(app, by, Act::Planned, next.as_str())?;
        Ok(console(&next))
    };

    /// POST `/hr/waves/{wave}/mail-again`: sends the mails again that did not arrive.
    mail_again = |app, id, by| mail::again(app, id, by).map(|()| console(id));
}

/// Does something with a wave and goes to the address it gives; a refusal is shown in the console.
pub(super) async fn act(
    app: web::Data<App>,
    hr: Hr,
    id: WaveId,
    verb: impl FnOnce(&App, &WaveId, &str) -> Outcome<String> + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let (of, by) = (id.clone(), hr.by());
    match on(&app, move |app| verb(app, &of, &by)).await {
        Ok(next) => Ok(see_other(&next)),
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(&app, &hr.0, id, None, Some(error)).await
        }
    }
}

pub(super) async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    id: WaveId,
    sent: Option<Values>,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    page_with(app, visit, id, (sent, error), Sought::default()).await
}

async fn page_with(
    app: &web::Data<App>,
    visit: &Visit,
    id: WaveId,
    (sent, error): (Option<Values>, Option<String>),
    Sought { team }: Sought,
) -> Result<HttpResponse, Failure> {
    let status = match error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let (lang, me) = (visit.lang, visit.by());
    let page = on(app, move |app| {
        WavePage::read(app, &id, sent, error, (&team, &me), lang)
    })
    .await?;
    visit.html_with(app, status, "hr/wave.html", &page)
}

/// The address of all waves.
pub(super) const LIST: &str = "/hr/waves";

/// The address of a wave's console.
pub(super) fn console(id: &WaveId) -> String {
    format!("/hr/waves/{id}")
}
