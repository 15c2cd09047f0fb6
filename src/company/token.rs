//! What has to hold of an ID token before anything in it is believed (OpenID Connect Core 1.0, 3.1.3.7).

use super::Doubt;
use super::keys::Keys;
use crate::store::Moment;
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation, decode, decode_header};
use serde_json::{Map, Value};
use subtle::ConstantTimeEq;

/// Seconds by which the clocks of two machines may differ.
const SKEW: i64 = 120;

/// How a token may be signed: with a private key that only the provider has.
const SIGNED_BY: [Algorithm; 9] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

/// What a token says.
pub(super) type Claims = Map<String, Value>;

/// What a token has to say.
pub(super) struct Expected<'a> {
    pub issuer: &'a str,
    pub client: &'a str,
    pub nonce: &'a str,
    pub now: Moment,
}

/// What a token says, if it can be believed.
pub(super) fn verify(token: &str, keys: &Keys, expected: &Expected<'_>) -> Result<Claims, Doubt> {
    let header = decode_header(token).map_err(|_| Doubt::Signature)?;
    if !SIGNED_BY.contains(&header.alg) {
        return Err(Doubt::Signature);
    }
    let mut outcome = Err(Doubt::UnknownKey);
    for key in keys.of(&header) {
        outcome = DecodingKey::from_jwk(key)
            .map_err(|_| Doubt::Signature)
            .and_then(|key| signed(token, &header, &key, expected));
        if outcome.is_ok() {
            break;
        }
    }
    let claims = outcome?;
    in_time(&claims, expected.now)?;
    for_us(&claims, expected)?;
    Ok(claims)
}

/// Signature, issuer and audience. The time is our own clock's, which the library does not know.
fn signed(
    token: &str,
    header: &Header,
    key: &DecodingKey,
    expected: &Expected<'_>,
) -> Result<Claims, Doubt> {
    let mut rules = Validation::new(header.alg);
    rules.validate_exp = false;
    rules.set_issuer(&[expected.issuer]);
    rules.set_audience(&[expected.client]);
    rules.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
    let decoded = decode::<Claims>(token, key, &rules);
    let decoded = decoded.map_err(|error| match error.kind() {
        ErrorKind::InvalidIssuer => Doubt::Issuer,
        ErrorKind::InvalidAudience => Doubt::Audience,
        ErrorKind::MissingRequiredClaim(_) => Doubt::Incomplete,
        _ => Doubt::Signature,
    });
    decoded.map(|decoded| decoded.claims)
}

fn in_time(claims: &Claims, now: Moment) -> Result<(), Doubt> {
    let now = now.utc().timestamp();
    let second = |name: &str| claims.get(name).and_then(whole);
    let (expires, issued) = (second("exp"), second("iat"));
    let (Some(expires), Some(issued)) = (expires, issued) else {
        return Err(Doubt::Incomplete);
    };
    if expires.saturating_add(SKEW) <= now {
        return Err(Doubt::Expired);
    }
    let begins = issued.max(second("nbf").unwrap_or(issued));
    match begins > now.saturating_add(SKEW) {
        true => Err(Doubt::Early),
        false => Ok(()),
    }
}

/// Seconds since 1970, of which some providers write fractions.
pub(super) fn whole(value: &Value) -> Option<i64> {
    #[expect(clippy::cast_possible_truncation, reason = "a cast from f64 saturates")]
    let fraction = || value.as_f64().map(|seconds| seconds as i64);
    value.as_i64().or_else(fraction)
}

fn for_us(claims: &Claims, expected: &Expected<'_>) -> Result<(), Doubt> {
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    if text("iss") != Some(expected.issuer) {
        return Err(Doubt::Issuer);
    }
    // A token for several is for whoever it names as the one who asked.
    let several = claims.get("aud").and_then(Value::as_array);
    let several = several.is_some_and(|several| several.len() > 1);
    let asker = claims.get("azp").map(|asker| asker.as_str());
    let ours = asker == Some(Some(expected.client));
    if !ours && (several || asker.is_some()) {
        return Err(Doubt::Audience);
    }
    let nonce = text("nonce").unwrap_or_default();
    if !bool::from(nonce.as_bytes().ct_eq(expected.nonce.as_bytes())) {
        return Err(Doubt::Nonce);
    }
    match text("sub") {
        Some(subject) if !subject.is_empty() && subject.len() <= 255 => Ok(()),
        _ => Err(Doubt::Incomplete),
    }
}
