//! What the reader of several reports learns of one answer of somebody who left, or joined.

use super::super::clip::{Limits, clip};
use super::super::raw::RawItem;
use super::super::steps::{Steps, nearest};
use super::Dice;
use std::collections::HashMap;

const ITEMS: usize = 5;
const ROUNDS: usize = 16_000;

type Person = [usize; ITEMS];

/// How people answer the items of one topic, in scale points from 1 to 5.
struct Population {
    name: &'static str,
    level: f64,
    /// By how much people of a team differ, and one person's answers from each other.
    between: f64,
    within: f64,
    /// What reports give beyond one at the most, in points: where others repeat 83 and 94 in a hundred answers.
    most: [f64; 2],
}

/// The more alike a person answers the items of a topic, the more their leaving moves its mean. `alike` is the
/// correlation of two answers within a team.
const POPULATIONS: [Population; 7] = [
    population("usual, alike .25", 3.7, 0.5, 0.8, [5.0, 8.0]),
    population("few differ, alike .25", 3.7, 0.35, 0.5, [5.0, 8.0]),
    population("near the end, alike .35", 4.4, 0.6, 0.7, [6.0, 9.0]),
    population("all over the scale, alike .25", 3.2, 0.8, 1.3, [6.0, 10.0]),
    population("alike .35", 3.7, 0.7, 0.85, [7.0, 10.0]),
    population("alike .50", 3.7, 0.85, 0.78, [10.0, 14.0]),
    population("alike .60, all over the scale", 3.2, 1.1, 0.8, [14.0, 18.0]),
];

const fn population(
    name: &'static str,
    level: f64,
    between: f64,
    within: f64,
    most: [f64; 2],
) -> Population {
    Population {
        name,
        level,
        between,
        within,
        most,
    }
}

/// Around 0 with spread 1.
fn bell(dice: &mut Dice) -> f64 {
    let draws = (0..3).map(|_| dice.below(10_000) as f64 / 10_000.0);
    2.0 * draws.sum::<f64>() - 3.0
}

impl Population {
    fn answer(&self, level: f64, dice: &mut Dice) -> usize {
        (level + self.within * bell(dice)).round().clamp(1.0, 5.0) as usize
    }

    /// Where the people of a team stand.
    fn levels(&self, people: usize, dice: &mut Dice) -> Vec<f64> {
        let team = self.level + 0.3 * bell(dice);
        let level = |_| team + self.between * bell(dice);
        (0..people).map(level).collect()
    }

    /// How often somebody has to be made to repeat so that `repeats` in a hundred answers are the same again, for
    /// some are by chance. In thousands.
    fn made(&self, repeats: f64) -> usize {
        let mut dice = Dice(1);
        let same = |_| {
            let level = self.levels(1, &mut dice)[0];
            self.answer(level, &mut dice) == self.answer(level, &mut dice)
        };
        let chance = (0..20_000).map(same).filter(|same| *same).count() as f64 / 20_000.0;
        (1_000.0 * (repeats / 100.0 - chance) / (1.0 - chance)) as usize
    }
}

/// The printed topic and its items, in tenths.
struct Report {
    topic: i64,
    items: [i64; ITEMS],
}

/// Prints from what capping leaves open of each item.
struct Press {
    exact: bool,
    /// The middle by counts, which come again and again.
    middles: HashMap<[usize; 5], f64>,
}

impl Press {
    fn print(&mut self, people: &[Person]) -> Report {
        let mut middles = [0.0; ITEMS];
        for (item, middle) in middles.iter_mut().enumerate() {
            let mut counts = [0; 5];
            people
                .iter()
                .for_each(|person| counts[person[item] - 1] += 1);
            *middle = *self
                .middles
                .entry(counts)
                .or_insert_with(|| capped(&counts));
        }
        let steps = Steps::of(people.len());
        let (topic_step, item_step) = match self.exact {
            true => (0.5, 0.5),
            false => (steps.topic, steps.item(5)),
        };
        let printed = |value: f64, step: f64| (10.0 * nearest(value, step)).round() as i64;
        let topic = middles.iter().sum::<f64>() / ITEMS as f64;
        Report {
            topic: printed(topic, topic_step),
            items: middles.map(|middle| printed(middle, item_step)),
        }
    }
}

fn capped(counts: &[usize; 5]) -> f64 {
    let limits = Limits {
        n: counts.iter().sum(),
        c: 2,
        fewest: 5,
    };
    let raw = RawItem {
        counts: counts.to_vec(),
        blanks: 0,
    };
    let weight = |value: usize| 25.0 * (value as f64 - 1.0);
    let (lo, hi) = clip(&raw, limits).unwrap().range(&weight);
    f64::midpoint(lo, hi)
}

