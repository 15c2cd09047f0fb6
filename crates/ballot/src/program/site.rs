//! A server, and what is asked of it. It gets no cookie, language or address of where somebody came from.

use super::tls::tls;
use serde_json::Value;
use std::fmt::Display;
use std::time::Duration;
use ureq::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use ureq::http::{Response, StatusCode, Uri};
use ureq::tls::TlsConfig;
use ureq::{Agent, Body};

/// Bytes of the largest answer that is read.
const LARGEST: u64 = 200_000_000;
const CONNECT: Duration = Duration::from_secs(15);
const WHOLE: Duration = Duration::from_secs(300);
/// What holds bytes and nothing else.
const BINARY: &str = "application/octet-stream";

/// A server.
pub struct Site {
    agent: Agent,
    /// Scheme, host and port.
    origin: String,
}

/// The address of a wave's public page.
pub struct WaveAddress {
    pub site: Site,
    /// The letters in it.
    pub letters: String,
}

/// What a server answers.
pub enum Reply {
    Json(Value),
    Bytes(Vec<u8>),
}

impl WaveAddress {
    /// Reads the address of a wave's public page.
    ///
    /// # Errors
    /// A fault if it is no such address, or if what it gives could be altered on the way.
    pub fn read(address: &str) -> Result<Self, String> {
        let other = || {
            format!("{address}: this is not the address of a wave, like https://host/wave/k7q2…")
        };
        let uri: Uri = address.parse().map_err(|_| other())?;
        let path = uri.path().trim_end_matches("/record.json");
        let letters = path.trim_end_matches('/').strip_prefix("/wave/");
        let letters = letters.filter(|letters| !letters.is_empty() && !letters.contains('/'));
        Ok(Self {
            letters: letters.ok_or_else(other)?.to_owned(),
            site: Site::of(&uri).ok_or_else(other)??,
        })
    }
}

impl Site {
    /// `None` if the address has no server.
    fn of(uri: &Uri) -> Option<Result<Self, String>> {
        let (scheme, authority) = (uri.scheme_str()?, uri.authority()?);
        let here = ["127.0.0.1", "localhost", "[::1]"].contains(&authority.host());
        let tls = match scheme {
            "https" => tls(),
            "http" if here => Ok(TlsConfig::default()),
            _ => Err(format!(
                "{uri}: only https keeps others from altering what is fetched"
            )),
        };
        Some(tls.map(|tls| {
            let mut config = Agent::config_builder()
                .tls_config(tls)
                .user_agent("gutcheck")
                .http_status_as_error(false)
                .max_redirects(0)
                .timeout_connect(Some(CONNECT))
                .timeout_global(Some(WHOLE));
            if here {
                config = config.proxy(None);
            }
            Self {
                agent: config.build().into(),
                origin: format!("{scheme}://{authority}"),
            }
        }))
    }

    /// What everybody gets at a path.
    ///
    /// # Errors
    /// Why there is nothing.
    pub fn get(&self, path: &str) -> Result<Vec<u8>, String> {
        self.page(path).map(|(body, _)| body)
    }

    /// The same with its `Content-Security-Policy`, which is empty if there is none that can be read.
    ///
    /// # Errors
    /// Why there is nothing.
    pub fn page(&self, path: &str) -> Result<(Vec<u8>, String), String> {
        let address = format!("{}{path}", self.origin);
        let answer = self.agent.get(&address).call();
        let answer = answer.map_err(|error| fault(&address, &error))?;
        if answer.status() != StatusCode::OK {
            let said = format!("the server answers {}", answer.status());
            return Err(fault(&address, &said));
        }
        let policy = answer.headers().get(CONTENT_SECURITY_POLICY);
        let policy = policy.and_then(|policy| policy.to_str().ok());
        let policy = policy.unwrap_or_default().to_owned();
        Ok((body(&address, answer)?, policy))
    }

    /// What the server answers to a question. Secrets stand in it, never in its address.
    ///
    /// # Errors
    /// Why there is no answer that can be read.
    pub fn ask(&self, path: &str, question: &Value) -> Result<Reply, String> {
        let text = question.to_string();
        self.post(path, ("application/json", text.as_bytes()), None)
    }

    /// What the server answers to some bytes of somebody with a ticket.
    ///
    /// # Errors
    /// Why there is no answer that can be read.
    pub fn send(&self, path: &str, ticket: &str, bytes: &[u8]) -> Result<Reply, String> {
        self.post(path, (BINARY, bytes), Some(ticket))
    }

    fn post(
        &self,
        path: &str,
        (kind, bytes): (&str, &[u8]),
        ticket: Option<&str>,
    ) -> Result<Reply, String> {
        let address = format!("{}{path}", self.origin);
        let mut request = self.agent.post(&address).header(CONTENT_TYPE, kind);
        if let Some(ticket) = ticket {
            request = request.header("x-ticket", ticket);
        }
        let answer = request.send(bytes);
        let answer = answer.map_err(|error| fault(&address, &error))?;
        let status = answer.status();
        let binary = answer
            .headers()
            .get(CONTENT_TYPE)
            .is_some_and(|kind| kind == BINARY);
        let bytes = body(&address, answer)?;
        if binary && status == StatusCode::OK {
            return Ok(Reply::Bytes(bytes));
        }
        let read = serde_json::from_slice(&bytes).map(Reply::Json);
        read.map_err(|_| fault(&address, &format!("the server answers {status}")))
    }
}

fn body(address: &str, mut answer: Response<Body>) -> Result<Vec<u8>, String> {
    let body = answer.body_mut().with_config().limit(LARGEST);
    body.read_to_vec().map_err(|error| fault(address, &error))
}

fn fault(address: &str, error: &dyn Display) -> String {
    format!("{address}: {error}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_address_of_a_wave_that_nobody_can_alter_on_the_way_is_asked() {
        for address in [
            "https://gut.example/wave/k7q29mxt4hda8wzn",
            "https://gut.example:8443/wave/k7q29mxt4hda8wzn/",
            "http://127.0.0.1:8080/wave/k7q29mxt4hda8wzn/record.json",
            "http://[::1]:8080/wave/k7q29mxt4hda8wzn",
        ] {
            let read = WaveAddress::read(address).map(|read| read.letters);
            assert_eq!(read.as_deref(), Ok("k7q29mxt4hda8wzn"));
        }
        for address in [
            "http://gut.example/wave/k7q29mxt4hda8wzn",
            "http://127.0.0.1@gut.example/wave/k7q29mxt4hda8wzn",
            "http://localhost.gut.example/wave/k7q29mxt4hda8wzn",
            "ftp://gut.example/wave/k7q29mxt4hda8wzn",
            "https://gut.example/a#k7q29mxt4hda8wzn.1.k7q29mxt4hda8wzn",
            "https://gut.example/wave/",
            "https:///wave/k7q29mxt4hda8wzn",
        ] {
            assert!(WaveAddress::read(address).is_err(), "{address}");
        }
    }
}
