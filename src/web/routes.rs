//! Every address there is, by who may use it.

use super::account::{factor, others, own, roles};
use super::hr::{
    asked, columns, compare, eyes, group, leaders, log, overview, people, preview, readers,
    reports, resend, roster, series, slips, team as hr_team, wave, waves,
};
use super::reply::{Failure, see_other};
use super::report::{OfOrganisation, OfTeam, Subject, files, organisation, share, slides, team};
use super::{
    answer, assets, audit, ballot, commitment, company, data, face, front, mailbox, parts,
    password, public, retention, settings, setup, sign_in, sign_in_again, stop, teams, trustee,
    viewer,
};
use crate::app::App;
use crate::error::Problem;
use actix_web::http::Method;
use actix_web::web::{self, ServiceConfig};
use actix_web::{FromRequest, Handler, HttpRequest, HttpResponse, Resource, Responder, guard};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// An address: what is done there, and whether that is written to the log.
pub struct Address {
    /// The path, with the names of its variable parts in braces.
    pub pattern: String,
    /// Requests to it are logged, by the pattern. Those by which people answer, and those whose path holds a
    /// secret, are not.
    pub logged: bool,
    /// How it is asked; `GET` stands for `HEAD` too.
    pub methods: Vec<Method>,
    resource: Resource,
}

fn at(pattern: impl Into<String>) -> Address {
    let pattern = pattern.into();
    Address {
        resource: web::resource(pattern.as_str()),
        logged: true,
        methods: Vec::new(),
        pattern,
    }
}

impl Address {
    fn unlogged(mut self) -> Self {
        self.logged = false;
        self
    }

    fn get<F, Args>(mut self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.methods.push(Method::GET);
        let get_or_head = guard::Any(guard::Get()).or(guard::Head());
        let route = web::route().guard(get_or_head).to(handler);
        self.resource = self.resource.route(route);
        self
    }

    fn post<F, Args>(mut self, handler: F) -> Self
    where
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        self.methods.push(Method::POST);
        self.resource = self.resource.route(web::post().to(handler));
        self
    }

    fn has_page(&self) -> bool {
        self.methods.contains(&Method::GET)
    }

    /// Where a form is only sent to, a page that was refused can be opened again: that leads to the page that the form is
    /// on, which is the next one above. What is not logged is asked by scripts.
    fn with_a_way_back(mut self, pages: &BTreeSet<String>) -> Self {
        if self.logged && !self.has_page() {
            let ends = self.pattern.rmatch_indices('/').map(|(end, _)| end);
            let mut above = ends.filter_map(|end| self.pattern.get(..end));
            let page = above.find(|page| pages.contains(*page));
            let parts = page.map_or(0, |page| page.matches('/').count());
            let back = move |request: HttpRequest| async move { back(&request, parts) };
            self.resource = self.resource.route(web::get().to(back));
        }
        self
    }
}

/// Leads to the page that is named by the first parts of an address, and there to the part named by the next.
fn back(request: &HttpRequest, parts: usize) -> HttpResponse {
    // Whoever types a code has asked for it on the page before.
    if request.path() == "/sign-in/code" {
        return see_other("/sign-in/sent");
    }
    let mut names = request.uri().path().split('/').skip(1);
    let page: Vec<&str> = names.by_ref().take(parts).collect();
    let part = names.next().unwrap_or_default();
    see_other(&format!("/{}#{part}", page.join("/")))
}

/// The table of contents of the server.
pub fn table() -> Vec<Address> {
    let mut table = visitor();
    table.extend(respondent());
    table.extend(signing_in());
    table.extend(account());
    table.extend(leader());
    table.extend(partner());
    table.extend(hr());
    table
}

/// Gives the table to the server.
pub fn routes(cfg: &mut ServiceConfig) {
    let table = table();
    let pages = table.iter().filter(|address| address.has_page());
    let pages: BTreeSet<String> = pages.map(|address| address.pattern.clone()).collect();
    for address in table {
        cfg.service(address.with_a_way_back(&pages).resource);
    }
    cfg.default_service(web::to(nowhere));
}

