use crate::verify::script_address;
use std::sync::Arc;
use std::time::Duration;
use ureq::Agent;
use ureq::http::{StatusCode, Uri};
use ureq::tls::{Certificate, RootCerts, TlsConfig};

/// Bytes of the largest answer that is read.
const LARGEST: u64 = 200_000_000;
const CONNECT: Duration = Duration::from_secs(15);
const WHOLE: Duration = Duration::from_secs(300);

/// The server of a wave. It is asked what it gives to everybody, and nothing about anybody.
pub struct Server {
    agent: Agent,
    /// Scheme, host and port.
    origin: String,
    /// The letters in the address of the wave.
    letters: String,
}

/// What the server gives to somebody who answers.
pub struct Given {
    /// The answer page.
    pub page: Vec<u8>,
    /// The script that this page names; empty if it names none.
    pub script: Vec<u8>,
}

impl Server {
    /// Reads the address of a wave's public page.
    ///
    /// # Errors
    /// A fault if it is no such address, or if what it gives could be altered on the way.
    pub fn new(address: &str) -> Result<Self, String> {
        let wrong = |reason: &str| format!("{address}: {reason}");
        let other = || wrong("this is not the address of a wave, like https://host/wave/k7q2…");
        let uri: Uri = address.parse().map_err(|_| other())?;
        let (Some(scheme), Some(authority)) = (uri.scheme_str(), uri.authority()) else {
            return Err(other());
        };
        let path = uri.path().trim_end_matches("/record.json");
        let letters = path.trim_end_matches('/').strip_prefix("/wave/");
        let letters = letters.filter(|letters| !letters.is_empty() && !letters.contains('/'));
        let letters = letters.ok_or_else(other)?.to_owned();
        let here = ["127.0.0.1", "localhost", "[::1]"].contains(&authority.host());
        let tls = match scheme {
            "https" => tls()?,
            "http" if here => TlsConfig::default(),
            _ => {
                return Err(wrong(
                    "only https keeps others from altering what is fetched",
                ));
            }
        };
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
        Ok(Self {
            agent: config.build().into(),
            origin: format!("{scheme}://{authority}"),
            letters,
        })
    }

    /// The letters in the address of the wave.
    pub fn letters(&self) -> &str {
        &self.letters
    }

    /// The wave's public record.
    pub fn record(&self) -> Result<Vec<u8>, String> {
        self.get(&format!("/wave/{}/record.json", self.letters))
    }

    /// The answer page and its script.
    pub fn answer_page(&self) -> Result<Given, String> {
        let page = self.get("/a")?;
        let script = match script_address(&String::from_utf8_lossy(&page)) {
            Some(path) => self.get(&path)?,
            None => Vec::new(),
        };
        Ok(Given { page, script })
    }

    fn get(&self, path: &str) -> Result<Vec<u8>, String> {
        let address = format!("{}{path}", self.origin);
        let fault = |error: &dyn std::fmt::Display| format!("{address}: {error}");
        let answer = self.agent.get(&address).call();
        let mut answer = answer.map_err(|error| fault(&error))?;
        if answer.status() != StatusCode::OK {
            return Err(fault(&format!("the server answers {}", answer.status())));
        }
        let body = answer.body_mut().with_config().limit(LARGEST);
        body.read_to_vec().map_err(|error| fault(&error))
    }
}

/// Trusts whom the system trusts, because servers inside a company have certificates of its own.
fn tls() -> Result<TlsConfig, String> {
    let known = rustls_native_certs::load_native_certs().certs;
    if known.is_empty() {
        return Err(
            "this system has no list of certificates to trust; install one (ca-certificates)"
                .to_owned(),
        );
    }
    let known = known
        .iter()
        .map(|one| Certificate::from_der(one).to_owned());
    let known: Vec<_> = known.collect();
    let provider = rustls::crypto::aws_lc_rs::default_provider();
    Ok(TlsConfig::builder()
        .root_certs(RootCerts::new_with_certs(&known))
        .unversioned_rustls_crypto_provider(Arc::new(provider))
        .build())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_address_of_a_wave_that_nobody_can_alter_on_the_way_is_asked() {
        for address in [
            "https://gut.example/wave/k7q29mxt4hda",
            "https://gut.example:8443/wave/k7q29mxt4hda/",
            "http://127.0.0.1:8080/wave/k7q29mxt4hda/record.json",
            "http://[::1]:8080/wave/k7q29mxt4hda",
        ] {
            assert_eq!(Server::new(address).unwrap().letters(), "k7q29mxt4hda");
        }
        for address in [
            "http://gut.example/wave/k7q29mxt4hda",
            "http://127.0.0.1@gut.example/wave/k7q29mxt4hda",
            "http://localhost.gut.example/wave/k7q29mxt4hda",
            "ftp://gut.example/wave/k7q29mxt4hda",
            "https://gut.example/a#k7q29mxt4hda.1.k7q29mxt4hda",
            "https://gut.example/wave/",
            "https:///wave/k7q29mxt4hda",
        ] {
            assert!(Server::new(address).is_err(), "{address}");
        }
    }
}
