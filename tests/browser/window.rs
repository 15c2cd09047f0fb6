//! A headless Chromium and the driver that moves it.

use crate::stage::{free_port, stage};
use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use std::net::TcpStream;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// More tabs than any page has places for the keyboard.
const TABS: usize = 100;

/// A browser window of one width, with the driver that moves it.
pub struct Window {
    pub client: Client,
    driver: Child,
}

impl Window {
    /// A window as wide as a phone or a desk, in light or dark.
    pub async fn open(width: u32, height: u32, dark: bool) -> Self {
        Self::start(width, height, dark, json!({})).await
    }

    /// A phone's window in which no script of a page runs.
    pub async fn without_scripts() -> Self {
        let off = json!({ "profile.managed_default_content_settings.javascript": 2 });
        Self::start(360, 740, false, off).await
    }

    async fn start(width: u32, height: u32, dark: bool, settings: Value) -> Self {
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
            "goog:chromeOptions": {
                "args": arguments,
                "mobileEmulation": { "deviceMetrics": device },
                "prefs": settings,
            },
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
        let address = match path.contains(':') {
            true => path.to_owned(),
            false => stage().app.config.link(path),
        };
        self.client.goto(&address).await.unwrap();
    }

    /// Opens a member's link as a mail program does, and waits for what the page shows.
    pub async fn open_link(&self, link: &str, view: &str) {
        // To a page that differs in nothing but what follows the `#` the browser would only scroll.
        self.go("about:blank").await;
        self.go(link).await;
        self.view(view).await;
    }

    /// Waits until the answer page shows this.
    pub async fn view(&self, name: &str) {
        self.wait_for(&format!("body[data-view='{name}']")).await;
    }

    /// Chooses the first answer of every statement, and turns to the page that sends.
    pub async fn fill_in(&self) {
        let fill = "const sets = [...document.querySelectorAll('fieldset.item')]; \
                    sets.forEach((set) => set.querySelector('input').click()); return sets.length";
        assert!(self.number(fill).await > 40);
        self.turn_to_the_end().await;
    }

    /// Turns the pages of the form to the last one; how many times.
    pub async fn turn_to_the_end(&self) -> i64 {
        let turn = "let turned = 0, on; \
                    const next = () => on = document.querySelector('[data-do=on], [data-on]:not([hidden])'); \
                    while (next()) { on.click(); turned += 1; } return turned";
        let turned = self.number(turn).await;
        self.wait_to_see("[data-send]").await;
        turned
    }

    /// Clicks the first element that a CSS selector names.
    pub async fn click(&self, selector: &str) {
        let element = self.client.find(Locator::Css(selector)).await.unwrap();
        element.click().await.unwrap();
    }

    /// Waits until there is an element that a CSS selector names.
    pub async fn wait_for(&self, selector: &str) {
        let wait = self.client.wait();
        if wait.for_element(Locator::Css(selector)).await.is_err() {
            panic!("no {selector} on a page that says: {}", self.text().await);
        }
    }

    /// Waits until an element can be seen.
    pub async fn wait_to_see(&self, selector: &str) {
        let seen = format!(
            "return document.querySelector({selector:?})?.checkVisibility({{ visibilityProperty: true }}) ? 1 : 0"
        );
        let begun = Instant::now();
        while self.number(&seen).await == 0 {
            assert!(
                begun.elapsed() < Duration::from_secs(10),
                "no {selector} is seen"
            );
            actix_web::rt::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Presses keys one after another, wherever the keyboard is.
    pub async fn press(&self, keys: impl IntoIterator<Item = char>) {
        let keys = keys
            .into_iter()
            .flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let keyboard = KeyActions::new("keyboard".to_owned());
        let pressed = keys.fold(keyboard, |pressed, key| pressed.then(key));
        self.client.perform_actions(pressed).await.unwrap();
    }

    /// Presses the tab key until the keyboard is at an element that a CSS selector names.
    pub async fn tab_to(&self, selector: &str) {
        let there = format!("return document.activeElement.matches({selector:?}) ? 1 : 0");
        for _ in 0..TABS {
            self.press([char::from(Key::Tab)]).await;
            if self.number(&there).await == 1 {
                return;
            }
        }
        panic!("the keyboard does not reach {selector}");
    }

    /// How many pixels the page is wider than the window.
    pub async fn overflow(&self) -> i64 {
        self.number("return document.documentElement.scrollWidth - screen.width")
            .await
    }

    /// How many elements a CSS selector names.
    pub async fn count(&self, selector: &str) -> i64 {
        self.number(&format!(
            "return document.querySelectorAll({selector:?}).length"
        ))
        .await
    }

    pub async fn number(&self, script: &str) -> i64 {
        self.run(script).await.as_i64().unwrap()
    }

    pub async fn text(&self) -> String {
        self.words("return document.body.innerText").await
    }

    pub async fn words(&self, script: &str) -> String {
        self.run(script).await.as_str().unwrap().to_owned()
    }

    async fn run(&self, script: &str) -> Value {
        self.client.execute(script, Vec::new()).await.unwrap()
    }

    /// Keeps a picture where `GUTCHECK_TEST_SCREENSHOTS` says, if it does.
    pub async fn keep_picture(&self, name: &str) {
        let Ok(folder) = std::env::var("GUTCHECK_TEST_SCREENSHOTS") else {
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
