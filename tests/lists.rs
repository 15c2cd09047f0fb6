//! What HR's systems write is read as it is, through HR's pages.

mod support;

use actix_web::http::StatusCode;
use actix_web::test::init_service;
use support::lists::{Shown, case, hr_of, people, send, submit, teams, town};
use support::{Browser, Town, forms};

/// The organisation that every export is of, as the page of the roster shows it: team, leaders, members.
const ORGANISATION: [(&str, &str, usize); 5] = [
    ("Harbour", "Cleo Ahrens", 0),
    ("Product", "Hugo Weiß", 0),
    ("Platform", "Ida Brandt", 3),
    ("Web", "Noor Haddad", 2),
    ("Sales", "Sara Łukaszewicz", 2),
];

#[actix_web::test]
async fn the_exports_of_hr_systems_give_the_same_people_teams_and_leaders() {
    for name in [
        "roster-personio",
        "roster-bamboohr-organisation",
        "roster-successfactors",
        "roster-google-organisation",
    ] {
        let (shown, people) = taken(name).await;
        let expected: Vec<_> = ORGANISATION
            .map(|(team, leader, members)| Shown {
                team: team.to_owned(),
                leaders: leader.to_owned(),
                members,
            })
            .into();
        assert_eq!(shown, expected, "{name}");
        assert_eq!(people, 12, "{name}: whoever has left is left aside");
    }
}

/// In Entra, and mostly in a directory, a department is one name, so that the teams are beside each other.
#[actix_web::test]
async fn a_list_with_one_level_has_its_teams_below_the_organisation() {
    for name in ["roster-entra", "roster-ldap"] {
        let (shown, people) = taken(name).await;
        assert_eq!(
            told(&shown),
            [
                ("Harbour", "Cleo Ahrens", 0),
                ("Platform", "Ida Brandt", 3),
                ("Product", "Cleo Ahrens", 1),
                ("Sales", "Sara Łukaszewicz", 2),
                ("Web", "Noor Haddad", 2),
            ],
            "{name}"
        );
        assert_eq!(
            people, 12,
            "{name}: neither a guest nor a closed account is on the roster"
        );
    }
}

/// In Workday somebody is in the organisation of the person reported to.
#[actix_web::test]
async fn leaders_named_behind_their_teams_are_no_part_of_the_name() {
    let (shown, people) = taken("roster-workday").await;
    assert_eq!(
        told(&shown),
        [
            ("Harbour", "Cleo Ahrens", 0),
            ("Executive Office", "Cleo Ahrens", 2),
            ("Platform", "Ida Brandt", 3),
            ("Product", "Hugo Weiß", 2),
            ("Sales", "Sara Łukaszewicz", 2),
            ("Web", "Noor Haddad", 2),
        ]
    );
    assert_eq!(people, 12);
}

#[actix_web::test]
async fn without_any_team_the_teams_follow_from_who_reports_to_whom() {
    let (shown, people) = taken("roster-ldif").await;
    assert_eq!(
        told(&shown),
        [
            ("Harbour", "Cleo Ahrens", 2),
            ("Hugo Weiß", "Hugo Weiß", 2),
            ("Ida Brandt", "Ida Brandt", 3),
            ("Noor Haddad", "Noor Haddad", 2),
            ("Sara Łukaszewicz", "Sara Łukaszewicz", 2),
        ]
    );
    assert_eq!(people, 12);
}

fn told(shown: &[Shown]) -> Vec<(&str, &str, usize)> {
    let told = shown.iter();
    told.map(|team| (team.team.as_str(), team.leaders.as_str(), team.members))
        .collect()
}

/// Uploads a case, takes what is recognised, and gives the teams and the number of people on the roster.
async fn taken(name: &str) -> (Vec<Shown>, usize) {
    let town = town();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = hr_of(&service, &town).await;
    let asked = send(&mut hr, &case(name)).await;
    let columns = hr.get(&asked).await;
    columns.says("What the columns mean");
    columns.keeps_silent_about("role=\"alert\"");
    let preview = submit(&mut hr, &columns, &asked).await;
    let checked = hr.get(&preview.location).await;
    checked.says("Nothing has changed yet");
    assert!(
        teams(&town).is_empty(),
        "{name}: nothing is taken before it is confirmed"
    );
    let applied = hr.post(&preview.location, &[]).await;
    assert_eq!(
        applied.status,
        StatusCode::SEE_OTHER,
        "{name}: {}",
        applied.body
    );
    // The next one is read in the same way, without asking, and says that there is nothing to change.
    let again = send(&mut hr, &case(name)).await;
    hr.get(&again).await.says("nothing to change");
    (teams(&town), people(&town))
}

