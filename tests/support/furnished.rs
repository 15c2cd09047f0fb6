//! The invented organisation and its year, furnished anew.

use gutcheck::app::{App, Clock, Parts, Random};
use gutcheck::config::Config;
use gutcheck::demo::{self, Links};
use std::fs;
use std::path::Path;

/// With the links that the demo prints; `folder` belongs to one suite.
pub fn furnished(folder: &str) -> (App, Links) {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder);
    let _ = fs::remove_dir_all(&folder);
    let flags = vec![("data", folder.display().to_string())];
    let config = Config::load(None, |_| None, &flags).unwrap();
    let parts = Parts {
        clock: Clock::system(),
        random: Random::system(),
        demo: true,
    };
    let mut app = App::build(config, parts).unwrap();
    let links = demo::furnish(&mut app).unwrap();
    (app, links)
}
