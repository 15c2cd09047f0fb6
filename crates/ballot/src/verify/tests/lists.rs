//! Lists of ballots that agree with themselves, but not with the promise.

use super::*;

pub const LISTS: &[Tampering] = &[
    ("a ballot that nobody signed", |r| {
        let mut added = ballot(r, Some(0)).clone();
        other(&mut added.id);
        ballots(r).list.push(added);
        relist(r);
    }),
    ("a ballot twice", |r| {
        let again = ballot(r, Some(1)).clone();
        ballots(r).list.push(again);
        relist(r);
    }),
    ("a ballot moved to another group", |r| {
        ballot(r, Some(0)).group = Some(1);
        relist(r);
    }),
    (
        "a ballot moved from where several cells count together",
        |r| {
            ballot(r, Some(1)).group = Some(0);
            relist(r);
        },
    ),
    ("a signature that tells of which cell a ballot is", |r| {
        let proof = proof(r).clone();
        ballot(r, Some(1)).proof = Some(proof);
    }),
    ("a signature where nothing is counted", |r| {
        let proof = proof(r).clone();
        ballot(r, None).proof = Some(proof);
    }),
    ("a group that is too small without its replacements", |r| {
        ballots(r).counts[0].replaced = 2;
        ballots(r).counts[0].issued = 8;
    }),
    (
        "ballots that count nowhere although their group does",
        |r| {
            let counts = &mut ballots(r).counts;
            counts[1].cells.push(3);
            counts[1].invited += 5;
        },
    ),
    ("signatures gone before the keys", |r| {
        destroy(r);
        r.key_destroyed = None;
    }),
    ("keys destroyed before the close", |r| {
        destroy(r);
        r.key_destroyed = Some("2026-12-03".to_owned());
    }),
    ("keys destroyed later than was promised", |r| {
        destroy(r);
        r.key_destroyed = Some("2027-01-02".to_owned());
    }),
    ("keys destroyed some day", |r| {
        destroy(r);
        r.key_destroyed = Some("yesterday".to_owned());
    }),
];

#[test]
fn a_list_that_was_made_to_agree_with_itself_is_caught() {
    assert_caught(LISTS);
}

/// P10: two promises of one wave, with the same groups and keys. Whoever found a second one with the same number
/// would have ballots of the first, but R is in each of them.
#[test]
fn ballots_of_another_promise_are_not_those_of_this_one() {
    let mut second = COUNTED.clone();
    terms(&mut second, |t| t.title.push('!'));
    number(&mut second);
    let found = broken(&second, &second.root);
    for claim in ["The receipt of every ballot", "Every ballot was signed"] {
        assert!(
            found.iter().any(|one| one.contains(claim)),
            "{claim}: {found:#?}"
        );
    }
    assert_eq!(found.len(), 2, "{found:#?}");
}
