use super::provider::{CLIENT, Provider, SECRET};
use super::support::departments::departments;
use super::support::{Browser, Page, Pages, Town};
use actix_web::http::StatusCode;
use gutcheck::store::act::{self, Kind};
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub const HR: &str = "hr@harbour.example";
/// Leads a team of the roster.
pub const LEADER: &str = "lead.pilots@harbour.example";
pub const ROLES: &str =
    "Survey team = lead; IT = administrator; Council = auditor; HR Dock = partner:Harbour/Dock";
const BACK: &str = "/sign-in/company/back";

/// A town whose people sign in by a provider.
pub struct Stage {
    pub town: Town,
    pub provider: Provider,
}

impl Stage {
    pub fn new() -> Self {
        Self::with(&[])
    }

    pub fn with(settings: &[(&'static str, &str)]) -> Self {
        let provider = Provider::start(0);
        let company = [
            ("company_issuer", &*provider.issuer),
            ("company_client", CLIENT),
            ("company_secret", SECRET),
        ];
        let town = Town::having(&[&company, settings].concat());
        town.settle(&departments());
        let stage = Self { town, provider };
        stage.follow_clock();
        stage
    }

    /// The provider's clock shows the town's time.
    pub fn follow_clock(&self) {
        self.provider.says().now = self.town.app.now().utc().timestamp();
    }

    /// Whoever signs in next is known to the company by this address.
    pub fn known_as(&self, subject: &str, email: &str) {
        self.person(
            json!({"sub": subject, "email": email, "email_verified": true, "name": "Somebody"}),
        );
    }

    pub fn person(&self, person: Value) {
        self.provider.says().person = person;
    }

    /// The same person in these groups.
    pub fn in_groups(&self, groups: &[&str]) {
        self.provider.says().person["groups"] = json!(groups);
    }

    /// Presses the button, signs in over there, and comes back.
    pub async fn arrive<S: Pages>(&self, browser: &mut Browser<'_, S>) -> Page {
        let back = self.go(browser).await;
        self.back(browser, &back).await
    }

    /// Presses the button and signs in over there; what the browser is to bring back.
    pub async fn go<S: Pages>(&self, browser: &mut Browser<'_, S>) -> BTreeMap<String, String> {
        let sent = browser.get("/sign-in/company").await;
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        self.provider.sign_in(&sent.location)
    }

    pub async fn back<S: Pages>(
        &self,
        browser: &mut Browser<'_, S>,
        back: &BTreeMap<String, String>,
    ) -> Page {
        let query = serde_urlencoded::to_string(back).unwrap();
        browser.get(&format!("{BACK}?{query}")).await
    }

    /// The acts of these kinds, with what they are about.
    pub fn acts(&self, kinds: &[Kind]) -> Vec<(Kind, String)> {
        let log = self.town.app.store.read(act::log).unwrap();
        assert!(log.iter().all(|line| line.sound));
        let acts = log
            .into_iter()
            .filter_map(|line| Some((line.kind?, line.subject)));
        acts.filter(|(kind, _)| kinds.contains(kind)).collect()
    }

    /// Why people were not let in, by the log.
    pub fn refusals(&self) -> Vec<String> {
        let acts = self.acts(&[Kind::CompanyRefused]).into_iter();
        acts.map(|(_, reason)| reason).collect()
    }
}

/// Nobody is let in, and the page says why and has the button.
#[track_caller]
pub fn is_kept_out(page: &Page, says: &str) {
    assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{page:?}");
    page.says(says);
    page.says("href=\"/sign-in/company\"");
    let cookies = page.headers.get_all("set-cookie");
    let mut cookies = cookies.filter_map(|cookie| cookie.to_str().ok());
    assert!(!cookies.any(|cookie| cookie.starts_with("session=")));
}
