use super::refusal;
use super::times::Zone;
use crate::access;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::store::act::Kind as Act;
use crate::store::wave::{Promise, Wave};
use crate::survey::{Role, Survey};
use crate::text::{Lang, folded};
use crate::wave::{self, PlanForm};
use crate::web::asked::{Asked, Pages};
use crate::web::body::Posted;
use crate::web::reply::{Failure, on, see_other};
use crate::web::visit::{Hr, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::BTreeMap;

/// Waves on a page of the list.
const EACH: usize = 50;

#[derive(Serialize)]
struct WavesPage {
    waves: Vec<WaveLine>,
    /// All waves there are.
    all: usize,
    found: usize,
    q: String,
    state: String,
    sort: String,
    /// The states that waves are in, with their names.
    states: BTreeMap<&'static str, String>,
    pages: Option<Pages>,
}

#[derive(Serialize)]
struct WaveLine {
    id: String,
    title: String,
    state: &'static str,
    state_label: String,
    opens: String,
    closes: String,
}

#[derive(Serialize)]
struct NewPage {
    surveys: Vec<SurveyOption>,
    values: Values,
    zone: &'static str,
    /// Where trustees make their keys.
    trustee_page: String,
    error: Option<String>,
}

#[derive(Serialize)]
struct SurveyOption {
    id: String,
    title: String,
    minutes: u8,
    /// Statements that members answer.
    statements: usize,
}

/// What stands in the fields of a plan.
#[derive(Serialize)]
pub struct Values {
    /// Identifier of the survey.
    pub survey: String,
    /// What people call the wave.
    pub title: String,
    /// As the browser writes a local time.
    pub opens: String,
    /// As the browser writes a local time.
    pub closes: String,
    /// What respondents are promised.
    pub promise: String,
    /// Auditors read the organisation's figures too.
    pub auditors_read: bool,
    /// The members always get the report of their group.
    pub members_read: bool,
    /// Who opens the answers, `server` or `trustees`.
    pub opens_by: &'static str,
    /// How many trustees it takes.
    pub needed: String,
    /// All that can be filled in.
    pub trustees: Vec<TrusteeRow>,
}

/// A trustee as they are filled in.
#[derive(Serialize)]
pub struct TrusteeRow {
    name: String,
    key: String,
}

impl From<&PlanForm> for Values {
    fn from(form: &PlanForm) -> Self {
        let row = |(name, key): (&str, &str)| TrusteeRow {
            name: name.to_owned(),
            key: key.to_owned(),
        };
        Self {
            opens_by: match form.opening.by_trustees() {
                true => "trustees",
                false => "server",
            },
            needed: form.opening.needed().to_owned(),
            trustees: form.opening.rows().map(row).collect(),
            survey: form.survey.clone(),
            title: form.title.clone(),
            opens: form.opens.clone(),
            closes: form.closes.clone(),
            promise: form.promise.clone(),
            auditors_read: form.readers == wave::AUDITORS,
            members_read: form.members == wave::ALWAYS,
        }
    }
}

/// GET `/hr/waves`.
pub async fn list(app: web::Data<App>, hr: Hr, asked: Asked) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let page = on(&app, move |app| waves_page(app, &asked, lang)).await?;
    hr.0.html(&app, "hr/waves.html", &page)
}

fn waves_page(app: &App, asked: &Asked, lang: Lang) -> Outcome<WavesPage> {
    let zone = Zone::of(app)?;
    let all = wave::list(app)?;
    let name = |wave: &Wave| {
        let state = wave.state.as_str();
        (state, lang.text(&format!("hr-state-{state}")))
    };
    let words = folded(asked.text("q"));
    let state = asked.text("state");
    let matches = |wave: &&Wave| {
        let title = folded(&wave.title);
        let named = words.split_whitespace().all(|word| title.contains(word));
        named && (state.is_empty() || wave.state.as_str() == state)
    };
    let mut found: Vec<&Wave> = all.iter().filter(matches).collect();
    if asked.text("sort") == "title" {
        found.sort_by_cached_key(|wave| folded(&wave.title));
    }
    let shown = found.iter().skip(asked.page() * EACH).take(EACH);
    Ok(WavesPage {
        waves: shown.map(|wave| WaveLine::new(wave, zone, lang)).collect(),
        all: all.len(),
        found: found.len(),
        q: asked.text("q").to_owned(),
        state: state.to_owned(),
        sort: asked.text("sort").to_owned(),
        states: all.iter().map(name).collect(),
        pages: asked.pages(found.len(), EACH),
    })
}

/// GET `/hr/waves/new`.
pub async fn new(app: web::Data<App>, hr: Hr) -> Result<HttpResponse, Failure> {
    page(&app, &hr.0, None, None).await
}

/// POST `/hr/waves`: plans a wave.
pub async fn plan(
    app: web::Data<App>,
    hr: Hr,
    form: Posted<PlanForm>,
) -> Result<HttpResponse, Failure> {
    let values = Values::from(&form.0);
    let by = hr.by();
    let plan = move |app: &App| {
        let id = wave::plan(app, &form.0)?;
        access::note(app, &by, Act::Planned, id.as_str())?;
        Ok(id)
    };
    match on(&app, plan).await {
        Ok(id) => Ok(see_other(&format!("/hr/waves/{id}"))),
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(&app, &hr.0, Some(values), Some(error)).await
        }
    }
}

/// The form of a plan: with what was sent and why it was refused, or with what a new wave begins with.
async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    sent: Option<Values>,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match sent {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let lang = visit.lang;
    let page = on(app, move |app| new_page(app, sent, error, lang)).await?;
    visit.html_with(app, status, "hr/wave_new.html", &page)
}

fn new_page(
    app: &App,
    sent: Option<Values>,
    error: Option<String>,
    lang: Lang,
) -> Outcome<NewPage> {
    let zone = Zone::of(app)?;
    // What answers to the gut-check say of themselves, that nothing is stored, is not true of a wave.
    let offered = app.library.for_waves();
    let mut surveys: Vec<&Survey> = offered.collect();
    surveys.sort_by_key(|survey| std::cmp::Reverse(survey.minutes));
    let survey = surveys.first().ok_or(Problem::NotFound)?.id.clone();
    let (opens, closes, title) = zone.defaults(app.now());
    Ok(NewPage {
        surveys: surveys
            .iter()
            .map(|survey| SurveyOption::new(survey, lang))
            .collect(),
        values: sent.unwrap_or_else(|| {
            Values::from(&PlanForm {
                survey,
                title,
                opens,
                closes,
                promise: Promise::Anonymous.as_str().to_owned(),
                ..PlanForm::default()
            })
        }),
        zone: zone.name(),
        trustee_page: app.config.link("/trustee"),
        error,
    })
}

impl WaveLine {
    fn new(wave: &Wave, zone: Zone, lang: Lang) -> Self {
        let state = wave.state.as_str();
        Self {
            id: wave.id.to_string(),
            title: wave.title.clone(),
            state,
            state_label: lang.text(&format!("hr-state-{state}")),
            opens: zone.words(wave.opens, lang),
            closes: zone.words(wave.closes, lang),
        }
    }
}

impl SurveyOption {
    fn new(survey: &Survey, lang: Lang) -> Self {
        Self {
            id: survey.id.clone(),
            title: survey.title.text(lang.code()).to_owned(),
            minutes: survey.minutes,
            statements: survey.statements(Role::Member),
        }
    }
}
