use crate::ballot::secret::{ServerKey, derive};
use crate::store::Moment;
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};
use std::net::IpAddr;
use std::num::NonZeroU32;
use std::sync::{Mutex, PoisonError};

/// Slows visitors down without keeping any address: origins are known by keyed hashes, under a key that is in memory
/// only and another one every hour.
pub struct VisitorLimit {
    at_once: NonZeroU32,
    hour: Mutex<Option<Hour>>,
}

struct Hour {
    number: i64,
    key: ServerKey,
    counts: DefaultKeyedRateLimiter<[u8; 32]>,
}

impl VisitorLimit {
    /// So many requests may come from one origin at once; within a minute there are as many again.
    pub fn new(at_once: NonZeroU32) -> Self {
        Self {
            at_once,
            hour: Mutex::default(),
        }
    }

    /// Counts a request from an address; whether there have been too many.
    pub fn exceeded(&self, from: IpAddr, now: Moment) -> bool {
        let number = now.utc().timestamp() / 3600;
        let mut hour = self.hour.lock().unwrap_or_else(PoisonError::into_inner);
        let this = match hour.take().filter(|hour| hour.number == number) {
            Some(this) => this,
            None => Hour {
                number,
                key: ServerKey::generate(),
                counts: RateLimiter::keyed(Quota::per_minute(self.at_once)),
            },
        };
        let origin = derive(this.key.expose(), "origin", &origin(from));
        let many = this.counts.check_key(&origin).is_err();
        *hour = Some(this);
        many
    }
}

/// An IPv4 address, or the 64 bits of an IPv6 address that belong to one connection.
fn origin(address: IpAddr) -> [u8; 16] {
    match address {
        IpAddr::V4(four) => four.to_ipv6_mapped().octets(),
        IpAddr::V6(six) => {
            let mut octets = six.octets();
            octets.iter_mut().skip(8).for_each(|octet| *octet = 0);
            octets
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_guesses_is_slowed_down_for_the_hour_and_others_are_not() {
        let limit = VisitorLimit::new(NonZeroU32::new(60).unwrap());
        let now = "2026-11-22T09:00:00".parse().unwrap();
        let ask = |address: &str, now| limit.exceeded(address.parse().unwrap(), now);
        assert!((0..60).all(|_| !ask("192.0.2.1", now)));
        assert!(ask("192.0.2.1", now));
        assert!(!ask("192.0.2.2", now));
        assert!((0..60).all(|number| !ask(&format!("2001:db8::{number}"), now)));
        assert!(ask("2001:db8::ffff", now));
        assert!(!ask("192.0.2.1", now + chrono::Duration::hours(1)));
    }
}
