use crate::error::Panic;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Whoever is at one round of work for longer is stuck. The longest rounds lay a large database out anew.
const LONGEST: Duration = Duration::from_secs(15 * 60);

/// How the threads are that do what falls due.
#[derive(Default)]
pub struct Workers(Mutex<BTreeMap<&'static str, State>>);

enum State {
    /// Its last round went to its end.
    Waiting,
    /// At work; when that was last heard of.
    Working(Instant),
    /// Its last round panicked.
    Died,
}

impl Workers {
    /// Does one round of a worker's work, and notes how the worker is.
    ///
    /// # Errors
    /// The panic in which the round ended.
    pub fn round<T>(&self, worker: &'static str, work: impl FnOnce() -> T) -> Result<T, Panic> {
        self.note(worker, State::Working(Instant::now()));
        let done = Panic::catch(work);
        self.note(
            worker,
            match done {
                Ok(_) => State::Waiting,
                Err(_) => State::Died,
            },
        );
        done
    }

    /// Says in a long round that the worker gets on.
    pub fn beat(&self, worker: &'static str) {
        let mut workers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(State::Working(since)) = workers.get_mut(worker) {
            *since = Instant::now();
        }
    }

    /// Those that died in their last round, or are stuck at the moment `now`.
    pub fn ill(&self, now: Instant) -> Vec<&'static str> {
        let workers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let ill = workers.iter().filter(|(_, state)| match state {
            State::Waiting => false,
            State::Working(since) => now.saturating_duration_since(*since) > LONGEST,
            State::Died => true,
        });
        ill.map(|(worker, _)| *worker).collect()
    }

    fn note(&self, worker: &'static str, state: State) {
        let mut workers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        workers.insert(worker, state);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_worker_that_died_is_ill_until_a_round_goes_to_its_end() {
        let workers = Workers::default();
        assert!(workers.round("mail", || panic!("no server")).is_err());
        assert_eq!(workers.ill(Instant::now()), ["mail"]);
        assert_eq!(workers.round("mail", || 7).ok(), Some(7));
        assert!(workers.ill(Instant::now()).is_empty());
    }

    #[test]
    fn a_worker_that_says_so_in_a_long_round_gets_on_and_one_that_waits_stays_at_rest() {
        let workers = Workers::default();
        workers.beat("packing");
        let tomorrow = Instant::now() + Duration::from_secs(24 * 60 * 60);
        assert!(workers.ill(tomorrow).is_empty());
        let heard_of = || match workers.0.lock().unwrap().get("packing") {
            Some(State::Working(since)) => *since,
            _ => panic!("not at work"),
        };
        let during = || {
            let begun = heard_of();
            while Instant::now() == begun {}
            workers.beat("packing");
            (begun, heard_of())
        };
        let (begun, beat) = workers.round("packing", during).unwrap();
        assert!(begun < beat);
        workers.beat("packing");
        assert!(workers.ill(tomorrow).is_empty());
    }

    #[test]
    fn a_worker_that_is_at_one_round_for_too_long_is_stuck() {
        let workers = Workers::default();
        let during = || {
            let now = Instant::now();
            let minutes = |minutes: u64| now + Duration::from_secs(60 * minutes);
            (workers.ill(minutes(14)), workers.ill(minutes(16)))
        };
        let (soon, late) = workers.round("clock", during).unwrap();
        assert!(soon.is_empty());
        assert_eq!(late, ["clock"]);
        let tomorrow = Instant::now() + Duration::from_secs(24 * 60 * 60);
        assert!(workers.ill(tomorrow).is_empty());
    }
}
