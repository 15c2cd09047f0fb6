//! The final list of ballots, and what becomes of it.

use super::promise::{Promised, bytes, issuing_key};
use super::{Check, Checks, ensure};
use crate::IssuingPublicKey;
use crate::audit::{Ballots, Counts, Proof, Receipt, Record};
use crate::id::{BallotId, signed_input_of};
use crate::letters;
use crate::merkle;
use data_encoding::HEXLOWER;
use std::collections::BTreeMap;

const LIST: &str = "The list of ballots is sound and agrees with the counts.";
const CARRIED: &str = "The receipt of every ballot is computed from the ballot.";
const SIGNED: &str = "Every ballot was signed with the key of its group.";

/// Checks the list once it is final; before, that nothing claims to come after it.
pub(super) fn check(checks: &mut Checks, record: &Record, promised: &Promised) {
    let Some(ballots) = &record.ballots else {
        let later = record.result_hash.is_some() || record.key_destroyed.is_some();
        match later {
            true => checks.add(
                LIST,
                Err("results or destroyed keys, but no list.".to_owned()),
            ),
            false => checks.skip(LIST, "it is published after the close."),
        }
        return;
    };
    checks.add(
        "The list of ballots is sorted, and no ballot stands in it twice.",
        sorted(ballots),
    );
    checks.add(
        "The fingerprint of the list is the one that its ballots give.",
        root(ballots),
    );
    checks.add(
        "The counts name every group with the number of invited people that was promised.",
        groups(ballots, promised),
    );
    checks.add(
        "The counts are those of the list, and every ballot belongs to a group.",
        tally(ballots),
    );
    checks.add(
        "No group has more ballots than used links and replacements, more replacements than used links, \
         or more used links than invited people.",
        limits(ballots),
    );
    proofs(checks, record, ballots, promised);
}

fn sorted(ballots: &Ballots) -> Check {
    let ids = ids(ballots)?;
    let pairs = ids.iter().zip(ids.iter().skip(1));
    let wrong = pairs.filter(|(one, next)| one >= next).count();
    ensure(wrong == 0, || {
        format!("{wrong} ballots stand in the wrong place.")
    })
}

fn root(ballots: &Ballots) -> Check {
    let leaves: Vec<_> = ids(ballots)?.iter().map(|id| merkle::leaf(id)).collect();
    let root = HEXLOWER.encode(&merkle::root(&leaves));
    ensure(root == ballots.root, || {
        format!("they give {root}, but the record says {}.", ballots.root)
    })
}

fn ids(ballots: &Ballots) -> Result<Vec<[u8; 32]>, String> {
    let read = |one: &Receipt| {
        let bytes = HEXLOWER.decode(one.id.as_bytes()).ok();
        let id = bytes.and_then(|bytes| bytes.try_into().ok());
        id.ok_or_else(|| format!("\"{}\" is no receipt.", one.id))
    };
    ballots.list.iter().map(read).collect()
}

fn groups(ballots: &Ballots, promised: &Promised) -> Check {
    let counted = ballots.counts.iter().map(|one| (one.cell, one.invited));
    let known = promised.cells.iter().map(|cell| (cell.cell, cell.invited));
    ensure(counted.eq(known), || {
        "the counts are of other groups, or other numbers of people were invited.".to_owned()
    })
}

fn tally(ballots: &Ballots) -> Check {
    let mut tally: BTreeMap<i32, i32> = ballots.counts.iter().map(|one| (one.cell, 0)).collect();
    for one in &ballots.list {
        let count = tally.get_mut(&one.cell).ok_or_else(|| {
            format!(
                "{} belongs to group {}, which is unknown.",
                one.id, one.cell
            )
        })?;
        *count += 1;
    }
    ballots.counts.iter().try_for_each(|one| {
        let listed = tally.get(&one.cell).copied().unwrap_or_default();
        ensure(listed == one.ballots, || {
            format!(
                "group {} has {} ballots, but {listed} are listed.",
                one.cell, one.ballots
            )
        })
    })
}

