//! The address of whoever asks, which is used to slow guessing down and never kept.

use super::reply::Failure;
use super::visit::app;
use crate::config::Networks;
use actix_web::dev::Payload;
use actix_web::http::header::HeaderMap;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// Where a request comes from: the other end of the connection or, if that is a trusted proxy, whom it speaks for.
pub struct Visitor(pub IpAddr);

impl FromRequest for Visitor {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let peer = request.peer_addr().map(|peer| peer.ip());
        let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED));
        ready(app(request).map(|app| {
            let proxies = &app.config.trusted_proxies;
            Self(address(peer, request.headers(), proxies))
        }))
    }
}

/// Every proxy adds whom it heard from at the end, so the list is read from there, as far as it can be trusted.
fn address(peer: IpAddr, headers: &HeaderMap, proxies: &Networks) -> IpAddr {
    let lists: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .filter_map(|list| list.to_str().ok())
        .collect();
    let mut said = lists.iter().rev().flat_map(|list| list.rsplit(','));
    let mut address = peer.to_canonical();
    while proxies.contain(address) {
        match said.next().and_then(read) {
            Some(before) => address = before.to_canonical(),
            None => break,
        }
    }
    address
}

/// An address, perhaps with a port.
fn read(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let with_port = || text.parse::<SocketAddr>().map(|socket| socket.ip());
    let bare = text.trim_matches(['[', ']']).parse();
    bare.or_else(|_| with_port()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    fn seen(peer: &str, said: &[&str], proxies: &str) -> String {
        let mut headers = HeaderMap::new();
        for list in said {
            let name = HeaderName::from_static("x-forwarded-for");
            headers.append(name, HeaderValue::from_str(list).unwrap());
        }
        let peer = peer.parse().unwrap();
        address(peer, &headers, &proxies.parse().unwrap()).to_string()
    }

    #[test]
    fn only_a_trusted_proxy_can_speak_for_others() {
        let here = "127.0.0.0/8, ::1";
        assert_eq!(seen("127.0.0.1", &["192.0.2.1"], here), "192.0.2.1");
        assert_eq!(seen("127.0.0.1", &[], here), "127.0.0.1");
        assert_eq!(seen("10.0.0.1", &["192.0.2.1"], here), "10.0.0.1");
        assert_eq!(
            seen("172.17.0.1", &["192.0.2.1"], "172.16.0.0/12"),
            "192.0.2.1"
        );
        assert_eq!(
            seen("::ffff:172.17.0.1", &["192.0.2.1"], "172.16.0.0/12"),
            "192.0.2.1"
        );
    }

    #[test]
    fn what_a_visitor_makes_up_is_not_believed() {
        let inside = "10.0.0.0/8";
        for (said, address) in [
            // The visitor begins the list; the proxies add to its end.
            (&["1.1.1.1, 192.0.2.1"][..], "192.0.2.1"),
            (&["1.1.1.1, 192.0.2.1, 10.0.0.2"], "192.0.2.1"),
            (&["1.1.1.1", "192.0.2.1"], "192.0.2.1"),
            (&["1.1.1.1, nonsense"], "10.0.0.1"),
            (&["[2001:db8::1]:443"], "2001:db8::1"),
            (&["192.0.2.1:5000"], "192.0.2.1"),
        ] {
            assert_eq!(seen("10.0.0.1", said, inside), address, "{said:?}");
        }
    }
}
