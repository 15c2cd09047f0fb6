//! All accounts, for administrators.

use crate::access::{self, AccountForm, AccountView};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::roster::{self, TeamRow};
use crate::store::access::Role;
use crate::web::body::{Fields, Nothing, Posted};
use crate::web::id::Id;
use crate::web::reply::{Failure, on, see_other};
use crate::web::viewer::Administrator;
use crate::web::visit::Visit;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

const ALL: &str = "/accounts";

#[derive(Serialize)]
struct AccountsPage {
    accounts: Vec<AccountLine>,
    form: FormView,
    /// Whoever is invited signs in by the company.
    only_company: bool,
    error: Option<String>,
}

#[derive(Serialize)]
struct AccountPage {
    account: AccountLine,
    form: FormView,
    /// It is one's own.
    own: bool,
    error: Option<String>,
}

#[derive(Serialize)]
struct AccountLine {
    id: PersonId,
    name: String,
    email: String,
    roles: Vec<&'static str>,
    parts: String,
    active: bool,
    factor: bool,
    company: bool,
    /// How they sign in, as a key.
    state: &'static str,
}

/// The fields of an account, and what stands in them.
#[derive(Serialize)]
struct FormView {
    email: String,
    name: String,
    locale: String,
    roles: Vec<(&'static str, bool)>,
    teams: Vec<TeamBox>,
}

#[derive(Serialize)]
struct TeamBox {
    id: String,
    name: String,
    depth: usize,
    chosen: bool,
}

impl From<&AccountView> for AccountLine {
    fn from(account: &AccountView) -> Self {
        let parts = account.parts.iter().map(|(_, path)| path.as_str());
        Self {
            id: account.person.clone(),
            name: account.name.clone(),
            email: account.email.clone(),
            roles: account.roles.iter().map(|role| role.as_str()).collect(),
            parts: parts.collect::<Vec<_>>().join(", "),
            active: account.active,
            factor: account.factor,
            company: account.company,
            state: match (account.company, account.password, account.factor) {
                _ if !account.active => "invited",
                (true, false, _) => "company",
                (true, true, false) => "company-password",
                (true, true, true) => "company-factor",
                (false, _, false) => "password",
                (false, _, true) => "factor",
            },
        }
    }
}

impl FormView {
    fn read(app: &App, form: &AccountForm) -> Outcome<Self> {
        let chosen = |role: Role| form.roles.iter().any(|word| word == role.as_str());
        let team = |row: TeamRow| TeamBox {
            chosen: form.parts.iter().any(|part| part == row.id.as_str()),
            id: row.id.to_string(),
            name: row.path.last().cloned().unwrap_or_default(),
            depth: row.depth,
        };
        Ok(Self {
            email: form.email.clone(),
            name: form.name.clone(),
            locale: form.locale.clone(),
            roles: Role::ALL.map(|role| (role.as_str(), chosen(role))).into(),
            teams: roster::teams(app)?.into_iter().map(team).collect(),
        })
    }
}

/// What was filled in; boxes that belong together have one name.
fn form(fields: &Fields) -> AccountForm {
    let one = |name: &str| {
        let found = fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let all = |name: &str| {
        let found = fields.iter().filter(|(field, _)| field == name);
        found.map(|(_, value)| value.clone()).collect()
    };
    AccountForm {
        email: one("email"),
        name: one("name"),
        locale: one("locale"),
        roles: all("role"),
        parts: all("part"),
    }
}

/// GET `/accounts`.
pub async fn list(app: web::Data<App>, who: Administrator) -> Result<HttpResponse, Failure> {
    let form = AccountForm {
        locale: who.0.lang.code().to_owned(),
        ..AccountForm::default()
    };
    list_page(&app, &who.0, form, None).await
}

async fn list_page(
    app: &web::Data<App>,
    visit: &Visit,
    form: AccountForm,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = status(error.as_ref());
    let view = on(app, move |app| {
        Ok(AccountsPage {
            accounts: access::accounts(app)?.iter().map(Into::into).collect(),
            form: FormView::read(app, &form)?,
            only_company: app.config.require_company_sign_in,
            error,
        })
    })
    .await?;
    visit.html_with(app, status, "account/accounts.html", &view)
}

fn status(error: Option<&String>) -> StatusCode {
    match error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    }
}

/// POST `/accounts`: invites somebody.
pub async fn invite(
    app: web::Data<App>,
    who: Administrator,
    Posted(fields): Posted<Fields>,
) -> Result<HttpResponse, Failure> {
    let (new, by) = (form(&fields), who.0.by());
    let again = new.clone();
    match on(&app, move |app| access::invite(app, &by, &new)).await {
        Ok(_) => Ok(see_other(ALL)),
        Err(Failure(Problem::Refused(sentence))) => {
            let error = sentence.in_lang(who.0.lang);
            list_page(&app, &who.0, again, Some(error)).await
        }
        Err(failure) => Err(failure),
    }
}

/// GET `/accounts/{person}`.
pub async fn show(
    app: web::Data<App>,
    who: Administrator,
    Id(id): Id<PersonId>,
) -> Result<HttpResponse, Failure> {
    page(&app, &who.0, id, None, None).await
}

async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    id: PersonId,
    sent: Option<AccountForm>,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let (status, me) = (status(error.as_ref()), visit.by());
    let view = on(app, move |app| {
        let accounts = access::accounts(app)?;
        let account = accounts.iter().find(|one| one.person == id);
        let account = account.ok_or(Problem::NotFound)?;
        let line = AccountLine::from(account);
        let form = sent.unwrap_or_else(|| AccountForm {
            roles: line.roles.iter().map(|role| (*role).to_owned()).collect(),
            parts: account.parts.iter().map(|(id, _)| id.to_string()).collect(),
            ..AccountForm::default()
        });
        Ok(AccountPage {
            own: line.id.as_str() == me,
            account: line,
            form: FormView::read(app, &form)?,
            error,
        })
    })
    .await?;
    visit.html_with(app, status, "account/account.html", &view)
}

