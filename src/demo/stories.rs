//! How the teams are. Twelve ordinary ones would teach nobody to read a report, so four have a story.

use super::cast::Person;
use crate::survey::{Dimension, DimensionKind, Role};
use Role::{Leader, Member};

/// What a side of a team sees in a dimension: points in the first quarter, and how they move in each after
/// it. For involvement 0 is right, -1 too little and 1 too much.
struct Told(&'static str, Role, &'static str, f64, f64);

/// Where teams are not ordinary.
const TOLD: &[Told] = &[
    // Platform: a blind spot that closes. The leader learns what the members see, and they see it change.
    Told("Platform", Leader, "trust", 4.6, -0.35),
    Told("Platform", Member, "trust", 2.0, 1.0),
    Told("Platform", Leader, "accountability", 4.5, -0.35),
    Told("Platform", Member, "accountability", 1.9, 1.0),
    Told("Platform", Member, "leadership-trap", 3.5, -0.5),
    Told("Platform", Member, "calibration", -0.8, 0.35),
    // Logistics: drifts into chaos.
    Told("Logistics", Member, "chaos", 2.5, 0.7),
    Told("Logistics", Leader, "chaos", 2.3, 0.3),
    Told("Logistics", Member, "expectations", 3.9, -0.7),
    Told("Logistics", Leader, "expectations", 4.0, -0.2),
    Told("Logistics", Member, "alignment", 3.5, -0.3),
    Told("Logistics", Member, "calibration", -0.3, -0.3),
    // Mobile: hides behind autonomy. Everybody gets on well, and nobody looks at the work.
    Told("Mobile", Member, "trust", 4.1, 0.0),
    Told("Mobile", Member, "safety", 4.0, 0.0),
    Told("Mobile", Member, "alignment", 2.6, 0.0),
    Told("Mobile", Member, "accountability", 2.3, 0.0),
    Told("Mobile", Member, "leadership-trap", 4.4, 0.0),
    Told("Mobile", Member, "member-trap", 4.4, 0.0),
    Told("Mobile", Member, "calibration", -1.1, 0.0),
    Told("Mobile", Leader, "leadership-trap", 2.2, 0.1),
    Told("Mobile", Leader, "member-trap", 3.0, 0.2),
    Told("Mobile", Leader, "calibration", -0.2, -0.1),
    // North: see `CAMPS`; its leader sees one team.
    Told("North", Member, "calibration", 0.0, 0.0),
    // Service desk: healthy, and its leader knows it.
    Told("Service desk", Member, "calibration", 0.0, 0.0),
    Told("Service desk", Leader, "calibration", 0.0, 0.0),
    Told("Service desk", Leader, "trust", 4.5, 0.0),
];

/// Mild differences of whole teams, in points.
const MOODS: &[(&str, f64)] = &[
    ("Product", 0.1),
    ("Design", 0.3),
    ("South", 0.1),
    ("Key accounts", -0.2),
    ("Marketing", -0.3),
    ("Purchasing", -0.1),
    ("Service desk", 0.7),
];

/// North is two camps: the leader stands behind one half all day and has no time for the other.
const DIVIDED: &str = "North";
const CAMPS: &[(&str, f64)] = &[
    ("alignment", 1.3),
    ("expectations", 1.3),
    ("trust", -1.2),
    ("safety", -1.3),
    ("accountability", 1.2),
    ("leadership-trap", -1.3),
    ("chaos", -0.8),
    ("calibration", 1.3),
];

/// What leaders see more of the good and less of the bad than their teams.
const OUTLOOK: f64 = 0.3;

/// What a person sees in a dimension, in points; for involvement from -1 to 1.
pub fn level(person: &Person, dimension: &Dimension, quarter: usize) -> f64 {
    let told = TOLD.iter().find(|Told(team, role, id, ..)| {
        *team == person.team && *role == person.role && *id == dimension.id
    });
    let common = match told {
        Some(Told(.., first, step)) => first + step * quarter as f64,
        None => ordinary(&dimension.id) + good(dimension.kind) * tone(person),
    };
    common + camp(person) * of(CAMPS, &dimension.id)
}

fn ordinary(dimension: &str) -> f64 {
    match dimension {
        "trust" | "safety" => 3.9,
        "alignment" | "expectations" | "accountability" => 3.6,
        "pillars" => 3.8,
        "calibration" => -0.15,
        _ => 2.3,
    }
}

/// 1 where high is good and -1 where it is bad.
fn good(kind: DimensionKind) -> f64 {
    match kind {
        DimensionKind::Core | DimensionKind::Pillar => 1.0,
        DimensionKind::Trap | DimensionKind::Symptoms => -1.0,
        DimensionKind::Calibration | DimensionKind::Commitment => 0.0,
    }
}

fn tone(person: &Person) -> f64 {
    let outlook = if person.role == Leader { OUTLOOK } else { 0.0 };
    outlook + of(MOODS, &person.team)
}

/// Every other member of a divided team is in the other camp.
fn camp(person: &Person) -> f64 {
    match person.place % 2 {
        _ if person.team != DIVIDED || person.role == Leader => 0.0,
        0 => 1.0,
        _ => -1.0,
    }
}

fn of(table: &[(&str, f64)], name: &str) -> f64 {
    table
        .iter()
        .find(|(known, _)| *known == name)
        .map_or(0.0, |(_, value)| *value)
}
