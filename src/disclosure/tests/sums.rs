use super::*;
use crate::survey::Survey;

fn shape() -> Arc<Shape> {
    let source = include_str!("../../../surveys/team-diagnostic.toml");
    Arc::new(Shape::of(
        &Survey::parse(source, "team-diagnostic.toml").unwrap(),
    ))
}

fn sheets(dice: &mut Dice, shape: &Shape, people: usize) -> Vec<Vec<Option<u8>>> {
    let answer = |dice: &mut Dice, options: u8| {
        Some(1 + dice.below(options.into()) as u8).filter(|_| dice.below(20) > 0)
    };
    let sheet = |dice: &mut Dice| {
        shape
            .options
            .iter()
            .map(|&options| answer(dice, options))
            .collect()
    };
    (0..people).map(|_| sheet(dice)).collect()
}

fn tallied(shape: &Arc<Shape>, sheets: &[Vec<Option<u8>>]) -> RawTally {
    let mut tally = RawTally::new(shape);
    sheets.iter().for_each(|sheet| tally.add(sheet).unwrap());
    tally
}

/// Random divisions of random sheets, added in random orders, give the sums of all at once.
#[test]
fn tallies_of_parts_add_up_in_any_order() {
    let (shape, dice) = (shape(), &mut Dice(5));
    for people in [1, 2, 7, 40] {
        let sheets = sheets(dice, &shape, people);
        let whole = tallied(&shape, &sheets);
        for _ in 0..5 {
            let mut parts: Vec<Vec<Vec<Option<u8>>>> = vec![Vec::new(); 4];
            sheets
                .iter()
                .for_each(|sheet| parts[dice.below(4)].push(sheet.clone()));
            let mut parts: Vec<RawTally> = parts.iter().map(|part| tallied(&shape, part)).collect();
            while parts.len() > 1 {
                let one = parts.swap_remove(dice.below(parts.len()));
                let other = dice.below(parts.len());
                parts[other].absorb(&one);
            }
            assert!(parts.remove(0) == whole);
        }
    }
}

/// The sums of a scale are those of its keyed answers, written out.
#[test]
fn a_scale_sums_the_keyed_answers_of_those_who_left_none_out() {
    let shape = shape();
    let scale = shape.scales.first().unwrap().clone();
    let mut low = vec![None; shape.options.len()];
    let mut high = low.clone();
    for &(item, turned) in &scale.items {
        low[item] = Some(if turned > 0 { 4 } else { 2 });
        high[item] = Some(if turned > 0 { 1 } else { 5 });
    }
    let mut partial = high.clone();
    partial[scale.items[0].0] = None;
    let raw = tallied(&shape, &[low, high, partial]).scales().remove(0);
    let k = scale.items.len();
    assert_eq!(
        (raw.n, raw.sums, raw.products),
        (2, vec![7; k], vec![29; k * (k + 1) / 2])
    );
}

/// Figures over whole sheets need fifty people in ten teams.
#[test]
fn figures_of_the_survey_need_fifty_people_in_ten_teams() {
    let (shape, dice) = (shape(), &mut Dice(6));
    let mut released = |teams: usize, size: usize| {
        let nodes: Vec<_> = (0..teams)
            .map(|_| Node {
                parent: None,
                own: size,
            })
            .collect();
        let full = |sheet: Vec<Option<u8>>| sheet.iter().map(|value| value.or(Some(3))).collect();
        let tallies: Vec<_> = (0..teams)
            .map(|_| {
                let sheets: Vec<_> = sheets(dice, &shape, size).into_iter().map(full).collect();
                tallied(&shape, &sheets)
            })
            .collect();
        release(&nodes, &tallies, Rule::new(5, 2).unwrap()).unwrap()
    };
    assert!(released(10, 5).organisation().scale(0).is_some());
    assert!(released(9, 10).organisation().scale(0).is_none());
    assert!(released(5, 5).organisation().careless().is_none());
    let survey = shape.scales.len();
    let calibration = (0..survey).find(|scale| shape.scales[*scale].items.is_empty());
    assert!(
        released(10, 10)
            .organisation()
            .scale(calibration.unwrap())
            .is_none()
    );
    let figures = released(10, 10).organisation().scale(0).unwrap().clone();
    assert_eq!((figures.people, figures.teams), (100, 10));
    assert_eq!(figures.correlation(1, 3), figures.correlation(3, 1));
    assert_eq!(figures.correlation(2, 2), 1.0);
    let rounded = |value: f64| (100.0 * value).round() / 100.0;
    assert_eq!(
        figures.correlation(0, 4),
        rounded(figures.correlation(0, 4))
    );
}

/// A straight line at one end of a page with reversed items is careless; one in the middle need not be.
#[test]
fn straight_lines_at_an_end_are_counted_as_careless() {
    let shape = shape();
    let line = |value: u8| -> Vec<_> {
        let answers = shape.options.iter();
        answers.map(|&options| Some(value.min(options))).collect()
    };
    assert_eq!(tallied(&shape, &[line(5), line(1), line(3)]).careless(), 2);
}
