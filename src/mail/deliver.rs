use super::letter;
use crate::app::App;
use crate::error::Outcome;
use crate::store::outbox::{self, Mail};
use chrono::Duration;

/// How many mails are taken at once, and for how long they are kept from other workers.
const BATCH: i64 = 20;
const LEASE: Duration = Duration::minutes(5);

/// Minutes to wait after each failed attempt; after the last one a mail is given up.
const BACK_OFF: [i64; 7] = [1, 5, 15, 60, 180, 720, 1440];

/// Sends what is due, and says how many mails were taken. Nothing is sent inside a transaction.
pub fn deliver(app: &App) -> Outcome<usize> {
    let now = app.now();
    let batch = app
        .store
        .write(|c| outbox::lease(c, now, now + LEASE, BATCH))?;
    for mail in &batch {
        let sent = letter::compose(app, mail).map_err(|problem| problem.to_string());
        match sent.and_then(|letter| app.post.send(&letter)) {
            Ok(()) => app.store.write(|c| outbox::sent(c, &mail.id))?,
            Err(reason) => note_failure(app, mail, &reason)?,
        }
    }
    Ok(batch.len())
}

fn note_failure(app: &App, mail: &Mail, reason: &str) -> Outcome<()> {
    let wait = usize::try_from(mail.attempts)
        .ok()
        .and_then(|tried| BACK_OFF.get(tried));
    let retry = wait.map(|minutes| app.now() + Duration::minutes(*minutes));
    tracing::warn!(
        kind = mail.kind.as_str(),
        attempts = mail.attempts + 1,
        reason,
        "mail not sent"
    );
    app.store.write(|c| outbox::failed(c, mail, retry))
}
