use super::*;
use crate::survey::{Item, Library, Role, Survey};

fn survey() -> Survey {
    Library::load(None)
        .unwrap()
        .get("team-diagnostic")
        .unwrap()
        .clone()
}

/// A complete form: `value` for every item, as far as it has that option, `text` for every open question.
fn fields(survey: &Survey, role: Role, value: &str, text: &str) -> Vec<(String, String)> {
    let items = survey
        .form(role)
        .map(|(_, item)| (item.id.clone(), on_scale(survey, item, value)));
    let texts = survey
        .questions_for(role)
        .map(|(_, q)| (q.id.clone(), text.to_owned()));
    items.chain(texts).collect()
}

fn on_scale(survey: &Survey, item: &Item, value: &str) -> String {
    let options = survey.scale_of(item).unwrap().options.len();
    let number = value.parse::<usize>();
    number.map_or(value.to_owned(), |number| number.min(options).to_string())
}

fn filled(survey: &Survey, role: Role, value: &str, text: &str) -> Answers {
    Answers::from_fields(survey, role, &fields(survey, role, value, text)).unwrap()
}

#[test]
fn every_form_survives_bytes_and_json_and_has_one_size() {
    let survey = survey();
    let longest = [
        "ü".repeat(LONGEST_TEXT),
        "€".repeat(LONGEST_TEXT),
        "😀".repeat(LONGEST_TEXT / 2),
    ];
    let texts = ["", "a", "two\nlines"]
        .into_iter()
        .chain(longest.iter().map(String::as_str));
    for text in texts {
        for (value, choice) in [
            ("none", Choice::CantSay),
            ("1", Choice::Value(1)),
            ("2", Choice::Value(2)),
            ("3", Choice::Value(3)),
            ("4", Choice::Value(4)),
            ("5", Choice::Value(5)),
        ] {
            for role in Role::ALL {
                let answers = filled(&survey, role, value, text);
                let mut statements = survey.form(role).filter(|(_, item)| !survey.is_slot(item));
                assert!(statements.all(|(i, _)| answers.choice(i) == Some(choice)));
                assert!(answers.texts().all(|(_, kept)| kept == text));
                assert_eq!(answers.texts().count(), usize::from(!text.is_empty()));
                let bytes = answers.canonical(&survey, role);
                assert_eq!(bytes.len(), canonical_size(&survey, role));
                let back = Answers::from_canonical(&survey, role, &bytes);
                assert!(back == Ok(answers.clone()));
                let json = answers.to_json(&survey, role);
                assert!(Answers::from_json(&survey, role, &json) == Ok(answers));
            }
        }
    }
}

#[test]
fn canonical_bytes_stand_in_the_order_shown() {
    let survey = survey();
    let mut fields = fields(&survey, Role::Member, "3", "Hm");
    fields[1].1 = "none".to_owned();
    fields[2].1 = "5".to_owned();
    let bytes = Answers::from_fields(&survey, Role::Member, &fields).unwrap();
    let bytes = bytes.canonical(&survey, Role::Member);
    assert_eq!(bytes[..4], [3, 0, 5, 3]);
    assert_eq!(bytes[48..52], [b'H', b'm', 0, 0]);
    assert_eq!(bytes.len(), 48 + 3_000);
}

#[test]
fn changed_bytes_are_refused_or_read_as_what_they_say() {
    let (survey, role) = (survey(), Role::Member);
    let sound = filled(&survey, role, "3", "Grüße").canonical(&survey, role);
    for position in 0..64 {
        for byte in 0..=255 {
            let mut bytes = sound.clone();
            bytes[position] = byte;
            if let Ok(answers) = Answers::from_canonical(&survey, role, &bytes) {
                let again = answers.canonical(&survey, role);
                assert!(Answers::from_canonical(&survey, role, &again) == Ok(answers));
                assert!(position >= 48 || again == bytes);
            } else {
                assert!(position >= 48 || byte > if position >= 44 { 3 } else { 5 });
            }
        }
    }
}

