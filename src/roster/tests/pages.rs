//! Downloading, undoing, and changing one person or one team.

use super::*;

/// The roster as it is, in one value.
fn state(fixture: &Fixture) -> String {
    let read = |c: &mut crate::store::Db| {
        let people = people::everybody(c)?;
        Ok((stored::teams(c)?, people, stored::memberships(c)?))
    };
    let (mut teams, mut people, places) = fixture.app.store.read(read).unwrap();
    teams.sort_by(|one, other| one.id.cmp(&other.id));
    people.sort_by(|one, other| one.id.cmp(&other.id));
    format!("{teams:?} {people:?} {places:?}")
}

fn refused<T: std::fmt::Debug>(outcome: crate::error::Outcome<T>) -> String {
    match outcome.unwrap_err() {
        Problem::Refused(sentence) => sentence.to_string(),
        other => panic!("{other}"),
    }
}

impl Fixture {
    fn re_import(&self) -> Difference {
        let file = download(&self.app).unwrap();
        let import = stage(&self.app, &file).unwrap();
        match preview(&self.app, &import).unwrap() {
            Preview::Read(dry) if dry.faults.is_empty() => dry.difference,
            other => panic!("{other:?}"),
        }
    }

    fn save(&self, id: Option<&PersonId>, form: &PersonForm) -> Result<PersonId, Vec<PersonFault>> {
        save(&self.app, id, form, "HR").unwrap()
    }
}

fn form(name: &str, email: &str, places: &[(&str, &str)]) -> PersonForm {
    PersonForm {
        name: name.into(),
        email: email.into(),
        places: places
            .iter()
            .map(|(team, role)| ((*team).into(), (*role).into()))
            .collect(),
        ..PersonForm::default()
    }
}

const AWKWARD: [&str; 9] = [
    "17,Nord,a@x.example,=1+1,leader",
    "-5,Nord,plus+a@x.example,+49 Anna,member",
    "@3,Nord,,-Bea,member",
    ",Nord/Web,at@x.example,@home,member",
    ",Nord/Web,q@x.example,\"O \"\"Neil\"\", Jr.; x\",member",
    ",Nord/Küche,k@x.example,Łukasz Żak 田中,member",
    ",Nord/Küche,,'Ada,leader",
    ",Nord/Küche,,'=Bo,member",
    "-5,Nord/Web,plus+a@x.example,+49 Anna,leader",
];

