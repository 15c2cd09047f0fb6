//! Settings: a file, then the environment, then flags; the later wins.

use crate::error::{Outcome, Problem};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use std::path::{Path, PathBuf};

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $kind:ty = $default:literal,)+) => {
        /// The settings of one installation.
        #[derive(Clone, Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct Config {
            $($(#[doc = $doc])+ pub $name: $kind,)+
        }

        /// Every setting with its default as TOML and its documentation, in the order of the table.
        pub const SETTINGS: &[Setting] = &[
            $(Setting { name: stringify!($name), default: $default, doc: concat!($($doc),+) },)+
        ];
    };
}

/// What is known of a setting before anybody sets it.
pub struct Setting {
    /// Its name in the file; in the environment it is `GUTCHECK_` and the name in capitals.
    pub name: &'static str,
    /// The default as TOML; empty where there is none.
    pub default: &'static str,
    /// What it is for.
    pub doc: &'static str,
}

impl Setting {
    /// The environment variable that sets it.
    pub fn variable(&self) -> String {
        format!("GUTCHECK_{}", self.name.to_uppercase())
    }
}

settings! {
    /// Address and port the server listens on.
    listen: String = "\"127.0.0.1:8080\"",
    /// Where people reach the server, as links in mails say it. Anything but this machine needs https.
    public_url: String = "\"http://127.0.0.1:8080\"",
    /// Folder for the SQLite file and for `keys/`. Keep `keys/` out of backups of the database.
    data: PathBuf = "\"data\"",
    /// `postgres://user:password@host/name`, or the path of a SQLite file; empty for `gutcheck.sqlite` in `data`.
    database: SecretString = "\"\"",
    /// Connections to the database at the most.
    connections: u32 = "8",
    /// Web server threads.
    workers: usize = "2",
    /// Mail server: `smtps://user:password@host`, `smtp://user:password@host:587?tls=required` (STARTTLS), or `smtp://localhost:25`; empty to use `mail_folder`.
    smtp: SecretString = "\"\"",
    /// Where mails are written as files while `smtp` is empty; empty for `mail` in `data`.
    mail_folder: String = "\"\"",
    /// Sender of all mails.
    mail_from: String = "\"Gutcheck <gutcheck@localhost>\"",
    /// Where the mail server returns mails that it cannot deliver; empty for the sender's address. Give them to `gutcheck bounces`.
    mail_return: String = "\"\"",
    /// Connections to the mail server at the most.
    mail_connections: u32 = "4",
    /// Mails a minute to addresses of one domain at the most; 0 for no limit.
    mail_per_minute: u32 = "600",
    /// File with certificates (PEM) that the mail server's may be signed by, besides those of the system.
    mail_certificates: Option<PathBuf> = "",
    /// File with the private key (PEM) that signs mails for the sender's domain (DKIM); without it they are not signed.
    dkim_key: Option<PathBuf> = "",
    /// Name under which the domain publishes the public key to it, at NAME._domainkey.
    dkim_selector: String = "\"gutcheck\"",
    /// Folder with surveys of your own, besides those in the program.
    surveys: Option<PathBuf> = "",
    /// Hours between the release of a wave and the destruction of its keys.
    grace_hours: u32 = "72",
    /// The smallest group that is ever shown, 5 at the least. Fixed for a wave when it is launched.
    smallest_group: u32 = "5",
}

