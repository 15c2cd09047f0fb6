use super::plan::{self, Origin, PlanForm, field};
use super::series::period;
use super::trustees::OpeningForm;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::wave::{self, State};
use crate::store::{Moment, people};
use chrono::{DateTime, Duration, Months};
use chrono_tz::Tz;

/// A wave that was closed early is not made as short again.
const SHORTEST: Duration = Duration::days(7);

const QUARTER: i32 = 3;

/// Makes the next wave of a series as a draft: the same survey, a quarter on by the calendar.
///
/// # Errors
/// A refusal while the wave is still a draft.
pub fn retake(app: &App, id: &WaveId) -> Outcome<WaveId> {
    app.store.write(|c| {
        let last = wave::wave(c, id)?;
        if last.state == State::Draft {
            return Err(Problem::refused("problem-wave-draft"));
        }
        let zone = people::zone(c)?;
        let months = months_on(last.closes, app.now());
        let opens = later(zone, last.opens, months);
        let form = PlanForm {
            survey: wave::survey(c, &last)?.id,
            title: period(opens.naive_local(), QUARTER),
            opens: field(opens.naive_local()),
            promise: last.promise.as_str().to_owned(),
            readers: plan::readers(last.auditors_read),
            members: plan::members(last.members_read),
            opening: OpeningForm::of_wave(c, id)?,
            closes: field(
                later(zone, last.closes.max(last.opens + SHORTEST), months).naive_local(),
            ),
        };
        let origin = Origin {
            previous: Some(id.clone()),
            series: None,
        };
        plan::add(app, c, &form, origin)
    })
}

/// The smallest number of quarters, in months, after which the wave would still close in the future.
fn months_on(closes: Moment, now: Moment) -> u32 {
    let mut months = 3;
    while closes
        .utc()
        .checked_add_months(Months::new(months))
        .is_some_and(|close| close <= now.utc())
    {
        months += 3;
    }
    months
}

fn later(zone: Tz, moment: Moment, months: u32) -> DateTime<Tz> {
    let local = moment.utc().with_timezone(&zone);
    local
        .checked_add_months(Months::new(months))
        .unwrap_or(local)
}
