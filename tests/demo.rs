//! The demo: what it holds, and that its stories can be read from the released results.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

use gutcheck::access::{self, Look};
use gutcheck::app::App;
use gutcheck::ballot::secret::InvitationSecret;
use gutcheck::chart::{Width, report as chart};
use gutcheck::demo::Links;
use gutcheck::disclosure::{self, Shape, Stored};
use gutcheck::report::{ChangeVerdict, GapRow, TeamPage, UnitReport, Verdict};
use gutcheck::results;
use gutcheck::scoring::{Direction, Pattern};
use gutcheck::store::frozen::Kind;
use gutcheck::store::wave::{State, Wave};
use gutcheck::store::{frozen, invitation, people, result};
use gutcheck::text::{Lang, Markup, escape};
use gutcheck::wave::{self, AnsweredCount, Standing};
use std::sync::{Arc, LazyLock};
use support::furnished::furnished;

/// Furnished once for all tests.
static DEMO: LazyLock<Demo> = LazyLock::new(Demo::furnish);

struct Demo {
    app: App,
    links: Links,
}

impl Demo {
    fn furnish() -> Self {
        let (app, links) = furnished("demo");
        Self { app, links }
    }

    /// All waves, the first one first.
    fn waves(&self) -> Vec<Wave> {
        let mut waves = wave::list(&self.app).unwrap();
        waves.reverse();
        waves
    }

    /// What the leader of a team reads of each finished wave, the first one first.
    fn pages(&self, leader: &str) -> Vec<TeamPage> {
        let email = format!("{leader}@nordwind.example");
        let (leader, led) = self
            .app
            .store
            .read(|c| {
                let leader = people::person_by_email(c, &email)?.unwrap().id;
                let led = invitation::led_by(c, &leader)?;
                Ok((leader, led))
            })
            .unwrap();
        let mut pages = Vec::new();
        for wave in self
            .waves()
            .iter()
            .filter(|wave| wave.state == State::Released)
        {
            let (_, node, _) = led.iter().find(|(id, ..)| *id == wave.id).unwrap();
            let team = results::led(&self.app, &leader, &wave.id, *node).unwrap();
            pages.push(results::team(&self.app, &team, &wave.id, *node, Lang::En).unwrap());
        }
        pages
    }

    fn reports(&self, leader: &str) -> Vec<UnitReport> {
        let pages = self.pages(leader).into_iter();
        pages.map(|page| page.report.unwrap()).collect()
    }
}

fn row<'a>(report: &'a UnitReport, dimension: &str) -> &'a GapRow {
    let mut rows = report.gaps.iter().chain(&report.traps).chain(&report.chaos);
    rows.find(|row| row.id == dimension).unwrap()
}

fn direction(report: &UnitReport) -> Direction {
    report.involvement.as_ref().unwrap().direction
}

/// The secret at the end of a link.
fn secret(link: &str) -> &str {
    link.rsplit('/').next().unwrap()
}

#[test]
fn three_waves_are_over_with_their_keys_destroyed_and_the_fourth_is_open() {
    let waves = DEMO.waves();
    let now = DEMO.app.now();
    let states: Vec<State> = waves.iter().map(|wave| wave.state).collect();
    assert_eq!(
        states,
        [
            State::Released,
            State::Released,
            State::Released,
            State::Open
        ]
    );
    for wave in &waves[..3] {
        assert!(wave.key_destroyed.is_some() && DEMO.app.keys.issuing(&wave.id.bytes()).is_err());
        assert!(wave.released.unwrap() < now);
    }
    let opened_by = |wave: &Wave| wave::trustees(&DEMO.app, wave).unwrap();
    let trustees: Vec<bool> = waves.iter().map(|wave| opened_by(wave).is_some()).collect();
    assert_eq!(trustees, [false, false, true, false]);
    let (bench, _) = opened_by(&waves[2]).unwrap();
    assert_eq!((bench.needed, bench.proven(), bench.handed()), (2, 2, 2));
    assert!(waves[3].opens < now && now < waves[3].closes);
    for pair in waves.windows(2) {
        assert_eq!(pair[1].previous.as_ref(), Some(&pair[0].id));
        assert_ne!(pair[1].title, pair[0].title);
    }
}

