use super::*;
use crate::roster::sheet;

fn rows(file: &str) -> Vec<Row> {
    let sheet = sheet::tests::parse(file.as_bytes()).unwrap();
    assert!(sheet.faults.is_empty());
    sheet.rows
}

fn defaults() -> Defaults {
    Defaults {
        locale: "en".to_owned(),
        time_zone: "Europe/Berlin".to_owned(),
    }
}

fn compare(current: &Current, file: &str) -> Difference {
    difference(
        current.clone(),
        &rows(file),
        &defaults(),
        &Decisions::default(),
    )
}

/// The roster in force after a first file has been applied.
fn applied(file: &str) -> Current {
    let new = compare(&Current::default(), file);
    assert!(new.closed_teams.is_empty() && new.left.is_empty() && new.leaving_people.is_empty());
    let id = |who: &Who| match who {
        Who::New(number) => PersonId::new([u8::try_from(*number).unwrap(); 16]),
        Who::Known(id) => id.clone(),
    };
    let person = |one: &Listed| KnownPerson {
        id: id(&one.who),
        person: one.person.clone(),
        active: true,
        stays: false,
    };
    let teams = new
        .new_teams
        .into_iter()
        .zip(100..)
        .map(|(path, id)| KnownTeam {
            id: TeamId::new([id; 16]),
            path,
            active: true,
        });
    let place = |one: &Membership| Place {
        path: one.path.clone(),
        person: id(&one.who),
        role: one.role,
    };
    Current {
        people: new.new_people.iter().map(person).collect(),
        places: new.joined.iter().map(place).collect(),
        teams: teams.collect(),
        held: Vec::new(),
    }
}

fn path(path: &str) -> TeamPath {
    path.split('/').map(str::to_owned).collect()
}

const FIRST: &str = "team,e-mail,name,role,locale,time zone
Nord/Product/Platform,ada@nord.example,Ada,leader,de,
Nord/Product/Platform,bo@nord.example,Bo,member,,America/Lima
Nord/Sales,ada@nord.example,Ada,member,,
Nord/Sales,cy@nord.example,Cy,leader,,
";

#[test]
fn a_first_roster_opens_every_team_above_a_named_one_and_fills_in_defaults() {
    let first = applied(FIRST);
    let expected = [
        "Nord",
        "Nord/Product",
        "Nord/Product/Platform",
        "Nord/Sales",
    ];
    let teams: Vec<_> = first.teams.iter().map(|team| team.path.clone()).collect();
    assert_eq!(teams, expected.map(path));
    let people: Vec<_> = first
        .people
        .iter()
        .map(|one| {
            let person = &one.person;
            (
                person.name.as_str(),
                person.locale.as_str(),
                person.time_zone.as_str(),
            )
        })
        .collect();
    assert_eq!(
        people,
        [
            ("Ada", "de", "Europe/Berlin"),
            ("Bo", "en", "America/Lima"),
            ("Cy", "en", "Europe/Berlin")
        ]
    );
}

#[test]
fn the_same_roster_in_another_order_changes_nothing() {
    let mut lines: Vec<_> = FIRST.lines().collect();
    lines[1..].reverse();
    let again = compare(&applied(FIRST), &lines.join("\r\n"));
    assert!(again.is_empty(), "{again:?}");
    let expected = Unchanged {
        teams: 4,
        people: 3,
        memberships: 4,
    };
    assert_eq!(again.unchanged, expected);
}

#[test]
fn whoever_is_not_in_the_file_leaves_and_an_unnamed_team_closes() {
    let second = "team,e-mail,name,role
Nord/Sales,cy@nord.example,Cyrus,member
Nord/Sales,di@nord.example,Di,leader
";
    let change = compare(&applied(FIRST), second);
    assert_eq!(change.new_teams, [] as [TeamPath; 0]);
    assert_eq!(
        change.closed_teams,
        ["Nord/Product", "Nord/Product/Platform"].map(path)
    );
    let leaving: Vec<_> = change
        .leaving_people
        .iter()
        .map(|one| &one.person.name)
        .collect();
    assert_eq!(leaving, ["Ada", "Bo"]);
    let new: Vec<_> = change
        .new_people
        .iter()
        .map(|one| &one.person.name)
        .collect();
    assert_eq!(new, ["Di"]);
    let changed = &change.changed_people[0];
    assert_eq!(changed.person.name, "Cyrus");
    let name = Change {
        column: "name",
        before: "Cy".to_owned(),
        after: "Cyrus".to_owned(),
    };
    assert_eq!(changed.changes, [name]);

    let places = |of: &[Membership]| -> Vec<_> {
        of.iter()
            .map(|place| (place.label[..2].to_owned(), place.role))
            .collect()
    };
    let role = |name: &str, role| (name.to_owned(), role);
    assert_eq!(
        places(&change.joined),
        [role("cy", Role::Member), role("di", Role::Leader)],
        "a change of role is joined here and left there"
    );
    assert_eq!(
        places(&change.left),
        [
            role("ad", Role::Leader),
            role("bo", Role::Member),
            role("ad", Role::Member),
            role("cy", Role::Leader)
        ]
    );
    assert!(!change.is_empty());
}

#[test]
fn a_locale_the_file_does_not_say_stays_as_it_is() {
    let without = FIRST.replace(",de,", ",,").replace("America/Lima", "");
    assert!(compare(&applied(FIRST), &without).is_empty());
}
