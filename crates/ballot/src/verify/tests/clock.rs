//! What a record says of a time that has not come.

use super::*;
use crate::promise::moment;

const BEFORE: &str = "2026-12-01T12:00:00Z";

/// What does not hold of a record, at a time, on a server that gives this page.
fn wrong(record: &Record, page: &[u8], now: &str) -> (Vec<String>, Vec<String>) {
    let known = Known {
        numbers: &[&COUNTED.root],
        served: Some(Served {
            page,
            ..served(record)
        }),
        now: moment(now),
        ..Known::default()
    };
    let found = verify(record, known);
    let failed = claims(&found, |verdict| matches!(verdict, Verdict::DoesNotHold(_)));
    (failed, notes(&found))
}

fn open() -> Record {
    altered(&COUNTED, |r| {
        (r.ballots, r.result_hash, r.spoilt) = (None, None, None)
    })
}

/// An empty list, as a server makes it up that wants nobody to look at its page any more.
fn made_up(record: &mut Record) {
    record.ballots = Some(Ballots {
        root: HEXLOWER.encode(&merkle::root(&[])),
        counts: Vec::new(),
        list: Vec::new(),
    });
}

#[test]
fn a_list_that_is_made_up_before_the_end_hides_no_altered_page() {
    let page = [COUNTED.page.as_bytes(), b" "].concat();
    let mut record = open();
    assert_eq!(
        wrong(&record, record.page.as_bytes(), BEFORE).0,
        Vec::<String>::new()
    );
    assert_eq!(wrong(&record, &page, BEFORE).0.len(), 1);
    made_up(&mut record);
    let found = wrong(&record, &page, BEFORE).0.join("\n");
    for said in [
        "The answer page that the server gives",
        "before its time. Found: a list of ballots or results, although ballots are taken until 2026-12-04T17:15:00Z",
    ] {
        assert!(found.contains(said), "{said}: {found}");
    }
}

/// The chain is the server's as well, so an early close in it does not excuse another page: only the promise does.
#[test]
fn a_close_that_is_made_up_hides_no_altered_page() {
    let page = [COUNTED.page.as_bytes(), b" "].concat();
    let mut record = open();
    record.amendments.lines = vec![
        Amendment::Close {
            closes: "2026-11-30T17:00:00Z".to_owned(),
            day: "2026-11-30".to_owned(),
        }
        .line(),
    ];
    number(&mut record);
    made_up(&mut record);
    let (found, noted) = wrong(&record, &page, BEFORE);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("The answer page that the server gives"));
    assert!(noted.join("\n").contains("HR closed earlier than promised"));
    record.called_off = Some("2026-11-30".to_owned());
    assert!(!wrong(&record, &page, BEFORE).0.is_empty());
}

#[test]
fn another_page_after_the_end_is_a_note() {
    let page = [COUNTED.page.as_bytes(), b" "].concat();
    for (now, failed) in [("2026-12-04T17:14:59Z", 2), ("2026-12-04T17:15:00Z", 0)] {
        let (found, noted) = wrong(&COUNTED, &page, now);
        assert_eq!(found.len(), failed, "{found:#?}");
        let told = noted
            .join("\n")
            .contains("it could have been extended until 2026-12-16T17:00:00Z");
        assert_eq!(told, failed == 0);
    }
}

#[test]
fn keys_that_will_have_been_destroyed_are_there_still() {
    let mut record = altered(&COUNTED, destroy);
    record.key_destroyed = Some("2026-12-10".to_owned());
    let page = COUNTED.page.as_bytes();
    for (now, failed) in [("2026-12-09T23:59:59Z", 1), ("2026-12-10T00:00:00Z", 0)] {
        assert_eq!(wrong(&record, page, now).0.len(), failed, "{now}");
    }
    // A record that somebody kept is held to the time as well.
    let known = Known {
        numbers: &[&COUNTED.root],
        now: moment(BEFORE),
        ..Known::default()
    };
    assert_eq!(failures(&verify(&record, known)), 1);
}
