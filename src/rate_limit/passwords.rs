use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use sha2::{Digest, Sha256};
use std::num::NonZeroU32;

/// So many passwords may be tried for an address at once; within a minute there are as many again.
const AT_ONCE: NonZeroU32 = NonZeroU32::new(10).expect("ten is not zero");

/// Slows the guessing of passwords down, for each account separately.
pub struct PasswordLimit(DefaultKeyedRateLimiter<[u8; 32]>);

impl Default for PasswordLimit {
    fn default() -> Self {
        Self(RateLimiter::keyed(Quota::per_minute(AT_ONCE)))
    }
}

impl PasswordLimit {
    /// Whether a password may be tried for an address now.
    pub fn allows(&self, email: &str) -> bool {
        self.0.check_key(&Sha256::digest(email).into()).is_ok()
    }

    /// Forgets addresses that have not been tried for a while.
    pub fn tidy(&self) {
        self.0.retain_recent();
    }
}
