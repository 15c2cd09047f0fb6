//! A served demo and a headless Chromium to look at it.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

use actix_web::web;
use fantoccini::{Client, ClientBuilder, Locator};
use gutcheck::app::{App, Clock, Parts, Random};
use gutcheck::config::Config;
use gutcheck::demo::{self, Links};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::thread;
use std::time::{Duration, Instant};

static STAGE: OnceLock<Stage> = OnceLock::new();

/// The demo, served for all tests of this suite.
pub struct Stage {
    pub app: web::Data<App>,
    pub links: Links,
}

pub fn stage() -> &'static Stage {
    STAGE.get_or_init(|| {
        let listen = format!("127.0.0.1:{}", free_port());
        let folder = std::env::temp_dir().join(format!("gutcheck-browser-{}", std::process::id()));
        let flags = vec![
            ("data", folder.display().to_string()),
            ("listen", listen.clone()),
            ("public_url", format!("http://{listen}")),
            ("grace_hours", "0".to_owned()),
        ];
        let config = Config::load(None, |_| None, &flags).unwrap();
        let clock = Clock::standing(chrono::Utc::now().naive_utc());
        let mut app = App::build(
            config,
            Parts {
                clock,
                random: Random::system(),
                demo: true,
            },
        )
        .unwrap();
        let links = demo::furnish(&mut app).unwrap();
        let app = web::Data::new(app);
        let listener = gutcheck::web::bind(&app).unwrap();
        let served = app.clone();
        thread::spawn(move || {
            actix_web::rt::System::new().block_on(gutcheck::web::serve(served, listener))
        });
        Stage { app, links }
    })
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap()
        .port()
}

/// A browser window of one width, with the driver that moves it.
pub struct Window {
    pub client: Client,
    driver: Child,
}

impl Window {
    /// A window as wide as a phone or a desk, in light or dark.
    pub async fn open(width: u32, height: u32, dark: bool) -> Self {
        let port = free_port();
        let driver = Command::new("chromedriver")
            .arg(format!("--port={port}"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("chromedriver is installed");
        answers(port);
        let mut arguments = vec![
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--lang=en",
        ];
        if dark {
            arguments.push("--blink-settings=preferredColorScheme=0");
        }
        let device = json!({ "width": width, "height": height, "pixelRatio": 1.0, "touch": false });
        let options = json!({
            "goog:chromeOptions": { "args": arguments, "mobileEmulation": { "deviceMetrics": device } },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let capabilities = options.as_object().unwrap().clone();
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&format!("http://127.0.0.1:{port}"))
            .await
            .expect("a session with Chromium");
        Self { client, driver }
    }

    /// Opens an address of the demo.
    pub async fn go(&self, path: &str) {
        let address = match path.starts_with("http") {
            true => path.to_owned(),
            false => stage().app.config.link(path),
        };
        self.client.goto(&address).await.unwrap();
    }

    /// Clicks the first element that a CSS selector names.
    pub async fn click(&self, selector: &str) {
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        element.click().await.unwrap();
    }

    /// Waits until there is an element that a CSS selector names.
    pub async fn wait_for(&self, selector: &str) {
        let wait = self.client.wait();
        wait.for_element(Locator::Css(selector)).await.unwrap();
    }

    /// How many pixels the page is wider than the window.
    pub async fn overflow(&self) -> i64 {
        self.number("return document.documentElement.scrollWidth - screen.width")
            .await
    }

    pub async fn number(&self, script: &str) -> i64 {
        self.client
            .execute(script, Vec::new())
            .await
            .unwrap()
            .as_i64()
            .unwrap()
    }

    pub async fn text(&self) -> String {
        let said = self
            .client
            .execute("return document.body.innerText", Vec::new())
            .await
            .unwrap();
        said.as_str().unwrap().to_owned()
    }

    /// Keeps a picture where `GUTCHECK_SCREENSHOTS` says, if it does.
    pub async fn keep_picture(&self, name: &str) {
        let Ok(folder) = std::env::var("GUTCHECK_SCREENSHOTS") else {
            return;
        };
        let picture = self.client.screenshot().await.unwrap();
        std::fs::write(PathBuf::from(folder).join(format!("{name}.png")), picture).unwrap();
    }

    pub async fn close(mut self) {
        self.client.clone().close().await.unwrap();
        self.driver.kill().unwrap();
        self.driver.wait().unwrap();
    }
}

/// Waits until something listens, up to ten seconds.
fn answers(port: u16) {
    let begun = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        assert!(
            begun.elapsed() < Duration::from_secs(10),
            "chromedriver does not answer"
        );
        thread::sleep(Duration::from_millis(20));
    }
}
