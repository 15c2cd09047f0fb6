use chrono_tz::Tz;
use std::collections::HashSet;

/// What is in a column, of the lines that are looked at.
#[derive(Clone, Debug, Default)]
pub struct Content {
    /// Different values, in lower case.
    pub values: HashSet<String>,
    /// How many cells have something in them.
    pub filled: usize,
    pub addresses: usize,
    pub zones: usize,
    /// Cells with a stroke or an arrow between names, or at the beginning.
    pub paths: usize,
    /// Cells that are a place in a directory, such as `uid=ida,ou=Platform,dc=example`.
    pub places: usize,
    /// What the places are in.
    pub above: HashSet<String>,
    pub yes_or_no: usize,
}

impl Content {
    /// Looks at the cells of a column.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut content = Self::default();
        for cell in cells.filter(|cell| !cell.is_empty()) {
            let lower = cell.to_lowercase();
            content.filled += 1;
            content.addresses += usize::from(is_address(cell));
            content.zones += usize::from(cell.contains('/') && cell.parse::<Tz>().is_ok());
            content.paths +=
                usize::from(cell.starts_with('/') || cell.contains(" > ") || cell.contains('\\'));
            if is_place(&lower) {
                content.places += 1;
                let above = lower.split_once(',').map(|(_, above)| above.to_owned());
                content.above.extend(above);
            }
            content.yes_or_no += usize::from(YES_OR_NO.contains(&lower.as_str()));
            content.values.insert(lower);
        }
        content
    }

    /// Whether most of what is there is of a kind.
    pub fn mostly(&self, count: usize) -> bool {
        self.filled > 0 && count * 10 >= self.filled * 8
    }

    /// Whether hardly a value is there twice.
    pub fn is_distinct(&self) -> bool {
        self.values.len() * 10 >= self.filled * 9
    }

    /// The share of its values that the other column has too, in tenths.
    pub fn within(&self, other: &Self) -> usize {
        let shared = self
            .values
            .iter()
            .filter(|value| other.values.contains(*value));
        (shared.count() * 10)
            .checked_div(self.values.len())
            .unwrap_or(0)
    }
}

const YES_OR_NO: [&str; 16] = [
    "yes", "no", "true", "false", "0", "1", "y", "n", "ja", "nein", "oui", "non", "si", "sì",
    "nee", "x",
];

/// Whether it looks like one address.
pub fn is_address(cell: &str) -> bool {
    let mut parts = cell.split('@');
    let sides = (parts.next(), parts.next(), parts.next());
    matches!(sides, (Some(local), Some(domain), None)
        if !local.is_empty() && domain.contains('.') && !cell.contains(char::is_whitespace))
}

/// Whether it is a place in a directory.
pub fn is_place(lower: &str) -> bool {
    ["cn=", "uid=", "ou="]
        .iter()
        .any(|start| lower.starts_with(start))
        && lower.contains(',')
}
