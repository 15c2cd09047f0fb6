use super::*;

const FILE: &str = "team,e-mail,name,role,locale,time zone
Nord/Product,ada@nord.example,Ada,leader,en,Europe/Berlin
Nord/Product,bo@nord.example,Bo,member,,
";

fn open(bytes: &[u8]) -> Result<File, SheetError> {
    File::open(bytes, Wish::default())
}

/// Reads a file with our own columns.
pub fn parse(bytes: &[u8]) -> Result<Sheet, SheetError> {
    let file = open(bytes)?;
    let layout = file.own_layout().ok_or(SheetError::Empty)?;
    file.read(&layout, &around())
}

fn around() -> Around {
    Around {
        root: "Nord".into(),
        today: "2026-06-01".parse().unwrap(),
    }
}

fn read(file: &str) -> Sheet {
    parse(file.as_bytes()).unwrap()
}

fn is_sound(sheet: &Sheet) -> bool {
    sheet.faults.is_empty() && sheet.faulty.is_empty()
}

/// The faults of lines that stand below a header, as (line, column, key, first line).
fn faults(lines: &str) -> Vec<(u64, &'static str, &'static str, Option<u64>)> {
    let sheet = read(&format!("team,e-mail,name,role,locale,time zone\n{lines}"));
    let faults = sheet.faults.shown().into_iter();
    faults
        .map(|fault| {
            (
                fault.line,
                fault.column,
                fault.reason.key(),
                fault.reason.first_line(),
            )
        })
        .collect()
}

#[test]
fn a_plain_roster_is_read_line_by_line() {
    let sheet = read(FILE);
    assert!(is_sound(&sheet), "{:?}", sheet.faults);
    let file = open(FILE.as_bytes()).unwrap();
    assert_eq!((file.encoding(), file.delimiter()), (Encoding::UTF8, b','));
    assert_eq!(
        sheet.rows[0],
        Row {
            line: 2,
            path: vec!["Nord".to_owned(), "Product".to_owned()],
            number: None,
            email: Some("ada@nord.example".to_owned()),
            name: "Ada".to_owned(),
            role: Role::Leader,
            locale: Some("en".to_owned()),
            time_zone: Some("Europe/Berlin".to_owned()),
        }
    );
    assert_eq!((sheet.rows[1].line, &sheet.rows[1].locale), (3, &None));
}

#[test]
fn a_german_excel_file_says_the_same() {
    let german = "Rolle;Name;E-Mail-Adresse;Team;Sprache;Zeitzone;\r
Führungskraft;Ada; Ada@Nord.Example ;Nord / Product;EN;Europe/Berlin;\r
;;;;;;\r
TEAMMITGLIED;Bo;BO@nord.example;Nord/Product;;;\r
";
    let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(german);
    let sheet = parse(&windows).unwrap();
    assert!(is_sound(&sheet), "{:?}", sheet.faults);
    let file = open(&windows).unwrap();
    assert_eq!(
        (file.encoding().to_string().as_str(), file.delimiter()),
        ("Windows-1252", b';')
    );
    let mut expected = read(FILE).rows;
    expected[1].line = 4;
    assert_eq!(sheet.rows, expected);
}

#[test]
fn a_delimiter_inside_quotes_separates_nothing() {
    let file = "\"team\"\temail\tname\trole\nNord\ta@b.example\t\"Lovelace, Ada; PhD\"\tlead\n";
    assert_eq!(open(file.as_bytes()).unwrap().delimiter(), b'\t');
    let sheet = read(file);
    assert_eq!(sheet.rows[0].name, "Lovelace, Ada; PhD");
}

#[test]
fn a_file_with_nobody_in_it_is_refused_by_what_it_lacks() {
    for (file, key) in [
        ("", "roster-error-empty"),
        ("\r\n\n", "roster-error-empty"),
        ("team,mail,name,role\n\n,,,\n", "roster-error-no-rows"),
        ("team,mail,name,role\0", "roster-error-binary"),
    ] {
        let error = parse(file.as_bytes()).unwrap_err();
        assert!(error.sentence().is(key), "{file:?}: {error:?}");
    }
}

