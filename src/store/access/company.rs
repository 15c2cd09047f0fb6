use crate::error::Outcome;
use crate::ids::PersonId;
use crate::store::Db;
use crate::store::schema::company_identity;
use diesel::prelude::*;

/// Who somebody is to a company's sign-in.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = company_identity)]
pub struct Identity {
    /// The sign-in, by the address it calls itself.
    pub issuer: String,
    /// What it calls them, and nobody else.
    pub subject: String,
    /// Who that is here.
    pub person: PersonId,
}

/// Who somebody is here whom a company's sign-in calls so.
pub fn by_subject(c: &mut Db, issuer: &str, subject: &str) -> Outcome<Option<PersonId>> {
    let one = company_identity::table.find((issuer, subject));
    Ok(one
        .select(company_identity::person)
        .get_result(c)
        .optional()?)
}

/// Everybody whom a company's sign-in knows.
pub fn tied(c: &mut Db, issuer: &str) -> Outcome<Vec<PersonId>> {
    let all = company_identity::table.filter(company_identity::issuer.eq(issuer));
    Ok(all.select(company_identity::person).load(c)?)
}

/// By the address of the sign-in, what it calls somebody.
pub fn identities(c: &mut Db, id: &PersonId) -> Outcome<Vec<(String, String)>> {
    let all = company_identity::table.filter(company_identity::person.eq(id));
    Ok(all
        .order(company_identity::issuer)
        .select((company_identity::issuer, company_identity::subject))
        .load(c)?)
}

/// Notes who somebody is to a company's sign-in.
pub fn tie(c: &mut Db, new: &Identity) -> Outcome<()> {
    diesel::insert_into(company_identity::table)
        .values(new)
        .execute(c)?;
    Ok(())
}

/// Forgets who somebody is to any company's sign-in; whether anything was known.
pub fn untie(c: &mut Db, id: &PersonId) -> Outcome<bool> {
    let all = company_identity::table.filter(company_identity::person.eq(id));
    Ok(diesel::delete(all).execute(c)? > 0)
}
