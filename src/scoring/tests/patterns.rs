use super::super::*;
use super::{survey, wave};
use crate::survey::Survey;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

/// Teams of each kind.
const TEAMS: usize = 50;

/// What a kind of team feels, in points, and how often it is to be recognised.
struct Kind {
    name: &'static str,
    leadership_trap: f64,
    member_trap: f64,
    /// -1 is too little involvement, 1 too much; every other member leans the one way or the other.
    involvement: [f64; 2],
    /// How many answer of one more; that a team is split only a larger one can show.
    answers: usize,
    pattern: Pattern,
}

const KINDS: [Kind; 7] = [
    Kind {
        name: "in it with them",
        leadership_trap: 1.8,
        member_trap: 2.0,
        involvement: [0.0, 0.0],
        answers: 9,
        pattern: Pattern::InItWithThem,
    },
    Kind {
        name: "hiding by the trap",
        leadership_trap: 4.1,
        member_trap: 2.5,
        involvement: [-0.9, -0.9],
        answers: 9,
        pattern: Pattern::Hiding,
    },
    Kind {
        name: "hiding by involvement alone",
        leadership_trap: 2.9,
        member_trap: 2.5,
        involvement: [-1.2, -1.2],
        answers: 9,
        pattern: Pattern::Hiding,
    },
    Kind {
        name: "hovering",
        leadership_trap: 2.0,
        member_trap: 2.5,
        involvement: [1.1, 1.1],
        answers: 9,
        pattern: Pattern::Hovering,
    },
    Kind {
        name: "erratic",
        leadership_trap: 3.0,
        member_trap: 2.8,
        involvement: [-1.3, 1.3],
        answers: 23,
        pattern: Pattern::Erratic,
    },
    Kind {
        name: "mutual avoidance",
        leadership_trap: 4.1,
        member_trap: 4.1,
        involvement: [-0.6, -0.6],
        answers: 9,
        pattern: Pattern::MutualAvoidance,
    },
    Kind {
        name: "ambiguous",
        leadership_trap: 3.0,
        member_trap: 3.0,
        involvement: [-0.25, 0.15],
        answers: 9,
        pattern: Pattern::NoClearPattern,
    },
];

#[test]
fn simulated_teams_of_each_kind_are_recognised_and_ambiguous_ones_are_left_open() {
    let survey = survey();
    let dice = &mut ChaCha20Rng::seed_from_u64(1);
    for kind in KINDS {
        let patterns: Vec<Pattern> = (0..TEAMS).map(|_| pattern(&survey, &kind, dice)).collect();
        let right = patterns
            .iter()
            .filter(|found| **found == kind.pattern)
            .count();
        assert!(10 * right >= 9 * TEAMS, "{}: {patterns:?}", kind.name);
    }
}

/// The pattern of a team of which all but one answer.
fn pattern(survey: &Survey, kind: &Kind, dice: &mut ChaCha20Rng) -> Pattern {
    let sheets: Vec<_> = (0..kind.answers)
        .map(|place| person(survey, kind, place, dice))
        .collect();
    let leader = vec![Some(3); survey.items.len()];
    let wave = wave(survey, &sheets, kind.answers + 1, &leader);
    wave.unit(0).unwrap().unwrap().pattern.unwrap()
}

fn person(survey: &Survey, kind: &Kind, place: usize, dice: &mut ChaCha20Rng) -> Vec<Option<u8>> {
    let temper = 0.35 * bell(dice);
    let mut answer = |item: &Item| {
        let noise = 0.6 * bell(dice);
        let felt = match survey.dimensions[item.dimension].id.as_str() {
            "leadership-trap" => kind.leadership_trap + temper + noise,
            "member-trap" => kind.member_trap + temper + noise,
            "calibration" => 3.0 + kind.involvement[place % 2] + 0.6 * noise,
            _ => 3.5 + temper + noise,
        };
        let value = felt.round().clamp(1.0, 5.0) as u8;
        let keyed = if item.reversed { 6 - value } else { value };
        Some(keyed).filter(|_| !survey.is_slot(item))
    };
    survey.items.iter().map(&mut answer).collect()
}

/// Around 0 with spread 1: three even draws are bell-shaped enough here.
pub(super) fn bell(dice: &mut ChaCha20Rng) -> f64 {
    2.0 * (0..3).map(|_| dice.random::<f64>()).sum::<f64>() - 3.0
}
