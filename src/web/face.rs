//! The organisation's own face on pages: name, logo, accent and links, and the two files that carry it.

use super::assets::ContentHash;
use super::id::{FileName, Id};
use super::reply::{Failure, on};
use crate::app::{App, House};
use crate::error::Problem;
use crate::text::contact_href;
use actix_web::http::header::{CACHE_CONTROL, LOCATION};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// What every page shows of the house.
#[derive(Serialize)]
pub struct Facade {
    name: Option<String>,
    logo: Option<Picture>,
    style: Option<String>,
    contact_name: String,
    contact: String,
    /// Where the contact leads.
    contact_href: String,
    imprint: String,
    privacy: String,
}

#[derive(Serialize)]
struct Picture {
    url: String,
    width: i32,
    height: i32,
}

impl From<&House> for Facade {
    fn from(house: &House) -> Self {
        let face = &house.face;
        let picture = |url: &str| Picture {
            url: url.to_owned(),
            width: face.logo_width,
            height: face.logo_height,
        };
        let known = house.organisation.as_ref();
        Self {
            name: known.map(|known| known.name.clone()),
            logo: house.logo.as_ref().map(|logo| picture(&logo.url)),
            style: house.style.as_ref().map(|style| style.url.clone()),
            contact_name: face.contact_name.clone(),
            contact_href: contact_href(&face.contact),
            contact: face.contact.clone(),
            imprint: face.imprint.clone(),
            privacy: face.privacy.clone(),
        }
    }
}

/// GET `/face/{hash}/{file}`. Whoever asks for content that is no more is sent to the one there is, which no cache may
/// mistake for it.
pub async fn file(
    app: web::Data<App>,
    Id(ContentHash(hash)): Id<ContentHash>,
    Id(FileName(name)): Id<FileName>,
) -> Result<HttpResponse, Failure> {
    let asked = format!("/face/{hash}/{name}");
    let house = on(&app, move |app| {
        let known = app.house()?;
        let files = [known.logo.as_ref(), known.style.as_ref()];
        match files.iter().flatten().any(|file| file.url == asked) {
            true => Ok(known),
            // Another node may have changed it just now.
            false => {
                app.renew_house();
                app.house()
            }
        }
    });
    let house = house.await?;
    let (kind, file) = match name.as_str() {
        "logo.png" => ("image/png", &house.logo),
        "face.css" => ("text/css; charset=utf-8", &house.style),
        _ => return Err(Failure(Problem::NotFound)),
    };
    let file = file.as_ref().ok_or(Problem::NotFound)?;
    if file.url != format!("/face/{hash}/{name}") {
        return Ok(HttpResponse::TemporaryRedirect()
            .insert_header((LOCATION, file.url.clone()))
            .finish());
    }
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((CACHE_CONTROL, "public, max-age=31536000, immutable"))
        .body(file.bytes.clone()))
}
