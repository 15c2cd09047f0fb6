//! What a provider is asked: to sign somebody in (with PKCE, RFC 7636), to redeem a code, to sign somebody out.

use super::discovery::Metadata;
use super::{Doubt, Provider};
use data_encoding::{BASE64, BASE64URL_NOPAD};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use url::Url;
use url::form_urlencoded::byte_serialize;

/// Seconds of a week, after which a session here is over too.
const LONGEST_AGO: &str = "604800";

/// What ties an answer to a question and to the browser in which it was asked.
pub struct Asked {
    /// Comes back with the answer.
    pub state: String,
    /// Comes back inside the token.
    pub nonce: String,
    /// Is shown with the code, which is worth nothing without it.
    pub verifier: String,
}

/// What a browser brings back.
pub struct Returned {
    /// The code.
    pub code: String,
    /// The provider that says it gave it.
    pub issuer: Option<String>,
}

/// What a provider gives for a code.
#[derive(Deserialize)]
pub(super) struct Tokens {
    pub id_token: String,
    pub access_token: Option<String>,
}

/// The same, or why not.
#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Tokens(Tokens),
    Refused { error: String },
    Other {},
}

pub(super) fn address(
    provider: &Provider,
    metadata: &Metadata,
    asked: &Asked,
    again: bool,
) -> Result<String, Doubt> {
    let mut address =
        Url::parse(&metadata.authorization_endpoint).map_err(|_| Doubt::Unreachable)?;
    let challenge = BASE64URL_NOPAD.encode(&Sha256::digest(&asked.verifier));
    address.query_pairs_mut().extend_pairs([
        ("response_type", "code"),
        ("client_id", &provider.client),
        ("redirect_uri", &provider.callback),
        ("scope", &provider.scopes),
        ("state", &asked.state),
        ("nonce", &asked.nonce),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        // So that the answer says when they proved who they are, and it was not weeks ago.
        ("max_age", LONGEST_AGO),
    ]);
    if again {
        address.query_pairs_mut().append_pair("prompt", "login");
    }
    Ok(address.into())
}

/// An answer that names a provider names this one (RFC 9207).
pub(super) fn from_this_provider(
    provider: &Provider,
    metadata: &Metadata,
    returned: &Returned,
) -> Result<(), Doubt> {
    let silent = metadata.authorization_response_iss_parameter_supported;
    match &returned.issuer {
        Some(issuer) if *issuer == provider.issuer => Ok(()),
        None if !silent => Ok(()),
        _ => Err(Doubt::OtherProvider),
    }
}

pub(super) fn redeem(
    provider: &Provider,
    metadata: &Metadata,
    code: &str,
    asked: &Asked,
) -> Result<Tokens, Doubt> {
    let mut fields = vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", &provider.callback),
        ("code_verifier", &asked.verifier),
    ];
    // RFC 6749, 2.3.1: in the header, unless it is only taken in the form.
    let methods = metadata.token_endpoint_auth_methods_supported.as_deref();
    let knows = |method: &str| methods.is_some_and(|all| all.iter().any(|one| one == method));
    let in_form = knows("client_secret_post") && !knows("client_secret_basic");
    let header = match in_form {
        true => None,
        false => Some(authorization(&provider.client, provider.secret())),
    };
    if in_form {
        fields.extend([
            ("client_id", &*provider.client),
            ("client_secret", provider.secret()),
        ]);
    }
    let (taken, answer) =
        provider
            .web
            .post(&metadata.token_endpoint, header.as_deref(), &fields)?;
    match answer {
        Answer::Tokens(tokens) if taken => Ok(tokens),
        Answer::Refused { error } => {
            let word = |letter: &char| letter.is_ascii_lowercase() || *letter == '_';
            let error: String = error.chars().take(40).filter(word).collect();
            tracing::warn!(
                error,
                "the company's sign-in does not take the code that it gave"
            );
            Err(Doubt::Code)
        }
        Answer::Tokens(_) | Answer::Other {} => Err(Doubt::Unreachable),
    }
}

fn authorization(client: &str, secret: &str) -> String {
    let encoded = |text: &str| byte_serialize(text.as_bytes()).collect::<String>();
    let pair = format!("{}:{}", encoded(client), encoded(secret));
    format!("Basic {}", BASE64.encode(pair.as_bytes()))
}

/// OpenID Connect RP-Initiated Logout 1.0. Without the token the provider may ask who somebody is.
pub(super) fn way_out(
    provider: &Provider,
    metadata: &Metadata,
    id_token: Option<&str>,
) -> Option<String> {
    let mut address = Url::parse(metadata.end_session_endpoint.as_ref()?).ok()?;
    let token = id_token.map(|token| ("id_token_hint", token));
    address.query_pairs_mut().extend_pairs(token).extend_pairs([
        ("client_id", &*provider.client),
        ("post_logout_redirect_uri", &*provider.goodbye),
    ]);
    Some(address.into())
}