#[test]
fn only_a_header_of_our_own_is_read_without_a_question() {
    for (header, own) in [
        ("team,e-mail,name,role", true),
        (
            "Team;E-Mail-Adresse;Name;Rolle;Personalnummer;Zeitzone;",
            true,
        ),
        ("team;mail;name;role;Salary;Boss", false),
        ("first;second", false),
        ("team\tmail\tname", false),
        ("team,mail,name,role,email", false),
    ] {
        let file = open(header.as_bytes()).unwrap();
        assert_eq!(file.own_layout().is_some(), own, "{header}");
    }
}

#[test]
fn every_cell_that_breaks_a_rule_is_named() {
    let long = |letters: usize| "x".repeat(letters);
    for (cell, value, key) in [
        (0, "", "roster-fault-levels"),
        (0, "a/b/c/d/e/f/g", "roster-fault-levels"),
        (0, "Nord//Product", "roster-fault-team"),
        (0, "Nord/", "roster-fault-team"),
        (0, &format!("Nord/{}", long(81)), "roster-fault-team"),
        (1, "ada", "roster-fault-email"),
        (1, "ada@nord", "roster-fault-email"),
        (1, "ada@@nord.example", "roster-fault-email"),
        (1, "ada b@nord.example", "roster-fault-email"),
        (1, "ada..b@nord.example", "roster-fault-email"),
        (1, "ada@nord.example, bo@nord.example", "roster-fault-email"),
        (1, "Ada <ada@nord.example>", "roster-fault-email"),
        (
            1,
            "ada@nord.example\r\nBcc: all@nord.example",
            "roster-fault-email",
        ),
        (1, "ada@-nord.example", "roster-fault-email"),
        (1, "\u{212A}ai@nord.example", "roster-fault-letters"),
        (1, "jörg@nord.example", "roster-fault-letters"),
        (
            1,
            &format!("{}@nord.example", long(65)),
            "roster-fault-email",
        ),
        (
            1,
            &format!(
                "a@{}.{}.{}.{}.example",
                long(63),
                long(63),
                long(63),
                long(63)
            ),
            "roster-fault-email",
        ),
        (2, "", "roster-fault-name"),
        (2, &long(121), "roster-fault-name"),
        (2, "Ada\nBcc: all", "roster-fault-name"),
        (3, "", "roster-fault-role"),
        (3, "boss", "roster-fault-role"),
        (6, "left over", "roster-fault-stray"),
    ] {
        let mut cells = ["Nord", "ada@nord.example", "Ada", "leader", "en", "UTC", ""];
        cells[cell] = value;
        let line = cells.map(|cell| format!("\"{cell}\"")).join(",");
        let found = faults(&line);
        assert_eq!(found.len(), 1, "{value:?}: {found:?}");
        assert_eq!(found[0].2, key, "{value:?}");
    }
}

#[test]
fn cells_at_the_edge_of_a_rule_are_taken() {
    let name = "ü".repeat(120);
    let team = format!("{}/b/c/d/e/f", "ß".repeat(80));
    let email = "o'neil+x_y@a-b.co";
    let sheet = read(&format!(
        "team,mail,name,role\n{team},{email},{name},Leitung\n"
    ));
    assert!(is_sound(&sheet), "{:?}", sheet.faults);
    assert_eq!(sheet.rows[0].name, name);
}

#[test]
fn lines_that_disagree_name_the_first_of_them() {
    let found = faults(
        "Nord/A,ada@x.example,Ada,leader,en,
Sued/A,bo@x.example,Bo,member,,
Nord/A,ADA@x.example,Ada,leader,,UTC
Nord/A,ada@x.example,Ada,member,,UTC
Nord/B,ada@x.example,Adah,member,de,Europe/Paris
",
    );
    assert_eq!(
        found,
        [
            (3, "team", "roster-fault-root", Some(2)),
            (4, "e-mail", "roster-fault-duplicate", Some(2)),
            (5, "role", "roster-fault-both-roles", Some(2)),
            (6, "name", "roster-fault-contradiction", Some(2)),
            (6, "locale", "roster-fault-contradiction", Some(2)),
            (6, "time zone", "roster-fault-contradiction", Some(4)),
        ]
    );
}

