//! The reports of all teams as one file, which takes a while to pack.

use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::export::{self, Reader, archive, team_document};
use crate::ids::WaveId;
use crate::results;
use crate::text::Lang;
use crate::web::body::Posted;
use crate::web::reply::{Failure, on, see_other};
use crate::web::shown;
use crate::web::sign_in::Nothing;
use crate::web::visit::Hr;
use actix_files::NamedFile;
use actix_web::http::header::{self, ContentDisposition, ContentEncoding};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::fs::{self, File};
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

/// A packing that has not moved for so long was interrupted.
const STALE: Duration = Duration::from_secs(120);

/// Seconds after which the page looks again.
const AGAIN: &str = "2";

#[derive(Serialize)]
struct ReportsPage {
    id: WaveId,
    wave: String,
    /// `none`, `packing` or `packed`.
    state: &'static str,
    done: usize,
    all: usize,
}

/// GET `/hr/waves/{id}/reports`: how far the packing is.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id = wave(&id)?;
    let lang = hr.0.lang;
    let page = on(&app, move |app| {
        let known = results::released(app)?;
        let known = known.into_iter().find(|(known, _)| *known == id);
        let (id, wave) = known.ok_or(Problem::NotFound)?;
        let (state, done, all) = Packing::of(app, &id, lang).standing();
        Ok(ReportsPage {
            id,
            wave,
            state,
            done,
            all,
        })
    })
    .await?;
    let packing = page.state == "packing";
    let mut shown = hr.0.html(&app, "hr/reports.html", &page)?;
    if packing {
        let again = header::HeaderValue::from_static(AGAIN);
        shown.headers_mut().insert(header::REFRESH, again);
    }
    Ok(shown)
}

/// POST `/hr/waves/{id}/reports`: begins to pack, unless that has begun.
pub async fn pack(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let id = wave(&id)?;
    let page = format!("/hr/waves/{id}/reports");
    let (lang, working) = (hr.0.lang, app.clone());
    on(&app, move |app| {
        let packing = Packing::of(app, &id, lang);
        if packing.standing().0 != "none" {
            return Ok(());
        }
        let teams = results::teams_shown(app, &id)?;
        packing.note(0, teams.len())?;
        thread::spawn(move || {
            if let Err(problem) = packing.run(&working, &id, &teams, lang) {
                tracing::error!(%problem, "reports could not be packed");
                let _ = fs::remove_file(&packing.progress);
            }
        });
        Ok(())
    })
    .await?;
    Ok(see_other(&page))
}

/// GET `/hr/waves/{id}/reports.zip`: the packed file.
pub async fn fetch(
    app: web::Data<App>,
    hr: Hr,
    id: web::Path<String>,
) -> Result<NamedFile, Failure> {
    let id = wave(&id)?;
    let lang = hr.0.lang;
    let file = on(&app, move |app| {
        let packed = Packing::of(app, &id, lang).packed;
        NamedFile::open(packed).map_err(|_| Problem::NotFound)
    });
    Ok(file
        .await?
        // What is packed is not compressed once more on its way.
        .set_content_encoding(ContentEncoding::Identity)
        .set_content_disposition(ContentDisposition::attachment("gutcheck-reports.zip")))
}

fn wave(text: &str) -> Result<WaveId, Failure> {
    WaveId::parse(text).ok_or(Failure(Problem::NotFound))
}

/// The files of one packing: what is packed, what is being packed, and how far that is.
struct Packing {
    packed: PathBuf,
    part: PathBuf,
    progress: PathBuf,
}

impl Packing {
    fn of(app: &App, id: &WaveId, lang: Lang) -> Self {
        let file = |kind: &str| app.exports().join(format!("{id}-{}.{kind}", lang.code()));
        Self {
            packed: file("zip"),
            part: file("part"),
            progress: file("progress"),
        }
    }

    fn standing(&self) -> (&'static str, usize, usize) {
        if self.packed.exists() {
            return ("packed", 0, 0);
        }
        let moved = fs::metadata(&self.progress).and_then(|known| known.modified());
        let fresh = moved
            .ok()
            .and_then(|at| at.elapsed().ok())
            .is_some_and(|age| age < STALE);
        let said = fs::read_to_string(&self.progress).unwrap_or_default();
        let mut numbers = said
            .split(' ')
            .map(|number| number.trim().parse().unwrap_or(0));
        match (fresh, numbers.next(), numbers.next()) {
            (true, Some(done), Some(all)) => ("packing", done, all),
            _ => ("none", 0, 0),
        }
    }

    fn note(&self, done: usize, all: usize) -> Outcome<()> {
        let folder = self.progress.parent().map(fs::create_dir_all);
        folder.transpose().map_err(broken)?;
        fs::write(&self.progress, format!("{done} {all}")).map_err(broken)
    }

    fn run(&self, app: &App, id: &WaveId, teams: &[results::TeamShown], lang: Lang) -> Outcome<()> {
        let mut fault = None;
        let print = |(done, team): (usize, &results::TeamShown)| {
            let printed = self.print(app, id, team, lang);
            let noted = self.note(done + 1, teams.len());
            printed.and_then(|file| noted.map(|()| file))
        };
        // The first fault ends the packing.
        let files = teams
            .iter()
            .enumerate()
            .map(print)
            .map_while(|printed| printed.map_err(|problem| fault = Some(problem)).ok());
        archive(File::create(&self.part).map_err(broken)?, files).map_err(broken)?;
        match fault {
            Some(problem) => return Err(problem),
            None => fs::rename(&self.part, &self.packed).map_err(broken)?,
        }
        fs::remove_file(&self.progress).map_err(broken)
    }

    fn print(
        &self,
        app: &App,
        id: &WaveId,
        team: &results::TeamShown,
        lang: Lang,
    ) -> Outcome<(String, Vec<u8>)> {
        let page = results::team(app, &team.team, id, team.node, lang)?;
        let document = team_document(&page, Reader::Hr, lang);
        let name = export::file_name(&[&page.team, &page.head.wave], "pdf");
        Ok((name, shown::pdf(&document)?))
    }
}

fn broken(error: impl std::fmt::Display) -> Problem {
    Problem::fault("packing", error)
}
