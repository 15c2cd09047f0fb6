//! An invented organisation to look at: its people, what they answer, and a year of its waves. Everything
//! goes through the use cases, the mails included; no row is written behind their backs.

mod answers;
mod calendar;
mod cast;
mod colleagues;
mod face;
mod life;
mod promises;
mod remarks;
mod sheet;
mod stories;
mod trustees;
mod vote;

use crate::access::{self, Knock, SetUp};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::roster;
use calendar::Quarter;
use cast::Cast;
use chrono::{Duration, Utc};
use life::Life;

pub use sheet::sheet;

/// The address and the name of the demo's administrator.
const HR: &str = "marlene.ostrowski@nordwind.example";

const HR_NAME: &str = "Marlene Ostrowski";

/// The address of whoever leads all teams.
const HEAD: &str = "ingrid.solberg@nordwind.example";

/// How long the links for signing in are good.
const GOOD_FOR: Duration = Duration::hours(24);

/// Addresses of pages to look at, each for one person of the organisation.
pub struct Links {
    /// Signs in whoever is administrator and survey lead.
    pub hr: String,
    /// Signs in the HR partner of one department.
    pub partner: String,
    /// Signs in the auditor.
    pub auditor: String,
    /// Signs in a leader who has three waves of results.
    pub leader: String,
    /// Signs in the head of the whole organisation.
    pub head: String,
    /// The form of a member who has not answered the open wave.
    pub answer: String,
    /// The same leader's own form in the open wave, not sent yet.
    pub leader_form: String,
}

/// Fills an empty installation with an organisation of twelve teams that has finished three waves and is
/// in its fourth. Mails are kept in memory. The clock stands in the past meanwhile and runs afterwards.
///
/// # Errors
/// What any of the use cases refuses; not found when an organisation has been set up before.
pub fn furnish(app: &mut App) -> Outcome<Links> {
    app.mailer.keep_in_memory();
    let app = &*app;
    let now = Utc::now().into();
    let quarters = calendar::quarters(now);
    app.clock.set(quarters.first().map_or(now, Quarter::eve));
    let cast = settle(app)?;
    let by = by(app)?;
    let life = Life {
        app,
        by: &by,
        cast: &cast,
    };
    let guests = life.live(&quarters, now)?;
    app.clock.run();
    Ok(Links {
        hr: access::operator_link(app, HR, GOOD_FOR)?,
        partner: access::operator_link(app, colleagues::PARTNER, GOOD_FOR)?,
        auditor: access::operator_link(app, colleagues::AUDITOR, GOOD_FOR)?,
        leader: access::operator_link(app, &guests.leader.email, GOOD_FOR)?,
        head: access::operator_link(app, HEAD, GOOD_FOR)?,
        answer: guests.member.address(app),
        leader_form: guests.leader.address(app),
    })
}

/// The administrator, for the log.
fn by(app: &App) -> Outcome<String> {
    Ok(access::holder(app, HR)?.to_string())
}

/// Sets the organisation up and imports its roster.
fn settle(app: &App) -> Outcome<Cast> {
    let entry = access::set_up(
        app,
        &Knock::inside(),
        &SetUp {
            code: access::setup_code(app),
            organisation: "Nordwind".into(),
            name: HR_NAME.into(),
            email: HR.into(),
            password: access::cookie_secret(),
            locale: "en".into(),
            time_zone: "Europe/Berlin".into(),
        },
    )?;
    access::end(app, &entry.secret)?;
    let import = roster::stage(app, cast::ROSTER)?;
    roster::apply(app, &import, &by(app)?)?;
    colleagues::invite(app)?;
    face::put_on(app, &by(app)?)?;
    Cast::read().map_err(|error| Problem::fault("demo roster", error))
}
