use super::*;
use std::fs;

const SOUND: &str = include_str!("../../surveys/gut-check.toml");

fn shipped(id: &str) -> Survey {
    Library::load(None).unwrap().get(id).unwrap().clone()
}

#[test]
fn the_shipped_surveys_are_sound_in_english_and_german() {
    let library = Library::load(None).unwrap_or_else(|faults| panic!("{faults}"));
    let shape = |survey: &Survey| {
        (
            survey.id.clone(),
            survey.items.len(),
            survey.questions.len(),
        )
    };
    let found: Vec<_> = library.all().map(shape).collect();
    let expected = [
        ("gut-check", 17, 2),
        ("team-diagnostic", 48, 2),
        ("team-pulse", 27, 0),
    ];
    assert_eq!(
        found,
        expected.map(|(id, items, questions)| (id.to_owned(), items, questions))
    );
    for survey in library.all() {
        assert_eq!(survey.languages, ["en", "de"]);
        assert_eq!(survey.scoring, Scoring::default());
    }
}

#[test]
fn neighbours_are_of_different_dimensions_except_at_the_end() {
    for survey in Library::load(None).unwrap().all() {
        for pair in survey.items.windows(2) {
            let kind = survey.dimensions[pair[0].dimension].kind;
            let block = matches!(
                kind,
                DimensionKind::Calibration | DimensionKind::Pillar | DimensionKind::Commitment
            );
            assert!(
                block || pair[0].dimension != pair[1].dimension,
                "{}",
                pair[0].id
            );
        }
    }
}

#[test]
fn the_short_surveys_ask_what_the_diagnostic_asks_in_the_same_words() {
    let long = shipped("team-diagnostic");
    for short in [shipped("team-pulse"), shipped("gut-check")] {
        for item in &short.items {
            let (_, twin) = long.item(&item.id).unwrap();
            assert_eq!((&item.leader, &item.member), (&twin.leader, &twin.member));
            assert_eq!(item.reversed, twin.reversed);
            let (scale, other) = (short.scale_of(item).unwrap(), long.scale_of(twin).unwrap());
            assert_eq!(
                (&scale.options, &scale.cant_say),
                (&other.options, &other.cant_say)
            );
            let dimension = &short.dimensions[item.dimension];
            let other = &long.dimensions[twin.dimension];
            assert_eq!((&dimension.id, dimension.kind), (&other.id, other.kind));
            assert_eq!(
                (&dimension.title, &dimension.about),
                (&other.title, &other.about)
            );
        }
        // The question that accuses whoever answers it is for the private gut-check alone.
        for question in &short.questions {
            let mut twins = long.questions_for(question.role);
            let asked = twins.any(|(_, q)| q.id == question.id && q.text == question.text);
            assert_eq!(asked, question.role == Role::Leader, "{}", question.id);
        }
    }
}

#[test]
fn the_version_is_the_hash_of_the_text() {
    let survey = Survey::parse(SOUND, "gut-check.toml").unwrap();
    assert_eq!(survey.source, SOUND);
    assert_eq!(survey.hash, HEXLOWER.encode(&Sha256::digest(SOUND)));
    let edited = Survey::parse(&format!("{SOUND}# a remark\n"), "gut-check.toml").unwrap();
    assert_ne!(survey.hash, edited.hash);
}

