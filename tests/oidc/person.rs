//! Somebody with a browser at the provider's pages.

use std::collections::BTreeMap;
use ureq::Agent;
use ureq::http::header::{COOKIE, LOCATION, SET_COOKIE};
use url::Url;

pub struct Person {
    login: &'static str,
    cookies: BTreeMap<String, String>,
    agent: Agent,
    /// How many forms there were to fill in.
    pub asked: usize,
}

impl Person {
    pub fn new(login: &'static str) -> Self {
        let agent = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .proxy(None);
        Self {
            login,
            cookies: BTreeMap::new(),
            agent: agent.build().into(),
            asked: 0,
        }
    }

    /// The same browser, with another login.
    pub fn become_somebody(self, login: &'static str) -> Self {
        Self { login, ..self }
    }

    pub fn email(&self) -> &'static str {
        match self.login {
            "hanna" => "hr@harbour.example",
            "nina" => "nina@harbour.example",
            _ => "lead.pilots@harbour.example",
        }
    }

    /// Signs in and agrees, or gives up; the path below `home` to which the provider sends back.
    pub fn sign_in(&mut self, address: &str, home: &str) -> String {
        let gives_up = self.login.contains("gives up");
        self.walk(address, home, |page, login| {
            let abort = page.split('"').find(|part| part.ends_with("/abort"));
            match abort {
                Some(abort) if gives_up => Step::Follow(abort.to_owned()),
                _ => Step::Send(vec![
                    ("login", login.to_owned()),
                    ("password", "whatever".to_owned()),
                ]),
            }
        })
    }

    /// Says yes to signing out.
    pub fn sign_out(&mut self, address: &str, home: &str) -> String {
        self.walk(address, home, |_, _| {
            Step::Send(vec![("logout", "yes".to_owned())])
        })
    }

    fn walk(&mut self, address: &str, home: &str, step: impl Fn(&str, &str) -> Step) -> String {
        let mut next = (address.to_owned(), None);
        for _ in 0..20 {
            let (address, form) = next;
            let (location, page) = self.ask(&address, form);
            let joined = |path: &str| {
                Url::parse(&address)
                    .unwrap()
                    .join(path)
                    .unwrap()
                    .to_string()
            };
            next = match location {
                Some(location) => {
                    let location = joined(&location);
                    if let Some(path) = location.strip_prefix(home) {
                        return format!("/{path}");
                    }
                    (location, None)
                }
                None => {
                    self.asked += 1;
                    match step(&page, self.login) {
                        Step::Follow(path) => (joined(&path), None),
                        Step::Send(form) => {
                            let filled: BTreeMap<_, _> =
                                hidden(&page).into_iter().chain(form).collect();
                            (joined(&between(&page, "action=\"")), Some(filled))
                        }
                    }
                }
            };
        }
        panic!("the provider does not send {} back", self.login)
    }

    fn ask(
        &mut self,
        address: &str,
        form: Option<BTreeMap<&'static str, String>>,
    ) -> (Option<String>, String) {
        let pairs = self
            .cookies
            .iter()
            .map(|(name, value)| format!("{name}={value}"));
        let cookies = pairs.collect::<Vec<_>>().join("; ");
        let answer = match form {
            None => self.agent.get(address).header(COOKIE, cookies).call(),
            Some(form) => self
                .agent
                .post(address)
                .header(COOKIE, cookies)
                .send_form(form),
        };
        let mut answer = answer.unwrap();
        for cookie in answer.headers().get_all(SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        self.cookies.retain(|_, value| !value.is_empty());
        let location = answer.headers().get(LOCATION);
        let location = location.map(|location| location.to_str().unwrap().to_owned());
        let page = answer.body_mut().read_to_string().unwrap();
        assert!(answer.status().as_u16() < 400, "{address}: {page}");
        (location, page)
    }
}

enum Step {
    Follow(String),
    Send(Vec<(&'static str, String)>),
}

/// The fields that a page has filled in.
fn hidden(page: &str) -> Vec<(&'static str, String)> {
    let value = |name: &'static str| {
        let field = format!("name=\"{name}\" value=\"");
        page.contains(&field).then(|| (name, between(page, &field)))
    };
    ["prompt", "xsrf", "logout"]
        .into_iter()
        .filter_map(value)
        .collect()
}

#[track_caller]
fn between(page: &str, start: &str) -> String {
    let rest = page.split(start).nth(1);
    let rest = rest.unwrap_or_else(|| panic!("no {start} in {page}"));
    rest.split('"').next().unwrap().to_owned()
}
