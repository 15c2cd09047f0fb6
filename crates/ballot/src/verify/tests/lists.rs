//! Lists of ballots that agree with themselves, but not with the promise.

use super::*;

pub const LISTS: &[Tampering] = &[
    ("a ballot that nobody signed", |r| {
        let one = &mut ballots(r).list[0];
        let mut added = one.clone();
        other(&mut added.id);
        ballots(r).list.push(added);
        ballots(r)
            .counts
            .iter_mut()
            .for_each(|count| count.issued += 1);
        relist(r);
    }),
    ("a ballot twice", |r| {
        let again = ballots(r).list[0].clone();
        ballots(r).list.push(again);
        ballots(r)
            .counts
            .iter_mut()
            .for_each(|count| count.issued += 1);
        relist(r);
    }),
    ("a ballot moved to another group", |r| {
        let one = &mut ballots(r).list[0];
        one.cell = 3 - one.cell;
        ballots(r)
            .counts
            .iter_mut()
            .for_each(|count| count.issued = 5);
        relist(r);
    }),
    ("signatures gone before the keys", |r| {
        destroy(r);
        r.key_destroyed = None;
    }),
    ("keys destroyed before there are results", |r| {
        destroy(r);
        r.result_hash = None;
    }),
    ("keys destroyed before the opening", |r| {
        destroy(r);
        r.key_destroyed = Some("2026-11-21".to_owned());
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
