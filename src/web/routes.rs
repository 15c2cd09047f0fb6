//! Every address there is, by who may use it.

use super::hr::{log, overview, preview, reports, roster, series, wave, waves};
use super::reply::Failure;
use super::team::{commitment, files};
use super::{
    answer, assets, ballot, front, mailbox, organisation, organisation_files, public, setup,
    sign_in, stop, team,
};
use crate::error::Problem;
use actix_web::web::{self, ServiceConfig, post, put, resource};
use actix_web::{HttpResponse, Route, guard};

/// The table of contents of the server.
pub fn routes(cfg: &mut ServiceConfig) {
    visitor(cfg);
    respondent(cfg);
    signing_in(cfg);
    leader(cfg);
    hr(cfg);
    cfg.default_service(web::to(nowhere));
}

fn visitor(cfg: &mut ServiceConfig) {
    cfg.service(resource("/").route(get().to(front::show)))
        .service(
            resource("/gut-check/{role}")
                .route(get().to(front::gut_check))
                .route(post().to(front::profile)),
        )
        .service(resource("/static/{hash}/{name}").route(get().to(assets::file)))
        .service(resource("/health").route(get().to(healthy)))
        .service(resource("/mailbox").route(get().to(mailbox::list)))
        .service(resource("/mailbox/{number}").route(get().to(mailbox::show)));
}

fn respondent(cfg: &mut ServiceConfig) {
    cfg.service(resource("/a").route(get().to(ballot::page)))
        .service(resource("/trustee").route(get().to(ballot::trustee)))
        .service(resource("/promise/{root}/{cell}").route(get().to(ballot::promise)))
        .service(resource("/commitments").route(post().to(ballot::commitments)))
        .service(resource("/issue").route(post().to(ballot::issue)))
        .service(resource("/ballot/{id}").route(put().to(ballot::cast)))
        .service(resource("/wave/{root}").route(get().to(public::show)))
        .service(resource("/wave/{root}/record.json").route(get().to(public::record)))
        .service(resource("/wave/{root}/ballots.txt").route(get().to(public::ballots)));
    cfg.service(
        resource("/answer/{token}")
            .route(get().to(answer::show))
            .route(post().to(answer::send)),
    )
    .service(
        resource("/leader/{token}")
            .route(get().to(answer::show_leader))
            .route(post().to(answer::send_leader)),
    )
    .service(
        resource("/stop/{text}")
            .route(get().to(stop::show))
            .route(post().to(stop::send)),
    );
}

fn signing_in(cfg: &mut ServiceConfig) {
    cfg.service(
        resource("/setup")
            .route(get().to(setup::show))
            .route(post().to(setup::send)),
    )
    .service(
        resource("/sign-in")
            .route(get().to(sign_in::show))
            .route(post().to(sign_in::ask)),
    )
    .service(resource("/sign-in/sent").route(get().to(sign_in::sent)))
    .service(resource("/sign-in/code").route(post().to(sign_in::code)))
    .service(resource("/sign-in/password").route(post().to(sign_in::password)))
    .service(
        resource("/sign-in/link/{token}")
            .route(get().to(sign_in::link))
            .route(post().to(sign_in::follow)),
    )
    .service(resource("/sign-out").route(post().to(sign_in::out)));
}

fn leader(cfg: &mut ServiceConfig) {
    cfg.service(resource("/teams").route(get().to(team::list)))
        .service(resource("/teams/{wave}/{node}").route(get().to(team::show)))
        .service(resource("/teams/{wave}/{node}/charts/{file}").route(get().to(files::chart)))
        .service(resource("/teams/{wave}/{node}/report.pdf").route(get().to(files::pdf)))
        .service(resource("/teams/{wave}/{node}/report.xlsx").route(get().to(files::xlsx)))
        .service(resource("/teams/{wave}/{node}/results.csv").route(get().to(files::csv)))
        .service(resource("/teams/{wave}/{node}/results.json").route(get().to(files::json)))
        .service(resource("/teams/{wave}/{node}/guide").route(get().to(team::guide)))
        .service(resource("/teams/{wave}/{node}/commitments").route(post().to(commitment::add)))
        .service(
            resource("/teams/{wave}/{node}/commitments/{id}/renegotiate")
                .route(post().to(commitment::renegotiate)),
        )
        .service(
            resource("/teams/{wave}/{node}/commitments/{id}/take-back")
                .route(post().to(commitment::take_back)),
        );
}

