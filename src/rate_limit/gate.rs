use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// So many may be inside at once, so many may wait, and nobody for longer.
const INSIDE: usize = 2;
const WAITING: usize = 16;
const PATIENCE: Duration = Duration::from_secs(5);

/// Lets only few do something at once that takes much memory, such as comparing a password.
#[derive(Default)]
pub struct Gate {
    crowd: Mutex<Crowd>,
    left: Condvar,
}

#[derive(Default)]
struct Crowd {
    inside: usize,
    waiting: usize,
    most: usize,
}

/// The right to be inside, until it is dropped.
pub struct Pass<'a>(&'a Gate);

impl Gate {
    /// Waits for a place inside; `None` if there are too many who wait, or it takes too long.
    pub fn enter(&self) -> Option<Pass<'_>> {
        let mut crowd = self.crowd.lock().unwrap_or_else(PoisonError::into_inner);
        if crowd.inside >= INSIDE && crowd.waiting >= WAITING {
            return None;
        }
        let until = Instant::now() + PATIENCE;
        crowd.waiting += 1;
        while crowd.inside >= INSIDE {
            let left = until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                crowd.waiting -= 1;
                return None;
            }
            let waited = self.left.wait_timeout(crowd, left);
            crowd = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        crowd.waiting -= 1;
        crowd.inside += 1;
        crowd.most = crowd.most.max(crowd.inside);
        Some(Pass(self))
    }

    /// How many were inside at once at the most.
    pub fn most(&self) -> usize {
        let crowd = self.crowd.lock().unwrap_or_else(PoisonError::into_inner);
        crowd.most
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        let mut crowd = self.0.crowd.lock().unwrap_or_else(PoisonError::into_inner);
        crowd.inside -= 1;
        self.0.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn two_are_inside_sixteen_wait_and_whoever_comes_then_is_sent_away() {
        let gate = Gate::default();
        let inside = [gate.enter(), gate.enter()];
        assert!(inside.iter().all(Option::is_some));
        thread::scope(|scope| {
            let waiting: Vec<_> = (0..WAITING)
                .map(|_| scope.spawn(|| gate.enter().is_some()))
                .collect();
            while gate.crowd.lock().unwrap().waiting < WAITING {
                thread::yield_now();
            }
            assert!(gate.enter().is_none());
            drop(inside);
            let came_in = waiting.into_iter().map(|one| one.join().unwrap());
            assert!(came_in.into_iter().all(|came_in| came_in));
        });
        assert_eq!(gate.most(), INSIDE);
    }
}
