mod changes;
mod coverage;
mod involvement;
mod patterns;

use super::*;
use crate::disclosure::{Node, RawTally, Release, Released, Rule, Shape, release};
use crate::stats::{Precision, StatsError, Verdict};
use crate::survey::{DimensionKind, Survey};
use std::sync::Arc;

fn survey() -> Survey {
    Survey::parse(
        include_str!("../../surveys/team-diagnostic.toml"),
        "team-diagnostic.toml",
    )
    .unwrap()
}

/// One answer sheet: `others` everywhere, but for the items named; no commitment is judged.
fn sheet(survey: &Survey, others: Option<u8>, named: &[(&str, Option<u8>)]) -> Vec<Option<u8>> {
    let asked = survey
        .items
        .iter()
        .map(|item| others.filter(|_| !survey.is_slot(item)));
    let mut sheet: Vec<_> = asked.collect();
    for (id, value) in named {
        sheet[survey.item(id).unwrap().0] = *value;
    }
    sheet
}

fn team(survey: &Survey, sheets: &[Vec<Option<u8>>]) -> Released<Release> {
    let mut tally = RawTally::new(&Arc::new(Shape::of(survey)));
    sheets.iter().for_each(|sheet| tally.add(sheet).unwrap());
    release(
        &[Node {
            parent: None,
            own: sheets.len(),
        }],
        &[tally],
        Rule::new(5, 2).unwrap(),
    )
    .unwrap()
}

fn wave(
    survey: &Survey,
    sheets: &[Vec<Option<u8>>],
    invited: usize,
    leader: &[Option<u8>],
) -> Wave {
    let leader = LeaderAnswers {
        values: leader.to_vec(),
    };
    let released = team(survey, sheets);
    Wave::new(survey.clone(), released, vec![invited], vec![vec![leader]])
}

fn scores(
    survey: &Survey,
    sheets: &[Vec<Option<u8>>],
    invited: usize,
    leader: &[Option<u8>],
) -> UnitScores {
    wave(survey, sheets, invited, leader)
        .unit(0)
        .unwrap()
        .unwrap()
}

fn of<'a>(survey: &Survey, scores: &'a UnitScores, dimension: &str) -> &'a DimensionScores {
    &scores.dimensions[survey.dimension(dimension).unwrap().0]
}

/// Eight people, no item capped: every answer but the last is given twice.
fn mixed(survey: &Survey) -> Vec<Vec<Option<u8>>> {
    [1, 1, 2, 2, 3, 3, 4, 5]
        .map(|value| sheet(survey, Some(value), &[]))
        .into()
}

#[test]
fn a_reversed_item_is_keyed_once() {
    let survey = survey();
    let leader = sheet(&survey, Some(5), &[("A4", Some(1))]);
    let scores = scores(&survey, &mixed(&survey), 8, &leader);
    let alignment = of(&survey, &scores, "alignment");
    assert_eq!(alignment.leader, Some(5.0));
    let (index, _) = survey.item("A4").unwrap();
    let item = alignment
        .items
        .iter()
        .find(|score| score.item == index)
        .unwrap();
    let raw_mean = 21.0 / 8.0;
    assert_eq!(item.members, Some(6.0 - raw_mean));
    assert_eq!(
        item.favourable,
        Some(4.0 / 8.0),
        "a 1 or 2 on a reversed item is favourable"
    );
    assert_eq!(item.leader, Some(5.0));
    let mean = alignment.members.unwrap().mean();
    assert!((mean - (4.0 * raw_mean + 6.0 - raw_mean) / 5.0).abs() < 1e-12);
}

#[test]
fn a_leader_needs_half_of_the_items_and_cant_say_is_no_middle_answer() {
    let survey = survey();
    let half = sheet(
        &survey,
        Some(4),
        &[
            ("LT1", Some(5)),
            ("LT2", None),
            ("LT3", None),
            ("LT4", Some(1)),
        ],
    );
    let members = mixed(&survey);
    assert_eq!(
        of(
            &survey,
            &scores(&survey, &members, 8, &half),
            "leadership-trap"
        )
        .leader,
        Some(5.0)
    );
    let less = sheet(
        &survey,
        Some(4),
        &[
            ("LT1", Some(5)),
            ("LT2", None),
            ("LT3", None),
            ("LT4", None),
        ],
    );
    let scores = scores(&survey, &members, 8, &less);
    assert_eq!(of(&survey, &scores, "leadership-trap").leader, None);
    assert_eq!(of(&survey, &scores, "leadership-trap").gap, None);
}

#[test]
fn a_members_cant_say_lowers_the_base_and_not_the_mean() {
    let survey = survey();
    let mut sheets = mixed(&survey);
    sheets.push(sheet(&survey, None, &[]));
    let scores = scores(&survey, &sheets, 9, &sheet(&survey, Some(4), &[]));
    let pillars = of(&survey, &scores, "pillars").members.unwrap();
    assert!((pillars.mean() - 21.0 / 8.0).abs() < 1e-12);
    assert_eq!(
        (pillars.precision.n, pillars.precision.census()),
        (8, false)
    );
}

