//! The groups whose people count together.

use super::promise::{Promised, bytes};
use super::{Check, Checks, ensure};
use crate::promise::{CellTerms, GroupKind, alike};
use crate::{EXPONENT, IssuingPublicKey, KEY_BYTES};
use std::collections::BTreeSet;

/// Checks the groups by themselves and against each other.
pub(super) fn check(checks: &mut Checks, promised: &Promised) {
    let (terms, cells) = (&promised.terms, &promised.cells);
    checks.add("Every group is listed once, in order.", order(cells));
    checks.add(
        "No two groups have names that look the same.",
        labels(cells),
    );
    checks.add(
        "Every team is in one group at the most, and those that are not asked are in none.",
        leaves(cells, &terms.not_asked),
    );
    checks.add(
        format!("In every group {} people or more are invited.", terms.k),
        sizes(cells, terms.k),
    );
    checks.add(
        "Groups that share people say so, and do not differ by so few that they would tell of them.",
        shared(cells, terms.k),
    );
    checks.add(
        "Every group has the fingerprint of a list of its members.",
        sheets(cells),
    );
    match promised.is_anonymous() {
        true => checks.add("Every group has one sound key of its own.", keys(cells)),
        false => checks.add("No group has a key for anonymous ballots.", no_keys(cells)),
    }
}

fn order(cells: &[CellTerms]) -> Check {
    let numbers: Vec<i32> = cells.iter().map(|cell| cell.cell).collect();
    let sound =
        numbers.first().is_some_and(|first| *first >= 0) && numbers.is_sorted_by(|a, b| a < b);
    ensure(sound, || format!("their numbers are {numbers:?}."))
}

/// Many groups by one name could each hold one real person.
fn labels(cells: &[CellTerms]) -> Check {
    let mut known = BTreeSet::new();
    cells.iter().try_for_each(|cell| {
        let label = alike(&cell.label);
        ensure(!label.is_empty() && known.insert(label), || {
            format!(
                "\"{}\" is named like another one, or not at all.",
                cell.label
            )
        })
    })
}

fn leaves(cells: &[CellTerms], not_asked: &[i32]) -> Check {
    let mut known: BTreeSet<i32> = not_asked.iter().copied().collect();
    ensure(known.len() == not_asked.len(), || {
        "a team is not asked twice.".to_owned()
    })?;
    cells.iter().try_for_each(|cell| {
        let fits = match cell.kind {
            GroupKind::Team => cell.leaves.len() == 1,
            GroupKind::Pool | GroupKind::Joint => cell.leaves.len() > 1,
        };
        ensure(fits && cell.leaves.is_sorted_by(|a, b| a < b), || {
            format!("\"{}\" has the teams {:?}.", cell.label, cell.leaves)
        })?;
        let again = cell.leaves.iter().find(|leaf| !known.insert(**leaf));
        again.map_or(Ok(()), |leaf| {
            Err(format!(
                "team {leaf} of \"{}\" is elsewhere too.",
                cell.label
            ))
        })
    })
}

fn sizes(cells: &[CellTerms], k: i32) -> Check {
    let sound = |cell: &&CellTerms| {
        cell.invited >= k && cell.spare >= 0 && (0..=cell.invited).contains(&cell.slips)
    };
    let wrong = cells.iter().find(|cell| !sound(cell));
    wrong.map_or(Ok(()), |cell| {
        Err(format!(
            "in \"{}\" they are {} and {} more, {} of them with a link on paper.",
            cell.label, cell.invited, cell.spare, cell.slips
        ))
    })
}

/// Both say the same number of each other. Where two differ by one person, both figures together tell of that
/// person, so by the rule of disclosure they would be one group.
fn shared(cells: &[CellTerms], k: i32) -> Check {
    for cell in cells {
        let wrong = |other: i32, people: i32| {
            format!(
                "\"{}\" is said to share {people} people with group {other}.",
                cell.label
            )
        };
        let listed = cell.shared.iter().map(|(other, _)| *other);
        ensure(listed.is_sorted_by(|a, b| a < b), || {
            format!("\"{}\" lists {:?}.", cell.label, cell.shared)
        })?;
        for &(number, people) in &cell.shared {
            let other = cells.iter().find(|other| other.cell == number);
            let other = other.ok_or_else(|| wrong(number, people))?;
            let mutual = other.shared.contains(&(cell.cell, people)) && number != cell.cell;
            let possible = people >= 1 && people <= cell.invited.min(other.invited);
            ensure(mutual && possible, || wrong(number, people))?;
            // As 64 bits: what a record says may be too large to be added.
            let [here, there, both] = [cell.invited, other.invited, people].map(i64::from);
            let differ = here + there - 2 * both;
            ensure(differ == 0 || differ >= i64::from(k), || {
                format!(
                    "\"{}\" and \"{}\" differ by {differ} people.",
                    cell.label, other.label
                )
            })?;
        }
    }
    Ok(())
}

fn sheets(cells: &[CellTerms]) -> Check {
    let wrong = cells.iter().find(|cell| !super::is_hash(&cell.sheet));
    wrong.map_or(Ok(()), |cell| {
        Err(format!("\"{}\" has \"{}\".", cell.label, cell.sheet))
    })
}

/// Everybody in a group is signed for with the one key that is promised here, so no signature tells two of
/// them apart.
fn keys(cells: &[CellTerms]) -> Check {
    let mut known = BTreeSet::new();
    for cell in cells {
        let key = issuing_key(cell).ok_or_else(|| {
            let bits = KEY_BYTES * 8;
            format!(
                "the key of \"{}\" is no RSA key of {bits} bits with the exponent {EXPONENT}.",
                cell.label
            )
        })?;
        ensure(known.insert(*key.modulus()), || {
            format!("\"{}\" has the key of another group.", cell.label)
        })?;
    }
    Ok(())
}

fn no_keys(cells: &[CellTerms]) -> Check {
    let keyed = |cell: &&CellTerms| cell.modulus.is_some() || cell.exponent.is_some();
    cells.iter().find(keyed).map_or(Ok(()), |cell| {
        Err(format!(
            "\"{}\" has one, although answers are confidential only.",
            cell.label
        ))
    })
}

/// The issuing key of a group; `None` if it has none that the protocol allows.
pub(super) fn issuing_key(cell: &CellTerms) -> Option<IssuingPublicKey> {
    let modulus = bytes(cell.modulus.as_deref()?)?;
    let key = IssuingPublicKey::from_bytes(&modulus).ok()?;
    (cell.exponent == Some(EXPONENT)).then_some(key)
}
