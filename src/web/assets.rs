use super::reply::Failure;
use crate::assets;
use crate::error::Problem;
use actix_web::http::header;
use actix_web::{HttpResponse, web};

pub use crate::assets::url;

/// GET `/static/{hash}/{name}`.
pub async fn file(path: web::Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (_, name) = path.into_inner();
    let bytes = assets::bytes(&name).ok_or(Problem::NotFound)?;
    let kind = mime_guess::from_path(&name).first_or_octet_stream();
    Ok(HttpResponse::Ok()
        .content_type(kind.to_string())
        .insert_header((header::CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(bytes))
}
