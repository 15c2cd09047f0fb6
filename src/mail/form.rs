use super::desk::{Desk, Facts};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::outbox::Kind;
use crate::store::people::Person;
use crate::store::{Moment, frozen};
use crate::text::{Lang, escape};
use chrono_tz::Tz;
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// What stands for a person's own words in a form letter: letters for private use, which are taken out of
/// all other words.
const NAME: char = '\u{E000}';
const LINK: char = '\u{E001}';
const CODE: char = '\u{E002}';
const STOP: char = '\u{E003}';
const GAPS: [char; 4] = [NAME, LINK, CODE, STOP];

/// So many are kept, before all are dropped.
const MOST: usize = 1000;

/// What differs from person to person.
#[derive(Default)]
pub(super) struct Own {
    pub name: String,
    pub link: String,
    /// Letters that can be typed instead of the link.
    pub code: String,
    /// Where such mails can be stopped; empty for those that somebody asked for.
    pub stop: String,
}

/// What a mail is about.
pub(super) struct About {
    pub facts: Arc<Facts>,
    pub node: i32,
    pub cell: Option<i32>,
}

/// A mail without what differs from person to person.
pub(super) struct FormLetter {
    subject: Blank,
    text: Blank,
    html: Blank,
}

impl FormLetter {
    /// Subject, text and markup for one person.
    pub fn fill(&self, own: &Own) -> (String, String, String) {
        let markup = Own {
            name: escape(&own.name),
            link: escape(&own.link),
            code: escape(&own.code),
            stop: escape(&own.stop),
        };
        (
            self.subject.fill(own),
            self.text.fill(own),
            self.html.fill(&markup),
        )
    }
}

/// Words with gaps: each part ends where something of the person's own follows, but for the last.
struct Blank(Vec<(String, Option<char>)>);

impl Blank {
    fn new(words: &str) -> Self {
        let part = |part: &str| match part.chars().next_back() {
            Some(gap @ (NAME | LINK | CODE | STOP)) => {
                (part.trim_end_matches(gap).to_owned(), Some(gap))
            }
            _ => (part.to_owned(), None),
        };
        Self(words.split_inclusive(GAPS).map(part).collect())
    }

    fn fill(&self, own: &Own) -> String {
        let mut filled = String::new();
        for (words, gap) in &self.0 {
            filled.push_str(words);
            filled.push_str(match *gap {
                Some(NAME) => &own.name,
                Some(LINK) => &own.link,
                Some(CODE) => &own.code,
                Some(STOP) => &own.stop,
                _ => "",
            });
        }
        filled
    }
}

/// Form letters of launched waves, whose words do not change any more.
#[derive(Default)]
pub struct Forms(Mutex<BTreeMap<Key, Arc<FormLetter>>>);

