use crate::roster::columns::Meaning;

/// A column of a roster as we write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    Team,
    Number,
    Email,
    Name,
    Role,
    Locale,
    TimeZone,
    Manager,
    Status,
}

impl Column {
    /// The name in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::Team => "team",
            Self::Number => "number",
            Self::Email => "e-mail",
            Self::Name => "name",
            Self::Role => "role",
            Self::Locale => "locale",
            Self::TimeZone => "time zone",
            Self::Manager => "manager",
            Self::Status => "status",
        }
    }

    /// What it says of a person.
    pub fn meaning(self) -> Meaning {
        match self {
            Self::Team => Meaning::Path,
            Self::Number => Meaning::Number,
            Self::Email => Meaning::Email,
            Self::Name => Meaning::Name,
            Self::Role => Meaning::Role,
            Self::Locale => Meaning::Locale,
            Self::TimeZone => Meaning::TimeZone,
            Self::Manager => Meaning::Manager,
            Self::Status => Meaning::Status,
        }
    }
}
