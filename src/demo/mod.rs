//! An invented organisation to look at: its people, what they answer, and a year of its waves. Everything
//! goes through the use cases, the mails included; no row is written behind their backs.

mod answers;
mod calendar;
mod cast;
mod life;
mod promises;
mod remarks;
mod sheet;
mod stories;
mod trustees;
mod vote;

use crate::access::{self, SetUp};
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

/// How long the links for signing in are good.
const GOOD_FOR: Duration = Duration::hours(24);

/// Addresses of pages to look at, each for one person of the organisation.
pub struct Links {
    /// Signs the administrator in.
    pub hr: String,
    /// Signs in a leader who has three waves of results.
    pub leader: String,
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
    let guests = Life { app, cast: &cast }.live(&quarters, now)?;
    app.clock.run();
    Ok(Links {
        hr: access::operator_link(app, HR, GOOD_FOR)?,
        leader: access::operator_link(app, &guests.leader.email, GOOD_FOR)?,
        answer: guests.member.address(app),
        leader_form: guests.leader.address(app),
    })
}

/// Sets the organisation up and imports its roster.
fn settle(app: &App) -> Outcome<Cast> {
    access::set_up(
        app,
        &SetUp {
            organisation: "Nordwind".into(),
            name: HR_NAME.into(),
            email: HR.into(),
            password: access::cookie_secret(),
            locale: "en".into(),
            time_zone: "Europe/Berlin".into(),
        },
    )?;
    let import = roster::stage(app, cast::ROSTER)?;
    roster::apply(app, &import, HR_NAME)?;
    Cast::read().map_err(|error| Problem::fault("demo roster", error))
}
