use crate::app::App;
use crate::store::Moment;
use chrono::Duration;

/// How long an upload waits for its confirmation, as `roster::stage` has it.
const UPLOADS: u32 = 1;

/// What goes by itself when its time is over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// People who left the roster.
    Leavers,
    /// What leaders answered by name.
    LeaderAnswers,
    /// Comments.
    Comments,
    /// Waves as a whole.
    Waves,
    /// What is known of mails that were sent.
    Mails,
    /// What the last import can be taken back with.
    Undo,
    /// Uploads that nobody applied.
    Uploads,
    /// Entries of the log of acts.
    Acts,
}

impl Kind {
    /// All of them, in the order in which they go: what hangs on others goes first.
    pub const ALL: [Self; 8] = [
        Self::Uploads,
        Self::Undo,
        Self::Comments,
        Self::LeaderAnswers,
        Self::Mails,
        Self::Waves,
        Self::Leavers,
        Self::Acts,
    ];

    /// The word in the log, and in message keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Leavers => "leavers",
            Self::LeaderAnswers => "leader-answers",
            Self::Comments => "comments",
            Self::Waves => "waves",
            Self::Mails => "mails",
            Self::Undo => "undo",
            Self::Uploads => "uploads",
            Self::Acts => "acts",
        }
    }
}

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    /// So many days.
    Days(u32),
    /// So many months.
    Months(u32),
    /// As long as what it belongs to.
    Kept,
}

impl Term {
    /// What is older goes; nothing does if it is kept.
    pub fn limit(self, now: Moment) -> Option<Moment> {
        match self {
            Self::Days(days) => Some(now - Duration::days(days.into())),
            Self::Months(months) => Some(now.months_before(months)),
            Self::Kept => None,
        }
    }
}

/// How long something is kept by the settings.
pub fn term(app: &App, kind: Kind) -> Term {
    let config = &app.config;
    let days = |days| {
        if days == 0 {
            Term::Kept
        } else {
            Term::Days(days)
        }
    };
    let months = |months| {
        if months == 0 {
            Term::Kept
        } else {
            Term::Months(months)
        }
    };
    match kind {
        Kind::Leavers => days(config.keep_leavers_days),
        Kind::LeaderAnswers => months(config.keep_leader_answers_months),
        Kind::Comments => months(config.keep_comments_months),
        Kind::Waves => months(config.keep_waves_months),
        Kind::Mails => days(config.keep_mails_days),
        Kind::Undo => days(config.keep_undo_days),
        Kind::Uploads => Term::Days(UPLOADS),
        Kind::Acts => months(config.keep_log_months),
    }
}

/// What went, by the words of kinds.
pub fn counted(counts: &str) -> Vec<(Kind, usize)> {
    let one = |text: &str| {
        let (word, count) = text.split_once('=')?;
        let kind = Kind::ALL.into_iter().find(|kind| kind.as_str() == word)?;
        Some((kind, count.parse().ok()?))
    };
    counts.split(' ').filter_map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_went_is_read_back_by_kind_and_what_nobody_knows_is_left_out() {
        let read = counted("leavers=3 stones=4 acts=x waves=1");
        assert_eq!(read, [(Kind::Leavers, 3), (Kind::Waves, 1)]);
        assert!(counted("").is_empty());
    }
}