#[test]
fn each_broken_rule_is_named() {
    let e1 = "[[item]]\nid = \"E1\"";
    let e1_leader = "leader.en = \"Before work begins, I say what a good result looks like.\"";
    let e1_german = "\nmember.de = \"Bevor die Arbeit beginnt, sagt unsere Führungskraft, woran ein gutes Ergebnis zu erkennen ist.\"";
    let long = format!("leader.en = \"{}\"", "x".repeat(201));
    for (from, to, expected) in [
        (
            e1,
            "[[item]]\nid = \"A4\"",
            "item A4: the id is used more than once; place it once or rename one.",
        ),
        (
            e1,
            "[[item]]\nid = \"E 1\"",
            "item E 1: the id needs 1 to 40 letters (a-z), digits or hyphens.",
        ),
        (
            e1,
            "[[item]]\nid = \"team\"",
            "item team: this id is a column of answer sheets already; choose another.",
        ),
        (
            e1,
            "[[item]]\nid = \"reflection-leader\"",
            "question reflection-leader: the id is used more than once; place it once or rename one.",
        ),
        (
            "id = \"gut-check\"",
            "",
            "id : the id needs 1 to 40 letters (a-z), digits or hyphens.",
        ),
        (
            "id = \"expectations\"",
            "id = \"alignment\"",
            "dimension alignment: the id is used more than once; place it once or rename one.",
        ),
        (
            "id = \"involvement\"",
            "id = \"agreement\"",
            "scale agreement: the id is used more than once; place it once or rename one.",
        ),
        (
            "dimension = \"expectations\"",
            "dimension = \"hope\"",
            "item E1: the dimension “hope” is unknown; use one of alignment, expectations, trust, safety, accountability, leadership-trap, member-trap, calibration.",
        ),
        (
            "scale = \"agreement\"",
            "scale = \"stars\"",
            "item E1: the scale “stars” is unknown; use one of agreement, involvement.",
        ),
        (
            "scale = \"agreement\"",
            "scale = \"involvement\"",
            "item E1: a two-sided scale is for calibration items, and calibration items need one; change the scale or the dimension.",
        ),
        (
            "scale = \"involvement\"",
            "scale = \"involvement\"\nreversed = true",
            "item V1: a calibration item has no opposite; remove reversed.",
        ),
        (
            e1_german,
            "",
            "item E1: the member wording has no German (de) text; add one.",
        ),
        (
            e1_leader,
            "leader.en = \" \"",
            "item E1: the leader wording has no English (en) text; add one.",
        ),
        (
            e1_leader,
            long.as_str(),
            "item E1: the leader wording has 201 characters in English (en); use at most 200.",
        ),
        (
            e1_leader,
            "leader.en = \"Dear {name}, I do.\"",
            "item E1: the leader wording in English (en) contains {, } or <; remove it, because the wording must be the same for everybody.",
        ),
        (
            e1_leader,
            "leader.en = \"I <b>do</b>.\"",
            "item E1: the leader wording in English (en) contains {, } or <; remove it, because the wording must be the same for everybody.",
        ),
        (
            e1_leader,
            "leader.en = \"The team has to guess what I expect.\"",
            "item E4: the leader wording in English (en) is that of item E1; ask it once.",
        ),
        (
            e1_leader,
            "leader.en = \"I do.\"\nleader.fr = \"Moi.\"",
            "item E1: the leader wording has a text in “fr”, which is not among the languages; declare it there or remove the text.",
        ),
        (
            "\"en\", \"de\"",
            "\"en\", \"de\", \"fr\"",
            "head: the title has no “fr” text; add one.",
        ),
        (
            "\"en\", \"de\"",
            "\"en\", \"de\", \"de\"",
            "languages: “de” stands there twice; remove one.",
        ),
        (
            "\"en\", \"de\"",
            "\"en\", \"German\"",
            "languages: “German” is no language code; write two small letters, like “en”.",
        ),
        (
            "\"en\", \"de\"",
            "",
            "languages: no language is declared; write, for example, languages = [\"en\"].",
        ),
        (
            "minutes = 2\n",
            "",
            "minutes: say how long answering takes, from 1 to 60 minutes.",
        ),
        (
            "  { en = \"partly\", de = \"teils, teils\" },\n",
            "",
            "scale agreement: it has 4 options; give exactly 5, from low to high.",
        ),
        (
            "en = \"partly\", ",
            "",
            "scale agreement: option 3 has no English (en) text; add one.",
        ),
        (
            "cant_say = { en = \"can't say\", de = \"kann ich nicht sagen\" }\n",
            "",
            "scale agreement: the label cant_say has no English (en) text; add one.",
        ),
        (
            "period.de = \"in den letzten drei Monaten\"",
            "",
            "head: the period has no German (de) text; add one.",
        ),
        (
            "reliability = 0.80",
            "reliability = 80",
            "scoring: reliability is 80; give a number between 0 and 1.",
        ),
        (
            "alike = 0.8",
            "alike = nan",
            "scoring: alike is NaN; give a number between 0 and 4.",
        ),
        (
            "minutes = 2",
            "minutes = 2\nminuets = 3",
            "line 11: unknown field `minuets`",
        ),
        (
            "id = \"E1\"",
            "id = \"E1\"\nrevers = true",
            "unknown field `revers`",
        ),
        ("minutes = 2", "minutes = ", "line 10: "),
    ] {
        assert!(SOUND.contains(from), "{from}");
        let faults = Survey::parse(&SOUND.replacen(from, to, 1), "my.toml")
            .unwrap_err()
            .to_string();
        let said = |line: &str| line.starts_with("my.toml, ") && line.contains(expected);
        assert!(
            faults.lines().any(said),
            "expected: {expected}\nfound: {faults}"
        );
    }
}

