use super::scores::{reversed, score_unit};
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{Histogram, mean_of_answered};
use serde_json::Value;

/// Keys the items once, scores each person by the half rule, and counts favourable answers. The items are the
/// columns, or those that `params.items` names.
pub(super) fn figures(case: &Case) -> Result<Value, CaseError> {
    let items = keyed_items(case)?;
    let people = items.first().map_or(0, |item| item.answers.len());
    let fewest = match case.param("min_answered") {
        Some(_) => case.count("min_answered")?,
        None => items.len().div_ceil(2),
    };
    let too_many = || CaseError(format!("{} items are too many for a scale", items.len()));
    let unit = score_unit(items.len()).ok_or_else(too_many)?;
    let (mut answered, mut scores, mut exact) = (Vec::new(), Vec::new(), Vec::new());
    for person in 0..people {
        let keyed = items
            .iter()
            .map(|item| item.answers.get(person).copied().flatten());
        let keyed: Vec<Option<i64>> = keyed.collect();
        let given = keyed.iter().flatten().count();
        let points: Vec<Option<f64>> = keyed.iter().map(|x| Some((*x)? as f64)).collect();
        let score = mean_of_answered(&points, fewest);
        answered.push(Value::from(given));
        scores.push(figure(score));
        if score.is_some() {
            let sum: i64 = keyed.iter().flatten().sum();
            exact.push((unit / given as u64) as i64 * sum);
        }
    }
    let exact = Histogram::of(unit, exact);
    let counts = |count: &dyn Fn(&Item) -> u64| by_item(&items, |item| Value::from(count(item)));
    let share = |item: &Item| {
        let n = item.counts.n();
        (n > 0).then(|| item.favourable() as f64 / n as f64)
    };
    let total = |count: &dyn Fn(&Item) -> u64| items.iter().map(count).sum::<u64>() as f64;
    let all = total(&|item| item.counts.n());
    let pooled = (all > 0.0).then(|| total(&Item::favourable) / all);
    let shares: Vec<f64> = items.iter().filter_map(share).collect();
    let mean_share = (!shares.is_empty()).then(|| shares.iter().sum::<f64>() / shares.len() as f64);
    Ok(object([
        ("n_answered", Value::from(answered)),
        ("score", Value::from(scores)),
        ("scale_mean", figure(exact.mean())),
        ("scale_sd_n1", figure(exact.variance().map(f64::sqrt))),
        ("n_scored", Value::from(exact.n())),
        (
            "item_keyed_mean",
            by_item(&items, |item| figure(item.counts.mean())),
        ),
        ("item_answered", counts(&|item| item.counts.n())),
        ("item_favourable", counts(&Item::favourable)),
        ("item_unfavourable", counts(&Item::unfavourable)),
        (
            "item_pct_favourable",
            by_item(&items, |item| figure(share(item))),
        ),
        ("scale_pct_favourable_answers_pooled", figure(pooled)),
        ("scale_pct_favourable_mean_of_items", figure(mean_share)),
    ]))
}

/// One item, keyed.
struct Item {
    name: String,
    answers: Vec<Option<i64>>,
    counts: Histogram,
    favourable_from: f64,
    unfavourable_to: f64,
}

impl Item {
    fn favourable(&self) -> u64 {
        self.counts.count(|answer| answer >= self.favourable_from)
    }

    fn unfavourable(&self) -> u64 {
        self.counts.count(|answer| answer <= self.unfavourable_to)
    }
}

fn by_item(items: &[Item], value: impl Fn(&Item) -> Value) -> Value {
    object(items.iter().map(|item| (item.name.clone(), value(item))))
}

fn keyed_items(case: &Case) -> Result<Vec<Item>, CaseError> {
    let table = case.table()?;
    let (lo, hi) = (case.count("min")? as i64, case.count("max")? as i64);
    let favourable_from = super::scores::number_or(case, "favourable_from_keyed", (hi - 1) as f64)?;
    let unfavourable_to = super::scores::number_or(case, "unfavourable_to_keyed", (lo + 1) as f64)?;
    let mut names = case.texts("items")?;
    if names.is_empty() {
        names = table.names().iter().map(String::as_str).collect();
    }
    let turned = case.texts("reversed")?;
    if let Some(unknown) = turned.iter().find(|name| !names.contains(*name)) {
        return Err(CaseError(format!(
            "params.reversed names {unknown}, which is no item"
        )));
    }
    let read = |name: &str| {
        let key = |answer: f64| {
            let whole = answer as i64;
            if answer.fract() != 0.0 || !(lo..=hi).contains(&whole) {
                return Err(CaseError(format!(
                    "column {name}: {answer} is no whole answer from {lo} to {hi}"
                )));
            }
            Ok(match turned.contains(&name) {
                true => reversed(whole, lo, hi),
                false => whole,
            })
        };
        let answers = table
            .numbers(name)?
            .into_iter()
            .map(|answer| answer.map(key).transpose());
        let answers: Vec<Option<i64>> = answers.collect::<Result<_, _>>()?;
        Ok(Item {
            name: name.to_owned(),
            counts: Histogram::of(1, answers.iter().flatten().copied()),
            answers,
            favourable_from,
            unfavourable_to,
        })
    };
    names.into_iter().map(read).collect()
}
