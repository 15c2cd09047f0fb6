//! As much of a web server as a provider needs.

use std::collections::BTreeMap;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

/// What is asked of the provider.
pub struct Request {
    pub path: String,
    pub authorization: String,
    pub form: BTreeMap<String, String>,
}

/// Answers each request in a thread that ends with the test; the address it is asked at.
pub fn serve(answer: impl Fn(&Request) -> (u16, String) + Send + 'static) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let Some(request) = read(&stream) else {
                continue;
            };
            let (status, body) = answer(&request);
            let head = format!(
                "HTTP/1.1 {status} Answer\r\ncontent-type: application/json\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
                body.len()
            );
            // Whoever has read enough hangs up.
            let _ = (&stream).write_all(&[head.as_bytes(), body.as_bytes()].concat());
        }
    });
    address
}

fn read(stream: &TcpStream) -> Option<Request> {
    let mut reader = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim_end() {
            "" => break,
            line => lines.push(line.to_owned()),
        }
    }
    let header = |name: &str| {
        let found = lines.iter().skip(1).find_map(|line| {
            let (key, value) = line.split_once(':')?;
            key.eq_ignore_ascii_case(name).then(|| value.trim())
        });
        found.unwrap_or_default().to_owned()
    };
    let mut body = vec![0; header("content-length").parse().unwrap_or(0)];
    reader.read_exact(&mut body).ok()?;
    Some(Request {
        path: lines.first()?.split(' ').nth(1)?.to_owned(),
        authorization: header("authorization"),
        form: serde_urlencoded::from_bytes(&body).unwrap_or_default(),
    })
}
