use crate::store::Moment;
use crate::wave::{self, OpeningForm, PlanForm};
use chrono::{Datelike, Days, Months, NaiveDate, NaiveDateTime, TimeZone, Weekday};
use chrono_tz::Europe::Berlin;

/// The survey of all waves.
pub const SURVEY: &str = "team-diagnostic";

/// The wave that is still open; waves are counted from 0.
pub const OPEN: usize = 3;

/// From this wave on people are promised that they are anonymous; before, the organisation promised less.
const ANONYMOUS_FROM: usize = 2;

/// The wave that trustees open.
pub const TRUSTED: usize = 2;

/// When one wave of the demo takes place, in local days.
pub struct Quarter {
    /// Such as `Q3 2026`.
    title: String,
    promise: &'static str,
    /// Whether the members always get the report of their group.
    members_read: bool,
    opens: NaiveDate,
    closes: NaiveDate,
}

/// Three quarters that are over and the one that opened three days before `now`, the first one first. A
/// wave begins on a working day and runs for ten days.
pub fn quarters(now: Moment) -> Vec<Quarter> {
    let today = now.utc().with_timezone(&Berlin).date_naive();
    let last = today - Days::new(3);
    let quarter = |back| {
        let day = last
            .checked_sub_months(Months::new(3 * back))
            .unwrap_or(last);
        let opens = working_day(day);
        Quarter {
            title: format!("Q{} {}", day.month0() / 3 + 1, day.year()),
            promise: match OPEN - back as usize >= ANONYMOUS_FROM {
                true => "anonymous",
                false => "confidential",
            },
            // In the open wave HR promises it.
            members_read: back == 0,
            opens,
            closes: opens + Days::new(10),
        }
    };
    (0..=OPEN as u32).rev().map(quarter).collect()
}

/// The day itself, or the Friday before a weekend.
fn working_day(day: NaiveDate) -> NaiveDate {
    match day.weekday() {
        Weekday::Sat => day - Days::new(1),
        Weekday::Sun => day - Days::new(2),
        _ => day,
    }
}

impl Quarter {
    /// The wave's plan: from nine in the morning until six in the evening of the last day.
    pub fn plan(&self) -> PlanForm {
        PlanForm {
            survey: SURVEY.into(),
            title: self.title.clone(),
            opens: format!("{}T09:00", self.opens),
            closes: format!("{}T18:00", self.closes),
            promise: self.promise.into(),
            readers: String::new(),
            members: wave::members(self.members_read),
            opening: OpeningForm::default(),
        }
    }

    /// Two weeks before, when the wave is planned.
    pub fn eve(&self) -> Moment {
        at(self.opens - Days::new(14), 10)
    }

    /// The opening.
    pub fn opening(&self) -> Moment {
        at(self.opens, 9)
    }

    /// An afternoon on which most have answered.
    pub fn middle(&self) -> Moment {
        at(self.opens + Days::new(6), 15)
    }

    /// The close.
    pub fn close(&self) -> Moment {
        at(self.closes, 18)
    }

    /// The morning after the close, when the results are published.
    pub fn release(&self) -> Moment {
        at(self.closes + Days::new(1), 9)
    }
}

/// A full hour in Berlin. No clock is changed at any of the hours used; the hour as UTC would have it if one
/// were.
fn at(day: NaiveDate, hour: u32) -> Moment {
    let midnight = NaiveDateTime::from(day);
    let local = day.and_hms_opt(hour, 0, 0).unwrap_or(midnight);
    let there = Berlin.from_local_datetime(&local).earliest();
    there.map_or(local.and_utc(), |there| there.to_utc()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_waves_of_a_year_have_four_titles_and_begin_on_working_days() {
        let mut day: NaiveDate = "2026-01-01".parse().unwrap();
        for _ in 0..366 {
            let half_past = day.and_hms_opt(0, 30, 0).unwrap();
            let quarters = quarters(half_past.and_utc().into());
            let midnight = NaiveDateTime::from(day).and_utc().into();
            let mut titles: Vec<_> = quarters.iter().map(|quarter| &quarter.title).collect();
            titles.dedup();
            assert_eq!(titles.len(), 4, "{day}");
            assert!(
                quarters
                    .iter()
                    .all(|quarter| quarter.opens.weekday().number_from_monday() < 6)
            );
            assert!(quarters[2].release() < quarters[3].eve(), "{day}");
            assert!(
                quarters[3].opening() < midnight && quarters[3].close() > midnight,
                "{day}"
            );
            day = day + Days::new(1);
        }
    }
}
