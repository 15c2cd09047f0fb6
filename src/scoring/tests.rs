mod changes;
mod coverage;
mod involvement;
mod patterns;

use super::*;
use crate::disclosure::{
    Asked, Ballots, Came, RawTally, Release, Released, Rule, Shape, Tree, release,
};
use crate::stats::{Side, Word};
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

fn team(survey: &Survey, sheets: &[Vec<Option<u8>>], invited: usize) -> Released<Release> {
    let shape = Arc::new(Shape::of(survey));
    let mut tally = RawTally::new(&shape);
    sheets.iter().for_each(|sheet| tally.add(sheet).unwrap());
    let tree = Tree::new(vec![None]).unwrap();
    teams(&shape, tree, &[(0, invited)], &[tally])
}

/// What is released of teams by node, with how many were invited, from the sheets of each.
fn teams(
    shape: &Arc<Shape>,
    tree: Tree,
    invited: &[(usize, usize)],
    tallies: &[RawTally],
) -> Released<Release> {
    let rule = Rule::new(5, 2).unwrap();
    let asked = Asked::apart(tree, &invited.iter().copied().collect(), rule).unwrap();
    let came = tallies.iter().map(|tally| Came {
        ballots: tally.n(),
        replaced: Vec::new(),
    });
    let ballots = Ballots {
        shape,
        came: &came.collect::<Vec<_>>(),
        tallies,
        shown: &[],
    };
    release(&asked, &ballots, rule).unwrap()
}

/// Points as they are printed, in steps of 0 to 100.
fn printed(points: f64, step: f64) -> f64 {
    1.0 + (25.0 * (points - 1.0) / step + 0.5).floor() * step / 25.0
}

fn wave(
    survey: &Survey,
    sheets: &[Vec<Option<u8>>],
    invited: usize,
    leader: &[Option<u8>],
) -> Wave {
    let leader = LeaderAnswers {
        who: 0,
        values: leader.to_vec(),
    };
    let released = team(survey, sheets, invited);
    Wave::new(survey.clone(), released, vec![vec![leader]]).unwrap()
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
    assert_eq!(item.members, Some(printed(6.0 - raw_mean, 25.0)));
    assert_eq!(item.favourable, None, "shares need twenty sheets");
    assert_eq!(item.leader, Some(5.0));
    let mean = alignment.members.unwrap().mean();
    let expected = printed((4.0 * raw_mean + 6.0 - raw_mean) / 5.0, 5.0);
    assert!((mean - expected).abs() < 1e-12);
}

#[test]
fn a_low_answer_to_a_reversed_item_is_favourable() {
    let survey = survey();
    let sheets: Vec<_> = [1, 1, 2, 2, 3, 3, 4, 5, 2, 1]
        .repeat(2)
        .iter()
        .map(|value| sheet(&survey, Some(*value), &[]))
        .collect();
    let scores = scores(&survey, &sheets, 20, &sheet(&survey, Some(4), &[]));
    let favourable = |id| {
        let (index, item) = survey.item(id).unwrap();
        let dimension = &scores.dimensions[item.dimension];
        let found = dimension.items.iter().find(|score| score.item == index);
        found.unwrap().favourable.unwrap()
    };
    assert!((favourable("A4") - 0.6).abs() < 1e-12);
    assert!((favourable("A1") - 0.2).abs() < 1e-12);
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
    assert!((pillars.mean() - printed(21.0 / 8.0, 5.0)).abs() < 1e-12);
    assert_eq!(
        (pillars.precision.n, pillars.precision.census()),
        (8, false)
    );
}

#[test]
fn a_scale_has_the_smallest_base_and_a_variance_from_the_printed_spread() {
    let survey = survey();
    let (pillars, _) = survey.dimension("pillars").unwrap();
    let (first, _) = survey.items_of(pillars).next().unwrap();
    let mut sheets = mixed(&survey);
    sheets.extend([3, 3].map(|value| sheet(&survey, Some(value), &[])));
    let seen = |sheets: &[Vec<Option<u8>>]| {
        let scores = scores(&survey, sheets, 10, &sheet(&survey, Some(4), &[]));
        of(&survey, &scores, "pillars").members.unwrap().precision
    };
    // Three items of variance 1.6, which is printed as a standard deviation of 1.3, that correlate at 0.4.
    let own = 1.3 * 1.3 * (3.0 + 0.4 * 6.0) / 9.0;
    let moderated = (2.0 * survey.scoring.scale_variance + 9.0 * own) / 11.0;
    assert!((seen(&sheets).variance - moderated).abs() < 1e-12);
    sheets[0][first] = None;
    assert_eq!((seen(&sheets).n, seen(&sheets).people), (9, 9));
}

