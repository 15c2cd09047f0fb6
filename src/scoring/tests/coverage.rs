use super::super::*;
use super::patterns::bell;
use super::{survey, teams};
use crate::disclosure::{RawTally, Shape, Tree};
use crate::survey::Survey;
use rand::seq::SliceRandom;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;
use std::sync::Arc;
use std::thread;

/// Teams of each cell.
const CELL: usize = 2_000;
/// Teams of one organisation, of all three kinds in turn.
const TEAMS: usize = 21;

#[derive(Clone, Copy)]
enum Kind {
    /// Nearly everybody agrees fully.
    Ceiling,
    Middle,
    /// Half see it one way and half the other.
    Polarised,
}

const KINDS: [Kind; 3] = [Kind::Ceiling, Kind::Middle, Kind::Polarised];

/// The intervals that the product prints, from answers to a scale of five items through clipping, the
/// organisation's own correlations and variances, to the mean of everybody invited.
#[test]
fn intervals_hold_what_they_say_in_every_kind_and_size_of_team() {
    let survey = &one_dimension();
    let sizes = |n: usize| [n, n + 1, 2 * n].map(|invited| (n, invited));
    let cells: Vec<(usize, usize)> = (5..=12).flat_map(sizes).collect();
    let shares: Vec<[f64; 3]> = thread::scope(|scope| {
        let of = |(n, invited)| move || cell(survey, n, invited);
        let work: Vec<_> = cells.iter().map(|&size| scope.spawn(of(size))).collect();
        work.into_iter().map(|cell| cell.join().unwrap()).collect()
    });
    for ((n, invited), shares) in cells.iter().zip(&shares) {
        for (kind, share) in ["ceiling", "middle", "polarised"].iter().zip(shares) {
            assert!(*share >= 0.88, "{kind}, {n} of {invited}: {share}");
        }
    }
    let all = shares.as_flattened();
    let (mean, least) = (
        all.iter().sum::<f64>() / all.len() as f64,
        all.iter().copied().fold(1.0, f64::min),
    );
    println!(
        "{} cells of {CELL} teams: {mean:.3} on average, {least:.3} at least",
        all.len()
    );
    assert!(mean >= 0.94, "{mean}");
}

/// The survey with nothing but its items on trust.
fn one_dimension() -> Survey {
    let mut survey = survey();
    let (trust, _) = survey.dimension("trust").unwrap();
    survey.items.retain(|item| item.dimension == trust);
    survey.items.iter_mut().for_each(|item| item.dimension = 0);
    survey.dimensions = vec![survey.dimensions.swap_remove(trust)];
    survey.source.clear();
    survey
}

/// The share of intervals that hold the mean of all invited, by kind.
fn cell(survey: &Survey, n: usize, invited: usize) -> [f64; 3] {
    let dice = &mut ChaCha20Rng::seed_from_u64((100 * n + invited) as u64);
    let mut held = [0; 3];
    let organisations = CELL.div_ceil(TEAMS / KINDS.len());
    for _ in 0..organisations {
        let teams: Vec<Vec<[u8; 5]>> = (0..TEAMS)
            .map(|team| {
                (0..invited)
                    .map(|_| person(KINDS[team % 3], dice))
                    .collect()
            })
            .collect();
        let wave = company(survey, &teams, n, dice);
        for (team, people) in teams.iter().enumerate() {
            let scores = wave.unit(team + 1).unwrap().unwrap();
            let interval = scores.dimensions[0].members.unwrap().precision.said();
            let sum: u32 = people.iter().flatten().map(|value| u32::from(*value)).sum();
            let truth = f64::from(sum) / 5.0 / invited as f64;
            let inside = interval.lo - 1e-9 <= truth && truth <= interval.hi + 1e-9;
            held[team % 3] += usize::from(inside);
        }
    }
    held.map(|held| held as f64 / (organisations * TEAMS / 3) as f64)
}

/// An organisation in which `n` of each team answer, chosen at random.
fn company(survey: &Survey, people: &[Vec<[u8; 5]>], n: usize, dice: &mut ChaCha20Rng) -> Wave {
    let shape = Arc::new(Shape::of(survey));
    let mut tallies = Vec::new();
    for people in people {
        let mut tally = RawTally::new(&shape);
        let mut answering = people.clone();
        answering.shuffle(dice);
        for person in answering.iter().take(n) {
            let turned = survey.items.iter().zip(person);
            let turned = turned.map(|(item, value)| if item.reversed { 6 - value } else { *value });
            tally.add(&turned.map(Some).collect::<Vec<_>>()).unwrap();
        }
        tallies.push(tally);
    }
    let parents = std::iter::once(None).chain(people.iter().map(|_| Some(0)));
    let tree = Tree::new(parents.collect()).unwrap();
    let invited = people
        .iter()
        .enumerate()
        .map(|(team, people)| (team + 1, people.len()));
    let released = teams(&shape, tree, &invited.collect::<Vec<_>>(), &tallies);
    Wave::new(survey.clone(), released, Vec::new()).unwrap()
}

fn person(kind: Kind, dice: &mut ChaCha20Rng) -> [u8; 5] {
    let (level, temper, noise) = match kind {
        Kind::Ceiling => (4.6, 0.5, 0.6),
        Kind::Middle => (3.2, 0.6, 0.8),
        Kind::Polarised if dice.random::<bool>() => (1.8, 0.3, 0.6),
        Kind::Polarised => (4.2, 0.3, 0.6),
    };
    let own = level + temper * bell(dice);
    [0; 5].map(|_| (own + noise * bell(dice)).round().clamp(1.0, 5.0) as u8)
}
