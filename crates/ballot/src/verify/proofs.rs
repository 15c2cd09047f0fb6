//! What shows of single ballots that they were allowed.

use super::promise::{Promised, bytes};
use super::{Check, Checks, ensure, groups};
use crate::audit::{Ballots, Proof, Receipt, Record};
use crate::id::{BallotId, signed_input_of};
use crate::letters;
use crate::promise::CellTerms;
use crate::seal::Context;

const CARRIED: &str = "The receipt of every ballot is computed from the ballot.";
const SIGNED: &str = "Every ballot was signed with the key of its group.";

/// The proofs of groups of one cell are all there until the keys are destroyed, and all gone from then on.
/// Other groups, and confidential ballots, never have any.
pub(super) fn check(checks: &mut Checks, record: &Record, ballots: &Ballots, promised: &Promised) {
    let destroyed = record.key_destroyed.as_ref();
    checks.add(
        "The signatures are there as long as the keys, and no longer; none tells of which of several cells \
         that count together a ballot is.",
        there(ballots, promised, destroyed),
    );
    if !promised.is_anonymous() {
        let why = "answers of a confidential wave are not signed.";
        checks.skip(CARRIED, why);
        checks.skip(SIGNED, why);
        return;
    }
    let together = ballots
        .list
        .iter()
        .filter(|one| cell(ballots, promised, one).is_none());
    let together = together.count();
    if together > 0 {
        checks.skip(
            "Every ballot of several cells that count together was signed.",
            format!(
                "a signature would tell of which cell it is. These {together} ballots were checked by the \
                 server alone."
            ),
        );
    }
    match destroyed {
        Some(day) => {
            let gone = format!(
                "the signatures were destroyed with the keys on {day}, so it cannot be checked any more."
            );
            checks.skip(CARRIED, &gone);
            checks.skip(SIGNED, gone);
        }
        None => {
            checks.add(CARRIED, carried(ballots, promised));
            checks.add(SIGNED, signed(ballots, promised));
        }
    }
}

fn there(ballots: &Ballots, promised: &Promised, destroyed: Option<&String>) -> Check {
    let expected = |one: &Receipt| {
        promised.is_anonymous() && destroyed.is_none() && cell(ballots, promised, one).is_some()
    };
    let list = ballots.list.iter();
    let missing = list
        .clone()
        .filter(|one| expected(one) && one.proof.is_none());
    let more = list.filter(|one| !expected(one) && one.proof.is_some());
    let (missing, more) = (missing.count(), more.count());
    ensure(missing == 0 && more == 0, || {
        format!("{missing} ballots have none that should, and {more} have one that should not.")
    })
}

/// The one cell of a ballot's group; `None` if there are several, or none.
fn cell<'a>(ballots: &Ballots, promised: &'a Promised, one: &Receipt) -> Option<&'a CellTerms> {
    match ballots.counts.get(one.group?)?.cells.as_slice() {
        [cell] => promised.cell(*cell),
        _ => None,
    }
}

fn carried(ballots: &Ballots, promised: &Promised) -> Check {
    each(ballots, promised, |one, _, input, _| {
        ensure(BallotId::of(input).to_string() == one.id, || {
            format!("{} is not computed from its ballot.", one.id)
        })
    })
}

fn signed(ballots: &Ballots, promised: &Promised) -> Check {
    each(ballots, promised, |one, cell, input, proof| {
        let signature = bytes(&proof.signature);
        let key = groups::issuing_key(cell);
        let signed = key
            .zip(signature)
            .is_some_and(|(key, signature)| key.verify(input, &signature));
        ensure(signed, || {
            format!("the signature of {} is not one of its group.", one.id)
        })
    })
}

/// Checks each ballot that has a proof, with what was signed for it.
fn each(
    ballots: &Ballots,
    promised: &Promised,
    check: impl Fn(&Receipt, &CellTerms, &[u8], &Proof) -> Check,
) -> Check {
    let wave = letters::id(&promised.terms.wave).ok_or("the wave has no identifier.")?;
    let root = *promised.root.bytes();
    ballots.list.iter().try_for_each(|one| {
        let (Some(cell), Some(proof)) = (cell(ballots, promised, one), &one.proof) else {
            return Ok(());
        };
        let input = || {
            let context = Context {
                wave,
                root,
                cell: u32::try_from(cell.cell).ok()?,
            };
            let prefix = bytes(&proof.prefix)?.try_into().ok()?;
            let sealed_hash = bytes(&proof.sealed_hash)?.try_into().ok()?;
            Some(signed_input_of(&prefix, &context, &sealed_hash))
        };
        let input = input().ok_or_else(|| format!("the proof of {} is none.", one.id))?;
        check(one, cell, &input, proof)
    })
}
