use super::CaseError;

/// One CSV with a header; an empty cell is a missing answer.
#[derive(Debug, Clone)]
pub struct Table {
    name: String,
    names: Vec<String>,
    /// By line.
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn read(name: &str, text: &str) -> Result<Self, CaseError> {
        let fault = |error: csv::Error| CaseError(format!("{name}: {error}"));
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(text.as_bytes());
        let owned = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
        let names = owned(reader.headers().map_err(fault)?);
        let rows = reader
            .records()
            .map(|record| Ok(owned(&record.map_err(fault)?)));
        Ok(Self {
            name: name.to_owned(),
            names,
            rows: rows.collect::<Result<_, CaseError>>()?,
        })
    }

    /// The names of the columns, in order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// A column as texts.
    pub fn texts(&self, column: &str) -> Result<Vec<&str>, CaseError> {
        let at = self.names.iter().position(|name| name == column);
        let at = at.ok_or_else(|| {
            CaseError(format!(
                "{}: there is no column {column}; its columns are {}",
                self.name,
                self.names.join(", ")
            ))
        })?;
        Ok(self
            .rows
            .iter()
            .map(|row| row.get(at).map_or("", String::as_str))
            .collect())
    }

    /// A column as numbers; an empty cell or `NA` is `None`.
    pub fn numbers(&self, column: &str) -> Result<Vec<Option<f64>>, CaseError> {
        let number = |(line, cell): (usize, &str)| match cell {
            "" | "NA" => Ok(None),
            cell => cell.parse().map(Some).map_err(|_| {
                CaseError(format!(
                    "{}: line {line}, column {column}: \"{cell}\" is not a number",
                    self.name
                ))
            }),
        };
        (2..).zip(self.texts(column)?).map(number).collect()
    }

    /// A column as numbers, without the empty cells.
    pub fn answered(&self, column: &str) -> Result<Vec<f64>, CaseError> {
        Ok(self.numbers(column)?.into_iter().flatten().collect())
    }
}