#[test]
fn twelve_teams_are_asked_and_all_that_are_large_enough_are_shown_each_time() {
    let waves = DEMO.waves();
    let forms = |wave: &Wave| {
        DEMO.app
            .store
            .read(|c| invitation::leader_forms(c, &wave.id))
    };
    for wave in &waves[..3] {
        let (asked, heads): (Vec<_>, Vec<_>) = forms(wave)
            .unwrap()
            .into_iter()
            .partition(|form| form.asked);
        assert_eq!((asked.len(), heads.len()), (12, 4));
        let cells = DEMO.app.store.read(|c| frozen::cells(c, &wave.id)).unwrap();
        assert_eq!(cells.len(), 11);
        let sizes: Vec<i32> = cells.iter().map(|cell| cell.invited).collect();
        assert!(cells.iter().all(|cell| cell.invited >= 5), "{sizes:?}");
        let joint = cells.iter().find(|cell| cell.kind == Kind::Joint).unwrap();
        assert_eq!(joint.invited, 8);
        let known = wave::overview(&DEMO.app, &wave.id).unwrap();
        let merged = known.cells.iter().find(|cell| !cell.merged.is_empty());
        assert!(matches!(merged.unwrap().answered, AnsweredCount::Final(7)));
        let shown = results::organisation(&DEMO.app, &wave.id, Lang::En).unwrap();
        assert!(shown.report.rows.iter().all(|row| row.n >= 5));
    }
    let open = wave::overview(&DEMO.app, &waves[3].id).unwrap();
    let invited: usize = open.cells.iter().map(|cell| cell.invited).sum();
    assert_eq!(invited, 105);
    let percent = open.wave.participation.unwrap();
    assert!((40..60).contains(&percent) && percent % 5 == 0, "{percent}");
}

#[test]
fn the_links_sign_in_and_open_forms_that_nobody_has_sent() {
    let Demo { app, links } = &*DEMO;
    for link in [&links.hr, &links.leader] {
        assert_eq!(access::look(app, secret(link), None).unwrap(), Look::Good);
    }
    let fragment = links.answer.split('#').nth(1).unwrap();
    let [root, cell, token] = fragment.split('.').collect::<Vec<_>>()[..] else {
        panic!("{fragment} is no link")
    };
    let promised = wave::promised(app, root, cell.parse().unwrap()).unwrap();
    assert!(promised.standing == Standing::Open && promised.cell.contains("Platform"));
    let hash = InvitationSecret::parse(token).unwrap().hash();
    let invitation = app.store.read(|c| invitation::by_token(c, &hash)).unwrap();
    assert_eq!(invitation.unwrap().blinded_hash, None);
    let form = wave::leader_form(app, secret(&links.leader_form))
        .unwrap()
        .unwrap();
    assert!(form.standing == Standing::Open && form.invitation.answers.is_none());
    assert_eq!(
        (form.team.as_str(), form.person.locale.as_str()),
        ("Platform", "en")
    );
}

#[test]
fn platform_has_a_blind_spot_that_closes() {
    let reports = DEMO.reports("imani.okafor");
    for dimension in ["trust", "accountability"] {
        let rows: Vec<&GapRow> = reports
            .iter()
            .map(|report| row(report, dimension))
            .collect();
        assert_eq!(rows[0].verdict, Some(Verdict::Over), "{rows:?}");
        assert!(rows[0].gap.unwrap() >= 35, "{rows:?}");
        assert!(rows[2].gap.unwrap().abs() <= 10, "{rows:?}");
        assert_ne!(rows[2].verdict, Some(Verdict::Over), "{rows:?}");
        assert!(rows[2].team - rows[0].team >= 20, "{rows:?}");
        let moved = |row: &GapRow| row.change.as_ref().map(|change| change.verdict);
        assert_eq!(
            rows.iter().map(|row| moved(row)).collect::<Vec<_>>(),
            [None, Some(ChangeVerdict::Up), Some(ChangeVerdict::Up)]
        );
    }
}

#[test]
fn each_story_is_recognised_by_its_pattern() {
    for (leader, pattern) in [
        ("aylin.demir", Pattern::MutualAvoidance),
        ("birgit.thomsen", Pattern::Erratic),
        ("samuel.boateng", Pattern::InItWithThem),
    ] {
        for report in DEMO.reports(leader) {
            let found = report.pattern.as_ref().map(|found| found.id);
            assert_eq!(found, Some(pattern), "{leader}");
            assert!(report.parameters.contains("all teams of this wave"));
        }
    }
}

#[test]
fn logistics_drifts_into_chaos() {
    let reports = DEMO.reports("petra.zielinski");
    for pair in reports.windows(2) {
        let change = |dimension| row(&pair[1], dimension).team - row(&pair[0], dimension).team;
        assert!(change("chaos") >= 8, "{}", change("chaos"));
        assert!(change("expectations") <= -8, "{}", change("expectations"));
    }
    assert!(reports.iter().all(|report| report.n >= 10));
}

#[test]
fn north_is_split_in_two_camps() {
    for report in DEMO.reports("birgit.thomsen") {
        let [little, _, much] = report.involvement.unwrap().shares.unwrap();
        assert!(little >= 25 && much >= 25, "{little} {much}");
    }
    let survey = DEMO.app.library.get("team-diagnostic").unwrap();
    let (item, _) = survey.item("A1").unwrap();
    for wave in &DEMO.waves()[..3] {
        let (nodes, stored) = DEMO
            .app
            .store
            .read(|c| Ok((frozen::nodes(c, &wave.id)?, result::published(c, &wave.id)?)))
            .unwrap();
        let node = nodes.iter().position(|node| node.name == "North").unwrap();
        let (header, atoms) = stored;
        let shape = Arc::new(Shape::of(survey));
        let release = disclosure::decode(&Stored { header, atoms }, &shape).unwrap();
        let north = release.node(node).unwrap();
        let [below, middle, above] = north.shares(item).unwrap().bands();
        assert!(below.min(above) > middle && below.min(above) >= 20.0);
    }
}

