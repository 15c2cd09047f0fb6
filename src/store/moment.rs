use chrono::{DateTime, Duration, Months, NaiveDate, NaiveDateTime, SubsecRound, Timelike, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{Output, ToSql};
use diesel::sql_types::Timestamp;
use std::fmt;
use std::ops::{Add, Sub};
use std::str::FromStr;

/// A moment in UTC, to the second. What clocks on a wall show is a [`NaiveDateTime`], and only a time zone
/// leads from the one to the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Moment(NaiveDateTime);

impl Moment {
    /// The same with its time zone, which is UTC.
    pub fn utc(self) -> DateTime<Utc> {
        self.0.and_utc()
    }

    /// The beginning of its minute.
    pub fn full_minute(self) -> Self {
        self - Duration::seconds(self.0.second().into())
    }

    /// So many months earlier, on the same day of the month or the last one there is.
    #[must_use]
    pub fn months_before(self, months: u32) -> Self {
        let earlier = self.0.checked_sub_months(Months::new(months));
        Self(earlier.unwrap_or(NaiveDateTime::MIN))
    }

    /// The day in UTC.
    pub fn date(self) -> NaiveDate {
        self.0.date()
    }
}

impl From<DateTime<Utc>> for Moment {
    fn from(time: DateTime<Utc>) -> Self {
        Self(time.trunc_subsecs(0).naive_utc())
    }
}

/// Reads `2026-11-22T09:00:00`, in UTC.
impl FromStr for Moment {
    type Err = chrono::ParseError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse()
            .map(|time: NaiveDateTime| time.and_utc().into())
    }
}

/// `2026-11-22 09:00:00`, in UTC.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Add<Duration> for Moment {
    type Output = Self;

    fn add(self, later: Duration) -> Self {
        Self(self.0 + later)
    }
}

impl Sub<Duration> for Moment {
    type Output = Self;

    fn sub(self, earlier: Duration) -> Self {
        Self(self.0 - earlier)
    }
}

impl Sub for Moment {
    type Output = Duration;

    fn sub(self, since: Self) -> Duration {
        self.0 - since.0
    }
}

impl<DB: Backend> FromSql<Timestamp, DB> for Moment
where
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
        NaiveDateTime::from_sql(bytes).map(Self)
    }
}

impl<DB: Backend> ToSql<Timestamp, DB> for Moment
where
    NaiveDateTime: ToSql<Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> diesel::serialize::Result {
        self.0.to_sql(out)
    }
}
