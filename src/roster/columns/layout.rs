use super::Meaning;
use super::words::plain;
use crate::survey::Role;
use crate::text::{Lang, Sentence};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a list is read: what its columns mean, where teams and leaders come from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Layout {
    /// The columns by name, in the order of the file.
    pub columns: Vec<(String, Meaning)>,
    /// A file with our own columns: roles are leader and member, a team is its path from the organisation down,
    /// and nothing may stand beside the named columns.
    pub is_own: bool,
    /// Where teams come from.
    pub teams: Source,
    /// Where leaders come from.
    pub leaders: Source,
    /// What the words in the column of roles stand for, in lower case.
    pub roles: BTreeMap<String, Role>,
    /// How the file is written down, where somebody has said so.
    pub encoding: Option<String>,
    /// What stands between its cells, where somebody has said so.
    pub delimiter: Option<char>,
}

/// Where something is said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// In columns of its own.
    #[default]
    Columns,
    /// By who reports to whom.
    Managers,
}

/// What is missing before a list can be read, or is there too often.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LayoutFault {
    /// No column has names.
    NoName,
    /// No column tells persons apart.
    NoMark,
    /// Teams are to come from columns, and no column has one.
    NoTeam,
    /// Teams or leaders are to follow from who reports to whom, and no column says so.
    NoManager,
    /// Two columns have a meaning that only one can have.
    Twice(Meaning),
    /// So many different words are no roles.
    TooManyRoles,
}

impl LayoutFault {
    /// What to do about it.
    pub fn in_lang(self, lang: Lang) -> String {
        self.sentence(lang).in_lang(lang)
    }

    fn sentence(self, lang: Lang) -> Sentence {
        match self {
            Self::NoName => Sentence::new("roster-layout-no-name"),
            Self::NoMark => Sentence::new("roster-layout-no-mark"),
            Self::NoTeam => Sentence::new("roster-layout-no-team"),
            Self::NoManager => Sentence::new("roster-layout-no-manager"),
            Self::Twice(meaning) => {
                let named = lang.text(&format!("roster-meaning-{}", meaning.key()));
                Sentence::new("roster-layout-twice").with("meaning", named)
            }
            Self::TooManyRoles => {
                Sentence::new("roster-layout-too-many-roles").with("most", super::MOST_WORDS)
            }
        }
    }
}

impl Layout {
    /// Whether a column has the meaning.
    pub fn has(&self, meaning: Meaning) -> bool {
        self.columns.iter().any(|(_, given)| *given == meaning)
    }

    /// Whether a column says where somebody is.
    pub fn has_team(&self) -> bool {
        self.columns.iter().any(|(_, given)| given.is_team())
    }

    /// The places of the columns with a meaning.
    pub fn places(&self, meaning: Meaning) -> Vec<usize> {
        let columns = self.columns.iter().enumerate();
        let found = columns.filter(|(_, (_, given))| *given == meaning);
        found.map(|(place, _)| place).collect()
    }

    /// The first column with a meaning.
    pub fn place(&self, meaning: Meaning) -> Option<usize> {
        self.columns.iter().position(|(_, given)| *given == meaning)
    }

    /// Everything that keeps it from being used.
    pub fn faults(&self) -> Vec<LayoutFault> {
        let mut faults = Vec::new();
        let has = |meaning| self.has(meaning);
        if !has(Meaning::Name) && !has(Meaning::FirstName) && !has(Meaning::LastName) {
            faults.push(LayoutFault::NoName);
        }
        if !has(Meaning::Email) && !has(Meaning::Number) {
            faults.push(LayoutFault::NoMark);
        }
        if self.teams == Source::Columns && !self.has_team() {
            faults.push(LayoutFault::NoTeam);
        }
        let by_managers = self.teams == Source::Managers || self.leaders == Source::Managers;
        if by_managers && !has(Meaning::Manager) {
            faults.push(LayoutFault::NoManager);
        }
        let singles = Meaning::ALL.into_iter().filter(|one| !one.may_repeat());
        let twice = singles.filter(|meaning| self.places(*meaning).len() > 1);
        faults.extend(twice.map(LayoutFault::Twice));
        if self.leaders == Source::Columns && self.roles.len() > super::MOST_WORDS {
            faults.push(LayoutFault::TooManyRoles);
        }
        faults
    }

    /// The same for a file with these columns, in whatever order; `None` if it has other ones.
    pub fn fitted(&self, header: &[String]) -> Option<Self> {
        let mut left = self.columns.clone();
        left.retain(|(name, _)| !is_reason(name));
        let mut columns = Vec::with_capacity(header.len());
        for name in header {
            if is_reason(name) {
                columns.push((name.clone(), Meaning::Ignored));
                continue;
            }
            let place = left
                .iter()
                .position(|(known, _)| plain(known) == plain(name))?;
            columns.push((name.clone(), left.remove(place).1));
        }
        left.is_empty().then_some(Self {
            columns,
            ..self.clone()
        })
    }

    /// What files with the same columns have in common: their names in a fixed order.
    pub fn signature(header: &[String]) -> String {
        let names = header.iter().filter(|name| !is_reason(name));
        let mut names: Vec<String> = names.map(|name| plain(name)).collect();
        names.sort();
        names.join("\n")
    }
}

/// Whether it is the column that we add to lines that could not be taken. A file with it is those lines, mended.
pub fn is_reason(name: &str) -> bool {
    Lang::ALL
        .into_iter()
        .any(|lang| lang.text("roster-column-reason") == name)
}
