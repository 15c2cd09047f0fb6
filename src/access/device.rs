use super::cookie_secret;
use crate::app::App;
use crate::ballot::hash::hmac;
use crate::ids::PersonId;
use data_encoding::HEXLOWER;
use std::net::{IpAddr, Ipv4Addr};
use subtle::ConstantTimeEq;

/// Who knocks at a door: all that is known of a browser before it is let in. The address is used to slow guessing
/// down and never kept.
#[derive(Clone, Debug)]
pub struct Knock {
    /// Where it is.
    pub from: IpAddr,
    /// What it was given when somebody signed in with it before.
    pub device: Option<String>,
    /// What it says it is.
    pub agent: String,
    /// The session that it has already, which ends when another one begins.
    pub session: Option<String>,
}

impl Knock {
    /// Of this program itself, for the demo and for tests.
    pub fn inside() -> Self {
        Self {
            from: IpAddr::V4(Ipv4Addr::LOCALHOST),
            device: None,
            agent: String::new(),
            session: None,
        }
    }

    /// Whether somebody has signed in to this account with this browser before.
    pub(super) fn knows(&self, app: &App, person: &PersonId) -> bool {
        let given = self.device.as_deref().and_then(|text| text.split_once('.'));
        given.is_some_and(|(nonce, proof)| {
            let expected = prove(app, person, nonce);
            bool::from(expected.as_bytes().ct_eq(proof.as_bytes()))
        })
    }

    /// The browser in words, such as “Firefox, Windows”; empty if it does not say.
    pub(super) fn words(&self) -> String {
        let says = |parts: &[(&str, &'static str)]| {
            let known = parts.iter().find(|(sign, _)| self.agent.contains(sign));
            known.map(|(_, name)| *name)
        };
        // Most browsers say that they are others too, so the order counts.
        let browser = says(&[
            ("Edg/", "Edge"),
            ("OPR/", "Opera"),
            ("Firefox/", "Firefox"),
            ("FxiOS/", "Firefox"),
            ("CriOS/", "Chrome"),
            ("Chrome/", "Chrome"),
            ("Safari/", "Safari"),
        ]);
        let system = says(&[
            ("Android", "Android"),
            ("iPhone", "iPhone"),
            ("iPad", "iPad"),
            ("Windows", "Windows"),
            ("Mac OS X", "macOS"),
            ("CrOS", "ChromeOS"),
            ("Linux", "Linux"),
        ]);
        let known: Vec<&str> = browser.into_iter().chain(system).collect();
        known.join(", ")
    }
}

/// What a browser is given by which it is known again for this account. Nothing of it is stored.
pub(super) fn introduce(app: &App, person: &PersonId) -> String {
    let nonce = cookie_secret();
    format!("{nonce}.{}", prove(app, person, &nonce))
}

fn prove(app: &App, person: &PersonId, nonce: &str) -> String {
    let parts = [b"device".as_slice(), &person.bytes(), nonce.as_bytes()];
    HEXLOWER.encode(&hmac(app.server.expose(), &parts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_told_in_words_that_its_owner_knows() {
        for (agent, words) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0",
                "Firefox, Windows",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15",
                "Safari, macOS",
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36 Edg/126.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            ("curl/8", ""),
        ] {
            let knock = Knock {
                agent: agent.into(),
                ..Knock::inside()
            };
            assert_eq!(knock.words(), words);
        }
    }
}