#[test]
fn a_scale_has_the_smallest_base_and_a_variance_from_its_items() {
    let survey = survey();
    let (pillars, _) = survey.dimension("pillars").unwrap();
    let (first, _) = survey.items_of(pillars).next().unwrap();
    let mut sheets = mixed(&survey);
    sheets.push(sheet(&survey, Some(3), &[]));
    let seen = |sheets: &[Vec<Option<u8>>]| {
        let wave = wave(&survey, sheets, 9, &sheet(&survey, Some(4), &[]));
        let atom = wave.release.node(0).unwrap();
        let correlations = &wave.parameters.get(pillars).unwrap().correlations;
        let shown = observed::shown(&survey, pillars, &atom, &|_| true).unwrap();
        observed::Observed::of(&shown, reading::Reading::Keyed, correlations).unwrap()
    };
    // Three equal items of variance 14/8 that correlate at 0.4.
    let even = 14.0 / 8.0 * (3.0 + 0.4 * 6.0) / 9.0;
    assert!((seen(&sheets).variance - even).abs() < 1e-12);
    sheets[0][first] = None;
    assert_eq!(seen(&sheets).base, 8);
}

#[test]
fn variance_is_pooled_from_twenty_degrees_of_freedom_and_declared_below() {
    let mut survey = survey();
    let (pillars, _) = survey.dimension("pillars").unwrap();
    let people = |survey: &Survey, n: usize| -> Vec<_> {
        (0..n)
            .map(|person| sheet(survey, Some(1 + (person % 5) as u8), &[]))
            .collect()
    };
    let pooled = |survey: &Survey, n| {
        let parameters = Parameters::of(survey, &team(survey, &people(survey, n)), None);
        parameters.get(pillars).unwrap().keyed_variance().unwrap()
    };
    assert_eq!(pooled(&survey, 20), survey.scoring.scale_variance);
    let all_items = pooled(&survey, 25);
    assert!((all_items - 0.6 * 50.0 / 24.0).abs() < 1e-12, "{all_items}");
    let mut left = false;
    survey
        .items
        .retain(|item| item.dimension != pillars || !std::mem::replace(&mut left, true));
    assert_eq!(pooled(&survey, 20), survey.scoring.item_variance);
}

#[test]
fn everyone_answered_and_nothing_capped_is_a_point() {
    let survey = survey();
    let scores = scores(&survey, &mixed(&survey), 8, &sheet(&survey, Some(4), &[]));
    for dimension in scores.dimensions.iter().filter_map(|scores| scores.members) {
        assert!(dimension.precision.census() && !dimension.capped);
        assert_eq!(
            dimension.precision.interval,
            Interval::point(dimension.mean())
        );
    }
}

#[test]
fn the_interval_of_a_capped_unanimous_team_contains_the_truth() {
    let survey = survey();
    for value in 1..=5 {
        let sheets = vec![sheet(&survey, Some(value), &[]); 5];
        for invited in [5, 8] {
            let scores = scores(&survey, &sheets, invited, &sheet(&survey, Some(value), &[]));
            let pillars = of(&survey, &scores, "pillars").members.unwrap();
            let truth = f64::from(value);
            let Precision {
                interval, bounds, ..
            } = pillars.precision;
            assert!(
                pillars.capped && interval.contains(truth),
                "{value}: {pillars:?}"
            );
            assert!(bounds.contains(interval.lo) && bounds.contains(interval.hi));
        }
    }
}

#[test]
fn a_gap_is_positive_when_the_leader_sees_it_better() {
    let survey = survey();
    let reversed: Vec<_> = survey
        .items
        .iter()
        .filter(|item| item.reversed)
        .map(|item| item.id.as_str())
        .collect();
    let keyed = |value: u8| {
        let turned: Vec<_> = reversed.iter().map(|id| (*id, Some(6 - value))).collect();
        sheet(&survey, Some(value), &turned)
    };
    let low: Vec<_> = [1, 1, 1, 2, 2, 2, 1, 2, 3, 3].map(keyed).into();
    let scores = scores(&survey, &low, 10, &keyed(5));
    for (kind, scores) in survey
        .dimensions
        .iter()
        .map(|dimension| dimension.kind)
        .zip(&scores.dimensions)
    {
        let judged = matches!(kind, DimensionKind::Core | DimensionKind::Trap);
        let Some(gap) = scores.gap.filter(|_| judged) else {
            assert!(!judged);
            continue;
        };
        assert!(
            (gap.points - (5.0 - scores.members.unwrap().mean())).abs() < 1e-12 && gap.points > 3.0
        );
        assert!(gap.interval.contains(gap.points));
        assert_eq!(gap.verdict, Verdict::Over);
    }
    let mean = low
        .iter()
        .zip([1, 1, 1, 2, 2, 2, 1, 2, 3, 3])
        .map(|(_, value)| f64::from(value))
        .sum::<f64>()
        / 10.0;
    assert!((scores.overall.unwrap() - mean).abs() < 1e-12);
}

#[test]
fn one_item_shown_of_five_is_not_a_dimension() {
    let survey = survey();
    let mut sheets = mixed(&survey);
    for sheet in &mut sheets[..4] {
        for (item, _) in survey
            .items_of(survey.dimension("trust").unwrap().0)
            .skip(1)
        {
            sheet[item] = None;
        }
    }
    let scores = scores(&survey, &sheets, 8, &sheet(&survey, Some(4), &[]));
    assert_eq!(of(&survey, &scores, "trust").members, None);
    assert_eq!(scores.overall, None);
}

#[test]
fn more_answers_than_invited_are_refused() {
    let survey = survey();
    let wave = wave(&survey, &mixed(&survey), 7, &sheet(&survey, Some(4), &[]));
    assert_eq!(
        wave.unit(0),
        Err(StatsError::MoreAnswersThanInvited { n: 8, invited: 7 })
    );
}