/// Whether requests to a pattern of the table are logged.
pub fn is_logged(pattern: &str) -> bool {
    static UNLOGGED: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let unlogged = table().into_iter().filter(|address| !address.logged);
        unlogged.map(|address| address.pattern).collect()
    });
    !UNLOGGED.contains(pattern)
}

fn visitor() -> Vec<Address> {
    vec![
        at("/").get(front::show),
        at("/gut-check/{role}")
            .unlogged()
            .get(front::gut_check)
            .post(front::profile),
        // The answer page fetches its script and its styles here.
        at("/static/{hash}/{file}").unlogged().get(assets::file),
        // Pages on which people answer show the logo.
        at("/face/{hash}/{file}").unlogged().get(face::file),
        at("/health").get(healthy),
        at("/mailbox").get(mailbox::list),
        at("/mailbox/{number}").get(mailbox::show),
    ]
}

fn respondent() -> Vec<Address> {
    let addresses = [
        // What a link becomes on its way leads here too, see `mend`.
        at("/a").get(ballot::page),
        at("/kiosk").get(ballot::page),
        at("/trustee").get(ballot::trustee),
        at("/trustee/ask").post(trustee::ask),
        at("/trustee/prove").post(trustee::prove),
        at("/trustee/canary").post(trustee::canary),
        at("/trustee/ballots").post(trustee::ballots),
        at("/trustee/shares").post(trustee::shares),
        at("/promise").post(ballot::promise),
        at("/group").post(ballot::group),
        at("/issue").post(ballot::issue),
        at("/ballot").post(ballot::cast),
        at("/wave/{root}").get(public::show),
        at("/wave/{root}/record.json").get(public::record),
        at("/wave/{root}/ballots.txt").get(public::ballots),
        at("/answer/{token}").get(answer::show).post(answer::send),
        at("/leader/{token}")
            .get(answer::show_leader)
            .post(answer::send_leader),
        at("/stop/{token}").get(stop::show).post(stop::send),
        at("/shared/{token}").get(share::show),
    ];
    addresses.into_iter().map(Address::unlogged).collect()
}

fn signing_in() -> Vec<Address> {
    vec![
        at("/setup").get(setup::show).post(setup::send),
        at("/sign-in").get(sign_in::show).post(sign_in::ask),
        at("/sign-in/sent").get(sign_in::sent),
        at("/sign-in/code").post(sign_in::code),
        at("/sign-in/password").post(sign_in::password),
        at("/sign-in/factor")
            .get(sign_in::factor)
            .post(sign_in::enter_factor),
        at("/sign-in/again")
            .get(sign_in_again::show)
            .post(sign_in_again::prove),
        at("/sign-in/forgotten")
            .get(password::forgotten)
            .post(password::ask),
        at("/sign-in/forgotten/sent").get(password::sent),
        at("/password/{token}")
            .unlogged()
            .get(password::show)
            .post(password::set),
        at("/sign-in/link/{token}")
            .unlogged()
            .get(sign_in::link)
            .post(sign_in::follow),
        at("/sign-in/company").get(company::go),
        at("/sign-in/company/back").get(company::back),
        at("/sign-out").get(company::gone).post(sign_in::out),
    ]
}

