use super::Config;
use crate::error::{Outcome, Problem};
use std::net::IpAddr;
use url::Url;

impl Config {
    /// Refuses a database on another machine unless it is said that the way to it is open: what is asked of it could be
    /// read and changed by others.
    pub(super) fn check_database(&self) -> Outcome<()> {
        let url = self.database_url();
        let is_postgres = ["postgres", "postgresql"];
        let url = Url::parse(&url).ok();
        let Some(url) = url.filter(|url| is_postgres.contains(&url.scheme())) else {
            return Ok(());
        };
        let host = url.host_str().unwrap_or_default();
        let address = host.trim_matches(['[', ']']).parse::<IpAddr>();
        // A path is that of a socket.
        let here = host.is_empty()
            || host == "localhost"
            || host.starts_with("%2F")
            || address.is_ok_and(|address| address.is_loopback());
        let open = ("sslmode", "disable");
        let said = url
            .query_pairs()
            .any(|(name, value)| (&*name, &*value) == open);
        if here || said {
            return Ok(());
        }
        Err(Problem::broken(format!(
            "database is on {host}: this program does not encrypt what it asks of it, so put an encrypted tunnel in \
             between, or run it on this machine; if nobody else is on the way, say so by ?sslmode=disable"
        )))
    }
}
