//! What must hold of the roster on both databases: unique columns, patterns and the order of rows are theirs.

use super::Town;
use gutcheck::roster::{self, Decisions, Preview};
use gutcheck::store::directory::Search;
use gutcheck::store::{Db, people, roster as stored};

const BEFORE: &str = "number,team,e-mail,name,role
1,Harbour/Cranes,a@harbour.example,Änne 100%,leader
2,Harbour/Cranes,b@harbour.example,Bea_B,member
3,Harbour/Pilots,c@harbour.example,Carl,leader
4,Harbour/Pilots,,Dora,member
";

/// Addresses go round, a number moves, teams are renamed and moved, and somebody comes in an address that was left.
const AFTER: &str = "number,team,e-mail,name,role
1,Harbour/Lifts,b@harbour.example,Änne 100%,member
2,Harbour/Lifts,a@harbour.example,Bea_B,leader
3,Harbour/Sea/Pilots,d@harbour.example,Carl,leader
5,Harbour/Sea/Pilots,c@harbour.example,Emil,member
";

/// An import that moves everything at once is applied, searched, downloaded to no change, and undone.
pub fn an_import_is_applied_searched_downloaded_and_undone(database: Option<&str>) {
    let town = Town::new(database);
    town.settle(BEFORE);
    let before = state(&town);
    let import = roster::stage(&town.app, AFTER.as_bytes()).unwrap();
    roster::apply(&town.app, &import, "Hanna").unwrap();
    let (teams, people, _) = state(&town);
    let path = |path: &str| {
        teams
            .iter()
            .filter(|team| team.path == path && team.active)
            .count()
    };
    assert_eq!((path("Harbour/Lifts"), path("Harbour/Sea/Pilots")), (1, 1));
    assert_eq!(teams.len(), before.0.len() + 1, "only Sea is new");
    let email = |number: &str| {
        let one = people
            .iter()
            .find(|one| one.number.as_deref() == Some(number));
        one.and_then(|one| one.email.clone()).unwrap_or_default()
    };
    assert_eq!(
        ["1", "2", "3"].map(email),
        ["b", "a", "d"].map(|name| format!("{name}@harbour.example"))
    );

    for (words, found) in [
        ("ÄNNE", 1),
        ("100%", 1),
        ("bea_", 1),
        ("_", 1),
        ("harbour.example", 4),
        ("%%", 0),
    ] {
        let search = Search {
            words: words.to_owned(),
            ..Search::default()
        };
        let (count, _) = roster::find(&town.app, &search, 0, 50).unwrap();
        assert_eq!(count, found, "{words}");
    }
    let below = Search {
        team: Some("Harbour/Sea".to_owned()),
        ..Search::default()
    };
    assert_eq!(roster::find(&town.app, &below, 1, 1).unwrap().0, 2);

    let file = roster::download(&town.app).unwrap();
    let again = roster::stage(&town.app, &file).unwrap();
    match roster::preview_decided(&town.app, &again, &Decisions::default()).unwrap() {
        Preview::Read(dry) => assert!(dry.difference.is_empty(), "{dry:?}"),
        other => panic!("{other:?}"),
    }
    roster::undo(&town.app, "Hanna").unwrap();
    assert_eq!(state(&town), before);
}

type State = (
    Vec<stored::Team>,
    Vec<people::Person>,
    Vec<stored::Membership>,
);

fn state(town: &Town) -> State {
    let read = |c: &mut Db| {
        Ok((
            stored::teams(c)?,
            people::everybody(c)?,
            stored::memberships(c)?,
        ))
    };
    town.app.store.read(read).unwrap()
}
