//! The people of the roster, searched and page by page.

use super::Db;
use super::people::Person;
use super::roster::Part;
use super::schema::{membership, person, team};
use crate::error::Outcome;
use crate::ids::{PersonId, TeamId};
use crate::text::folded;
use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use std::collections::HashMap;

/// Who is looked for.
#[derive(Clone, Debug, Default)]
pub struct Search {
    /// Each of these words is in the name, the address or the number.
    pub words: String,
    /// The path of a team: only people in it or below it.
    pub team: Option<String>,
    /// Only people with this part in some team.
    pub part: Option<Part>,
    /// People who are not on the roster any more.
    pub gone: bool,
    /// Only people without an address.
    pub unaddressed: bool,
    /// In which order.
    pub order: Order,
}

/// The order of a list of people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// By name.
    #[default]
    Name,
    /// By address; whoever has none comes last.
    Email,
    /// By number; whoever has none comes last.
    Number,
}

/// The people who match, as a query that runs on both databases.
macro_rules! matching {
    ($search:expr) => {{
        let search: &Search = $search;
        let mut query = person::table
            .filter(person::active.eq(!search.gone))
            .into_boxed();
        for word in folded(&search.words).split_whitespace() {
            query = query.filter(
                person::searched
                    .like(format!("%{}%", literal(word)))
                    .escape('\\'),
            );
        }
        if search.unaddressed {
            query = query.filter(person::email.is_null());
        }
        let parts = match search.part {
            Some(part) => vec![part],
            None => vec![Part::Leader, Part::Member],
        };
        // Somebody without a place has an account and is not on the roster.
        match &search.team {
            None if search.gone => {}
            None => {
                let places = membership::table
                    .filter(membership::role.eq_any(parts))
                    .select(membership::person);
                query = query.filter(person::id.eq_any(places));
            }
            Some(path) => {
                let below = team::path.like(format!("{}/%", literal(path))).escape('\\');
                let places = membership::table
                    .inner_join(team::table)
                    .filter(team::path.eq(path.clone()).or(below))
                    .filter(membership::role.eq_any(parts))
                    .select(membership::person);
                query = query.filter(person::id.eq_any(places));
            }
        }
        query
    }};
}

/// How many are found, and those from a place on.
pub fn find(c: &mut Db, search: &Search, from: i64, most: i64) -> Outcome<(i64, Vec<Person>)> {
    let count = matching!(search).count().get_result(c)?;
    let people = matching!(search).select(Person::as_select());
    let people = match search.order {
        Order::Name => people.order((person::name, person::id)),
        Order::Email => people.order((person::email.is_null(), person::email, person::id)),
        Order::Number => people.order((person::number.is_null(), person::number, person::id)),
    };
    Ok((count, people.offset(from).limit(most).load(c)?))
}

/// Everybody who is known and has all these words in name, address or number, by name; so many at the most.
pub fn named(c: &mut Db, words: &str, most: i64) -> Outcome<Vec<Person>> {
    let mut query = person::table.into_boxed();
    for word in folded(words).split_whitespace() {
        let pattern = format!("%{}%", literal(word));
        query = query.filter(person::searched.like(pattern).escape('\\'));
    }
    let people = query.order((person::name, person::id)).limit(most);
    Ok(people.select(Person::as_select()).load(c)?)
}

/// A text that stands for itself in a pattern.
fn literal(text: &str) -> String {
    let mut escaped = String::new();
    for letter in text.chars() {
        if matches!(letter, '%' | '_' | '\\') {
            escaped.push('\\');
        }
        escaped.push(letter);
    }
    escaped
}

/// The teams of people: path and part, leaders first.
pub type Places = HashMap<PersonId, Vec<(TeamId, String, Part)>>;

/// The teams of some people.
pub fn places(c: &mut Db, people: &[PersonId]) -> Outcome<Places> {
    let rows = membership::table
        .inner_join(team::table)
        .filter(membership::person.eq_any(people))
        .order((membership::role, team::path));
    let columns = (membership::person, team::id, team::path, membership::role);
    Ok(by_person(rows.select(columns).load(c)?))
}

/// The teams of everybody.
pub fn all_places(c: &mut Db) -> Outcome<Places> {
    let rows = membership::table
        .inner_join(team::table)
        .order((membership::role, team::path));
    let columns = (membership::person, team::id, team::path, membership::role);
    Ok(by_person(rows.select(columns).load(c)?))
}

fn by_person(rows: Vec<(PersonId, TeamId, String, Part)>) -> Places {
    let mut places = Places::new();
    for (person, team, path, part) in rows {
        places.entry(person).or_default().push((team, path, part));
    }
    places
}

/// How many members each team has of its own.
pub fn members(c: &mut Db) -> Outcome<HashMap<TeamId, i64>> {
    let rows = membership::table.filter(membership::role.eq(Part::Member));
    let rows: Vec<(TeamId, i64)> = rows
        .group_by(membership::team)
        .select((membership::team, count_star()))
        .load(c)?;
    Ok(rows.into_iter().collect())
}

/// The names of each team's leaders, in order.
pub fn leaders(c: &mut Db) -> Outcome<HashMap<TeamId, Vec<String>>> {
    let rows = membership::table
        .inner_join(person::table)
        .filter(membership::role.eq(Part::Leader))
        .order((membership::team, person::name));
    let rows: Vec<(TeamId, String)> = rows.select((membership::team, person::name)).load(c)?;
    let mut leaders: HashMap<TeamId, Vec<String>> = HashMap::new();
    for (team, name) in rows {
        leaders.entry(team).or_default().push(name);
    }
    Ok(leaders)
}

/// How many people are in a team, each counted once.
pub fn headcount(c: &mut Db) -> Outcome<i64> {
    let people = membership::table.select(sql::<BigInt>("COUNT(DISTINCT person)"));
    Ok(people.get_result(c)?)
}

/// Identifier and path of the teams on the roster.
pub fn team_paths(c: &mut Db) -> Outcome<Vec<(TeamId, String)>> {
    let active = team::table.filter(team::active.eq(true));
    Ok(active.select((team::id, team::path)).load(c)?)
}
