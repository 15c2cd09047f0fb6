//! The pages of a server behind a proxy, asked over a connection from an address of one's own.

use actix_web::dev::{Service, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_LENGTH;
use actix_web::test::TestRequest;
use actix_web::{Error, HttpMessage, HttpResponse, web};
use flate2::read::GzDecoder;
use futures_util::TryStreamExt;
use futures_util::future::LocalBoxFuture;
use socket2::{Domain, Socket, Type};
use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, SocketAddr, TcpStream};
use std::task::{Context, Poll};

/// Somebody at an address of this machine, such as 127.0.0.9, who asks the server that listens there.
#[derive(Clone, Copy)]
pub struct Through {
    pub from: Ipv4Addr,
    pub server: SocketAddr,
}

impl Through {
    /// Sends a request as it stands; the reply.
    pub fn send(self, request: &[u8]) -> (StatusCode, Vec<u8>) {
        let socket = Socket::new(Domain::IPV4, Type::STREAM, None).unwrap();
        let from = SocketAddr::new(IpAddr::V4(self.from), 0);
        socket.bind(&from.into()).unwrap();
        socket.connect(&self.server.into()).unwrap();
        let mut stream = TcpStream::from(socket);
        // A server that refuses a body may hang up before it has all of it.
        let _ = stream.write_all(request);
        let mut reply = Vec::new();
        let _ = stream.read_to_end(&mut reply);
        let end = reply.windows(4).position(|four| four == b"\r\n\r\n");
        let body = reply.split_off(end.unwrap() + 4);
        let head = String::from_utf8(reply).unwrap();
        let status = head.split(' ').nth(1).unwrap().parse::<u16>().unwrap();
        let says = |words: &str| head.to_lowercase().contains(words);
        let mut plain = match says("transfer-encoding: chunked") {
            true => joined(&body),
            false => body,
        };
        if says("content-encoding: gzip") {
            let packed = std::mem::take(&mut plain);
            GzDecoder::new(&packed[..]).read_to_end(&mut plain).unwrap();
        }
        (StatusCode::from_u16(status).unwrap(), plain)
    }
}

/// The pieces of a chunked body in one.
fn joined(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    loop {
        let line = body.windows(2).position(|two| two == b"\r\n").unwrap();
        let length = std::str::from_utf8(&body[..line]).unwrap();
        let length = usize::from_str_radix(length, 16).unwrap();
        if length == 0 {
            return whole;
        }
        let start = line + 2;
        whole.extend(&body[start..start + length]);
        body = &body[start + length + 2..];
    }
}

/// A request of the suite as bytes, from somebody who takes a reply compressed, as browsers do.
async fn bytes(mut request: actix_http::Request) -> Result<Vec<u8>, PayloadError> {
    let pieces: Vec<web::Bytes> = request.take_payload().try_collect().await?;
    let body = pieces.concat();
    let mut head = format!("{} {} HTTP/1.1\r\n", request.method(), request.uri());
    let more = request.headers().iter();
    for (name, value) in more.filter(|(name, _)| *name != CONTENT_LENGTH) {
        head.push_str(&format!("{name}: {}\r\n", value.to_str().unwrap()));
    }
    let length = body.len();
    head.push_str(&format!(
        "host: gutcheck.example.org\r\nconnection: close\r\n\
         accept-encoding: gzip\r\ncontent-length: {length}\r\n\r\n"
    ));
    Ok([head.as_bytes(), &body].concat())
}

impl Service<actix_http::Request> for Through {
    type Response = ServiceResponse;
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<ServiceResponse, Error>>;

    fn poll_ready(&self, _: &mut Context<'_>) -> Poll<Result<(), Error>> {
        Poll::Ready(Ok(()))
    }

    fn call(&self, request: actix_http::Request) -> Self::Future {
        let who = *self;
        Box::pin(async move {
            let request = bytes(request).await?;
            let (status, body) = who.send(&request);
            let reply = HttpResponse::build(status).body(body);
            Ok(ServiceResponse::new(
                TestRequest::default().to_http_request(),
                reply,
            ))
        })
    }
}
