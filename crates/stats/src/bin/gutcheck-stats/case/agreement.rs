use super::columns::named;
use super::scores::score_unit;
use super::{Case, CaseError, figure, object};
use gutcheck_stats::{
    Histogram, Null, ad_mean, ad_median, awg, critical, five_options, mean, median, rwg, rwg_j,
    rwg_j_raw,
};
use serde_json::Value;
use std::collections::BTreeMap;

/// The nulls by the names of the references.
const NULLS: [(&str, Null); 6] = [
    ("uniform", Null::Uniform),
    ("slight_skew", Null::SlightSkew),
    ("moderate_skew", Null::ModerateSkew),
    ("heavy_skew", Null::HeavySkew),
    ("triangular", Null::Triangular),
    ("normal", Null::Normal),
];

/// The most decimals that answers may have; they are counted in whole numbers of the last one.
const DECIMALS: u32 = 9;
/// The largest whole number that stands for an answer or a mean, so that sums of squares fit in 128 bits.
const LARGEST: f64 = 1e13;

/// Agreement within each team; the first column or `team` names the team, and each other is an item.
pub(super) fn figures(case: &Case) -> Result<Value, CaseError> {
    let table = case.table()?;
    let team = named(table, "team", 0);
    let names = table.names().iter().map(String::as_str);
    let names: Vec<&str> = names.filter(|name| *name != team).collect();
    let scale = Scale::of(case, &names)?;
    let mut teams: BTreeMap<&str, Vec<Vec<Option<i64>>>> = BTreeMap::new();
    for (row, team) in table.texts(team)?.into_iter().enumerate() {
        let answers = scale.columns.iter().map(|column| *column.get(row)?);
        let answers: Vec<Option<i64>> = answers.collect();
        if !matches!(team, "" | "NA") && answers.iter().any(Option::is_some) {
            teams.entry(team).or_default().push(answers);
        }
    }
    let teams = teams
        .iter()
        .map(|(name, rows)| (*name, Team::of(&scale, rows)));
    let teams: Vec<(&str, Team)> = teams.collect();
    let uniform = teams.iter().filter_map(|(_, team)| {
        let ratio = team.mean_variance()? / (*scale.nulls.first()?)?;
        rwg_j(ratio, names.len())
    });
    let uniform: Vec<f64> = uniform.collect();
    let summary = object([
        ("mean_rwg_J_uniform", figure(mean(&uniform))),
        ("median_rwg_J_uniform", figure(median(&uniform))),
    ]);
    let teams = object(teams.iter().map(|(name, team)| (*name, team.figures())));
    Ok(object([("teams", teams), ("summary", summary)]))
}

/// The items, their answers in whole numbers of 1/`unit` points, and the ends of the scale in the same.
struct Scale<'a> {
    names: &'a [&'a str],
    columns: Vec<Vec<Option<i64>>>,
    unit: u64,
    lo: i64,
    hi: i64,
    options: usize,
    /// The unit of persons' means, in answers.
    mean_unit: u64,
    /// In the order of `NULLS`.
    nulls: Vec<Option<f64>>,
}

