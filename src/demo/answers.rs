use super::cast::Person;
use super::{promises, stories};
use crate::survey::{DimensionKind, Item, Role, Survey};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sha2::{Digest, Sha256};

/// Spread of what a person tends to answer, of one answer around that, and of one judgement of involvement.
const TEMPER: f64 = 0.35;
const NOISE: f64 = 0.65;
const JUDGEMENT: f64 = 0.4;

/// How often somebody cannot say.
const BLANK: f64 = 0.015;

/// Bytes that look random: the same words and number give the same on every run.
pub fn luck(words: &[&str], number: usize) -> [u8; 32] {
    Sha256::digest(format!("{} {number}", words.join(" "))).into()
}

/// What a person fills in: every item of the form, without the open question.
pub fn fields(survey: &Survey, person: &Person, quarter: usize) -> Vec<(String, String)> {
    let temper = match person.role {
        Role::Member => TEMPER * bell(&mut dice(&[&person.email, "temper"], 0)),
        Role::Leader => 0.0,
    };
    let mut dice = dice(&[&person.email, person.role.as_str()], quarter);
    let mut field = |item: &Item| {
        let (draw, blank) = (bell(&mut dice), dice.random::<f64>() < BLANK);
        let slot = survey.slots().position(|(_, slot)| slot.id == item.id);
        let value = match slot {
            Some(slot) => promises::judgement(person, quarter, slot, draw),
            None => Some(answer(survey, person, quarter, item, temper, draw)).filter(|_| !blank),
        };
        let value = value.map_or_else(|| "none".to_owned(), |value| value.to_string());
        (item.id.clone(), value)
    };
    survey
        .form(person.role)
        .map(|(_, item)| field(item))
        .collect()
}

fn answer(
    survey: &Survey,
    person: &Person,
    quarter: usize,
    item: &Item,
    temper: f64,
    draw: f64,
) -> u8 {
    let Some(dimension) = survey.dimensions.get(item.dimension) else {
        return 3;
    };
    let level = stories::level(person, dimension, quarter);
    let felt = match dimension.kind {
        DimensionKind::Core | DimensionKind::Pillar => level + temper + NOISE * draw,
        DimensionKind::Trap | DimensionKind::Symptoms => level - temper + NOISE * draw,
        DimensionKind::Calibration | DimensionKind::Commitment => 3.0 + level + JUDGEMENT * draw,
    };
    let value = felt.round().clamp(1.0, 5.0) as u8;
    if item.reversed { 6 - value } else { value }
}

fn dice(words: &[&str], number: usize) -> ChaCha20Rng {
    ChaCha20Rng::from_seed(luck(words, number))
}

/// A draw from a bell curve around 0 with spread 1: the sum of twelve even draws (Irwin 1927, Hall 1927).
fn bell(dice: &mut ChaCha20Rng) -> f64 {
    (0..12).map(|_| dice.random::<f64>()).sum::<f64>() - 6.0
}
