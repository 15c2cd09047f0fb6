mod identity;
mod pages;
mod same;

use super::*;
use crate::app::{App, Clock, Parts, Random};
use crate::config::Config;
use crate::error::Problem;
use crate::ids::{ImportId, PersonId, TeamId};
use crate::store::access;
use crate::store::people::{self, Organisation};
use crate::store::roster::{self as stored, Part};
use std::fmt::Write;
use std::path::PathBuf;

const HEADER: &str = "team,e-mail,name,role";

/// An app on a database of its own, which goes when the test ends.
struct Fixture {
    app: App,
    folder: PathBuf,
}

impl Drop for Fixture {
    fn drop(&mut self) {
        std::fs::remove_dir_all(&self.folder).unwrap();
    }
}

impl Fixture {
    /// An organisation with one administrator, Ada, and nobody else.
    fn new() -> Self {
        let unique: [u8; 16] = Random::system().bytes();
        let folder = std::env::temp_dir().join(format!("roster-{}", TeamId::new(unique)));
        let flags = vec![("data", folder.display().to_string())];
        let config = Config::load(None, |_| None, &flags).unwrap();
        let noon = chrono::DateTime::from_timestamp(1_790_000_000, 0).unwrap();
        let parts = Parts {
            clock: Clock::standing(noon.into()),
            random: Random::seeded([7; 32]),
            demo: false,
        };
        let app = App::build(config, parts).unwrap();
        app.store
            .write(|c| {
                let organisation = Organisation {
                    name: "Nordwind".into(),
                    locale: "de".into(),
                    time_zone: "Europe/Berlin".into(),
                };
                people::found(c, &organisation)?;
                let ada = people::Person {
                    id: PersonId::new([1; 16]),
                    number: None,
                    email: Some("ada@example.org".into()),
                    name: "Ada".into(),
                    locale: "en".into(),
                    time_zone: "Europe/London".into(),
                    active: true,
                };
                people::add_person(c, &ada)?;
                access::add_account(
                    c,
                    &access::Account {
                        person: ada.id.clone(),
                        email: "ada@example.org".into(),
                        password_hash: None,
                    },
                )
            })
            .unwrap();
        Self { app, folder }
    }

    fn stage(&self, lines: &[&str]) -> ImportId {
        let file = format!("{HEADER}\n{}\n", lines.join("\n"));
        stage(&self.app, file.as_bytes()).unwrap()
    }

    fn import(&self, lines: &[&str]) {
        apply(&self.app, &self.stage(lines), "HR").unwrap();
    }

    fn difference(&self, lines: &[&str]) -> Difference {
        match preview(&self.app, &self.stage(lines)).unwrap() {
            Preview::Read(dry) => dry.difference,
            other => panic!("{other:?}"),
        }
    }

    fn person(&self, email: &str) -> people::Person {
        let found = self.app.store.read(|c| people::person_by_email(c, email));
        found.unwrap().unwrap()
    }

    fn team(&self, path: &str) -> stored::Team {
        let teams = self.app.store.read(stored::teams).unwrap();
        teams.into_iter().find(|team| team.path == path).unwrap()
    }

    /// Team, person and role of every membership.
    fn places(&self) -> Vec<(String, String, Part)> {
        let (teams, people, places) = self
            .app
            .store
            .read(|c| {
                Ok((
                    stored::teams(c)?,
                    people::people(c)?,
                    stored::memberships(c)?,
                ))
            })
            .unwrap();
        let mut named: Vec<_> = places
            .iter()
            .map(|place| {
                let team = teams.iter().find(|team| team.id == place.team).unwrap();
                let person = people.iter().find(|one| one.id == place.person).unwrap();
                (
                    team.path.clone(),
                    person.email.clone().unwrap_or_default(),
                    place.role,
                )
            })
            .collect();
        named.sort();
        named
    }
}

#[test]
fn the_same_file_a_second_time_changes_nothing() {
    let fixture = Fixture::new();
    let file = [
        "Nordwind/Web,bea@example.org,Bea,leader",
        "Nordwind/Web,carl@example.org,Carl,member",
    ];
    let first = fixture.difference(&file);
    assert_eq!(
        (
            first.new_teams.len(),
            first.new_people.len(),
            first.joined.len()
        ),
        (2, 2, 2)
    );
    assert!(fixture.places().is_empty(), "a preview writes nothing");
    fixture.import(&file);
    assert!(fixture.difference(&file).is_empty());
    let (before, web) = (fixture.places(), fixture.team("Nordwind/Web"));
    fixture.import(&file);
    assert_eq!(fixture.places(), before);
    assert_eq!(fixture.team("Nordwind/Web").id, web.id);
    assert_eq!(web.parent, Some(fixture.team("Nordwind").id));
    let carl = fixture.person("carl@example.org");
    assert_eq!(
        (carl.locale.as_str(), carl.time_zone.as_str()),
        ("de", "Europe/Berlin")
    );
}

#[test]
fn one_fault_leaves_everything_as_it_was() {
    let fixture = Fixture::new();
    fixture.import(&["Nordwind/Web,bea@example.org,Bea,leader"]);
    let before = fixture.places();
    let faulty = fixture.stage(&[
        "Nordwind/Ops,carl@example.org,Carl,leader",
        "Nordwind/Ops,dora@example.org,Dora,boss",
    ]);
    match preview(&fixture.app, &faulty).unwrap() {
        Preview::Read(dry) => {
            let faults = dry.faults.shown();
            assert_eq!((faults.len(), faults[0].line), (1, 3));
        }
        other => panic!("{other:?}"),
    }
    let refused = apply(&fixture.app, &faulty, "HR").unwrap_err();
    assert!(matches!(refused, Problem::Refused(_)), "{refused}");
    assert_eq!(fixture.places(), before);
    assert_eq!(teams(&fixture.app).unwrap().len(), 2);
}

