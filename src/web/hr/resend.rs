use super::refusal;
use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::mail::{self, Asked, MOST_FOUND};
use crate::text::{Lang, Sentence};
use crate::wave;
use crate::web::body::Posted;
use crate::web::id::Id;
use crate::web::reply::{Failure, on};
use crate::web::visit::{Hr, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// The page on which HR finds somebody who was asked, to have their mail sent again. A name is sent as a form, so that it
/// stands in no address and no log.
#[derive(Default, Serialize)]
struct ResendPage {
    id: String,
    title: String,
    name: String,
    found: Vec<Line>,
    /// There are more than are shown.
    more: bool,
    searched: bool,
    /// What was done, in a sentence.
    done: Option<String>,
    error: Option<String>,
}

#[derive(Serialize)]
struct Line {
    slip: String,
    name: String,
    email: Option<String>,
    /// What they were asked about.
    about: String,
}

/// Whom HR looks for, and for whom it then wants the mail to be sent.
#[derive(Clone, Default, Deserialize)]
pub struct Search {
    #[serde(default)]
    name: String,
    #[serde(default)]
    slip: String,
}

/// GET `/hr/waves/{wave}/mail-one`.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
) -> Result<HttpResponse, Failure> {
    page(&app, &hr.0, id, Search::default(), (None, None)).await
}

/// POST `/hr/waves/{wave}/mail-one`: looks for somebody, or sends their mail.
pub async fn send(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    Posted(search): Posted<Search>,
) -> Result<HttpResponse, Failure> {
    if search.slip.is_empty() {
        return page(&app, &hr.0, id, search, (None, None)).await;
    }
    let (lang, by, of, slip) = (hr.0.lang, hr.by(), id.clone(), search.slip.clone());
    let said = match on(&app, move |app| mail::resend(app, &of, &slip, &by)).await {
        Ok(name) => (Some(done(name, lang)), None),
        Err(failure) => (None, Some(refusal(failure, lang)?)),
    };
    page(&app, &hr.0, id, search, said).await
}

fn done(name: String, lang: Lang) -> String {
    Sentence::new("hr-resend-done")
        .with("name", name)
        .in_lang(lang)
}

async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    id: WaveId,
    search: Search,
    (done, error): (Option<String>, Option<String>),
) -> Result<HttpResponse, Failure> {
    let lang = visit.lang;
    let status = match error {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = on(app, move |app| {
        Ok(ResendPage {
            done,
            error,
            ..ResendPage::read(app, &id, search, lang)?
        })
    });
    visit.html_with(app, status, "hr/resend.html", &page.await?)
}

impl ResendPage {
    fn read(app: &App, id: &WaveId, search: Search, lang: Lang) -> Outcome<Self> {
        let mut found = mail::search(app, id, &search.name)?;
        let more = found.len() > MOST_FOUND;
        found.truncate(MOST_FOUND);
        let about = |one: &Asked| {
            let key = match one.leads {
                true => "hr-resend-leader",
                false => "hr-resend-member",
            };
            Sentence::new(key)
                .with("team", one.team.clone())
                .in_lang(lang)
        };
        let line = |one: Asked| Line {
            about: about(&one),
            slip: one.slip,
            name: one.name,
            email: one.email,
        };
        Ok(Self {
            id: id.to_string(),
            title: wave::overview(app, id)?.wave.title,
            searched: !search.name.trim().is_empty(),
            name: search.name,
            found: found.into_iter().map(line).collect(),
            more,
            ..Self::default()
        })
    }
}
