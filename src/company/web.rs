use super::Doubt;
use crate::ballot::program::tls;
use crate::error::{Outcome, Problem};
use serde::de::DeserializeOwned;
use std::fmt::Display;
use std::time::Duration;
use ureq::http::header::{ACCEPT, AUTHORIZATION};
use ureq::http::{Response, StatusCode};
use ureq::tls::TlsConfig;
use ureq::{Agent, Body};

/// Bytes of the largest answer that is read.
const LARGEST: u64 = 1_000_000;
const CONNECT: Duration = Duration::from_secs(5);
const WHOLE: Duration = Duration::from_secs(10);
const JSON: &str = "application/json";

/// What the provider is asked with. It follows no redirection, and waits for nobody.
pub(super) struct Web {
    agent: Agent,
    /// The provider is on this machine and needs no https.
    plain: bool,
}

impl Web {
    pub fn build(issuer: &str) -> Outcome<Self> {
        let plain = issuer.starts_with("http://");
        let tls = match plain {
            true => TlsConfig::default(),
            false => tls().map_err(|why| Problem::broken(format!("company_issuer: {why}")))?,
        };
        let mut config = Agent::config_builder()
            .tls_config(tls)
            .https_only(!plain)
            .user_agent("gutcheck")
            .http_status_as_error(false)
            .max_redirects(0)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(WHOLE));
        if plain {
            config = config.proxy(None);
        }
        Ok(Self {
            agent: config.build().into(),
            plain,
        })
    }

    /// Whether an address may be asked, or a browser be sent there.
    pub fn may_be(&self, address: &str) -> bool {
        address.starts_with("https://") || self.plain && address.starts_with("http://")
    }

    /// What is at an address, for whoever has a ticket if there is one.
    pub fn get<T: DeserializeOwned>(
        &self,
        address: &str,
        ticket: Option<&str>,
    ) -> Result<T, Doubt> {
        let mut request = self.agent.get(address).header(ACCEPT, JSON);
        if let Some(ticket) = ticket {
            request = request.header(AUTHORIZATION, format!("Bearer {ticket}"));
        }
        let mut answer = request
            .call()
            .map_err(|error| unreachable(address, &error))?;
        match answer.status() {
            StatusCode::OK => read(address, &mut answer),
            status => Err(unreachable(address, &status)),
        }
    }

    /// The answer to a form, and whether it was taken.
    pub fn post<T: DeserializeOwned>(
        &self,
        address: &str,
        authorization: Option<&str>,
        fields: &[(&str, &str)],
    ) -> Result<(bool, T), Doubt> {
        let mut request = self.agent.post(address).header(ACCEPT, JSON);
        if let Some(authorization) = authorization {
            request = request.header(AUTHORIZATION, authorization);
        }
        let answer = request.send_form(fields.iter().copied());
        let mut answer = answer.map_err(|error| unreachable(address, &error))?;
        let status = answer.status();
        match status.is_success() || status.is_client_error() {
            true => Ok((status.is_success(), read(address, &mut answer)?)),
            false => Err(unreachable(address, &status)),
        }
    }
}

fn read<T: DeserializeOwned>(address: &str, answer: &mut Response<Body>) -> Result<T, Doubt> {
    let body = answer.body_mut().with_config().limit(LARGEST);
    let bytes = body
        .read_to_vec()
        .map_err(|error| unreachable(address, &error))?;
    serde_json::from_slice(&bytes).map_err(|error| unreachable(address, &error.classify_words()))
}

/// What is wrong with JSON without any of it, since it can hold names and tokens.
trait Words {
    fn classify_words(&self) -> String;
}

impl Words for serde_json::Error {
    fn classify_words(&self) -> String {
        format!(
            "no JSON that is understood, at line {} column {}",
            self.line(),
            self.column()
        )
    }
}

fn unreachable(address: &str, why: &dyn Display) -> Doubt {
    tracing::warn!(address, %why, "the company's sign-in gave no answer");
    Doubt::Unreachable
}
