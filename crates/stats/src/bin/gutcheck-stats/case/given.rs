use super::Table;
use serde::Deserialize;
use serde_json::Value;

/// Why a case has no figures, for the person at the terminal.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct CaseError(pub String);

/// The inputs of one statistic.
#[derive(Debug, Clone)]
pub struct Case {
    pub id: String,
    /// The name of the statistic as the reference files write it.
    pub statistic: String,
    params: Value,
    tables: Vec<Table>,
}

#[derive(Deserialize)]
struct File {
    id: String,
    statistic: String,
    #[serde(default)]
    inputs: Vec<String>,
    #[serde(default)]
    params: Value,
}

impl Case {
    /// Reads a case from its JSON; `open` gives the text of an input file by its name.
    ///
    /// # Errors
    /// When the JSON is not a case, or an input cannot be read.
    pub fn read(
        json: &str,
        open: impl Fn(&str) -> Result<String, CaseError>,
    ) -> Result<Self, CaseError> {
        let file: File = serde_json::from_str(json).map_err(|error| {
            CaseError(format!(
                "the case is not JSON with the fields id, statistic, inputs and params: {error}"
            ))
        })?;
        let table = |name: &String| Table::read(name, &open(name)?);
        Ok(Self {
            tables: file.inputs.iter().map(table).collect::<Result<_, _>>()?,
            id: file.id,
            statistic: file.statistic,
            params: file.params,
        })
    }

    /// The first input.
    pub fn table(&self) -> Result<&Table, CaseError> {
        let first = self.tables.first();
        first.ok_or_else(|| CaseError("inputs names no file; name the CSV of the case".to_owned()))
    }

    /// A parameter by the path of its names, as `prior_team_variances/df`; `None` if it is absent or null.
    pub fn param(&self, path: &str) -> Option<&Value> {
        let found = self.params.pointer(&format!("/{path}"))?;
        (!found.is_null()).then_some(found)
    }

    pub fn number(&self, path: &str) -> Result<f64, CaseError> {
        let number = self.param(path).and_then(number);
        number.ok_or_else(|| CaseError(format!("params.{path} is missing; give a number")))
    }

    pub fn count(&self, path: &str) -> Result<usize, CaseError> {
        let number = self.number(path)?;
        if number < 0.0 || number.fract() != 0.0 {
            return Err(CaseError(format!(
                "params.{path} is {number}; give a whole number"
            )));
        }
        Ok(number as usize)
    }

    /// A list of numbers; a single number is a list of one.
    pub fn numbers(&self, path: &str) -> Result<Vec<f64>, CaseError> {
        let numbers = self.param(path).and_then(|value| match value {
            Value::Array(values) => values.iter().map(number).collect(),
            value => Some(vec![number(value)?]),
        });
        numbers
            .ok_or_else(|| CaseError(format!("params.{path} is missing; give a list of numbers")))
    }

    pub fn text(&self, path: &str) -> Result<&str, CaseError> {
        let text = self.param(path).and_then(Value::as_str);
        text.ok_or_else(|| CaseError(format!("params.{path} is missing; give a text")))
    }

    /// A list of texts; a single text is a list of one, and an absent one is empty.
    pub fn texts(&self, path: &str) -> Result<Vec<&str>, CaseError> {
        let texts = match self.param(path) {
            Some(Value::Array(values)) => values.iter().map(Value::as_str).collect(),
            Some(value) => value.as_str().map(|text| vec![text]),
            None => Some(Vec::new()),
        };
        texts.ok_or_else(|| CaseError(format!("params.{path} holds something else than texts")))
    }
}

pub(super) fn number(value: &Value) -> Option<f64> {
    match value.as_str() {
        Some("inf") => Some(f64::INFINITY),
        _ => value.as_f64(),
    }
}