#[test]
fn malformed_bytes_are_refused() {
    let (survey, role) = (survey(), Role::Member);
    let sound = filled(&survey, role, "3", "").canonical(&survey, role);
    let with = |position: usize, patch: &[u8]| {
        let mut bytes = sound.clone();
        bytes[position..position + patch.len()].copy_from_slice(patch);
        bytes
    };
    let (expected, length) = (sound.len(), |found| Malformed::Length {
        expected: 3_048,
        found,
    });
    for (bytes, reason) in [
        (Vec::new(), length(0)),
        (sound[..10].to_vec(), length(10)),
        (sound[1..].to_vec(), length(expected - 1)),
        ([&sound[..], &[0]].concat(), length(expected + 1)),
        (with(7, &[6]), Malformed::Choice),
        (with(7, &[255]), Malformed::Choice),
        (with(48, b"a\0b"), Malformed::Text),
        (with(expected - 1, b"b"), Malformed::Text),
        (with(48, &[0xff]), Malformed::Text),
        (with(48, &[0xc3]), Malformed::Text),
        (with(48, &[b'a'; LONGEST_TEXT + 1]), Malformed::Text),
    ] {
        assert!(
            Answers::from_canonical(&survey, role, &bytes) == Err(reason),
            "{reason}"
        );
    }
}

