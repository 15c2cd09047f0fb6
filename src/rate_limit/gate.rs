use std::mem;
use std::ops::{Deref, DerefMut};
use std::sync::{Condvar, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// So many may be inside at once, so many may wait, and nobody for longer.
const INSIDE: usize = 2;
const WAITING: usize = 16;
const PATIENCE: Duration = Duration::from_secs(5);

/// Lets only few do something at once that takes much memory, such as comparing a password. Each place inside has
/// memory of its own, which whoever comes next uses again: each thread that made its own would keep it.
#[derive(Default)]
pub struct Gate<T> {
    crowd: Mutex<Crowd<T>>,
    left: Condvar,
}

#[derive(Default)]
struct Crowd<T> {
    inside: usize,
    waiting: usize,
    most: usize,
    free: Vec<T>,
}

/// The right to be inside, until it is dropped, with the memory of the place.
pub struct Pass<'a, T: Default> {
    gate: &'a Gate<T>,
    place: T,
}

impl<T: Default> Gate<T> {
    /// Waits for a place inside; `None` if there are too many who wait, or it takes too long.
    pub fn enter(&self) -> Option<Pass<'_, T>> {
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
        Some(Pass {
            place: crowd.free.pop().unwrap_or_default(),
            gate: self,
        })
    }

    /// How many were inside at once at the most.
    pub fn most(&self) -> usize {
        let crowd = self.crowd.lock().unwrap_or_else(PoisonError::into_inner);
        crowd.most
    }
}

impl<T: Default> Deref for Pass<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.place
    }
}

impl<T: Default> DerefMut for Pass<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.place
    }
}

impl<T: Default> Drop for Pass<'_, T> {
    fn drop(&mut self) {
        let mut crowd = self
            .gate
            .crowd
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        crowd.inside -= 1;
        crowd.free.push(mem::take(&mut self.place));
        self.gate.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::thread;

    #[test]
    fn two_are_inside_sixteen_wait_and_whoever_comes_then_is_sent_away() {
        let gate: Gate<Vec<u8>> = Gate::default();
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
        assert_eq!(gate.crowd.lock().unwrap().free.len(), INSIDE);
    }
}
