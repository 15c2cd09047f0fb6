//! Plain HTTP/1.1 over a connection that is kept, with as little work for the client as can be: it runs on the
//! processors that the server is measured on.
//!
//! Of our own, because a ballot's second request is made of the reply to its first, which `oha` cannot do, and
//! because `oha` or `goose` as a library brings 200 crates and more, where this needs none that the product has not.

use crate::load::fault;
use gutcheck::error::Outcome;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Room for a reply; a longer one makes it grow.
const REPLY: usize = 16 * 1024;

/// A connection that is kept.
pub struct Connection {
    stream: TcpStream,
    received: Vec<u8>,
}

impl Connection {
    /// Connects.
    pub async fn open(server: SocketAddr) -> Outcome<Self> {
        let stream = TcpStream::connect(server).await.map_err(fault)?;
        stream.set_nodelay(true).map_err(fault)?;
        Ok(Self {
            stream,
            received: Vec::with_capacity(REPLY),
        })
    }

    /// Sends a request; the body of the reply.
    ///
    /// # Errors
    /// A fault for a broken connection and for every reply but 200.
    pub async fn ask(&mut self, request: &[u8]) -> Outcome<&[u8]> {
        self.stream.write_all(request).await.map_err(fault)?;
        self.received.clear();
        let (start, end) = loop {
            let more = self.stream.read_buf(&mut self.received).await;
            if more.map_err(fault)? == 0 {
                return Err(fault("the server hung up"));
            }
            match body_in(&self.received)? {
                Some((start, end)) if self.received.len() >= end => break (start, end),
                _ => {}
            }
        };
        Ok(self.received.get(start..end).unwrap_or_default())
    }
}

/// Where the body of a reply begins and ends; `None` while its head is not complete.
fn body_in(received: &[u8]) -> Outcome<Option<(usize, usize)>> {
    const END: &[u8] = b"\r\n\r\n";
    let Some(head) = received.windows(END.len()).position(|four| four == END) else {
        return Ok(None);
    };
    let text = String::from_utf8_lossy(received.get(..head).unwrap_or_default());
    let length = text.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        let is_length = name.eq_ignore_ascii_case("content-length");
        value.trim().parse::<usize>().ok().filter(|_| is_length)
    });
    match length {
        Some(length) if text.starts_with("HTTP/1.1 200 ") => {
            let start = head + END.len();
            Ok(Some((start, start + length)))
        }
        _ => Err(fault(&text)),
    }
}

/// A request for a page, by somebody with this cookie, whose browser takes it compressed as all do.
pub fn page(path: &str, cookie: &str) -> Vec<u8> {
    format!(
        "GET {path} HTTP/1.1\r\nhost: localhost\r\naccept-encoding: gzip\r\ncookie: {cookie}\r\n\r\n"
    )
    .into_bytes()
}

/// A request as it is sent; a body is JSON.
pub fn request(method: &str, path: &str, body: &[u8]) -> Vec<u8> {
    let length = body.len();
    let head = format!(
        "{method} {path} HTTP/1.1\r\nhost: localhost\r\n\
         content-type: application/json\r\ncontent-length: {length}\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}
