use super::findings::Reason;
use crate::text::Sentence;

/// What is said of a line that is taken all the same, or that is no line of a person who works here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteReason {
    /// The person does not work here any more.
    Inactive,
    /// Something invisible was taken out.
    Hidden,
    /// A language that is not spoken here.
    Locale,
    /// A zone that is not known.
    TimeZone,
    /// No team is named.
    NoTeam,
    /// Too many levels, so the lowest ones are one.
    TooDeep,
    /// Who is named as manager is not in the list.
    NoManager,
    /// Several people have the name that is named as manager's.
    WhichManager,
    /// Who reports to whom goes round.
    Circle,
    /// Several people are named as managers of a team equally often.
    Tie,
}

impl Reason for NoteReason {
    fn key(&self) -> &'static str {
        match self {
            Self::Inactive => "roster-note-inactive",
            Self::Hidden => "roster-note-hidden",
            Self::Locale => "roster-note-locale",
            Self::TimeZone => "roster-note-time-zone",
            Self::NoTeam => "roster-note-no-team",
            Self::TooDeep => "roster-note-too-deep",
            Self::NoManager => "roster-note-no-manager",
            Self::WhichManager => "roster-note-which-manager",
            Self::Circle => "roster-note-circle",
            Self::Tie => "roster-note-tie",
        }
    }
}

impl NoteReason {
    /// What became of such lines.
    pub fn sentence(&self) -> Sentence {
        Sentence::new(self.key())
    }
}