#[test]
fn rules_about_whole_sets_are_named() {
    let one_sided = |role: &str| {
        let of_e1 = ["Before work begins, ", "Bevor die Arbeit beginnt, sag"];
        let lost =
            |line: &str| line.starts_with(role) && of_e1.iter().any(|text| line.contains(text));
        SOUND
            .lines()
            .filter(|line| !lost(line))
            .collect::<Vec<_>>()
            .join("\n")
    };
    for (source, expected) in [
        (
            one_sided("leader"),
            "item E1: it has no leader wording; add one, because both sides are asked the same.",
        ),
        (
            one_sided("member"),
            "item E1: it has no member wording; add one, because both sides are asked the same.",
        ),
        (
            SOUND.replace("reversed = true\n", ""),
            "dimension trust: none of its items is reversed; add one with the opposite wording and reversed = true.",
        ),
        (
            SOUND.replace("reversed = true\n", ""),
            "dimension member-trap: none of its items is reversed; add one with the opposite wording and reversed = true.",
        ),
        (
            SOUND.replace("dimension = \"trust\"", "dimension = \"safety\""),
            "dimension trust: no item belongs to it; add some or remove it.",
        ),
        (
            SOUND.replace("kind = \"core\"", "kind = \"pillar\""),
            "dimensions: there is no dimension of the kind “core”; add at least one.",
        ),
    ] {
        let faults = Survey::parse(&source, "my.toml").unwrap_err();
        let expected = format!("my.toml, {expected}");
        assert!(
            faults.iter().any(|fault| fault.to_string() == expected),
            "{expected}\n{faults}"
        );
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let broken = SOUND
        .replacen("minutes = 2", "minutes = 0", 1)
        .replace("kind = \"core\"", "kind = \"pillar\"");
    let broken = broken.replacen("reliability = 0.80", "reliability = 0", 1);
    assert_eq!(
        Survey::parse(&broken, "my.toml")
            .unwrap_err()
            .iter()
            .count(),
        3
    );
}

#[test]
fn a_folder_adds_surveys_but_replaces_none() {
    let folder = std::env::temp_dir().join(format!("gutcheck-library-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("notes.txt"), "no survey").unwrap();
    fs::write(
        folder.join("own.toml"),
        SOUND.replacen("id = \"gut-check\"", "id = \"own\"", 1),
    )
    .unwrap();
    let own = Library::load(Some(&folder)).map(|library| library.get("own").is_some());
    fs::write(folder.join("same.toml"), SOUND).unwrap();
    let same = Library::load(Some(&folder)).map(|library| library.all().count());
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(own, Ok(true));
    let faults = same.unwrap_err().to_string();
    assert!(
        faults.ends_with(
            "same.toml, id gut-check: another survey has this id already; choose a new one."
        ),
        "{faults}"
    );
    let gone = Library::load(Some(&folder)).unwrap_err().to_string();
    assert!(gone.contains("it cannot be read"), "{gone}");
}
