//! The people of the roster: searched, and one by one.

use super::refusal;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::roster::{self, PersonCard, PersonFault, PersonForm};
use crate::store::directory::{Order, Search};
use crate::store::roster::Part;
use crate::text::Lang;
use crate::web::asked::{Asked, Pages};
use crate::web::body::{Fields, Nothing, Posted};
use crate::web::id::Id;
use crate::web::reply::{Failure, on, see_other};
use crate::web::visit::{Hr, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// People on a page of the list.
const EACH: usize = 50;

/// The most teams that a search for people names.
const TEAMS: usize = 20;

/// The most teams that are offered while HR types a path.
const OFFERED: usize = 400;

/// Rows for places that are still free.
const FREE: usize = 2;

#[derive(Serialize)]
struct PeoplePage {
    q: String,
    role: String,
    which: String,
    sort: String,
    /// The team whose people these are: identifier, name and the address of the list without it.
    team: Option<(TeamId, String, String)>,
    found: usize,
    people: Vec<PersonLine>,
    /// Teams with these words in their names.
    teams: Vec<(TeamId, String)>,
    pages: Option<Pages>,
}

#[derive(Serialize)]
struct PersonLine {
    id: PersonId,
    name: String,
    email: Option<String>,
    number: Option<String>,
    /// Identifier and path, and whether the person leads it.
    places: Vec<(TeamId, String, bool)>,
}

#[derive(Serialize)]
struct PersonPage {
    /// None for somebody new.
    id: Option<PersonId>,
    title: String,
    active: bool,
    administrator: bool,
    values: Values,
    offered: Vec<String>,
    languages: Vec<(&'static str, &'static str)>,
    /// Launched waves: identifier, title, whether the person is asked.
    waves: Vec<(WaveId, String, bool)>,
    faults: Vec<Fault>,
    saved: bool,
}

#[derive(Default, Serialize)]
struct Values {
    name: String,
    number: String,
    email: String,
    locale: String,
    time_zone: String,
    /// Path, whether they lead, and what is wrong with it.
    places: Vec<(String, bool, bool)>,
}

#[derive(Serialize)]
struct Fault {
    column: &'static str,
    label: String,
    words: String,
}

/// GET `/hr/roster/people`.
pub async fn list(app: web::Data<App>, hr: Hr, asked: Asked) -> Result<HttpResponse, Failure> {
    let page = on(&app, move |app| people(app, &asked)).await?;
    hr.0.html(&app, "hr/roster/people.html", &page)
}

fn people(app: &App, asked: &Asked) -> Outcome<PeoplePage> {
    let team = match TeamId::parse(asked.text("team")) {
        Some(id) => Some((id.clone(), roster::path(app, &id)?)),
        None => None,
    };
    let search = Search {
        words: asked.text("q").to_owned(),
        team: team.as_ref().map(|(_, path)| path.join("/")),
        part: Part::parse(asked.text("role")),
        gone: asked.text("which") == "gone",
        unaddressed: asked.text("which") == "unaddressed",
        order: match asked.text("sort") {
            "email" => Order::Email,
            "number" => Order::Number,
            _ => Order::Name,
        },
    };
    let (found, people) = roster::find(app, &search, asked.page() * EACH, EACH)?;
    let line = |(person, places): (crate::store::people::Person, roster::PlacesOf)| PersonLine {
        id: person.id,
        name: person.name,
        email: person.email,
        number: person.number,
        places: places
            .into_iter()
            .map(|(team, path, part)| (team, path.replace('/', " / "), part == Part::Leader))
            .collect(),
    };
    let teams = match (search.words.is_empty(), asked.page()) {
        (false, 0) => roster::teams_named(app, &search.words, TEAMS)?,
        _ => Vec::new(),
    };
    Ok(PeoplePage {
        q: search.words,
        role: asked.text("role").to_owned(),
        which: asked.text("which").to_owned(),
        sort: asked.text("sort").to_owned(),
        team: team.map(|(id, path)| (id, path.join(" / "), asked.with("team", ""))),
        found,
        people: people.into_iter().map(line).collect(),
        teams: teams
            .into_iter()
            .map(|(id, path)| (id, path.join(" / ")))
            .collect(),
        pages: asked.pages(found, EACH),
    })
}

/// GET `/hr/roster/people/new`.
pub async fn new(app: web::Data<App>, hr: Hr, asked: Asked) -> Result<HttpResponse, Failure> {
    let mut values = Values::default();
    let team = asked.text("team").to_owned();
    values
        .places
        .push((team, asked.text("role") == "leader", false));
    page(&app, &hr.0, None, Some(values), Vec::new(), false).await
}

/// POST `/hr/roster/people`.
pub async fn add(
    app: web::Data<App>,
    hr: Hr,
    form: Posted<Fields>,
) -> Result<HttpResponse, Failure> {
    save(&app, &hr, None, &form.0).await
}

/// GET `/hr/roster/people/{person}`.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<PersonId>,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    let saved = asked.text("saved") == "1";
    page(&app, &hr.0, Some(id), None, Vec::new(), saved).await
}

