use super::batch::{Batch, WaveFacts};
use super::head::Head;
use crate::app::Weigh;
use crate::ballot::promise::{self, Asker};
use crate::error::{Outcome, Problem};
use crate::store::outbox::Kind;
use crate::store::people::Person;
use crate::store::reading::{self, Reading};
use crate::store::wave::State;
use crate::store::{Db, Moment, frozen};
use crate::text::{Lang, escape};
use serde::Serialize;
use std::sync::Arc;

/// What stands for a person's own words in a template: letters for private use, which are taken out of
/// all other words.
const NAME: char = '\u{E000}';
const LINK: char = '\u{E001}';
const CODE: char = '\u{E002}';
const STOP: char = '\u{E003}';
const GAPS: [char; 4] = [NAME, LINK, CODE, STOP];

/// What differs from person to person.
#[derive(Default)]
pub(super) struct Personal {
    pub name: String,
    pub link: String,
    /// Letters that can be typed instead of the link, or what else is for this person only.
    pub code: Option<String>,
    /// Where such mails can be stopped; none for those that somebody asked for.
    pub stop: Option<String>,
}

/// What a mail is about.
pub(super) struct About {
    pub facts: Arc<WaveFacts>,
    pub node: i32,
    pub cell: Option<i32>,
    /// What comes after the wave.
    pub next: Option<Next>,
}

/// What members are told of what comes after a wave, or a leader of a commitment.
#[derive(Clone, Serialize)]
pub(super) struct Next {
    /// Which it is, as the end of the names of messages.
    pub what: &'static str,
    /// Who reads the report, by name.
    pub leaders: String,
    /// The day on which something is due.
    pub due: Option<String>,
}

/// A mail without what differs from person to person.
pub(super) struct Template {
    subject: Fragment,
    text: Fragment,
    html: Fragment,
}

impl Template {
    /// Subject, text and markup for one person.
    pub fn fill(&self, personal: &Personal) -> (String, String, String) {
        let markup = Personal {
            name: escape(&personal.name),
            link: escape(&personal.link),
            code: personal.code.as_deref().map(escape),
            stop: personal.stop.as_deref().map(escape),
        };
        (
            self.subject.fill(personal),
            self.text.fill(personal),
            self.html.fill(&markup),
        )
    }
}

/// Words with gaps: each part ends where something of the person's own follows, but for the last.
struct Fragment(Vec<(String, Option<char>)>);

impl Fragment {
    fn new(words: &str) -> Self {
        let part = |part: &str| match part.chars().next_back() {
            Some(gap @ (NAME | LINK | CODE | STOP)) => {
                (part.trim_end_matches(gap).to_owned(), Some(gap))
            }
            _ => (part.to_owned(), None),
        };
        Self(words.split_inclusive(GAPS).map(part).collect())
    }

    fn fill(&self, personal: &Personal) -> String {
        let mut filled = String::new();
        for (words, gap) in &self.0 {
            filled.push_str(words);
            filled.push_str(match *gap {
                Some(NAME) => &personal.name,
                Some(LINK) => &personal.link,
                Some(CODE) => personal.code.as_deref().unwrap_or_default(),
                Some(STOP) => personal.stop.as_deref().unwrap_or_default(),
                _ => "",
            });
        }
        filled
    }

    fn bytes(&self) -> usize {
        self.0.iter().map(|(words, _)| words.len()).sum()
    }
}

/// The template of a mail for whoever reads a language and lives in a time zone. The words of a launched wave
/// change with its amendments only, so they are rendered once for each.
pub(super) fn of(
    batch: &Batch<'_>,
    kind: Kind,
    about: Option<&About>,
    person: &Person,
    personal: &Personal,
) -> Outcome<Arc<Template>> {
    let render = || render(batch, kind, about, person, personal);
    match about {
        Some(about) if about.facts.wave.state != State::Draft => {
            let (kind, lang) = (kind.as_str(), lang(person).code());
            let (wave, zone) = (&about.facts.wave.id, &person.time_zone);
            let cell = about.cell.unwrap_or(-1);
            let (node, changes) = (about.node, about.facts.amendments);
            let face = batch.house.face.version;
            let next = about.next.as_ref();
            let next = next.map_or(String::new(), |next| {
                format!("{} {} {:?}", next.what, next.leaders, next.due)
            });
            let name =
                format!("mail {kind} {wave} {changes} {node} {cell} {lang} {zone} {face} {next}");
            batch.app.cache.get_or(&name, render)
        }
        _ => render().map(Arc::new),
    }
}

