use super::{password, session};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::store::people::{self, Organisation, Person};
use crate::text::{Lang, Sentence};
use chrono_tz::Tz;
use serde::Deserialize;

/// What the first visitor fills in.
#[derive(Clone, Default, Deserialize)]
pub struct SetUp {
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
        let email = self.email.trim();
        let email_good = email.split_once('@').is_some_and(|(name, host)| {
            !name.is_empty() && host.contains('.') && !email.contains(char::is_whitespace)
        });
        [
            (
                "organisation",
                !self.organisation.trim().is_empty(),
                "problem-needed",
            ),
            ("name", !self.name.trim().is_empty(), "problem-needed"),
            ("email", email_good, "problem-email"),
            (
                "password",
                self.password.chars().count() >= password::SHORTEST,
                "problem-password-short",
            ),
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
        ]
        .into_iter()
        .filter(|(_, good, _)| !good)
        .map(|(field, _, key)| (field, Sentence::new(key)))
        .collect()
    }
}

/// Whether nobody has set the organisation up yet.
pub fn is_first_visit(app: &App) -> Outcome<bool> {
    Ok(app.store.read(people::organisation)?.is_none())
}

/// Sets the organisation up, makes the administrator and signs them in.
///
/// # Errors
/// Not found once there is an organisation; a refusal for the first field that cannot be taken.
pub fn set_up(app: &App, form: &SetUp) -> Outcome<String> {
    if let Some((_, sentence)) = form.faults().into_iter().next() {
        return Err(Problem::Refused(sentence));
    }
    let hash = password::hash(&form.password)?;
    let person = Person {
        id: PersonId::new(app.seed()),
        number: None,
        email: Some(form.email.trim().to_lowercase()),
        name: form.name.trim().to_owned(),
        locale: form.locale.clone(),
        time_zone: form.time_zone.clone(),
        active: true,
    };
    let organisation = Organisation {
        name: form.organisation.trim().to_owned(),
        locale: form.locale.clone(),
        time_zone: form.time_zone.clone(),
    };
    app.store.write(|c| {
        if people::organisation(c)?.is_some() {
            return Err(Problem::NotFound);
        }
        people::found(c, &organisation)?;
        people::add_person(c, &person)?;
        people::make_administrator(c, &person.id, &hash)
    })?;
    session::begin(app, &person.id)
}
