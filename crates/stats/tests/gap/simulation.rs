use super::simulated::{Dice, Kind, Population, Steps, TOPICS, Team, gaps};
use gutcheck_stats::{Family, Word, compare};
use std::thread;

/// Teams of a cell, and of one organisation.
const CELL: usize = 1_600;
const TEAMS: usize = 20;
const SIZES: [(usize, usize); 4] = [(5, 5), (5, 7), (7, 9), (12, 12)];
/// The leaders' error variance in that of members.
const NOISE: [f64; 3] = [0.5, 1.0, 2.0];

#[derive(Debug, Clone, Copy)]
struct Cell {
    kind: Kind,
    size: (usize, usize),
    noise: f64,
}

/// Shares of a cell.
#[derive(Debug, Default, Clone, Copy)]
struct Shares {
    /// Of teams in which anything is called clear.
    clear: f64,
    /// Of teams in which anything is called clear or likely.
    called: f64,
    /// Of topics whose interval holds the true gap.
    covered: f64,
    /// Of teams whose interval of the mean gap holds it.
    mean_covered: f64,
    /// Of topics that are called alike.
    alike: f64,
}

#[test]
fn without_a_gap_at_most_six_teams_in_a_hundred_are_called_and_intervals_hold_the_truth() {
    check(&NOISE, Steps::None, 0.0);
}

#[test]
fn figures_printed_in_steps_call_no_more_teams_and_their_intervals_hold_the_truth() {
    check(&NOISE, Steps::Printed, 0.0);
}

#[test]
fn intervals_hold_true_gaps_of_every_size() {
    check(&[1.0], Steps::None, 0.48);
}

/// With true gaps of zero, or drawn with a standard deviation of `spread` points around 0.2.
fn check(noise: &[f64], steps: Steps, spread: f64) {
    let of = |kind, size| noise.iter().map(move |&noise| Cell { kind, size, noise });
    let cells: Vec<Cell> = Kind::ALL
        .iter()
        .flat_map(|&kind| SIZES.map(|size| of(kind, size)))
        .flatten()
        .collect();
    let run = |cell: &Cell| simulate(*cell, steps, spread);
    let found: Vec<Shares> = thread::scope(|scope| {
        let halves = cells.chunks(cells.len().div_ceil(4));
        let work: Vec<_> = halves
            .map(|cells| scope.spawn(move || cells.iter().map(run).collect::<Vec<_>>()))
            .collect();
        work.into_iter()
            .flat_map(|half| half.join().unwrap())
            .collect()
    });
    for (cell, shares) in cells.iter().zip(&found) {
        println!("{cell:?}: {shares:.4?}");
        assert!(spread > 0.0 || shares.clear <= 0.06, "{cell:?}: {shares:?}");
        assert!(shares.covered >= 0.90, "{cell:?}: {shares:?}");
        assert!(shares.mean_covered >= 0.90, "{cell:?}: {shares:?}");
    }
}

fn simulate(cell: Cell, steps: Steps, spread: f64) -> Shares {
    let Cell {
        kind,
        size: (n, invited),
        noise,
    } = cell;
    let population = Population::new(kind, n, invited, noise);
    let seed = 1_000 * n + 10 * invited + (2.0 * noise) as usize;
    let dice = &mut Dice(seed as u64);
    let mut seen = Shares::default();
    let add = |to: &mut f64, holds: bool| *to += f64::from(u8::from(holds));
    for _ in 0..CELL / TEAMS {
        let drawn = |dice: &mut Dice| match spread > 0.0 {
            true => [0; TOPICS].map(|_| 0.2 + spread * dice.bell()),
            false => [0.0; TOPICS],
        };
        let (teams, truths): (Vec<Team>, Vec<[f64; TOPICS]>) = (0..TEAMS)
            .map(|_| population.team(drawn(dice), dice))
            .unzip();
        for (gaps, truth) in gaps(&teams, invited, steps).iter().zip(truths) {
            let family = Family::of(&compare(gaps).unwrap(), 4.0, 0.8);
            let mean = family.mean.unwrap();
            let words: Vec<Word> = family
                .topics
                .iter()
                .chain([&mean])
                .map(|own| own.word())
                .collect();
            let is_clear = |word: &Word| matches!(word, Word::Clear(_));
            let is_called = |word: &Word| is_clear(word) || matches!(word, Word::Likely(_));
            add(&mut seen.clear, words.iter().any(is_clear));
            add(&mut seen.called, words.iter().any(is_called));
            let middle = truth.iter().sum::<f64>() / TOPICS as f64;
            add(&mut seen.mean_covered, mean.interval.contains(middle));
            for (topic, truth) in family.topics.iter().zip(truth) {
                add(&mut seen.covered, topic.interval.contains(truth));
                add(&mut seen.alike, topic.word() == Word::Alike);
            }
        }
    }
    let of = |count: f64, each: usize| count / (CELL * each) as f64;
    Shares {
        clear: of(seen.clear, 1),
        called: of(seen.called, 1),
        covered: of(seen.covered, TOPICS),
        mean_covered: of(seen.mean_covered, 1),
        alike: of(seen.alike, TOPICS),
    }
}
