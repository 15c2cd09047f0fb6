//! Settings: a file, then the environment, then flags; the later wins.

mod company;
mod database;
mod group_roles;
mod kept;
mod networks;
mod origin;
mod value;

#[cfg(test)]
mod tests;

pub use group_roles::{GroupRole, GroupRoles};
pub use networks::Networks;
use origin::Given;
pub use origin::{Origin, Shown};
use value::Value;

use crate::error::{Outcome, Problem};
use secrecy::{ExposeSecret, SecretString};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use url::{Host, Url};

macro_rules! settings {
    ($($(#[doc = $doc:literal])+ $name:ident: $kind:ty = $default:literal,)+) => {
        /// The settings of one installation.
        #[derive(Clone, Debug)]
        pub struct Config {
            $($(#[doc = $doc])+ pub $name: $kind,)+
            /// Where each setting was set that was set at all.
            origins: BTreeMap<&'static str, Origin>,
        }

        /// Every setting with its default and its documentation, in the order of the table.
        pub const SETTINGS: &[Setting] = &[
            $(Setting { name: stringify!($name), default: $default, doc: concat!($($doc),+) },)+
        ];

        impl Config {
            fn read(given: &Given) -> Outcome<Self> {
                Ok(Self {
                    $($name: given.read(stringify!($name), $default)?,)+
                    origins: given.origins(),
                })
            }

            /// A setting as it stands in a settings file; secrets are not shown.
            fn show(&self, setting: &str) -> String {
                match setting {
                    $(stringify!($name) => self.$name.show(),)+
                    _ => String::new(),
                }
            }
        }
    };
}

/// What is known of a setting before anybody sets it.
pub struct Setting {
    /// Its name in the file; in the environment it is `GUTCHECK_` and the name in capitals.
    pub name: &'static str,
    /// The default; empty where there is none.
    pub default: &'static str,
    /// What it is for.
    pub doc: &'static str,
}

impl Setting {
    /// The environment variable that sets it.
    pub fn variable(&self) -> String {
        format!("{VARIABLES}{}", self.name.to_uppercase())
    }
}

/// Behind the name of a variable: it names a file that holds the setting, as managers of secrets make them.
const IN_FILE: &str = "_FILE";

/// How the names of the environment's settings begin, and those of the variables that only tests read.
const VARIABLES: &str = "GUTCHECK_";
const OF_TESTS: [&str; 3] = ["GUTCHECK_TEST_", "GUTCHECK_REFERENCE", "GUTCHECK_VECTORS"];

settings! {
    /// Address and port the server listens on.
    listen: String = "127.0.0.1:8080",
    /// Where people reach the server, as links in mails say it. Anything but this machine needs https.
    public_url: String = "http://127.0.0.1:8080",
    /// Folder for the SQLite file and for `keys/`. Keep `keys/` out of backups of the database.
    data: PathBuf = "data",
    /// `postgres://user:password@localhost/name`, or the path of a SQLite file; empty for `gutcheck.sqlite` in `data`. A PostgreSQL on another machine needs an encrypted tunnel, or `?sslmode=disable` where nobody else is on the way.
    database: SecretString = "",
    /// Proxies in front of the server, as addresses or networks with commas in between: whom they name in `X-Forwarded-For` counts as the visitor. Others are not believed.
    trusted_proxies: Networks = "127.0.0.0/8, ::1",
    /// Connections to the database at the most.
    connections: u32 = "8",
    /// Web server threads.
    workers: usize = "2",
    /// Mail server: `smtps://user:password@host`, `smtp://user:password@host:587?tls=required` (STARTTLS), or `smtp://localhost:25`; unencrypted to another machine only by `?tls=none`. Empty to use `mail_folder`.
    smtp: SecretString = "",
    /// Where mails are written as files while `smtp` is empty; empty for `mail` in `data`.
    mail_folder: String = "",
    /// Sender of all mails.
    mail_from: String = "Gutcheck <gutcheck@localhost>",
    /// Where the mail server returns mails that it cannot deliver; empty for the sender's address. Give them to `gutcheck bounces`. With `{}` before the `@`, as in `bounces+{}@example.org`, each mail has a return address of its own, by which it is known again whatever the notice says.
    mail_return: String = "",
    /// Connections to the mail server at the most.
    mail_connections: u32 = "4",
    /// Mails a minute to addresses of one domain at the most; 0 for no limit.
    mail_per_minute: u32 = "600",
    /// File with certificates (PEM) that the mail server's may be signed by, besides those of the system.
    mail_certificates: Option<PathBuf> = "",
    /// File with the private key (PEM) that signs mails for the sender's domain (DKIM); without it they are not signed.
    dkim_key: Option<PathBuf> = "",
    /// Name under which the domain publishes the public key to it, at NAME._domainkey.
    dkim_selector: String = "gutcheck",
    /// Whether administrators and survey leads need a second factor besides their password: `true` or `false`.
    require_second_factor: bool = "true",
    /// The company's sign-in (OpenID Connect), by the address it calls itself: its issuer, without `/.well-known/`. Empty: nobody signs in by it. See `docs/company-sign-in.md`.
    company_issuer: String = "",
    /// What the company's sign-in calls this server: the client's identifier.
    company_client: String = "",
    /// The client's secret.
    company_secret: SecretString = "",
    /// What the button for it says; empty for *Sign in with your company account*.
    company_button: String = "",
    /// What is asked of it, with spaces in between.
    company_scopes: String = "openid profile email",
    /// Claim that says that an address is really theirs; Entra calls it `xms_edov`.
    company_verified_claim: String = "email_verified",
    /// Claim that holds somebody's groups.
    company_groups_claim: String = "groups",
    /// Groups that give roles, as in `Survey team = lead; Works council = auditor; HR Dock = partner:Harbour/Dock; IT = administrator`. A role that stands here is had by these groups and by nobody else.
    company_roles: GroupRoles = "",
    /// Whether everybody signs in by the company, and nobody by password or mail: `true` or `false`. The link of `gutcheck sign-in` stays.
    require_company_sign_in: bool = "false",
    /// Folder with surveys of your own, besides those in the program.
    surveys: Option<PathBuf> = "",
    /// Folder with fonts (TTF, OTF, TTC) for names in scripts that the program's Noto Sans lacks, such as Chinese, Arabic or Hebrew, in PDFs and pictures. Without it such letters are a � there.
    fonts: Option<PathBuf> = "",
    /// Hours between the release of a wave and the destruction of its keys.
    grace_hours: u32 = "72",
    /// The smallest group that is ever shown, 5 at the least. Fixed for a wave when it is launched.
    smallest_group: u32 = "5",
    /// Whether a launch needs the word of a second survey lead, who sees what is launched; any change of plan, roster or readers in between voids it: `true` or `false`. It takes two survey leads with accounts, and a series waits for them.
    two_pairs_of_eyes: bool = "false",
    /// Days after which somebody who left the roster goes from the database with name, address and number; 0 to keep them. By then the keys of the last wave that asked them are gone; those of a running wave are waited for.
    keep_leavers_days: u32 = "90",
    /// Months after the end of a wave for which the answers that leaders gave by name are kept; 0 for as long as the wave. Two years are eight quarters of a trend; afterwards its reports show the members only.
    keep_leader_answers_months: u32 = "24",
    /// Months after the end of a wave for which comments are kept; 0 for as long as the wave. They are for the conversation after it, and a style of writing can be recognised.
    keep_comments_months: u32 = "12",
    /// Months after its end for which a wave is kept as a whole: results, reports, public page and agreements; 0 to keep it. Three years are enough to see whether something has changed.
    keep_waves_months: u32 = "36",
    /// Days for which it is known of a mail that it was sent and what became of it, once its wave is over; 0 for as long as the wave.
    keep_mails_days: u32 = "90",
    /// Days for which the last import of the roster can be taken back; 0 until the next one. What it needs for that are whole rows of people.
    keep_undo_days: u32 = "30",
    /// Months for which the log of acts is kept; 0 to keep it. As long as the waves whose course it proves.
    keep_log_months: u32 = "36",
}

/// Settings given on the command line: name and value.
pub type Flags = Vec<(&'static str, String)>;

impl Config {
    /// Reads the file (if one is given), the environment and the flags.
    ///
    /// # Errors
    /// A fault that names the setting, and where it is set, and says what is wrong with it.
    pub fn load(
        file: Option<&Path>,
        environment: impl Fn(&str) -> Option<String>,
        flags: &Flags,
    ) -> Outcome<Self> {
        let mut given = Given::default();
        if let Some(path) = file {
            read(path, &mut given)?;
        }
        for setting in SETTINGS {
            let variable = setting.variable();
            let in_file = format!("{variable}{IN_FILE}");
            match (environment(&variable), environment(&in_file)) {
                (Some(_), Some(_)) => {
                    let both = format!("{variable} and {in_file} are both set: keep one");
                    return Err(Problem::broken(both));
                }
                (Some(value), None) => {
                    let origin = Origin::Environment(variable);
                    given.set(setting.name, origin, toml::Value::String(value));
                }
                (None, Some(path)) => {
                    let text = std::fs::read_to_string(path);
                    let text = text.map_err(|error| Problem::fault(&in_file, error))?;
                    let value = toml::Value::String(text.trim_end().to_owned());
                    given.set(setting.name, Origin::Environment(in_file), value);
                }
                (None, None) => {}
            }
        }
        for (name, value) in flags {
            let value = toml::Value::String(value.clone());
            given.set(name, Origin::Flag((*name).to_owned()), value);
        }
        given.follow_listen();
        Self::read(&given)
    }

    /// Refuses settings that cannot be meant, or contradict each other.
    pub fn check(&self) -> Outcome<()> {
        let url = self.url().map_err(|_| {
            Problem::broken(format!(
                "public_url is {}: that is not the address of a server; write it like https://surveys.example.org",
                self.public_url
            ))
        })?;
        if url.scheme() != "https" && !is_this_machine(&url) {
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
        self.check_database()?;
        let numbers = [
            ("connections", self.connections, "the database"),
            ("mail_connections", self.mail_connections, "the mail server"),
        ];
        let none = numbers.into_iter().find(|(_, number, _)| *number == 0);
        if let Some((name, _, whom)) = none {
            return Err(Problem::broken(format!(
                "{name} is 0: without a connection nothing reaches {whom}; set 1 or more"
            )));
        }
        kept::check(self)?;
        if self.workers == 0 {
            let reason = "workers is 0: without a thread no page is served; set 1 or more";
            return Err(Problem::broken(reason));
        }
        self.check_company()
    }

    /// The public address: scheme, host and perhaps a port, and nothing else.
    fn url(&self) -> Result<Url, url::ParseError> {
        let url = Url::parse(&self.public_url)?;
        let bare = ["http", "https"].contains(&url.scheme())
            && url.path() == "/"
            && url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        bare.then_some(url)
            .ok_or(url::ParseError::RelativeUrlWithoutBase)
    }

    /// Whether people reach the server by https.
    pub fn is_https(&self) -> bool {
        self.url().is_ok_and(|url| url.scheme() == "https")
    }

    /// The public address as browsers say where a form comes from.
    pub fn origin(&self) -> String {
        let url = self.url();
        url.map_or_else(|_| String::new(), |url| url.origin().ascii_serialization())
    }

    /// Whether a name in a request is this server's: that of the public address, or one of this machine. Programs that
    /// name none are no browsers.
    pub fn answers_to(&self, host: &str) -> bool {
        if host.is_empty() {
            return true;
        }
        let Ok(asked) = Url::parse(&format!("http://{host}/")) else {
            return false;
        };
        let own = self.url().ok();
        let same = own.is_some_and(|own| own.host() == asked.host());
        same || is_this_machine(&asked)
    }

    /// The public address of a path.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.public_url.trim_end_matches('/'))
    }

    /// The host that identifiers of mails end with.
    pub fn mail_host(&self) -> String {
        let url = self.url().ok();
        let name = url.as_ref().and_then(|url| match url.host()? {
            Host::Domain(name) => Some(name.to_owned()),
            Host::Ipv4(address) => Some(address.to_string()),
            Host::Ipv6(_) => None,
        });
        name.unwrap_or_else(|| "gutcheck".to_owned())
    }

    /// The database's URL or path.
    pub fn database_url(&self) -> String {
        match self.database.expose_secret() {
            "" => self.data.join("gutcheck.sqlite").display().to_string(),
            given => given.to_owned(),
        }
    }

    /// Every setting as it stands, in the order of the table.
    pub fn shown(&self) -> Vec<Shown> {
        let shown = |setting: &Setting| {
            let origin = self.origins.get(setting.name).cloned();
            Shown {
                name: setting.name,
                value: self.show(setting.name),
                origin: origin.unwrap_or(Origin::Default),
            }
        };
        SETTINGS.iter().map(shown).collect()
    }

    /// Every setting as a line of TOML behind its documentation; secrets are not shown.
    pub fn describe(&self) -> String {
        let line = |setting: &Setting| {
            let about = setting.doc.trim();
            format!(
                "# {about} ({})\n{} = {}\n",
                setting.variable(),
                setting.name,
                self.show(setting.name)
            )
        };
        SETTINGS.iter().map(line).collect::<Vec<_>>().join("\n")
    }
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Refuses variables that look like settings and are none, and those that are no text: whoever misspells a setting
/// would otherwise run with its default.
///
/// # Errors
/// A fault that names the variable.
pub fn check_environment(variables: impl IntoIterator<Item = (OsString, OsString)>) -> Outcome<()> {
    let settings: Vec<String> = SETTINGS.iter().map(Setting::variable).collect();
    for (name, value) in variables {
        let name = name.to_string_lossy().into_owned();
        if !name.starts_with(VARIABLES) || OF_TESTS.iter().any(|of| name.starts_with(of)) {
            continue;
        }
        let of = name.strip_suffix(IN_FILE).unwrap_or(&name);
        if !settings.iter().any(|known| known == of) {
            return Err(unknown(&name, settings.iter().map(String::as_str)));
        }
        if value.to_str().is_none() {
            return Err(Problem::fault(&name, "this is not text in UTF-8"));
        }
    }
    Ok(())
}

fn read(path: &Path, given: &mut Given) -> Outcome<()> {
    let file = path.display().to_string();
    let text = std::fs::read_to_string(path).map_err(|error| Problem::fault(&file, error))?;
    let table: toml::Table = text.parse().map_err(|error| Problem::fault(&file, error))?;
    for (name, value) in table {
        let Some(setting) = SETTINGS.iter().find(|setting| setting.name == name) else {
            let problem = unknown(&name, SETTINGS.iter().map(|setting| setting.name));
            return Err(Problem::fault(&file, problem));
        };
        given.set(setting.name, Origin::File(file.clone()), value);
    }
    Ok(())
}

/// A setting that there is not, and the one that was probably meant.
fn unknown<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> Problem {
    let alike = known.map(|known| (strsim::jaro_winkler(name, known), known));
    let best = alike
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, best)| best);
    let meant = best.map_or_else(String::new, |best| format!("; did you mean {best}?"));
    Problem::broken(format!(
        "{name}: there is no such setting{meant} (`gutcheck config` prints all)"
    ))
}
