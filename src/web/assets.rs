use super::reply::Failure;
use crate::error::Problem;
use actix_web::http::header;
use actix_web::{HttpResponse, web};
use data_encoding::HEXLOWER;
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// The address of a file in `static/`; it changes with the content, so browsers may keep it for ever.
pub fn url(name: &str) -> String {
    let hash = Files::get(name)
        .map(|file| file.metadata.sha256_hash())
        .unwrap_or_default();
    let short = hash.get(..6).unwrap_or_default();
    format!("/static/{}/{name}", HEXLOWER.encode(short))
}

/// GET `/static/{hash}/{name}`.
pub async fn file(path: web::Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (_, name) = path.into_inner();
    let file = Files::get(&name).ok_or(Problem::NotFound)?;
    let kind = mime_guess::from_path(&name).first_or_octet_stream();
    Ok(HttpResponse::Ok()
        .content_type(kind.to_string())
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(file.data.into_owned()))
}