fn limits(ballots: &Ballots) -> Check {
    let sound = |one: &Counts| {
        let none_below_zero = [one.ballots, one.issued, one.replaced]
            .iter()
            .all(|n| *n >= 0);
        // As 64 bits: what a record says may be too large to be added.
        let signed = i64::from(one.issued) + i64::from(one.replaced);
        none_below_zero
            && i64::from(one.ballots) <= signed
            && one.replaced <= one.issued
            && one.issued <= one.invited
    };
    let broken = ballots.counts.iter().find(|one| !sound(one));
    broken.map_or(Ok(()), |one| {
        Err(format!(
            "in group {} of {} invited there are {} used links, {} replacements and {} ballots.",
            one.cell, one.invited, one.issued, one.replaced, one.ballots
        ))
    })
}

/// The proofs are all there until the keys are destroyed, and all gone from then on. Confidential ballots
/// never have any.
fn proofs(checks: &mut Checks, record: &Record, ballots: &Ballots, promised: &Promised) {
    let (all, there) = (ballots.list.len(), proven(ballots).count());
    let destroyed = record.key_destroyed.as_ref();
    let wrong = match (promised.is_anonymous(), destroyed) {
        (false, _) if there > 0 => {
            Some(format!("{there} ballots of a confidential wave have one."))
        }
        (true, Some(day)) if there > 0 => Some(format!(
            "{there} ballots still have one, although all are said to be destroyed since {day}."
        )),
        (true, None) if there < all => Some(format!(
            "{} of {all} ballots have none, although the keys are not said to be destroyed.",
            all - there
        )),
        _ => None,
    };
    let claim = "The signatures are there as long as the keys, and no longer.";
    checks.add(claim, wrong.map_or(Ok(()), Err));
    let gone = match (promised.is_anonymous(), destroyed) {
        (false, _) => "answers of a confidential wave are not signed.".to_owned(),
        (true, Some(day)) => format!(
            "the signatures were destroyed with the keys on {day}, so it cannot be checked any more."
        ),
        (true, None) => {
            checks.add(CARRIED, carried(ballots, promised));
            checks.add(SIGNED, signed(ballots, promised));
            return;
        }
    };
    checks.skip(CARRIED, &gone);
    checks.skip(SIGNED, &gone);
}

fn proven(ballots: &Ballots) -> impl Iterator<Item = (&Receipt, &Proof)> {
    let list = ballots.list.iter();
    list.filter_map(|one| Some((one, one.proof.as_ref()?)))
}

fn carried(ballots: &Ballots, promised: &Promised) -> Check {
    let wave = letters::id(&promised.terms.wave).ok_or("the wave has no identifier.")?;
    proven(ballots).try_for_each(|(one, proof)| {
        let input = input(&wave, one, proof);
        let id = input.map(|input| BallotId::of(&input).to_string());
        ensure(id.as_ref() == Some(&one.id), || {
            format!("{} is not computed from its ballot.", one.id)
        })
    })
}

fn signed(ballots: &Ballots, promised: &Promised) -> Check {
    let wave = letters::id(&promised.terms.wave).ok_or("the wave has no identifier.")?;
    let cells = promised.cells.iter();
    let keys: BTreeMap<i32, IssuingPublicKey> = cells
        .filter_map(|cell| Some((cell.cell, issuing_key(cell)?)))
        .collect();
    proven(ballots).try_for_each(|(one, proof)| {
        let sound = || {
            let (key, signature) = (keys.get(&one.cell)?, bytes(&proof.signature)?);
            Some(key.verify(&input(&wave, one, proof)?, &signature))
        };
        ensure(sound().unwrap_or(false), || {
            format!("the signature of {} is not one of its group.", one.id)
        })
    })
}

/// What is signed for a ballot; `None` if its parts have the wrong size.
fn input(wave: &[u8; 16], one: &Receipt, proof: &Proof) -> Option<Vec<u8>> {
    let prefix = bytes(&proof.prefix)?.try_into().ok()?;
    let sealed_hash = bytes(&proof.sealed_hash)?.try_into().ok()?;
    let cell = one.cell.unsigned_abs();
    Some(signed_input_of(&prefix, wave, cell, &sealed_hash))
}
