//! A server for the tests of the programs: it answers as it is told, on a port of its own.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;

/// The type of a page, and the policy that comes with it.
const PAGE: &str =
    "text/html\r\ncontent-security-policy: default-src 'none'; form-action 'none'; base-uri 'none'";

/// What was asked for.
pub struct Request {
    pub path: String,
    pub ticket: Option<String>,
    pub body: Vec<u8>,
}

impl Request {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

/// What is answered.
pub enum Answer {
    Json(serde_json::Value),
    Bytes(Vec<u8>),
    Text(String),
    /// A page that lets nothing out.
    Page(String),
}

/// Serves on this machine until the test ends, and gives the origin.
pub fn serve(answer: impl Fn(&Request) -> Answer + Send + Sync + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let answer = Arc::new(answer);
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            std::thread::spawn(move || one(stream, &*answer));
        }
    });
    origin
}

fn one(stream: TcpStream, answer: &dyn Fn(&Request) -> Answer) {
    let mut reader = BufReader::new(stream.try_clone().unwrap());
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).unwrap_or(0) == 0 {
            return;
        }
        if line.trim_end().is_empty() {
            break;
        }
        lines.push(line.trim_end().to_owned());
    }
    let header = |name: &str| {
        lines.iter().skip(1).find_map(|line| {
            let (known, value) = line.split_once(':')?;
            known
                .eq_ignore_ascii_case(name)
                .then(|| value.trim().to_owned())
        })
    };
    let length = header("content-length").map_or(0, |length| length.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let path = lines[0].split(' ').nth(1).unwrap().to_owned();
    let ticket = header("x-ticket");
    let (kind, bytes) = match answer(&Request { path, ticket, body }) {
        Answer::Json(value) => ("application/json", value.to_string().into_bytes()),
        Answer::Bytes(bytes) => ("application/octet-stream", bytes),
        Answer::Text(text) => ("text/plain", text.into_bytes()),
        Answer::Page(text) => (PAGE, text.into_bytes()),
    };
    let mut stream = stream;
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        bytes.len()
    );
    let _ = stream
        .write_all(head.as_bytes())
        .and_then(|()| stream.write_all(&bytes));
}
