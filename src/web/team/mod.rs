//! The leader's pages: their teams, the report of one team, the conversation about it, its commitments.

pub mod commitment;
pub mod files;
mod page;

pub use page::{guide, show};

use super::reply::{Failure, on};
use super::visit::Member;
use crate::app::App;
use crate::error::Problem;
use crate::ids::WaveId;
use crate::results::{self, TeamLink};
use actix_web::{HttpResponse, web};
use serde::Serialize;

/// The wave and the node in the address of a team's page.
pub type Place = web::Path<(String, i32)>;

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

/// Reads the wave in an address.
fn wave(text: &str) -> Result<WaveId, Failure> {
    WaveId::parse(text).ok_or(Failure(Problem::NotFound))
}
