use super::Meaning;
use super::dictionary as say;
use super::words::{has, has_any, plain};

/// What the name of a column lets expect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    pub meaning: Meaning,
    /// How good a column with this name is among several of the meaning; of levels how deep it is.
    pub weight: u8,
    /// A name of which it depends on the other columns whether it is whole.
    pub is_half: bool,
}

/// What the name of a column lets expect; `None` for one that nobody needs, or that is not known.
pub fn hint(name: &str) -> Option<Hint> {
    let name = plain(name);
    let of = |meaning, weight| {
        Some(Hint {
            meaning,
            weight,
            is_half: false,
        })
    };
    let is = |list: &[&str]| list.contains(&name.as_str());
    if name.is_empty() || has_any(&name, say::NOT) {
        return None;
    }
    if is(say::LEADS) {
        return of(Meaning::Role, 3);
    }
    if is(say::ROLE) {
        return of(Meaning::Role, 2);
    }
    if is(say::PATH) {
        return of(Meaning::Path, 2);
    }
    // What a team or a level is called may have the leader's word in it, but is not said of a person.
    if has_any(&name, say::MANAGER) {
        return manager(&name);
    }
    if is(say::ACCOUNT) {
        return of(Meaning::Mark, if has(&name, "name") { 2 } else { 1 });
    }
    if is(say::LEAVES) {
        return of(Meaning::Leaves, 1);
    }
    if has_any(&name, say::MAIL) {
        let weight = match (has_any(&name, say::PRIVATE), has_any(&name, say::WORK)) {
            (true, _) => 1,
            (false, true) => 5,
            _ if name == "mail" || has(&name, "address") => 4,
            _ => 3,
        };
        return of(Meaning::Email, weight);
    }
    if is(say::NAME) {
        return Some(Hint {
            meaning: Meaning::Name,
            weight: 2,
            is_half: true,
        });
    }
    let lists = [
        (say::FIRST, Meaning::FirstName),
        (say::LAST, Meaning::LastName),
        (say::FULL, Meaning::Name),
        (say::LOCALE, Meaning::Locale),
        (say::TIME_ZONE, Meaning::TimeZone),
        (say::STATUS, Meaning::Status),
    ];
    if let Some((_, meaning)) = lists.into_iter().find(|(list, _)| is(list)) {
        return of(meaning, 2);
    }
    if let Some(place) = say::NUMBER.iter().position(|known| *known == name) {
        // `Employee number` before `User ID` before a mere `ID`.
        return of(Meaning::Number, weight_of_number(place, &name));
    }
    level(&name)
        .and_then(|depth| of(Meaning::Level1, depth))
        .or_else(|| half_known(&name))
}

fn weight_of_number(place: usize, name: &str) -> u8 {
    match name {
        "id" | "number" => 1,
        "user id" | "userid" | "person id" | "global id" => 2,
        _ if place < say::NUMBER.len() => 3,
        _ => 0,
    }
}

/// A column about whoever leads somebody. Those that say it most clearly come first: address, number, name.
fn manager(name: &str) -> Option<Hint> {
    let half = has_any(name, say::FIRST) || has_any(name, say::LAST);
    let title = has_any(
        name,
        &["title", "position", "job", "department", "location"],
    );
    if half || title {
        return None;
    }
    let weight = if has_any(name, say::MAIL) {
        4
    } else if has_any(name, say::CODE) || has_any(name, say::NUMBER) {
        3
    } else {
        2
    };
    Some(Hint {
        meaning: Meaning::Manager,
        weight,
        is_half: false,
    })
}

/// How deep in the organisation a column's names are.
fn level(name: &str) -> Option<u8> {
    if let Some((words, digit)) = name.rsplit_once(' ') {
        let number = digit
            .parse::<u8>()
            .ok()
            .filter(|number| (1..=9).contains(number));
        if let Some(number) = number.filter(|_| has_any(words, say::NUMBERED)) {
            return Some(100 + number);
        }
    }
    let mut kinds = (1..).zip(say::LEVELS);
    kinds
        .find(|(_, names)| names.contains(&name))
        .map(|(depth, _)| depth)
}

/// `Legal Name - First Name`, `Mitarbeiter Nachname`: a known name behind other words.
fn half_known(name: &str) -> Option<Hint> {
    if has_any(
        name,
        &["preferred", "nick", "middle", "birth", "former", "local"],
    ) {
        return None;
    }
    let ends = |list: &[&str]| {
        list.iter().any(|known| {
            known.len() > 2
                && name
                    .strip_suffix(known)
                    .is_some_and(|before| before.ends_with(' '))
        })
    };
    let lists = [
        (say::FIRST, Meaning::FirstName),
        (say::LAST, Meaning::LastName),
        (say::LEAVES, Meaning::Leaves),
    ];
    let (_, meaning) = lists.into_iter().find(|(list, _)| ends(list))?;
    Some(Hint {
        meaning,
        weight: 1,
        is_half: false,
    })
}