#[actix_web::test]
async fn the_small_cases_are_read_as_they_should_be() {
    for (name, members) in [("roster-bamboohr", 7), ("roster-google", 7)] {
        let (shown, people) = taken(name).await;
        let last = shown.last().unwrap();
        assert_eq!(
            (last.team.as_str(), last.leaders.as_str(), last.members),
            ("Platform", "Ida Brandt", members),
            "{name}"
        );
        assert_eq!(people, 8, "{name}");
    }
    for name in [
        "roster-idn-address",
        "roster-sep-line",
        "roster-windows-1250",
    ] {
        let town = town();
        let service = init_service(gutcheck::web::pages(town.app.clone())).await;
        let mut hr = hr_of(&service, &town).await;
        let asked = send(&mut hr, &case(name)).await;
        let preview = hr.get(&asked).await;
        assert_eq!(
            preview.status,
            StatusCode::OK,
            "{name}: our own columns need no question"
        );
        // Before anything is taken the names can be looked at, those with other letters first.
        preview.says("<strong>Zoë Groß</strong>, <strong>Łukasz Żak</strong>, <strong>");
        hr.post(&asked, &[]).await;
        assert_eq!(people(&town), 8, "{name}");
        let found = town
            .app
            .store
            .read(gutcheck::store::people::people)
            .unwrap();
        let email = |of: &str| {
            found
                .iter()
                .find(|one| one.name == of)
                .unwrap()
                .email
                .clone()
                .unwrap()
        };
        assert_eq!(email("Łukasz Żak"), "lukasz.zak@example.org");
        if name == "roster-idn-address" {
            assert_eq!(email("Tom Berg"), "tom@xn--bcher-kva.example");
        }
    }
}

#[actix_web::test]
async fn other_letters_can_be_chosen_on_the_page() {
    let town = town();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = hr_of(&service, &town).await;
    let asked = send(&mut hr, &case("roster-windows-1250")).await;
    let columns = format!("{asked}/columns");
    hr.get(&columns)
        .await
        .says("<option value=\"windows-1250\" selected>");
    let other = hr
        .post(
            &columns,
            &[("encoding", "windows-1252"), ("delimiter", ";")],
        )
        .await;
    assert_eq!(other.location, columns, "the file is read again");
    hr.get(&columns).await.says("£ukasz ¯ak");
    hr.get(&asked).await.says("£ukasz ¯ak");
    hr.post(
        &columns,
        &[("encoding", "windows-1250"), ("delimiter", ";")],
    )
    .await;
    hr.get(&asked).await.says("Łukasz Żak");
}

