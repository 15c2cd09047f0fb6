use super::*;
use crate::promise::GroupKind;

const ROOT: &str = "terms";

fn terms() -> Terms {
    Terms {
        protocol: "abp2".to_owned(),
        wave: String::new(),
        wave_bytes: String::new(),
        title: String::new(),
        asker: None,
        survey: String::new(),
        form: String::new(),
        page: String::new(),
        script: String::new(),
        hierarchy: String::new(),
        k: 5,
        c: 2,
        opens: "2026-11-02T08:00:00Z".to_owned(),
        closes: "2026-11-13T17:00:00Z".to_owned(),
        latest_close: "2026-11-27T17:00:00Z".to_owned(),
        destroys_by: "2026-12-13T17:00:00Z".to_owned(),
        opening_key: None,
        trustees: None,
        disclosure: "1".to_owned(),
        not_asked: Vec::new(),
        members_get: "nothing".to_owned(),
        log_tip: None,
    }
}

fn start() -> Amended {
    let cell = CellTerms {
        cell: 0,
        label: "Team".to_owned(),
        kind: GroupKind::Team,
        leaves: vec![0],
        invited: 9,
        spare: 2,
        slips: 0,
        shared: Vec::new(),
        modulus: None,
        exponent: None,
        sheet: "0".repeat(64),
    };
    Amended::start(&Root::of(ROOT, []), &terms(), &[cell]).unwrap()
}

#[test]
fn a_line_reads_as_the_protocol_writes_it() {
    let day = || "2026-11-03".to_owned();
    let closes = || "2026-11-20T17:00:00Z".to_owned();
    let sheet = "ab".repeat(32);
    for (amendment, line) in [
        (
            Amendment::Extend {
                closes: closes(),
                day: day(),
            },
            r#"{"what":"extend","closes":"2026-11-20T17:00:00Z","day":"2026-11-03"}"#.to_owned(),
        ),
        (
            Amendment::Add {
                cell: 1,
                places: 2,
                sheet: sheet.clone(),
                day: day(),
            },
            format!(r#"{{"what":"add","cell":1,"places":2,"sheet":"{sheet}","day":"2026-11-03"}}"#),
        ),
        (
            Amendment::Lead {
                cell: 1,
                sheet: sheet.clone(),
                day: day(),
            },
            format!(r#"{{"what":"lead","cell":1,"sheet":"{sheet}","day":"2026-11-03"}}"#),
        ),
        (
            Amendment::Close {
                closes: closes(),
                day: day(),
            },
            r#"{"what":"close","closes":"2026-11-20T17:00:00Z","day":"2026-11-03"}"#.to_owned(),
        ),
        (
            Amendment::CallOff { day: day() },
            r#"{"what":"call-off","day":"2026-11-03"}"#.to_owned(),
        ),
    ] {
        assert_eq!(amendment.line(), line);
        assert_eq!(serde_json::from_str::<Amendment>(&line).unwrap(), amendment);
    }
}

#[test]
fn a_line_that_says_more_less_or_something_twice_is_none() {
    for line in [
        "",
        "{}",
        r#"{"what":"forget","day":"2026-11-03"}"#,
        r#"{"what":"call-off"}"#,
        r#"{"what":"call-off","day":"2026-11-03","why":"budget"}"#,
        r#"{"what":"call-off","day":"2026-11-03","day":"2026-11-04"}"#,
        r#"{"what":"call-off","what":"call-off","day":"2026-11-03"}"#,
        r#"{"what":"call-off","day":"2026-11-03"} {}"#,
        r#"{"what":"extend","closes":"2026-11-20T17:00:00Z","day":"2026-11-03","cell":1}"#,
        r#"{"what":"add","cell":0,"places":1.5,"sheet":"","day":"2026-11-03"}"#,
    ] {
        let refused = start().then(line);
        assert_eq!(refused, Err(Unlawful::Unreadable(line.to_owned())));
    }
}

#[test]
fn each_link_holds_all_lines_before_it_in_their_order() {
    let add = |places: i32, day: &str| {
        let (cell, sheet, day) = (0, "ab".repeat(32), day.to_owned());
        Amendment::Add {
            cell,
            places,
            sheet,
            day,
        }
        .line()
    };
    let (one, two) = (add(1, "2026-11-03"), add(2, "2026-11-04"));
    let both = follow(start(), [one.as_str(), two.as_str()]).unwrap();
    let expected = link(&link(Root::of(ROOT, []).bytes(), &one), &two);
    assert_eq!((both.tip, both.taken(0)), (expected, 2));
    assert_eq!(both.sheet(0), Some("ab".repeat(32).as_str()));
    assert_eq!(both.last_day().unwrap().to_string(), "2026-11-04");
    let only = follow(start(), [two.as_str()]).unwrap();
    assert_ne!(only.tip, both.tip);
    let (at, why) = follow(start(), [two.as_str(), one.as_str()]).unwrap_err();
    assert_eq!((at, why), (1, Unlawful::Day("2026-11-03".to_owned())));
}

#[test]
fn what_is_refused_says_why() {
    let extend = |closes: &str, day: &str| {
        let (closes, day) = (closes.to_owned(), day.to_owned());
        Amendment::Extend { closes, day }.line()
    };
    let late = extend("2026-11-28T17:00:00Z", "2026-11-03");
    let end = start().then(&late).unwrap_err();
    assert_eq!(end, Unlawful::End("2026-11-28T17:00:00Z".to_owned()));
    let over = start().then(&extend("2026-11-20T17:00:00Z", "2026-11-14"));
    assert_eq!(over, Err(Unlawful::Over));
    let off = start()
        .then(r#"{"what":"call-off","day":"2026-11-03"}"#)
        .unwrap();
    assert!(off.called_off);
    assert_eq!(
        off.then(&extend("2026-11-20T17:00:00Z", "2026-11-04")),
        Err(Unlawful::Over)
    );
    let lead = |cell: i32, sheet: &str| {
        let (sheet, day) = (sheet.to_owned(), "2026-12-01".to_owned());
        Amendment::Lead { cell, sheet, day }.line()
    };
    let nobody = start().then(&lead(7, &"ab".repeat(32)));
    assert_eq!(nobody, Err(Unlawful::Group(7)));
    let nothing = start().then(&lead(0, "ab"));
    assert_eq!(nothing, Err(Unlawful::Sheet("ab".to_owned())));
    // Who leads can change after the end too; the list is of those who read then.
    let led = start().then(&lead(0, &"ab".repeat(32))).unwrap();
    assert!(led.led_anew(0) && !led.led_anew(1));
    assert_eq!(led.taken(0), 0);
    let day = start().then(&extend("2026-11-20T17:00:00Z", "2026-11-3"));
    assert_eq!(day, Err(Unlawful::Day("2026-11-3".to_owned())));
}
