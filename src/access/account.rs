use super::link::secret;
use super::setup::is_address;
use super::{address, notice};
use crate::app::App;
use crate::ballot::secret::SignInSecret;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, SignInId, TeamId};
use crate::store::access::{self, Account, Holder, Purpose, Role};
use crate::store::act::{self, Kind as Act};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::people::{self, Person};
use crate::store::{Db, roster};
use crate::text::Lang;
use chrono::Duration;

/// How long an invitation is good.
const GOOD_FOR: Duration = Duration::days(7);

/// What is filled in for an account.
#[derive(Clone, Debug, Default)]
pub struct AccountForm {
    /// The address to sign in with.
    pub email: String,
    /// The name, for somebody who is not on the roster.
    pub name: String,
    /// `en` or `de`; empty for the organisation's.
    pub locale: String,
    /// The words of roles.
    pub roles: Vec<String>,
    /// Identifiers of the teams that an HR partner looks after.
    pub parts: Vec<String>,
}

/// An account as administrators see it.
pub struct AccountView {
    /// Whose it is.
    pub person: PersonId,
    /// Their name.
    pub name: String,
    /// The address to sign in with.
    pub email: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// The parts they look after, with the names from the top.
    pub parts: Vec<(TeamId, String)>,
    /// Has come in, or can: the invitation was followed.
    pub active: bool,
    /// Has a password, and can sign in with it.
    pub password: bool,
    /// Has come by the company's sign-in.
    pub company: bool,
    /// Has a second factor.
    pub factor: bool,
}

/// All accounts, by name.
pub fn accounts(app: &App) -> Outcome<Vec<AccountView>> {
    let issuer = &app.config.company_issuer;
    let (holders, teams, tied) = app.store.read(|c| {
        let tied = access::tied(c, issuer)?;
        Ok((access::holders(c)?, roster::teams(c)?, tied))
    })?;
    let path = |part: &TeamId| {
        let team = teams.iter().find(|team| team.id == *part)?;
        Some((part.clone(), team.path.replace('/', " / ")))
    };
    let view = |holder: Holder| AccountView {
        parts: holder.parts.iter().filter_map(path).collect(),
        active: can_come_in(app, &holder.account, &tied),
        password: has_password(app, &holder.account),
        company: tied.contains(&holder.account.person),
        person: holder.account.person,
        name: holder.name,
        email: holder.account.email,
        roles: holder.roles,
        factor: holder.factor,
    };
    Ok(holders.into_iter().map(view).collect())
}

fn can_come_in(app: &App, account: &Account, tied: &[PersonId]) -> bool {
    has_password(app, account) || tied.contains(&account.person)
}

/// A password is of no use where everybody signs in by the company.
fn has_password(app: &App, account: &Account) -> bool {
    account.password_hash.is_some() && !app.config.require_company_sign_in
}

/// What a form means.
struct Wanted {
    roles: Vec<Role>,
    parts: Vec<TeamId>,
}

impl AccountForm {
    /// # Errors
    /// A refusal without a role, with parts that are none, and if an HR partner has no part.
    fn wanted(&self, c: &mut Db) -> Outcome<Wanted> {
        let role = |word: &String| Role::parse(word);
        let mut roles: Vec<Role> = self.roles.iter().filter_map(role).collect();
        roles.sort_unstable();
        roles.dedup();
        let known = roster::teams(c)?;
        let part = |text: &String| {
            let mut teams = known.iter().filter(|team| team.active);
            let team = teams.find(|team| team.id.as_str() == text || team.path == *text);
            team.map(|team| team.id.clone())
        };
        let mut parts: Vec<TeamId> = self.parts.iter().filter_map(part).collect();
        parts.sort_unstable();
        parts.dedup();
        if roles.is_empty() {
            return Err(Problem::refused("problem-account-roles"));
        }
        match (roles.contains(&Role::Partner), parts.is_empty()) {
            (true, true) => Err(Problem::refused("problem-account-parts")),
            (false, false) => Err(Problem::refused("problem-account-not-partner")),
            _ => Ok(Wanted { roles, parts }),
        }
    }
}