#[test]
fn every_bad_field_is_named() {
    let survey = survey();
    let mut fields = fields(&survey, Role::Leader, "4", &"x".repeat(LONGEST_TEXT + 1));
    fields[0].1 = "6".to_owned();
    fields[1].1 = "0".to_owned();
    fields[2].1 = "good".to_owned();
    fields.push(("team".to_owned(), "a name nobody asked for".to_owned()));
    let faults = Answers::from_fields(&survey, Role::Leader, &fields).unwrap_err();
    let limit = LONGEST_TEXT;
    let expected = [
        ("A1", FieldReason::OutOfRange),
        ("E1", FieldReason::OutOfRange),
        ("T1", FieldReason::OutOfRange),
        ("reflection-leader", FieldReason::TooLong { limit }),
    ];
    let found: Vec<_> = faults
        .iter()
        .map(|fault| (fault.field.as_str(), fault.reason))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn a_statement_that_was_skipped_says_that_somebody_cannot_say_and_an_empty_form_is_refused() {
    let survey = survey();
    let all = fields(&survey, Role::Member, "4", "Hm");
    let few = [all[2].clone(), ("A1".to_owned(), " ".to_owned())];
    let read = |fields: &[(String, String)]| Answers::from_fields(&survey, Role::Member, fields);
    let answers = read(&few).unwrap();
    for (at, (index, _)) in survey.form(Role::Member).enumerate() {
        let expected = match at {
            2 => Choice::Value(4),
            _ => Choice::CantSay,
        };
        assert_eq!(answers.choice(index), Some(expected));
    }
    let comment = all.last().unwrap().clone();
    for empty in [&[][..], &[comment], &few[1..]] {
        let field = "A1".to_owned();
        let reason = FieldReason::Empty;
        assert_eq!(read(empty).unwrap_err(), [FieldFault { field, reason }]);
    }
    let none = [("T1".to_owned(), "none".to_owned())];
    assert!(read(&none).is_ok());
}

#[test]
fn texts_lose_control_characters_and_blank_ends() {
    let answers = filled(
        &survey(),
        Role::Member,
        "4",
        " \u{1b}[31mone\r\ntwo\tthree\0\u{85} ",
    );
    let texts: Vec<_> = answers.texts().map(|(_, text)| text).collect();
    assert_eq!(texts, ["[31mone\ntwo three"]);
    let blank = filled(&survey(), Role::Member, "4", " \r\n ");
    assert_eq!(blank.texts().count(), 0);
}

#[test]
fn debug_output_tells_no_answer() {
    let answers = filled(&survey(), Role::Member, "4", "secret");
    assert_eq!(format!("{answers:?}"), "Answers { .. }");
}

#[test]
fn json_that_is_no_form_is_refused() {
    let survey = survey();
    for (json, reason) in [
        ("", Malformed::Json),
        ("[]", Malformed::Json),
        (r#"{"A1": [4]}"#, Malformed::Json),
        (r#"{"A1": 4}"#, Malformed::Choice),
    ] {
        assert!(
            Answers::from_json(&survey, Role::Leader, json) == Err(reason),
            "{json}"
        );
    }
}

/// A sheet with the columns in reverse order: the given cells, and `value` under every item but the places
/// for commitments, which are left out.
fn sheet(survey: &Survey, columns: &str, rows: &[(&str, &str)]) -> String {
    let ids: Vec<_> = survey
        .items
        .iter()
        .rev()
        .filter(|item| !survey.is_slot(item))
        .map(|item| item.id.as_str())
        .collect();
    let header = format!("{},{columns}", ids.join(","));
    let lines = rows.iter().map(|(value, cells)| {
        let values = vec![*value; ids.len()];
        format!("{},{cells}", values.join(","))
    });
    std::iter::once(header)
        .chain(lines)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn a_sheet_gives_each_person_answers_and_each_team_its_invited() {
    let survey = survey();
    let rows = [
        ("4", "North,leader,"),
        ("2", "North,member,7"),
        ("", "South, member ,"),
        ("none", "North,member,7"),
    ];
    let text = format!("\u{feff}{}", sheet(&survey, "team,role,invited", &rows));
    let rows = read_sheet(&survey, text.as_bytes()).unwrap();
    let found: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.team.as_str(),
                row.role,
                row.invited,
                row.answers.choice(0).unwrap(),
            )
        })
        .collect();
    let expected = [
        ("North", Role::Leader, Some(7), Choice::Value(4)),
        ("North", Role::Member, Some(7), Choice::Value(2)),
        ("South", Role::Member, None, Choice::CantSay),
        ("North", Role::Member, Some(7), Choice::CantSay),
    ];
    assert_eq!(found, expected);
}

#[test]
fn every_bad_cell_of_a_sheet_is_named() {
    let survey = survey();
    let good = ("4", "North,member,9");
    let of = |columns, rows: &[(&str, &str)]| sheet(&survey, columns, rows);
    for (text, expected) in [
        (
            String::new(),
            "line 1, column team: the sheet has no such column; add it.",
        ),
        (
            of("team,role,age", &[]),
            "line 1, column age: the survey has no such item; rename or remove the column.",
        ),
        (
            of("team,role,A1", &[]),
            "line 1, column A1: the column is there twice; remove one.",
        ),
        (
            of("team,role,invited", &[good, ("6", "North,member,9")]),
            "line 3, column A1: “6” is no answer; write a number on the scale, or leave it blank.",
        ),
        (
            of("team,role,invited", &[("4", "North,boss,9")]),
            "line 2, column role: “boss” is no role; write leader or member.",
        ),
        (
            of("team,role,invited", &[("4", ",member,9")]),
            "line 2, column team: the team is missing; name it.",
        ),
        (
            of("team,role,invited", &[("4", "North,member,-1")]),
            "line 2, column invited: “-1” is no number of people; write, for example, 8.",
        ),
        (
            of("team,role,invited", &[good, ("4", "North,member,8")]),
            "line 3, column invited: North has 9 invited in line 2; write the same number.",
        ),
        (
            of(
                "team,role,invited",
                &[("4", "North,member,1"), ("4", "North,member,1")],
            ),
            "line 2, column invited: North has 2 members in this sheet; write at least that.",
        ),
        (
            of("team,role,invited", &[good, ("4", "North,member")]),
            "line 3: the row has 46 cells, but the header has 47; make them equal.",
        ),
    ] {
        let faults = read_sheet(&survey, text.as_bytes()).unwrap_err();
        let found: Vec<_> = faults.iter().map(SheetFault::to_string).collect();
        assert!(
            found.iter().any(|fault| fault == expected),
            "{expected}\n{found:#?}"
        );
    }
}
