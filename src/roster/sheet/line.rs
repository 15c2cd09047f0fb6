//! One line of a list, by what its columns mean.

use crate::roster::columns::{Layout, Meaning};
use crate::roster::download::unguarded;
use crate::table::clean;
use csv::StringRecord;
use std::borrow::Cow;

/// A line and the meaning of its cells.
pub struct Line<'a> {
    layout: &'a Layout,
    record: &'a StringRecord,
}

impl<'a> Line<'a> {
    pub fn of(layout: &'a Layout, record: &'a StringRecord) -> Self {
        Self { layout, record }
    }

    /// The cell as people see it.
    pub fn at(&self, place: usize) -> Cow<'a, str> {
        let cell = clean(self.record.get(place).unwrap_or_default()).0;
        match (self.layout.is_own, cell) {
            (true, Cow::Borrowed(cell)) => Cow::Borrowed(unguarded(cell)),
            (true, Cow::Owned(cell)) => Cow::Owned(unguarded(&cell).to_owned()),
            (false, cell) => cell,
        }
    }

    /// What it says in the one column with a meaning; empty if there is none.
    pub fn cell(&self, meaning: Meaning) -> Cow<'a, str> {
        let place = self.layout.place(meaning);
        place.map_or(Cow::Borrowed(""), |place| self.at(place))
    }

    /// What it says in all columns with a meaning, where it says something.
    pub fn cells(&self, meaning: Meaning) -> Vec<Cow<'a, str>> {
        let places = self.layout.places(meaning).into_iter();
        let cells = places.map(|place| self.at(place));
        cells.filter(|cell| !cell.is_empty()).collect()
    }

    /// The name as the person is written to.
    pub fn name(&self) -> String {
        if self.layout.is_own {
            return self.cell(Meaning::Name).into_owned();
        }
        let (first, last) = (self.cell(Meaning::FirstName), self.cell(Meaning::LastName));
        let has_halves = !first.is_empty() && !last.is_empty();
        let whole = self.cell(Meaning::Name);
        if has_halves || whole.is_empty() {
            format!("{first} {last}").trim().to_owned()
        } else {
            turned(&whole)
        }
    }

    /// The first cell with something in it that stands in no named column.
    pub fn stray(&self) -> Option<&'a str> {
        let named = |place: usize| {
            self.layout
                .columns
                .get(place)
                .is_some_and(|(name, _)| !name.is_empty())
        };
        let mut cells = self.record.iter().enumerate();
        let stray = cells.find(|(place, cell)| !named(*place) && !cell.trim().is_empty());
        stray.map(|(_, cell)| cell)
    }

    /// The first cell out of which something invisible was taken.
    pub fn hidden(&self) -> Option<Cow<'a, str>> {
        let needed = self.layout.columns.iter().enumerate();
        let needed = needed.filter(|(_, (_, meaning))| *meaning != Meaning::Ignored);
        let mut cells = needed.filter_map(|(place, _)| self.record.get(place));
        cells.find_map(|cell| {
            let (seen, hidden) = clean(cell);
            hidden.then_some(seen)
        })
    }
}

/// What follows a comma behind a name without being a first name.
const TITLES: [&str; 16] = [
    "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "phd", "ph.d.", "md", "m.d.", "mba", "msc", "bsc",
    "esq", "dr.",
];

/// What a system puts in brackets behind a name.
const REMARKS: [&str; 10] = [
    "(on leave)",
    "(terminated)",
    "(inherited)",
    "(contractor)",
    "(contingent worker)",
    "[c]",
    "(external)",
    "(extern)",
    "(ext)",
    "(he/him)",
];

/// `Brandt, Ida` as `Ida Brandt`, without a remark in brackets.
pub fn turned(name: &str) -> String {
    let mut name = name.trim();
    let lower = name.to_lowercase();
    for remark in REMARKS {
        if lower.ends_with(remark) {
            let kept = name.len().saturating_sub(remark.len());
            name = name.get(..kept).unwrap_or(name).trim_end();
        }
    }
    let Some((last, first)) = name.split_once(',') else {
        return name.to_owned();
    };
    let (last, first) = (last.trim(), first.trim());
    let is_title = TITLES.contains(&first.to_lowercase().as_str());
    if last.is_empty() || first.is_empty() || first.contains(',') || is_title {
        return name.to_owned();
    }
    format!("{first} {last}")
}
