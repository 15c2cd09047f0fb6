//! The forms of members and leaders. These routes are never logged and know no session.

use super::asker::AskerView;
use super::body::{Fields, Form};
use super::id::{Id, Token};
use super::questionnaire::{Questionnaire, local};
use super::reply::{Failure, on};
use super::visit::{Guest, Visit};
use crate::app::App;
use crate::store::Moment;
use crate::store::people::Person;
use crate::survey::Role;
use crate::wave::{self, Answered, Standing};
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct FormPage {
    form: Questionnaire,
    asker: Option<AskerView>,
}

#[derive(Serialize)]
struct ThanksPage {
    again: bool,
    role: Role,
    closes: String,
}

#[derive(Serialize)]
struct ShutPage {
    state: &'static str,
    when: String,
}

#[derive(Serialize)]
struct Empty {}

/// GET `/answer/{token}`: the member's form. Looking at it changes nothing.
pub async fn show(
    app: web::Data<App>,
    Guest(visit): Guest,
    request: HttpRequest,
    Id(Token(token)): Id<Token>,
) -> Result<HttpResponse, Failure> {
    let Some(form) = on(&app, move |app| wave::member_form(app, &token)).await? else {
        return unknown(&app, &visit);
    };
    let visit = visit.preferring(&request, &form.person.locale);
    let used = form.invitation.blinded_hash.is_some();
    page(&app, &visit, &form, Role::Member, used, &Fields::new())
}

/// POST `/answer/{token}`: takes the member's answers.
pub async fn send(
    app: web::Data<App>,
    Guest(visit): Guest,
    request: HttpRequest,
    Id(Token(token)): Id<Token>,
    Form(fields): Form<Fields>,
) -> Result<HttpResponse, Failure> {
    let (fields, form, cast) = on(&app, move |app| {
        let form = wave::member_form(app, &token)?;
        let cast = wave::answer_as_member(app, &token, &fields)?;
        Ok((fields, form, cast))
    })
    .await?;
    answered(
        &app,
        visit,
        &request,
        form.as_ref(),
        Role::Member,
        &fields,
        cast,
    )
}

/// GET `/leader/{token}`: the leader's form, with what was sent before.
pub async fn show_leader(
    app: web::Data<App>,
    Guest(visit): Guest,
    request: HttpRequest,
    Id(Token(token)): Id<Token>,
) -> Result<HttpResponse, Failure> {
    let found = on(&app, move |app| {
        let form = wave::leader_form(app, &token)?;
        form.map(|form| Ok((wave::leader_fields(&form)?, form)))
            .transpose()
    });
    let Some((fields, form)) = found.await? else {
        return unknown(&app, &visit);
    };
    let visit = visit.preferring(&request, &form.person.locale);
    match form.invitation.asked {
        true => page(&app, &visit, &form, Role::Leader, false, &fields),
        false => handed_on(&app, &visit),
    }
}

/// POST `/leader/{token}`: takes the leader's answers.
pub async fn send_leader(
    app: web::Data<App>,
    Guest(visit): Guest,
    request: HttpRequest,
    Id(Token(token)): Id<Token>,
    Form(fields): Form<Fields>,
) -> Result<HttpResponse, Failure> {
    let (fields, form, cast) = on(&app, move |app| {
        let form = wave::leader_form(app, &token)?;
        let cast = wave::answer_as_leader(app, &token, &fields)?;
        Ok((fields, form, cast))
    })
    .await?;
    answered(
        &app,
        visit,
        &request,
        form.as_ref(),
        Role::Leader,
        &fields,
        cast,
    )
}

fn answered<S>(
    app: &App,
    visit: Visit,
    request: &HttpRequest,
    form: Option<&wave::Form<S>>,
    role: Role,
    fields: &Fields,
    cast: Answered,
) -> Result<HttpResponse, Failure> {
    let Some(form) = form else {
        return unknown(app, &visit);
    };
    let visit = visit.preferring(request, &form.person.locale);
    match cast {
        Answered::Taken => thanks(app, &visit, form, role, false),
        Answered::Before => thanks(app, &visit, form, role, true),
        Answered::Shut(standing) => shut(app, &visit, &form.person, standing, form.wave.closes),
        Answered::HandedOn => handed_on(app, &visit),
        Answered::Unknown => unknown(app, &visit),
        Answered::Faults(faults) => {
            let asker = AskerView::new(form.asker.clone(), visit.lang);
            let form = Questionnaire::of(form, role, visit.lang, fields, &faults)?;
            visit.html_with(
                app,
                StatusCode::UNPROCESSABLE_ENTITY,
                "answer.html",
                &FormPage { form, asker },
            )
        }
    }
}

fn page<S>(
    app: &App,
    visit: &Visit,
    form: &wave::Form<S>,
    role: Role,
    used: bool,
    fields: &Fields,
) -> Result<HttpResponse, Failure> {
    match form.standing {
        _ if used => thanks(app, visit, form, role, true),
        Standing::Open => {
            let asker = AskerView::new(form.asker.clone(), visit.lang);
            let form = Questionnaire::of(form, role, visit.lang, fields, &[])?;
            visit.html(app, "answer.html", &FormPage { form, asker })
        }
        standing => shut(app, visit, &form.person, standing, form.wave.closes),
    }
}

fn thanks<S>(
    app: &App,
    visit: &Visit,
    form: &wave::Form<S>,
    role: Role,
    again: bool,
) -> Result<HttpResponse, Failure> {
    let closes = local(&form.person, form.wave.closes, visit.lang)?;
    visit.html(
        app,
        "answer_thanks.html",
        &ThanksPage {
            again,
            role,
            closes,
        },
    )
}

fn shut(
    app: &App,
    visit: &Visit,
    person: &Person,
    standing: Standing,
    closes: Moment,
) -> Result<HttpResponse, Failure> {
    let (state, when) = match standing {
        Standing::NotYet(opens) => ("not-open", opens),
        Standing::Open | Standing::Over => ("closed", closes),
        Standing::Off => ("off", closes),
    };
    let when = local(person, when, visit.lang)?;
    visit.html(app, "answer_closed.html", &ShutPage { state, when })
}

fn handed_on(app: &App, visit: &Visit) -> Result<HttpResponse, Failure> {
    let page = ShutPage {
        state: "handed-on",
        when: String::new(),
    };
    visit.html_with(app, StatusCode::GONE, "answer_closed.html", &page)
}

fn unknown(app: &App, visit: &Visit) -> Result<HttpResponse, Failure> {
    visit.html_with(app, StatusCode::NOT_FOUND, "answer_unknown.html", &Empty {})
}