#[test]
fn mobile_hides_behind_autonomy() {
    for report in DEMO.reports("aylin.demir") {
        assert!(row(&report, "trust").team >= 65);
        assert!(row(&report, "leadership-trap").team >= 60);
        assert!(row(&report, "member-trap").team >= 60);
        assert!(row(&report, "accountability").team <= 45);
        assert_eq!(direction(&report), Direction::TooLittle);
    }
}

#[test]
fn the_service_desk_is_healthy() {
    for report in DEMO.reports("samuel.boateng") {
        assert!(
            report
                .gaps
                .iter()
                .all(|row| row.team >= 65 && row.verdict != Some(Verdict::Over))
        );
        assert!(
            report
                .traps
                .iter()
                .chain(&report.chaos)
                .all(|row| row.team <= 35)
        );
        // Eight people cannot show that all of them agree.
        assert_eq!(direction(&report), Direction::Balanced);
    }
}

#[test]
fn larger_teams_have_comments_in_every_wave() {
    for leader in ["petra.zielinski", "birgit.thomsen", "nadia.haddad"] {
        for page in DEMO.pages(leader) {
            assert!(page.comments.is_some_and(|comments| !comments.is_empty()));
        }
    }
}

/// A gap is read in four places, and all of them have to say the same.
fn agrees(page: &TeamPage, report: &UnitReport) {
    let chart = chart::of_team(page, "gap", Width::Wide, Lang::En).unwrap();
    let name = format!("{} {}", page.head.wave, page.team);
    let rows = report.gaps.iter().chain(&report.traps);
    for row in rows.clone() {
        let name = format!("{name}: {}", row.title);
        let (Some(leader), Some(verdict)) = (row.leader, row.verdict) else {
            continue;
        };
        let (gap, lo, hi) = (row.gap.unwrap(), row.gap_lo.unwrap(), row.gap_hi.unwrap());
        assert_eq!(gap, leader - row.team, "{name}");
        assert!((lo..=hi).contains(&gap), "{name}: {gap} in {lo} to {hi}");
        let apart = lo > 0 || hi < 0;
        assert!(!verdict.is_clear() || apart, "{name}: clear, {lo} to {hi}");
        assert!(
            verdict.is_gap() || !apart,
            "{name}: {verdict:?}, {lo} to {hi}"
        );
        let higher = [Verdict::Over, Verdict::LikelyOver].contains(&verdict);
        assert!(!verdict.is_gap() || higher == (gap > 0), "{name}");
        // The diamond lies outside the zone where the interval leaves zero out, and the zone holds the team's dot.
        let [from, to] = row.chance.unwrap();
        assert!(from <= row.team as f64 && row.team as f64 <= to, "{name}");
        let exact = 25.0 * (row.figures.get("leader").unwrap() - 1.0);
        let near = 0.51;
        match apart {
            true => assert!(exact < from + near || exact > to - near, "{name}"),
            false => assert!(from - near < exact && exact < to + near, "{name}"),
        }
        // The chart has the same figures.
        for said in [row.title.clone(), row.team.to_string(), leader.to_string()] {
            assert!(chart.markup().contains(&escape(&said)), "{name}: {said}");
        }
    }
    let called = |row: &&GapRow| row.verdict.is_some_and(Verdict::is_gap);
    let mean = report.mean_gap.as_ref();
    let any =
        rows.clone().any(|row| called(&row)) || mean.is_some_and(|mean| mean.verdict.is_gap());
    let finding = [
        "You see ",
        "Your team ",
        "You probably ",
        "Taken together, ",
    ];
    let finds = finding
        .iter()
        .any(|start| report.headline.starts_with(start));
    assert_eq!(finds, any, "{name}: {}", report.headline);
    let titles: Vec<&GapRow> = rows
        .filter(|row| report.headline.contains(&row.title))
        .collect();
    assert!(titles.iter().all(called), "{name}: {}", report.headline);
    assert!(chart.markup().contains(&escape(&report.headline)));
    let topic = report.question.as_ref().unwrap();
    assert!(!topic.is_empty());
}

#[test]
fn headline_chart_sentence_and_table_of_every_team_agree() {
    let mut seen = 0;
    for wave in DEMO
        .waves()
        .iter()
        .filter(|wave| wave.state == State::Released)
    {
        for team in results::teams_shown(&DEMO.app, &wave.id).unwrap() {
            let page = results::team(&DEMO.app, &team.team, &wave.id, team.node, Lang::En).unwrap();
            agrees(&page, page.report.as_ref().unwrap());
            seen += 1;
        }
    }
    assert!(seen >= 27, "{seen}");
}
