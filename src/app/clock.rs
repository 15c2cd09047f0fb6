use crate::store::Moment;
use chrono::{DateTime, Duration, Timelike, Utc};
use std::sync::atomic::{AtomicI64, Ordering};

/// The time in UTC, to the second: that of the machine, or one that is set by hand.
pub struct Clock {
    /// Seconds since 1970; `i64::MIN` while the machine's time is used.
    set: AtomicI64,
    /// Seconds by which the machine's time is behind the database's.
    behind: AtomicI64,
}

const RUNNING: i64 = i64::MIN;

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self {
            set: AtomicI64::new(RUNNING),
            behind: AtomicI64::new(0),
        }
    }

    /// A clock that stands still at `moment` until it is set again.
    pub fn standing(moment: Moment) -> Self {
        Self {
            set: AtomicI64::new(moment.and_utc().timestamp()),
            behind: AtomicI64::new(0),
        }
    }

    /// Now.
    pub fn now(&self) -> Moment {
        match self.set.load(Ordering::Relaxed) {
            RUNNING => {
                let behind = Duration::seconds(self.behind.load(Ordering::Relaxed));
                whole_second(Utc::now() + behind)
            }
            seconds => DateTime::from_timestamp(seconds, 0)
                .unwrap_or_default()
                .naive_utc(),
        }
    }

    /// Lets a running clock show the time that is `time` now.
    pub fn follow(&self, time: Moment) {
        let behind = (time.and_utc() - Utc::now()).num_seconds();
        self.behind.store(behind, Ordering::Relaxed);
    }

    /// Sets a clock to stand at `moment`.
    pub fn set(&self, moment: Moment) {
        self.set
            .store(moment.and_utc().timestamp(), Ordering::Relaxed);
    }

    /// Lets the clock show the machine's time from now on.
    pub fn run(&self) {
        self.set.store(RUNNING, Ordering::Relaxed);
    }
}

fn whole_second(time: DateTime<Utc>) -> Moment {
    time.with_nanosecond(0).unwrap_or(time).naive_utc()
}
