//! The organisation and its people.

use super::Db;
use super::schema::{invitation, leader_form, organisation, person, session, sign_in, wave};
use super::wave::State;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::text::folded;
use chrono_tz::Tz;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

/// The one organisation of this installation.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = organisation)]
pub struct Organisation {
    /// Its name as people write it.
    pub name: String,
    /// The language for people whose own is not known.
    pub locale: String,
    /// IANA time zone in which its days begin.
    pub time_zone: String,
}

impl Organisation {
    /// The time zone in which its days begin.
    ///
    /// # Errors
    /// A fault if it is not known.
    pub fn zone(&self) -> Outcome<Tz> {
        known_zone(&self.time_zone)
    }
}

/// Somebody on the roster, or with an account.
#[derive(
    Clone, Debug, PartialEq, Serialize, Deserialize, Queryable, Selectable, Insertable, AsChangeset,
)]
#[diesel(table_name = person, treat_none_as_null = true)]
pub struct Person {
    /// Identifier.
    pub id: PersonId,
    /// Employee number, where HR has one.
    pub number: Option<String>,
    /// Address, lower case. Whoever has none gets no mail.
    pub email: Option<String>,
    /// Full name.
    pub name: String,
    /// Language of mails and forms.
    pub locale: String,
    /// IANA time zone.
    pub time_zone: String,
    /// Still on the roster, or with an account.
    pub active: bool,
}

impl Person {
    /// The time zone in which they read a clock.
    ///
    /// # Errors
    /// A fault if it is not known.
    pub fn zone(&self) -> Outcome<Tz> {
        known_zone(&self.time_zone)
    }
}

/// A stored time zone. Pages and rosters take only known ones, so another one was written by hand or has been given up
/// since; to take UTC for it would send mails at night and move the end of a wave.
fn known_zone(name: &str) -> Outcome<Tz> {
    let doing = || format!("the stored time zone \"{name}\", which is on no list of zones");
    name.parse()
        .map_err(|error: chrono_tz::ParseError| Problem::fault(doing(), error))
}

/// The organisation, once somebody has set it up.
pub fn organisation(c: &mut Db) -> Outcome<Option<Organisation>> {
    Ok(organisation::table
        .select(Organisation::as_select())
        .get_result(c)
        .optional()?)
}

/// The time zone in which the organisation's days begin.
pub fn zone(c: &mut Db) -> Outcome<Tz> {
    organisation(c)?.map_or(Ok(Tz::UTC), |known| known.zone())
}

/// Sets the organisation up.
pub fn found(c: &mut Db, new: &Organisation) -> Outcome<()> {
    diesel::insert_into(organisation::table)
        .values(new)
        .execute(c)?;
    Ok(())
}

/// The person with this identifier.
pub fn person(c: &mut Db, id: &PersonId) -> Outcome<Person> {
    Ok(person::table
        .find(id)
        .select(Person::as_select())
        .get_result(c)?)
}

/// The person with this address (lower case), whether active or not.
pub fn person_by_email(c: &mut Db, email: &str) -> Outcome<Option<Person>> {
    let found = person::table.filter(person::email.eq(email));
    Ok(found.select(Person::as_select()).get_result(c).optional()?)
}

/// All active people by name.
pub fn people(c: &mut Db) -> Outcome<Vec<Person>> {
    let active = person::table.filter(person::active.eq(true));
    Ok(active
        .order((person::name, person::email))
        .select(Person::as_select())
        .load(c)?)
}

/// Everybody who ever was on the roster, by name.
pub fn everybody(c: &mut Db) -> Outcome<Vec<Person>> {
    Ok(person::table
        .order((person::name, person::id))
        .select(Person::as_select())
        .load(c)?)
}

/// Takes number and address from a person, so that others can have them in the same transaction.
pub fn set_free(c: &mut Db, id: &PersonId) -> Outcome<()> {
    let none: Option<String> = None;
    diesel::update(person::table.find(id))
        .set((person::number.eq(&none), person::email.eq(&none)))
        .execute(c)?;
    Ok(())
}

/// Marks a person as on the roster or not.
pub fn set_active(c: &mut Db, id: &PersonId, active: bool) -> Outcome<()> {
    diesel::update(person::table.find(id))
        .set(person::active.eq(active))
        .execute(c)?;
    Ok(())
}

/// Adds a person.
pub fn add_person(c: &mut Db, new: &Person) -> Outcome<()> {
    diesel::insert_into(person::table)
        .values((new, person::searched.eq(searched(new))))
        .execute(c)?;
    Ok(())
}

/// Writes a person's changed fields.
pub fn change_person(c: &mut Db, changed: &Person) -> Outcome<()> {
    diesel::update(person::table.find(&changed.id))
        .set((changed, person::searched.eq(searched(changed))))
        .execute(c)?;
    Ok(())
}

fn searched(person: &Person) -> String {
    let email = person.email.as_deref().unwrap_or_default();
    let number = person.number.as_deref().unwrap_or_default();
    folded(&format!("{} {email} {number}", person.name))
}

/// Removes a person who was never asked anything.
pub fn remove_person(c: &mut Db, id: &PersonId) -> Outcome<()> {
    diesel::delete(session::table.filter(session::person.eq(id))).execute(c)?;
    diesel::delete(sign_in::table.filter(sign_in::person.eq(id))).execute(c)?;
    diesel::delete(person::table.find(id)).execute(c)?;
    Ok(())
}

/// The launched waves that are not closed yet, by title, each with whether this person is asked in it.
pub fn asked_in(c: &mut Db, id: &PersonId) -> Outcome<Vec<(WaveId, String, bool)>> {
    let running =
        wave::table.filter(wave::state.eq_any([State::Proving, State::Frozen, State::Open]));
    let running: Vec<(WaveId, String)> = running
        .order((wave::title, wave::id))
        .select((wave::id, wave::title))
        .load(c)?;
    let members: Vec<WaveId> = invitation::table
        .filter(invitation::person.eq(id))
        .select(invitation::wave)
        .load(c)?;
    let leaders: Vec<WaveId> = leader_form::table
        .filter(leader_form::person.eq(id))
        .select(leader_form::wave)
        .load(c)?;
    let asked = |wave: &WaveId| members.contains(wave) || leaders.contains(wave);
    Ok(running
        .into_iter()
        .map(|(wave, title)| (wave.clone(), title, asked(&wave)))
        .collect())
}
