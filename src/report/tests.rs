use super::*;
use crate::disclosure::{Asked, Ballots, Came, RawTally, Rule, Shape, Tree, release};
use crate::scoring::{Change, Direction, LeaderAnswers, Pattern, Source, UnitScores, Wave};
use crate::stats::Interval;
use crate::survey::Survey;
use crate::text::{Lang, Sentence};
use std::sync::Arc;

fn survey() -> Survey {
    let source = include_str!("../../surveys/team-diagnostic.toml");
    Survey::parse(source, "team-diagnostic.toml").unwrap()
}

/// A sheet with one keyed answer throughout; involvement is right.
fn sheet(survey: &Survey, keyed: u8) -> Vec<Option<u8>> {
    let answer = |item: &crate::survey::Item| match survey.dimensions[item.dimension].id.as_str() {
        "calibration" => Some(3),
        "commitments" => None,
        _ if item.reversed => Some(6 - keyed),
        _ => Some(keyed),
    };
    survey.items.iter().map(answer).collect()
}

fn scores(survey: &Survey, members: &[u8], invited: usize, leader: Option<u8>) -> UnitScores {
    let shape = Arc::new(Shape::of(survey));
    let mut tally = RawTally::new(&shape);
    for keyed in members {
        tally.add(&sheet(survey, *keyed)).unwrap();
    }
    let rule = Rule::new(5, 2).unwrap();
    let tree = Tree::new(vec![None]).unwrap();
    let asked = Asked::apart(tree, &[(0, invited)].into(), rule).unwrap();
    let came = Came {
        ballots: members.len(),
        replaced: Vec::new(),
    };
    let ballots = Ballots {
        shape: &shape,
        came: &[came],
        tallies: &[tally],
        shown: &[],
    };
    let released = release(&asked, &ballots, rule).unwrap();
    let leader = leader.map(|keyed| LeaderAnswers {
        values: sheet(survey, keyed),
    });
    let leaders = vec![leader.into_iter().collect()];
    let wave = Wave::new(survey.clone(), released, leaders);
    wave.unit(0).unwrap().unwrap()
}

fn worded(members: &[u8], invited: usize, leader: Option<u8>, lang: Lang) -> UnitReport {
    let survey = survey();
    let scores = scores(&survey, members, invited, leader);
    unit(&survey, &scores, None, Source::Declared, lang)
}

const SPREAD: [u8; 8] = [1, 1, 2, 2, 3, 3, 4, 5];
const HIGH: [u8; 8] = [3, 4, 4, 5, 4, 5, 3, 4];

