//! The organisation and its people.

use super::Db;
use super::schema::{organisation, person};
use crate::error::Outcome;
use crate::ids::PersonId;
use chrono_tz::Tz;
use diesel::prelude::*;

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
    pub fn zone(&self) -> Tz {
        self.time_zone.parse().unwrap_or(Tz::UTC)
    }
}

/// Somebody on the roster, or with an account.
#[derive(Clone, Debug, Queryable, Selectable, Insertable, AsChangeset)]
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

/// The organisation, once somebody has set it up.
pub fn organisation(c: &mut Db) -> Outcome<Option<Organisation>> {
    Ok(organisation::table
        .select(Organisation::as_select())
        .get_result(c)
        .optional()?)
}

/// The time zone in which the organisation's days begin.
pub fn zone(c: &mut Db) -> Outcome<Tz> {
    Ok(organisation(c)?.map_or(Tz::UTC, |known| known.zone()))
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
    set_marks(c, id, None, None)
}

/// Gives a person another number and address.
pub fn set_marks(
    c: &mut Db,
    id: &PersonId,
    number: Option<&str>,
    email: Option<&str>,
) -> Outcome<()> {
    diesel::update(person::table.find(id))
        .set((person::number.eq(number), person::email.eq(email)))
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
    diesel::insert_into(person::table).values(new).execute(c)?;
    Ok(())
}

/// Writes a person's changed fields.
pub fn change_person(c: &mut Db, changed: &Person) -> Outcome<()> {
    diesel::update(person::table.find(&changed.id))
        .set(changed)
        .execute(c)?;
    Ok(())
}
