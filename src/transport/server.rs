use crate::config::Config;
use crate::error::{Outcome, Problem};
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use percent_encoding::percent_decode_str;
use rustls::crypto::aws_lc_rs;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use secrecy::ExposeSecret;
use std::net::IpAddr;
use std::sync::Arc;
use tokio_rustls::TlsConnector;
use url::Url;

/// The mail server of the settings.
pub(super) struct Server {
    pub host: String,
    pub port: u16,
    pub encryption: Encryption,
    pub credentials: Option<Credentials>,
    pub hello: ClientId,
}

/// How a connection is protected.
#[derive(Clone)]
pub(super) enum Encryption {
    /// From the first byte on.
    Always(TlsConnector),
    /// Asked for by STARTTLS; without it nothing is sent.
    Required(TlsParameters),
    /// By STARTTLS where the mail server offers it.
    Offered(TlsParameters),
    /// Never.
    None,
}

impl Server {
    /// Reads the setting `smtp`.
    ///
    /// # Errors
    /// A fault that says what is wrong with it, without the password.
    pub fn read(config: &Config) -> Outcome<Self> {
        let url = Url::parse(config.smtp.expose_secret()).map_err(|error| unreadable(&error))?;
        let host = url
            .host_str()
            .ok_or_else(|| unreadable(&"it names no host"))?;
        let host = host.trim_matches(['[', ']']).to_owned();
        let tls = url.query_pairs().find(|(name, _)| name == "tls");
        let encryption = match (url.scheme(), tls.as_ref().map(|(_, value)| value.as_ref())) {
            ("smtps", None) => Encryption::Always(connector(config)?),
            ("smtp", Some("required")) => Encryption::Required(parameters(config, &host)?),
            ("smtp", Some("opportunistic")) => Encryption::Offered(parameters(config, &host)?),
            ("smtp", None | Some("none")) => Encryption::None,
            _ => {
                return Err(unreadable(
                    &"it begins with neither smtps:// nor smtp://, or tls= is something else than required, opportunistic or none",
                ));
            }
        };
        let said = tls.is_some_and(|(_, value)| value == "none");
        let falls_back = matches!(encryption, Encryption::None | Encryption::Offered(_));
        if falls_back && !said && !is_here(&host) {
            return Err(unreadable(
                &"mails hold links that sign people in, and would travel in the open; use smtps:// or ?tls=required, or say ?tls=none where nobody else is on the way",
            ));
        }
        let credentials = credentials(&url);
        let open = matches!(encryption, Encryption::None | Encryption::Offered(_));
        if credentials.is_some() && open && !is_here(&host) {
            return Err(unreadable(
                &"the password would travel in the open; use smtps:// or ?tls=required",
            ));
        }
        let usual = match encryption {
            Encryption::Always(_) => 465,
            Encryption::Required(_) => 587,
            Encryption::Offered(_) | Encryption::None => 25,
        };
        Ok(Self {
            port: url.port().unwrap_or(usual),
            hello: ClientId::default(),
            host,
            encryption,
            credentials,
        })
    }
}

fn unreadable(what: &dyn std::fmt::Display) -> Problem {
    Problem::broken(format!(
        "smtp: not an address such as smtps://user:password@host: {what}"
    ))
}

/// For encryption from the first byte on, which lettre does only on sockets that it opens itself.
fn connector(config: &Config) -> Outcome<TlsConnector> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    for certificate in certificates(config)? {
        let added = roots.add(certificate);
        added.map_err(|error| Problem::fault("mail_certificates", error))?;
    }
    let builder = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()));
    let builder = builder.with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| Problem::fault("smtp", error))?;
    let config = builder.with_root_certificates(roots).with_no_client_auth();
    Ok(TlsConnector::from(Arc::new(config)))
}

/// For STARTTLS.
fn parameters(config: &Config, host: &str) -> Outcome<TlsParameters> {
    let mut builder = TlsParameters::builder(host.to_owned());
    for certificate in certificates(config)? {
        let certificate = Certificate::from_der(certificate.to_vec());
        let certificate =
            certificate.map_err(|error| Problem::fault("mail_certificates", error))?;
        builder = builder.add_root_certificate(certificate);
    }
    let built = builder.build_rustls();
    built.map_err(|error| Problem::fault("smtp", error))
}

fn certificates(config: &Config) -> Outcome<Vec<CertificateDer<'static>>> {
    let Some(path) = &config.mail_certificates else {
        return Ok(Vec::new());
    };
    let about = format!("mail_certificates {}", path.display());
    let found = CertificateDer::pem_file_iter(path).and_then(Iterator::collect);
    match found {
        Ok(found) if Vec::is_empty(&found) => {
            Err(Problem::fault(&about, "it holds no certificate"))
        }
        Ok(found) => Ok(found),
        Err(error) => Err(Problem::fault(&about, error)),
    }
}

fn credentials(url: &Url) -> Option<Credentials> {
    let plain = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
    let password = url.password().unwrap_or_default();
    (!url.username().is_empty()).then(|| Credentials::new(plain(url.username()), plain(password)))
}

fn is_here(host: &str) -> bool {
    let address = host.parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> Outcome<Server> {
        let flags = vec![("smtp", url.to_owned())];
        Server::read(&Config::load(None, |_| None, &flags)?)
    }

    #[test]
    fn the_scheme_says_how_a_connection_is_protected_and_at_which_port() {
        for (url, port, open) in [
            ("smtps://mail.example.org", 465, false),
            ("smtps://u:p@mail.example.org:4650", 4650, false),
            ("smtp://u:p@mail.example.org?tls=required", 587, false),
            ("smtp://localhost?tls=opportunistic", 25, false),
            ("smtp://mail.example.org?tls=none", 25, true),
            ("smtp://u:p@localhost", 25, true),
            ("smtp://u:p@[::1]:2525", 2525, true),
        ] {
            let server = read(url).unwrap();
            assert_eq!(server.port, port, "{url}");
            assert_eq!(matches!(server.encryption, Encryption::None), open, "{url}");
        }
        let spelt = read("smtps://u%40x:p%3Aq@mail.example.org").unwrap();
        let spelt = spelt.credentials.unwrap();
        assert_eq!(spelt, Credentials::new("u@x".into(), "p:q".into()));
    }

    #[test]
    fn mails_travel_in_the_open_to_another_machine_only_where_that_was_said() {
        for url in [
            "smtp://mail.example.org",
            "smtp://10.0.0.7:2525",
            "smtp://mail.example.org?tls=opportunistic",
        ] {
            let problem = read(url).err().unwrap().to_string();
            assert!(problem.contains("?tls=required"), "{url}: {problem}");
        }
    }

    #[test]
    fn a_password_does_not_travel_in_the_open_and_is_in_no_message() {
        for url in [
            "smtp://user:hunter2@mail.example.org",
            "smtp://user:hunter2@mail.example.org?tls=opportunistic",
            "smtp://user:hunter2@mail.example.org?tls=none",
            "smtp://user:hunter2@mail.example.org?tls=yes",
            "http://user:hunter2@mail.example.org",
            "smtps://user:hunter2@",
            "user:hunter2@mail.example.org",
        ] {
            let problem = read(url).err().unwrap().to_string();
            assert!(!problem.contains("hunter2"), "{problem}");
            assert!(problem.starts_with("smtp: "), "{problem}");
        }
    }
}
