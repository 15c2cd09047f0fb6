use super::freeze::group;
use super::tree::Grouped;
use crate::error::Outcome;
use crate::ids::{PersonId, WaveId};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, Moment, invitation};
use std::collections::BTreeSet;

/// Another wave that asks some of the same people at the same time.
pub struct Meanwhile {
    /// Its identifier.
    pub wave: WaveId,
    /// What people call it.
    pub title: String,
    /// When it opens and closes.
    pub span: (Moment, Moment),
    /// How many people get both.
    pub people: usize,
}

/// The other waves that ask people of a draft while it runs; other drafts by today's roster.
pub(super) fn meanwhile(c: &mut Db, draft: &Wave, grouped: &Grouped) -> Outcome<Vec<Meanwhile>> {
    let asked = asked(grouped);
    let mut found = Vec::new();
    for other in wave::waves(c)? {
        let apart = other.closes <= draft.opens || draft.closes <= other.opens;
        if other.id == draft.id || apart {
            continue;
        }
        let people: BTreeSet<PersonId> = match other.state {
            State::Draft => self::asked(&group(c, &other)?),
            State::Preparing | State::Proving | State::Frozen | State::Open => {
                let invited = invitation::invited(c, &other.id)?.into_iter();
                invited.map(|(person, _)| person).collect()
            }
            State::Closed | State::Released | State::Lapsed | State::Off => continue,
        };
        let people = asked.intersection(&people).count();
        if people > 0 {
            found.push(Meanwhile {
                wave: other.id,
                title: other.title,
                span: (other.opens, other.closes),
                people,
            });
        }
    }
    Ok(found)
}

fn asked(grouped: &Grouped) -> BTreeSet<PersonId> {
    let people = grouped.cells.cells.iter().flat_map(|cell| &cell.people);
    let persons = people.filter_map(|person| grouped.persons.get(*person as usize));
    persons.cloned().collect()
}