/// Settings given on the command line: name and value.
pub type Flags = Vec<(&'static str, String)>;

impl Config {
    /// Reads the file (if one is given), the environment and the flags.
    ///
    /// # Errors
    /// A refusal that names the setting and says what is wrong with it.
    pub fn load(
        file: Option<&Path>,
        environment: impl Fn(&str) -> Option<String>,
        flags: &Flags,
    ) -> Outcome<Self> {
        let mut table = toml::Table::new();
        for setting in SETTINGS
            .iter()
            .filter(|setting| !setting.default.is_empty())
        {
            table.insert(setting.name.to_owned(), literal(setting.default));
        }
        if let Some(path) = file {
            table.extend(read(path)?);
        }
        for setting in SETTINGS {
            if let Some(value) = environment(&setting.variable()) {
                table.insert(setting.name.to_owned(), literal(&value));
            }
        }
        for (name, value) in flags {
            table.insert((*name).to_owned(), literal(value));
        }
        toml::Value::Table(table)
            .try_into()
            .map_err(|error: toml::de::Error| Problem::fault("settings", error.message()))
    }

    /// Refuses settings that contradict each other.
    pub fn check(&self) -> Outcome<()> {
        if !self.is_https() && !self.is_this_machine() {
            return Err(Problem::broken(format!(
                "public_url is {}: answers and sign-in links must not travel in the open; \
                 put https in front of the server and say https:// here",
                self.public_url
            )));
        }
        if self.smallest_group < 5 {
            return Err(Problem::broken(format!(
                "smallest_group is {}: groups below 5 can be seen through; set 5 or more",
                self.smallest_group
            )));
        }
        Ok(())
    }

    /// Whether people reach the server by https.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    fn is_this_machine(&self) -> bool {
        let rest = ["http://127.0.0.1", "http://localhost", "http://[::1]"]
            .iter()
            .find_map(|start| self.public_url.strip_prefix(start));
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with([':', '/']))
    }

    /// The public address of a path.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.trim_end_matches('/'))
    }

    /// The host that identifiers of mails end with.
    pub fn mail_host(&self) -> &str {
        let host = self.public_url.split("//").nth(1).unwrap_or_default();
        let host = host.split([':', '/']).next();
        host.filter(|host| !host.is_empty()).unwrap_or("gutcheck")
    }

    /// The database's URL or path.
    pub fn database_url(&self) -> String {
        match self.database.expose_secret() {
            "" => self.data.join("gutcheck.sqlite").display().to_string(),
            given => given.to_owned(),
        }
    }

    /// Every setting as a line of TOML behind its documentation; secrets are not shown.
    pub fn describe(&self) -> String {
        let shown = |secret: &SecretString| match secret.expose_secret() {
            "" => quoted(""),
            _ => "\"(set, not shown)\"".to_owned(),
        };
        let path = |path: &Option<PathBuf>| {
            let path = path.as_deref().unwrap_or(Path::new(""));
            quoted(&path.display().to_string())
        };
        let value = |name: &str| match name {
            "listen" => quoted(&self.listen),
            "public_url" => quoted(&self.public_url),
            "data" => quoted(&self.data.display().to_string()),
            "database" => shown(&self.database),
            "connections" => self.connections.to_string(),
            "workers" => self.workers.to_string(),
            "smtp" => shown(&self.smtp),
            "mail_folder" => quoted(&self.mail_folder),
            "mail_from" => quoted(&self.mail_from),
            "mail_return" => quoted(&self.mail_return),
            "mail_connections" => self.mail_connections.to_string(),
            "mail_per_minute" => self.mail_per_minute.to_string(),
            "mail_certificates" => path(&self.mail_certificates),
            "dkim_key" => path(&self.dkim_key),
            "dkim_selector" => quoted(&self.dkim_selector),
            "surveys" => path(&self.surveys),
            "grace_hours" => self.grace_hours.to_string(),
            _ => self.smallest_group.to_string(),
        };
        let line = |setting: &Setting| {
            let about = setting.doc.trim();
            format!(
                "# {about} ({})\n{} = {}\n",
                setting.variable(),
                setting.name,
                value(setting.name)
            )
        };
        SETTINGS.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

fn read(path: &Path) -> Outcome<toml::Table> {
    let name = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| Problem::fault(&name, error))?;
    text.parse()
        .map_err(|error: toml::de::Error| Problem::fault(&name, error))
}

/// A value as TOML reads it; what it cannot read is taken as plain text.
fn literal(text: &str) -> toml::Value {
    let as_toml = format!("value = {text}").parse::<toml::Table>().ok();
    as_toml
        .and_then(|mut table| table.remove("value"))
        .filter(|value| !value.is_table() && !value.is_array() && !value.is_datetime())
        .unwrap_or_else(|| toml::Value::String(text.to_owned()))
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn load(variables: &[(&str, &str)], flags: &Flags) -> Outcome<Config> {
        let variable = |name: &str| {
            let found = variables.iter().find(|(known, _)| *known == name);
            found.map(|(_, value)| (*value).to_owned())
        };
        Config::load(None, variable, flags)
    }

    #[test]
    fn a_flag_wins_over_the_environment_and_the_environment_over_the_default() {
        let config = load(
            &[("GUTCHECK_LISTEN", "0.0.0.0:1"), ("GUTCHECK_WORKERS", "3")],
            &vec![("listen", "0.0.0.0:2".to_owned())],
        )
        .unwrap();
        assert_eq!(
            (config.listen.as_str(), config.workers, config.connections),
            ("0.0.0.0:2", 3, 8)
        );
    }

    #[test]
    fn plain_http_is_refused_except_on_this_machine() {
        for (url, good) in [
            ("http://127.0.0.1:8080", true),
            ("https://gutcheck.example.org", true),
            ("http://gutcheck.example.org", false),
            ("http://localhost.example.org", false),
        ] {
            let config = load(&[("GUTCHECK_PUBLIC_URL", url)], &Flags::new()).unwrap();
            assert_eq!(config.check().is_ok(), good, "{url}");
        }
    }

    #[test]
    fn a_group_below_five_is_refused() {
        let config = load(&[("GUTCHECK_SMALLEST_GROUP", "4")], &Flags::new()).unwrap();
        assert!(config.check().is_err());
    }

    #[test]
    fn the_description_shows_every_setting_and_no_secret() {
        let secret = "smtps://user:hunter2@mail.example.org";
        let text = load(&[("GUTCHECK_SMTP", secret)], &Flags::new())
            .unwrap()
            .describe();
        assert!(!text.contains("hunter2"));
        for setting in SETTINGS {
            assert!(text.contains(&setting.variable()), "{}", setting.name);
        }
    }
}
