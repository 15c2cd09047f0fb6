//! Pages: the route table, extractors that say who may call, one file for each page family.

mod account;
mod answer;
mod asked;
mod asker;
mod assets;
mod audit;
mod ballot;
mod body;
mod changes;
mod commitment;
mod company;
mod compress;
mod data;
mod download;
mod face;
mod form;
mod front;
mod hr;
mod id;
mod letterhead;
mod mailbox;
mod mend;
mod middleware;
mod page;
mod parts;
mod password;
mod public;
mod questionnaire;
mod reply;
mod report;
mod retention;
mod routes;
mod settings;
mod setup;
mod sign_in;
mod sign_in_again;
mod stop;
mod teams;
mod trustee;
mod viewer;
mod visit;
mod visitor;
mod wanted;

pub use routes::{Address, table};

use crate::app::App;
use crate::error::{Outcome, Problem};
use actix_web::body::MessageBody;
use actix_web::dev::{Server, ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, from_fn};
use actix_web::{App as Pages, HttpServer, web};
use std::net::TcpListener;

/// Binds the address that the settings name.
pub fn bind(app: &App) -> Outcome<TcpListener> {
    TcpListener::bind(&app.config.listen)
        .map_err(|error| Problem::fault(format!("listen on {}", app.config.listen), error))
}

/// All pages, as a service that can also be called without a network.
pub fn pages(
    app: web::Data<App>,
) -> Pages<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    Pages::new()
        .app_data(app)
        .configure(routes::routes)
        .wrap(from_fn(middleware::around))
        .wrap(from_fn(mend::mend))
        .wrap(Compress::default())
}

/// Serves pages until the process is told to stop, once it is awaited.
pub fn server(app: web::Data<App>, listener: TcpListener) -> Outcome<Server> {
    let workers = app.config.workers;
    let server = HttpServer::new(move || pages(app.clone()))
        .workers(workers)
        .listen(listener)
        .map_err(|error| Problem::fault("listen", error))?;
    Ok(server.run())
}