/// Invites somebody to have an account; the link by which they set their password, which is mailed too. `by` is who
/// does it, for the log.
///
/// # Errors
/// A refusal if the address is none or has an account, and for roles that cannot be.
pub fn invite(app: &App, by: &str, form: &AccountForm) -> Outcome<String> {
    if !is_address(&form.email) {
        return Err(Problem::refused("problem-email"));
    }
    let organisation = app.organisation()?.ok_or(Problem::NotFound)?;
    let email = address(&form.email);
    let locale = Lang::parse(&form.locale).map(|_| form.locale.clone());
    app.store.write(|c| {
        access::hold(c)?;
        if access::account_by_email(c, &email)?.is_some() {
            return Err(Problem::refused("problem-account-there"));
        }
        let wanted = form.wanted(c)?;
        let person = match people::person_by_email(c, &email)? {
            Some(known) => known,
            None if form.name.trim().is_empty() => {
                return Err(Problem::refused("problem-account-name"));
            }
            None => {
                let new = Person {
                    id: PersonId::new(app.seed()),
                    number: None,
                    email: Some(email.clone()),
                    name: form.name.trim().to_owned(),
                    locale: locale.unwrap_or_else(|| organisation.locale.clone()),
                    time_zone: organisation.time_zone.clone(),
                    active: true,
                };
                people::add_person(c, &new)?;
                new
            }
        };
        if access::account(c, &person.id)?.is_some() {
            return Err(Problem::refused("problem-account-there"));
        }
        let active = Person {
            active: true,
            ..person
        };
        people::change_person(c, &active)?;
        let account = Account {
            person: active.id.clone(),
            email: email.clone(),
            password_hash: None,
        };
        access::add_account(c, &account)?;
        // Somebody who came as a leader was known by the roster's address: the account's is asked for anew.
        access::untie(c, &active.id)?;
        access::grant(c, &active.id, &wanted.roles, &wanted.parts)?;
        // Nor does a session they had as a leader go on with other rights.
        access::end_all(c, &active.id)?;
        let subject = subject(&active.id, &wanted.roles);
        act::note(c, app.now(), by, Act::Invited, &subject)?;
        if wanted.roles.contains(&Role::Administrator) {
            notice::new_administrator(app, c, &active.id)?;
        }
        welcome(app, c, &active.id)
    })
}

/// What the log says of an account: whose it is, and with which roles.
fn subject(person: &PersonId, roles: &[Role]) -> String {
    let roles: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    format!("{person} {}", roles.join(" "))
}

/// Makes an invitation and queues its mail; the link.
fn welcome(app: &App, c: &mut Db, person: &PersonId) -> Outcome<String> {
    if app.config.require_company_sign_in {
        notice::welcome_by_company(app, c, person)?;
        return Ok(app.config.link("/sign-in"));
    }
    let (id, now) = (SignInId::new(app.seed()), app.now());
    access::spoil(c, person, Purpose::Welcome)?;
    let new = secret(app, &id, Purpose::Welcome, Some(person.clone()), GOOD_FOR);
    access::ask(c, &new)?;
    outbox::queue(c, &[Mail::new(Kind::Welcome, id.as_str(), None, now)])?;
    let secret = SignInSecret::derive(&app.server, &id.bytes());
    Ok(app.config.link(&format!("/password/{}", secret.text())))
}

/// Sends an invitation again to somebody who has not followed it; the one before no longer works.
///
/// # Errors
/// Not found if there is no such account; a refusal if it has a password.
pub fn invite_again(app: &App, by: &str, person: &PersonId) -> Outcome<String> {
    app.store.write(|c| {
        let account = access::account(c, person)?.ok_or(Problem::NotFound)?;
        let tied = access::tied(c, &app.config.company_issuer)?;
        if can_come_in(app, &account, &tied) {
            return Err(Problem::refused("problem-account-active"));
        }
        let roles = access::roles(c, person)?;
        act::note(c, app.now(), by, Act::Invited, &subject(person, &roles))?;
        welcome(app, c, person)
    })
}

