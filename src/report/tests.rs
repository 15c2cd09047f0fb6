use super::*;
use crate::disclosure::{Asked, Ballots, Came, RawTally, Rule, Shape, Tree, release};
use crate::scoring::{Direction, LeaderAnswers, Pattern, Source, UnitScores, Wave};
use crate::stats::Judged;
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
        who: 0,
        values: sheet(survey, keyed),
    });
    let leaders = vec![leader.into_iter().collect()];
    let wave = Wave::new(survey.clone(), released, leaders).unwrap();
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
            ["You see Alignment higher, by", "Sie sehen das Thema"],
        ),
        (
            &HIGH,
            8,
            Some(1),
            Some(Verdict::Under),
            ["Your team sees Alignment higher, by", "Ihr Team sieht das"],
        ),
        (
            &HIGH,
            8,
            Some(4),
            Some(Verdict::Alike),
            [
                "alike: most likely less than 20 points",
                "gleich: höchstwahrscheinlich weniger als 20 Punkte",
            ],
        ),
        (
            &SPREAD,
            16,
            Some(3),
            Some(Verdict::CannotTell),
            ["cannot be told", "lässt sich nicht sagen"],
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
            let row = report
                .gaps
                .iter()
                .find(|row| row.id == "alignment")
                .unwrap();
            assert_eq!(row.verdict, verdict, "{members:?} {leader:?} {row:?}");
            assert!(row.sentence.contains(words), "{} {words}", row.sentence);
        }
    }
}

/// Picture, number and sentence of every comparison that these teams allow.
#[test]
fn a_clear_gap_is_off_zero_and_off_zero_is_at_least_likely_in_number_picture_and_word() {
    let teams: [&[u8]; 4] = [&SPREAD, &HIGH, &[3, 3, 3, 4, 4], &[1, 1, 5, 5, 5, 5]];
    let mut seen = std::collections::BTreeSet::new();
    for members in teams {
        for invited in [members.len(), members.len() + 2, 2 * members.len()] {
            for leader in 1..=5 {
                let report = worded(members, invited, Some(leader), Lang::En);
                for row in report.gaps.iter().chain(&report.traps) {
                    let (lo, hi) = row.gap_lo.zip(row.gap_hi).unwrap();
                    let [left, right] = row.chance.unwrap();
                    let verdict = row.verdict.unwrap();
                    let off_zero = lo > 0 || hi < 0;
                    assert!(!verdict.is_clear() || off_zero, "{row:?}");
                    assert!(!off_zero || verdict.is_gap(), "{row:?}");
                    let leader = 25.0 * (row.figures["leader"] - 1.0);
                    let outside = leader < left - 1e-9 || leader > right + 1e-9;
                    assert_eq!(outside, off_zero, "{row:?}");
                    assert!(lo < hi, "never a point, also when everyone answered");
                    seen.insert(verdict.key());
                }
            }
        }
    }
    assert!(seen.len() >= 4, "{seen:?}");
}

#[test]
fn every_verdict_direction_and_pattern_has_its_words_in_every_language() {
    let mut keys = Vec::new();
    let mut add = |stem: &str, key: &str| keys.push(format!("{stem}{key}"));
    for verdict in Verdict::ALL {
        for stem in ["report-headline-", "report-gap-", "report-mean-"] {
            add(stem, verdict.key());
        }
        if verdict.is_gap() {
            add("report-headline-mean-", verdict.key());
            add("report-headline-trap-", verdict.key());
            add("report-trap-", verdict.key());
        }
    }
    for verdict in ChangeVerdict::ALL {
        add("report-change-", verdict.key());
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
            let numbers = [
                "gap",
                "n",
                "invited",
                "score",
                "alike",
                "points",
                "detectable",
            ]
            .into_iter();
            let filled = numbers.fold(Sentence::new(key.clone()), |said, name| {
                said.with(name, 1_usize)
            });
            let words = ["title", "role", "lo", "hi", "since"].into_iter();
            let filled = words.fold(filled, |said, name| said.with(name, "leader"));
            assert!(!filled.in_lang(lang).starts_with('['), "{key}");
        }
    }
}

