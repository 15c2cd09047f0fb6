use super::value::Value;
use crate::error::{Outcome, Problem};
use std::collections::BTreeMap;
use std::net::SocketAddr;

/// Where a setting comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The settings file with this path.
    File(String),
    /// The environment variable with this name.
    Environment(String),
    /// The command line.
    Flag(String),
    /// Nobody has set it.
    Default,
}

impl Origin {
    /// How a fault names it.
    fn about(&self, name: &str) -> String {
        match self {
            Self::File(path) => format!("{path}: {name}"),
            Self::Environment(name) | Self::Flag(name) => name.clone(),
            Self::Default => name.to_owned(),
        }
    }
}

/// A setting as it stands.
pub struct Shown {
    /// Its name in the file.
    pub name: &'static str,
    /// Its value as a file has it; secrets are not shown.
    pub value: String,
    /// Where it comes from.
    pub origin: Origin,
}

/// What was set, by name: where, and to what.
#[derive(Default)]
pub(super) struct Given(BTreeMap<&'static str, (Origin, toml::Value)>);

impl Given {
    pub fn set(&mut self, name: &'static str, origin: Origin, value: toml::Value) {
        self.0.insert(name, (origin, value));
    }

    /// Where nobody has said how the server is reached and it listens on this machine only, that is where it is
    /// reached.
    pub fn follow_listen(&mut self) {
        let listen = self.0.get("listen").and_then(|(_, value)| value.as_str());
        let address = listen.and_then(|listen| listen.parse::<SocketAddr>().ok());
        if let Some(here) = address.filter(|one| one.ip().is_loopback() && one.port() != 0)
            && !self.0.contains_key("public_url")
        {
            let url = toml::Value::String(format!("http://{here}"));
            self.set("public_url", Origin::Default, url);
        }
    }

    pub fn origins(&self) -> BTreeMap<&'static str, Origin> {
        let set = self.0.iter();
        set.map(|(name, (origin, _))| (*name, origin.clone()))
            .collect()
    }

    pub fn read<T: Value>(&self, name: &str, default: &str) -> Outcome<T> {
        let Some((origin, value)) = self.0.get(name) else {
            let default = toml::Value::String(default.to_owned());
            return T::read(&default).map_err(|reason| Problem::fault(name, reason));
        };
        T::read(value).map_err(|reason| Problem::fault(origin.about(name), reason))
    }
}
