use super::VisitorLimit;
use crate::store::Moment;
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, Quota, RateLimiter};
use sha2::{Digest, Sha256};
use std::net::IpAddr;
use std::num::NonZeroU32;

/// What somebody who is not signed in may try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// A password.
    Password,
    /// A code from a mail, or of an app.
    Code,
    /// Having a mail sent.
    Mail,
    /// The code of the first visit.
    SetUp,
    /// The company's sign-in, to it or back from it.
    Company,
}

/// So many tries a minute from one origin, and from all together.
const fn limits(door: Door) -> (u32, u32) {
    match door {
        Door::Password => (10, 120),
        Door::Code => (20, 300),
        Door::Mail => (20, 600),
        Door::SetUp => (10, 30),
        // There is nothing to guess, and a whole company can come from one address.
        Door::Company => (120, 600),
    }
}

/// So many wrong passwords an hour for one account from browsers that have never signed in to it, wherever they are.
const STRANGERS: NonZeroU32 = at_least_one(100);

/// So many passwords a minute from a browser that has signed in to the account before. Nobody else can use these up.
const KNOWN: NonZeroU32 = at_least_one(10);

const fn at_least_one(number: u32) -> NonZeroU32 {
    match NonZeroU32::new(number) {
        Some(number) => number,
        None => NonZeroU32::MIN,
    }
}

/// Slows guessing down, by where it comes from and in all. No address is kept.
pub struct Doors {
    doors: [(Door, VisitorLimit, DefaultDirectRateLimiter); 5],
    strangers: DefaultKeyedRateLimiter<[u8; 32]>,
    known: DefaultKeyedRateLimiter<[u8; 32]>,
}

impl Default for Doors {
    fn default() -> Self {
        let door = |door: Door| {
            let (visitor, all) = limits(door);
            let all = RateLimiter::direct(Quota::per_minute(at_least_one(all)));
            (door, VisitorLimit::new(at_least_one(visitor)), all)
        };
        Self {
            doors: [
                Door::Password,
                Door::Code,
                Door::Mail,
                Door::SetUp,
                Door::Company,
            ]
            .map(door),
            strangers: RateLimiter::keyed(Quota::per_hour(STRANGERS)),
            known: RateLimiter::keyed(Quota::per_minute(KNOWN)),
        }
    }
}

impl Doors {
    /// Whether somebody may try a door now.
    pub fn allow(&self, door: Door, from: IpAddr, now: Moment) -> bool {
        let mut doors = self.doors.iter();
        let open = doors
            .find(|(known, ..)| *known == door)
            .is_some_and(|(_, visitors, all)| !visitors.exceeded(from, now) && all.check().is_ok());
        if !open {
            tracing::warn!(event = "too-many-tries", ?door);
        }
        open
    }

    /// Whether a browser that has signed in to this account before may try a password now.
    pub fn allow_known(&self, device: &str) -> bool {
        self.known.check_key(&Sha256::digest(device).into()).is_ok()
    }

    /// Whether any other browser may try a password of this account now.
    pub fn allow_stranger(&self, account: &str) -> bool {
        let account = Sha256::digest(account).into();
        let open = self.strangers.check_key(&account).is_ok();
        if !open {
            tracing::warn!(event = "too-many-tries", door = "account");
        }
        open
    }

    /// Forgets what has not been tried for a while.
    pub fn tidy(&self) {
        self.strangers.retain_recent();
        self.known.retain_recent();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_visitor_who_guesses_is_stopped_and_a_browser_that_is_known_is_not() {
        let doors = Doors::default();
        let now = "2026-11-22T09:00:00".parse().unwrap();
        let from = |address: &str| address.parse().unwrap();
        let guess = |address| doors.allow(Door::Password, from(address), now);
        assert!((0..10).all(|_| guess("192.0.2.1")) && !guess("192.0.2.1"));
        assert!(guess("192.0.2.2"));
        assert!(
            doors.allow(Door::Code, from("192.0.2.1"), now),
            "another door"
        );
        assert!((0..100).all(|_| doors.allow_stranger("ada")) && !doors.allow_stranger("ada"));
        assert!(doors.allow_stranger("bob"));
        assert!((0..10).all(|_| doors.allow_known("her laptop")));
        assert!(!doors.allow_known("her laptop") && doors.allow_known("her phone"));
    }

    #[test]
    fn all_together_are_stopped_wherever_they_are() {
        let doors = Doors::default();
        let now = "2026-11-22T09:00:00".parse().unwrap();
        let tried = (0..200_u8).filter(|number| {
            let from = format!("192.0.2.{number}").parse().unwrap();
            doors.allow(Door::Password, from, now)
        });
        let tried = tried.count();
        assert!((120..125).contains(&tried), "{tried}");
    }
}
