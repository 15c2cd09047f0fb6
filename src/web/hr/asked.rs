//! Everybody who is asked in a wave, and the right address of somebody.

use super::refusal;
use crate::app::App;
use crate::error::Outcome;
use crate::ids::{PersonId, WaveId};
use crate::roster::{self, AddressForm};
use crate::store::wave::State;
use crate::wave::{self, FirstMail, Invitee};
use crate::web::body::Posted;
use crate::web::id::Id;
use crate::web::reply::{Failure, on, see_other};
use crate::web::visit::Hr;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// So many people stand on one page; the others are found by searching.
const MOST: usize = 50;

/// What somebody is looked for by.
#[derive(Default, Deserialize)]
pub struct Search {
    /// A part of a name, an address or a team.
    sought: String,
}

#[derive(Serialize)]
struct AskedPage {
    id: WaveId,
    wave: String,
    sought: String,
    people: Vec<Line>,
    /// How many are found, and how many are asked in all.
    found: usize,
    all: usize,
}

#[derive(Serialize)]
struct PersonPage {
    id: WaveId,
    wave: String,
    open: bool,
    one: Line,
    /// What was sent, or what stands on the roster.
    email: String,
    error: Option<String>,
}

#[derive(Serialize)]
struct Line {
    id: PersonId,
    name: String,
    email: Option<String>,
    member_of: String,
    leads: String,
    mail: &'static str,
    /// Still on the roster.
    active: bool,
}

impl From<&Invitee> for Line {
    fn from(one: &Invitee) -> Self {
        Self {
            id: one.person.id.clone(),
            name: one.person.name.clone(),
            email: one.person.email.clone(),
            member_of: one.member_of.join(", "),
            leads: one.leads.join(", "),
            mail: match one.mail {
                FirstMail::Untold => "untold",
                FirstMail::Waiting => "waiting",
                FirstMail::Lost => "lost",
            },
            active: one.person.active,
        }
    }
}

impl Line {
    fn has(&self, sought: &str) -> bool {
        let known = [&self.name, &self.member_of, &self.leads].into_iter();
        let mut texts = known.chain(&self.email);
        texts.any(|text| text.to_lowercase().contains(sought))
    }
}

/// GET `/hr/waves/{wave}/people`: the first of them.
pub async fn list(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
) -> Result<HttpResponse, Failure> {
    page(&app, &hr, id, Search::default()).await
}

/// POST `/hr/waves/{wave}/people`: those who are looked for. A name does not belong in an address, which logs keep.
pub async fn search(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<Search>,
) -> Result<HttpResponse, Failure> {
    page(&app, &hr, id, form.0).await
}

async fn page(
    app: &web::Data<App>,
    hr: &Hr,
    id: WaveId,
    search: Search,
) -> Result<HttpResponse, Failure> {
    let page = on(app, move |app| {
        let all = wave::invitees(app, &id)?;
        let sought = search.sought.trim().to_lowercase();
        let lines = all.iter().map(Line::from);
        let mut people: Vec<Line> = lines.filter(|line| line.has(&sought)).collect();
        let found = people.len();
        people.truncate(MOST);
        Ok(AskedPage {
            wave: wave::overview(app, &id)?.wave.title,
            sought: search.sought,
            all: all.len(),
            people,
            found,
            id,
        })
    });
    hr.0.html(app, "hr/asked.html", &page.await?)
}

/// GET `/hr/waves/{wave}/people/{person}`: one of them.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    Id(person): Id<PersonId>,
) -> Result<HttpResponse, Failure> {
    let page = on(&app, move |app| person_page(app, id, &person, None)).await?;
    hr.0.html(&app, "hr/asked_one.html", &page)
}

/// POST `/hr/waves/{wave}/people/{person}`: corrects their address.
pub async fn correct(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    Id(person): Id<PersonId>,
    form: Posted<AddressForm>,
) -> Result<HttpResponse, Failure> {
    let (by, lang) = (hr.by(), hr.0.lang);
    let (of, who, sent) = (id.clone(), person.clone(), form.0.email.clone());
    let correct = move |app: &App| {
        // Whoever is not asked here is not found.
        wave::invitee(app, &of, &who)?;
        roster::correct_address(app, &who, &form.0, &by)
    };
    match on(&app, correct).await {
        Ok(()) => Ok(see_other(&format!("/hr/waves/{id}/people/{person}"))),
        Err(failure) => {
            let refused = Some((sent, refusal(failure, lang)?));
            let page = on(&app, move |app| person_page(app, id, &person, refused)).await?;
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            hr.0.html_with(&app, status, "hr/asked_one.html", &page)
        }
    }
}

fn person_page(
    app: &App,
    id: WaveId,
    person: &PersonId,
    refused: Option<(String, String)>,
) -> Outcome<PersonPage> {
    let one = Line::from(&wave::invitee(app, &id, person)?);
    let known = wave::overview(app, &id)?.wave;
    let (email, error) = refused.unzip();
    Ok(PersonPage {
        open: known.state == State::Open,
        wave: known.title,
        email: email.or_else(|| one.email.clone()).unwrap_or_default(),
        one,
        error,
        id,
    })
}
