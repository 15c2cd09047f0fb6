//! Signing in by the company: to its sign-in and back, and who somebody is here who comes from there.

mod arrive;
mod grant;

use super::link::secret;
use super::session::Entry;
use super::{Knock, hash};
use crate::app::App;
use crate::ballot::secret::{SignInSecret, derive};
use crate::company::{Asked, Doubt, Provider, Returned};
use crate::error::{Outcome, Problem};
use crate::ids::SignInId;
use crate::rate_limit::Door;
use crate::store::access::{self, Purpose};
use crate::store::act::{self, Kind};
use crate::text::Sentence;
use arrive::{Stranger, arrive};
use chrono::Duration;
use data_encoding::BASE64URL_NOPAD;

/// How long somebody has time at the company's sign-in.
const PATIENCE: Duration = Duration::minutes(10);

/// What a browser brings back from the company's sign-in.
#[derive(Default)]
pub struct Answer {
    /// What it was sent there with.
    pub state: String,
    /// The code; none if somebody was not signed in there.
    pub code: Option<String>,
    /// The sign-in that says it gave the code.
    pub issuer: Option<String>,
}

/// Somebody who came in by the company.
pub struct Arrived {
    /// What their browser gets.
    pub entry: Entry,
    /// By which the company's sign-in knows them again when they sign out.
    pub id_token: String,
}

/// Refuses what somebody does to come in otherwise, where everybody signs in by the company.
///
/// # Errors
/// That refusal.
pub(super) fn may_do_without(app: &App) -> Outcome<()> {
    match app.config.require_company_sign_in {
        true => Err(Problem::refused("problem-company-required")),
        false => Ok(()),
    }
}

/// The address of the company's sign-in to which a browser is sent; with `anew` somebody can be somebody else there than
/// before.
///
/// # Errors
/// Not found if there is none; a refusal if it does not answer, or there were too many attempts.
pub fn to_company(app: &App, knock: &Knock, browser: &str, anew: bool) -> Outcome<String> {
    let provider = provider(app, knock)?;
    let id = SignInId::new(app.seed());
    // Whoever is signed in here already comes to prove once more who they are.
    let again = anew || knock.session.is_some();
    let address = provider.door(&asked(app, &id), again, app.now());
    let address = address.map_err(|doubt| refusal(doubt.as_str()))?;
    let new = secret(app, &id, Purpose::Company, None, PATIENCE);
    app.store.write(|c| {
        access::ask(c, &new)?;
        access::ask_in(c, &id, &hash(browser))
    })?;
    Ok(address)
}

fn provider<'a>(app: &'a App, knock: &Knock) -> Outcome<&'a Provider> {
    let provider = app.company.as_ref().ok_or(Problem::NotFound)?;
    match app.doors.allow(Door::Company, knock.from, app.now()) {
        true => Ok(provider),
        false => Err(Problem::refused("problem-often")),
    }
}

/// What is asked follows from the identifier of the request and the server's key, and is stored nowhere.
fn asked(app: &App, id: &SignInId) -> Asked {
    let of = |label: &str| BASE64URL_NOPAD.encode(&derive(app.server.expose(), label, &id.bytes()));
    Asked {
        state: SignInSecret::derive(&app.server, &id.bytes()).text(),
        nonce: of("company-nonce"),
        verifier: of("company-verifier"),
    }
}

/// Lets somebody in who comes back from the company's sign-in, in the browser that was sent there.
///
/// # Errors
/// Not found if there is none; a refusal with what to do for whoever is not let in.
pub fn from_company(app: &App, knock: &Knock, browser: &str, answer: Answer) -> Outcome<Arrived> {
    let provider = provider(app, knock)?;
    let late = || refusal("late");
    let id = spend(app, &answer.state, browser)?.ok_or_else(late)?;
    let declined = || refusal(Doubt::Declined.as_str());
    let returned = Returned {
        code: answer.code.ok_or_else(declined)?,
        issuer: answer.issuer,
    };
    let somebody = provider.redeem(&returned, &asked(app, &id), app.now());
    let somebody = somebody.map_err(|doubt| doubted(app, doubt))?;
    match app.store.write(|c| arrive(app, c, knock, &somebody))? {
        Ok(entry) => Ok(Arrived {
            entry,
            id_token: somebody.id_token,
        }),
        Err(stranger) => Err(refusal(stranger.as_str())),
    }
}

/// Uses up what a browser was sent away with; `None` if that was in another browser, too long ago, or used before.
fn spend(app: &App, state: &str, browser: &str) -> Outcome<Option<SignInId>> {
    let Some(state) = SignInSecret::parse(state) else {
        return Ok(None);
    };
    app.store.write(|c| {
        let request = access::by_token(c, &state.hash(), app.now())?;
        let Some(request) = request.filter(|one| one.kind == Purpose::Company) else {
            return Ok(None);
        };
        let here = access::asked_in(c, &request.id, &hash(browser))?;
        let first = here && access::consume(c, &request.id)?;
        Ok(first.then_some(request.id))
    })
}

/// Notes what cannot be believed, unless any visitor could bring it about.
fn doubted(app: &App, doubt: Doubt) -> Problem {
    let anybody = [
        Doubt::Unreachable,
        Doubt::Declined,
        Doubt::Code,
        Doubt::OtherProvider,
    ];
    if !anybody.contains(&doubt) {
        let noted = app
            .store
            .write(|c| act::note(c, app.now(), "", Kind::CompanyRefused, doubt.as_str()));
        if let Err(problem) = noted {
            return problem;
        }
    }
    refusal(doubt.as_str())
}

/// What somebody reads who is not let in.
fn refusal(reason: &'static str) -> Problem {
    let own = [
        Doubt::Unreachable.as_str(),
        Doubt::Declined.as_str(),
        Doubt::Code.as_str(),
        "late",
    ];
    let of_people = Stranger::ALL.map(Stranger::as_str);
    match own.iter().chain(&of_people).any(|word| *word == reason) {
        true => Problem::Refused(Sentence::new(format!("problem-company-{reason}"))),
        false => Problem::Refused(Sentence::new("problem-company-doubt").with("reason", reason)),
    }
}