#[test]
fn a_team_of_nine_takes_its_variance_from_the_organisation() {
    let survey = survey();
    for members in [mixed(&survey), vec![sheet(&survey, Some(3), &[]); 8]] {
        let scores = scores(&survey, &members, 8, &sheet(&survey, Some(4), &[]));
        let trust = of(&survey, &scores, "trust").members.unwrap().precision;
        assert!((trust.variance - survey.scoring.scale_variance).abs() < 1e-12);
    }
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
        let release = team(survey, &people(survey, n), n);
        let parameters = Parameters::of(survey, &release, None);
        parameters
            .of_dimension(pillars)
            .unwrap()
            .variance()
            .unwrap()
    };
    assert_eq!(pooled(&survey, 20), survey.scoring.scale_variance);
    let all_items = pooled(&survey, 25);
    // The variance of 50/24 is printed as a standard deviation of 1.4.
    assert!((all_items - 0.6 * 1.4 * 1.4).abs() < 1e-12, "{all_items}");
    let mut left = false;
    survey
        .items
        .retain(|item| item.dimension != pillars || !std::mem::replace(&mut left, true));
    assert_eq!(pooled(&survey, 20), survey.scoring.item_variance);
}

#[test]
fn a_dimension_that_is_never_a_mean_has_no_parameters() {
    let survey = survey();
    let release = team(&survey, &mixed(&survey), 8);
    let parameters = Parameters::of(&survey, &release, None);
    let (commitments, _) = survey.dimension("commitments").unwrap();
    let of = parameters.of_dimension(commitments).unwrap();
    assert_eq!(of.variance(), Err(crate::stats::StatsError::NoParameters));
    assert!(parameters.of_dimension(99).is_err());
}

#[test]
fn everyone_answered_and_nothing_capped_is_what_rounding_leaves_open() {
    let survey = survey();
    let scores = scores(&survey, &mixed(&survey), 8, &sheet(&survey, Some(4), &[]));
    for dimension in scores.dimensions.iter().filter_map(|scores| scores.members) {
        assert!(dimension.precision.census() && !dimension.capped);
        assert_eq!(dimension.precision.mean, Interval::point(dimension.mean()));
        let Interval { lo, hi } = dimension.precision.said();
        let half = 2.5 / 25.0;
        assert!(
            (lo - (dimension.mean() - half)).abs() < 1e-9,
            "{dimension:?}"
        );
        assert!(
            (hi - (dimension.mean() + half)).abs() < 1e-9,
            "{dimension:?}"
        );
        let again = dimension.again;
        assert!(again.lo < lo && hi < again.hi, "another day is another day");
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
            let (interval, bounds) = (pillars.precision.said(), pillars.precision.bounds);
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
        let judged = matches!(
            kind,
            DimensionKind::Core | DimensionKind::Trap | DimensionKind::Symptoms
        );
        let Some(gap) = scores.gap.filter(|_| judged) else {
            assert!(!judged);
            continue;
        };
        let points = gap.comparison.points;
        assert!((points - (5.0 - scores.members.unwrap().mean())).abs() < 1e-12 && points > 3.0);
        assert!(gap.interval.contains(points) && gap.interval.lo > 0.0);
        assert_eq!(gap.word(), Word::Clear(Side::Higher));
    }
    assert_eq!(
        scores.mean_gap.map(|gap| gap.word()),
        Some(Word::Clear(Side::Higher))
    );
    let mean = low
        .iter()
        .zip([1, 1, 1, 2, 2, 2, 1, 2, 3, 3])
        .map(|(_, value)| f64::from(value))
        .sum::<f64>()
        / 10.0;
    assert!((scores.overall.unwrap() - printed(mean, 5.0)).abs() < 1e-12);
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
