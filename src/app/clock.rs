use crate::store::Moment;
use chrono::{Duration, Utc};
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

/// The time in UTC, to the second: that of the machine, or one that is set by hand.
pub struct Clock {
    /// Where it stands; `None` while the machine's time is used.
    standing: Mutex<Option<Moment>>,
    /// Seconds by which the machine's time is behind the database's.
    behind: AtomicI64,
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self {
            standing: Mutex::new(None),
            behind: AtomicI64::new(0),
        }
    }

    /// A clock that stands still at `moment` until it is set again.
    pub fn standing(moment: Moment) -> Self {
        Self {
            standing: Mutex::new(Some(moment)),
            behind: AtomicI64::new(0),
        }
    }

    /// Now.
    pub fn now(&self) -> Moment {
        let standing = *self.held();
        standing.unwrap_or_else(|| {
            let behind = Duration::seconds(self.behind.load(Ordering::Relaxed));
            (Utc::now() + behind).into()
        })
    }

    /// Lets a running clock show the time that is `time` now.
    pub fn follow(&self, time: Moment) {
        let behind = (time.utc() - Utc::now()).num_seconds();
        self.behind.store(behind, Ordering::Relaxed);
    }

    /// Sets a clock to stand at `moment`.
    pub fn set(&self, moment: Moment) {
        *self.held() = Some(moment);
    }

    /// Lets the clock show the machine's time from now on.
    pub fn run(&self) {
        *self.held() = None;
    }

    fn held(&self) -> MutexGuard<'_, Option<Moment>> {
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
