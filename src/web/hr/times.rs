use crate::app::App;
use crate::error::Outcome;
use crate::store::{Moment, people};
use crate::text::Lang;
use chrono::{DateTime, Datelike, Days, NaiveDateTime, NaiveTime};
use chrono_tz::Tz;

/// Days from planning to the opening, and from the opening to the end, that a new wave begins with.
const LEAD: Days = Days::new(7);
const RUN: Days = Days::new(10);

/// The hours at which it opens and ends.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock is a time");
const EVENING: NaiveTime = NaiveTime::from_hms_opt(18, 0, 0).expect("six o'clock is a time");

/// The organisation's time zone, in which HR reads and writes times.
#[derive(Clone, Copy)]
pub struct Zone(Tz);

impl Zone {
    /// The zone that was set up.
    pub fn of(app: &App) -> Outcome<Self> {
        Ok(Self(app.store.read(people::zone)?))
    }

    /// Its name on the IANA list.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// A moment for reading: `22 November 2026, 09:00`.
    pub fn words(self, moment: Moment, lang: Lang) -> String {
        let local = self.local(moment);
        format!(
            "{}, {}",
            lang.day(local.date_naive()),
            local.format("%H:%M")
        )
    }

    /// The day of a moment for reading: `22 November 2026`.
    pub fn day(self, moment: Moment, lang: Lang) -> String {
        lang.day(self.local(moment).date_naive())
    }

    /// A moment for a field of the kind `datetime-local`.
    pub fn field(self, moment: Moment) -> String {
        field(self.local(moment).naive_local())
    }

    /// Fields for the opening and the end of a wave planned now, and the quarter it opens in.
    pub fn defaults(self, now: Moment) -> (String, String, String) {
        let opens = self.local(now).date_naive() + LEAD;
        (
            field(opens.and_time(MORNING)),
            field((opens + RUN).and_time(EVENING)),
            format!("Q{} {}", opens.month0() / 3 + 1, opens.year()),
        )
    }

    fn local(self, moment: Moment) -> DateTime<Tz> {
        moment.utc().with_timezone(&self.0)
    }
}

fn field(local: NaiveDateTime) -> String {
    local.format("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_wave_opens_next_week_in_the_organisations_own_hours() {
        let late = "2026-12-27T23:30:00".parse().unwrap();
        let (opens, closes, title) = Zone(Tz::Europe__Berlin).defaults(late);
        assert_eq!(
            (opens.as_str(), closes.as_str()),
            ("2027-01-04T09:00", "2027-01-14T18:00")
        );
        assert_eq!(title, "Q1 2027");
    }

    #[test]
    fn a_moment_is_read_and_written_in_local_time() {
        let summer = "2026-07-01T07:00:00".parse().unwrap();
        assert_eq!(Zone(Tz::Europe__Berlin).field(summer), "2026-07-01T09:00");
    }
}
