//! What is known of a person: a copy of it, and erasing it.

use super::asked::Asked;
use super::body::Posted;
use super::download::{self, attachment};
use super::hr::Zone;
use super::id::Id;
use super::reply::{Failure, on, see_other};
use super::viewer::Keeper;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::retention::{self, Erasure};
use crate::store::directory;
use crate::text::Lang;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// People that a search shows.
const MOST: usize = 50;

#[derive(Serialize)]
struct SearchPage {
    q: String,
    people: Vec<Found>,
    /// There are more than are shown.
    more: bool,
    erased: bool,
}

#[derive(Serialize)]
struct Found {
    id: PersonId,
    name: String,
    email: Option<String>,
    active: bool,
}

#[derive(Serialize)]
struct PersonPage {
    id: PersonId,
    name: String,
    email: Option<String>,
    places: i64,
    account: bool,
    sessions: i64,
    forms: i64,
    waves: usize,
    open: Vec<String>,
    /// Waves whose lists of names stay for now, each with the day on which they go.
    lists: Vec<(String, Option<String>)>,
    last: bool,
    /// Has an account, which only an administrator erases.
    barred: bool,
    leads: bool,
    error: Option<String>,
}

/// The form that erases somebody.
#[derive(Deserialize)]
pub struct EraseForm {
    #[serde(default)]
    sure: String,
}

/// GET `/data`: people to choose from.
pub async fn list(
    app: web::Data<App>,
    keeper: Keeper,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    let page = on(&app, move |app| {
        let q = asked.text("q").to_owned();
        let most = i64::try_from(MOST).unwrap_or(i64::MAX) + 1;
        let mut people = match q.is_empty() {
            true => Vec::new(),
            false => app.store.read(|c| directory::named(c, &q, most))?,
        };
        let more = people.len() > MOST;
        people.truncate(MOST);
        let found = people.into_iter().map(|one| Found {
            id: one.id,
            name: one.name,
            email: one.email,
            active: one.active,
        });
        Ok(SearchPage {
            people: found.collect(),
            erased: asked.text("erased") == "1",
            more,
            q,
        })
    });
    keeper.visit.html(&app, "data/people.html", &page.await?)
}

/// GET `/data/{person}`: what can be had and erased.
pub async fn show(
    app: web::Data<App>,
    keeper: Keeper,
    Id(id): Id<PersonId>,
) -> Result<HttpResponse, Failure> {
    page(&app, &keeper, id, None).await
}

async fn page(
    app: &web::Data<App>,
    keeper: &Keeper,
    id: PersonId,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let (lang, leads) = (keeper.visit.lang, keeper.reads == retention::Reader::Lead);
    let administrates = keeper.administrates;
    let view = on(app, move |app| {
        let known = retention::erasure(app, &id)?;
        let page = PersonPage::read(app, known, (lang, leads), error)?;
        Ok(PersonPage {
            barred: page.account && !administrates,
            ..page
        })
    });
    keeper
        .visit
        .html_with(app, status, "data/person.html", &view.await?)
}

impl PersonPage {
    fn read(
        app: &App,
        known: Erasure,
        (lang, leads): (Lang, bool),
        error: Option<String>,
    ) -> Outcome<Self> {
        let zone = Zone::of(app)?;
        let traces = known.traces;
        let lists = traces.lists.into_iter();
        Ok(Self {
            id: known.person.id,
            name: known.person.name,
            email: known.person.email,
            places: traces.places,
            account: traces.account,
            sessions: traces.sessions,
            forms: traces.forms,
            waves: traces.waves.len(),
            open: traces.open,
            lists: lists
                .map(|(title, until)| (title, until.map(|until| zone.day(until, lang))))
                .collect(),
            last: known.last,
            barred: false,
            leads,
            error,
        })
    }
}

/// GET `/data/{person}/copy.json`.
pub async fn copy(
    app: web::Data<App>,
    keeper: Keeper,
    Id(id): Id<PersonId>,
) -> Result<HttpResponse, Failure> {
    let (by, reads, lang) = (keeper.visit.by(), keeper.reads, keeper.visit.lang);
    let bytes = on(&app, move |app| {
        let copy = retention::copy(app, &id, reads, &by, lang)?;
        download::json(&copy)
    });
    let name = "gutcheck-data.json";
    Ok(attachment(name, download::JSON.1, bytes.await?))
}

/// POST `/data/{person}/erase`.
pub async fn erase(
    app: web::Data<App>,
    keeper: Keeper,
    Id(id): Id<PersonId>,
    form: Posted<EraseForm>,
) -> Result<HttpResponse, Failure> {
    let (by, who, sure) = (keeper.visit.by(), id.clone(), form.0.sure == "yes");
    let administrates = keeper.administrates;
    let erased = on(&app, move |app| match sure {
        true => retention::erase(app, &who, &by, administrates),
        false => Err(Problem::refused("problem-erase-sure")),
    });
    match erased.await {
        Ok(()) => Ok(see_other("/data?erased=1")),
        Err(Failure(Problem::Refused(sentence))) => {
            let error = sentence.in_lang(keeper.visit.lang);
            page(&app, &keeper, id, Some(error)).await
        }
        Err(failure) => Err(failure),
    }
}
