use std::io::{BufRead, BufReader, Lines};
use std::process::{Child, ChildStdout, Command, Stdio};

pub const SECRET: &str = "a secret: with signs%";

/// A provider in a process of its own, which ends with the test.
pub struct Provider {
    pub issuer: String,
    process: Child,
    /// It ends when nobody listens to it.
    _says: Lines<BufReader<ChildStdout>>,
}

impl Provider {
    pub fn start() -> Self {
        let script = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/oidc/provider.mjs");
        let here = gutcheck::config::SETTINGS
            .iter()
            .find(|setting| setting.name == "public_url");
        let here = here.unwrap().default;
        assert!(
            std::env::var_os("GUTCHECK_TEST_OIDC").is_some(),
            "GUTCHECK_TEST_OIDC has to name the folder of oidc-provider"
        );
        let mut process = Command::new("node")
            .arg(script)
            .args([
                format!("{here}/sign-in/company/back"),
                format!("{here}/sign-in"),
            ])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let first = lines.find(|line| line.as_ref().is_ok_and(|line| line.starts_with("http")));
        let issuer = first.unwrap().unwrap();
        Self {
            issuer,
            process,
            _says: lines,
        }
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