/// What is read of one answer: guesses are the answer seen most often with the same reports.
#[derive(Default)]
struct Reader {
    seen: HashMap<[i64; 4], [usize; 5]>,
    right: usize,
    guessed: usize,
}

impl Reader {
    fn look(&mut self, reports: [i64; 4], truth: usize, learning: bool) {
        if learning {
            self.seen.entry(reports).or_default()[truth - 1] += 1;
            return;
        }
        let counts = self.seen.get(&reports).copied().unwrap_or([0, 0, 0, 1, 0]);
        let guess = (1..=5).max_by_key(|value| counts[value - 1]).unwrap();
        self.guessed += 1;
        self.right += usize::from(guess == truth);
    }

    fn percent(&self) -> f64 {
        100.0 * self.right as f64 / self.guessed as f64
    }
}

/// Answers read in a hundred: from one report, and how many more from the next, from both before and both after,
/// and from the single item before and after.
struct Read {
    one: f64,
    two: f64,
    four: f64,
    item: f64,
}

/// Of teams of `before`, of whom one leaves, or to whom one joins if `joins`. All items of a topic are alike, so
/// the reader learns of each from all.
fn read(population: &Population, before: usize, joins: bool, repeats: f64, exact: bool) -> Read {
    let mut dice = Dice((before * 1_000) as u64 + repeats as u64);
    let made = population.made(repeats);
    let mut press = Press {
        exact,
        middles: HashMap::new(),
    };
    let mut readers: [Reader; 4] = Default::default();
    for round in 0..ROUNDS {
        let levels = population.levels(before, &mut dice);
        let mut answer = |level: f64| population.answer(level, &mut dice);
        let first = levels
            .iter()
            .map(|level| [0; ITEMS].map(|_| answer(*level)));
        let mut waves: Vec<Vec<Person>> = vec![first.collect()];
        for wave in 0..3 {
            let mut next = waves[wave].clone();
            for (person, level) in next.iter_mut().zip(&levels) {
                for answer in person {
                    if dice.below(1_000) >= made {
                        *answer = population.answer(*level, &mut dice);
                    }
                }
            }
            waves.push(next);
        }
        // The last one is in the first two waves, or in the last two.
        let [first, second, third, fourth] = [0, 1, 2, 3].map(|wave| {
            let there = (wave < 2) != joins;
            press.print(&waves[wave][..before - usize::from(!there)])
        });
        let moved = first.topic + second.topic - third.topic - fourth.topic;
        let (target, own, other) = match joins {
            true => (2, third, second),
            false => (1, second, third),
        };
        for (item, truth) in waves[target][before - 1].into_iter().enumerate() {
            let (here, there) = (own.items[item], other.items[item]);
            let mut look = |reader: usize, reports: [i64; 4]| {
                readers[reader].look(reports, truth, round % 4 != 0);
            };
            look(0, [own.topic, here, 0, 0]);
            look(1, [own.topic, here, other.topic, there]);
            look(2, [own.topic, here, moved, there]);
            look(3, [here, there, 0, 0]);
        }
    }
    let [one, two, four, item] = readers.map(|reader| reader.percent());
    Read {
        one,
        two: two - one,
        four: four - one,
        item: item - one,
    }
}

/// The figures stand in docs/decisions.
#[test]
fn readers_of_two_and_of_four_reports_gain_no_more_of_one_answer_than_is_said() {
    for population in &POPULATIONS {
        for before in [6, 12] {
            for (repeats, most) in [83.0, 94.0].into_iter().zip(population.most) {
                let read = read(population, before, false, repeats, false);
                let Read { one, two, four, .. } = read;
                let name = population.name;
                let found = format!("{name}, {before}, {repeats}: {one:.1} +{two:.1} +{four:.1}");
                println!("{found}");
                assert!(two.max(four).max(read.item) <= most, "{found}");
            }
        }
    }
}

#[test]
fn a_joiner_is_read_no_better_than_a_leaver_and_exact_means_would_tell_of_both() {
    let usual = &POPULATIONS[0];
    for (before, joins) in [(6, true), (8, false)] {
        for (repeats, most) in [83.0, 94.0].into_iter().zip(usual.most) {
            let Read { two, four, .. } = read(usual, before, joins, repeats, false);
            assert!(
                two.max(four) <= most,
                "{before} {repeats}: {two:.1} {four:.1}"
            );
        }
    }
    let gained = read(usual, 6, false, 94.0, true).item;
    assert!(gained > 20.0, "exact means would tell: {gained:.1}");
}