impl Weigh for Template {
    fn bytes(&self) -> usize {
        let all = [&self.subject, &self.text, &self.html];
        all.iter().map(|fragment| fragment.bytes()).sum()
    }
}

/// The template of a mail of a wave as it would be, about a team with so many people; what is not known yet has
/// a `stand_in`.
pub(super) fn sample(
    batch: &Batch<'_>,
    kind: Kind,
    facts: &WaveFacts,
    (team, invited): (&str, i32),
    (person, personal): (&Person, &Personal),
    stand_in: (&str, &str),
) -> Outcome<Template> {
    let mut view = of_wave(batch, facts, (team, invited), person)?;
    view.test = true;
    view.short.get_or_insert(stand_in.0.to_owned());
    view.public.get_or_insert(stand_in.1.to_owned());
    fill(batch, kind, Some((view, facts)), person, personal)
}

/// What the templates of all kinds are filled with; a kind leaves out what it does not need.
#[derive(Default, Serialize)]
struct View {
    page: Page,
    kind: &'static str,
    name: char,
    organisation: String,
    head: Head,
    link: char,
    team: String,
    wave: String,
    opens: String,
    closes: String,
    /// When the keys are destroyed, once that is known.
    destroyed: Option<String>,
    minutes: u8,
    /// What HR says to those who are asked.
    words: Option<String>,
    invited: i32,
    /// Nothing is shown for fewer than so many people.
    smallest: i32,
    code: char,
    /// Where a code can be typed that stands for the link.
    code_page: String,
    promise: &'static str,
    /// The number of the promise, once it is made.
    short: Option<String>,
    /// The public page of the wave.
    public: Option<String>,
    /// What comes after the wave.
    next: Option<Next>,
    /// Where such mails can be stopped.
    stop: Option<char>,
    /// It is sent to try it out, and says so.
    test: bool,
    /// What the page behind the link is about.
    reading: &'static str,
}

#[derive(Default, Serialize)]
struct Page {
    lang: &'static str,
}

/// Renders the templates of a kind.
fn render(
    batch: &Batch<'_>,
    kind: Kind,
    about: Option<&About>,
    person: &Person,
    personal: &Personal,
) -> Outcome<Template> {
    let mut known = about.map(|about| view(batch, about, person)).transpose()?;
    if let (Kind::Results, Some(about), Some(view)) = (kind, about, &mut known) {
        let of_node = |c: &mut Db| reading::of_node(c, &about.facts.wave.id, about.node);
        view.reading = batch.app.store.read(of_node)?.as_str();
    }
    let known = known.zip(about.map(|about| &*about.facts));
    fill(batch, kind, known, person, personal)
}

fn fill(
    batch: &Batch<'_>,
    kind: Kind,
    known: Option<(View, &WaveFacts)>,
    person: &Person,
    personal: &Personal,
) -> Outcome<Template> {
    let (known, facts) = known.unzip();
    let asker = asker(batch, facts)?;
    let view = View {
        page: Page {
            lang: lang(person).code(),
        },
        kind: kind.as_str(),
        name: NAME,
        link: LINK,
        code: CODE,
        stop: personal.stop.as_ref().map(|_| STOP),
        organisation: plain(&asker.organisation),
        head: Head::of(&batch.house, &asker),
        ..known.unwrap_or_default()
    };
    let render = |part: &str| {
        let template = format!("mail/{}/{part}", folder(kind));
        let rendered = batch.app.pages.render(&template, &view);
        rendered.map_err(|error| Problem::fault("mail", error))
    };
    Ok(Template {
        subject: Fragment::new(render("subject.txt")?.trim()),
        text: Fragment::new(&render("text.txt")?),
        html: Fragment::new(&render("html.html")?),
    })
}

/// Who writes: of a wave whoever asks in it, as it was promised; else, and where a promise does not say, the house of
/// today.
fn asker(batch: &Batch<'_>, facts: Option<&WaveFacts>) -> Outcome<Asker> {
    let asker = facts.map(|facts| &facts.asker);
    match asker.filter(|asker| !asker.organisation.is_empty()) {
        Some(asker) => Ok(asker.clone()),
        None => batch.house.face.asker(batch.house.name()),
    }
}

