use super::times::Zone;
use crate::app::App;
use crate::error::Outcome;
use crate::store::act::{self, Kind, Line as Act};
use crate::text::Lang;
use crate::wave;
use crate::web::reply::{Failure, on};
use crate::web::visit::Hr;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::BTreeMap;

#[derive(Serialize)]
struct LogPage {
    lines: Vec<Line>,
    count: usize,
    broken: usize,
    zone: &'static str,
}

#[derive(Serialize)]
struct Line {
    when: String,
    what: String,
    /// An administrator, unless nobody had to do anything.
    who: Option<String>,
    sound: bool,
}

/// GET `/hr/log`: the administrative acts, the latest first.
pub async fn show(app: web::Data<App>, hr: Hr) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let page = on(&app, move |app| page(app, lang)).await?;
    hr.0.html(&app, "hr/log.html", &page)
}

fn page(app: &App, lang: Lang) -> Outcome<LogPage> {
    let zone = Zone::of(app)?;
    let acts = app.store.read(act::log)?;
    let waves = wave::list(app)?;
    let titles: BTreeMap<&str, &str> = waves
        .iter()
        .map(|wave| (wave.id.as_str(), wave.title.as_str()))
        .collect();
    let line = |act: &Act| {
        let title = titles
            .get(act.subject.as_str())
            .copied()
            .unwrap_or_default();
        let what = act.kind.map_or("unreadable", Kind::as_str);
        let what = format!("hr-log-{what}");
        Line {
            when: act.at.map_or_else(String::new, |at| zone.words(at, lang)),
            what: lang.say(&what, &[("title".into(), title.into())]),
            who: Some(act.actor.clone()).filter(|who| !who.is_empty()),
            sound: act.sound,
        }
    };
    Ok(LogPage {
        lines: acts.iter().rev().map(line).collect(),
        broken: acts.iter().filter(|act| !act.sound).count(),
        count: acts.len(),
        zone: zone.name(),
    })
}
