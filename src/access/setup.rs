use super::link::typed;
use super::session::{self, Entry};
use super::{Knock, address, password, turned_away};
use crate::app::App;
use crate::ballot::hash::hmac;
use crate::ballot::letters;
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::rate_limit::Door;
use crate::store::access::{self, Account, Role, Way};
use crate::store::act;
use crate::store::people::{self, Organisation, Person};
use crate::text::{Lang, Sentence};
use chrono_tz::Tz;
use serde::Deserialize;
use subtle::ConstantTimeEq;

/// What the first visitor fills in.
#[derive(Clone, Default, Deserialize)]
pub struct SetUp {
    /// What the terminal shows.
    #[serde(default)]
    pub code: String,
    /// Name of the organisation.
    pub organisation: String,
    /// Name of the administrator.
    pub name: String,
    /// Address of the administrator.
    pub email: String,
    /// Password, 12 characters or more.
    pub password: String,
    /// `en` or `de`.
    pub locale: String,
    /// IANA name of the organisation's time zone.
    pub time_zone: String,
}

impl SetUp {
    /// The fields that cannot be taken, each with what to do.
    pub fn faults(&self) -> Vec<(&'static str, Sentence)> {
        let known = [&*self.organisation, &*self.name, &*self.email];
        let fields = [
            (
                "organisation",
                !self.organisation.trim().is_empty(),
                "problem-needed",
            ),
            ("name", !self.name.trim().is_empty(), "problem-needed"),
            ("email", is_address(&self.email), "problem-email"),
            (
                "locale",
                Lang::parse(&self.locale).is_some(),
                "problem-locale",
            ),
            (
                "time_zone",
                self.time_zone.parse::<Tz>().is_ok(),
                "problem-time-zone",
            ),
        ];
        let wrong = fields.into_iter().filter(|(_, good, _)| !good);
        let weak = password::fault(&self.password, &known);
        wrong
            .map(|(field, _, key)| (field, Sentence::new(key)))
            .chain(weak.map(|sentence| ("password", sentence)))
            .collect()
    }
}

/// Whether a text can be an address.
pub(super) fn is_address(text: &str) -> bool {
    let text = text.trim();
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace)
    })
}

/// Whether nobody has set the organisation up yet.
pub fn is_first_visit(app: &App) -> Outcome<bool> {
    Ok(app.store.read(people::organisation)?.is_none())
}

/// What whoever sets the organisation up has to know: only the terminal shows it. It is the same on all nodes.
pub fn setup_code(app: &App) -> String {
    let whole = hmac(app.server.expose(), &[b"first visit"]);
    let letters: Vec<char> = letters::of_bytes(whole.get(..10).unwrap_or_default())
        .chars()
        .collect();
    let groups: Vec<String> = letters.chunks(4).map(String::from_iter).collect();
    groups.join("-")
}

/// Sets the organisation up, makes the administrator, who is survey lead too, and signs them in.
///
/// # Errors
/// Not found once there is an organisation; a refusal for a wrong code, and for the first field that cannot be taken.
pub fn set_up(app: &App, knock: &Knock, form: &SetUp) -> Outcome<Entry> {
    if !app.doors.allow(Door::SetUp, knock.from, app.now()) {
        return Err(Problem::refused("problem-often"));
    }
    let (right, given) = (typed(&setup_code(app)), typed(&form.code));
    if !bool::from(right.as_bytes().ct_eq(given.as_bytes())) {
        turned_away("setup-code", None);
        return Err(Problem::refused("problem-setup-code"));
    }
    if let Some((_, sentence)) = form.faults().into_iter().next() {
        return Err(Problem::Refused(sentence));
    }
    let email = address(&form.email);
    let person = Person {
        id: PersonId::new(app.seed()),
        number: None,
        email: Some(email.clone()),
        name: form.name.trim().to_owned(),
        locale: form.locale.clone(),
        time_zone: form.time_zone.clone(),
        active: true,
    };
    let account = Account {
        person: person.id.clone(),
        email,
        password_hash: Some(password::hash(app, &form.password)?),
    };
    let organisation = Organisation {
        name: form.organisation.trim().to_owned(),
        locale: form.locale.clone(),
        time_zone: form.time_zone.clone(),
    };
    app.store.write(|c| {
        // Of those who come at once, one is the first.
        access::hold(c)?;
        if people::organisation(c)?.is_some() {
            return Err(Problem::NotFound);
        }
        people::found(c, &organisation)?;
        people::add_person(c, &person)?;
        access::add_account(c, &account)?;
        access::grant(c, &person.id, &[Role::Administrator, Role::Lead], &[])?;
        act::begin(c, app.now(), person.id.as_str())?;
        session::begin(app, c, &person.id, Way::Operator, knock)
    })
}
