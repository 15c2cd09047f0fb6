//! The rules a survey file keeps, beyond its shape. All of them are checked, whatever fails.

use super::fault::{Collector, Faults};
use super::file::{File, ItemEntry};
use super::prose;
use super::{DimensionKind, Role, ScaleKind, Scoring};
use std::collections::BTreeSet;

/// Every scale has this many options, so that values mean the same everywhere; one on which commitments are
/// judged has three.
const POINTS: usize = 5;
const KEPT: usize = 3;
const LONGEST_ID: usize = 40;
/// Columns of an answer sheet, where item ids are columns too.
const RESERVED: [&str; 3] = ["team", "role", "invited"];

/// # Errors
/// Every broken rule.
pub(super) fn check(file: &File, origin: &str) -> Result<(), Faults> {
    let mut faults = Collector::new(origin);
    head(file, &mut faults);
    ids(file, &mut faults);
    scales(file, &mut faults);
    dimensions(file, &mut faults);
    for item in &file.items {
        one_item(file, item, &mut faults);
    }
    scoring(&file.scoring, &mut faults);
    prose::check(file, &mut faults);
    faults.finish()
}

fn head(file: &File, faults: &mut Collector) {
    let mut seen = BTreeSet::new();
    for code in &file.languages {
        if code.len() != 2 || !code.bytes().all(|byte| byte.is_ascii_lowercase()) {
            let reason =
                format!("“{code}” is no language code; write two small letters, like “en”.");
            faults.add("languages", reason);
        }
        if !seen.insert(code) {
            let reason = format!("“{code}” stands there twice; remove one.");
            faults.add("languages", reason);
        }
    }
    if file.languages.is_empty() {
        let reason = "no language is declared; write, for example, languages = [\"en\"].";
        faults.add("languages", reason);
    }
    if !(1..=60).contains(&file.minutes) {
        let reason = "say how long answering takes, from 1 to 60 minutes.";
        faults.add("minutes", reason);
    }
    if !file
        .dimensions
        .iter()
        .any(|d| d.kind == DimensionKind::Core)
    {
        let reason = "there is no dimension of the kind “core”; add at least one.";
        faults.add("dimensions", reason);
    }
}

fn ids(file: &File, faults: &mut Collector) {
    one_id("id", &file.id, &mut BTreeSet::new(), faults);
    let mut seen = BTreeSet::new();
    for scale in &file.scales {
        one_id("scale", &scale.id, &mut seen, faults);
    }
    let mut seen = BTreeSet::new();
    for dimension in &file.dimensions {
        one_id("dimension", &dimension.id, &mut seen, faults);
    }
    // Items and questions are fields of one form, so they share their names.
    let mut seen = BTreeSet::new();
    for item in &file.items {
        one_id("item", &item.id, &mut seen, faults);
        if RESERVED.contains(&item.id.as_str()) {
            let reason = "this id is a column of answer sheets already; choose another.";
            faults.add(format!("item {}", item.id), reason);
        }
    }
    for question in &file.questions {
        one_id("question", &question.id, &mut seen, faults);
    }
}

fn one_id<'a>(what: &str, id: &'a str, seen: &mut BTreeSet<&'a str>, faults: &mut Collector) {
    let place = format!("{what} {id}");
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    if !(1..=LONGEST_ID).contains(&id.len()) || !id.bytes().all(plain) {
        let reason = format!("the id needs 1 to {LONGEST_ID} letters (a-z), digits or hyphens.");
        faults.add(place, reason);
    } else if !seen.insert(id) {
        faults.add(
            place,
            "the id is used more than once; place it once or rename one.",
        );
    }
}

fn scales(file: &File, faults: &mut Collector) {
    for scale in &file.scales {
        let found = scale.options.len();
        let points = match scale.kind {
            ScaleKind::Kept => KEPT,
            ScaleKind::Agreement | ScaleKind::TwoSided => POINTS,
        };
        if found != points {
            let reason =
                format!("it has {found} options; give exactly {points}, from low to high.");
            faults.add(format!("scale {}", scale.id), reason);
        }
    }
}