#[test]
fn a_leader_becomes_a_member_of_the_same_team() {
    let fixture = Fixture::new();
    fixture.import(&[
        "Nordwind,bea@example.org,Bea,leader",
        "Nordwind,carl@example.org,Carl,member",
    ]);
    fixture.import(&[
        "Nordwind,bea@example.org,Bea,member",
        "Nordwind,carl@example.org,Carl,leader",
    ]);
    let place = |email: &str, part| ("Nordwind".to_owned(), email.to_owned(), part);
    assert_eq!(
        fixture.places(),
        [
            place("bea@example.org", Part::Member),
            place("carl@example.org", Part::Leader),
        ]
    );
}

#[test]
fn a_person_in_two_teams_is_one_person() {
    let fixture = Fixture::new();
    fixture.import(&[
        "Nordwind/Web,bea@example.org,Bea,leader",
        "Nordwind/Ops,bea@example.org,Bea,member",
        "Nordwind/Ops,carl@example.org,Carl,leader",
    ]);
    assert_eq!(headcount(&fixture.app).unwrap(), 2);
    let rows = teams(&fixture.app).unwrap();
    let shown: Vec<_> = rows
        .iter()
        .map(|row| {
            (
                row.path.join("/"),
                row.depth,
                row.leaders.join(","),
                row.members,
            )
        })
        .collect();
    let row =
        |path: &str, depth, leaders: &str, members| (path.into(), depth, leaders.into(), members);
    assert_eq!(
        shown,
        [
            row("Nordwind", 0, "", 0),
            row("Nordwind/Ops", 1, "Carl", 1),
            row("Nordwind/Web", 1, "Bea", 0),
        ]
    );
    let ops = team(&fixture.app, &rows[1].id).unwrap();
    let [bea] = ops.members.as_slice() else {
        panic!("{ops:?}")
    };
    assert_eq!(bea.email.as_deref(), Some("bea@example.org"));
}

#[test]
fn a_team_and_a_person_that_come_back_are_the_same_as_before() {
    let fixture = Fixture::new();
    let both = [
        "Nordwind/Ops,bea@example.org,Bea,leader",
        "Nordwind/Web,carl@example.org,Carl,leader",
    ];
    fixture.import(&both);
    let (web, carl) = (
        fixture.team("Nordwind/Web"),
        fixture.person("carl@example.org"),
    );
    fixture.import(&both[..1]);
    assert!(!fixture.team("Nordwind/Web").active);
    assert!(!fixture.person("carl@example.org").active);
    assert!(team(&fixture.app, &web.id).is_err());
    fixture.import(&both);
    let (web_again, carl_again) = (
        fixture.team("Nordwind/Web"),
        fixture.person("carl@example.org"),
    );
    assert!(web_again.active && carl_again.active);
    assert_eq!((web_again.id, carl_again.id), (web.id, carl.id));
}

#[test]
fn an_administrator_stays_whatever_the_file_says() {
    let fixture = Fixture::new();
    fixture.import(&[
        "Nordwind,ada@example.org,Ada,leader",
        "Nordwind,bea@example.org,Bea,member",
    ]);
    assert_eq!(fixture.person("ada@example.org").time_zone, "Europe/London");
    let without = ["Nordwind,bea@example.org,Bea,leader"];
    assert!(fixture.difference(&without).leaving_people.is_empty());
    fixture.import(&without);
    assert!(fixture.person("ada@example.org").active);
    assert_eq!(fixture.places().len(), 1);
}

#[test]
fn an_upload_is_applied_once_and_dropped_after_a_day() {
    let fixture = Fixture::new();
    let file = ["Nordwind,bea@example.org,Bea,leader"];
    let (applied, forgotten) = (fixture.stage(&file), fixture.stage(&file));
    apply(&fixture.app, &applied, "HR").unwrap();
    assert!(matches!(
        apply(&fixture.app, &applied, "HR"),
        Err(Problem::NotFound)
    ));
    fixture
        .app
        .clock
        .set(fixture.app.now() + chrono::Duration::hours(25));
    fixture.stage(&file);
    assert!(matches!(
        preview(&fixture.app, &forgotten),
        Err(Problem::NotFound)
    ));
}

#[test]
fn a_file_that_is_no_roster_or_too_large_is_refused() {
    let fixture = Fixture::new();
    let picture = stage(&fixture.app, b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR").unwrap();
    assert!(matches!(
        preview(&fixture.app, &picture),
        Ok(Preview::Unreadable(_))
    ));
    assert!(matches!(
        apply(&fixture.app, &picture, "HR"),
        Err(Problem::Refused(_))
    ));
    let large = vec![b'x'; 20 * 1024 * 1024 + 1];
    assert!(matches!(
        stage(&fixture.app, &large),
        Err(Problem::Refused(_))
    ));
}

#[test]
fn five_thousand_rows_are_applied_in_one_go() {
    let fixture = Fixture::new();
    let mut file = format!("{HEADER}\n");
    for person in 0..5_000 {
        let role = if person % 10 == 0 { "leader" } else { "member" };
        let team = person / 10;
        writeln!(
            file,
            "Nordwind/D{}/T{team},p{person}@example.org,P {person},{role}",
            team / 20
        )
        .unwrap();
    }
    let import = stage(&fixture.app, file.as_bytes()).unwrap();
    apply(&fixture.app, &import, "HR").unwrap();
    assert_eq!(headcount(&fixture.app).unwrap(), 5_000);
    let rows = teams(&fixture.app).unwrap();
    assert_eq!(rows.len(), 1 + 25 + 500);
    assert_eq!(rows.iter().map(|row| row.members).sum::<usize>(), 4_500);
}
