//! Who somebody is by what a provider says of them.

use super::discovery::Metadata;
use super::question::Tokens;
use super::token::{Claims, whole};
use super::{Doubt, Provider};
use serde_json::Value;

/// Somebody whom the company's sign-in vouches for.
#[derive(Clone, Debug)]
pub struct Somebody {
    /// Who vouches.
    pub issuer: String,
    /// Who it is there; nobody else ever is.
    pub subject: String,
    /// Their address, if it is said to be really theirs.
    pub email: Option<String>,
    /// Their name; empty if it is not said.
    pub name: String,
    /// When they proved there who they are, in seconds since 1970, if it is said.
    pub proven: Option<i64>,
    /// Their groups.
    pub groups: Groups,
    /// The token, by which the company's sign-in knows them again when they sign out.
    pub id_token: String,
}

/// Somebody's groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Groups {
    /// These, and no others.
    Named(Vec<String>),
    /// There are too many for a token.
    LeftOut,
}

/// Asks the provider for what it has not put into the token, as it need not (OpenID Connect Core 1.0, 5.4).
pub(super) fn complete(
    provider: &Provider,
    metadata: &Metadata,
    tokens: &Tokens,
    mut claims: Claims,
) -> Result<Claims, Doubt> {
    let groups = provider.groups_claim.as_deref();
    let needed = ["email", &provider.verified_claim]
        .into_iter()
        .chain(groups);
    let missing = needed.into_iter().any(|name| find(&claims, name).is_none());
    let (true, Some(address), Some(ticket)) =
        (missing, &metadata.userinfo_endpoint, &tokens.access_token)
    else {
        return Ok(claims);
    };
    let more: Claims = provider.web.get(address, Some(ticket))?;
    if more.get("sub") != claims.get("sub") {
        return Err(Doubt::OtherPerson);
    }
    for (name, value) in more {
        claims.entry(name).or_insert(value);
    }
    Ok(claims)
}

pub(super) fn somebody(
    provider: &Provider,
    claims: Claims,
    id_token: String,
) -> Result<Somebody, Doubt> {
    let text = |name: &str| claims.get(name).and_then(Value::as_str).map(str::trim);
    let verified = find(&claims, &provider.verified_claim).is_some_and(is_true);
    let email = text("email").filter(|email| verified && !email.is_empty());
    Ok(Somebody {
        issuer: provider.issuer.clone(),
        subject: text("sub").ok_or(Doubt::Incomplete)?.to_owned(),
        email: email.map(str::to_lowercase),
        name: text("name").unwrap_or_default().to_owned(),
        proven: claims.get("auth_time").and_then(whole),
        groups: groups(
            &claims,
            provider.groups_claim.as_deref().unwrap_or_default(),
        ),
        id_token,
    })
}

/// A claim by its name, or one inside another by a path of names with dots, such as `realm_access.roles`.
fn find<'a>(claims: &'a Claims, name: &str) -> Option<&'a Value> {
    claims.get(name).or_else(|| {
        let (first, rest) = name.split_once('.')?;
        let mut names = rest.split('.');
        names.try_fold(claims.get(first)?, |value, name| value.get(name))
    })
}

/// Providers write it in several ways.
fn is_true(value: &Value) -> bool {
    let number = value.as_i64() == Some(1);
    number || value.as_bool() == Some(true) || ["true", "1"].map(Some).contains(&value.as_str())
}

fn groups(claims: &Claims, name: &str) -> Groups {
    // Whose groups are too many is told where to ask for them instead (5.6.2).
    let elsewhere = claims.get("_claim_names").and_then(|names| names.get(name));
    match find(claims, name) {
        None if elsewhere.is_some() => Groups::LeftOut,
        None => Groups::Named(Vec::new()),
        Some(Value::Array(some)) => {
            let some = some.iter().filter_map(Value::as_str);
            Groups::Named(some.map(str::to_owned).collect())
        }
        Some(one) => Groups::Named(one.as_str().map(str::to_owned).into_iter().collect()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn claims(value: Value) -> Claims {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn groups_are_found_where_providers_put_them() {
        let named =
            |some: &[&str]| Groups::Named(some.iter().map(|one| (*one).to_owned()).collect());
        for (said, name, meant) in [
            (json!({"groups": ["a", "b"]}), "groups", named(&["a", "b"])),
            (json!({"groups": "a"}), "groups", named(&["a"])),
            (json!({}), "groups", named(&[])),
            (
                json!({"https://harbour/groups": ["a"]}),
                "https://harbour/groups",
                named(&["a"]),
            ),
            (
                json!({"realm_access": {"roles": ["a"]}}),
                "realm_access.roles",
                named(&["a"]),
            ),
            (
                json!({"_claim_names": {"groups": "src1"}}),
                "groups",
                Groups::LeftOut,
            ),
        ] {
            assert_eq!(groups(&claims(said.clone()), name), meant, "{said}");
        }
    }

    #[test]
    fn an_address_is_somebodys_only_if_that_is_said() {
        for (value, yes) in [
            (json!(true), true),
            (json!("true"), true),
            (json!(1), true),
            (json!("1"), true),
            (json!(false), false),
            (json!("yes"), false),
            (json!(0), false),
            (json!(null), false),
        ] {
            assert_eq!(is_true(&value), yes, "{value}");
        }
    }
}
