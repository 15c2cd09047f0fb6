use super::columns::interval;
use super::{Case, CaseError, object};
use gutcheck_stats::{WeightBootstrap, WeightDifference, bootstrap_weights};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use serde_json::{Map, Value, json};

/// More draws than anybody needs.
const MOST_DRAWS: usize = 100_000;

/// The draws and the seed of `params.bootstrap`.
pub(super) fn bootstrap(
    case: &Case,
    names: &[&str],
    columns: &[Vec<f64>],
    outcome: &[f64],
) -> Result<Value, CaseError> {
    let (draws, seed) = (
        case.count("bootstrap/draws")?,
        case.count("bootstrap/seed")?,
    );
    if !(1..=MOST_DRAWS).contains(&draws) {
        return Err(CaseError(format!(
            "params.bootstrap/draws is {draws}; give 1 to {MOST_DRAWS}"
        )));
    }
    let mut rng = ChaCha20Rng::seed_from_u64(seed as u64);
    let found = bootstrap_weights(columns, outcome, draws, &mut rng);
    let figures = found.and_then(|found| bootstrapped(&found, names));
    Ok(figures.unwrap_or(Value::Null))
}

fn bootstrapped(found: &WeightBootstrap, names: &[&str]) -> Option<Value> {
    let weights = found.weights.iter().map(|weight| interval(Some(*weight)));
    let ranks = found.ranks.iter().map(|rank| json!(rank));
    let difference = |pair: &WeightDifference| {
        let figures = Map::from_iter([
            ("called".to_owned(), Value::from(pair.called())),
            ("ci95".to_owned(), interval(Some(pair.interval))),
        ]);
        let (first, second) = (names.get(pair.first)?, names.get(pair.second)?);
        Some((format!("{first} - {second}"), Value::Object(figures)))
    };
    let differences = found.differences.iter().map(difference);
    let differences: Vec<_> = differences.collect::<Option<_>>()?;
    Some(object([
        ("usable_draws", Value::from(found.usable)),
        ("weight_ci95", object(names.iter().copied().zip(weights))),
        ("weight_difference", object(differences)),
        ("rank_called", object(names.iter().copied().zip(ranks))),
    ]))
}
