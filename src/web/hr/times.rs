use crate::app::App;
use crate::error::Outcome;
use crate::store::{Moment, people};
use crate::text::Lang;
use crate::wave;
use chrono::{DateTime, Datelike, NaiveDateTime};
use chrono_tz::Tz;

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
        let (opens, closes) = wave::usual_span(self.0, now);
        let quarter = format!("Q{} {}", opens.month0() / 3 + 1, opens.year());
        (field(opens), field(closes), quarter)
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
    fn a_new_wave_opens_on_the_next_working_morning_and_ends_on_a_working_afternoon() {
        let berlin = Zone(Tz::Europe__Berlin);
        let planned = |now: &str| berlin.defaults(now.parse().unwrap());
        let of = |opens: &str, closes: &str, title: &str| {
            (opens.to_owned(), closes.to_owned(), title.to_owned())
        };
        // Monday half past midnight in Berlin: Tuesday leaves more than a day to look at the draft.
        assert_eq!(
            planned("2026-12-27T23:30:00"),
            of("2026-12-29T09:00", "2027-01-12T17:00", "Q4 2026")
        );
        // Tuesday at ten: Wednesday at nine would be too soon.
        assert_eq!(
            planned("2026-06-02T08:00:00"),
            of("2026-06-04T09:00", "2026-06-18T17:00", "Q2 2026")
        );
        // Friday, Saturday, and Sunday after nine.
        for (now, opens) in [
            ("2026-06-05T12:00:00", "2026-06-08T09:00"),
            ("2026-06-06T06:00:00", "2026-06-08T09:00"),
            ("2026-06-07T07:01:00", "2026-06-09T09:00"),
        ] {
            assert_eq!(planned(now).0, opens, "{now}");
        }
    }

    #[test]
    fn a_moment_is_read_and_written_in_local_time() {
        let summer = "2026-07-01T07:00:00".parse().unwrap();
        assert_eq!(Zone(Tz::Europe__Berlin).field(summer), "2026-07-01T09:00");
    }
}
