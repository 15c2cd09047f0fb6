//! A man in the middle: passes requests on to the demo and does to them what a test says.

use crate::stage::{Invited, stage};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;

/// What happens to a request.
pub enum Fate {
    Pass,
    /// It never reaches the server.
    Cut,
    /// The server answers, and the answer is lost.
    Lose,
    /// This is the answer instead of the server's.
    Alter(Box<dyn FnOnce(String) -> String + Send>),
}

type Rule = Box<dyn FnMut(&Request) -> Fate + Send>;

/// What the browser asked, and what the server said to it.
#[derive(Clone)]
pub struct Request {
    pub method: String,
    pub path: String,
    pub body: String,
    pub reply: String,
}

/// Stands between a browser and the demo, at an address of its own.
#[derive(Clone)]
pub struct Proxy {
    pub address: String,
    rule: Arc<Mutex<Rule>>,
    seen: Arc<Mutex<Vec<Request>>>,
}

impl Proxy {
    pub fn start(rule: impl FnMut(&Request) -> Fate + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let proxy = Self {
            address: listener.local_addr().unwrap().to_string(),
            rule: Arc::new(Mutex::new(Box::new(rule))),
            seen: Arc::default(),
        };
        let serving = proxy.clone();
        thread::spawn(move || {
            for browser in listener.incoming() {
                let proxy = serving.clone();
                // A browser that hangs up is no fault.
                thread::spawn(move || browser.and_then(|browser| proxy.relay(browser)));
            }
        });
        proxy
    }

    /// From now on this happens to requests.
    pub fn set(&self, rule: impl FnMut(&Request) -> Fate + Send + 'static) {
        *self.rule.lock().unwrap() = Box::new(rule);
    }

    /// The same link, through this address.
    pub fn link(&self, invited: &Invited) -> String {
        let (_, fragment) = invited.link.split_once('#').unwrap();
        format!("http://{}/a#{fragment}", self.address)
    }

    /// The answer page without a link.
    pub fn page(&self) -> String {
        format!("http://{}/a", self.address)
    }

    /// The requests of one method so far, but those on their way.
    pub fn seen(&self, method: &str) -> Vec<Request> {
        let mut seen = self.seen.lock().unwrap().clone();
        seen.retain(|request| request.method == method);
        seen
    }

    /// What was sent to one path.
    pub fn sent(&self, path: &str) -> Vec<Request> {
        let mut sent = self.seen("POST");
        sent.retain(|request| request.path == path);
        sent
    }

    /// The paths that something was sent to, in turn.
    pub fn paths(&self) -> Vec<String> {
        let sent = self.seen("POST").into_iter();
        sent.map(|request| request.path).collect()
    }

    fn relay(&self, mut browser: TcpStream) -> io::Result<()> {
        let (head, body) = read(&browser)?;
        let mut words = head.split_whitespace().map(str::to_owned);
        let (Some(method), Some(path)) = (words.next(), words.next()) else {
            return Ok(());
        };
        let mut request = Request {
            method,
            path,
            body: String::from_utf8_lossy(&body).into_owned(),
            reply: String::new(),
        };
        let fate = (self.rule.lock().unwrap())(&request);
        let mut reply = Vec::new();
        if !matches!(fate, Fate::Cut) {
            let mut server = TcpStream::connect(&stage().app.config.listen)?;
            // Nothing is compressed, and a connection serves one request.
            let head = with(
                &head,
                &["connection", "accept-encoding"],
                "connection: close",
            );
            server.write_all(&[head.as_bytes(), &body].concat())?;
            server.read_to_end(&mut reply)?;
        }
        let end = reply.windows(4).position(|four| four == b"\r\n\r\n");
        let (head, said) = reply.split_at(end.map_or(0, |end| end + 4));
        request.reply = String::from_utf8_lossy(said).into_owned();
        self.seen.lock().unwrap().push(request.clone());
        match fate {
            Fate::Pass => browser.write_all(&reply),
            Fate::Cut | Fate::Lose => Ok(()),
            Fate::Alter(alter) => {
                let said = alter(request.reply);
                let length = format!("content-length: {}", said.len());
                let head = with(&String::from_utf8_lossy(head), &["content-length"], &length);
                browser.write_all(&[head.as_bytes(), said.as_bytes()].concat())
            }
        }
    }
}

/// The head and the body of a request.
fn read(browser: &TcpStream) -> io::Result<(String, Vec<u8>)> {
    let mut from = BufReader::new(browser);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if from.read_line(&mut head)? == 0 {
            return Ok((String::new(), Vec::new()));
        }
    }
    let length = head
        .lines()
        .find(|line| is(line, "content-length"))
        .map_or(0, |line| {
            line["content-length:".len()..].trim().parse().unwrap()
        });
    let mut body = vec![0; length];
    from.read_exact(&mut body)?;
    Ok((head, body))
}

/// A head without some headers and with one more.
fn with(head: &str, without: &[&str], more: &str) -> String {
    let mut lines: Vec<&str> = head.trim_end().split("\r\n").collect();
    lines.retain(|line| !without.iter().any(|name| is(line, name)));
    lines.push(more);
    lines.join("\r\n") + "\r\n\r\n"
}

fn is(line: &str, name: &str) -> bool {
    line.split_once(':')
        .is_some_and(|(header, _)| header.eq_ignore_ascii_case(name))
}
