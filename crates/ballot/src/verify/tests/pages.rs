//! The answer page and its script.

use super::*;

#[test]
fn what_the_server_really_gives_is_compared_with_the_promise() {
    let (page, script) = (COUNTED.page.as_bytes(), COUNTED.script.as_bytes());
    let (other_page, other_script) = ([page, b" "].concat(), [script, b" "].concat());
    for (page, script, broken) in [
        (page, script, 0),
        (&other_page, script, 1),
        (page, &other_script, 1),
        (page, b"", 1),
        (b"\xff", b"\xff", 2),
    ] {
        let served = Some(Served { page, script });
        assert_eq!(
            failures(&findings(&COUNTED, &[&COUNTED.root], served)),
            broken
        );
    }
}

#[test]
fn a_promised_page_that_could_run_anything_else_is_caught() {
    for (from, to) in [
        ("</body>", "<script src=\"/more.js\"></script></body>"),
        ("</body>", "<SCRIPT>alert(1)</SCRIPT></body>"),
        ("></script>", ">alert(1)</script>"),
        ("></script>", "/></script>"),
        ("<script type=\"module\"", "<div"),
        ("sha256-", "sha256-A"),
        ("sha256-", "sha256-AAAA sha256-"),
        (" integrity=", " data-integrity="),
        (" integrity=", " src=\"/other.js\" integrity="),
        ("src=\"/static/", "src=\"//evil.example/"),
        ("src=\"/static/", "src=\"https://evil.example/"),
        ("src=\"/static/", "src=\"/\\evil.example/"),
        (
            "src=\"/static/0a1b/ballot.js\"",
            "src=/static/0a1b/ballot.js",
        ),
        ("<body", "<body onload=\"alert(1)\""),
        ("<body", "<body\nONPAGESHOW = alert(1)"),
        ("<body", "<body id=\"x\"onload=alert(1)"),
        ("href=\"#main\"", "href=\"javascript:alert(1)\""),
        ("href=\"#main\"", "href=\"&#106;avascript:alert(1)\""),
        ("href=\"#main\"", "href=#main"),
        ("href=\"#main\"", "href = \"//evil.example\""),
        ("<body", "<iframe srcdoc=\"x\"></iframe><body"),
        ("<link", "<base href=\"/\"><link"),
        ("<link", "<meta http-equiv=\"refresh\"><link"),
    ] {
        let mut record = altered(&COUNTED, |r| (r.ballots, r.result_hash) = (None, None));
        record.page = record.page.replacen(from, to, 1);
        assert_ne!(record.page, COUNTED.page, "{from}");
        let page = hash(&record.page);
        terms(&mut record, |terms| terms.page = page);
        number(&mut record);
        let found = broken(&record, &record.root);
        assert_eq!(found.len(), 1, "{to}: {found:#?}");
    }
    let address = script_address(&COUNTED.page);
    assert_eq!(address.as_deref(), Some("/static/0a1b/ballot.js"));
}
