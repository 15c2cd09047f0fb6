//! A provider on this machine. It does all that OpenID Connect asks of one, and lies where it is told to.

use super::http::{Request, serve};
use super::keys::{Signing, public, token};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard};
use url::Url;

pub const CLIENT: &str = "gutcheck & co";
pub const SECRET: &str = "a secret: with signs%";

/// What the provider says, and how it lies.
pub struct Says {
    issuer: String,
    /// Seconds since 1970 on its clock.
    pub now: i64,
    /// What it knows of whoever signs in.
    pub person: Value,
    /// What stands in a token instead of the truth; null leaves it out.
    pub lies: Value,
    pub signing: Signing,
    /// The key that it signs with.
    pub key: usize,
    /// The keys that it lists.
    pub listed: Vec<usize>,
    /// What it answers to everything, instead of an answer.
    pub broken: Option<(u16, String)>,
    /// Claims that it tells only to whoever asks for them.
    pub told_apart: Vec<&'static str>,
    /// Whom it talks about to whoever asks.
    pub about: Option<Value>,
    /// What it says about itself besides the usual.
    pub itself: Value,
    /// How often each of its addresses was asked.
    pub asked: BTreeMap<String, usize>,
    codes: BTreeMap<String, BTreeMap<String, String>>,
}

#[derive(Clone)]
pub struct Provider {
    pub issuer: String,
    says: Arc<Mutex<Says>>,
}

impl Provider {
    pub fn start(now: i64) -> Self {
        let says = Arc::new(Mutex::new(Says {
            issuer: String::new(),
            now,
            person: json!({}),
            lies: json!({}),
            signing: Signing::Right,
            key: 0,
            listed: vec![0],
            broken: None,
            told_apart: Vec::new(),
            about: None,
            itself: json!({}),
            asked: BTreeMap::new(),
            codes: BTreeMap::new(),
        }));
        let shared = says.clone();
        let issuer = serve(move |request| shared.lock().unwrap().answer(request));
        says.lock().unwrap().issuer.clone_from(&issuer);
        Self { issuer, says }
    }

    pub fn says(&self) -> MutexGuard<'_, Says> {
        self.says.lock().unwrap()
    }

    /// Signs somebody in whose browser was sent here; the parts of the address to which it is sent back.
    pub fn sign_in(&self, address: &str) -> BTreeMap<String, String> {
        let address = Url::parse(address).unwrap();
        let asked: BTreeMap<String, String> = address.query_pairs().into_owned().collect();
        for (name, value) in [
            ("response_type", "code"),
            ("client_id", CLIENT),
            ("code_challenge_method", "S256"),
        ] {
            assert_eq!(asked[name], value, "{name}");
        }
        assert!(asked["scope"].split(' ').any(|scope| scope == "openid"));
        assert!(asked["nonce"].len() >= 43 && asked["code_challenge"].len() == 43);
        let mut says = self.says();
        let code = format!("code {}", says.codes.len());
        let state = asked["state"].clone();
        says.codes.insert(code.clone(), asked);
        let back = [
            ("code", code),
            ("state", state),
            ("iss", says.issuer.clone()),
        ];
        back.map(|(name, value)| (name.to_owned(), value)).into()
    }
}

impl Says {
    fn answer(&mut self, request: &Request) -> (u16, String) {
        *self.asked.entry(request.path.clone()).or_default() += 1;
        if let Some(broken) = &self.broken {
            return broken.clone();
        }
        let (status, answer) = match request.path.as_str() {
            "/.well-known/openid-configuration" => (200, self.itself()),
            "/keys" => {
                let unknown = json!({"kty": "ANEW", "kid": "of a time to come"});
                let keys = self.listed.iter().map(|key| public(*key));
                let keys: Vec<Value> = keys.chain([unknown]).collect();
                (200, json!({"keys": keys}))
            }
            "/token" => self.redeem(request),
            "/userinfo" if request.authorization == "Bearer a ticket" => (
                200,
                self.about.clone().unwrap_or_else(|| self.person.clone()),
            ),
            _ => (404, json!({})),
        };
        (status, answer.to_string())
    }

    fn itself(&self) -> Value {
        let at = |path: &str| format!("{}{path}", self.issuer);
        let mut itself = json!({
            "issuer": self.issuer,
            "authorization_endpoint": at("/authorize"),
            "token_endpoint": at("/token"),
            "jwks_uri": at("/keys"),
            "userinfo_endpoint": at("/userinfo"),
            "end_session_endpoint": at("/end?of=session"),
            "authorization_response_iss_parameter_supported": true,
        });
        lay_over(&mut itself, &self.itself);
        itself
    }

    /// Only for the client, for the same address, and for whoever has the verifier; once.
    fn redeem(&mut self, request: &Request) -> (u16, Value) {
        let encoded =
            |text: &str| url::form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
        let pair = format!("{}:{}", encoded(CLIENT), encoded(SECRET));
        let form = &request.form;
        let said = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
        let in_header =
            request.authorization == format!("Basic {}", BASE64.encode(pair.as_bytes()));
        let in_form = said("client_id") == CLIENT && said("client_secret") == SECRET;
        let in_form_only = self.itself["token_endpoint_auth_methods_supported"].is_array();
        if in_form != in_form_only || in_header == in_form_only {
            return (401, json!({"error": "invalid_client"}));
        }
        let refused = (400, json!({"error": "invalid_grant"}));
        let Some(asked) = self.codes.get_mut(said("code")).map(std::mem::take) else {
            return refused;
        };
        let challenge = BASE64URL_NOPAD.encode(&Sha256::digest(said("code_verifier")));
        let same = asked.get("redirect_uri").map(String::as_str) == Some(said("redirect_uri"));
        if !same || asked["code_challenge"] != challenge {
            return refused;
        }
        let mut claims = json!({
            "iss": self.issuer, "aud": CLIENT, "nonce": asked["nonce"],
            "iat": self.now, "exp": self.now + 300,
        });
        lay_over(&mut claims, &self.person);
        for name in &self.told_apart {
            claims.as_object_mut().unwrap().remove(*name);
        }
        lay_over(&mut claims, &self.lies);
        let token = token(&claims, self.key, self.signing);
        let answer = json!({"id_token": token, "access_token": "a ticket", "token_type": "Bearer"});
        (200, answer)
    }
}

/// Puts values in the place of others; null takes one away.
fn lay_over(below: &mut Value, above: &Value) {
    let below = below.as_object_mut().unwrap();
    for (name, value) in above.as_object().unwrap() {
        below.insert(name.clone(), value.clone());
        if value.is_null() {
            below.remove(name);
        }
    }
}