type Key = (Kind, WaveId, i32, Option<i32>, &'static str, String);

impl Forms {
    /// The form letter for whoever reads a language and lives in a time zone.
    pub(super) fn of_wave(
        &self,
        desk: &Desk<'_>,
        kind: Kind,
        about: &About,
        person: &Person,
        own: &Own,
    ) -> Outcome<Arc<FormLetter>> {
        let (lang, zone) = (lang(person).code(), person.time_zone.clone());
        let wave = about.facts.wave.id.clone();
        let key = (kind, wave, about.node, about.cell, lang, zone);
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(form) = known().get(&key) {
            return Ok(form.clone());
        }
        let form = Arc::new(render(desk, kind, Some(about), person, own)?);
        let mut known = known();
        if known.len() >= MOST {
            known.clear();
        }
        known.insert(key, form.clone());
        Ok(form)
    }
}

/// What the templates of all kinds are filled with; a kind leaves out what it does not need.
#[derive(Default, Serialize)]
struct View {
    page: Page,
    kind: &'static str,
    name: char,
    organisation: String,
    link: char,
    team: String,
    wave: String,
    opens: String,
    closes: String,
    minutes: u8,
    invited: i32,
    code: char,
    /// Where a code can be typed that stands for the link.
    code_page: String,
    promise: &'static str,
    /// The number of the promise.
    short: String,
    /// The public page of the wave.
    public: String,
    /// Where such mails can be stopped.
    stop: Option<char>,
}

#[derive(Default, Serialize)]
struct Page {
    lang: &'static str,
}

/// Fills the templates of a kind.
pub(super) fn render(
    desk: &Desk<'_>,
    kind: Kind,
    about: Option<&About>,
    person: &Person,
    own: &Own,
) -> Outcome<FormLetter> {
    let known = about.map(|about| view(desk, about, person)).transpose()?;
    let view = View {
        page: Page {
            lang: lang(person).code(),
        },
        kind: kind.as_str(),
        name: NAME,
        link: LINK,
        code: CODE,
        stop: (!own.stop.is_empty()).then_some(STOP),
        organisation: plain(&desk.organisation),
        ..known.unwrap_or_default()
    };
    let render = |part: &str| {
        let template = format!("mail/{}/{part}", folder(kind));
        let rendered = desk.app.pages.render(&template, &view);
        rendered.map_err(|error| Problem::fault("mail", error))
    };
    Ok(FormLetter {
        subject: Blank::new(render("subject.txt")?.trim()),
        text: Blank::new(&render("text.txt")?),
        html: Blank::new(&render("html.html")?),
    })
}

/// Where the templates of a kind lie; a reminder says little else than the first mail.
fn folder(kind: Kind) -> &'static str {
    match kind {
        Kind::Invitation | Kind::Reminder | Kind::LastCall => "member",
        Kind::LeaderForm | Kind::LeaderReminder => "leader",
        Kind::Results | Kind::SignIn | Kind::Notice => kind.as_str(),
    }
}

fn view(desk: &Desk<'_>, about: &About, person: &Person) -> Outcome<View> {
    let (facts, config) = (&about.facts, &desk.app.config);
    let wave = &facts.wave;
    let (team, invited) = desk.app.store.read(|c| {
        let node = frozen::node(c, &wave.id, about.node)?;
        let cell = about.cell.map(|no| frozen::cell(c, &wave.id, no));
        Ok((
            node.map(|node| node.name).unwrap_or_default(),
            cell.transpose()?.map_or(0, |cell| cell.invited),
        ))
    })?;
    Ok(View {
        team: plain(&team),
        opens: local_time(person, wave.opens),
        closes: local_time(person, wave.closes),
        wave: plain(&wave.title),
        promise: wave.promise.as_str(),
        short: facts.short(),
        public: config.link(&format!("/wave/{}", facts.root)),
        code_page: config.link("/a"),
        minutes: facts.minutes,
        invited,
        ..View::default()
    })
}

fn plain(text: &str) -> String {
    text.replace(GAPS, "")
}

fn lang(person: &Person) -> Lang {
    Lang::parse(&person.locale).unwrap_or_default()
}

/// A moment as the person's calendar and clock show it.
fn local_time(person: &Person, moment: Moment) -> String {
    let zone: Tz = person.time_zone.parse().unwrap_or(Tz::UTC);
    let local = moment.utc().with_timezone(&zone);
    format!(
        "{}, {} ({zone})",
        lang(person).day(local.date_naive()),
        local.format("%H:%M")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_own_words_are_filled_in_once_and_cannot_become_markup() {
        let form = FormLetter {
            subject: Blank::new("Hello"),
            text: Blank::new(&format!("{NAME}: {LINK}")),
            html: Blank::new(&format!("<p>{NAME}</p><a href=\"{LINK}\">")),
        };
        let own = Own {
            name: format!("<b>Ada</b> {LINK}"),
            link: "https://example.org/?a&b".into(),
            ..Own::default()
        };
        let (_, text, html) = form.fill(&own);
        assert_eq!(text, format!("<b>Ada</b> {LINK}: https://example.org/?a&b"));
        assert_eq!(
            html,
            format!(
                "<p>&lt;b&gt;Ada&lt;/b&gt; {LINK}</p><a href=\"https://example.org/?a&amp;b\">"
            )
        );
    }
}
