//! The final list of ballots, and its counts.

use super::promise::Promised;
use super::{Check, Checks, ensure, left_out, proofs};
use crate::amend::Amended;
use crate::audit::{Ballots, Counts, Receipt, Record};
use crate::merkle;
use data_encoding::HEXLOWER;
use std::collections::BTreeSet;

/// One lost ballot of so many is more than networks lose.
const MANY: i64 = 20;
const LIST: &str = "The list of ballots is sound and agrees with the counts.";

/// Checks the list once it is final; before, that nothing claims to come after it.
pub(super) fn check(
    checks: &mut Checks,
    record: &Record,
    promised: &Promised,
    amended: Option<&Amended>,
) {
    let Some(ballots) = &record.ballots else {
        let over = record.called_off.is_some();
        match record.result_hash.is_some() || record.key_destroyed.is_some() && !over {
            true => checks.add(
                LIST,
                Err("results or destroyed keys, but no list.".to_owned()),
            ),
            false if over => checks.skip(LIST, "the wave was called off."),
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
        "The counts name no group twice, and as many invited people as were promised.",
        invited(ballots, promised),
    );
    let claim = "The counts name as many added people as the changes.";
    match amended {
        Some(amended) => checks.add(claim, added(ballots, amended)),
        None => checks.skip(claim, "the changes since the first mail are not lawful."),
    }
    checks.add("The counts are those of the list.", tally(ballots));
    checks.add(
        "No group has more ballots than signatures, or more signatures than people.",
        limits(ballots),
    );
    checks.add(
        format!(
            "Every group with counts has the ballots of {} people or more.",
            promised.terms.k
        ),
        sizes(ballots, promised),
    );
    lost(checks, ballots);
    left_out::check(checks, record, ballots, promised, amended);
    proofs::check(checks, record, ballots, promised);
}

/// Compares the list with what somebody was told of it elsewhere.
pub(super) fn check_lists(checks: &mut Checks, record: &Record, lists: &[&str]) {
    let found = record.ballots.as_ref().map(|ballots| ballots.root.as_str());
    for list in lists {
        let told = list.to_ascii_lowercase();
        checks.add(
            format!("The list of ballots is the one of {list}."),
            ensure(found == Some(told.as_str()), || match found {
                Some(found) => format!("its fingerprint is {found}."),
                None => "there is no list yet.".to_owned(),
            }),
        );
    }
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

fn invited(ballots: &Ballots, promised: &Promised) -> Check {
    let mut known = BTreeSet::new();
    ballots.counts.iter().try_for_each(|one| {
        let cells = one.cells.iter().map(|cell| promised.cell(*cell));
        let invited: Option<i64> = cells.map(|cell| Some(i64::from(cell?.invited))).sum();
        let once = one.cells.iter().all(|cell| known.insert(*cell));
        let sound = once && !one.cells.is_empty() && one.cells.is_sorted();
        ensure(sound && invited == Some(i64::from(one.invited)), || {
            format!(
                "{} invited people in the groups {:?}.",
                one.invited, one.cells
            )
        })
    })
}

fn added(ballots: &Ballots, amended: &Amended) -> Check {
    ballots.counts.iter().try_for_each(|one| {
        let taken = one.cells.iter().map(|cell| i64::from(amended.taken(*cell)));
        let taken: i64 = taken.sum();
        ensure(taken == i64::from(one.spare), || {
            format!(
                "{} added people in the groups {:?}, but by the changes {taken}.",
                one.spare, one.cells
            )
        })
    })
}

fn tally(ballots: &Ballots) -> Check {
    let groups = ballots.list.iter().filter_map(|one| one.group);
    let unknown = groups
        .filter(|group| *group >= ballots.counts.len())
        .count();
    ensure(unknown == 0, || {
        format!("{unknown} ballots belong to a group without counts.")
    })?;
    ballots.counts.iter().enumerate().try_for_each(|(at, one)| {
        let listed = ballots
            .list
            .iter()
            .filter(|ballot| ballot.group == Some(at));
        let listed = listed.count();
        ensure(usize::try_from(one.ballots) == Ok(listed), || {
            format!(
                "the groups {:?} have {} ballots, but {listed} are listed.",
                one.cells, one.ballots
            )
        })
    })
}

fn limits(ballots: &Ballots) -> Check {
    let broken = ballots.counts.iter().find(|one| !one.hold());
    broken.map_or(Ok(()), |one| {
        Err(format!(
            "in the groups {:?} of {} invited and {} added people there are {} signatures and {} ballots.",
            one.cells, one.invited, one.spare, one.issued, one.ballots
        ))
    })
}

fn sizes(ballots: &Ballots, promised: &Promised) -> Check {
    let mut counts = ballots.counts.iter();
    let small = counts.find(|one| one.ballots < promised.terms.k);
    small.map_or(Ok(()), |one| {
        Err(format!(
            "the groups {:?} have {} ballots.",
            one.cells, one.ballots
        ))
    })
}

/// Signatures of which no ballot came, where they are counted. Nobody can tell a ballot that got lost from one that
/// its owner keeps back, so there is no second signature for either.
fn lost(checks: &mut Checks, ballots: &Ballots) {
    let all: Counts = ballots.counts.iter().sum();
    let (issued, lost) = (all.issued, all.issued.saturating_sub(all.ballots));
    if lost > 0 {
        let many = match i64::from(lost) * MANY > i64::from(issued) {
            true => " These are more than a few: ask why.",
            false => "",
        };
        checks.note(format!(
            "Of {issued} signatures {lost} did not become a ballot: at most so many were lost on their way, the \
             others were kept back. Nobody can tell which.{many}"
        ));
    }
}
