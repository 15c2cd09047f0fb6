/// One line of what came out: a value for each round, none for a heading.
pub struct Figure {
    name: &'static str,
    rounds: Vec<f64>,
}

impl Figure {
    /// A figure by round; not-a-number where it could not be measured.
    pub fn new(name: &'static str, rounds: impl Iterator<Item = f64>) -> Self {
        let mut rounds: Vec<f64> = rounds.collect();
        rounds.sort_by(f64::total_cmp);
        Self { name, rounds }
    }

    /// A line above others.
    pub fn heading(name: &'static str) -> Self {
        Self {
            name,
            rounds: Vec::new(),
        }
    }

    /// The line: name, median, lowest, highest.
    fn line(&self) -> String {
        let name = self.name;
        let median = self.rounds.get(self.rounds.len() / 2);
        match (median, self.rounds.first(), self.rounds.last()) {
            (Some(median), Some(lowest), Some(highest)) => {
                let [median, lowest, highest] =
                    [median, lowest, highest].map(|&value| shown(value));
                format!("{name:44}{median:>10}{lowest:>10}{highest:>10}\n")
            }
            _ => format!("\n{name:44}{:>10}{:>10}{:>10}\n", "median", "min", "max"),
        }
    }
}

/// Prints the lines.
pub fn print(figures: &[Figure]) {
    figures
        .iter()
        .for_each(|figure| print!("{}", figure.line()));
}

/// As many digits as are worth reading.
fn shown(value: f64) -> String {
    match value.abs() {
        _ if value.is_nan() => "unknown".to_owned(),
        0.0..10.0 => format!("{value:.2}"),
        10.0..100.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

/// How many percent of the whole the part is.
pub fn share(part: f64, whole: f64) -> f64 {
    100.0 * part / whole
}
