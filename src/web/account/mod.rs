//! Accounts: one's own, those of others for administrators, and who may see what.

pub mod factor;
pub mod others;
pub mod own;
pub mod roles;

use super::reply::{Failure, Jar, see_other};
use crate::app::App;
use crate::error::Problem;
use actix_web::{HttpResponse, web};

/// Sends the browser on with the new secret of its session.
fn renewed(
    app: &web::Data<App>,
    mut response: HttpResponse,
    session: String,
) -> Result<HttpResponse, Failure> {
    let cookie = Jar::Session.cookie(app, session);
    response
        .add_cookie(&cookie)
        .map_err(|error| Problem::fault("cookie", error))?;
    Ok(response)
}

/// The address of one's own account.
const OWN: &str = "/account";

fn back() -> HttpResponse {
    see_other(OWN)
}
