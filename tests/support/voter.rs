//! Somebody who answers an anonymous wave through the public addresses, as the answer page's script does.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::{Pages, Town};
use actix_web::http::StatusCode;
use actix_web::test;
use data_encoding::BASE64URL_NOPAD;
use gutcheck::answer::Answers;
use gutcheck::ballot::client::{Booth, Draft};
use gutcheck::ballot::promise::Root;
use gutcheck::ballot::{merkle, random};
use gutcheck::survey::{Role, Survey};
use serde_json::{Value, json};

/// The parts of a link, and the ballot that was sealed with it.
pub struct Voter {
    pub root: String,
    pub cell: i32,
    pub token: String,
    pub wave: String,
    pub draft: Draft,
}

/// A status and what was said with it.
pub type Reply = (StatusCode, Value);

impl Voter {
    /// Opens the link of the newest mail to an address and seals these answers.
    pub async fn new<S: Pages>(
        town: &Town,
        service: &S,
        email: &str,
        survey: &Survey,
        fields: &[(&str, String)],
    ) -> Self {
        Self::by_link(service, &town.link_to(email, "/a#"), survey, fields).await
    }

    /// Opens a link, mailed or printed, and seals these answers.
    pub async fn by_link<S: Pages>(
        service: &S,
        link: &str,
        survey: &Survey,
        fields: &[(&str, String)],
    ) -> Self {
        let parts: Vec<&str> = link.strip_prefix("/a#").unwrap().split('.').collect();
        let [root, cell, token] = parts[..] else {
            panic!("{link} is no link")
        };
        let asked = json!({ "root": root, "cell": cell.parse::<i32>().unwrap() });
        let (status, promise) = post(service, "/promise", asked).await;
        assert_eq!(status, StatusCode::OK);
        let (status, _) = post(service, "/group", json!({ "token": token })).await;
        assert_eq!(status, StatusCode::OK);
        let text = |name: &str| promise[name].as_str().unwrap().to_owned();
        let fields: Vec<_> = fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), value.clone()))
            .collect();
        let answers = Answers::from_fields(survey, Role::Member, &fields).unwrap();
        let whole = recomputed(&promise);
        assert!(whole.is(root), "{whole} is not {root}");
        let booth = Booth::read(&whole, &text("terms"), &text("cell")).unwrap();
        let terms: Value = serde_json::from_str(&text("terms")).unwrap();
        Self {
            root: root.to_owned(),
            cell: cell.parse().unwrap(),
            token: token.to_owned(),
            wave: terms["wave"].as_str().unwrap().to_owned(),
            draft: booth
                .seal(
                    &answers.canonical(survey, Role::Member),
                    &mut random::system(),
                )
                .unwrap(),
        }
    }

    /// Asks for the signature.
    pub async fn issue<S: Pages>(&self, service: &S) -> Reply {
        let request = json!({
            "token": self.token,
            "blinded": BASE64URL_NOPAD.encode(self.draft.blinded()),
        });
        post(service, "/issue", request).await
    }

    /// The ballot with the signature that the server gave.
    pub fn ballot(&self, issued: &Value) -> Value {
        let signed = BASE64URL_NOPAD
            .decode(issued["signature"].as_str().unwrap().as_bytes())
            .unwrap();
        let signature = self.draft.finish(&signed.try_into().unwrap()).unwrap();
        json!({
            "wave": self.wave,
            "cell": self.cell,
            "prefix": BASE64URL_NOPAD.encode(&self.draft.prefix),
            "signature": BASE64URL_NOPAD.encode(&signature),
            "sealed": BASE64URL_NOPAD.encode(&self.draft.sealed),
        })
    }

    /// Sends a ballot.
    pub async fn cast<S: Pages>(&self, service: &S, ballot: &Value) -> Reply {
        post(service, "/ballot", ballot.clone()).await
    }

    /// The whole way, which must succeed.
    pub async fn vote<S: Pages>(&self, service: &S) {
        let (status, issued) = self.issue(service).await;
        assert_eq!(status, StatusCode::OK, "{issued}");
        let (status, cast) = self.cast(service, &self.ballot(&issued)).await;
        assert_eq!(status, StatusCode::OK, "{cast}");
        assert_eq!(cast["receipt"], self.draft.id.to_string());
    }
}

/// The root of the promise that a server gives for a group.
pub fn recomputed(promise: &Value) -> Root {
    let text = |name: &str| promise[name].as_str().unwrap();
    let mut hash = merkle::leaf(text("cell").as_bytes());
    for step in promise["path"].as_array().unwrap() {
        let other = BASE64URL_NOPAD
            .decode(step[1].as_str().unwrap().as_bytes())
            .unwrap()
            .try_into()
            .unwrap();
        hash = match step[0].as_str().unwrap() {
            "left" => merkle::node(&other, &hash),
            _ => merkle::node(&hash, &other),
        };
    }
    Root::over(text("terms"), &hash)
}

/// Sends what the script sends.
pub async fn post<S: Pages>(service: &S, path: &str, content: Value) -> Reply {
    let request = test::TestRequest::post().uri(path).set_json(content);
    let response = service.call(request.to_request()).await.unwrap();
    let status = response.status();
    let body = test::read_body(response).await;
    let said = serde_json::from_slice(&body).unwrap_or(Value::Null);
    (status, said)
}
