//! That people stay who they are.

use super::*;

impl Fixture {
    /// Applies a file with a column for employee numbers.
    pub fn numbered(&self, lines: &[&str]) {
        let file = format!("number,team,e-mail,name,role\n{}\n", lines.join("\n"));
        let import = stage(&self.app, file.as_bytes()).unwrap();
        apply(&self.app, &import, "HR").unwrap();
    }

    pub fn named(&self, name: &str) -> people::Person {
        let all = self.app.store.read(people::everybody).unwrap();
        let mut named = all.into_iter().filter(|person| person.name == name);
        let one = named.next().unwrap();
        assert!(named.next().is_none(), "several people are called {name}");
        one
    }
}

#[test]
fn a_number_tells_that_a_new_name_and_a_new_address_are_the_same_person() {
    let fixture = Fixture::new();
    fixture.numbered(&["17,Nord,bea@x.example,Bea Albers,leader"]);
    let before = fixture.named("Bea Albers");
    fixture.numbered(&["17,Nord,bea.brandt@x.example,Bea Brandt,leader"]);
    let after = fixture.named("Bea Brandt");
    assert_eq!(after.id, before.id);
    assert_eq!(after.email.as_deref(), Some("bea.brandt@x.example"));
}

#[test]
fn an_address_tells_that_a_new_name_is_the_same_person() {
    let fixture = Fixture::new();
    fixture.import(&["Nord,bea@x.example,Bea Albers,leader"]);
    let before = fixture.named("Bea Albers");
    fixture.numbered(&["17,Nord,bea@x.example,Bea Brandt,leader"]);
    let after = fixture.named("Bea Brandt");
    assert_eq!((after.id, after.number.as_deref()), (before.id, Some("17")));
}

#[test]
fn numbers_and_addresses_that_are_swapped_are_swapped_in_one_go() {
    let fixture = Fixture::new();
    fixture.numbered(&[
        "1,Nord,a@x.example,Ada L,leader",
        "2,Nord,b@x.example,Bea,member",
        "3,Nord,c@x.example,Carl,member",
    ]);
    let [ada, bea, carl] = ["Ada L", "Bea", "Carl"].map(|name| fixture.named(name).id);
    fixture.numbered(&[
        "1,Nord,b@x.example,Ada L,leader",
        "2,Nord,c@x.example,Bea,member",
        "3,Nord,a@x.example,Carl,member",
    ]);
    let now = |name| {
        let person = fixture.named(name);
        (person.id, person.email.unwrap())
    };
    assert_eq!(now("Ada L"), (ada, "b@x.example".into()));
    assert_eq!(now("Bea"), (bea, "c@x.example".into()));
    assert_eq!(now("Carl"), (carl, "a@x.example".into()));
}

#[test]
fn an_address_goes_from_somebody_who_leaves_to_somebody_with_another_number() {
    let fixture = Fixture::new();
    fixture.numbered(&[
        "1,Nord,desk@x.example,Ada L,leader",
        "2,Nord,b@x.example,Bea,member",
    ]);
    fixture.numbered(&["2,Nord,desk@x.example,Bea,leader"]);
    let (ada, bea) = (fixture.named("Ada L"), fixture.named("Bea"));
    assert_eq!((ada.active, ada.email), (false, None));
    assert_eq!(bea.email.as_deref(), Some("desk@x.example"));
    fixture.numbered(&["1,Nord,,Ada L,leader", "2,Nord,desk@x.example,Bea,member"]);
    assert_eq!(
        fixture.named("Ada L").id,
        ada.id,
        "and comes back by number"
    );
}

#[test]
fn people_without_an_address_are_people_and_the_same_ones_in_the_next_file() {
    let fixture = Fixture::new();
    let file = [
        ",Nord,a@x.example,Ada L,leader",
        "7,Nord,,Bea,member",
        ",Nord/Yard,,Carl,member",
        ",Nord/Shop,,Carl,member",
    ];
    fixture.numbered(&file);
    assert_eq!(headcount(&fixture.app).unwrap(), 4);
    let before = fixture.places();
    let ids = |fixture: &Fixture| {
        let all = fixture.app.store.read(people::everybody).unwrap();
        all.into_iter().map(|person| person.id).collect::<Vec<_>>()
    };
    let known = ids(&fixture);
    fixture.numbered(&file);
    assert_eq!((fixture.places(), ids(&fixture)), (before, known));
}

#[test]
fn a_file_that_says_no_address_or_number_takes_none_away() {
    let fixture = Fixture::new();
    fixture.numbered(&["17,Nord,bea@x.example,Bea,leader"]);
    fixture.numbered(&["17,Nord,,Bea,leader"]);
    assert_eq!(fixture.named("Bea").email.as_deref(), Some("bea@x.example"));
    fixture.numbered(&[",Nord,bea@x.example,Bea,leader"]);
    assert_eq!(fixture.named("Bea").number.as_deref(), Some("17"));
    fixture.numbered(&[",Nord,,Bea,leader"]);
    let bea = fixture.named("Bea");
    assert!(bea.active && bea.number.is_some() && bea.email.is_some());
}
