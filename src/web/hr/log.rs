use super::decisions_view::summary;
use super::times::Zone;
use crate::app::App;
use crate::error::Outcome;
use crate::roster::Summary;
use crate::store::act::{self, Kind, Line as Act};
use crate::text::{Lang, folded};
use crate::wave;
use crate::web::asked::{Asked, Pages};
use crate::web::reply::{Failure, on};
use crate::web::visit::Hr;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::BTreeMap;

/// Lines on a page.
const EACH: usize = 100;

#[derive(Serialize)]
struct LogPage {
    lines: Vec<Line>,
    q: String,
    found: usize,
    pages: Option<Pages>,
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
pub async fn show(app: web::Data<App>, hr: Hr, asked: Asked) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let page = on(&app, move |app| page(app, &asked, lang)).await?;
    hr.0.html(&app, "hr/log.html", &page)
}

fn page(app: &App, asked: &Asked, lang: Lang) -> Outcome<LogPage> {
    let zone = Zone::of(app)?;
    let acts = app.store.read(act::log)?;
    let waves = wave::list(app)?;
    let titles: BTreeMap<&str, &str> = waves
        .iter()
        .map(|wave| (wave.id.as_str(), wave.title.as_str()))
        .collect();
    let line = |act: &Act| Line {
        when: act.at.map_or_else(String::new, |at| zone.words(at, lang)),
        what: what(act, &titles, lang),
        who: Some(act.actor.clone()).filter(|who| !who.is_empty()),
        sound: act.sound,
    };
    let words = folded(asked.text("q"));
    let matches = |line: &Line| {
        let who = line.who.as_deref().unwrap_or_default();
        let text = folded(&format!("{} {} {who}", line.when, line.what));
        words.split_whitespace().all(|word| text.contains(word))
    };
    let first = asked.page() * EACH;
    let (found, lines) = if words.trim().is_empty() {
        let shown = acts.iter().rev().skip(first).take(EACH);
        (acts.len(), shown.map(line).collect())
    } else {
        let found: Vec<Line> = acts.iter().rev().map(line).filter(matches).collect();
        let count = found.len();
        (count, found.into_iter().skip(first).take(EACH).collect())
    };
    Ok(LogPage {
        lines,
        q: asked.text("q").to_owned(),
        pages: asked.pages(found, EACH),
        found,
        broken: acts.iter().filter(|act| !act.sound).count(),
        count: acts.len(),
        zone: zone.name(),
    })
}

/// What was done, in words.
fn what(act: &Act, titles: &BTreeMap<&str, &str>, lang: Lang) -> String {
    let roster = [Some(Kind::Roster), Some(Kind::RosterUndone)];
    let counted = roster
        .contains(&act.kind)
        .then(|| Summary::parse(&act.subject));
    if let Some(counted) = counted.flatten() {
        let key = match act.kind {
            Some(Kind::RosterUndone) => "hr-log-roster-undone",
            _ => "hr-log-roster-file",
        };
        let hash: String = counted.hash.chars().take(16).collect();
        let words = summary(&counted, lang);
        return lang.say(
            key,
            &[
                ("summary".into(), words.into()),
                ("hash".into(), hash.into()),
            ],
        );
    }
    let title = titles
        .get(act.subject.as_str())
        .copied()
        .unwrap_or_default();
    let what = act.kind.map_or("unreadable", Kind::as_str);
    let what = format!("hr-log-{what}");
    lang.say(&what, &[("title".into(), title.into())])
}
