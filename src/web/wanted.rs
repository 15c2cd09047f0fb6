//! The page that somebody wanted who had to sign in first. Their browser keeps its address meanwhile, and is led there
//! afterwards, if it is one of this server's.

use super::reply::Jar;
use super::visit::secret;
use crate::app::App;
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{HeaderValue, LOCATION};
use actix_web::http::{Method, StatusCode};

/// Marks an answer that sends somebody to sign in.
pub struct SignInFirst;

/// Marks the answer to whoever has signed in, and is sent to where they work.
pub struct SignedIn;

/// Keeps the address of a page that was asked for, or leads to the one that was kept.
pub fn lead<B>(app: &App, answer: &mut ServiceResponse<B>) {
    let mut marks = answer.response_mut().extensions_mut();
    let first = marks.remove::<SignInFirst>().is_some();
    let signed_in = marks.remove::<SignedIn>().is_some();
    drop(marks);
    let request = answer.request();
    let cookie = if first && request.method() == Method::GET {
        let path = request.uri().path_and_query();
        let path = path.map(|path| path.as_str().to_owned());
        path.filter(|path| is_local(path))
            .map(|path| Jar::Wanted.cookie(app, path))
    } else if signed_in && answer.status() == StatusCode::SEE_OTHER {
        let kept = secret(request, app, Jar::Wanted).filter(|path| is_local(path));
        let to = kept.and_then(|path| HeaderValue::from_str(&path).ok());
        to.map(|to| {
            answer.headers_mut().insert(LOCATION, to);
            Jar::Wanted.empty(app)
        })
    } else {
        None
    };
    if let Some(cookie) = cookie
        && let Err(error) = answer.response_mut().add_cookie(&cookie)
    {
        tracing::error!(%error, "cookie");
    }
}

/// Whether this is the address of a page here, of plain letters: nothing in it names another server.
fn is_local(path: &str) -> bool {
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "/-_.?=&".contains(letter);
    path.starts_with('/') && !path.starts_with("//") && path.chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::is_local;

    #[test]
    fn only_pages_of_this_server_are_led_to() {
        for page in ["/hr", "/teams/ab12/3/commitments", "/hr/waves?page=2&q=x"] {
            assert!(is_local(page), "{page}");
        }
        for other in [
            "",
            "hr",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/hr\r\nx: y",
            "/%2f/evil.example",
            "/a b",
            "/a;b",
            "/ä",
        ] {
            assert!(!is_local(other), "{other}");
        }
    }
}
