//! The product under test, in this program and in a folder of its own.

use crate::load::{self, fault};
use gutcheck::app::{App, Parts};
use gutcheck::config::{Config, Flags};
use gutcheck::error::Outcome;
use gutcheck::web;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

/// A folder for the database and the keys.
pub struct Folder {
    path: PathBuf,
    keep: bool,
}

impl Folder {
    /// A new one, removed at the end.
    pub fn temporary() -> Self {
        let name = format!("gutcheck-lab-{}", std::process::id());
        Self {
            path: std::env::temp_dir().join(name),
            keep: false,
        }
    }

    /// One that stays.
    pub fn kept(path: PathBuf) -> Self {
        Self { path, keep: true }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        if self.keep {
            return;
        }
        if let Err(error) = std::fs::remove_dir_all(&self.path) {
            eprintln!("{} could not be removed: {error}", self.path.display());
        }
    }
}

/// An app with these settings besides its folder. Its mails stay queued until they are delivered by hand.
pub fn app(folder: &Folder, settings: Flags) -> Outcome<App> {
    let mut flags = vec![("data", folder.path().display().to_string())];
    flags.extend(settings);
    App::build(Config::load(None, |_| None, &flags)?, Parts::real())
}

/// The settings of an app whose pages are asked for: a free port, and a thread for each processor.
pub fn listening() -> Flags {
    vec![
        ("listen", "127.0.0.1:0".to_owned()),
        ("workers", crate::machine::cores().to_string()),
    ]
}

/// Serves an app's pages until the program ends.
pub fn serve(app: &actix_web::web::Data<App>) -> Outcome<SocketAddr> {
    let listener = web::bind(app)?;
    let address = listener.local_addr().map_err(fault)?;
    let app = app.clone();
    load::serve(|| async { web::server(app, listener)?.await.map_err(fault) });
    Ok(address)
}
