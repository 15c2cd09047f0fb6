use super::*;

#[test]
fn the_root_changes_with_the_terms_and_with_every_cell() {
    let root = Root::of("terms", ["a", "b", "c"]);
    assert_eq!(root, Root::of("terms", ["a", "b", "c"]));
    assert_eq!(root, Root::over("terms", &cells_root(["a", "b", "c"])));
    for other in [
        Root::of("term", ["a", "b", "c"]),
        Root::of("terms", ["a", "b", "d"]),
        Root::of("terms", ["a", "b"]),
        Root::of("terms", ["b", "a", "c"]),
    ] {
        assert_ne!(root, other);
    }
}

#[test]
fn letters_of_a_link_a_number_or_a_whole_root_stand_for_it_and_others_do_not() {
    let root = Root::of("terms", ["a"]);
    let letters = root.to_string();
    assert_eq!((in_link(&letters).len(), letters.len()), (40, 52));
    assert_eq!(Root::read(&letters), Some(root));
    let typed = read_letters(&short(&number(&root))).unwrap();
    assert_eq!(typed.len(), 16);
    for known in [typed.as_str(), in_link(&letters), &letters] {
        assert!(root.is(known), "{known}");
        let first = if known.starts_with('7') { "8" } else { "7" };
        assert!(!root.is(&format!("{first}{}", &known[1..])), "{known}");
    }
    assert!(
        !root.is(&letters[..16]),
        "the beginning of a root is no number"
    );
    assert!(!root.is(&letters[..26]) && !root.is(""));
}

#[test]
fn letters_that_cannot_be_a_root_are_refused() {
    for text in [
        "",
        "K7Q2-9MXT-4HDA",
        "k7q2-9mxt-4hda-8wzu",
        "k7q29mxt4hda8wz%",
    ] {
        assert_eq!(read_letters(text), None, "{text}");
    }
    assert_eq!(
        read_letters(" K7Q2-9MXT-4HDA-8WOL ").as_deref(),
        Some("k7q29mxt4hda8w01")
    );
    let letters = Root::of("terms", ["a"]).to_string();
    assert_eq!(Root::read(&letters[1..]), None);
    assert_eq!(Root::read(&format!("{}z", &letters[1..])), None);
}

#[test]
fn a_moment_has_one_text() {
    let text = "2026-11-13T17:00:00Z";
    assert_eq!(moment(text).map(utc).as_deref(), Some(text));
    for other in [
        "",
        "2026-11-13T17:00:00",
        "2026-11-3T17:00:00Z",
        "+2026-11-13T17:00:00Z",
        "2026-11-31T17:00:00Z",
        " 2026-11-13T17:00:00Z",
    ] {
        assert_eq!(moment(other), None, "{other}");
    }
}

#[test]
fn labels_that_look_the_same_are_alike() {
    for other in ["crowd", "Crowd ", "C\u{200b}rowd", "Cr\u{ad}owd\u{feff}"] {
        assert_eq!(alike(other), alike("Crowd"), "{other:?}");
    }
    assert_ne!(alike("Crowd A"), alike("Crowd B"));
}

#[test]
fn a_sheet_has_as_many_names_as_people_and_no_newcomer_besides() {
    let names = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
    let sheet = Sheet {
        salt: String::new(),
        members: names(&["Ana", "Ana", "Ben"]),
        new: names(&["Ana"]),
        leaders: Vec::new(),
        organisation: Vec::new(),
        commitments: Vec::new(),
    };
    assert!(sheet.names(3) && !sheet.names(2));
    assert_eq!(Sheet::read(&sheet.text()).as_ref(), Ok(&sheet));
    let with = |change: fn(&mut Sheet)| {
        let mut sheet = sheet.clone();
        change(&mut sheet);
        sheet
    };
    assert!(with(|s| s.new.push("Ana".to_owned())).names(3));
    assert!(!with(|s| s.new.extend(["Ana".to_owned(), "Ana".to_owned()])).names(3));
    assert!(!with(|s| s.new.push("Cem".to_owned())).names(3));
    assert!(!with(|s| s.members.reverse()).names(3));
    let more = sheet.text().replacen('{', "{\"more\":1,", 1);
    assert!(Sheet::read(&more).is_err());
}

/// Computed by another program: what it is hashed from, and the field's place in the text.
#[test]
fn a_promise_that_says_who_asks_has_the_root_and_the_number_of_its_vector() {
    let read = |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap() };
    let vector = read(include_str!(
        "../../../../tests/reference/asker_vector.json"
    ));
    let base = read(include_str!(
        "../../../../tests/reference/abp2_vectors.json"
    ));
    let text = vector["terms"].as_str().unwrap();
    let cells = base["ballot"]["given"]["cells"].as_array().unwrap();
    let root = Root::of(text, cells.iter().map(|cell| cell.as_str().unwrap()));
    assert_eq!(root.to_string(), vector["root"].as_str().unwrap());
    assert_eq!(number(&root), vector["number"].as_str().unwrap());
    let terms: Terms = serde_json::from_str(text).unwrap();
    assert_eq!(serde_json::to_string(&terms).unwrap(), text);
    let asker = terms.asker.unwrap();
    assert_eq!(serde_json::to_value(&asker).unwrap(), vector["asker"]);
    assert_eq!(asker.fault(), None);
    assert_eq!(
        asker.said("de"),
        Some("Wir fragen, weil wir es ernst meinen.")
    );
    assert_eq!(asker.said("fr"), asker.said("de"));
    let other = text.replacen("We ask because", "We do not ask because", 1);
    assert_ne!(Root::of(&other, ["a"]), Root::of(text, ["a"]));
}
