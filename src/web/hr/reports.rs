//! The reports of all teams as one file, which takes a while to pack.

use crate::access;
use crate::app::App;
use crate::error::Problem;
use crate::ids::WaveId;
use crate::packing::{self, Standing};
use crate::results;
use crate::store::act::Kind as Act;
use crate::web::body::{Nothing, Posted};
use crate::web::id::Id;
use crate::web::reply::{Failure, on, see_other};
use crate::web::viewer::Fresh;
use crate::web::visit::Hr;
use actix_files::NamedFile;
use actix_web::http::header::{self, ContentDisposition, ContentEncoding};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// Seconds after which the page looks again.
const AGAIN: &str = "2";

#[derive(Serialize)]
struct ReportsPage {
    id: WaveId,
    wave: String,
    /// `none`, `packing`, `packed` or `failed`.
    state: &'static str,
    done: usize,
    all: usize,
}

/// GET `/hr/waves/{wave}/reports`: how far the packing is.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let page = on(&app, move |app| {
        let known = results::released(app)?;
        let known = known.into_iter().find(|(known, _)| *known == id);
        let (id, wave) = known.ok_or(Problem::NotFound)?;
        let (state, done, all) = match packing::standing(app, &id, lang)? {
            Standing::None => ("none", 0, 0),
            Standing::Packing { done, total } => ("packing", done, total),
            Standing::Packed => ("packed", 0, 0),
            Standing::Failed => ("failed", 0, 0),
        };
        Ok(ReportsPage {
            id,
            wave,
            state,
            done,
            all,
        })
    })
    .await?;
    let mut reply = hr.0.html(&app, "hr/reports.html", &page)?;
    if page.state == "packing" {
        let again = header::HeaderValue::from_static(AGAIN);
        reply.headers_mut().insert(header::REFRESH, again);
    }
    Ok(reply)
}

/// POST `/hr/waves/{wave}/reports`: has them packed, unless they are or are about to be.
pub async fn pack(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let page = format!("/hr/waves/{id}/reports");
    let lang = hr.0.lang;
    on(&app, move |app| packing::request(app, &id, lang)).await?;
    Ok(see_other(&page))
}

/// GET `/hr/waves/{wave}/reports.zip`: the packed file.
pub async fn fetch(
    app: web::Data<App>,
    hr: Hr,
    _: Fresh,
    Id(id): Id<WaveId>,
) -> Result<NamedFile, Failure> {
    let lang = hr.0.lang;
    let by = hr.by();
    let file = on(&app, move |app| {
        let file = NamedFile::open(packing::file(app, &id, lang));
        let file = file.map_err(|_| Problem::NotFound)?;
        access::note(app, &by, Act::Downloaded, id.as_str())?;
        Ok(file)
    });
    Ok(file
        .await?
        // What is packed is not compressed once more on its way.
        .set_content_encoding(ContentEncoding::Identity)
        .set_content_disposition(ContentDisposition::attachment("gutcheck-reports.zip")))
}
