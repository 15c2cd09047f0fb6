//! What HR looks at first: how the open waves go, what the last ones said, and what wants doing.

use super::groups_view::total;
use super::times::Zone;
use crate::app::App;
use crate::error::Outcome;
use crate::mail;
use crate::results;
use crate::store::outbox::Delivery;
use crate::store::wave::{State, Wave};
use crate::text::{Lang, Sentence};
use crate::wave;
use serde::Serialize;

/// So many released waves are told of.
const WAVES: usize = 3;

/// How the waves stand.
#[derive(Serialize)]
pub struct Dashboard {
    /// Those that take answers, the one that ends first at the top.
    running: Vec<Running>,
    /// What the last ones said, the latest first.
    said: Vec<Said>,
    /// What wants doing besides the next steps.
    todo: Vec<Todo>,
}

/// A wave that takes answers.
#[derive(Serialize)]
struct Running {
    id: String,
    title: String,
    /// How many answered, as coarsely as may be told while it is open.
    answered: String,
    percent: Option<i32>,
    /// How long it is open still, and until when.
    left: String,
    /// Leaders who have answered, of those who are asked.
    leaders: Option<(usize, usize)>,
    /// Which mails leave next, and when.
    next_mail: Option<String>,
}

/// A released wave.
#[derive(Serialize)]
struct Said {
    id: String,
    title: String,
    released: String,
    headline: String,
    answered: String,
    moved: Vec<String>,
}

#[derive(Serialize)]
struct Todo {
    href: String,
    words: String,
}

impl Dashboard {
    /// Reads how the waves stand, of all that there are.
    pub fn read(app: &App, waves: &[Wave], zone: Zone, lang: Lang) -> Outcome<Self> {
        let mut open: Vec<&Wave> = waves.iter().collect();
        open.retain(|wave| wave.state == State::Open);
        open.sort_by_key(|wave| wave.closes);
        let mut todo = Vec::new();
        let mut running = Vec::new();
        for wave in open {
            running.push(Running::read(app, wave, zone, lang, &mut todo)?);
        }
        let released = waves.iter().filter(|wave| wave.state == State::Released);
        let released: Vec<&Wave> = released.take(WAVES).collect();
        if let Some(latest) = released.first() {
            let lost = lost(app, latest)?;
            let page = format!("/hr/waves/{}/readers?which=untold", latest.id);
            todo.extend((lost > 0).then(|| line("overview-todo-untold", lost, latest, page, lang)));
        }
        Ok(Self {
            said: released
                .iter()
                .map(|wave| Said::read(app, wave, zone, lang))
                .collect::<Outcome<_>>()?,
            running,
            todo,
        })
    }
}

impl Running {
    fn read(app: &App, wave: &Wave, zone: Zone, lang: Lang, todo: &mut Vec<Todo>) -> Outcome<Self> {
        let id = &wave.id;
        let leaders = wave::leader_counts(app, id)?;
        let page = |part: &str| format!("/hr/waves/{id}#{part}");
        let owing = leaders.asked.saturating_sub(leaders.answered);
        for (key, count) in [
            ("overview-todo-leaders", owing),
            ("overview-todo-changed", leaders.gone),
        ] {
            todo.extend((count > 0).then(|| line(key, count, wave, page("leaders"), lang)));
        }
        let lost = lost(app, wave)?;
        todo.extend((lost > 0).then(|| line("overview-todo-lost", lost, wave, page("mail"), lang)));
        Ok(Self {
            answered: total(wave, &wave::overview(app, id)?.cells, lang),
            percent: wave.participation,
            left: left(app, wave, zone, lang),
            leaders: (leaders.asked > 0).then_some((leaders.answered, leaders.asked)),
            next_mail: next_mail(app, wave, zone, lang)?,
            id: id.to_string(),
            title: wave.title.clone(),
        })
    }
}

impl Said {
    fn read(app: &App, wave: &Wave, zone: Zone, lang: Lang) -> Outcome<Self> {
        let said = results::said(app, &wave.id, lang)?;
        Ok(Self {
            id: wave.id.to_string(),
            title: wave.title.clone(),
            released: wave
                .released
                .map_or_else(String::new, |at| zone.day(at, lang)),
            headline: said.headline.clone(),
            answered: said.answered.clone(),
            moved: said.moved.clone(),
        })
    }
}

fn line(key: &'static str, count: usize, wave: &Wave, href: String, lang: Lang) -> Todo {
    let words = Sentence::new(key)
        .with("count", count)
        .with("title", wave.title.as_str());
    Todo {
        words: words.in_lang(lang),
        href,
    }
}

/// How many mails of a wave did not arrive and are of use still.
fn lost(app: &App, wave: &Wave) -> Outcome<usize> {
    let useful = mail::useful(wave.state);
    let standing = mail::standing(app, &wave.id)?.into_iter();
    let standing = standing.filter(|one| useful.contains(&one.kind));
    let lost: i64 = standing.map(|one| one.at(&Delivery::RETRIABLE)).sum();
    Ok(usize::try_from(lost).unwrap_or_default())
}

/// In whole days, of which the last has begun already.
fn left(app: &App, wave: &Wave, zone: Zone, lang: Lang) -> String {
    let days = (wave.closes - app.now()).num_days().max(0);
    Sentence::new("overview-left")
        .with("days", usize::try_from(days).unwrap_or_default())
        .with("when", zone.words(wave.closes, lang))
        .in_lang(lang)
}

fn next_mail(app: &App, wave: &Wave, zone: Zone, lang: Lang) -> Outcome<Option<String>> {
    let standing = mail::standing(app, &wave.id)?.into_iter();
    let planned = standing.filter_map(|one| one.planned);
    let next = planned.min_by_key(|planned| planned.due.0);
    Ok(next.map(|planned| {
        let kind = lang.text(&format!("hr-mail-{}", planned.kind.as_str()));
        Sentence::new("overview-next-mail")
            .with("kind", kind)
            .with("when", zone.words(planned.due.0, lang))
            .in_lang(lang)
    }))
}
