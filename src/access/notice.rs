//! Mails that tell people what happened to accounts.

use crate::app::App;
use crate::error::Outcome;
use crate::ids::{MailId, PersonId, SessionId};
use crate::store::Db;
use crate::store::access::{self, Role};
use crate::store::outbox::{self, Kind, Mail};

/// Somebody was invited to have an account and signs in by the company.
pub(super) fn welcome_by_company(app: &App, c: &mut Db, person: &PersonId) -> Outcome<()> {
    queue(app, c, Kind::WelcomeCompany, person, &once(app))
}

/// Somebody signed in with a browser that had not been used for the account before.
pub(super) fn new_device(
    app: &App,
    c: &mut Db,
    person: &PersonId,
    session: &SessionId,
) -> Outcome<()> {
    queue(app, c, Kind::NewDevice, person, session.as_str())
}

/// The second factor of somebody's account was changed or taken away.
pub(super) fn factor_changed(app: &App, c: &mut Db, person: &PersonId) -> Outcome<()> {
    queue(app, c, Kind::FactorChanged, person, &once(app))
}

/// Somebody's password was changed.
pub(super) fn password_changed(app: &App, c: &mut Db, person: &PersonId) -> Outcome<()> {
    queue(app, c, Kind::PasswordChanged, person, &once(app))
}

/// Somebody became an administrator: all others are told.
pub(super) fn new_administrator(app: &App, c: &mut Db, new: &PersonId) -> Outcome<()> {
    for other in access::with_role(c, Role::Administrator)? {
        if other != *new {
            let about = format!("{new}.{}", once(app));
            queue(app, c, Kind::NewAdministrator, &other, &about)?;
        }
    }
    Ok(())
}

/// There is one mail for each subject, so what can happen again gets a subject of its own.
fn once(app: &App) -> String {
    MailId::new(app.seed()).to_string()
}

fn queue(app: &App, c: &mut Db, kind: Kind, to: &PersonId, about: &str) -> Outcome<()> {
    let mail = Mail::new(kind, &format!("{to}.{about}"), None, app.now());
    outbox::queue(c, &[mail])
}
