use super::*;
use crate::survey::Survey;

pub(super) fn shape() -> Arc<Shape> {
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

/// An item that is not shown in a group hides who skipped it: the figures of whole sheets are those of the others.
#[test]
fn whole_sheets_tell_nothing_of_who_skipped_a_hidden_item() {
    let shape = shape();
    let mut dice = Dice(9);
    let (item, _) = shape.scales[0].items[0];
    let of_teams: Vec<Vec<Vec<Option<u8>>>> = (0..11)
        .map(|_| {
            let mut team = sheets(&mut dice, &shape, 6);
            for sheet in &mut team {
                sheet
                    .iter_mut()
                    .for_each(|answer| *answer = answer.or(Some(2)));
            }
            team
        })
        .collect();
    let release = |skipping: [usize; 2]| {
        let tallies = of_teams.iter().map(|team| {
            let mut team = team.clone();
            skipping
                .iter()
                .for_each(|&person| team[person][item] = None);
            tallied(&shape, &team)
        });
        encode(&released(&tallies.collect::<Vec<_>>())).unwrap()
    };
    assert_eq!(release([0, 1]), release([3, 5]));
}

/// Teams of sheets with no blanks, of which a share repeats one answer.
fn teams(dice: &mut Dice, teams: usize, size: usize) -> Vec<RawTally> {
    let shape = shape();
    let full = |sheet: Vec<Option<u8>>| sheet.iter().map(|value| value.or(Some(3))).collect();
    let team = |_| {
        let sheets: Vec<_> = sheets(dice, &shape, size).into_iter().map(full).collect();
        tallied(&shape, &sheets)
    };
    (0..teams).map(team).collect()
}

/// Figures over whole sheets need fifty people in ten teams.
#[test]
fn figures_of_the_survey_need_fifty_people_in_ten_teams_and_come_in_steps() {
    let dice = &mut Dice(6);
    let mut of = |number, size| released(&teams(dice, number, size));
    let shape = shape();
    assert!(of(10, 5).organisation().scale(0).is_some());
    assert!(of(9, 10).organisation().scale(0).is_none());
    assert!(of(9, 11).organisation().careless().is_none());
    let calibration = (0..shape.scales.len()).find(|scale| shape.scales[*scale].items.is_empty());
    let release = of(12, 12);
    assert!(release.organisation().scale(calibration.unwrap()).is_none());
    let figures = release.organisation().scale(0).unwrap();
    assert_eq!((figures.people, figures.teams), (144, 12));
    assert_eq!(figures.correlation(1, 3), figures.correlation(3, 1));
    assert_eq!(figures.correlation(2, 2), Some(1.0));
    let correlation = figures.correlation(0, 4);
    for figure in [
        figures.alpha,
        figures.omega,
        figures.icc1,
        figures.icc2,
        correlation,
    ] {
        let steps = figure.unwrap_or_default() / 0.05;
        assert!((steps - steps.round()).abs() < 1e-9, "{figure:?}");
    }
    let careless = release.organisation().careless().unwrap();
    assert_eq!((careless.percent % 5, careless.sheets), (0, 144));
}

/// In every team, what hides behind the cap of one column changes no figure of whole sheets.
#[test]
fn whole_sheets_tell_nothing_of_what_a_cap_hides() {
    let shape = shape();
    let mut dice = Dice(7);
    for round in 0..60 {
        let (item, _) = shape.scales[0].items[round % shape.scales[0].items.len()];
        let size = 6 + dice.below(4);
        let of_teams: Vec<Vec<Vec<Option<u8>>>> = (0..11)
            .map(|_| {
                let mut team = sheets(&mut dice, &shape, size);
                for (person, sheet) in team.iter_mut().enumerate() {
                    sheet
                        .iter_mut()
                        .for_each(|answer| *answer = answer.or(Some(2)));
                    // All but one at the end of the scale, which the cap shows as fewer.
                    sheet[item] = Some(if person == 0 { 4 } else { 5 });
                }
                team
            })
            .collect();
        let release = |hidden: bool| {
            let tallies = of_teams.iter().map(|team| {
                let mut team = team.clone();
                let person = 1 + (round % (size - 1));
                team[person][item] = Some(if hidden { 4 } else { 5 });
                tallied(&shape, &team)
            });
            encode(&released(&tallies.collect::<Vec<_>>())).unwrap()
        };
        assert_eq!(release(false), release(true));
    }
}

/// A straight line at one end of a page with reversed items is careless; one in the middle need not be. Columns at
/// the cap of their group are not looked at.
#[test]
fn straight_lines_at_an_end_are_counted_as_careless() {
    let shape = shape();
    let mut dice = Dice(8);
    let line = |value: u8| -> Vec<_> {
        let answers = shape.options.iter();
        answers.map(|&options| Some(value.min(options))).collect()
    };
    let mut percent = |lines: usize| {
        let mut team = sheets(&mut dice, &shape, 100 - lines);
        (0..lines).for_each(|at| team.push(line(if at % 2 == 0 { 5 } else { 1 })));
        let release = released(&[tallied(&shape, &team)]);
        release
            .organisation()
            .careless()
            .map(|careless| careless.percent)
    };
    assert_eq!(
        [percent(0), percent(20), percent(23)],
        [Some(0), Some(20), Some(25)]
    );
    let middle: Vec<_> = (0..100).map(|_| line(3)).collect();
    let release = released(&[tallied(&shape, &middle)]);
    assert_eq!(
        release.organisation().careless(),
        None,
        "every column is capped"
    );
}
