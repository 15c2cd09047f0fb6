use super::super::account::is_last_administrator;
use super::super::notice;
use super::arrive::Stranger;
use crate::app::App;
use crate::company::Somebody;
use crate::error::Outcome;
use crate::ids::{PersonId, TeamId};
use crate::store::access::{self, Account, Role};
use crate::store::act::{self, Kind};
use crate::store::people::{self, Person};
use crate::store::{Db, roster};

/// What somebody's groups give them.
pub(super) struct Granted {
    pub roles: Vec<Role>,
    pub parts: Vec<TeamId>,
}

/// What these groups give. A part that is not on the roster gives nothing.
pub(super) fn granted(app: &App, c: &mut Db, groups: &[String]) -> Outcome<Granted> {
    let teams = roster::teams(c)?;
    let (mut roles, mut parts) = (Vec::new(), Vec::new());
    for one in app.config.company_roles.given_to(groups) {
        if let Some(path) = &one.part {
            let mut active = teams.iter().filter(|team| team.active);
            let Some(team) = active.find(|team| team.path == *path) else {
                tracing::warn!(path, "company_roles names a part that is not on the roster");
                continue;
            };
            parts.push(team.id.clone());
        }
        roles.extend(Role::parse(&one.role));
    }
    roles.sort_unstable();
    roles.dedup();
    parts.sort_unstable();
    parts.dedup();
    Ok(Granted { roles, parts })
}

/// Gives somebody what their groups give, and takes away what they would have to give and do not. Other roles stay, and
/// so does the last administrator.
pub(super) fn follow(
    app: &App,
    c: &mut Db,
    person: &PersonId,
    one: &Somebody,
    granted: &Granted,
) -> Outcome<Result<(), Stranger>> {
    if access::account(c, person)?.is_none() {
        if granted.roles.is_empty() {
            return Ok(Ok(()));
        }
        if let Err(stranger) = open_account(c, person, one)? {
            return Ok(Err(stranger));
        }
    }
    let (before, had) = (access::roles(c, person)?, access::parts(c, person)?);
    let decided = |role: Role| app.config.company_roles.decide(role.as_str());
    let stays = before.iter().copied().filter(|role| !decided(*role));
    let mut roles: Vec<Role> = stays.chain(granted.roles.iter().copied()).collect();
    let parts = match decided(Role::Partner) {
        true => &granted.parts,
        false => &had,
    };
    let loses = before.contains(&Role::Administrator) && !roles.contains(&Role::Administrator);
    let kept = loses && is_last_administrator(app, c, person)?;
    if kept {
        roles.push(Role::Administrator);
    }
    roles.sort_unstable();
    if roles == before && *parts == had {
        return Ok(Ok(()));
    }
    access::grant(c, person, &roles, parts)?;
    access::end_all(c, person)?;
    let words: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    let subject = format!("{person} {}", words.join(" "));
    act::note(c, app.now(), "", Kind::CompanyRoles, &subject)?;
    if kept {
        act::note(c, app.now(), "", Kind::CompanyKept, person.as_str())?;
    }
    if roles.contains(&Role::Administrator) && !before.contains(&Role::Administrator) {
        notice::new_administrator(app, c, person)?;
    }
    Ok(Ok(()))
}

/// An account for somebody whose groups give them something to do here.
fn open_account(c: &mut Db, person: &PersonId, one: &Somebody) -> Outcome<Result<(), Stranger>> {
    let Some(email) = &one.email else {
        return Ok(Err(Stranger::Unverified));
    };
    if access::account_by_email(c, email)?.is_some() {
        return Ok(Err(Stranger::Taken));
    }
    let account = Account {
        person: person.clone(),
        email: email.clone(),
        password_hash: None,
    };
    access::add_account(c, &account)?;
    let known = people::person(c, person)?;
    let active = Person {
        active: true,
        ..known
    };
    people::change_person(c, &active)?;
    Ok(Ok(()))
}
