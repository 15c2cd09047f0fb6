//! The public page of a wave: what was promised, and what everybody can check.

use super::download::attachment;
use super::id::{Id, Root};
use super::reply::{Failure, on};
use super::visit::Guest;
use crate::app::App;
use crate::ballot::audit::Counts;
use crate::ballot::promise::{CellTerms, TrusteeKey, TrusteeTerms, short};
use crate::error::{Outcome, Problem};
use crate::store::wave::State;
use crate::text::Lang;
use crate::wave::{self, Public};
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct WavePage {
    title: String,
    anonymous: bool,
    state_label: String,
    short: String,
    root: String,
    opens: String,
    closes: String,
    smallest: i32,
    groups: Vec<Group>,
    /// The list of ballots is final, and these are the counts of all groups.
    total: Option<Counts>,
    sound: bool,
    ballots_root: Option<String>,
    result_hash: Option<String>,
    /// Ballots that hold no sound form.
    spoilt: i32,
    destroyed: Option<String>,
    destroy_after: Option<String>,
    /// The answer page of this server is the promised one, or nobody answers any more.
    same_page: bool,
    /// Who opens the answers; none if the server does.
    trustees: Option<Trustees>,
    link: String,
}

/// People who count together: one cell, or, as soon as the list of ballots is final, several.
#[derive(Serialize)]
struct Trustees {
    needed: usize,
    /// How many keys can be lost.
    spare: usize,
    keys: Vec<TrusteeKey>,
}

impl From<TrusteeTerms> for Trustees {
    fn from(terms: TrusteeTerms) -> Self {
        let needed = terms.needed as usize;
        Self {
            needed,
            spare: terms.keys.len().saturating_sub(needed),
            keys: terms.keys,
        }
    }
}

#[derive(Serialize)]
struct Group {
    label: String,
    counts: Counts,
}

/// GET `/wave/{root}`.
pub async fn show(
    app: web::Data<App>,
    Guest(visit): Guest,
    Id(Root(root)): Id<Root>,
) -> Result<HttpResponse, Failure> {
    let lang = visit.lang;
    let page = on(&app, move |app| {
        WavePage::new(app, wave::public(app, &root)?, lang)
    });
    visit.html(&app, "wave.html", &page.await?)
}

/// GET `/wave/{root}/record.json`: everything that can be checked, for `gutcheck verify`.
pub async fn record(
    app: web::Data<App>,
    Id(Root(root)): Id<Root>,
) -> Result<HttpResponse, Failure> {
    let record = on(&app, move |app| wave::record(app, &root)).await?;
    Ok(HttpResponse::Ok().json(record))
}

/// GET `/wave/{root}/ballots.txt`: the identifiers of all ballots, a line each.
pub async fn ballots(
    app: web::Data<App>,
    Id(Root(root)): Id<Root>,
) -> Result<HttpResponse, Failure> {
    let ids = on(&app, move |app| wave::receipts(app, &root)).await?;
    let lines: String = ids.iter().map(|id| format!("{id}\n")).collect();
    Ok(attachment(
        "ballots.txt",
        "text/plain; charset=utf-8",
        lines.into_bytes(),
    ))
}

impl WavePage {
    fn new(app: &App, known: Public, lang: Lang) -> Outcome<Self> {
        let fault = |error| Problem::fault("stored promise", error);
        let mut cells: BTreeMap<i32, CellTerms> = BTreeMap::new();
        for cell in &known.cells {
            let text = cell.terms.as_deref().unwrap_or_default();
            cells.insert(cell.no, serde_json::from_str(text).map_err(fault)?);
        }
        let asked = |(no, cell): (&i32, &CellTerms)| Counts {
            cells: vec![*no],
            invited: cell.invited,
            spare: known.amended.taken(*no),
            ..Counts::default()
        };
        let counts = match known.wave.ballots_root {
            Some(_) => known.counts,
            None => cells.iter().map(asked).collect(),
        };
        let group = |counts: Counts| {
            let cells = counts.cells.iter().filter_map(|no| cells.get(no));
            let labels: Vec<&str> = cells.map(|cell| cell.label.as_str()).collect();
            Group {
                label: labels.join(", "),
                counts,
            }
        };
        let groups: Vec<Group> = counts.into_iter().map(group).collect();
        let (wave, promise, terms) = (known.wave, known.promise, known.terms);
        let state = wave.state.as_str();
        let final_list = wave.ballots_root.is_some();
        Ok(Self {
            anonymous: terms.protocol == "abp2",
            state_label: lang.text(&format!("hr-state-{state}")),
            short: short(&promise.number),
            link: app.config.link(&format!("/wave/{}", promise.root)),
            root: promise.root,
            opens: lang.moment(wave.opens.utc()),
            closes: lang.moment(wave.closes.utc()),
            smallest: wave.k,
            sound: groups.iter().all(|group| group.counts.hold()),
            total: final_list.then(|| groups.iter().map(|group| &group.counts).sum()),
            groups,
            ballots_root: wave.ballots_root,
            result_hash: wave.result_hash,
            spoilt: wave.spoilt.unwrap_or_default(),
            destroyed: wave.key_destroyed.map(|day| lang.day(day)),
            destroy_after: wave
                .destroy_after
                .filter(|_| wave.state == State::Released)
                .map(|moment| lang.day(moment.date())),
            same_page: final_list || terms.page == app.answer_page.hash,
            trustees: terms.trustees.map(Trustees::from),
            title: wave.title,
        })
    }
}
