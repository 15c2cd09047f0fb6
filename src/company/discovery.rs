use super::Doubt;
use super::keys::Keys;
use super::web::Web;
use crate::store::Moment;
use chrono::Duration;
use serde::Deserialize;
use std::sync::Arc;

/// How long what a provider says about itself is believed without asking again.
const GOOD_FOR: Duration = Duration::hours(1);

/// What a provider says about itself (OpenID Connect Discovery 1.0, 3).
#[derive(Deserialize)]
pub(super) struct Metadata {
    issuer: String,
    pub authorization_endpoint: String,
    pub token_endpoint: String,
    pub jwks_uri: String,
    pub userinfo_endpoint: Option<String>,
    pub end_session_endpoint: Option<String>,
    /// How it wants to be given the client's secret.
    pub token_endpoint_auth_methods_supported: Option<Vec<String>>,
    /// It says with each answer who it is (RFC 9207).
    #[serde(default)]
    pub authorization_response_iss_parameter_supported: bool,
}

/// What is known of a provider, and since when.
#[derive(Clone)]
pub(super) struct Known {
    pub metadata: Arc<Metadata>,
    pub fetched: Moment,
    pub keys: Keys,
}

impl Known {
    pub fn is_fresh(&self, now: Moment) -> bool {
        now - self.fetched < GOOD_FOR
    }
}

impl Metadata {
    pub fn fetch(web: &Web, issuer: &str) -> Result<Self, Doubt> {
        let base = issuer.trim_end_matches('/');
        let address = format!("{base}/.well-known/openid-configuration");
        let metadata: Self = web.get(&address, None)?;
        if metadata.issuer != issuer {
            let itself = &metadata.issuer;
            tracing::warn!(
                itself,
                issuer,
                "company_issuer is not what the company's sign-in calls itself"
            );
            return Err(Doubt::Unreachable);
        }
        if let Some(address) = metadata.addresses().find(|address| !web.may_be(address)) {
            tracing::warn!(
                address,
                "the company's sign-in names an address that is not https"
            );
            return Err(Doubt::Unreachable);
        }
        Ok(metadata)
    }

    /// Where it can be asked, or browsers are sent.
    fn addresses(&self) -> impl Iterator<Item = &String> {
        let needed = [
            &self.authorization_endpoint,
            &self.token_endpoint,
            &self.jwks_uri,
        ];
        let more = [&self.userinfo_endpoint, &self.end_session_endpoint];
        needed.into_iter().chain(more.into_iter().flatten())
    }
}