impl<'a> Scale<'a> {
    fn of(case: &Case, names: &'a [&'a str]) -> Result<Self, CaseError> {
        let (lo, hi) = (case.number("min")?, case.number("max")?);
        let options = match case.param("options") {
            Some(_) => case.count("options")?,
            None => (hi - lo + 1.0).round().max(0.0) as usize,
        };
        if lo >= hi || options < 2 {
            return Err(CaseError(format!(
                "params.min is {lo}, max {hi} and options {options}; give a scale of two options or more"
            )));
        }
        let table = case.table()?;
        let columns = names.iter().map(|name| table.numbers(name));
        let columns: Vec<Vec<Option<f64>>> = columns.collect::<Result<_, _>>()?;
        for (name, column) in names.iter().zip(&columns) {
            if let Some(wrong) = column.iter().flatten().find(|x| !(lo..=hi).contains(*x)) {
                return Err(CaseError(format!(
                    "column {name} has the answer {wrong}, outside params.min {lo} to max {hi}"
                )));
            }
        }
        let unit = unit(columns.iter().flatten().flatten().chain([&lo, &hi]));
        let whole_sheets = columns.iter().flatten().all(Option::is_some);
        let k = names.len() as u64;
        let mean_unit = match whole_sheets {
            true => Some(k),
            false => score_unit(names.len()),
        };
        let fits = |of: &u64| k > 0 && *of as f64 * unit as f64 * lo.abs().max(hi.abs()) < LARGEST;
        let mean_unit = mean_unit.filter(fits).ok_or_else(|| {
            CaseError(format!(
                "{k} items with such answers make no scale; give 1 to 25 items and answers of few decimals"
            ))
        })?;
        let whole = |x: f64| (x * unit as f64).round() as i64;
        Ok(Self {
            mean_unit,
            columns: columns
                .iter()
                .map(|column| column.iter().map(|x| x.map(whole)).collect())
                .collect(),
            unit,
            lo: whole(lo),
            hi: whole(hi),
            options,
            nulls: NULLS
                .iter()
                .map(|(name, null)| variance_of(case, name, *null, options))
                .collect::<Result<_, _>>()?,
            names,
        })
    }
}

/// The variance of a null, as given or by the number of options.
fn variance_of(
    case: &Case,
    name: &str,
    null: Null,
    options: usize,
) -> Result<Option<f64>, CaseError> {
    let path = format!("null_variance/{name}");
    if case.param(&path).is_none() {
        return Ok(null.variance(options));
    }
    let given = case.number(&path)?;
    if given <= 0.0 {
        return Err(CaseError(format!(
            "params.{path} is {given}; give a variance above 0"
        )));
    }
    Ok(Some(given))
}

/// How many units a point has so that all values are whole numbers; with more decimals than nine they are rounded to
/// these, which no figure shows.
fn unit<'a>(values: impl Iterator<Item = &'a f64> + Clone) -> u64 {
    let units = (0..DECIMALS).map(|decimals| 10_u64.pow(decimals));
    let whole = |unit: &u64| {
        let apart = |x: &f64| (x * *unit as f64 - (x * *unit as f64).round()).abs();
        values.clone().all(|x| apart(x) < 1e-7)
    };
    units
        .into_iter()
        .find(whole)
        .unwrap_or(10_u64.pow(DECIMALS))
}

/// The answers of one team.
struct Team<'a> {
    scale: &'a Scale<'a>,
    n: usize,
    items: Vec<Histogram>,
    /// Persons' means by the half rule.
    scores: Histogram,
}

impl<'a> Team<'a> {
    fn of(scale: &'a Scale<'a>, rows: &[Vec<Option<i64>>]) -> Self {
        let k = scale.names.len();
        let item = |item: usize| {
            let answers = rows.iter().filter_map(|row| *row.get(item)?);
            Histogram::of(scale.unit, answers)
        };
        let score = |row: &Vec<Option<i64>>| {
            let answered = row.iter().flatten().count();
            let each = (scale.mean_unit / answered.max(1) as u64) as i64;
            (answered >= k.div_ceil(2)).then(|| row.iter().flatten().sum::<i64>() * each)
        };
        Self {
            scale,
            n: rows.len(),
            items: (0..k).map(item).collect(),
            scores: Histogram::of(scale.unit * scale.mean_unit, rows.iter().filter_map(score)),
        }
    }

    fn mean_variance(&self) -> Option<f64> {
        let variances = self.items.iter().map(Histogram::variance);
        mean(&variances.collect::<Option<Vec<_>>>()?)
    }

