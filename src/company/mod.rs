//! The company's sign-in, by OpenID Connect: what is said to its provider, and what is believed of what comes back. It
//! knows neither accounts nor pages.

mod claims;
mod discovery;
mod doubt;
mod keys;
mod question;
mod token;
mod web;

pub use claims::{Groups, Somebody};
pub use doubt::Doubt;
pub use question::{Asked, Returned};

use crate::config::Config;
use crate::error::Outcome;
use crate::store::Moment;
use discovery::{Known, Metadata};
use keys::Keys;
use secrecy::{ExposeSecret, SecretString};
use std::sync::{Arc, Mutex, PoisonError};
use web::Web;

/// Where the provider sends browsers back to, below the public address.
pub const CALLBACK: &str = "/sign-in/company/back";

/// Whoever signs the company's people in.
pub struct Provider {
    issuer: String,
    client: String,
    secret: SecretString,
    scopes: String,
    verified_claim: String,
    /// Only where groups give roles.
    groups_claim: Option<String>,
    /// Where browsers come back to after signing in, and after signing out.
    callback: String,
    goodbye: String,
    web: Web,
    known: Mutex<Option<Known>>,
}

impl Provider {
    /// The provider of the settings; `None` if there is none.
    ///
    /// # Errors
    /// A fault if this system has no certificates to trust.
    pub fn build(config: &Config) -> Outcome<Option<Self>> {
        if !config.has_company_sign_in() {
            return Ok(None);
        }
        Ok(Some(Self {
            web: Web::build(&config.company_issuer)?,
            issuer: config.company_issuer.clone(),
            client: config.company_client.clone(),
            secret: config.company_secret.clone(),
            scopes: config.company_scopes.clone(),
            verified_claim: config.company_verified_claim.clone(),
            groups_claim: (!config.company_roles.is_empty())
                .then(|| config.company_groups_claim.clone()),
            callback: config.link(CALLBACK),
            goodbye: config.link("/sign-in"),
            known: Mutex::default(),
        }))
    }

    /// The address to which a browser is sent to sign in; `again` if they have to prove once more who they are.
    ///
    /// # Errors
    /// A doubt if the provider does not say where that is.
    pub fn door(&self, asked: &Asked, again: bool, now: Moment) -> Result<String, Doubt> {
        let metadata = self.metadata(now)?;
        question::address(self, &metadata, asked, again)
    }

    /// Who somebody is who came back from the provider to an answer of what was asked.
    ///
    /// # Errors
    /// A doubt if the provider cannot be asked, or says anything that cannot be believed.
    pub fn redeem(
        &self,
        returned: &Returned,
        asked: &Asked,
        now: Moment,
    ) -> Result<Somebody, Doubt> {
        let metadata = self.metadata(now)?;
        question::from_this_provider(self, &metadata, returned)?;
        let tokens = question::redeem(self, &metadata, &returned.code, asked)?;
        let expected = token::Expected {
            issuer: &self.issuer,
            client: &self.client,
            nonce: &asked.nonce,
            now,
        };
        let keys = self.keys(&metadata, now)?;
        let claims = match token::verify(&tokens.id_token, &keys, &expected) {
            // Keys change: those of today are asked for, if that was not done a moment ago.
            Err(Doubt::UnknownKey) => {
                let keys = self.fresh_keys(&metadata, now)?;
                token::verify(&tokens.id_token, &keys, &expected)?
            }
            verified => verified?,
        };
        let claims = claims::complete(self, &metadata, &tokens, claims)?;
        claims::somebody(self, claims, tokens.id_token)
    }

    /// The address at which somebody signs out of the company's sign-in too; `None` if it has none, or cannot be asked.
    pub fn way_out(&self, id_token: Option<&str>, now: Moment) -> Option<String> {
        let metadata = self.metadata(now).ok()?;
        question::way_out(self, &metadata, id_token)
    }

    fn metadata(&self, now: Moment) -> Result<Arc<Metadata>, Doubt> {
        let known = self.held();
        let fresh = known.as_ref().filter(|known| known.is_fresh(now));
        if let Some(known) = fresh {
            return Ok(known.metadata.clone());
        }
        match Metadata::fetch(&self.web, &self.issuer) {
            Ok(metadata) => {
                let metadata = Arc::new(metadata);
                let keys = known.map_or_else(Keys::default, |known| known.keys);
                self.hold(Known {
                    metadata: metadata.clone(),
                    fetched: now,
                    keys,
                });
                Ok(metadata)
            }
            // What was known an hour ago is better than nothing.
            Err(doubt) => known.map(|known| known.metadata).ok_or(doubt),
        }
    }

    fn keys(&self, metadata: &Metadata, now: Moment) -> Result<Keys, Doubt> {
        match self.held().map(|known| known.keys) {
            Some(keys) if keys.are_fresh(now) => Ok(keys),
            _ => self.fetch_keys(metadata, now),
        }
    }

    /// The keys of today, unless they were asked for a moment ago: whoever sends tokens with keys of their own must not
    /// have us ask each time.
    fn fresh_keys(&self, metadata: &Metadata, now: Moment) -> Result<Keys, Doubt> {
        match self.held().map(|known| known.keys) {
            Some(keys) if keys.are_of_just_now(now) => Err(Doubt::UnknownKey),
            _ => self.fetch_keys(metadata, now),
        }
    }

    fn fetch_keys(&self, metadata: &Metadata, now: Moment) -> Result<Keys, Doubt> {
        let keys = Keys::fetch(&self.web, &metadata.jwks_uri, now)?;
        if let Some(known) = self.held() {
            self.hold(Known {
                keys: keys.clone(),
                ..known
            });
        }
        Ok(keys)
    }

    fn held(&self) -> Option<Known> {
        let known = self.known.lock();
        known.unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn hold(&self, known: Known) {
        *self.known.lock().unwrap_or_else(PoisonError::into_inner) = Some(known);
    }

    fn secret(&self) -> &str {
        self.secret.expose_secret()
    }
}