/// Gives an account other roles. Its sessions end, so that nobody goes on with what they had.
///
/// # Errors
/// Not found if there is no such account; a refusal for roles that cannot be, and if nobody would be left to
/// administrate.
pub fn reform(app: &App, by: &str, person: &PersonId, form: &AccountForm) -> Outcome<()> {
    app.store.write(|c| {
        access::hold(c)?;
        access::account(c, person)?.ok_or(Problem::NotFound)?;
        let wanted = form.wanted(c)?;
        let before = access::roles(c, person)?;
        let is_administrator = wanted.roles.contains(&Role::Administrator);
        if !is_administrator && is_last_administrator(app, c, person)? {
            return Err(Problem::refused("problem-account-last"));
        }
        access::grant(c, person, &wanted.roles, &wanted.parts)?;
        access::end_all(c, person)?;
        act::note(
            c,
            app.now(),
            by,
            Act::Granted,
            &subject(person, &wanted.roles),
        )?;
        if is_administrator && !before.contains(&Role::Administrator) {
            notice::new_administrator(app, c, person)?;
        }
        Ok(())
    })
}

/// Whether this person is the last who can administrate.
pub fn is_last_administrator(app: &App, c: &mut Db, person: &PersonId) -> Outcome<bool> {
    let all = access::with_role(c, Role::Administrator)?;
    let (issuer, passwords) = (
        &app.config.company_issuer,
        !app.config.require_company_sign_in,
    );
    let come = access::coming_in(c, Role::Administrator, issuer, passwords)?;
    Ok(all.contains(person) && come.iter().all(|one| one == person))
}

/// Lets nobody else change accounts until the transaction ends, in which somebody goes for good.
///
/// # Errors
/// A refusal for the last who can administrate.
pub fn may_go(app: &App, c: &mut Db, person: &PersonId) -> Outcome<()> {
    access::hold(c)?;
    match is_last_administrator(app, c, person)? {
        true => Err(Problem::refused("problem-account-last")),
        false => Ok(()),
    }
}

/// Removes an account, and ends its sessions. The person stays on the roster, if they are on it.
///
/// # Errors
/// Not found if there is no such account; a refusal for the last who can administrate.
pub fn end_account(app: &App, by: &str, person: &PersonId) -> Outcome<()> {
    app.store.write(|c| {
        access::hold(c)?;
        access::account(c, person)?.ok_or(Problem::NotFound)?;
        if is_last_administrator(app, c, person)? {
            return Err(Problem::refused("problem-account-last"));
        }
        access::remove_account(c, person)?;
        act::note(c, app.now(), by, Act::Removed, person.as_str())
    })
}

/// Takes somebody's second factor away who has lost it; they set up another one when they sign in.
///
/// # Errors
/// Not found if there is no such account, or it has none.
pub fn drop_factor(app: &App, by: &str, person: &PersonId) -> Outcome<()> {
    app.store.write(|c| {
        if !access::has_factor(c, person)? {
            return Err(Problem::NotFound);
        }
        access::drop_factor(c, person)?;
        access::end_all(c, person)?;
        notice::factor_changed(app, c, person)?;
        act::note(c, app.now(), by, Act::FactorGone, person.as_str())
    })
}

/// Lets the company's sign-in forget whom it calls so: whoever comes next with this address is known anew.
///
/// # Errors
/// Not found if nobody has come by it as this person.
pub fn untie(app: &App, by: &str, person: &PersonId) -> Outcome<()> {
    app.store.write(|c| {
        access::hold(c)?;
        if !access::untie(c, person)? {
            return Err(Problem::NotFound);
        }
        access::end_all(c, person)?;
        act::note(c, app.now(), by, Act::CompanyUntied, person.as_str())
    })
}

/// Whose an address is: an account's, or somebody's on the roster.
///
/// # Errors
/// A refusal if nobody has it.
pub fn anybody(app: &App, email: &str) -> Outcome<PersonId> {
    let email = address(email);
    let found = app.store.read(|c| {
        let account = access::account_by_email(c, &email)?;
        match account {
            Some((account, _)) => Ok(Some(account.person)),
            None => Ok(people::person_by_email(c, &email)?.map(|person| person.id)),
        }
    })?;
    found.ok_or_else(|| Problem::refused("problem-nobody"))
}

/// Whose account has an address.
///
/// # Errors
/// A refusal if none has.
pub fn holder(app: &App, email: &str) -> Outcome<PersonId> {
    let found = app
        .store
        .read(|c| access::account_by_email(c, &address(email)))?;
    let found = found.map(|(account, _)| account.person);
    found.ok_or_else(|| Problem::refused("problem-account-none"))
}
