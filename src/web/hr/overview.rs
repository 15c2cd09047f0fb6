use super::dashboard::Dashboard;
use super::groups_view::total;
use super::times::Zone;
use crate::app::App;
use crate::error::Outcome;
use crate::mail;
use crate::roster;
use crate::store::Moment;
use crate::store::wave::{State, Wave};
use crate::text::Lang;
use crate::wave;
use crate::web::reply::{Failure, on};
use crate::web::visit::Hr;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct OverviewPage {
    steps: Vec<Step>,
    dashboard: Dashboard,
    teams: usize,
    people: usize,
    queued: i64,
    sent: i64,
    lost: i64,
}

/// Something to do, or to wait for; the template words it by its kind.
#[derive(Serialize)]
struct Step {
    kind: &'static str,
    /// The wave it is about.
    wave: Option<StepWave>,
}

#[derive(Serialize)]
struct StepWave {
    id: String,
    title: String,
    /// When it opens or closes.
    when: String,
    /// How many answered, in a sentence.
    answered: String,
}

/// GET `/hr`.
pub async fn show(app: web::Data<App>, hr: Hr) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let page = on(&app, move |app| page(app, lang)).await?;
    hr.0.html(&app, "hr/overview.html", &page)
}

fn page(app: &App, lang: Lang) -> Outcome<OverviewPage> {
    let mails = mail::counts(app)?;
    let teams = roster::teams(app)?.len();
    let (zone, waves) = (Zone::of(app)?, wave::list(app)?);
    Ok(OverviewPage {
        steps: steps(app, (&waves, zone), teams > 0, lang)?,
        dashboard: Dashboard::read(app, &waves, zone, lang)?,
        teams,
        people: roster::headcount(app)?,
        queued: mails.queued,
        sent: mails.sent,
        lost: mails.lost,
    })
}

/// The waves that need somebody; without any, the roster or the next plan.
fn steps(
    app: &App,
    (waves, zone): (&[Wave], Zone),
    has_roster: bool,
    lang: Lang,
) -> Outcome<Vec<Step>> {
    let only = |kind| vec![Step { kind, wave: None }];
    if !has_roster {
        return Ok(only("import"));
    }
    let over = [State::Released, State::Lapsed, State::Off];
    let (over, mut going): (Vec<&Wave>, Vec<&Wave>) =
        waves.iter().partition(|wave| over.contains(&wave.state));
    // How the open ones go stands above.
    let open = going.iter().any(|wave| wave.state == State::Open);
    going.retain(|wave| wave.state != State::Open);
    going.sort_by_key(|wave| urgency(wave.state));
    let steps: Vec<Step> = going
        .into_iter()
        .map(|wave| step(app, wave, zone, lang))
        .collect::<Outcome<_>>()?;
    match (steps.is_empty() && !open, over.first()) {
        (false, _) => Ok(steps),
        (true, None) => Ok(only("plan")),
        (true, Some(last)) => Ok(vec![Step {
            kind: "again",
            ..step(app, last, zone, lang)?
        }]),
    }
}

/// What waits for somebody comes before what goes on by itself.
fn urgency(state: State) -> u8 {
    match state {
        State::Closed | State::Proving => 0,
        State::Draft => 1,
        State::Preparing
        | State::Frozen
        | State::Open
        | State::Released
        | State::Lapsed
        | State::Off => 2,
    }
}

fn step(app: &App, wave: &Wave, zone: Zone, lang: Lang) -> Outcome<Step> {
    let when = match wave.state {
        State::Draft | State::Preparing | State::Proving | State::Frozen => wave.opens,
        State::Open | State::Closed | State::Released | State::Lapsed | State::Off => wave.closes,
    };
    let cells = wave::overview(app, &wave.id)?.cells;
    let (kind, when) = match wave.state {
        State::Closed => closed(app, wave)?,
        state => (state.as_str(), when),
    };
    Ok(Step {
        kind,
        wave: Some(StepWave {
            id: wave.id.to_string(),
            title: wave.title.clone(),
            when: zone.words(when, lang),
            answered: total(wave, &cells, lang),
        }),
    })
}

/// What a closed wave waits for: its last ballots, its trustees, or its release.
fn closed(app: &App, wave: &Wave) -> Outcome<(&'static str, Moment)> {
    if wave.ballots_root.is_none() {
        return Ok(("settling", wave::settles(wave)));
    }
    Ok(match wave::trustees(app, wave)? {
        Some((known, _)) if known.handed() < known.needed => ("opening", wave.closes),
        _ => ("closed", wave.closes),
    })
}