/// One's own account and who may see what; the accounts of others for administrators.
fn account() -> Vec<Address> {
    vec![
        at("/roles").get(roles::show),
        at("/account").get(own::show),
        at("/account/password").post(own::password),
        at("/account/factor")
            .get(factor::show)
            .post(factor::confirm),
        at("/account/recovery").post(factor::recovery),
        at("/account/sessions/end-others").post(own::end_others),
        at("/account/sessions/{session}/end").post(own::end),
        at("/accounts").get(others::list).post(others::invite),
        at("/accounts/{person}").get(others::show),
        at("/accounts/{person}/roles").post(others::reform),
        at("/accounts/{person}/invite").post(others::invite_again),
        at("/accounts/{person}/factor").post(others::drop_factor),
        at("/accounts/{person}/untie").post(others::untie),
        at("/accounts/{person}/sign-out").post(others::sign_out),
        at("/sessions/end-all").post(others::sign_out_all),
        at("/accounts/{person}/remove").post(others::remove),
        at("/settings").get(settings::show).post(settings::change),
        at("/settings/logo").post(settings::logo),
        at("/settings/logo/remove").post(settings::remove_logo),
        at("/audit").get(audit::list),
        at("/account/data.json").get(own::data),
        at("/retention").get(retention::show),
        at("/data").get(data::list),
        at("/data/{person}").get(data::show),
        at("/data/{person}/copy.json").get(data::copy),
        at("/data/{person}/erase").post(data::erase),
    ]
}

fn partner() -> Vec<Address> {
    let mut addresses = vec![
        at("/parts").get(parts::list),
        at("/parts/compare").get(compare::of_parts),
        at("/parts/{wave}/readers").get(readers::of_parts),
        at("/parts/{wave}/readers.csv").get(readers::csv_of_parts),
        at("/parts/{wave}/{node}").get(parts::show),
    ];
    addresses.extend(report_files::<viewer::OfPart>("/parts/{wave}/{node}"));
    addresses
}

fn leader() -> Vec<Address> {
    let mut addresses = vec![
        at("/teams").get(teams::list),
        at("/teams/{wave}/{node}").get(team::show),
        at("/teams/{wave}/{node}/guide").get(team::guide),
        at("/teams/{wave}/{node}/slides").get(slides::show),
        at("/teams/{wave}/{node}/share").post(share::begin),
        at("/teams/{wave}/{node}/share/end").post(share::end),
        at("/teams/{wave}/{node}/commitments").post(commitment::add),
        at("/teams/{wave}/{node}/commitments/{commitment}/renegotiate")
            .post(commitment::renegotiate),
        at("/teams/{wave}/{node}/commitments/{commitment}/take-back").post(commitment::take_back),
    ];
    addresses.extend(report_files::<OfTeam>("/teams/{wave}/{node}"));
    addresses
}