#[test]
fn every_change_has_its_sentence_with_the_move_that_could_have_been_seen() {
    let survey = survey();
    let scores = scores(&survey, &HIGH, 8, Some(4));
    let (trust, _) = survey.dimension("trust").unwrap();
    let found = scores.dimensions[trust].gap.unwrap();
    let change = |points: f64, p: f64, adjusted: f64| {
        let mut found: Judged = found;
        found.comparison.points = points;
        Judged {
            p,
            adjusted,
            ..found
        }
    };
    for (found, verdict, english, german) in [
        (
            change(0.8, 0.01, 0.01),
            ChangeVerdict::Up,
            "rose by 20 points since Q1",
            "stieg um 20 Punkte gegenüber Q1",
        ),
        (
            change(-0.8, 0.01, 0.01),
            ChangeVerdict::Down,
            "fell by 20 points",
            "fiel um 20 Punkte",
        ),
        (
            change(0.6, 0.04, 0.2),
            ChangeVerdict::LikelyUp,
            "probably rose",
            "wahrscheinlich",
        ),
        (
            change(0.2, 0.3, 0.9),
            ChangeVerdict::NotVisible,
            "a move can be seen from",
            "eine Bewegung ab",
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
            let changed = report.gaps.iter().filter(|row| row.change.is_some());
            assert_eq!(changed.count(), 1);
        }
    }
}

#[test]
fn what_is_shown_of_an_interval_contains_it() {
    let report = worded(&SPREAD, 11, Some(4), Lang::En);
    for row in report.gaps.iter().chain(&report.traps) {
        let shown = |name: &str| 25.0 * (row.figures[name] - 1.0);
        assert!(row.lo as f64 <= shown("again_low") + 1e-9, "{row:?}");
        assert!(shown("again_high") - 1e-9 <= row.hi as f64, "{row:?}");
        let distance = |name: &str| 25.0 * row.figures[name];
        let (lo, hi) = row.gap_lo.zip(row.gap_hi).unwrap();
        assert!(lo as f64 <= distance("gap_low") || lo == 1);
        assert!(distance("gap_high") <= hi as f64 || hi == -1);
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
    let said = &report.next[1];
    assert!(said.contains(" and ") && said.contains(" have "), "{said}");
    assert!(!said.contains(" · "), "{said}");
}

/// The topics of a report whose members' means are these.
fn standing(teams: [i64; 5]) -> UnitReport {
    let mut report = worded(&HIGH, 8, Some(4), Lang::En);
    for (row, team) in report.gaps.iter_mut().zip(teams) {
        (row.team, row.lo, row.hi) = (team, team - 5, team + 5);
    }
    report
}

#[test]
fn topics_that_print_the_same_figure_are_named_together_as_highest_or_lowest() {
    let report = standing([80, 40, 60, 60, 40]);
    let name = |row: usize| report.gaps[row].title.as_str();
    let said = below::headline(&report.gaps, Lang::En);
    let words = format!(
        "{} stands highest in these teams, {} and {} lowest",
        name(0),
        name(1),
        name(4)
    );
    assert_eq!(said, words);
    let both = below::headline(&standing([80, 80, 60, 60, 40]).gaps, Lang::En);
    assert!(
        both.contains(&format!("{} and {} stand highest", name(0), name(1))),
        "{both}"
    );
}

#[test]
fn nothing_that_stands_low_or_is_seen_differently_is_called_good() {
    let mut report = standing([80, 70, 70, 50, 40]);
    let name = |report: &UnitReport, row: usize| report.gaps[row].title.clone();
    assert_eq!(report.best(Lang::En), Some((name(&report, 0), 80)));
    report.gaps[0].verdict = worded(&[5; 8], 8, Some(1), Lang::En).gaps[0].verdict;
    let both = format!("{} and {}", name(&report, 1), name(&report, 2));
    assert_eq!(report.best(Lang::En), Some((both, 70)));
    assert_eq!(standing([59, 50, 50, 50, 40]).best(Lang::En), None);
}
