use super::id::{FileName, Id, Segment};
use super::reply::Failure;
use crate::assets;
use crate::error::Problem;
use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};

pub use crate::assets::url;

/// What stands for the content of a file in its address.
pub struct ContentHash(pub String);

impl Segment for ContentHash {
    const NAME: &'static str = "hash";

    fn read(text: &str) -> Option<Self> {
        Some(Self(text.to_owned()))
    }
}

/// The type of a file; that of a text says in which letters.
fn with_letters(kind: &str) -> String {
    match kind.starts_with("text/") || kind.ends_with("+xml") {
        true => format!("{kind}; charset=utf-8"),
        false => kind.to_owned(),
    }
}

/// GET `/static/{hash}/{file}`. A page of another version of the program may ask for another content than
/// there is: it is sent to the right address, which no cache may mistake for the one it asked for.
pub async fn file(
    Id(ContentHash(hash)): Id<ContentHash>,
    Id(FileName(name)): Id<FileName>,
) -> Result<HttpResponse, Failure> {
    let bytes = assets::bytes(&name).ok_or(Problem::NotFound)?;
    let address = assets::url(&name);
    if address != format!("/static/{hash}/{name}") {
        let redirect = (LOCATION, address);
        return Ok(HttpResponse::TemporaryRedirect()
            .insert_header(redirect)
            .finish());
    }
    let kind = mime_guess::from_path(&name).first_or_octet_stream();
    Ok(HttpResponse::Ok()
        .content_type(with_letters(kind.as_ref()))
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(bytes))
}
