//! Who is probably the same, and what HR decides about it.

use super::*;
use std::collections::BTreeSet;

impl Fixture {
    fn decided(&self, lines: &[&str], decisions: &Decisions) -> Difference {
        match preview_decided(&self.app, &self.stage(lines), decisions).unwrap() {
            Preview::Read(dry) => dry.difference,
            other => panic!("{other:?}"),
        }
    }

    fn refused(&self, lines: &[&str], decisions: &Decisions) -> String {
        let import = self.stage(lines);
        match apply_decided(&self.app, &import, decisions, "HR").unwrap_err() {
            Problem::Refused(sentence) => sentence.to_string(),
            other => panic!("{other}"),
        }
    }
}

/// HR takes nothing for the same.
fn nothing() -> Decisions {
    Decisions {
        same: Same::Only(BTreeSet::new()),
        ..Decisions::default()
    }
}

const TEAM: [&str; 4] = [
    "Nord/Web,bea@x.example,Bea,leader",
    "Nord/Web,carl@x.example,Carl,member",
    "Nord/Web,dora@x.example,Dora,member",
    "Nord/Ops,emil@x.example,Emil,leader",
];

#[test]
fn a_new_address_is_the_same_person_by_name_and_team_if_hr_says_so() {
    let fixture = Fixture::new();
    fixture.import(&TEAM);
    let before = fixture.person("carl@x.example");
    let mut next = TEAM;
    next[1] = "Nord/Web,c.new@x.example,  CARL ,member";
    let difference = fixture.difference(&next);
    let [pair] = difference.same_people.as_slice() else {
        panic!("{difference:?}")
    };
    assert!(pair.likely && pair.accepted);
    assert!(difference.new_people.is_empty() && difference.leaving_people.is_empty());
    let apart = fixture.decided(&next, &nothing());
    assert_eq!((apart.new_people.len(), apart.leaving_people.len()), (1, 1));
    fixture.import(&next);
    assert_eq!(fixture.person("c.new@x.example").id, before.id);
}

#[test]
fn namesakes_other_numbers_and_other_teams_are_not_taken_for_the_same() {
    let fixture = Fixture::new();
    fixture.import(&[
        "Nord/Web,c1@x.example,Carl,member",
        "Nord/Web,c2@x.example,Carl,member",
        "Nord/Ops,dora@x.example,Dora,member",
    ]);
    let difference = fixture.difference(&[
        "Nord/Web,c3@x.example,Carl,member",
        "Nord/Web,c2@x.example,Carl,member",
        "Nord/Shop,d2@x.example,Dora,member",
    ]);
    let likely = |pair: &SamePerson| (pair.name.clone(), pair.likely);
    let pairs: Vec<_> = difference.same_people.iter().map(likely).collect();
    assert_eq!(
        pairs,
        [("Carl".to_owned(), true), ("Dora".to_owned(), false)],
        "the other Carl is named in the file; another team is only a question"
    );
    let both = fixture.difference(&[
        "Nord/Web,c3@x.example,Carl,member",
        "Nord/Web,c4@x.example,Carl,member",
        "Nord/Ops,dora@x.example,Dora,member",
    ]);
    assert_eq!(both.same_people, [], "two could be meant");
}

#[test]
fn an_address_that_was_given_to_a_newcomer_with_another_number_is_a_question() {
    let fixture = Fixture::new();
    fixture.numbered(&[
        "1,Nord,smith@x.example,Jon Smith,leader",
        "2,Nord,b@x.example,Bea,member",
    ]);
    let jon = fixture.named("Jon Smith");
    fixture.numbered(&[
        "3,Nord,smith@x.example,Ann Smith,member",
        "2,Nord,b@x.example,Bea,leader",
    ]);
    let (ann, before) = (fixture.named("Ann Smith"), fixture.named("Jon Smith"));
    assert_ne!(ann.id, jon.id, "reports of Jon are not for Ann");
    assert_eq!((before.active, before.email), (false, None));
}

#[test]
fn a_team_with_a_new_name_or_place_is_the_same_team_by_its_people() {
    let fixture = Fixture::new();
    fixture.import(&TEAM);
    let web = fixture.team("Nord/Web");
    let renamed = [
        "Nord/Shop,bea@x.example,Bea,leader",
        "Nord/Shop,carl@x.example,Carl,member",
        "Nord/Shop,eva@x.example,Eva,member",
        "Nord/Ops,emil@x.example,Emil,leader",
    ];
    let difference = fixture.difference(&renamed);
    let [same] = difference.same_teams.as_slice() else {
        panic!("{difference:?}")
    };
    assert_eq!((same.members, same.of, same.accepted), (2, 3, true));
    assert!(difference.new_teams.is_empty() && difference.closed_teams.is_empty());
    assert_eq!((difference.joined.len(), difference.left.len()), (1, 1));
    let apart = fixture.decided(&renamed, &nothing());
    assert_eq!(apart.closed_teams.len(), 1);
    fixture.import(&renamed);
    assert_eq!(fixture.team("Nord/Shop").id, web.id);

    fixture.import(&[
        "Nord/Sales/Shop,bea@x.example,Bea,leader",
        "Nord/Sales/Shop,carl@x.example,Carl,member",
        "Nord/Ops,emil@x.example,Emil,leader",
    ]);
    let moved = fixture.team("Nord/Sales/Shop");
    assert_eq!(moved.id, web.id);
    assert_eq!(moved.parent, Some(fixture.team("Nord/Sales").id));
}

