//! Ballots that are in no figure.

use super::*;

/// What does not hold if the cranes, of whom one was added, are counted nowhere beside the office.
fn failed(change: fn(&mut Record)) -> Vec<String> {
    let mut record = altered(&COUNTED, |r| {
        ballots(r).counts.remove(0);
        for one in &mut ballots(r).list {
            one.group = one.group.and_then(|group| group.checked_sub(1));
            one.proof = None;
        }
    });
    change(&mut record);
    relist(&mut record);
    broken(&record, &COUNTED.root)
}

fn remove(record: &mut Record, count: usize) {
    for _ in 0..count {
        let at = ballots(record)
            .list
            .iter()
            .position(|one| one.group.is_none());
        ballots(record).list.remove(at.unwrap());
    }
}

#[test]
fn a_group_that_is_large_enough_cannot_be_left_out() {
    let found = failed(|_| ());
    assert_eq!(found.len(), 1, "{found:#?}");
    let said =
        "8 ballots of 13 people in \"Harbour / Cranes, large\", \"Office\" are in no figure.";
    assert!(found[0].contains(said), "{found:#?}");
}

/// Somebody who was added may be in both, so six ballots may be of five people and five of four.
#[test]
fn what_may_be_too_few_people_is_not_held_against_the_server() {
    assert_eq!(failed(|r| remove(r, 2)).len(), 1);
    assert_eq!(failed(|r| remove(r, 3)).len(), 0);
}

#[test]
fn spoilt_ballots_may_be_those_that_were_missing_and_are_said() {
    let spoilt: fn(&mut Record) = |r| r.spoilt = Some(3);
    assert_eq!(failed(spoilt).len(), 0);
    let record = altered(&COUNTED, spoilt);
    let noted = notes(&findings(&record, &[&record.root], None)).join("\n");
    assert!(noted.contains("3 ballots are called spoilt"), "{noted}");
}
