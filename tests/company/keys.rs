//! Keys of the provider, and what it signs with them.

use aws_lc_rs::hmac;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::{KeyPair as _, RSA_PKCS1_SHA256, RsaPublicKeyComponents};
use data_encoding::BASE64URL_NOPAD as LETTERS;
use serde_json::{Value, json};
use std::sync::LazyLock;

/// How a token is signed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Signing {
    /// With the key that it names.
    Right,
    /// With another key under the same name.
    OtherKey,
    /// Not at all: `alg` is `none`.
    None,
    /// With the public key as the secret of an HMAC.
    PublicKeyAsSecret,
}

/// Made once for all tests.
static KEYS: LazyLock<[KeyPair; 3]> =
    LazyLock::new(|| [(); 3].map(|()| KeyPair::generate(KeySize::Rsa2048).unwrap()));

/// The public half of a key, as providers list it.
pub fn public(number: usize) -> Value {
    let RsaPublicKeyComponents { n, e } = components(number);
    json!({
        "kty": "RSA", "use": "sig", "alg": "RS256", "kid": name(number),
        "n": LETTERS.encode(&n), "e": LETTERS.encode(&e),
    })
}

fn components(number: usize) -> RsaPublicKeyComponents<Vec<u8>> {
    KEYS[number].public_key().into()
}

fn name(number: usize) -> String {
    format!("key {number}")
}

/// A token that says this.
pub fn token(claims: &Value, number: usize, signing: Signing) -> String {
    let algorithm = match signing {
        Signing::Right | Signing::OtherKey => "RS256",
        Signing::None => "none",
        Signing::PublicKeyAsSecret => "HS256",
    };
    let header = json!({"alg": algorithm, "typ": "JWT", "kid": name(number)});
    let part = |value: &Value| LETTERS.encode(value.to_string().as_bytes());
    let message = format!("{}.{}", part(&header), part(claims));
    let rsa = |key: &KeyPair| {
        let mut signature = vec![0; key.public_modulus_len()];
        let random = SystemRandom::new();
        key.sign(
            &RSA_PKCS1_SHA256,
            &random,
            message.as_bytes(),
            &mut signature,
        )
        .unwrap();
        signature
    };
    let signature = match signing {
        Signing::Right => rsa(&KEYS[number]),
        Signing::OtherKey => rsa(&KEYS[(number + 1) % KEYS.len()]),
        Signing::None => Vec::new(),
        Signing::PublicKeyAsSecret => {
            let key = hmac::Key::new(hmac::HMAC_SHA256, &components(number).n);
            hmac::sign(&key, message.as_bytes()).as_ref().to_vec()
        }
    };
    format!("{message}.{}", LETTERS.encode(&signature))
}
