use super::decisions_view::{DecisionsView, decisions, summary};
use super::import_view::ImportPage;
use super::refusal;
use super::times::Zone;
use super::tree::{Branch, tree};
use crate::access;
use crate::app::App;
use crate::ids::ImportId;
use crate::roster::{self, Decisions, Preview};
use crate::store::act::Kind;
use crate::web::asked::Asked;
use crate::web::body::{Fields, Nothing, Posted, Upload};
use crate::web::download::{CSV, attachment};
use crate::web::id::Id;
use crate::web::reply::{Failure, on, see_other};
use crate::web::viewer::Fresh;
use crate::web::visit::{Hr, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// A roster to start from: it can be imported as it is.
const SAMPLE: &str = include_str!("sample.csv");

#[derive(Serialize)]
struct RosterPage {
    teams: Vec<Branch>,
    /// How many teams there are, some of which may be too deep for the page.
    count: usize,
    people: usize,
    last: Option<LastView>,
    error: Option<String>,
    /// Why the last import could not be taken back.
    refused: Option<String>,
}

/// The last import.
#[derive(Serialize)]
struct LastView {
    at: String,
    by: String,
    what: String,
    obstacle: Option<String>,
}

/// GET `/hr/roster`.
pub async fn show(app: web::Data<App>, hr: Hr) -> Result<HttpResponse, Failure> {
    page(&app, &hr.0, StatusCode::OK, None, None).await
}

/// POST `/hr/roster/import`: keeps the file and shows what it would change.
pub async fn upload(
    app: web::Data<App>,
    hr: Hr,
    file: Result<Upload, Failure>,
) -> Result<HttpResponse, Failure> {
    let staged = match file {
        Ok(file) => {
            on(&app, move |app| {
                roster::fits(&file.name, &file.bytes)?;
                roster::stage(app, &file.bytes)
            })
            .await
        }
        Err(failure) => Err(failure),
    };
    match staged {
        Ok(id) => Ok(see_other(&format!("/hr/roster/import/{id}"))),
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(
                &app,
                &hr.0,
                StatusCode::UNPROCESSABLE_ENTITY,
                Some(error),
                None,
            )
            .await
        }
    }
}

/// GET `/hr/roster/import/{import}`: what the file would change, or what is wrong with it.
pub async fn preview(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<ImportId>,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    let decisions = decisions(&asked.fields().to_vec());
    import_page(&app, &hr.0, id, decisions, None).await
}

/// GET `/hr/roster/import/{import}/rest.csv`: the lines that cannot be taken, with what to do.
pub async fn rest(
    app: web::Data<App>,
    _: Hr,
    Id(id): Id<ImportId>,
) -> Result<HttpResponse, Failure> {
    let bytes = on(&app, move |app| roster::rest(app, &id)).await?;
    let (ending, kind) = CSV;
    Ok(attachment(&format!("roster-rest.{ending}"), kind, bytes))
}

/// POST `/hr/roster/import/{import}`: makes the file the roster in force.
pub async fn apply(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<ImportId>,
    form: Posted<Fields>,
) -> Result<HttpResponse, Failure> {
    let (by, import, decisions) = (hr.by(), id.clone(), decisions(&form.0));
    let decided = decisions.clone();
    match on(&app, move |app| {
        roster::apply_decided(app, &import, &decided, &by)
    })
    .await
    {
        Ok(()) => Ok(see_other("/hr/roster")),
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            import_page(&app, &hr.0, id, decisions, Some(error)).await
        }
    }
}

async fn import_page(
    app: &web::Data<App>,
    visit: &Visit,
    id: ImportId,
    decisions: Decisions,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match error {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let lang = visit.lang;
    let path = format!("/hr/roster/import/{id}");
    let columns = format!("{path}/columns");
    let page = on(app, move |app| {
        let mut dry = match roster::preview_decided(app, &id, &decisions)? {
            Preview::Unassigned => return Ok(None),
            Preview::Unreadable(sentence) => {
                return Ok(Some(ImportPage::unreadable(path, &sentence, lang)));
            }
            Preview::Read(dry) => *dry,
        };
        let decide = DecisionsView::read(app, &mut dry.difference, &decisions, error)?;
        Ok(Some(ImportPage::new(path, dry, Some(decide), lang)))
    });
    match page.await? {
        Some(page) => visit.html_with(app, status, "hr/import.html", &page),
        None => Ok(see_other(&columns)),
    }
}

/// POST `/hr/roster/undo`: takes back the last import.
pub async fn undo(
    app: web::Data<App>,
    hr: Hr,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let by = hr.by();
    match on(&app, move |app| roster::undo(app, &by)).await {
        Ok(()) => Ok(see_other("/hr/roster")),
        Err(failure) => {
            let refused = Some(refusal(failure, hr.0.lang)?);
            page(&app, &hr.0, StatusCode::UNPROCESSABLE_ENTITY, None, refused).await
        }
    }
}

/// GET `/hr/roster/roster.csv`: the roster as it is.
pub async fn download(app: web::Data<App>, hr: Hr, _: Fresh) -> Result<HttpResponse, Failure> {
    let mut bytes = "\u{feff}".as_bytes().to_vec();
    let by = hr.by();
    let written = on(&app, move |app| {
        access::note(app, &by, Kind::RosterDownloaded, "")?;
        roster::download(app)
    });
    bytes.extend(written.await?);
    Ok(attachment("roster.csv", "text/csv; charset=utf-8", bytes))
}

/// GET `/hr/roster/sample.csv`.
pub async fn sample(_: Hr) -> HttpResponse {
    // Spreadsheets take a file for UTF-8 only with a byte order mark.
    let bytes = format!("\u{feff}{SAMPLE}").into_bytes();
    attachment("roster.csv", "text/csv; charset=utf-8", bytes)
}

async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    status: StatusCode,
    error: Option<String>,
    refused: Option<String>,
) -> Result<HttpResponse, Failure> {
    let lang = visit.lang;
    let page = on(app, move |app| {
        let teams = roster::teams(app)?;
        let zone = Zone::of(app)?;
        let last = roster::last_import(app)?.map(|last| LastView {
            at: zone.words(last.at, lang),
            by: last.by,
            what: summary(&last.summary, lang),
            obstacle: last.obstacle.map(|sentence| sentence.in_lang(lang)),
        });
        Ok(RosterPage {
            teams: tree(&teams),
            count: teams.len(),
            people: roster::headcount(app)?,
            last,
            error,
            refused,
        })
    });
    visit.html_with(app, status, "hr/roster.html", &page.await?)
}

#[cfg(test)]
mod tests {
    use super::SAMPLE;
    use crate::roster::sheet::{Around, File};
    use crate::table::Wish;

    #[test]
    fn the_sample_is_a_roster_without_faults() {
        let file = File::open(SAMPLE.as_bytes(), Wish::default()).unwrap();
        let around = Around {
            root: "Example".into(),
            today: chrono::NaiveDate::MIN,
        };
        let sheet = file.read(&file.own_layout().unwrap(), &around).unwrap();
        assert!(sheet.faults.is_empty() && sheet.leaderless.is_empty());
    }
}
