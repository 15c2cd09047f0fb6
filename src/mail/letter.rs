use crate::app::App;
use crate::ballot::promise;
use crate::ballot::secret::{InvitationSecret, LeaderSecret, SignInSecret};
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId, SignInId, WaveId};
use crate::store::outbox::{Kind, Mail};
use crate::store::people::{self, Person};
use crate::store::{Db, Moment, access, frozen, invitation, promise as stored, wave};
use crate::text::Lang;
use chrono_tz::Tz;
use serde::Serialize;
use sha2::{Digest, Sha256};

/// A worded mail.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Address.
    pub email: String,
    /// Name of the addressee.
    pub name: String,
    /// One line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same with markup.
    pub html: String,
    /// The same for every attempt at the same mail.
    pub message_id: String,
}

/// What the templates of all kinds are filled with; a kind leaves out what it does not need.
#[derive(Serialize)]
struct View {
    page: Page,
    name: String,
    organisation: String,
    link: String,
    team: String,
    wave: String,
    closes: String,
    minutes: u8,
    invited: i32,
    code: String,
    /// Where a code can be typed that stands for the link.
    code_page: String,
    promise: &'static str,
    /// The number of the promise.
    short: String,
    /// The public page of the wave.
    public: String,
}

#[derive(Serialize)]
struct Page {
    lang: &'static str,
}

/// Words a queued mail. Secrets are derived here and nowhere stored.
pub(super) fn compose(app: &App, mail: &Mail) -> Outcome<Letter> {
    let (person, mut view) = match mail.kind {
        Kind::Invitation => invitation_letter(app, &mail.subject)?,
        Kind::LeaderForm => leader_letter(app, &mail.subject)?,
        Kind::Results => results_letter(app, &mail.subject)?,
        Kind::SignIn => sign_in_letter(app, &mail.subject)?,
    };
    view.name.clone_from(&person.name);
    view.organisation = organisation(app)?;
    let render = |part: &str| {
        app.pages
            .render(&format!("mail/{}/{part}", mail.kind.as_str()), &view)
            .map_err(|error| Problem::fault("mail", error))
    };
    Ok(Letter {
        subject: render("subject.txt")?.trim().to_owned(),
        text: render("text.txt")?,
        html: render("html.html")?,
        message_id: message_id(app, mail),
        email: person.email,
        name: person.name,
    })
}

fn invitation_letter(app: &App, subject: &str) -> Outcome<(Person, View)> {
    let id = InvitationId::parse(subject).ok_or(Problem::NotFound)?;
    let (invitation, person) = app.store.read(|c| invitation::addressee(c, &id))?;
    let keys = app.keys.read(&invitation.wave)?;
    let secret = InvitationSecret::derive(&keys.mail, &id.bytes());
    let mut view = wave_view(
        app,
        &person,
        &invitation.wave,
        invitation.node,
        Some(invitation.cell),
    )?;
    let secret = secret.text();
    if view.promise == "anonymous" {
        let root = app.store.read(|c| root(c, &invitation.wave))?;
        let cell = invitation.cell;
        view.link = app
            .config
            .link(&format!("/a#{}.{cell}.{secret}", promise::in_link(&root)));
        view.code = format!("{}.{cell}.{}", view.short, groups(&secret));
        view.code_page = app.config.link("/a");
    } else {
        view.link = app.config.link(&format!("/answer/{secret}"));
    }
    Ok((person, view))
}

fn leader_letter(app: &App, subject: &str) -> Outcome<(Person, View)> {
    let id = LeaderFormId::parse(subject).ok_or(Problem::NotFound)?;
    let (form, person) = app.store.read(|c| invitation::leader(c, &id))?;
    let keys = app.keys.read(&form.wave)?;
    let secret = LeaderSecret::derive(&keys.mail, &id.bytes());
    let mut view = wave_view(app, &person, &form.wave, form.node, None)?;
    view.link = app.config.link(&format!("/leader/{}", secret.text()));
    Ok((person, view))
}

