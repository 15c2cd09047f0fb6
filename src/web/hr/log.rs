use super::decisions_view::summary;
use super::times::Zone;
use crate::access;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::roster::Summary;
use crate::store::act::{self, Kind, Line as Act};
use crate::store::people;
use crate::text::{Lang, folded};
use crate::wave;
use crate::web::asked::{Asked, Pages};
use crate::web::download::{self, attachment};
use crate::web::reply::{Failure, on};
use crate::web::retention::gone;
use crate::web::viewer::Auditor;
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
    /// The last entry as mails tell it.
    tip: Option<String>,
    /// The last entry that went when its time was over.
    begins: Option<i64>,
    /// Waves whose promises name an entry that is not there.
    unlike: Vec<String>,
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
pub async fn show(
    app: web::Data<App>,
    auditor: Auditor,
    asked: Asked,
) -> Result<HttpResponse, Failure> {
    let lang = auditor.0.lang;
    let page = on(&app, move |app| page(app, &asked, lang)).await?;
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

fn page(app: &App, asked: &Asked, lang: Lang) -> Outcome<LogPage> {
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
    let line = |act: &Act| Line {
        when: act.at.map_or_else(String::new, |at| zone.words(at, lang)),
        what: what(act, &known, lang),
        who: who(&act.actor, &known, lang),
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
    let tip = app.store.read(act::tip)?;
    let (begins, _) = app.store.read(act::beginning)?;
    Ok(LogPage {
        begins: Some(begins).filter(|no| *no > 0),
        unlike: wave::broken_log_tips(app)?,
        tip: tip.map(|(no, seal)| act::short(no, &seal)),
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
fn what(act: &Act, known: &BTreeMap<&str, &str>, lang: Lang) -> String {
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
    if act.kind == Some(Kind::CompanyRefused) {
        let reason = lang.text(&format!("hr-log-company-reason-{}", act.subject));
        return lang.say(
            "hr-log-company-refused",
            &[("reason".into(), reason.into())],
        );
    }
    if act.kind == Some(Kind::Tidied) {
        let what = gone(&act.subject, lang).join(", ");
        return lang.say("hr-log-tidied", &[("what".into(), what.into())]);
    }
    if act.kind == Some(Kind::FaceChanged) {
        let setting = |name: &str| lang.text(&format!("settings-log-{name}"));
        let settings: Vec<String> = act.subject.split(' ').map(setting).collect();
        let settings = settings.join(", ");
        return lang.say(
            "hr-log-face-changed",
            &[("settings".into(), settings.into())],
        );
    }
    let (subject, roles) = act.subject.split_once(' ').unwrap_or((&act.subject, ""));
    let title = match known.get(subject) {
        Some(title) => (*title).to_owned(),
        // A person or a wave that went when its time was over.
        None if PersonId::parse(subject).is_some() => lang.text("hr-log-gone"),
        None => String::new(),
    };
    let roles = roles.split(' ').filter(|role| !role.is_empty());
    let roles: Vec<String> = roles
        .map(|role| lang.text(&format!("account-role-{role}")))
        .collect();
    let roles = match roles.is_empty() {
        true => lang.text("account-roles-none"),
        false => roles.join(", "),
    };
    let what = act.kind.map_or("unreadable", Kind::as_str);
    let what = format!("hr-log-{what}");
    lang.say(
        &what,
        &[
            ("title".into(), title.into()),
            ("roles".into(), roles.into()),
        ],
    )
}

/// Whoever did something: by name, if they are known; a trustee is written by name.
fn who(actor: &str, known: &BTreeMap<&str, &str>, lang: Lang) -> Option<String> {
    match actor {
        "" => None,
        act::OPERATOR => Some(lang.text("account-log-operator")),
        other => Some(match known.get(other) {
            Some(name) => (*name).to_owned(),
            None if PersonId::parse(other).is_some() => lang.text("hr-log-gone"),
            None => other.to_owned(),
        }),
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
pub(super) fn guarded(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
