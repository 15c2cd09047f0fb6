use std::collections::BTreeMap;

/// How many lines are shown of one reason.
pub const SHOWN: usize = 50;

/// What was found in the lines of a file, by reason; of each the number and the first lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Findings<R> {
    groups: BTreeMap<&'static str, Group<R>>,
}

/// All lines with one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group<R> {
    /// One of the reasons, which are the same but for the line they point at.
    pub reason: R,
    /// How many lines have it.
    pub count: usize,
    /// The first of them.
    pub shown: Vec<Finding<R>>,
}

/// Something about a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<R> {
    /// The line of the file, counted from 1; the first of them if a record has several.
    pub line: u64,
    /// The English name of the column; "-" if it is in none.
    pub column: &'static str,
    /// What stands there, at most 60 characters of it.
    pub value: String,
    /// What is the matter.
    pub reason: R,
}

/// Why something is found.
pub trait Reason: Copy {
    /// The key of its message.
    fn key(&self) -> &'static str;
}

impl<R> Default for Findings<R> {
    fn default() -> Self {
        Self {
            groups: BTreeMap::new(),
        }
    }
}

impl<R: Reason> Findings<R> {
    /// Notes something about a line.
    pub fn add(&mut self, line: u64, column: &'static str, value: &str, reason: R) {
        let group = self.groups.entry(reason.key()).or_insert(Group {
            reason,
            count: 0,
            shown: Vec::new(),
        });
        group.count += 1;
        if group.shown.len() < SHOWN {
            group.shown.push(Finding {
                line,
                column,
                value: clip(value),
                reason,
            });
        }
    }

    /// Those with most lines first.
    pub fn groups(&self) -> Vec<&Group<R>> {
        let mut groups: Vec<_> = self.groups.values().collect();
        groups.sort_by_key(|group| std::cmp::Reverse(group.count));
        groups
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.groups.values().map(|group| group.count).sum()
    }

    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The first ones of every reason, by line.
    pub fn shown(&self) -> Vec<&Finding<R>> {
        let mut shown: Vec<_> = self
            .groups
            .values()
            .flat_map(|group| &group.shown)
            .collect();
        shown.sort_by_key(|finding| finding.line);
        shown
    }
}

/// At most 60 characters of a text.
pub fn clip(value: &str) -> String {
    match value.char_indices().nth(60) {
        None => value.to_owned(),
        Some(_) => value.chars().take(59).chain(['…']).collect(),
    }
}
