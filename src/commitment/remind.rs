use crate::error::Outcome;
use crate::ids::CommitmentId;
use crate::ids::LeaderFormId;
use crate::store::outbox::{self, Delivery, Kind, Mail};
use crate::store::{Db, Moment, people};
use chrono::{Days, NaiveDate, NaiveTime, TimeZone};

/// So long before a commitment is due its leader is reminded, on the morning of that day.
const BEFORE: Days = Days::new(7);
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(8, 0, 0) {
    Some(morning) => morning,
    None => NaiveTime::MIN,
};

/// Plans the one reminder of a commitment, or moves it with its date; one that was sent is not sent again, and none
/// goes out in the last week. Whether it is still wanted is seen when it is sent.
pub(super) fn plan(
    c: &mut Db,
    one: &CommitmentId,
    form: &LeaderFormId,
    due: NaiveDate,
    now: Moment,
) -> Outcome<()> {
    let zone = people::zone(c)?;
    let day = due.checked_sub_days(BEFORE).unwrap_or(due);
    let morning = zone.from_local_datetime(&day.and_time(MORNING)).earliest();
    let morning = morning.map(|morning| Moment::from(morning.to_utc()));
    let morning = morning.filter(|morning| *morning > now);
    let subject = format!("{form}.{one}");
    match (outbox::state(c, Kind::Due, &subject)?, morning) {
        (None, Some(morning)) => outbox::queue(c, &[Mail::new(Kind::Due, &subject, None, morning)]),
        (Some(Delivery::Queued), Some(morning)) => {
            outbox::postpone(c, Kind::Due, &subject, morning)
        }
        (Some(Delivery::Queued), None) => outbox::unqueue(c, Kind::Due, &subject),
        _ => Ok(()),
    }
}
