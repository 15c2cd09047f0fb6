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
        let served = Some(Served {
            page,
            script,
            ..served(&COUNTED)
        });
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
        (
            "ballot.js\" integrity=\"sha256-",
            "ballot.js\" integrity=\"sha256-A",
        ),
        (
            "ballot.js\" integrity=\"sha256-",
            "ballot.js\" integrity=\"sha256-AAAA sha256-",
        ),
        ("ballot.js\" integrity=", "ballot.js\" data-integrity="),
        (
            "ballot.js\" integrity=",
            "ballot.js\" src=\"/other.js\" integrity=",
        ),
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
        // What tells of an answer without a script: styles, and pictures that are loaded when they are seen.
        ("app.css\" integrity=", "app.css\" data-integrity="),
        (
            "app.css\" integrity=\"sha256-",
            "app.css\" integrity=\"sha384-",
        ),
        (
            "href=\"/static/0a1b/app.css",
            "href=\"/\\evil.example/app.css",
        ),
        ("<link rel=\"icon\"", "<link rel=\"preload\""),
        ("<link rel=\"icon\"", "<link rel=\"stylesheet\""),
        ("</head>", "<style>p { color: red }</style></head>"),
        ("<body", "<body style=\"background: url(/leak)\""),
        ("</body>", "<img src=\"/leak\" loading=\"lazy\"></body>"),
        ("</body>", "<img srcset=\"/leak 2x\"></body>"),
        ("</body>", "<button formaction=\"/leak\"></button></body>"),
        ("<a ", "<a ping=\"/leak\" "),
    ] {
        let mut record = altered(&COUNTED, |r| {
            (r.ballots, r.result_hash, r.spoilt) = (None, None, None)
        });
        record.page = record.page.replacen(from, to, 1);
        assert_ne!(record.page, COUNTED.page, "{from}");
        let page = hash(&record.page);
        terms(&mut record, |terms| terms.page = page);
        number(&mut record);
        let found = broken(&record, &record.root);
        let (runs, other): (Vec<_>, Vec<_>) = found
            .iter()
            .partition(|one| one.contains("The answer page runs this script"));
        assert_eq!(runs.len(), 1, "{to}: {found:#?}");
        // What the server gives is held to the styles that the page names.
        assert!(
            other.iter().all(|one| one.contains("The styles")),
            "{to}: {found:#?}"
        );
    }
    let address = script_address(&COUNTED.page);
    assert_eq!(address.as_deref(), Some("/static/0a1b/ballot.js"));
}

/// Chosen answers can be read by styles that load a picture for each, from the server itself.
#[test]
fn styles_are_the_promised_ones_and_load_nothing() {
    let leak = "input[value='5']:checked { background: url(/static/leak/5) }";
    let failed = |record: &Record, styles: &str| {
        let served = Served {
            styles: styles.as_bytes(),
            ..served(record)
        };
        let found = findings(record, &[&record.root], Some(served));
        claims(&found, |verdict| matches!(verdict, Verdict::DoesNotHold(_)))
    };
    assert_eq!(failed(&COUNTED, STYLES), Vec::<String>::new());
    for other in ["", leak] {
        let found = failed(&COUNTED, other);
        assert!(
            found.len() == 1 && found[0].contains("The styles that the server gives"),
            "{found:#?}"
        );
    }
    // Promising such styles does not help.
    for leak in [
        leak,
        "a { background: image-set('/leak' 1x) }",
        "@IMPORT '/leak';",
        "a { background: u\\72l(/leak) }",
    ] {
        let mut record = altered(&COUNTED, |r| {
            (r.ballots, r.result_hash, r.spoilt) = (None, None, None)
        });
        let [before, now] = [STYLES, leak].map(|text| BASE64.encode(&sha256(&[text.as_bytes()])));
        record.page = record.page.replacen(&before, &now, 1);
        let page = hash(&record.page);
        terms(&mut record, |terms| terms.page = page);
        number(&mut record);
        let found = failed(&record, leak);
        assert!(
            found.len() == 1 && found[0].contains("load nothing"),
            "{leak}: {found:#?}"
        );
    }
}

#[test]
fn a_policy_that_lets_anything_out_is_caught() {
    for (policy, sound) in [
        (POLICY, true),
        (
            "DEFAULT-SRC 'none';form-action 'none'; base-uri 'none'; img-src 'self'",
            true,
        ),
        ("", false),
        (
            "default-src 'self'; form-action 'none'; base-uri 'none'",
            false,
        ),
        ("default-src 'none'; form-action 'none'", false),
        (
            "default-src 'none'; base-uri 'none'; form-action 'self'",
            false,
        ),
        (
            "default-src *; default-src 'none'; form-action 'none'; base-uri 'none'",
            false,
        ),
        (
            "default-src 'none'; form-action 'none'; base-uri 'none'; img-src https:",
            false,
        ),
        (
            "default-src 'none'; form-action 'none'; base-uri 'none'; style-src 'unsafe-inline'",
            false,
        ),
    ] {
        let served = Served {
            policy,
            ..served(&COUNTED)
        };
        let found = findings(&COUNTED, &[&COUNTED.root], Some(served));
        assert_eq!(failures(&found) == 0, sound, "{policy}");
    }
}

#[test]
fn the_page_of_another_release_is_told_apart_from_that_of_this_one() {
    let said = |own: &str| {
        let known = Known {
            own_page: Some(own),
            ..Known::default()
        };
        let found = verify(&COUNTED, known).into_iter();
        found
            .filter(|one| one.claim.contains("this release"))
            .map(|one| one.to_string())
            .collect::<String>()
    };
    assert!(said(&hash(&COUNTED.page)).starts_with("[holds]"));
    let other = said(&hash("another page"));
    assert!(
        other.starts_with("[cannot be checked]") && other.contains("another release"),
        "{other}"
    );
}
