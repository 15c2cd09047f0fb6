use crate::store::Moment;
use crate::store::series::Series;
use chrono::{Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use chrono::{LocalResult, TimeZone};
use chrono_tz::Tz;

/// When reminders are sent, by the clock of whoever gets them.
const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock is a time");

/// What must be left of a wave after a reminder, and what must have passed of it before one.
const TO_ANSWER: Duration = Duration::hours(2);
const TO_READ: Duration = Duration::hours(20);

/// When a wave ends that nobody chose other times for, and how long it runs.
const AFTERNOON: NaiveTime = NaiveTime::from_hms_opt(17, 0, 0).expect("five o'clock is a time");
const RUN: Days = Days::new(14);

/// So long a draft can be looked at before it opens.
const REVIEW: Duration = Duration::hours(24);

/// Clocks have never been turned by more than a day.
const LONGEST_GAP: usize = 24 * 4 + 1;

/// Opening and end that a new wave begins with, by the clocks of a zone: the next morning of a working day that
/// leaves a day to look at the draft, and the afternoon two weeks later.
pub fn usual_span(zone: Tz, now: Moment) -> (NaiveDateTime, NaiveDateTime) {
    let today = local(zone, now).date();
    let mornings = today
        .iter_days()
        .filter(|day| working_day(*day) == Some(*day));
    let enough = |day: &NaiveDate| {
        utc(zone, day.and_time(MORNING)).is_some_and(|opens| opens >= now + REVIEW)
    };
    let opens = mornings.take(7).find(enough).unwrap_or(today);
    (opens.and_time(MORNING), (opens + RUN).and_time(AFTERNOON))
}

/// Opening and end of a turn of a series, by the calendar: so many months after turn 0, on the same day of
/// the month or the last one there is, on Monday if that is a weekend, at the same hour of the clock. A series that
/// ends on a working day does so in every turn. `None` beyond the end of the calendar.
pub(super) fn turn(series: &Series, number: u32, zone: Tz) -> Option<(Moment, Moment)> {
    let months = series.months.unsigned_abs().checked_mul(number)?;
    let on = series
        .opens
        .date()
        .checked_add_months(Months::new(months))?;
    let day = working_day(on)?;
    let span = series.closes.date() - series.opens.date();
    let opens = utc(zone, day.and_time(series.opens.time()))?;
    let last = day.checked_add_signed(span)?;
    let last = match working_day(series.closes.date()) == Some(series.closes.date()) {
        true => working_day(last)?,
        false => last,
    };
    let closes = utc(zone, last.and_time(series.closes.time()))?;
    Some((opens, closes))
}

/// The day itself, or the Monday after a weekend.
pub(super) fn working_day(day: NaiveDate) -> Option<NaiveDate> {
    let wait = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    day.checked_add_days(Days::new(wait))
}

/// A local time in UTC: the first of two where clocks are put back, the next there is where they skip it.
pub(super) fn utc(zone: Tz, local: NaiveDateTime) -> Option<Moment> {
    let quarters = (0..=LONGEST_GAP).map(|count| Duration::minutes(15 * count as i64));
    quarters
        .filter_map(|later| match zone.from_local_datetime(&(local + later)) {
            LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => {
                Some(time.to_utc().into())
            }
            LocalResult::None => None,
        })
        .next()
}

/// What a moment is on the clocks of a zone.
pub(super) fn local(zone: Tz, moment: Moment) -> NaiveDateTime {
    moment.utc().with_timezone(&zone).naive_local()
}

/// When somebody is reminded of a wave, and when for the last time: on mornings of working days where they
/// live. The last one is that before the close, the first is nearest to the middle. Short waves have none.
pub(super) fn mornings(
    zone: Tz,
    opens: Moment,
    closes: Moment,
) -> (Option<Moment>, Option<Moment>) {
    let first = local(zone, opens).date();
    let days = first
        .iter_days()
        .take_while(|day| *day <= local(zone, closes).date());
    let mut mornings: Vec<Moment> = days
        .filter(|day| working_day(*day) == Some(*day))
        .filter_map(|day| utc(zone, day.and_time(MORNING)))
        .filter(|morning| *morning >= opens + TO_READ && *morning + TO_ANSWER <= closes)
        .collect();
    let last = mornings.pop();
    let middle = opens + (closes - opens) / 2;
    let nearest = mornings
        .into_iter()
        .min_by_key(|morning| (*morning - middle).abs());
    (nearest, last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::SeriesId;

    fn series(months: i32, opens: &str, closes: &str) -> Series {
        Series {
            id: SeriesId::new([0; 16]),
            months,
            opens: opens.parse().unwrap(),
            closes: closes.parse().unwrap(),
            turn: 0,
            paused: false,
        }
    }

    fn openings(series: &Series, zone: Tz, turns: u32) -> Vec<String> {
        let opening = |number| local(zone, turn(series, number, zone).unwrap().0).to_string();
        (0..turns).map(opening).collect()
    }

    #[test]
    fn the_last_day_of_a_month_stays_the_last_day_and_weekends_wait_for_monday() {
        let quarterly = series(3, "2028-01-31T09:00:00", "2028-02-10T18:00:00");
        assert_eq!(
            openings(&quarterly, Tz::Europe__Berlin, 5),
            [
                "2028-01-31 09:00:00",
                "2028-05-01 09:00:00", // 30 April is a Sunday.
                "2028-07-31 09:00:00",
                "2028-10-31 09:00:00",
                "2029-01-31 09:00:00"
            ]
        );
        let monthly = series(1, "2027-01-31T09:00:00", "2027-02-05T18:00:00");
        assert_eq!(
            openings(&monthly, Tz::UTC, 3)[1..],
            ["2027-03-01 09:00:00", "2027-03-31 09:00:00"]
        );
    }

    #[test]
    fn a_series_that_ends_on_a_working_day_does_so_in_every_turn() {
        let days = |closes: &str| {
            let quarterly = series(3, "2028-01-31T09:00:00", closes);
            let closing = |number| turn(&quarterly, number, Tz::UTC).unwrap().1;
            (0..9)
                .map(|number| local(Tz::UTC, closing(number)).weekday())
                .collect::<Vec<_>>()
        };
        let weekend = [Weekday::Sat, Weekday::Sun];
        assert!(
            days("2028-02-10T18:00:00")
                .iter()
                .all(|day| !weekend.contains(day))
        );
        // Whoever plans an end on a Sunday means it.
        assert_eq!(days("2028-02-13T18:00:00")[0], Weekday::Sun);
    }

    #[test]
    fn a_wave_opens_at_the_same_hour_of_the_clock_in_summer_and_winter() {
        let quarterly = series(3, "2027-01-12T09:00:00", "2027-01-22T18:00:00");
        for zone in [
            Tz::Europe__Berlin,
            Tz::Australia__Lord_Howe,
            Tz::America__New_York,
        ] {
            for opening in openings(&quarterly, zone, 8) {
                assert!(opening.ends_with("09:00:00"), "{zone}: {opening}");
            }
        }
    }

    #[test]
    fn an_hour_or_a_day_that_the_clocks_skip_gives_the_next_one_there_is() {
        let berlin = utc(Tz::Europe__Berlin, "2027-03-28T02:30:00".parse().unwrap());
        assert_eq!(berlin.unwrap().to_string(), "2027-03-28 01:00:00");
        let lord_howe = utc(
            Tz::Australia__Lord_Howe,
            "2027-10-03T02:10:00".parse().unwrap(),
        );
        assert_eq!(lord_howe.unwrap().to_string(), "2027-10-02 15:40:00");
        // Samoa had no 30 December 2011.
        let apia = utc(Tz::Pacific__Apia, "2011-12-30T09:00:00".parse().unwrap());
        assert_eq!(
            local(Tz::Pacific__Apia, apia.unwrap()).to_string(),
            "2011-12-31 00:00:00"
        );
        // The hour that comes twice is taken at its first coming.
        let twice = utc(Tz::Europe__Berlin, "2027-10-31T02:30:00".parse().unwrap());
        assert_eq!(twice.unwrap().to_string(), "2027-10-31 00:30:00");
    }

    #[test]
    fn reminders_come_on_working_mornings_where_people_live() {
        let at = |text: &str| text.parse::<Moment>().unwrap();
        // Monday 7:00 to Wednesday of the next week, 16:00 UTC.
        let (opens, closes) = (at("2026-06-01T07:00:00"), at("2026-06-10T16:00:00"));
        let berlin = mornings(Tz::Europe__Berlin, opens, closes);
        assert_eq!(
            berlin,
            (
                Some(at("2026-06-05T07:00:00")),
                Some(at("2026-06-10T07:00:00"))
            )
        );
        let auckland = mornings(Tz::Pacific__Auckland, opens, closes);
        assert_eq!(auckland.1, Some(at("2026-06-09T21:00:00")));
        // The close on the last day is too early for a morning in California.
        let pacific = mornings(Tz::America__Los_Angeles, opens, at("2026-06-10T17:00:00"));
        assert_eq!(pacific.1, Some(at("2026-06-09T16:00:00")));
        // A wave over a weekend has no working morning.
        let weekend = mornings(
            Tz::UTC,
            at("2026-06-05T12:00:00"),
            at("2026-06-07T12:00:00"),
        );
        assert_eq!(weekend, (None, None));
    }

    /// Every zone there is, with a different number for each.
    fn zones() -> impl Iterator<Item = (i64, Tz)> {
        (0..).zip(chrono_tz::TZ_VARIANTS)
    }

    #[test]
    fn turns_come_in_order_and_one_in_every_period_in_every_zone() {
        let month = |moment: NaiveDateTime| moment.year() * 12 + moment.month0() as i32;
        for (number, zone) in zones() {
            let opens: NaiveDateTime = "1999-12-31T00:00:00".parse().unwrap();
            let opens = opens + Duration::days(number * 31) + Duration::minutes(number * 97);
            for months in [1, 3, 6, 12] {
                let rule = Series {
                    opens,
                    closes: opens + Duration::days(1 + number % 24),
                    ..series(months, "2027-01-12T09:00:00", "2027-01-22T18:00:00")
                };
                let mut before = None;
                for number in 0..20 {
                    let (opens, closes) = turn(&rule, number, zone).unwrap();
                    assert!(
                        before < Some(opens) && opens < closes,
                        "{zone} {rule:?} {number}"
                    );
                    before = Some(opens);
                    let passed = month(local(zone, opens)) - month(rule.opens);
                    // A weekend at the end of a month passes it.
                    let drift = passed - months * number as i32;
                    assert!((0..=1).contains(&drift), "{zone} {rule:?} {number}");
                }
            }
        }
    }

    #[test]
    fn no_reminder_is_outside_of_its_wave_or_on_a_weekend_in_any_zone() {
        let start = "2026-01-01T00:00:00".parse::<Moment>().unwrap();
        for (number, zone) in zones() {
            for length in (1..1000).step_by(37) {
                let opens = start + Duration::minutes(number * 997 + length * 61);
                let closes = opens + Duration::hours(length);
                let (reminder, last) = mornings(zone, opens, closes);
                assert!(reminder.is_none() || reminder < last);
                for morning in [reminder, last].into_iter().flatten() {
                    assert!(opens < morning && morning < closes);
                    let there = local(zone, morning);
                    assert!(there.weekday().number_from_monday() < 6, "{zone} {there}");
                }
            }
        }
    }
}
