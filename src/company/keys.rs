use super::Doubt;
use super::web::Web;
use crate::store::Moment;
use chrono::Duration;
use jsonwebtoken::Header;
use jsonwebtoken::jwk::{Jwk, KeyAlgorithm, PublicKeyUse};
use serde::Deserialize;
use serde_json::Value;
use std::sync::Arc;

/// How long keys are used without asking for them again, and how soon they are asked for again when one is missing.
const GOOD_FOR: Duration = Duration::hours(1);
const JUST_NOW: Duration = Duration::minutes(1);

/// So many keys are looked at.
const MOST: usize = 50;

/// The public keys of a provider.
#[derive(Clone, Default)]
pub(super) struct Keys {
    all: Arc<Vec<Jwk>>,
    fetched: Option<Moment>,
}

/// RFC 7517, 5. What cannot be read is the key of somebody else's use.
#[derive(Deserialize)]
struct Set {
    keys: Vec<Value>,
}

impl Keys {
    pub fn fetch(web: &Web, address: &str, now: Moment) -> Result<Self, Doubt> {
        let set: Set = web.get(address, None)?;
        let keys = set.keys.into_iter().take(MOST);
        let keys = keys.filter_map(|key| serde_json::from_value(key).ok());
        Ok(Self {
            all: Arc::new(keys.collect()),
            fetched: Some(now),
        })
    }

    pub fn are_fresh(&self, now: Moment) -> bool {
        self.fetched.is_some_and(|fetched| now - fetched < GOOD_FOR)
    }

    pub fn are_of_just_now(&self, now: Moment) -> bool {
        self.fetched.is_some_and(|fetched| now - fetched < JUST_NOW)
    }

    /// The keys that a token with this header can be signed with.
    pub fn of<'a>(&'a self, header: &'a Header) -> impl Iterator<Item = &'a Jwk> {
        self.all.iter().filter(move |key| {
            let common = &key.common;
            let named = header.kid.is_none() || common.key_id == header.kid;
            let signs = common.public_key_use != Some(PublicKeyUse::Encryption);
            let fits = common
                .key_algorithm
                .is_none_or(|one| one == KeyAlgorithm::from(header.alg));
            named && signs && fits
        })
    }
}
