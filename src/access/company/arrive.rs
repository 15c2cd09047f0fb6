use super::super::Knock;
use super::super::session::{self, Entry};
use super::grant::{Granted, follow, granted};
use crate::app::App;
use crate::company::{Groups, Somebody};
use crate::error::Outcome;
use crate::ids::PersonId;
use crate::store::access::{self, Identity, Way};
use crate::store::act::{self, Kind};
use crate::store::people::{self, Person};
use crate::store::{Db, Moment};
use chrono::DateTime;

/// Why somebody is not let in for whom the company vouches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stranger {
    /// Their address is not said to be really theirs.
    Unverified,
    /// Nobody here has their address, and none of their groups gives a role.
    Unknown,
    /// The company's sign-in knows whoever has this address here as somebody else.
    Taken,
    /// Their groups are too many for the company's sign-in to name.
    GroupsLeftOut,
}

impl Stranger {
    pub const ALL: [Self; 4] = [
        Self::Unverified,
        Self::Unknown,
        Self::Taken,
        Self::GroupsLeftOut,
    ];

    /// Its word in the log of acts and in keys of messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Unknown => "unknown",
            Self::Taken => "taken",
            Self::GroupsLeftOut => "groups-left-out",
        }
    }
}

/// Lets somebody in for whom the company vouches, with what their groups give them today.
pub(super) fn arrive(
    app: &App,
    c: &mut Db,
    knock: &Knock,
    one: &Somebody,
) -> Outcome<Result<Entry, Stranger>> {
    access::hold(c)?;
    let found = match &one.groups {
        Groups::Named(groups) => {
            let granted = granted(app, c, groups)?;
            known(app, c, one, &granted)?
        }
        Groups::LeftOut => Err(Stranger::GroupsLeftOut),
    };
    match found {
        Ok(person) => {
            let entry = session::begin(app, c, &person, Way::Company, knock)?;
            if let Some(at) = one.proven.and_then(moment) {
                session::proven(app, c, &entry, at)?;
            }
            Ok(Ok(entry))
        }
        Err(stranger) => {
            act::note(c, app.now(), "", Kind::CompanyRefused, stranger.as_str())?;
            Ok(Err(stranger))
        }
    }
}

fn moment(seconds: i64) -> Option<Moment> {
    DateTime::from_timestamp(seconds, 0).map(Moment::from)
}

/// Who somebody is here, and whether they have anything to do here.
fn known(
    app: &App,
    c: &mut Db,
    one: &Somebody,
    granted: &Granted,
) -> Outcome<Result<PersonId, Stranger>> {
    let person = match access::by_subject(c, &one.issuer, &one.subject)? {
        Some(person) => person,
        None => match first_time(app, c, one, granted)? {
            Ok(person) => person,
            Err(stranger) => return Ok(Err(stranger)),
        },
    };
    if let Err(stranger) = follow(app, c, &person, one, granted)? {
        return Ok(Err(stranger));
    }
    let works_here = !access::roles(c, &person)?.is_empty();
    match works_here || access::is_leader(c, &person)? {
        true => Ok(Ok(person)),
        false => Ok(Err(Stranger::Unknown)),
    }
}

/// Whoever comes for the first time is known by their address, and from then on by what the company's sign-in calls
/// them: an address can be given to somebody else.
fn first_time(
    app: &App,
    c: &mut Db,
    one: &Somebody,
    granted: &Granted,
) -> Outcome<Result<PersonId, Stranger>> {
    let Some(email) = &one.email else {
        return Ok(Err(Stranger::Unverified));
    };
    let person = match of_address(c, email)? {
        Of::Person(person) => person,
        Of::Another => return Ok(Err(Stranger::Taken)),
        Of::Nobody if granted.roles.is_empty() => return Ok(Err(Stranger::Unknown)),
        Of::Nobody => new_person(app, c, one, email)?,
    };
    // Nothing is kept of people who only answer.
    let works_here = !granted.roles.is_empty() || access::account(c, &person)?.is_some();
    if !works_here && !access::is_leader(c, &person)? {
        return Ok(Err(Stranger::Unknown));
    }
    if access::tied(c, &one.issuer)?.contains(&person) {
        return Ok(Err(Stranger::Taken));
    }
    let identity = Identity {
        issuer: one.issuer.clone(),
        subject: one.subject.clone(),
        person: person.clone(),
    };
    access::tie(c, &identity)?;
    act::note(
        c,
        app.now(),
        person.as_str(),
        Kind::CompanyTied,
        person.as_str(),
    )?;
    Ok(Ok(person))
}

enum Of {
    Person(PersonId),
    Another,
    Nobody,
}

/// Whose an address is: an account's, or that of somebody on the roster without one. An account has an address of its
/// own, so that whoever writes the roster cannot let somebody else into it.
fn of_address(c: &mut Db, email: &str) -> Outcome<Of> {
    if let Some((account, _)) = access::account_by_email(c, email)? {
        return Ok(Of::Person(account.person));
    }
    let Some(person) = people::person_by_email(c, email)? else {
        return Ok(Of::Nobody);
    };
    match access::account(c, &person.id)? {
        None => Ok(Of::Person(person.id)),
        Some(_) => Ok(Of::Another),
    }
}

fn new_person(app: &App, c: &mut Db, one: &Somebody, email: &str) -> Outcome<PersonId> {
    let organisation = people::organisation(c)?;
    let (locale, time_zone) = organisation.map_or_else(
        || ("en".to_owned(), "UTC".to_owned()),
        |known| (known.locale, known.time_zone),
    );
    let name = match one.name.is_empty() {
        true => email.to_owned(),
        false => one.name.clone(),
    };
    let new = Person {
        id: PersonId::new(app.seed()),
        number: None,
        email: Some(email.to_owned()),
        name,
        locale,
        time_zone,
        active: true,
    };
    people::add_person(c, &new)?;
    Ok(new.id)
}