/// Where the templates of a kind lie; a reminder says little else than the first mail.
fn folder(kind: Kind) -> &'static str {
    match kind {
        Kind::Invitation | Kind::Reminder | Kind::LastCall | Kind::SecondCall => "member",
        Kind::LeaderForm | Kind::LeaderReminder | Kind::LeaderNudge => "leader",
        Kind::Unreleased | Kind::LastDays => "unreleased",
        Kind::LaunchAsked | Kind::LaunchReturned => "second-look",
        Kind::Welcome
        | Kind::WelcomeCompany
        | Kind::Reset
        | Kind::NewDevice
        | Kind::FactorChanged
        | Kind::PasswordChanged
        | Kind::NewAdministrator => "account",
        Kind::Again => folder(Kind::Invitation),
        Kind::Results
        | Kind::Word
        | Kind::Shared
        | Kind::Due
        | Kind::SignIn
        | Kind::Notice
        | Kind::CalledOff
        | Kind::Stopped => kind.as_str(),
    }
}

fn view(batch: &Batch<'_>, about: &About, person: &Person) -> Outcome<View> {
    let wave = &about.facts.wave;
    let (team, invited) = batch.app.store.read(|c| {
        let node = frozen::node(c, &wave.id, about.node)?;
        let cell = about.cell.map(|no| frozen::cell(c, &wave.id, no));
        Ok((
            node.map(|node| node.name).unwrap_or_default(),
            cell.transpose()?.map_or(0, |cell| cell.invited),
        ))
    })?;
    let next = about.next.as_ref().map(|next| Next {
        leaders: plain(&next.leaders),
        ..next.clone()
    });
    let view = of_wave(batch, &about.facts, (&team, invited), person)?;
    Ok(View { next, ..view })
}

fn of_wave(
    batch: &Batch<'_>,
    facts: &WaveFacts,
    (team, invited): (&str, i32),
    person: &Person,
) -> Outcome<View> {
    let (wave, config) = (&facts.wave, &batch.app.config);
    Ok(View {
        team: plain(team),
        opens: local_time(person, wave.opens)?,
        closes: local_time(person, wave.closes)?,
        destroyed: wave
            .destroy_after
            .map(|end| local_time(person, end))
            .transpose()?,
        wave: plain(&wave.title),
        promise: wave.promise.as_str(),
        short: facts
            .promise
            .as_ref()
            .map(|(number, _)| promise::short(number)),
        public: facts
            .promise
            .as_ref()
            .map(|(_, root)| config.link(&format!("/wave/{root}"))),
        code_page: config.link("/a"),
        minutes: facts.minutes,
        words: facts.asker.said(lang(person).code()).map(plain),
        invited,
        smallest: wave.k,
        reading: Reading::Own.as_str(),
        ..View::default()
    })
}

pub(super) fn plain(text: &str) -> String {
    text.replace(GAPS, "")
}

pub(super) fn lang(person: &Person) -> Lang {
    Lang::parse(&person.locale).unwrap_or_default()
}

/// A moment as the person's calendar and clock show it.
fn local_time(person: &Person, moment: Moment) -> Outcome<String> {
    Ok(lang(person).moment_in(person.zone()?, moment.utc()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_own_words_are_filled_in_once_and_cannot_become_markup() {
        let form = Template {
            subject: Fragment::new("Hello"),
            text: Fragment::new(&format!("{NAME}: {LINK}")),
            html: Fragment::new(&format!("<p>{NAME}</p><a href=\"{LINK}\">")),
        };
        let personal = Personal {
            name: format!("<b>Ada</b> {LINK}"),
            link: "https://example.org/?a&b".into(),
            ..Personal::default()
        };
        let (_, text, html) = form.fill(&personal);
        assert_eq!(text, format!("<b>Ada</b> {LINK}: https://example.org/?a&b"));
        assert_eq!(
            html,
            format!(
                "<p>&lt;b&gt;Ada&lt;/b&gt; {LINK}</p><a href=\"https://example.org/?a&amp;b\">"
            )
        );
    }
}
