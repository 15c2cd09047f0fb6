use crate::access;
use crate::app::App;
use crate::store::access::Role;
use crate::web::reply::{Failure, on};
use crate::web::visit::Member;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct RolesPage {
    roles: Vec<RoleCard>,
}

#[derive(Serialize)]
struct RoleCard {
    role: &'static str,
    holders: Vec<(String, String)>,
}

/// GET `/roles`: who may see what, for everybody who is signed in.
pub async fn show(app: web::Data<App>, member: Member) -> Result<HttpResponse, Failure> {
    let known = on(&app, access::who_may_see_what).await?;
    let roles = known
        .into_iter()
        .map(|known| RoleCard {
            role: Role::as_str(known.role),
            holders: known
                .holders
                .into_iter()
                .map(|(name, parts)| (name, parts.join(", ")))
                .collect(),
        })
        .collect();
    member
        .visit
        .html(&app, "account/roles.html", &RolesPage { roles })
}
