//! The ballots that are in no figure.

use super::promise::Promised;
use super::{Check, Checks, ensure};
use crate::amend::Amended;
use crate::audit::{Ballots, Record};
use crate::promise::CellTerms;
use std::collections::BTreeSet;

/// Checks that no more were left out than the rule of disclosure leaves out, by numbers that are public anyway.
pub(super) fn check(
    checks: &mut Checks,
    record: &Record,
    ballots: &Ballots,
    promised: &Promised,
    amended: Option<&Amended>,
) {
    spoilt(checks, record, ballots);
    let counted: BTreeSet<i32> = ballots
        .counts
        .iter()
        .flat_map(|one| one.cells.clone())
        .collect();
    let cells = promised.cells.iter();
    let groups = cells.filter(|cell| !counted.contains(&cell.cell));
    let taken = |cell: &CellTerms| amended.map_or(0, |amended| amended.taken(cell.cell));
    let none = |one: &&crate::audit::Receipt| one.group.is_none();
    let listed = ballots.list.iter().filter(none).count();
    let left = Left {
        ballots: i64::try_from(listed).unwrap_or(i64::MAX),
        spoilt: i64::from(record.spoilt.unwrap_or_default()),
        taken: groups.clone().map(|cell| i64::from(taken(cell))).sum(),
        groups: groups.collect(),
    };
    checks.add(
        "No ballots are left out that would be enough together to be counted, and no more than people were asked.",
        left.is_lawful(promised),
    );
    let claim = "Every ballot counts somewhere.";
    match left.groups.is_empty() {
        true => checks.add(
            claim,
            ensure(listed == 0, || {
                format!("{listed} ballots do not, although every group has counts.")
            }),
        ),
        false => checks.skip(claim, left.why()),
    }
}

/// Groups without counts.
struct Left<'a> {
    groups: Vec<&'a CellTerms>,
    ballots: i64,
    /// Of the whole wave: nobody says where.
    spoilt: i64,
    /// Spare places in use.
    taken: i64,
}

impl Left<'_> {
    /// What is left at the top counts there as soon as it is enough: k different people at least, and twice as many
    /// ballots as c people can hold. Who is in two of the groups may have two ballots.
    fn is_lawful(&self, promised: &Promised) -> Check {
        let (k, c) = (i64::from(promised.terms.k), i64::from(promised.terms.c));
        let several = i64::try_from(self.groups.len()).unwrap_or(i64::MAX) - 1;
        let twice = match several > 0 {
            true => self.shared() + self.taken,
            false => 0,
        };
        let extra = if twice > 0 { several } else { 0 };
        let sound = self.ballots - self.spoilt;
        let enough = sound - twice >= k && sound >= 2 * (c + (c - 1) * extra);
        let places = self.groups.iter().map(|cell| i64::from(cell.invited));
        let places = places.sum::<i64>() + self.taken;
        ensure(!enough && self.ballots <= places, || {
            format!(
                "{} ballots of {places} people in {} are in no figure.",
                self.ballots,
                self.names()
            )
        })
    }

    /// So many people are in two of the groups at most, counted once for each two.
    fn shared(&self) -> i64 {
        let within = |number: i32| self.groups.iter().any(|cell| cell.cell == number);
        let pairs = self.groups.iter().flat_map(|cell| {
            let after = move |(other, _): &&(i32, i32)| *other > cell.cell;
            cell.shared.iter().filter(after)
        });
        let pairs = pairs.filter(|(other, _)| within(*other));
        pairs.map(|(_, people)| i64::from(*people)).sum()
    }

    fn names(&self) -> String {
        let names = self.groups.iter().map(|cell| format!("\"{}\"", cell.label));
        names.collect::<Vec<_>>().join(", ")
    }

    fn why(&self) -> String {
        format!(
            "too few people answered in {} and in whatever they could be counted with. The {} ballots from there \
             are in no figure, and the server alone checked that they were signed.",
            self.names(),
            self.ballots
        )
    }
}

fn spoilt(checks: &mut Checks, record: &Record, ballots: &Ballots) {
    let listed = i32::try_from(ballots.list.len()).unwrap_or(i32::MAX);
    let Some(spoilt) = record.spoilt else {
        return;
    };
    checks.add(
        "No more ballots are called spoilt than there are, and none before there are results.",
        ensure(
            (0..=listed).contains(&spoilt) && record.result_hash.is_some(),
            || format!("{spoilt} of {listed}."),
        ),
    );
    if spoilt > 0 {
        checks.note(format!(
            "{spoilt} ballots are called spoilt: whoever sent them sealed no form, or the server says so although \
             they did. Nobody outside can tell."
        ));
    }
}
