//! The teams that somebody leads.

use super::reply::{Failure, on};
use super::visit::Member;
use crate::app::App;
use crate::results::{self, TeamLink};
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct TeamsPage {
    teams: Vec<TeamLink>,
}

/// GET `/teams`.
pub async fn list(app: web::Data<App>, member: Member) -> Result<HttpResponse, Failure> {
    let person = member.viewer.person.id.clone();
    let teams = on(&app, move |app| results::teams(app, &person)).await?;
    member.visit.html(&app, "teams.html", &TeamsPage { teams })
}
