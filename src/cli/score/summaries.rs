use super::sheet::{C, K, Sheet};
use crate::answer::SheetRow;
use crate::survey::{Item, Role, ScaleKind, Survey};
use serde_json::{Value, json};

/// Whole numbers that every figure of the report can be computed from, counted straight from the rows: per
/// node the counts of every item, and per dimension the answers of everybody. They are as confidential as the
/// answers.
pub(super) fn summaries(sheet: &Sheet) -> Value {
    let survey = &sheet.wave.survey;
    let dimensions: Vec<Value> = survey
        .dimensions
        .iter()
        .enumerate()
        .map(|(number, dimension)| {
            json!({
                "id": dimension.id,
                "kind": format!("{:?}", dimension.kind).to_lowercase(),
                "items": items(survey, number).collect::<Vec<_>>(),
            })
        })
        .collect();
    let nodes: Vec<Value> = (0..sheet.paths.len())
        .map(|number| node(sheet, number))
        .collect();
    let scoring = &survey.scoring;
    json!({
        "survey": survey.id,
        "rule": {"k": K, "c": C},
        "scoring": {
            "inter_item_correlation": scoring.inter_item_correlation,
            "reliability": scoring.reliability,
            "scale_variance": scoring.scale_variance,
            "item_variance": scoring.item_variance,
            "alike": scoring.alike,
        },
        "dimensions": dimensions,
        "nodes": nodes,
    })
}

fn items(survey: &Survey, dimension: usize) -> impl Iterator<Item = Value> {
    survey.items_of(dimension).map(|(_, item)| {
        let scale = survey.scale_of(item);
        json!({
            "id": item.id,
            "reversed": item.reversed,
            "options": scale.map_or(0, |scale| scale.options.len()),
            "two_sided": scale.is_some_and(|scale| scale.kind == ScaleKind::TwoSided),
        })
    })
}

fn node(sheet: &Sheet, number: usize) -> Value {
    let survey = &sheet.wave.survey;
    let people = sheet.people.get(number).map_or(&[][..], Vec::as_slice);
    let of_role = |role| {
        let rows = people.iter().filter_map(|row| sheet.rows.get(*row));
        let rows = rows.filter(move |row| row.role == role);
        rows.map(|row: &SheetRow| row.answers.values(survey))
            .collect::<Vec<_>>()
    };
    let members = of_role(Role::Member);
    let counts = survey.items.iter().enumerate();
    let counts =
        counts.map(|(index, item)| (item.id.clone(), counts_of(survey, index, item, &members)));
    let of_dimensions = survey.dimensions.iter().enumerate();
    let of_dimensions = of_dimensions
        .map(|(number, dimension)| (dimension.id.clone(), sheets(survey, number, &members)));
    let leaders = of_role(Role::Leader).into_iter().map(|values| {
        let answers = survey.items.iter().zip(values);
        answers
            .map(|(item, value)| (item.id.clone(), json!(value)))
            .collect::<Value>()
    });
    json!({
        "path": sheet.paths.get(number),
        "parent": sheet.parents.get(number),
        "n": members.len(),
        "invited": sheet.wave.release.groups().people(number),
        "counts": counts.collect::<Value>(),
        "sheets": of_dimensions.collect::<Value>(),
        "leaders": leaders.collect::<Vec<_>>(),
    })
}

/// How many blanks, then how many of each option.
fn counts_of(survey: &Survey, index: usize, item: &Item, people: &[Vec<Option<u8>>]) -> Value {
    let options = survey.scale_of(item).map_or(0, |scale| scale.options.len());
    let chose = |option: usize| {
        let answer = |values: &Vec<Option<u8>>| values.get(index).copied().flatten().unwrap_or(0);
        people
            .iter()
            .filter(|values| usize::from(answer(values)) == option)
            .count()
    };
    json!((0..=options).map(chose).collect::<Vec<_>>())
}

/// The keyed answers of everybody to the items of a dimension, with null for a blank.
fn sheets(survey: &Survey, dimension: usize, people: &[Vec<Option<u8>>]) -> Value {
    let items: Vec<(usize, &Item)> = survey.items_of(dimension).collect();
    let keyed = |values: &Vec<Option<u8>>| -> Vec<Option<u8>> {
        let key = |(index, item): &(usize, &Item)| {
            let answer = values.get(*index).copied().flatten()?;
            Some(if item.reversed { 6 - answer } else { answer })
        };
        items.iter().map(key).collect()
    };
    json!(people.iter().map(keyed).collect::<Vec<_>>())
}