/// Members, invited, leader, verdict, and words of its sentence in English and German.
type Case = (
    &'static [u8],
    usize,
    Option<u8>,
    Option<Verdict>,
    [&'static str; 2],
);

/// What a verdict may say, in both languages: the rule, and the words that hold it.
#[test]
fn every_verdict_has_its_sentence_and_no_sentence_says_more_than_its_number() {
    let cases: [Case; 5] = [
        (
            &SPREAD,
            8,
            Some(5),
            Some(Verdict::Over),
            [
                "points higher than your team; with 8 of 8 answers",
                "Punkte höher als Ihr Team; bei 8 von 8",
            ],
        ),
        (
            &HIGH,
            8,
            Some(1),
            Some(Verdict::Under),
            [
                "points lower than your team",
                "Punkte niedriger als Ihr Team",
            ],
        ),
        (
            &HIGH,
            8,
            Some(4),
            Some(Verdict::Close),
            [
                "alike, to within half a step",
                "gleich, bis auf eine halbe Stufe",
            ],
        ),
        (
            &SPREAD,
            16,
            Some(3),
            Some(Verdict::Uncertain),
            ["cannot be told from chance", "nicht von Zufall zu trennen"],
        ),
        (
            &SPREAD,
            8,
            None,
            None,
            ["no leader's form", "keinen Bogen der Führungskraft"],
        ),
    ];
    for (members, invited, leader, verdict, words) in cases {
        for (lang, words) in [Lang::En, Lang::De].into_iter().zip(words) {
            let report = worded(members, invited, leader, lang);
            let row = &report.gaps[0];
            assert_eq!(row.verdict, verdict, "{members:?} {leader:?}");
            assert!(row.sentence.contains(words), "{} {words}", row.sentence);
        }
    }
}

#[test]
fn every_verdict_direction_and_pattern_has_its_words_in_every_language() {
    let mut keys = Vec::new();
    let mut add = |stem: &str, key: &str| keys.push(format!("{stem}{key}"));
    for verdict in Verdict::ALL {
        add("report-headline-", verdict.key());
        add("report-gap-", verdict.key());
        if verdict.is_gap() {
            add("report-trap-", verdict.key());
        }
    }
    for pattern in Pattern::ALL {
        let key = pattern.key();
        add("report-pattern-", key);
        add("report-pattern-", &format!("{key}-means"));
        add("guide-pattern-", key);
        if pattern != Pattern::NoClearPattern {
            add("report-next-", key);
        }
        for part in ["", "-means", "-next"] {
            add("gut-", &format!("{key}{part}"));
        }
    }
    for direction in Direction::ALL {
        add("report-involvement-", direction.key());
        if direction != Direction::Open {
            add("gut-balance-", direction.key());
        }
    }
    for verdict in CommitmentVerdict::ALL {
        add("commitment-judged-", verdict.key());
    }
    for lang in Lang::ALL {
        for key in &keys {
            let numbers = ["gap", "n", "invited", "score"].into_iter();
            let filled = numbers.fold(Sentence::new(key.clone()), |said, name| {
                said.with(name, 1_usize)
            });
            let filled = filled.with("title", "Trust").with("role", "leader");
            assert!(!filled.in_lang(lang).starts_with('['), "{key}");
        }
    }
}

/// A difference that is beyond noise but below the survey's threshold is neither a gap nor noise.
#[test]
fn a_small_difference_beyond_noise_is_not_called_noise() {
    let mut survey = survey();
    survey.scoring.threshold = 2.0;
    let scores = scores(&survey, &SPREAD, 8, Some(5));
    let mut scores = scores;
    for scored in &mut scores.dimensions {
        if let Some(gap) = &mut scored.gap {
            assert!(gap.p < 0.05, "{gap:?}");
            gap.verdict = crate::stats::Verdict::Uncertain;
        }
    }
    for (lang, words) in [
        (Lang::En, "smaller than what"),
        (Lang::De, "kleiner als das"),
    ] {
        let report = unit(&survey, &scores, None, Source::Wave, lang);
        assert!(
            report.gaps[0].sentence.contains(words),
            "{}",
            report.gaps[0].sentence
        );
        assert!(!report.gaps[0].sentence.contains("cannot be told"));
    }
}

#[test]
fn every_change_has_its_sentence_with_the_move_that_could_have_been_seen() {
    let survey = survey();
    let scores = scores(&survey, &HIGH, 8, Some(4));
    let (trust, _) = survey.dimension("trust").unwrap();
    let change = |points: f64, detectable: f64, visible: bool| Change {
        points,
        interval: Interval::point(points),
        detectable,
        p: if visible { 0.01 } else { 0.2 },
        visible,
        step: 5.0,
    };
    for (found, verdict, english, german) in [
        (
            change(0.8, 0.4, true),
            ChangeVerdict::Up,
            "rose by 20 points since Q1",
            "stieg um 20 Punkte gegenüber Q1",
        ),
        (
            change(-0.8, 0.4, true),
            ChangeVerdict::Down,
            "fell by 20 points",
            "fiel um 20 Punkte",
        ),
        // 0.59 points are 14.75 of 100: what is promised is never more than what could be seen.
        (
            change(0.2, 0.59, false),
            ChangeVerdict::NotVisible,
            "changes below 14 points cannot be told",
            "Änderungen unter 14 Punkten",
        ),
        (
            change(0.6, 0.5, false),
            ChangeVerdict::NotVisible,
            "As several topics are looked at together",
            "mehrere Themen zugleich",
        ),
    ] {
        let mut changes = vec![None; survey.dimensions.len()];
        changes[trust] = Some(found);
        let moves = Moves {
            since: "Q1",
            changes: &changes,
        };
        for (lang, words) in [(Lang::En, english), (Lang::De, german)] {
            let report = unit(&survey, &scores, Some(&moves), Source::Wave, lang);
            let row = report.gaps.iter().find(|row| row.id == "trust").unwrap();
            let change = row.change.as_ref().unwrap();
            assert_eq!(change.verdict, verdict);
            assert!(change.sentence.contains(words), "{}", change.sentence);
            assert!(
                report
                    .gaps
                    .iter()
                    .filter(|row| row.change.is_some())
                    .count()
                    == 1
            );
        }
    }
}

#[test]
fn what_is_shown_of_an_interval_contains_it() {
    let report = worded(&SPREAD, 11, Some(4), Lang::En);
    for row in report.gaps.iter().chain(&report.traps) {
        let shown = |name: &str| 25.0 * (row.figures[name] - 1.0);
        assert!(row.lo as f64 <= shown("interval_low") && shown("interval_high") <= row.hi as f64);
    }
}

#[test]
fn the_next_steps_follow_from_the_result() {
    let steps = |members: &[u8], leader, invited| worded(members, invited, leader, Lang::En).next;
    let called = steps(&SPREAD, Some(5), 8);
    assert!(called[1].starts_with("Begin with"), "{called:?}");
    let open = steps(&HIGH, Some(4), 8);
    assert!(open[1].starts_with("No difference stands out"), "{open:?}");
    let silent = |steps: &[String]| steps.iter().any(|step| step.contains("did not answer"));
    assert!(silent(&steps(&HIGH, Some(4), 20)) && !silent(&open));
}

#[test]
fn agreement_is_a_band_or_two_where_capping_leaves_it_open_and_only_from_ten_sheets() {
    let unanimous = worded(&[4; 10], 10, Some(5), Lang::En);
    let sentence = &unanimous.gaps[0].agreement.as_ref().unwrap().sentence;
    assert!(sentence.contains("very strong"), "{sentence}");
    let split = worded(&[1, 1, 1, 1, 1, 5, 5, 5, 5, 5], 10, Some(5), Lang::De);
    let sentence = &split.gaps[0].agreement.as_ref().unwrap().sentence;
    assert!(sentence.contains("keine Einigkeit"), "{sentence}");
    assert!(
        worded(&[4; 9], 9, Some(5), Lang::En).gaps[0]
            .agreement
            .is_none()
    );
}

#[test]
fn sheets_are_told_from_people() {
    let survey = survey();
    let mut scores = scores(&survey, &SPREAD, 9, None);
    scores.sure = 7;
    for (lang, words) in [
        (Lang::En, "8 answer sheets of at least 7 people"),
        (Lang::De, "8 Bögen von mindestens 7 Personen"),
    ] {
        let report = unit(&survey, &scores, None, Source::Declared, lang);
        assert!(report.answered.contains(words), "{}", report.answered);
    }
}

#[test]
fn what_stands_equally_low_is_named_together() {
    let report = worded(&HIGH, 8, Some(4), Lang::En);
    assert!(report.next[1].contains(" · "), "{}", report.next[1]);
}