fn hr(cfg: &mut ServiceConfig) {
    cfg.service(resource("/hr").route(get().to(overview::show)))
        .service(resource("/hr/log").route(get().to(log::show)))
        .service(resource("/hr/roster").route(get().to(roster::show)))
        .service(resource("/hr/roster/sample.csv").route(get().to(roster::sample)))
        .service(resource("/hr/roster/import").route(post().to(roster::upload)))
        .service(
            resource("/hr/roster/import/{id}")
                .route(get().to(roster::preview))
                .route(post().to(roster::apply)),
        )
        .service(resource("/hr/roster/teams/{id}").route(get().to(roster::team)))
        .service(resource("/hr/organisation").route(get().to(organisation::latest)))
        .service(
            resource("/hr/waves")
                .route(get().to(waves::list))
                .route(post().to(waves::plan)),
        )
        .service(resource("/hr/waves/new").route(get().to(waves::new)))
        .service(resource("/hr/waves/{id}").route(get().to(wave::show)))
        .service(resource("/hr/waves/{id}/preview/{role}").route(get().to(preview::show)))
        .service(resource("/hr/waves/{id}/change").route(post().to(wave::change)))
        .service(resource("/hr/waves/{id}/group").route(post().to(wave::group)))
        .service(resource("/hr/waves/{id}/drop").route(post().to(wave::drop)))
        .service(resource("/hr/waves/{id}/launch").route(post().to(wave::launch)))
        .service(resource("/hr/waves/{id}/close").route(post().to(wave::close)))
        .service(resource("/hr/waves/{id}/release").route(post().to(wave::release)))
        .service(resource("/hr/waves/{id}/retake").route(post().to(wave::retake)))
        .service(resource("/hr/waves/{id}/mail-again").route(post().to(wave::mail_again)))
        .service(resource("/hr/waves/{id}/repeat").route(post().to(series::repeat)))
        .service(resource("/hr/waves/{id}/skip").route(post().to(series::skip)))
        .service(resource("/hr/waves/{id}/pause").route(post().to(series::pause)))
        .service(resource("/hr/waves/{id}/resume").route(post().to(series::resume)))
        .service(resource("/hr/waves/{id}/end").route(post().to(series::end)))
        .service(resource("/hr/waves/{id}/organisation").route(get().to(organisation::of_wave)))
        .service(
            resource("/hr/waves/{id}/charts/{file}").route(get().to(organisation_files::chart)),
        )
        .service(resource("/hr/waves/{id}/report.pdf").route(get().to(organisation_files::pdf)))
        .service(resource("/hr/waves/{id}/report.xlsx").route(get().to(organisation_files::xlsx)))
        .service(
            resource("/hr/waves/{id}/reports")
                .route(get().to(reports::show))
                .route(post().to(reports::pack)),
        )
        .service(resource("/hr/waves/{id}/reports.zip").route(get().to(reports::fetch)))
        .service(resource("/hr/waves/{id}/results.csv").route(get().to(organisation_files::csv)))
        .service(resource("/hr/waves/{id}/results.json").route(get().to(organisation_files::json)));
}

/// GET and HEAD.
fn get() -> Route {
    web::route().guard(guard::Any(guard::Get()).or(guard::Head()))
}

async fn healthy() -> HttpResponse {
    HttpResponse::Ok().body("ok")
}

async fn nowhere() -> Result<HttpResponse, Failure> {
    Err(Failure(Problem::NotFound))
}