fn hr() -> Vec<Address> {
    let mut addresses = vec![
        at("/hr").get(overview::show),
        at("/hr/log").get(log::show),
        at("/hr/log.csv").get(log::csv),
        at("/hr/roster").get(roster::show),
        at("/hr/roster/sample.csv").get(roster::sample),
        at("/hr/roster/import").post(roster::upload),
        at("/hr/roster/import/{import}")
            .get(roster::preview)
            .post(roster::apply),
        at("/hr/roster/import/{import}/columns")
            .get(columns::show)
            .post(columns::assign),
        at("/hr/roster/import/{import}/rest.csv").get(roster::rest),
        at("/hr/roster/undo").post(roster::undo),
        at("/hr/roster/roster.csv").get(roster::download),
        at("/hr/roster/people").get(people::list).post(people::add),
        at("/hr/roster/people/new").get(people::new),
        at("/hr/roster/people/{person}")
            .get(people::show)
            .post(people::change),
        at("/hr/roster/people/{person}/leave").post(people::leave),
        at("/hr/roster/teams/{team}").get(hr_team::show),
        at("/hr/roster/teams/{team}/move").post(hr_team::relocate),
        at("/hr/roster/teams/{team}/close").post(hr_team::close),
        at("/hr/organisation").get(organisation::latest),
        at("/hr/compare").get(compare::show),
        at("/hr/waves").get(waves::list).post(waves::plan),
        at("/hr/waves/new").get(waves::new),
        at("/hr/waves/{wave}").get(wave::show),
        at("/hr/waves/{wave}/preview").get(preview::index),
        at("/hr/waves/{wave}/preview/public").get(preview::public),
        at("/hr/waves/{wave}/preview/{role}").get(preview::show),
        at("/hr/waves/{wave}/preview/{role}/thanks").get(preview::thanks),
        at("/hr/waves/{wave}/preview/mail/{mail}")
            .get(preview::letter)
            .post(preview::try_out),
        at("/hr/waves/{wave}/preview/mail/{mail}/{file}").get(preview::markup),
        at("/hr/waves/{wave}/change").post(wave::change),
        at("/hr/waves/{wave}/counting").post(wave::group),
        at("/hr/waves/{wave}/counting/advice").post(wave::advice),
        at("/hr/waves/{wave}/drop").post(wave::drop),
        at("/hr/waves/{wave}/launch").post(wave::launch),
        at("/hr/waves/{wave}/confirm").post(eyes::confirm),
        at("/hr/waves/{wave}/send-back").post(eyes::send_back),
        at("/hr/waves/{wave}/slips").post(slips::print),
        at("/hr/waves/{wave}/extend").post(wave::extend),
        at("/hr/waves/{wave}/add").post(wave::add),
        at("/hr/waves/{wave}/close").post(wave::close),
        at("/hr/waves/{wave}/call-off").post(wave::call_off),
        at("/hr/waves/{wave}/release").post(wave::release),
        at("/hr/waves/{wave}/retake").post(wave::retake),
        at("/hr/waves/{wave}/mail-again").post(wave::mail_again),
        at("/hr/waves/{wave}/people")
            .get(asked::list)
            .post(asked::search),
        at("/hr/waves/{wave}/people/{person}")
            .get(asked::show)
            .post(asked::correct),
        at("/hr/waves/{wave}/hand-on").post(leaders::hand_on),
        at("/hr/waves/{wave}/remind-leaders").post(leaders::remind),
        at("/hr/waves/{wave}/mail-one")
            .get(resend::show)
            .post(resend::send),
        at("/hr/waves/{wave}/shares/{share}/end").post(share::end_for),
        at("/hr/waves/{wave}/repeat").post(series::repeat),
        at("/hr/waves/{wave}/skip").post(series::skip),
        at("/hr/waves/{wave}/pause").post(series::pause),
        at("/hr/waves/{wave}/resume").post(series::resume),
        at("/hr/waves/{wave}/end").post(series::end),
        at("/hr/waves/{wave}/organisation").get(organisation::show),
        at("/hr/waves/{wave}/groups/{node}").get(group::show),
        at("/hr/waves/{wave}/readers").get(readers::list),
        at("/hr/waves/{wave}/readers.csv").get(readers::csv),
        at("/hr/waves/{wave}/reports")
            .get(reports::show)
            .post(reports::pack),
        at("/hr/waves/{wave}/reports.zip").get(reports::fetch),
    ];
    addresses.extend(report_files::<OfOrganisation>("/hr/waves/{wave}"));
    let group = report_files::<group::OfGroup>("/hr/waves/{wave}/groups/{node}");
    addresses.extend(group);
    addresses
}

/// A report as files, below an address that names it.
fn report_files<S: Subject>(base: &str) -> [Address; 5] {
    let below = |file: &str| at(format!("{base}/{file}"));
    [
        below("report.pdf").get(files::pdf::<S>),
        below("report.xlsx").get(files::xlsx::<S>),
        below("results.csv").get(files::csv::<S>),
        below("results.json").get(files::json::<S>),
        below("charts/{file}").get(files::chart::<S>),
    ]
}

const PLAIN: &str = "text/plain; charset=utf-8";

/// 503 if a thread that does what falls due is dead or stuck: whoever watches the process may start it anew.
async fn healthy(app: web::Data<App>) -> HttpResponse {
    match app.ill().as_slice() {
        [] => HttpResponse::Ok().content_type(PLAIN).body("ok"),
        ill => HttpResponse::ServiceUnavailable()
            .content_type(PLAIN)
            .body(format!("not working: {}", ill.join(", "))),
    }
}

async fn nowhere() -> Result<HttpResponse, Failure> {
    Err(Failure(Problem::NotFound))
}