fn dimensions(file: &File, faults: &mut Collector) {
    for dimension in &file.dimensions {
        let place = format!("dimension {}", dimension.id);
        let keyed = matches!(dimension.kind, DimensionKind::Core | DimensionKind::Trap);
        let mut items = file
            .items
            .iter()
            .filter(|item| item.dimension == dimension.id)
            .peekable();
        if items.peek().is_none() {
            faults.add(place, "no item belongs to it; add some or remove it.");
        } else if keyed && !items.any(|item| item.reversed) {
            let reason = "none of its items is reversed; add one with the opposite wording and \
                          reversed = true.";
            faults.add(place, reason);
        }
    }
}

fn one_item(file: &File, item: &ItemEntry, faults: &mut Collector) {
    let place = || format!("item {}", item.id);
    let dimension = file.dimensions.iter().find(|d| d.id == item.dimension);
    let commitment = dimension.is_some_and(|d| d.kind == DimensionKind::Commitment);
    for role in Role::ALL {
        let asked = role == Role::Member || !commitment;
        if !asked && item.texts(role).is_some() {
            let reason = "it has a leader wording; remove it, because members judge commitments.";
            faults.add(place(), reason);
        }
        if asked && item.texts(role).is_none() {
            let role = role.as_str();
            let reason = format!(
                "it has no {role} wording; add one, because both sides are asked the same."
            );
            faults.add(place(), reason);
        }
    }
    let scale = file.scales.iter().find(|s| s.id == item.scale);
    if dimension.is_none() {
        let known = listed(file.dimensions.iter().map(|d| d.id.as_str()));
        let reason = format!(
            "the dimension “{}” is unknown; use one of {known}.",
            item.dimension
        );
        faults.add(place(), reason);
    }
    if scale.is_none() {
        let known = listed(file.scales.iter().map(|s| s.id.as_str()));
        faults.add(
            place(),
            format!("the scale “{}” is unknown; use one of {known}.", item.scale),
        );
    }
    let (Some(dimension), Some(scale)) = (dimension, scale) else {
        return;
    };
    let calibration = dimension.kind == DimensionKind::Calibration;
    if calibration != (scale.kind == ScaleKind::TwoSided) {
        let reason = "a two-sided scale is for calibration items, and calibration items need one; \
                      change the scale or the dimension.";
        faults.add(place(), reason);
    }
    if commitment != (scale.kind == ScaleKind::Kept) {
        let reason = "a scale of the kind “kept” is for commitments, and commitments need one; \
                      change the scale or the dimension.";
        faults.add(place(), reason);
    }
    if calibration && item.reversed {
        let reason = "a calibration item has no opposite; remove reversed.";
        faults.add(place(), reason);
    }
    if commitment && item.reversed {
        let reason = "a commitment has no opposite; remove reversed.";
        faults.add(place(), reason);
    }
}

fn listed<'a>(ids: impl Iterator<Item = &'a str>) -> String {
    ids.collect::<Vec<_>>().join(", ")
}

fn scoring(scoring: &Scoring, faults: &mut Collector) {
    // The largest variance on a five-point scale is 4, half the answers at each end.
    for (name, value, low, high) in [
        (
            "inter_item_correlation",
            scoring.inter_item_correlation,
            0.0,
            1.0,
        ),
        ("reliability", scoring.reliability, 0.0, 1.0),
        ("scale_variance", scoring.scale_variance, 0.0, 4.0),
        ("item_variance", scoring.item_variance, 0.0, 4.0),
        ("alike", scoring.alike, 0.0, 4.0),
    ] {
        if !(value > low && value < high) {
            let reason = format!("{name} is {value}; give a number between {low} and {high}.");
            faults.add("scoring", reason);
        }
    }
}