    fn figures(&self) -> Value {
        let scale = self.scale;
        let by_item = |figure: &dyn Fn(&Histogram) -> Option<f64>| self.by_item(figure);
        let over = |figure: &dyn Fn(&Histogram) -> Option<f64>| {
            mean(&self.items.iter().filter_map(figure).collect::<Vec<_>>())
        };
        let agreement = |item: &Histogram| awg(item, scale.lo, scale.hi);
        let deviation = |item: &Histogram| item.variance().map(f64::sqrt);
        let mut all = vec![
            ("n".to_owned(), Value::from(self.n)),
            ("item_var_n1".to_owned(), by_item(&Histogram::variance)),
            ("mean_item_var".to_owned(), figure(self.mean_variance())),
            ("sd_item_mean".to_owned(), figure(over(&deviation))),
            ("scale_score_mean".to_owned(), figure(self.scores.mean())),
            (
                "scale_score_sd_n1".to_owned(),
                figure(deviation(&self.scores)),
            ),
            (
                "scale_score_mad_about_mean".to_owned(),
                figure(ad_mean(&self.scores)),
            ),
            ("ad_mean_J".to_owned(), figure(over(&ad_mean))),
            ("ad_median_J".to_owned(), figure(over(&ad_median))),
            ("awg_items".to_owned(), by_item(&agreement)),
            ("awg_J".to_owned(), figure(over(&agreement))),
        ];
        if scale.options == 5 {
            let least = |item: &Histogram| five_options(item.n() as usize);
            let rwg = by_item(&|item| Some(least(item)?.rwg));
            let ad = by_item(&|item| Some(least(item)?.ad));
            all.push(("rwg_items_critical_5pct".to_owned(), rwg));
            all.push(("ad_mean_items_critical_5pct".to_owned(), ad));
        }
        for ((name, _), null) in NULLS.iter().zip(&scale.nulls) {
            all.extend(self.against(name, *null));
        }
        object(all)
    }

    fn against(&self, name: &str, null: Option<f64>) -> [(String, Value); 5] {
        let k = self.items.len();
        let ratio = |variance: Option<f64>| Some(variance? / null?);
        let all = ratio(self.mean_variance());
        let reset = all.map_or(Value::Null, |ratio| Value::from(ratio > 1.0));
        [
            (
                format!("rwg_items_{name}"),
                self.by_item(&|item| ratio(item.variance()).map(rwg)),
            ),
            (
                format!("rwg_J_{name}_reset"),
                figure(all.and_then(|all| rwg_j(all, k))),
            ),
            (
                format!("rwg_J_{name}_raw"),
                figure(all.and_then(|all| rwg_j_raw(all, k))),
            ),
            (format!("rstar_wg_J_{name}"), figure(all.map(rwg))),
            (format!("reset_{name}"), reset),
        ]
    }

    fn by_item(&self, value: &dyn Fn(&Histogram) -> Option<f64>) -> Value {
        let named = self.scale.names.iter().zip(&self.items);
        object(named.map(|(name, item)| (*name, figure(value(item)))))
    }
}

/// The table of exact critical values for groups of 2 to 16, or to `params.largest`.
pub(super) fn critical_values(case: &Case) -> Result<Value, CaseError> {
    let (options, alpha) = (case.count("options")?, case.number("alpha")?);
    let largest = match case.param("largest") {
        Some(_) => case.count("largest")?,
        None => 16,
    };
    let row = |n| {
        let too_many = || {
            CaseError(format!(
                "{n} people and {options} options have no table; give two or more of each, and not more than \
                 five million different groups, as 30 people and 5 options"
            ))
        };
        let row = critical(n, options, alpha).ok_or_else(too_many)?;
        Ok(object([
            ("n", Value::from(n)),
            ("rwg_critical", figure(row.rwg)),
            ("rwg_tail_p", figure(row.rwg_p)),
            ("variance_critical", figure(row.variance)),
            ("ad_mean_critical", figure(row.ad)),
            ("ad_tail_p", figure(row.ad_p)),
            ("null_mean_variance", figure(row.mean_variance)),
            ("null_mean_ad", figure(row.mean_ad)),
        ]))
    };
    let rows: Vec<Value> = (2..=largest).map(row).collect::<Result<_, CaseError>>()?;
    Ok(object([("table", Value::from(rows))]))
}
