use crate::app::App;
use crate::error::Outcome;
use crate::store::access::{self, Role};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::wave::{self, State, Wave};
use chrono::Duration;

/// So long before the keys of an unpublished wave are destroyed HR is told, and once more.
const FIRST: Duration = Duration::days(14);
const SECOND: Duration = Duration::days(3);

/// Tells HR twice that the keys of a closed wave are destroyed soon and nobody has published it. Whoever missed
/// the first time is told the second time only.
pub fn remind_of_end(app: &App, closed: &Wave) -> Outcome<()> {
    let (now, id) = (app.now(), &closed.id);
    let left = closed.destroy_after.map(|end| end - now);
    let kind = match left.filter(|_| closed.state == State::Closed) {
        Some(left) if left <= SECOND => Kind::LastDays,
        Some(left) if left <= FIRST => Kind::Unreleased,
        _ => return Ok(()),
    };
    if app.store.read(|c| outbox::has(c, id, kind))? {
        return Ok(());
    }
    app.store.write(|c| {
        wave::hold(c, id)?;
        if outbox::has(c, id, kind)? {
            return Ok(());
        }
        let told = access::with_role(c, Role::Lead)?.into_iter();
        let mails: Vec<Mail> = told
            .map(|person| Mail::new(kind, &format!("{id}.{person}"), Some(id), now))
            .collect();
        outbox::queue(c, &mails)
    })
}
