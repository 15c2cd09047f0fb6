//! The rules between the lines of a roster.

use super::Column;
use super::Row;
use super::fault::FaultReason;
use super::findings::{Finding, clip};
use crate::roster::TeamPath;
use crate::roster::identity::{Key, keys};
use crate::survey::Role;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with lines that are each right by themselves, in the order of the file.
pub fn faults(rows: &[Row]) -> Vec<Finding<FaultReason>> {
    let mut seen = Seen::default();
    let keyed = rows.iter().zip(keys(rows));
    keyed.flat_map(|(row, key)| seen.check(row, key)).collect()
}

/// The teams that have members and no leader, in order.
pub fn leaderless(rows: &[Row]) -> Vec<TeamPath> {
    let with = |role| -> BTreeSet<&TeamPath> {
        let rows = rows.iter().filter(|row| row.role == role);
        rows.map(|row| &row.path).collect()
    };
    let (led, manned) = (with(Role::Leader), with(Role::Member));
    manned
        .difference(&led)
        .map(|path| (*path).clone())
        .collect()
}

/// The rows so far by what must agree with them. The first row to say something is the one that counts.
#[derive(Default)]
struct Seen<'a> {
    root: Option<&'a Row>,
    numbers: BTreeMap<&'a str, &'a Row>,
    emails: BTreeMap<Key<'a>, &'a Row>,
    names: BTreeMap<Key<'a>, &'a Row>,
    locales: BTreeMap<Key<'a>, &'a Row>,
    time_zones: BTreeMap<Key<'a>, &'a Row>,
    memberships: BTreeMap<(&'a TeamPath, Key<'a>), &'a Row>,
}

impl<'a> Seen<'a> {
    fn check(&mut self, row: &'a Row, key: Key<'a>) -> Vec<Finding<FaultReason>> {
        let fault = |column: Column, value: &str, reason| Finding {
            line: row.line,
            column: column.name(),
            value: clip(value),
            reason,
        };
        let mut faults = Vec::new();

        let root = *self.root.get_or_insert(row);
        if root.path.first() != row.path.first() {
            let reason = FaultReason::Root { first: root.line };
            faults.push(fault(Column::Team, &row.path.join("/"), reason));
        }

        // One address is one person's, and a person has one address.
        if let (Some(number), Some(email)) = (&row.number, &row.email) {
            let numbered = *self.numbers.entry(email).or_insert(row);
            if numbered.number != row.number {
                let first = numbered.line;
                faults.push(fault(
                    Column::Number,
                    number,
                    FaultReason::Contradiction { first },
                ));
            }
        }
        if let Some(email) = &row.email {
            let said = *self.emails.entry(key.clone()).or_insert(row);
            if said.email != row.email {
                let reason = FaultReason::Contradiction { first: said.line };
                faults.push(fault(Column::Email, email, reason));
            }
        }
        let named = *self.names.entry(key.clone()).or_insert(row);
        if named.name != row.name {
            let reason = FaultReason::Contradiction { first: named.line };
            faults.push(fault(Column::Name, &row.name, reason));
        }
        // A cell left empty says nothing, so it contradicts nothing.
        if let Some(locale) = &row.locale {
            let said = *self.locales.entry(key.clone()).or_insert(row);
            if said.locale != row.locale {
                let reason = FaultReason::Contradiction { first: said.line };
                faults.push(fault(Column::Locale, locale, reason));
            }
        }
        if let Some(time_zone) = &row.time_zone {
            let said = *self.time_zones.entry(key.clone()).or_insert(row);
            if said.time_zone != row.time_zone {
                let reason = FaultReason::Contradiction { first: said.line };
                faults.push(fault(Column::TimeZone, time_zone, reason));
            }
        }

        let person = row.email.as_ref().unwrap_or(&row.name);
        let place = *self.memberships.entry((&row.path, key)).or_insert(row);
        if place.line != row.line {
            let first = place.line;
            faults.push(if place.role == row.role {
                fault(Column::Email, person, FaultReason::Duplicate { first })
            } else {
                fault(Column::Role, person, FaultReason::BothRoles { first })
            });
        }
        faults
    }
}
