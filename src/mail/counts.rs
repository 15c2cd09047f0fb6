use crate::app::App;
use crate::error::Outcome;
use crate::store::outbox::{self, Delivery};

/// How many mails stand where, since the installation began.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// To be sent.
    pub queued: i64,
    /// Accepted by the mail server.
    pub sent: i64,
    /// Given up.
    pub failed: i64,
}

/// Counts all mails by where they stand.
pub fn counts(app: &App) -> Outcome<Counts> {
    let stored = app.store.read(outbox::counts)?;
    let of = |state| {
        let found = stored.iter().find(|(known, _)| *known == state);
        found.map_or(0, |(_, count)| *count)
    };
    Ok(Counts {
        queued: of(Delivery::Queued),
        sent: of(Delivery::Sent),
        failed: of(Delivery::Failed),
    })
}
