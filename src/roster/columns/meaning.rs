use serde::{Deserialize, Serialize};

/// What a column says of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Meaning {
    /// Nothing that is needed.
    Ignored,
    FirstName,
    LastName,
    /// The whole name, also as `Brandt, Ida`.
    Name,
    Email,
    /// The employee number.
    Number,
    /// All names of the team from the top, parted by strokes, or the place in a directory.
    Path,
    /// The part of the organisation at a level, the highest first.
    Level1,
    Level2,
    Level3,
    Level4,
    Level5,
    /// Who the person reports to: by address, number, name, or another mark.
    Manager,
    /// Leads the team or not.
    Role,
    Locale,
    TimeZone,
    /// Whether the person works here.
    Status,
    /// The last day.
    Leaves,
    /// Another mark by which a manager's column may name the person.
    Mark,
}

impl Meaning {
    /// In the order of the choice.
    pub const ALL: [Self; 19] = [
        Self::Ignored,
        Self::Name,
        Self::FirstName,
        Self::LastName,
        Self::Email,
        Self::Number,
        Self::Path,
        Self::Level1,
        Self::Level2,
        Self::Level3,
        Self::Level4,
        Self::Level5,
        Self::Manager,
        Self::Role,
        Self::Locale,
        Self::TimeZone,
        Self::Status,
        Self::Leaves,
        Self::Mark,
    ];

    /// The levels from the top.
    pub const LEVELS: [Self; 5] = [
        Self::Level1,
        Self::Level2,
        Self::Level3,
        Self::Level4,
        Self::Level5,
    ];

    /// Its name in a form, and the end of its message's key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Ignored => "ignored",
            Self::FirstName => "first-name",
            Self::LastName => "last-name",
            Self::Name => "name",
            Self::Email => "email",
            Self::Number => "number",
            Self::Path => "path",
            Self::Level1 => "level1",
            Self::Level2 => "level2",
            Self::Level3 => "level3",
            Self::Level4 => "level4",
            Self::Level5 => "level5",
            Self::Manager => "manager",
            Self::Role => "role",
            Self::Locale => "locale",
            Self::TimeZone => "time-zone",
            Self::Status => "status",
            Self::Leaves => "leaves",
            Self::Mark => "mark",
        }
    }

    /// The one with this key.
    pub fn of_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|meaning| meaning.key() == key)
    }

    /// Whether several columns may have it.
    pub fn may_repeat(self) -> bool {
        matches!(
            self,
            Self::Ignored | Self::Manager | Self::Status | Self::Mark
        )
    }

    /// Whether it says where somebody is in the organisation.
    pub fn is_team(self) -> bool {
        self == Self::Path || Self::LEVELS.contains(&self)
    }
}