/// POST `/hr/roster/people/{person}`.
pub async fn change(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<PersonId>,
    form: Posted<Fields>,
) -> Result<HttpResponse, Failure> {
    save(&app, &hr, Some(id), &form.0).await
}

/// POST `/hr/roster/people/{person}/leave`.
pub async fn leave(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<PersonId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let (by, path) = (hr.by(), format!("/hr/roster/people/{id}?saved=1"));
    on(&app, move |app| roster::deactivate(app, &id, &by)).await?;
    Ok(see_other(&path))
}

async fn save(
    app: &web::Data<App>,
    hr: &Hr,
    id: Option<PersonId>,
    fields: &Fields,
) -> Result<HttpResponse, Failure> {
    let form = read(fields);
    let (by, sent, known) = (hr.by(), form.clone(), id.clone());
    let saved = on(app, move |app| {
        roster::save(app, known.as_ref(), &sent, &by)
    })
    .await;
    match saved {
        Ok(Ok(id)) => Ok(see_other(&format!("/hr/roster/people/{id}?saved=1"))),
        Ok(Err(faults)) => {
            page(
                app,
                &hr.0,
                id,
                Some(Values::of(form, &faults)),
                faults,
                false,
            )
            .await
        }
        Err(failure) => {
            refusal(failure, hr.0.lang)?;
            Err(Failure(Problem::refused("problem-form")))
        }
    }
}

fn read(fields: &Fields) -> PersonForm {
    let text = |name: &str| {
        let found = fields.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let of = |name: &'static str| {
        let fields = fields.iter().filter(move |(known, _)| known == name);
        fields.map(|(_, value)| value.clone())
    };
    PersonForm {
        name: text("name"),
        number: text("number"),
        email: text("email"),
        locale: text("locale"),
        time_zone: text("time_zone"),
        places: of("team").zip(of("role")).collect(),
    }
}

impl Values {
    fn of(form: PersonForm, faults: &[PersonFault]) -> Self {
        let wrong = |no| faults.iter().any(|fault| fault.place == Some(no));
        let places = form.places.into_iter().enumerate();
        Self {
            name: form.name,
            number: form.number,
            email: form.email,
            locale: form.locale,
            time_zone: form.time_zone,
            places: places
                .map(|(no, (team, role))| (team, role == Part::Leader.as_str(), wrong(no)))
                .collect(),
        }
    }

    fn known(card: &PersonCard) -> Self {
        let person = card.person.clone();
        let places = card.places.iter();
        Self {
            name: person.name,
            number: person.number.unwrap_or_default(),
            email: person.email.unwrap_or_default(),
            locale: person.locale,
            time_zone: person.time_zone,
            places: places
                .map(|(_, path, part)| (path.clone(), *part == Part::Leader, false))
                .collect(),
        }
    }
}

/// The form of a person: as it was sent and refused, or as the person is.
async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    id: Option<PersonId>,
    sent: Option<Values>,
    faults: Vec<PersonFault>,
    saved: bool,
) -> Result<HttpResponse, Failure> {
    let lang = visit.lang;
    let status = match faults.as_slice() {
        [] => StatusCode::OK,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = on(app, move |app| {
        let card = id.as_ref().map(|id| roster::person(app, id)).transpose()?;
        let mut values = sent
            .or_else(|| card.as_ref().map(Values::known))
            .unwrap_or_default();
        values
            .places
            .retain(|(team, _, wrong)| !team.is_empty() || *wrong);
        let free = (String::new(), false, false);
        values.places.extend(vec![free; FREE]);
        let person = card.as_ref().map(|card| &card.person);
        Ok(PersonPage {
            title: person.map_or_else(|| lang.text("roster-person-new"), |one| one.name.clone()),
            active: person.is_none_or(|one| one.active),
            administrator: card.as_ref().is_some_and(|card| card.administrator),
            waves: card.map(|card| card.waves).unwrap_or_default(),
            offered: roster::tops(app, OFFERED)?
                .into_iter()
                .map(|(_, path)| path.join("/"))
                .collect(),
            languages: Lang::ALL.map(|lang| (lang.code(), lang.name())).to_vec(),
            faults: faults.iter().map(|fault| Fault::new(fault, lang)).collect(),
            values,
            saved,
            id,
        })
    });
    visit.html_with(app, status, "hr/roster/person.html", &page.await?)
}

impl Fault {
    fn new(fault: &PersonFault, lang: Lang) -> Self {
        let label = format!("roster-column-{}", fault.column.replace(' ', "-"));
        Self {
            column: fault.column,
            label: lang.text(&label),
            words: fault.sentence.in_lang(lang),
        }
    }
}