#[actix_web::test]
async fn columns_that_nobody_could_recognise_are_assigned_by_hand_and_remembered() {
    let town = town();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = hr_of(&service, &town).await;
    let list = "Wer;Post;Wo;Was;Farbe\nIda;ida@x.example;A;Kapitänin;rot\nOmar;omar@x.example;A;Matrose;blau\n";
    let asked = send(&mut hr, list.as_bytes()).await;
    let columns = hr.get(&asked).await;
    columns.says("Assign a column to the name");
    columns.says("Assign a column to the team");
    let by_hand = [
        ("column-0", "name"),
        ("column-1", "email"),
        ("column-2", "level1"),
        ("column-3", "role"),
        ("column-4", "ignored"),
        ("teams", "columns"),
        ("leaders", "columns"),
    ];
    let refused = hr.post(&asked, &by_hand[1..]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    refused.says("Assign a column to the name");
    let words = hr.post(&asked, &by_hand).await;
    assert_eq!(words.location, asked, "the words for roles are asked for");
    hr.get(&asked).await.says("kapitänin");
    let said = [
        ("word-0", "kapitänin"),
        ("role-0", "leader"),
        ("word-1", "matrose"),
        ("role-1", "member"),
    ];
    let all: Vec<_> = by_hand.into_iter().chain(said).collect();
    let preview = hr.post(&asked, &all).await;
    let checked = hr.get(&preview.location).await;
    checked.says("One column is not needed and left aside");
    checked.says("Farbe");
    hr.post(&preview.location, &[]).await;
    assert_eq!(teams(&town)[1].leaders, "Ida");
    let next = "Post;Wer;Wo;Was;Farbe\nida@x.example;Ida;A;Kapitänin;\nzoe@x.example;Zoe;A;Matrose;\nomar@x.example;Omar;A;Matrose;\n";
    let again = send(&mut hr, next.as_bytes()).await;
    let checked = hr.get(&again).await;
    assert_eq!(
        checked.status,
        StatusCode::OK,
        "it is not asked again, whatever the order"
    );
    checked.says("One new person");
}

#[actix_web::test]
async fn good_lines_go_in_the_rest_comes_back_as_a_file_and_nobody_on_it_leaves() {
    let town = town();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = hr_of(&service, &town).await;
    let before = "team;e-mail;name;role\nHarbour/Crew;ida@x.example;Ida;leader\nHarbour/Crew;omar@x.example;Omar;member\n\
                  Harbour/Yard;zoe@x.example;Zoë;leader\nHarbour/Yard;gone@x.example;Gone;member\n";
    let asked = send(&mut hr, before.as_bytes()).await;
    hr.post(&asked, &[]).await;
    // Omar's address is broken, Zoë has no role; both are known, by name and by address.
    let after = "team;e-mail;name;role\nHarbour/Crew;ida@x.example;Ida;leader\nHarbour/Crew;omar@x;Omar;member\n\
                 Harbour/Yard;zoe@x.example;Zoë;boss\nHarbour/Crew;new@x.example;New;member\n";
    let asked = send(&mut hr, after.as_bytes()).await;
    let preview = hr.get(&asked).await;
    preview.says("2 lines cannot be taken");
    preview.says("One line: Write leader or member");
    preview.says("Take the 2 good lines, leave 2 aside");
    preview.says("One person leaves");
    let whole = hr.post(&asked, &[]).await;
    assert_eq!(
        whole.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "not without saying so"
    );
    let rest = hr.get(&format!("{asked}/rest.csv")).await;
    let lines: Vec<&str> = rest.body.lines().collect();
    assert_eq!(lines[0], "\u{feff}team;e-mail;name;role;what to do");
    assert!(
        lines[1].starts_with("Harbour/Crew;omar@x;Omar;member;Write one plain address"),
        "{}",
        lines[1]
    );
    assert!(
        lines[2].starts_with("Harbour/Yard;zoe@x.example;Zoë;boss;\"Write leader")
            || lines[2].starts_with("Harbour/Yard;zoe@x.example;Zoë;boss;Write leader"),
        "{}",
        lines[2]
    );
    assert_eq!(lines.len(), 3);
    hr.post(&asked, &[("take", "good")]).await;
    let names = || {
        let found = town
            .app
            .store
            .read(gutcheck::store::people::people)
            .unwrap();
        found.into_iter().map(|one| one.name).collect::<Vec<_>>()
    };
    assert_eq!(names(), ["Hanna", "Ida", "New", "Omar", "Zoë"]);
    assert_eq!(teams(&town)[2].leaders, "Zoë", "and they keep their places");
    // The mended lines are uploaded as they came: they add, and nobody leaves.
    let mended = rest
        .body
        .replace("omar@x;", "omar@x.example;")
        .replace(";boss;", ";member;");
    let asked = send(&mut hr, mended.as_bytes()).await;
    let preview = hr.get(&asked).await;
    preview.says("nobody leaves");
    hr.post(&asked, &[]).await;
    assert_eq!(names(), ["Hanna", "Ida", "New", "Omar", "Zoë"]);
    assert_eq!(
        teams(&town)[2].leaders,
        "",
        "what they say of somebody counts"
    );
}

#[actix_web::test]
async fn a_file_full_of_faults_is_said_by_reason_and_given_back_whole() {
    let town = town();
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = hr_of(&service, &town).await;
    let lines: String = (0..30_000)
        .map(|number| format!("Harbour,p{number},P {number},boss\n"))
        .collect();
    let file = format!("team,e-mail,name,role\n{lines}Harbour,ida@x.example,Ida,leader\n");
    let asked = send(&mut hr, file.as_bytes()).await;
    let preview = hr.get(&asked).await;
    preview.says("30,000 lines cannot be taken");
    preview.says("and 29,950 more");
    assert!(preview.body.len() < 60_000, "{}", preview.body.len());
    let rest = hr.get(&format!("{asked}/rest.csv")).await;
    assert_eq!(rest.body.lines().count(), 30_001);
}

#[actix_web::test]
async fn who_is_on_a_roster_of_ours_is_read_again_without_a_question_and_without_a_change() {
    let town = Town::new(None);
    town.settle(&forms::roster());
    let service = init_service(gutcheck::web::pages(town.app.clone())).await;
    let mut hr = Browser::new(&service);
    hr.sign_in(&town.app, "hr@harbour.example").await;
    for encoding in [encoding_rs::UTF_8, encoding_rs::WINDOWS_1252] {
        let roster = forms::roster();
        let (bytes, _, _) = encoding.encode(&roster);
        let asked = send(&mut hr, &bytes).await;
        let page = hr.get(&asked).await;
        assert_eq!(page.status, StatusCode::OK);
        page.says("nothing to change");
    }
}