fn results_letter(app: &App, subject: &str) -> Outcome<(Person, View)> {
    let id = LeaderFormId::parse(subject).ok_or(Problem::NotFound)?;
    let (form, person) = app.store.read(|c| invitation::leader(c, &id))?;
    let mut view = wave_view(app, &person, &form.wave, form.node, None)?;
    view.link = app
        .config
        .link(&format!("/teams/{}/{}", form.wave, form.node));
    Ok((person, view))
}

fn sign_in_letter(app: &App, subject: &str) -> Outcome<(Person, View)> {
    let id = SignInId::parse(subject).ok_or(Problem::NotFound)?;
    let (_, person) = app.store.read(|c| access::request(c, &id))?;
    let secret = SignInSecret::derive(&app.server, &id.bytes());
    let mut view = blank(&person);
    view.link = app.config.link(&format!("/sign-in/link/{}", secret.text()));
    view.code = secret.code();
    Ok((person, view))
}

fn wave_view(
    app: &App,
    person: &Person,
    wave: &WaveId,
    node: i32,
    cell: Option<i32>,
) -> Outcome<View> {
    let (wave, survey, nodes, cells, root) = app.store.read(|c| {
        let wave = wave::wave(c, wave)?;
        let survey = wave::survey(c, &wave)?;
        Ok((
            wave.clone(),
            survey,
            frozen::nodes(c, &wave.id)?,
            frozen::cells(c, &wave.id)?,
            root(c, &wave.id)?,
        ))
    })?;
    let home = nodes.iter().find(|known| known.no == node);
    let cell = cells.iter().find(|known| Some(known.no) == cell);
    Ok(View {
        team: home.map(|known| known.name.clone()).unwrap_or_default(),
        closes: local_time(person, wave.closes),
        wave: wave.title,
        promise: wave.promise.as_str(),
        short: promise::short(&root),
        public: app.config.link(&format!("/wave/{root}")),
        minutes: survey.minutes,
        invited: cell.map_or(0, |known| known.invited),
        ..blank(person)
    })
}

fn blank(person: &Person) -> View {
    View {
        page: Page {
            lang: Lang::parse(&person.locale).unwrap_or_default().code(),
        },
        name: String::new(),
        organisation: String::new(),
        link: String::new(),
        team: String::new(),
        wave: String::new(),
        closes: String::new(),
        minutes: 0,
        invited: 0,
        code: String::new(),
        code_page: String::new(),
        promise: "",
        short: String::new(),
        public: String::new(),
    }
}

/// The root of a wave's promise; every wave that was opened has one.
fn root(c: &mut Db, wave: &WaveId) -> Outcome<String> {
    let promise = stored::of_wave(c, wave)?.ok_or(Problem::NotFound)?;
    Ok(promise.root)
}

/// Letters in groups of four, for typing.
fn groups(letters: &str) -> String {
    let letters: Vec<char> = letters.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    groups.join("-")
}

fn organisation(app: &App) -> Outcome<String> {
    let known = app.store.read(people::organisation)?;
    Ok(known
        .map(|organisation| organisation.name)
        .unwrap_or_default())
}

/// A moment as the person's calendar and clock show it.
fn local_time(person: &Person, moment: Moment) -> String {
    let zone: Tz = person.time_zone.parse().unwrap_or(Tz::UTC);
    let local = moment.and_utc().with_timezone(&zone);
    let lang = Lang::parse(&person.locale).unwrap_or_default();
    format!(
        "{}, {} ({zone})",
        lang.day(local.date_naive()),
        local.format("%H:%M")
    )
}

fn message_id(app: &App, mail: &Mail) -> String {
    let digest = Sha256::digest(format!("{}/{}", mail.kind.as_str(), mail.subject));
    let name: String = digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let host = app.config.public_url.split("//").nth(1).unwrap_or_default();
    let host = host
        .split([':', '/'])
        .next()
        .filter(|host| !host.is_empty());
    format!("<{name}@{}>", host.unwrap_or("gutcheck"))
}
