use super::{Config, is_this_machine};
use crate::error::{Outcome, Problem};
use secrecy::ExposeSecret;
use url::Url;

impl Config {
    /// Whether people can sign in by the company.
    pub fn has_company_sign_in(&self) -> bool {
        !self.company_issuer.is_empty()
    }

    /// Refuses settings of the company's sign-in that cannot be meant, or contradict each other.
    pub(super) fn check_company(&self) -> Outcome<()> {
        let secret = self.company_secret.expose_secret();
        let needed = [
            ("company_client", self.company_client.as_str()),
            ("company_secret", secret),
        ];
        if !self.has_company_sign_in() {
            let lonely = needed.into_iter().find(|(_, value)| !value.is_empty());
            let lonely = lonely.map(|(name, _)| name);
            let roles = (!self.company_roles.is_empty()).then_some("company_roles");
            let required = self
                .require_company_sign_in
                .then_some("require_company_sign_in");
            return match lonely.or(roles).or(required) {
                Some(name) => Err(Problem::broken(format!(
                    "{name} is set and company_issuer is not: say where the company's sign-in is, or leave both out"
                ))),
                None => Ok(()),
            };
        }
        self.check_issuer()?;
        if let Some((name, _)) = needed.into_iter().find(|(_, value)| value.is_empty()) {
            return Err(Problem::broken(format!(
                "company_issuer is set and {name} is not: the company's sign-in has both for each server that uses it"
            )));
        }
        if !self
            .company_scopes
            .split_whitespace()
            .any(|scope| scope == "openid")
        {
            return Err(Problem::broken(format!(
                "company_scopes is “{}”: without openid the company's sign-in does not say who somebody is; add it",
                self.company_scopes
            )));
        }
        Ok(())
    }

    fn check_issuer(&self) -> Outcome<()> {
        let issuer = &self.company_issuer;
        let url = Url::parse(issuer).ok().filter(|url| {
            let bare =
                url.query().is_none() && url.fragment().is_none() && url.username().is_empty();
            ["http", "https"].contains(&url.scheme()) && bare
        });
        let Some(url) = url else {
            return Err(Problem::broken(format!(
                "company_issuer is {issuer}: that is not the address of a sign-in; write it as it calls itself, like https://login.example.org"
            )));
        };
        if issuer.contains("/.well-known/") {
            return Err(Problem::broken(format!(
                "company_issuer is {issuer}: leave out /.well-known/ and what follows"
            )));
        }
        match url.scheme() == "https" || is_this_machine(&url) {
            true => Ok(()),
            false => Err(Problem::broken(format!(
                "company_issuer is {issuer}: who somebody is must not travel in the open; it has to be https"
            ))),
        }
    }
}
