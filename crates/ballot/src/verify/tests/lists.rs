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
    ("a group that is too small", |r| {
        let at = ballots(r).list.iter().position(|one| one.group == Some(1));
        ballots(r).list.remove(at.unwrap());
        ballots(r).counts[1].ballots = 4;
        relist(r);
    }),
    ("a whole group that is said to be too small to count", |r| {
        ballots(r).counts.remove(0);
        for one in &mut ballots(r).list {
            one.group = one.group.and_then(|group| group.checked_sub(1));
            one.proof = None;
        }
    }),
    (
        "more ballots in no figure than people were asked there",
        |r| {
            for at in 0..4 {
                let mut more = ballot(r, None).clone();
                more.id = hash(&format!("more {at}"));
                ballots(r).list.push(more);
            }
            relist(r);
        },
    ),
    ("more spoilt ballots than there are", |r| {
        r.spoilt = Some(14)
    }),
    ("spoilt ballots, but no results", |r| r.result_hash = None),
    ("other styles", |r| {
        r.page = r.page.replacen(
            "app.css\" integrity=\"sha256-",
            "app.css\" integrity=\"sha256-A",
            1,
        );
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
    ("keys destroyed before their day, without results", |r| {
        destroy(r);
        (r.result_hash, r.spoilt) = (None, None);
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

/// A trustee was told the fingerprint of the list they opened; a list that is counted afterwards is that one.
#[test]
fn a_list_that_somebody_was_told_of_is_compared() {
    let root = &COUNTED.ballots.as_ref().unwrap().root;
    let failed = |record: &Record, lists: &[&str]| {
        let known = Known {
            numbers: &[&COUNTED.root],
            lists,
            ..Known::default()
        };
        failures(&verify(record, known))
    };
    assert_eq!(failed(&COUNTED, &[root, &root.to_ascii_uppercase()]), 0);
    assert_eq!(failed(&COUNTED, &[root, &COUNTED.root]), 1);
    let open = altered(&COUNTED, |r| {
        (r.ballots, r.result_hash, r.spoilt) = (None, None, None)
    });
    assert_eq!(failed(&open, &[root]), 1);
}
