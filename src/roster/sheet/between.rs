//! The rules between the lines of a roster.

use super::Row;
use super::fault::{FaultReason, LineFault};
use super::header::Column;
use crate::roster::TeamPath;
use crate::survey::Role;
use std::collections::{BTreeMap, BTreeSet};

/// What is wrong with lines that are each right by themselves, in the order of the file.
pub fn faults(rows: &[Row]) -> Vec<LineFault> {
    let mut seen = Seen::default();
    rows.iter().flat_map(|row| seen.check(row)).collect()
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
    names: BTreeMap<&'a str, &'a Row>,
    locales: BTreeMap<&'a str, &'a Row>,
    time_zones: BTreeMap<&'a str, &'a Row>,
    memberships: BTreeMap<(&'a TeamPath, &'a str), &'a Row>,
}

impl<'a> Seen<'a> {
    fn check(&mut self, row: &'a Row) -> Vec<LineFault> {
        let fault = |column: Column, value: &str, reason| {
            LineFault::new(row.line, column.name(), value, reason)
        };
        let mut faults = Vec::new();

        let root = *self.root.get_or_insert(row);
        if root.path.first() != row.path.first() {
            let reason = FaultReason::Root { first: root.line };
            faults.push(fault(Column::Team, &row.path.join("/"), reason));
        }

        let named = *self.names.entry(&row.email).or_insert(row);
        if named.name != row.name {
            let reason = FaultReason::Contradiction { first: named.line };
            faults.push(fault(Column::Name, &row.name, reason));
        }
        // A cell left empty says nothing, so it contradicts nothing.
        if let Some(locale) = &row.locale {
            let said = *self.locales.entry(&row.email).or_insert(row);
            if said.locale != row.locale {
                let reason = FaultReason::Contradiction { first: said.line };
                faults.push(fault(Column::Locale, locale, reason));
            }
        }
        if let Some(time_zone) = &row.time_zone {
            let said = *self.time_zones.entry(&row.email).or_insert(row);
            if said.time_zone != row.time_zone {
                let reason = FaultReason::Contradiction { first: said.line };
                faults.push(fault(Column::TimeZone, time_zone, reason));
            }
        }

        let place = *self
            .memberships
            .entry((&row.path, &row.email))
            .or_insert(row);
        if place.line != row.line {
            let first = place.line;
            faults.push(if place.role == row.role {
                fault(Column::Email, &row.email, FaultReason::Duplicate { first })
            } else {
                fault(Column::Role, &row.email, FaultReason::BothRoles { first })
            });
        }
        faults
    }
}
