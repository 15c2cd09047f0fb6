use super::hash;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::num::NonZeroU32;

/// So many passwords may be tried for an address at once; within a minute there are as many again.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(10).expect("ten is not zero");

/// Holds guessing passwords down, for each address by itself. Every node counts for itself.
pub struct Attempts(DefaultKeyedRateLimiter<String>);

impl Default for Attempts {
    fn default() -> Self {
        Self(RateLimiter::keyed(Quota::per_minute(AT_ONCE)))
    }
}

impl Attempts {
    /// Whether a password may be tried for an address now.
    pub(super) fn allow(&self, email: &str) -> bool {
        self.0.check_key(&hash(email)).is_ok()
    }

    /// Forgets addresses that have not been tried for a while.
    pub(super) fn tidy(&self) {
        self.0.retain_recent();
    }
}
