//! What a page is asked for behind the `?`: read here and not by the framework, so that nothing of it is logged.

use super::reply::Failure;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use serde::Serialize;
use std::future::{Ready, ready};
use url::form_urlencoded::{Serializer, parse};

/// The names and values of a query.
pub struct Asked {
    path: String,
    fields: Vec<(String, String)>,
}

/// Where a page of a long list stands in it.
#[derive(Debug, Serialize)]
pub struct Pages {
    /// The first and the last line shown, counted from 1.
    first: usize,
    last: usize,
    /// All lines.
    all: usize,
    /// The addresses of the pages beside it.
    previous: Option<String>,
    next: Option<String>,
}

impl FromRequest for Asked {
    type Error = Failure;
    type Future = Ready<Result<Self, Failure>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let fields = parse(request.query_string().as_bytes()).into_owned();
        ready(Ok(Self {
            path: request.path().to_owned(),
            fields: fields.collect(),
        }))
    }
}

impl Asked {
    /// The value of a name; empty if it is not there.
    pub fn text(&self, name: &str) -> &str {
        let mut fields = self.fields.iter();
        let found = fields.find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// All names and values.
    pub fn fields(&self) -> &[(String, String)] {
        &self.fields
    }

    /// The number of the page, from 0.
    pub fn page(&self) -> usize {
        let page: usize = self.text("page").parse().unwrap_or(1);
        page.clamp(1, 1_000_000) - 1
    }

    /// The address of the same page with another value; without it if the value is empty.
    pub fn with(&self, name: &str, value: &str) -> String {
        let mut query = Serializer::new(String::new());
        let others = self
            .fields
            .iter()
            .filter(|(known, value)| known != name && known != "page" && !value.is_empty());
        query.extend_pairs(others);
        if !value.is_empty() {
            query.append_pair(name, value);
        }
        match query.finish().as_str() {
            "" => self.path.clone(),
            query => format!("{}?{query}", self.path),
        }
    }

    /// Where the page stands among `all` lines, `each` on a page; `None` if they are all on it.
    pub fn pages(&self, all: usize, each: usize) -> Option<Pages> {
        let page = self.page();
        let first = page * each;
        (all > each || page > 0).then(|| Pages {
            first: (first + 1).min(all),
            last: (first + each).min(all),
            all,
            previous: (page > 0).then(|| self.with("page", &page.to_string())),
            next: (first + each < all).then(|| self.with("page", &(page + 2).to_string())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    async fn asked(uri: &str) -> Asked {
        let request = TestRequest::with_uri(uri).to_http_request();
        Asked::extract(&request).await.unwrap()
    }

    #[actix_web::test]
    async fn a_list_is_turned_page_by_page_with_what_was_asked_for() {
        let second = asked("/list?q=a%26b&page=2&empty=").await;
        let pages = second.pages(120, 50).unwrap();
        assert_eq!((pages.first, pages.last), (51, 100));
        assert_eq!(pages.previous.as_deref(), Some("/list?q=a%26b&page=1"));
        assert_eq!(pages.next.as_deref(), Some("/list?q=a%26b&page=3"));
        assert_eq!(second.with("q", ""), "/list");
        assert!(asked("/list").await.pages(50, 50).is_none());
        for odd in ["0", "-1", "x", "99999999999999999999"] {
            assert!(asked(&format!("/list?page={odd}")).await.page() < 1_000_000);
        }
    }
}
