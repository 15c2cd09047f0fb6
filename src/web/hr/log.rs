use super::times::Zone;
use crate::access;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::store::act::{self, Kind, Line as Act};
use crate::store::people;
use crate::text::Lang;
use crate::wave;
use crate::web::download::{self, attachment};
use crate::web::reply::{Failure, on};
use crate::web::viewer::Auditor;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct LogPage {
    lines: Vec<Line>,
    count: usize,
    broken: usize,
    zone: &'static str,
    /// The last entry as mails tell it.
    tip: Option<String>,
}

#[derive(Serialize)]
struct Line {
    when: String,
    what: String,
    /// By name, unless nobody had to do anything.
    who: Option<String>,
    sound: bool,
}

/// GET `/hr/log`: the administrative acts, the latest first.
pub async fn show(app: web::Data<App>, auditor: Auditor) -> Result<HttpResponse, Failure> {
    let lang = auditor.0.lang;
    let page = on(&app, move |app| page(app, lang)).await?;
    auditor.0.html(&app, "hr/log.html", &page)
}

/// GET `/hr/log.csv`: the same to keep, the first one first, with what each seal is put over.
pub async fn csv(app: web::Data<App>, auditor: Auditor) -> Result<HttpResponse, Failure> {
    let by = auditor.0.by();
    let bytes = on(&app, move |app| {
        access::note(app, &by, Kind::LogDownloaded, "")?;
        let log = LogPage::rows(&app.store.read(act::log)?);
        log.map_err(|error| Problem::fault("log", error))
    });
    Ok(attachment(
        "gutcheck-log.csv",
        download::CSV.1,
        bytes.await?,
    ))
}

fn page(app: &App, lang: Lang) -> Outcome<LogPage> {
    let zone = Zone::of(app)?;
    let acts = app.store.read(act::log)?;
    let waves = wave::list(app)?;
    let people = app.store.read(people::everybody)?;
    let titles = waves
        .iter()
        .map(|wave| (wave.id.as_str(), wave.title.as_str()));
    let names = people
        .iter()
        .map(|person| (person.id.as_str(), person.name.as_str()));
    let known: BTreeMap<&str, &str> = titles.chain(names).collect();
    let line = |act: &Act| {
        let (what, roles) = act.subject.split_once(' ').unwrap_or((&act.subject, ""));
        let title = known.get(what).copied().unwrap_or_default();
        let roles = roles.split(' ').filter(|role| !role.is_empty());
        let roles: Vec<String> = roles
            .map(|role| lang.text(&format!("account-role-{role}")))
            .collect();
        let what = act.kind.map_or("unreadable", Kind::as_str);
        let what = format!("hr-log-{what}");
        Line {
            when: act.at.map_or_else(String::new, |at| zone.words(at, lang)),
            what: lang.say(
                &what,
                &[
                    ("title".into(), title.into()),
                    ("roles".into(), roles.join(", ").into()),
                ],
            ),
            who: who(&act.actor, &known, lang),
            sound: act.sound,
        }
    };
    let tip = app.store.read(act::tip)?;
    Ok(LogPage {
        tip: tip.map(|(no, seal)| act::short(no, &seal)),
        lines: acts.iter().rev().map(line).collect(),
        broken: acts.iter().filter(|act| !act.sound).count(),
        count: acts.len(),
        zone: zone.name(),
    })
}

/// Whoever did something: by name, if they are known; a trustee is written by name.
fn who(actor: &str, known: &BTreeMap<&str, &str>, lang: Lang) -> Option<String> {
    match actor {
        "" => None,
        act::OPERATOR => Some(lang.text("account-log-operator")),
        other => Some(known.get(other).copied().unwrap_or(other).to_owned()),
    }
}

impl LogPage {
    /// As a table for other programs.
    fn rows(acts: &[Act]) -> Result<Vec<u8>, csv::Error> {
        let mut table = csv::Writer::from_writer(Vec::new());
        table.write_record(["at_utc", "actor", "what", "subject", "intact"])?;
        for act in acts {
            let at = act.at.map_or_else(String::new, |at| at.to_string());
            let what = act.kind.map_or("", Kind::as_str);
            let sound = if act.sound { "yes" } else { "no" };
            let cells = [&*at, &*guarded(&act.actor), what, &act.subject, sound];
            table.write_record(cells)?;
        }
        table
            .into_inner()
            .map_err(|error| error.into_error().into())
    }
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
