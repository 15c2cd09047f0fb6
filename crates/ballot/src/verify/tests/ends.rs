//! How waves end.

use super::*;
use crate::promise::moment;

#[test]
fn a_wave_holds_before_its_close_and_after_its_keys_are_destroyed() {
    let open: fn(&mut Record) = |r| (r.ballots, r.result_hash, r.spoilt) = (None, None, None);
    for (record, said) in [
        (altered(&COUNTED, open), "it is published after the close"),
        (
            altered(&COUNTED, destroy),
            "destroyed with the keys on 2026-12-09",
        ),
    ] {
        let found = findings(&record, &[&record.root], None);
        assert_eq!(failures(&found), 0, "{found:#?}");
        let open = unchecked(&found);
        assert!(open.iter().any(|one| one.contains(said)), "{open:#?}");
    }
}

#[test]
fn a_wave_that_nobody_released_ends_without_results_and_says_so() {
    let ended = altered(&COUNTED, |r| {
        destroy(r);
        (r.result_hash, r.spoilt) = (None, None);
        r.key_destroyed = Some("2027-01-01".to_owned());
    });
    let found = findings(&ended, &[&ended.root], None);
    assert_eq!(failures(&found), 0, "{found:#?}");
    let told = unchecked(&found).join("\n");
    assert!(
        told.contains("there will be none: the wave ended without"),
        "{told}"
    );
}

#[test]
fn keys_that_are_not_destroyed_when_they_should_be_are_noticed_by_the_clock() {
    let failed = |now: &str, change: fn(&mut Record)| {
        let record = altered(&COUNTED, change);
        let known = Known {
            numbers: &[&COUNTED.root],
            served: Some(served(&COUNTED)),
            now: moment(now),
            ..Known::default()
        };
        failures(&verify(&record, known))
    };
    assert_eq!(failed("2027-01-01T17:00:00Z", |_| ()), 0);
    assert_eq!(failed("2027-01-01T17:00:01Z", |_| ()), 1);
    assert_eq!(failed("2027-01-01T17:00:01Z", destroy), 0);
}

#[test]
fn a_close_before_its_time_is_said_apart_from_the_promised_end() {
    let closed = |day: &str, lines: &[Amendment]| {
        let mut record = altered(&COUNTED, |r| {
            (r.ballots, r.result_hash, r.spoilt) = (None, None, None)
        });
        record.amendments.lines = lines.iter().map(Amendment::line).collect();
        record.amendments.lines.push(
            Amendment::Close {
                closes: format!("{day}T12:00:00Z"),
                day: day.to_owned(),
            }
            .line(),
        );
        number(&mut record);
        let found = findings(&record, &[&record.root], None);
        assert_eq!(failures(&found), 0, "{found:#?}");
        notes(&found).join("\n")
    };
    let early = closed("2026-11-30", &[]);
    assert!(
        early.contains("HR closed earlier than promised: on 2026-11-30T12:00:00Z and not on 2026-12-02T17:00:00Z."),
        "{early}"
    );
    let extend = Amendment::Extend {
        closes: "2026-12-09T17:00:00Z".to_owned(),
        day: "2026-12-01".to_owned(),
    };
    let later = closed("2026-12-05", &[extend]);
    assert!(
        later.contains("before an end to which it had extended"),
        "{later}"
    );
}

fn call_off(record: &mut Record) {
    let day = "2026-12-02".to_owned();
    record
        .amendments
        .lines
        .push(Amendment::CallOff { day: day.clone() }.line());
    number(record);
    (record.ballots, record.result_hash, record.spoilt) = (None, None, None);
    (record.called_off, record.key_destroyed) = (Some(day.clone()), Some(day));
}

#[test]
fn a_wave_that_was_called_off_holds_if_nothing_is_left_of_it() {
    let off = altered(&COUNTED, call_off);
    assert_eq!(broken(&off, &off.root), Vec::<String>::new());
    let wrong: &[Tampering] = &[
        ("it says another day", |r| {
            r.called_off = Some("2026-12-01".to_owned())
        }),
        ("it does not say so", |r| r.called_off = None),
        ("no change says so", |r| {
            r.amendments.lines.pop();
            number(r);
        }),
        ("its keys are kept", |r| r.key_destroyed = None),
        ("its keys were destroyed before", |r| {
            r.key_destroyed = Some("2026-12-01".to_owned())
        }),
        ("it has results", |r| r.result_hash = Some(hash("results"))),
        ("it has ballots", |r| r.ballots.clone_from(&COUNTED.ballots)),
    ];
    for (what, change) in wrong {
        let mut record = off.clone();
        change(&mut record);
        assert!(
            !broken(&record, &record.root).is_empty(),
            "nobody noticed: {what}"
        );
    }
}
