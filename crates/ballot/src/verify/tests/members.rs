//! What somebody of a group is shown.

use super::*;

fn found(record: &Record, cell: i32, sheet: &str, chain: &[String]) -> Vec<String> {
    let known = Known {
        numbers: &[&record.root],
        shown: Some(Shown { cell, sheet, chain }),
        ..Known::default()
    };
    let found = verify(record, known);
    claims(&found, |verdict| matches!(verdict, Verdict::DoesNotHold(_)))
}

#[test]
fn the_names_that_are_shown_are_those_of_the_promise_and_its_changes() {
    let lines = COUNTED.amendments.lines.as_slice();
    let none = Vec::<String>::new();
    assert_eq!(found(&COUNTED, 0, &sheet(8).text(), lines), none);
    assert_eq!(found(&COUNTED, 3, &sheet(5).text(), lines), none);
    // Asked a moment before somebody was added, or a moment after.
    assert_eq!(found(&COUNTED, 0, &sheet(7).text(), &[]), none);
    let earlier = altered(&COUNTED, |r| {
        r.amendments.lines.clear();
        number(r);
        r.ballots = None;
        r.result_hash = None;
    });
    assert_eq!(found(&earlier, 0, &sheet(8).text(), lines), none);
}

#[test]
fn other_names_than_the_promised_ones_are_caught() {
    let lines = COUNTED.amendments.lines.as_slice();
    let other_line = [lines[1].clone()];
    for (what, cell, sheet, chain) in [
        ("the names before", 0, sheet(7), lines),
        ("another group's", 1, sheet(5), lines),
        ("of no group", 9, sheet(5), lines),
        ("by other changes", 0, sheet(8), &other_line),
    ] {
        assert_eq!(
            found(&COUNTED, cell, &sheet.text(), chain).len(),
            1,
            "{what}"
        );
    }
    let more = sheet(8).text().replacen('{', "{\"more\":1,", 1);
    assert_eq!(found(&COUNTED, 0, &more, lines).len(), 1);
}

/// The hash is right here, so it is the number of names that tells.
#[test]
fn a_list_with_more_or_fewer_names_than_people_is_caught() {
    let changes: [fn(&mut Sheet); 5] = [
        |s| s.members.push("Nobody".to_owned()),
        |s| drop(s.members.pop()),
        |s| s.members.reverse(),
        |s| s.new.push("Nobody".to_owned()),
        |_| (),
    ];
    let last = changes.len() - 1;
    for (at, change) in changes.iter().enumerate() {
        let mut shown = sheet(5);
        change(&mut shown);
        let mut record = altered(&COUNTED, |r| (r.ballots, r.result_hash) = (None, None));
        cell(&mut record, 3, |c| c.sheet = hash(&shown.text()));
        number(&mut record);
        let lines = record.amendments.lines.clone();
        let broken = found(&record, 3, &shown.text(), &lines);
        assert_eq!(broken.len(), usize::from(at < last), "{at}: {broken:?}");
    }
}