#[test]
fn a_team_without_a_leader_is_a_warning_and_no_fault() {
    let sheet = read("team,mail,name,role\nN/A,a@x.example,A,lead\nN/B/C,a@x.example,A,member\n");
    assert!(is_sound(&sheet), "{:?}", sheet.faults);
    assert_eq!(sheet.leaderless, [["N", "B", "C"].map(str::to_owned)]);
}

#[test]
fn line_numbers_are_those_an_editor_shows() {
    for end in ["\n", "\r\n", "\r"] {
        let file = [
            "team,mail,name,role",
            "",
            "N,a@x.example,\"A",
            "B\",lead",
            "",
            "",
            "N,b,B,lead",
        ];
        let sheet = read(&file.join(end));
        let lines: Vec<_> = sheet.faulty.keys().copied().collect();
        assert_eq!(lines, [3, 7], "{end:?}");
    }
}

#[test]
fn a_long_value_is_clipped_in_its_fault() {
    let sheet = read(&format!(
        "team,mail,name,role\nN,{},A,lead\n",
        "ä".repeat(61)
    ));
    assert_eq!(
        sheet.faults.shown()[0].value,
        format!("{}…", "ä".repeat(59))
    );
}

#[test]
fn more_lines_than_the_limit_are_refused() {
    let file = |lines: usize| {
        let lines = (0..lines).map(|number| format!("N,p{number}@x.example,P,member\n"));
        format!("team,mail,name,role\n{}", lines.collect::<String>())
    };
    assert_eq!(read(&file(MAX_LINES)).rows.len(), MAX_LINES);
    let error = parse(file(MAX_LINES + 1).as_bytes()).unwrap_err();
    assert_eq!(error, SheetError::TooLong);
}

#[test]
fn any_bytes_are_read_or_refused_and_every_line_is_a_row_or_a_fault() {
    use rand::{RngExt, SeedableRng};
    let rng = &mut rand_chacha::ChaCha20Rng::seed_from_u64(1);
    let spice = *b"\0\"\"\r\n\t,;;/@\xFF\xFE\xEF\xC3 ";
    for _ in 0..3000 {
        let mut bytes = FILE
            .replace(',', [",", ";", "\t"][rng.random_range(0..3)])
            .into_bytes();
        for _ in 0..rng.random_range(0..8) {
            let at = rng.random_range(0..bytes.len());
            let byte = spice[rng.random_range(0..spice.len())];
            match rng.random_range(0..3) {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => bytes.truncate(at + 1),
            }
        }
        if let Ok(sheet) = parse(&bytes) {
            assert!(
                !sheet.rows.is_empty() || !sheet.faults.is_empty(),
                "{bytes:?}"
            );
        }
    }
}

#[test]
fn a_number_has_one_address_and_an_address_one_number() {
    let sheet = read(
        "number,team,mail,name,role
1,N,a@x.example,Ada,lead
1,N/A,b@x.example,Ada,member
2,N/B,a@x.example,Ada,member
1,N/C,,Ada,member
,N/C,,Bo,member
,N/C,,bo,member
",
    );
    let faults = sheet.faults.shown().into_iter().map(|fault| {
        let reason = &fault.reason;
        (fault.line, fault.column, reason.key(), reason.first_line())
    });
    assert_eq!(
        faults.collect::<Vec<_>>(),
        [
            (3, "e-mail", "roster-fault-contradiction", Some(2)),
            (4, "number", "roster-fault-contradiction", Some(2)),
            (7, "name", "roster-fault-contradiction", Some(6)),
            (7, "e-mail", "roster-fault-duplicate", Some(6)),
        ]
    );
}
