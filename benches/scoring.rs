//! What counting and scoring cost, beside plain passes over the same bytes.

#![expect(clippy::unwrap_used, reason = "a bench fails by panicking")]

use criterion::{BatchSize, BenchmarkId, Criterion, criterion_group, criterion_main};
use gutcheck::disclosure::{
    Asked, Ballots, Came, RawTally, Release, Released, Rule, Shape, Tree, release,
};
use gutcheck::report::{NodeName, groups, organisation, unit};
use gutcheck::scoring::Wave;
use gutcheck::survey::Survey;
use gutcheck::text::Lang;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;
use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::thread;

const BALLOTS: usize = 1_000_000;
const TEAM: usize = 100;

fn survey() -> Survey {
    let source = include_str!("../surveys/team-diagnostic.toml");
    Survey::parse(source, "team-diagnostic.toml").unwrap()
}

/// Every answer of so many ballots, one after the other; two of a hundred are blank.
fn answers(items: usize, ballots: usize) -> Vec<Option<u8>> {
    let rng = &mut ChaCha20Rng::seed_from_u64(1);
    let answer = |_| Some(rng.random_range(1..=5)).filter(|_| rng.random_range(0..100) > 1);
    (0..items * ballots).map(answer).collect()
}

/// Team after team, as a wave is counted.
fn tally(shape: &Arc<Shape>, items: usize, answers: &[Option<u8>]) -> RawTally {
    let mut all = RawTally::new(shape);
    for team in answers.chunks(items * TEAM) {
        let mut tally = RawTally::new(shape);
        for ballot in team.chunks(items) {
            tally.add(ballot).unwrap();
        }
        all.absorb(&tally);
    }
    all
}

/// The plainest histogram of the same bytes: a count for each option of each item, and for its blanks.
fn histogram(items: usize, answers: &[Option<u8>]) -> Vec<[u32; 6]> {
    let mut counts = vec![[0; 6]; items];
    for ballot in answers.chunks(items) {
        for (count, answer) in counts.iter_mut().zip(ballot) {
            if let Some(slot) = count.get_mut(usize::from(answer.unwrap_or(0))) {
                *slot += 1;
            }
        }
    }
    counts
}

fn tallies(c: &mut Criterion) {
    let survey = survey();
    let (shape, items) = (Arc::new(Shape::of(&survey)), survey.items.len());
    let answers = answers(items, BALLOTS);
    let mut group = c.benchmark_group(format!("{BALLOTS} ballots x {items} items"));
    group.sample_size(10);
    group.bench_function("read the bytes", |b| {
        b.iter(|| {
            let answers = black_box(&answers).iter();
            answers
                .map(|answer| u64::from(answer.unwrap_or(0)))
                .sum::<u64>()
        })
    });
    group.bench_function("plain histogram", |b| {
        b.iter(|| histogram(items, black_box(&answers)))
    });
    for cores in [1, 2] {
        group.bench_function(BenchmarkId::new("tally, threads", cores), |b| {
            b.iter(|| {
                let share = items * BALLOTS.div_ceil(cores);
                thread::scope(|scope| {
                    let work = answers.chunks(share);
                    let work: Vec<_> = work
                        .map(|part| scope.spawn(|| tally(&shape, items, black_box(part))))
                        .collect();
                    let mut all = RawTally::new(&shape);
                    work.into_iter()
                        .for_each(|part| all.absorb(&part.join().unwrap()));
                    all.n()
                })
            })
        });
    }
}

/// An organisation of so many teams of `size` in departments of fifty, and how many nodes it has.
fn released(survey: &Survey, teams: usize, size: usize) -> (Released<Release>, usize) {
    let (shape, items) = (Arc::new(Shape::of(survey)), survey.items.len());
    let (mut parents, mut sizes) = (vec![None], BTreeMap::new());
    let mut tallies = Vec::new();
    let sheets = answers(items, 997);
    let mut sheets = sheets.chunks(items).cycle();
    let mut department = 0;
    for team in 0..teams {
        if team % 50 == 0 {
            department = parents.len();
            parents.push(Some(0));
        }
        let mut tally = RawTally::new(&shape);
        sheets
            .by_ref()
            .take(size)
            .for_each(|sheet| tally.add(sheet).unwrap());
        sizes.insert(parents.len(), size);
        parents.push(Some(department));
        tallies.push(tally);
    }
    let (nodes, rule) = (parents.len(), Rule::new(5, 2).unwrap());
    let asked = Asked::apart(Tree::new(parents).unwrap(), &sizes, rule).unwrap();
    let came: Vec<Came> = tallies
        .iter()
        .map(|tally| Came {
            ballots: tally.n(),
            replaced: Vec::new(),
        })
        .collect();
    let ballots = Ballots {
        shape: &shape,
        came: &came,
        tallies: &tallies,
        shown: &[],
    };
    (release(&asked, &ballots, rule).unwrap(), nodes)
}

fn organisations(c: &mut Criterion) {
    let survey = survey();
    let mut group = c.benchmark_group("organisation report");
    group.sample_size(10);
    for (teams, size) in [(1_000, 100), (10_000, 10), (10_000, 100)] {
        let (released, nodes) = released(&survey, teams, size);
        let name = |_| NodeName {
            name: "A team".to_owned(),
            own: false,
        };
        let names: Vec<NodeName> = (0..nodes).map(name).collect();
        group.bench_function(format!("{teams} teams of {size}"), |b| {
            b.iter_batched(
                || (survey.clone(), released.clone()),
                |(survey, released)| {
                    let wave = Wave::new(survey, released, Vec::new()).unwrap();
                    let groups = groups(&wave, &names, Lang::En).unwrap();
                    organisation(&wave, groups, Lang::En).rows.len()
                },
                BatchSize::PerIteration,
            )
        });
    }
}

fn teams(c: &mut Criterion) {
    let survey = survey();
    let (released, _) = released(&survey, 50, 9);
    let wave = Wave::new(survey.clone(), released, Vec::new()).unwrap();
    c.bench_function("team's report", |b| {
        b.iter(|| {
            let scores = wave.unit(black_box(2)).unwrap().unwrap();
            unit(&survey, &scores, None, wave.parameters.source(), Lang::En)
        })
    });
}

criterion_group!(benches, tallies, organisations, teams);
criterion_main!(benches);