#[test]
fn an_organisation_with_a_new_name_keeps_all_its_teams() {
    let fixture = Fixture::new();
    fixture.import(&TEAM);
    let [top, web, ops] = ["Nord", "Nord/Web", "Nord/Ops"].map(|path| fixture.team(path).id);
    let renamed = TEAM.map(|line| line.replacen("Nord/", "Nordwind GmbH/", 1));
    let renamed = renamed.each_ref().map(String::as_str);
    let difference = fixture.difference(&renamed);
    assert_eq!(difference.same_teams.len(), 1, "{difference:?}");
    fixture.import(&renamed);
    let now = |path: &str| fixture.team(&format!("Nordwind GmbH{path}")).id;
    assert_eq!([now(""), now("/Web"), now("/Ops")], [top, web, ops]);
    assert_eq!(teams(&fixture.app).unwrap().len(), 3);
}

#[test]
fn a_team_that_splits_in_halves_or_joins_a_larger_one_is_not_the_same() {
    let fixture = Fixture::new();
    let old = [
        "Nord/Web,a1@x.example,Aa,member",
        "Nord/Web,b1@x.example,Bb,member",
        "Nord/Web,c1@x.example,Cc,member",
        "Nord/Web,d1@x.example,Dd,member",
    ];
    fixture.import(&old);
    let halves = [
        "Nord/One,a1@x.example,Aa,member",
        "Nord/One,b1@x.example,Bb,member",
        "Nord/Two,c1@x.example,Cc,member",
        "Nord/Two,d1@x.example,Dd,member",
    ];
    assert_eq!(fixture.difference(&halves).same_teams, []);
    let large: Vec<String> = ('e'..='m')
        .map(|n| format!("Nord/All,{n}2@x.example,N{n},member"))
        .chain(old.map(|line| line.replace("Nord/Web", "Nord/All")))
        .collect();
    let large: Vec<&str> = large.iter().map(String::as_str).collect();
    assert_eq!(fixture.difference(&large).same_teams, []);
}

#[test]
fn nobody_outside_the_part_that_a_file_speaks_for_leaves() {
    let fixture = Fixture::new();
    fixture.import(&TEAM);
    let part = Decisions {
        part: vec![fixture.team("Nord/Web").id],
        ..Decisions::default()
    };
    let web = ["Nord/Web,bea@x.example,Bea,leader"];
    let difference = fixture.decided(&web, &part);
    let leaving: Vec<_> = difference
        .leaving_people
        .iter()
        .map(|one| one.person.label())
        .collect();
    assert_eq!(leaving, ["carl@x.example", "dora@x.example"]);
    assert_eq!(difference.people_before, 3);
    assert!(difference.closed_teams.is_empty() && difference.new_teams.is_empty());
    let import = fixture.stage(&web);
    apply_decided(&fixture.app, &import, &part, "HR").unwrap();
    assert!(fixture.person("emil@x.example").active);
    assert!(fixture.team("Nord/Ops").active);
    let stray = fixture.refused(&["Nord/Ops,zoe@x.example,Zoe,member"], &part);
    assert!(
        stray.contains("Nord / Ops") && stray.contains('2'),
        "{stray}"
    );
}

#[test]
fn a_person_in_two_parts_leaves_only_the_one_the_file_speaks_for() {
    let fixture = Fixture::new();
    fixture.import(&[
        "Nord/Web,bea@x.example,Bea,leader",
        "Nord/Web,carl@x.example,Carl,member",
        "Nord/Ops,carl@x.example,Carl,member",
    ]);
    let part = Decisions {
        part: vec![fixture.team("Nord/Web").id],
        ..Decisions::default()
    };
    let import = fixture.stage(&["Nord/Web,bea@x.example,Bea,leader"]);
    apply_decided(&fixture.app, &import, &part, "HR").unwrap();
    assert!(fixture.person("carl@x.example").active);
    assert_eq!(fixture.places().len(), 2);
}

#[test]
fn a_number_or_address_of_somebody_the_file_does_not_speak_of_is_not_taken_away() {
    let fixture = Fixture::new();
    fixture.numbered(&["1,Nord,bea@x.example,Bea,leader"]);
    let file = "number,team,e-mail,name,role\n1,Nord,ada@example.org,Bea,leader\n";
    let import = stage(&fixture.app, file.as_bytes()).unwrap();
    let refused = apply(&fixture.app, &import, "HR").unwrap_err().to_string();
    assert!(refused.contains("ada@example.org"), "{refused}");
    assert!(fixture.person("ada@example.org").active);
}

#[test]
fn many_who_leave_want_their_number_typed() {
    assert!(!asks_for_number(10, 12));
    assert!(asks_for_number(11, 12));
    assert!(!asks_for_number(11, 110));
    assert!(asks_for_number(980, 2100));
    let fixture = Fixture::new();
    let lines: Vec<String> = (0..12)
        .map(|n| format!("Nord,p{n}@x.example,P{n},member"))
        .collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    fixture.import(&lines);
    let refused = fixture.refused(&lines[..1], &Decisions::default());
    assert!(refused.contains("11"), "{refused}");
    let typed = Decisions {
        leaving: Some(11),
        ..Decisions::default()
    };
    let import = fixture.stage(&lines[..1]);
    apply_decided(&fixture.app, &import, &typed, "HR").unwrap();
    assert_eq!(fixture.places().len(), 1);
}
