use super::{Case, CaseError, Table};
use gutcheck_stats::Interval;
use serde_json::{Value, json};

/// The name of a column as it should be, or else of the one at `place` in a table of other names.
pub(super) fn named<'a>(table: &'a Table, name: &'a str, place: usize) -> &'a str {
    let names = table.names();
    match names.iter().any(|known| known == name) {
        true => name,
        false => names.get(place).map_or(name, String::as_str),
    }
}

/// Columns of numbers, without the rows in which a cell is empty.
pub(super) fn complete(table: &Table, names: &[&str]) -> Result<Vec<Vec<f64>>, CaseError> {
    let columns = names.iter().map(|name| table.numbers(name));
    let columns: Vec<Vec<Option<f64>>> = columns.collect::<Result<_, _>>()?;
    let rows = columns.first().map_or(0, Vec::len);
    let mut kept = vec![true; rows];
    for column in &columns {
        for (kept, cell) in kept.iter_mut().zip(column) {
            *kept &= cell.is_some();
        }
    }
    let pick = |column: &Vec<Option<f64>>| {
        let rows = column.iter().zip(&kept).filter(|(_, kept)| **kept);
        rows.filter_map(|(cell, _)| *cell).collect()
    };
    Ok(columns.iter().map(pick).collect())
}

/// Two columns of numbers, without the rows in which a cell is empty.
pub(super) fn pairs(table: &Table, names: [&str; 2]) -> Result<(Vec<f64>, Vec<f64>), CaseError> {
    match <[_; 2]>::try_from(complete(table, &names)?) {
        Ok([one, other]) => Ok((one, other)),
        Err(_) => Err(CaseError("two columns are needed".to_owned())),
    }
}

/// The answers by team, from a row per answer; teams in ascending order, numbers before names.
pub(super) fn teams(table: &Table) -> Result<Vec<(String, Vec<f64>)>, CaseError> {
    let team = table.texts(named(table, "team", 0))?;
    let answers = table.numbers(named(table, "y", 1))?;
    let mut rows: Vec<(&str, f64)> = team
        .into_iter()
        .zip(answers)
        .filter_map(|(team, answer)| Some((team, answer?)))
        .filter(|(team, _)| !matches!(*team, "" | "NA"))
        .collect();
    let number = |name: &str| name.parse().unwrap_or(f64::INFINITY);
    rows.sort_by(|(a, _), (b, _)| number(a).total_cmp(&number(b)).then_with(|| a.cmp(b)));
    let teams = rows.chunk_by(|(a, _), (b, _)| a == b).filter_map(|rows| {
        let (name, _) = rows.first()?;
        let answers = rows.iter().map(|(_, answer)| *answer);
        Some(((*name).to_owned(), answers.collect()))
    });
    Ok(teams.collect())
}

/// How many of a team were invited, by `params.invited`.
pub(super) fn invited(case: &Case, team: &str) -> Result<usize, CaseError> {
    let count = case
        .param("invited")
        .and_then(|invited| invited.get(team)?.as_u64());
    let count = count.and_then(|count| usize::try_from(count).ok());
    count.ok_or_else(|| {
        CaseError(format!(
            "params.invited has no whole number for team {team}; say how many of it were invited"
        ))
    })
}

/// An interval that may be undefined.
pub(super) fn interval(interval: Option<Interval>) -> Value {
    interval.map_or(json!({"lower": null, "upper": null}), |interval| {
        super::ends(interval.lo, interval.hi)
    })
}

/// Figures as a JSON list.
pub(super) fn list<T: Into<Option<f64>>>(values: impl IntoIterator<Item = T>) -> Value {
    values.into_iter().map(super::figure).collect()
}
