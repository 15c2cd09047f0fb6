use super::{Role, tied};
use crate::error::Outcome;
use crate::ids::{PersonId, TeamId};
use crate::store::Db;
use crate::store::people::{self, Person};
use crate::store::schema::{
    account, account_part, account_role, person, recovery_code, second_factor, session, sign_in,
};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

/// Somebody who works here.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = account)]
pub struct Account {
    /// Who it is.
    pub person: PersonId,
    /// The address they sign in with, lower case.
    pub email: String,
    /// None until they have followed their invitation, or if they sign in by the company.
    pub password_hash: Option<String>,
}

/// An account with what it may.
pub struct Holder {
    /// The account.
    pub account: Account,
    /// The name of the person.
    pub name: String,
    /// Their roles.
    pub roles: Vec<Role>,
    /// The parts that they look after as HR partner.
    pub parts: Vec<TeamId>,
    /// Has an app that shows codes.
    pub factor: bool,
}

/// Lets nobody else change accounts until the transaction ends. SQLite has one writer anyway.
pub fn hold(c: &mut Db) -> Outcome<()> {
    if let Db::Postgres(c) = c {
        c.batch_execute("LOCK TABLE account, organisation IN EXCLUSIVE MODE")?;
    }
    Ok(())
}

/// Adds an account.
pub fn add_account(c: &mut Db, new: &Account) -> Outcome<()> {
    diesel::insert_into(account::table).values(new).execute(c)?;
    Ok(())
}

/// The account of a person; `None` if they have none.
pub fn account(c: &mut Db, id: &PersonId) -> Outcome<Option<Account>> {
    let found = account::table.find(id).select(Account::as_select());
    Ok(found.get_result(c).optional()?)
}

/// The account with this address (lower case), and whose it is.
pub fn account_by_email(c: &mut Db, email: &str) -> Outcome<Option<(Account, Person)>> {
    let found = account::table
        .inner_join(person::table)
        .filter(account::email.eq(email));
    let columns = (Account::as_select(), Person::as_select());
    Ok(found.select(columns).get_result(c).optional()?)
}

/// Gives an account a password.
pub fn set_password(c: &mut Db, id: &PersonId, hash: &str) -> Outcome<()> {
    diesel::update(account::table.find(id))
        .set(account::password_hash.eq(hash))
        .execute(c)?;
    Ok(())
}

/// Everybody who has an account.
pub fn account_holders(c: &mut Db) -> Outcome<Vec<PersonId>> {
    Ok(account::table.select(account::person).load(c)?)
}

/// Who has a role.
pub fn with_role(c: &mut Db, role: Role) -> Outcome<Vec<PersonId>> {
    let all = account_role::table.filter(account_role::role.eq(role));
    Ok(all
        .order(account_role::person)
        .select(account_role::person)
        .load(c)?)
}

/// Those with a role who can sign in: by the sign-in of `issuer`, or by a password where `passwords` are of use. Whoever
/// has left cannot.
pub fn coming_in(c: &mut Db, role: Role, issuer: &str, passwords: bool) -> Outcome<Vec<PersonId>> {
    let tied = tied(c, issuer)?;
    let mut come = Vec::new();
    for one in with_role(c, role)? {
        let password = account(c, &one)?.is_some_and(|one| one.password_hash.is_some());
        let way_in = passwords && password || tied.contains(&one);
        if way_in && people::person(c, &one)?.active {
            come.push(one);
        }
    }
    Ok(come)
}

/// The roles of an account.
pub fn roles(c: &mut Db, id: &PersonId) -> Outcome<Vec<Role>> {
    let mut roles: Vec<Role> = account_role::table
        .filter(account_role::person.eq(id))
        .select(account_role::role)
        .load(c)?;
    roles.sort_unstable();
    Ok(roles)
}

/// The parts that an HR partner looks after.
pub fn parts(c: &mut Db, id: &PersonId) -> Outcome<Vec<TeamId>> {
    let all = account_part::table.filter(account_part::person.eq(id));
    Ok(all
        .order(account_part::team)
        .select(account_part::team)
        .load(c)?)
}

/// Every HR partner with each part they look after.
pub fn partners(c: &mut Db) -> Outcome<Vec<(PersonId, TeamId)>> {
    Ok(account_part::table
        .order((account_part::person, account_part::team))
        .select((account_part::person, account_part::team))
        .load(c)?)
}

/// Gives an account these roles and parts and no others.
pub fn grant(c: &mut Db, id: &PersonId, roles: &[Role], parts: &[TeamId]) -> Outcome<()> {
    withdraw(c, id)?;
    for role in roles {
        let row = (account_role::person.eq(id), account_role::role.eq(role));
        diesel::insert_into(account_role::table)
            .values(row)
            .execute(c)?;
    }
    for team in parts {
        let row = (account_part::person.eq(id), account_part::team.eq(team));
        diesel::insert_into(account_part::table)
            .values(row)
            .execute(c)?;
    }
    Ok(())
}

fn withdraw(c: &mut Db, id: &PersonId) -> Outcome<()> {
    diesel::delete(account_role::table.filter(account_role::person.eq(id))).execute(c)?;
    diesel::delete(account_part::table.filter(account_part::person.eq(id))).execute(c)?;
    Ok(())
}

/// Removes an account with all that belongs to it; the person stays, for the roster and for the log. Whoever is in
/// no team is active no more.
pub fn remove_account(c: &mut Db, id: &PersonId) -> Outcome<()> {
    use crate::store::schema::membership;
    withdraw(c, id)?;
    super::untie(c, id)?;
    diesel::delete(recovery_code::table.filter(recovery_code::person.eq(id))).execute(c)?;
    diesel::delete(second_factor::table.find(id)).execute(c)?;
    diesel::delete(sign_in::table.filter(sign_in::person.eq(id))).execute(c)?;
    diesel::delete(session::table.filter(session::person.eq(id))).execute(c)?;
    diesel::delete(account::table.find(id)).execute(c)?;
    let places = membership::table.filter(membership::person.eq(id));
    if places.count().get_result::<i64>(c)? == 0 {
        diesel::update(person::table.find(id))
            .set(person::active.eq(false))
            .execute(c)?;
    }
    Ok(())
}

/// All accounts, by name.
pub fn holders(c: &mut Db) -> Outcome<Vec<Holder>> {
    let rows: Vec<(Account, String)> = account::table
        .inner_join(person::table)
        .order((person::name, account::email))
        .select((Account::as_select(), person::name))
        .load(c)?;
    rows.into_iter()
        .map(|(account, name)| {
            Ok(Holder {
                name,
                roles: roles(c, &account.person)?,
                parts: parts(c, &account.person)?,
                factor: super::has_factor(c, &account.person)?,
                account,
            })
        })
        .collect()
}