/// POST `/accounts/{person}/roles`: gives an account other roles.
pub async fn reform(
    app: web::Data<App>,
    who: Administrator,
    Id(id): Id<PersonId>,
    Posted(fields): Posted<Fields>,
) -> Result<HttpResponse, Failure> {
    let new = form(&fields);
    let sent = new.clone();
    act(app, who, id, Some(sent), move |app, by, id| {
        access::reform(app, by, id, &new).map(|()| ALL.to_owned())
    })
    .await
}

/// POST `/accounts/{person}/invite`: sends the invitation again.
pub async fn invite_again(
    app: web::Data<App>,
    who: Administrator,
    Id(id): Id<PersonId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    act(app, who, id, None, |app, by, id| {
        access::invite_again(app, by, id).map(|_| format!("{ALL}/{id}"))
    })
    .await
}

/// POST `/accounts/{person}/factor`: takes away the second factor of somebody who has lost it.
pub async fn drop_factor(
    app: web::Data<App>,
    who: Administrator,
    Id(id): Id<PersonId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    act(app, who, id, None, |app, by, id| {
        access::drop_factor(app, by, id).map(|()| format!("{ALL}/{id}"))
    })
    .await
}

/// POST `/accounts/{person}/untie`: forgets what the company's sign-in calls somebody.
pub async fn untie(
    app: web::Data<App>,
    who: Administrator,
    Id(id): Id<PersonId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    act(app, who, id, None, |app, by, id| {
        access::untie(app, by, id).map(|()| format!("{ALL}/{id}"))
    })
    .await
}

/// POST `/accounts/{person}/sign-out`: ends all sessions of an account.
pub async fn sign_out(
    app: web::Data<App>,
    who: Administrator,
    Id(id): Id<PersonId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    act(app, who, id, None, |app, by, id| {
        access::end_sessions(app, by, Some(id)).map(|()| format!("{ALL}/{id}"))
    })
    .await
}

/// POST `/sessions/end-all`: ends the sessions of everybody, one's own among them.
pub async fn sign_out_all(
    app: web::Data<App>,
    who: Administrator,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let by = who.0.by();
    on(&app, move |app| access::end_sessions(app, &by, None)).await?;
    Ok(see_other("/sign-in"))
}

/// POST `/accounts/{person}/remove`.
pub async fn remove(
    app: web::Data<App>,
    who: Administrator,
    Id(id): Id<PersonId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    act(app, who, id, None, |app, by, id| {
        access::end_account(app, by, id).map(|()| ALL.to_owned())
    })
    .await
}

/// Does something with an account and goes to the address it gives; a refusal is shown on its page.
async fn act(
    app: web::Data<App>,
    who: Administrator,
    id: PersonId,
    sent: Option<AccountForm>,
    verb: impl FnOnce(&App, &str, &PersonId) -> Outcome<String> + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let (by, of) = (who.0.by(), id.clone());
    match on(&app, move |app| verb(app, &by, &of)).await {
        Ok(next) => Ok(see_other(&next)),
        Err(Failure(Problem::Refused(sentence))) => {
            let error = sentence.in_lang(who.0.lang);
            page(&app, &who.0, id, sent, Some(error)).await
        }
        Err(failure) => Err(failure),
    }
}