#[test]
fn the_downloaded_roster_is_imported_to_no_change() {
    let fixture = Fixture::new();
    fixture.numbered(&AWKWARD);
    let names = |fixture: &Fixture| {
        let all = fixture.app.store.read(people::people).unwrap();
        all.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    assert!(names(&fixture).contains(&"=1+1".to_owned()));
    let again = fixture.re_import();
    assert!(again.is_empty(), "{again:?}");
    let file = String::from_utf8(download(&fixture.app).unwrap()).unwrap();
    for cell in file.lines().flat_map(|line| line.split(',')) {
        let cell = cell.trim_start_matches('"');
        assert!(!cell.starts_with(['=', '+', '-', '@']), "{cell} would run");
    }
    let elsewhere = Fixture::new();
    let import = stage(&elsewhere.app, file.as_bytes()).unwrap();
    apply(&elsewhere.app, &import, "HR").unwrap();
    assert_eq!(names(&elsewhere), names(&fixture));
}

#[test]
fn somebody_without_an_address_beside_a_namesake_with_one_is_the_same_in_the_next_file() {
    let fixture = Fixture::new();
    fixture.numbered(&[",Nord,carl@x.example,Carl,leader", ",Nord,,Carl,member"]);
    assert!(fixture.re_import().is_empty());
}

#[test]
fn undoing_an_import_brings_back_people_teams_and_places_as_they_were() {
    let fixture = Fixture::new();
    fixture.numbered(&[
        "1,Nord/Web,a@x.example,Anna,leader",
        "2,Nord/Web,b@x.example,Bea,member",
        "3,Nord/Ops,c@x.example,Carl,leader",
        "4,Nord/Ops,d@x.example,Dora,member",
    ]);
    let before = state(&fixture);
    fixture.numbered(&[
        "1,Nord/Shop,b@x.example,Anna Neu,member",
        "2,Nord/Shop,a@x.example,Bea,leader",
        "3,Nord/Lab/Ops,c@x.example,Carl,leader",
        "9,Nord/Lab,d@x.example,Zoe,member",
    ]);
    assert_ne!(state(&fixture), before);
    let last = last_import(&fixture.app).unwrap().unwrap();
    assert_eq!((last.summary.joined, last.summary.left), (1, 1));
    assert_eq!((last.by.as_str(), last.obstacle), ("HR", None));
    undo(&fixture.app, "HR").unwrap();
    assert_eq!(state(&fixture), before);
    assert!(last_import(&fixture.app).unwrap().is_none());
    assert!(refused(undo(&fixture.app, "HR")).contains("no import"));
}

#[test]
fn the_first_import_can_be_undone_to_an_empty_roster() {
    let fixture = Fixture::new();
    let before = state(&fixture);
    fixture.import(&["Nord/Web,bea@x.example,Bea,leader"]);
    undo(&fixture.app, "HR").unwrap();
    assert_eq!(state(&fixture), before);
}

#[test]
fn an_import_is_not_undone_over_a_later_change_of_what_it_touched() {
    let fixture = Fixture::new();
    fixture.import(&["Nord/Web,bea@x.example,Bea,leader"]);
    let bea = fixture.person("bea@x.example").id;
    let changed = form("Bea Neu", "bea@x.example", &[("Nord/Web", "leader")]);
    fixture.save(Some(&bea), &changed).unwrap();
    let before = state(&fixture);
    let sentence = refused(undo(&fixture.app, "HR"));
    assert!(sentence.contains("changed since"), "{sentence}");
    assert_eq!(state(&fixture), before);
}

#[test]
fn a_person_is_added_changed_and_taken_off_on_a_page() {
    let fixture = Fixture::new();
    fixture.import(&["Nord/Web,bea@x.example,Bea,leader"]);
    let carl = form(
        "Carl",
        "Carl@X.example",
        &[("Nord/Web", "member"), ("Nord/Lab", "leader")],
    );
    let id = fixture.save(None, &carl).unwrap();
    assert_eq!(fixture.person("carl@x.example").locale, "de");
    assert!(fixture.team("Nord/Lab").active, "a new path opens a team");
    assert_eq!(fixture.places().len(), 3);
    let moved = PersonForm {
        number: "77".into(),
        ..form("Carl", "", &[("Nord/Web", "leader"), ("", "member")])
    };
    assert_eq!(fixture.save(Some(&id), &moved).unwrap(), id);
    let card = person(&fixture.app, &id).unwrap();
    assert_eq!((card.person.email, card.places.len()), (None, 1));
    assert!(!fixture.team("Nord/Lab").active, "nobody is left there");
    deactivate(&fixture.app, &id, "HR").unwrap();
    assert!(!person(&fixture.app, &id).unwrap().person.active);
    assert_eq!(fixture.places().len(), 1);
    assert_eq!(
        fixture.save(None, &moved).unwrap(),
        id,
        "and comes back by number"
    );
    let ada = form("Ada", "ada@example.org", &[("Nord/Web", "member")]);
    let ada = fixture.save(None, &ada).unwrap();
    assert_eq!(
        ada,
        fixture.person("ada@example.org").id,
        "who runs it joins a team"
    );
    assert!(fixture.re_import().is_empty());
}

#[test]
fn a_person_on_a_page_is_held_to_the_rules_of_a_line() {
    let fixture = Fixture::new();
    fixture.numbered(&["1,Nord,bea@x.example,Bea,leader", ",Nord,,Carl,member"]);
    let before = state(&fixture);
    let faults = |form: &PersonForm| -> Vec<(&str, Option<usize>)> {
        let faults = fixture.save(None, form).unwrap_err();
        faults
            .iter()
            .map(|fault| (fault.column, fault.place))
            .collect()
    };
    let here = [("Nord", "member")];
    assert_eq!(faults(&form("", "x@x.example", &here)), [("name", None)]);
    assert_eq!(faults(&form("Zoe", "zoe", &here)), [("e-mail", None)]);
    assert_eq!(
        faults(&form("Zoe", "bea@x.example", &here)),
        [("e-mail", None)]
    );
    assert_eq!(faults(&form("Zoe", "", &[])), [("team", Some(0))]);
    assert_eq!(
        faults(&form(
            "Zoe",
            "z@x.example",
            &[("", "member"), ("Nord//A", "boss")]
        )),
        [("team", Some(1)), ("role", Some(1))]
    );
    assert_eq!(
        faults(&form("Zoe", "z@x.example", &[("Sued", "member")])),
        [("team", Some(0))]
    );
    assert_eq!(faults(&form("carl", "", &here)), [("name", None)]);
    let two = form("Zoe", "", &[("Nord", "member"), ("Nord/A", "member")]);
    assert_eq!(faults(&two), [("number", None)]);
    let zone = PersonForm {
        time_zone: "Berlin".into(),
        number: "1".into(),
        ..form("Zoe", "z@x.example", &here)
    };
    assert_eq!(faults(&zone), [("time zone", None)]);
    assert_eq!(state(&fixture), before);
}

#[test]
fn a_team_is_renamed_moved_and_closed_on_a_page() {
    let fixture = Fixture::new();
    fixture.import(&[
        "Nord,bea@x.example,Bea,leader",
        "Nord/Web/Shop,carl@x.example,Carl,leader",
        "Nord/Web/Shop,dora@x.example,Dora,member",
        "Nord/Ops,emil@x.example,Emil,leader",
    ]);
    let [web, shop, ops] =
        ["Nord/Web", "Nord/Web/Shop", "Nord/Ops"].map(|path| fixture.team(path).id);
    move_team(&fixture.app, &web, "Nord/Net", "HR").unwrap();
    assert_eq!(
        fixture.team("Nord/Net/Shop").id,
        shop,
        "those below come along"
    );
    move_team(&fixture.app, &shop, "Nord/Ops/Store", "HR").unwrap();
    let store = fixture.team("Nord/Ops/Store");
    assert_eq!((store.id, store.parent), (shop.clone(), Some(ops.clone())));
    assert!(!fixture.team("Nord/Net").active, "nobody is left there");
    for (id, path) in [
        (&ops, "Nord/Ops/Store/Ops"),
        (&shop, "Nord/None/Store"),
        (&shop, "Nord/Ops"),
        (&shop, "Store"),
        (&shop, "Nord/a/b/c/d/e/f"),
        (&shop, "Nord//x"),
    ] {
        refused(move_team(&fixture.app, id, path, "HR"));
    }
    move_team(&fixture.app, &shop, "Nord/Net", "HR").unwrap();
    assert_eq!(
        fixture.team("Nord/Net").id,
        shop,
        "a closed team gives its name up"
    );
    refused(close_team(&fixture.app, &shop, "Nord/Net", "HR"));
    refused(close_team(
        &fixture.app,
        &fixture.team("Nord").id,
        "Nord/Ops",
        "HR",
    ));
    close_team(&fixture.app, &shop, "Nord", "HR").unwrap();
    let carl = fixture
        .places()
        .into_iter()
        .find(|place| place.1 == "carl@x.example");
    assert_eq!(
        carl.unwrap(),
        ("Nord".into(), "carl@x.example".into(), Part::Member)
    );
    assert!(fixture.re_import().is_empty());
}
