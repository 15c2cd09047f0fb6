use super::times::Zone;
use crate::app::App;
use crate::error::Outcome;
use crate::store::act::{self, Act};
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
    sound: usize,
    zone: &'static str,
}

#[derive(Serialize)]
struct Line {
    when: String,
    what: String,
    /// An administrator, unless nobody had to do anything.
    who: Option<String>,
}

/// GET `/hr/log`: the administrative acts, the latest first.
pub async fn show(app: web::Data<App>, hr: Hr) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let page = on(&app, move |app| page(app, lang)).await?;
    hr.0.html(&app, "hr/log.html", &page)
}

fn page(app: &App, lang: Lang) -> Outcome<LogPage> {
    let zone = Zone::of(app)?;
    let (acts, count) = app.store.read(|c| Ok((act::chain(c)?, act::count(c)?)))?;
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
        let what = format!("hr-log-{}", act.kind.as_str());
        Line {
            when: zone.words(act.at, lang),
            what: lang.say(&what, &[("title".into(), title.into())]),
            who: Some(act.actor.clone()).filter(|who| !who.is_empty()),
        }
    };
    Ok(LogPage {
        lines: acts.iter().rev().map(line).collect(),
        sound: acts.len(),
        count,
        zone: zone.name(),
    })
}
