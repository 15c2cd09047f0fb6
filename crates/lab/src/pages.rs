use crate::connection;
use crate::figure::{self, Figure, share};
use crate::load::{self, Load, fault};
use crate::organisation::HR_ADDRESS;
use crate::server::{self, Folder};
use crate::{at_least_one, machine, released, yardsticks};
use actix_web::web::Data;
use chrono::Duration;
use gutcheck::access;
use gutcheck::app::App;
use gutcheck::error::Outcome;
use gutcheck::ids::{PersonId, WaveId};
use gutcheck::results;
use gutcheck::store::{invitation, people};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Instant;

/// How large the organisation is, and how much is asked.
#[derive(clap::Args)]
pub struct Args {
    /// People who answered
    #[arg(long, default_value_t = 100_000, value_parser = at_least_one)]
    respondents: usize,
    /// Teams that they are in
    #[arg(long, default_value_t = 1_000, value_parser = at_least_one)]
    teams: usize,
    /// Connections that ask at the same time
    #[arg(long, default_value_t = 32, value_parser = at_least_one)]
    clients: usize,
    /// Requests for the team page in each of the five rounds; a tenth of that for the other pages
    #[arg(long, default_value_t = 20_000, value_parser = at_least_one)]
    requests: usize,
    /// A folder to fill and keep, or one that an earlier run has filled; else a new one, removed at the end
    #[arg(long)]
    data: Option<PathBuf>,
}

/// Odd, so that one of them is the median.
const ROUNDS: usize = 5;

/// What one round measured.
struct Round {
    team: Load<1>,
    organisation: Load<1>,
    chart: Load<1>,
    hello: Load<1>,
}

/// The requests of signed-in people.
struct Requests {
    /// Of each leader, for each of their teams.
    every_team: Vec<Vec<u8>>,
    /// Of the leader with the most teams.
    teams: Vec<Vec<u8>>,
    charts: Vec<Vec<u8>>,
    organisation: Vec<u8>,
}

/// Measures the pages of a released wave, beside a bare server.
pub fn run(args: &Args) -> Outcome<()> {
    let folder = args.data.clone();
    let folder = folder.map_or_else(Folder::temporary, Folder::kept);
    figure::print(&table(&measure(args, &folder)?));
    Ok(())
}

fn measure(args: &Args, folder: &Folder) -> Outcome<Vec<Round>> {
    let app = Data::new(server::app(folder, server::listening())?);
    let wave = match results::released(&app)?.pop() {
        Some((kept, _)) => kept,
        None => release(&app, args)?,
    };
    let product = server::serve(&app)?;
    let bare = yardsticks::serve(folder.path())?;
    let requests = requests(&app, &wave)?;
    let first = |request: &Vec<u8>| {
        load::repeat(1, product, 1, request).map(|load| load.percentile(0, 1.0))
    };
    let organisation = first(&requests.organisation)?;
    let teams = requests.every_team.iter().map(first);
    let teams = teams.collect::<Outcome<Vec<f64>>>()?;
    println!(
        "first time: organisation page {organisation:.0} ms, then team page {:.1} ms (median of {})",
        median(teams.clone()),
        teams.len(),
    );
    print_memory();
    let rounds = (0..ROUNDS).map(|number| round(args, number, &requests, product, bare));
    let rounds = rounds.collect::<Outcome<Vec<Round>>>()?;
    print_memory();
    Ok(rounds)
}

fn release(app: &App, args: &Args) -> Outcome<WaveId> {
    let started = Instant::now();
    let wave = released::wave(app, args.teams, args.respondents)?;
    println!(
        "{} respondents in {} teams answered and were counted in {:.0} s",
        args.respondents,
        args.teams,
        started.elapsed().as_secs_f64()
    );
    Ok(wave)
}

fn print_memory() {
    let memory = machine::memory().unwrap_or(f64::NAN);
    println!("memory of server and clients: {memory:.0} MiB");
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

fn requests(app: &App, wave: &WaveId) -> Outcome<Requests> {
    let mut led: BTreeMap<PersonId, Vec<String>> = BTreeMap::new();
    for form in app.store.read(|c| invitation::leader_forms(c, wave))? {
        let path = format!("/teams/{wave}/{}", form.node);
        led.entry(form.person).or_default().push(path);
    }
    let mut most = (String::new(), Vec::new());
    let mut every_team = Vec::new();
    for (leader, paths) in led {
        let leader = app.store.read(|c| people::person(c, &leader))?;
        let cookie = session(app, &leader.email.unwrap_or_default())?;
        every_team.extend(paths.iter().map(|path| connection::page(path, &cookie)));
        if paths.len() > most.1.len() {
            most = (cookie, paths);
        }
    }
    let (leader, paths) = most;
    let hr = session(app, HR_ADDRESS)?;
    let chart = |path: &String| connection::page(&format!("{path}/charts/gap.svg"), &leader);
    Ok(Requests {
        every_team,
        teams: paths
            .iter()
            .map(|path| connection::page(path, &leader))
            .collect(),
        charts: paths.iter().map(chart).collect(),
        organisation: connection::page(&format!("/hr/waves/{wave}/organisation"), &hr),
    })
}

/// The cookie of somebody who is signed in.
fn session(app: &App, email: &str) -> Outcome<String> {
    let link = access::operator_link(app, email, Duration::hours(1))?;
    let token = link.rsplit('/').next().unwrap_or_default();
    let entry = access::follow(app, &access::Knock::inside(), token, None)?;
    Ok(format!(
        "session={}",
        entry.ok_or_else(|| fault("no session"))?.secret
    ))
}

fn round(
    args: &Args,
    number: usize,
    requests: &Requests,
    product: SocketAddr,
    bare: SocketAddr,
) -> Outcome<Round> {
    println!("round {} of {ROUNDS}, load {}", number + 1, machine::load());
    let each = |some: &[Vec<u8>], count| {
        let jobs: Vec<&Vec<u8>> = some.iter().cycle().take(count).collect();
        load::run(args.clients, product, &jobs, async |request, line| {
            let started = Instant::now();
            line.ask(request).await?;
            Ok([started.elapsed()])
        })
    };
    let one = std::slice::from_ref(&requests.organisation);
    Ok(Round {
        team: each(&requests.teams, args.requests)?,
        organisation: each(one, args.requests / 10)?,
        chart: each(&requests.charts, args.requests / 10)?,
        hello: load::repeat(
            args.clients,
            bare,
            args.requests,
            &connection::page(yardsticks::HELLO, ""),
        )?,
    })
}

fn table(rounds: &[Round]) -> Vec<Figure> {
    let figure = |name, of: fn(&Round) -> f64| Figure::new(name, rounds.iter().map(of));
    vec![
        Figure::heading("what the product does"),
        figure("team page, /s", |r| r.team.rate()),
        figure("team page, p50 ms", |r| r.team.percentile(0, 0.5)),
        figure("team page, p99 ms (goal 20)", |r| {
            r.team.percentile(0, 0.99)
        }),
        figure("organisation page, /s", |r| r.organisation.rate()),
        figure("organisation page, p50 ms", |r| {
            r.organisation.percentile(0, 0.5)
        }),
        figure("organisation page, p99 ms", |r| {
            r.organisation.percentile(0, 0.99)
        }),
        figure("chart as SVG, /s", |r| r.chart.rate()),
        figure("chart as SVG, p50 ms", |r| r.chart.percentile(0, 0.5)),
        figure("chart as SVG, p99 ms", |r| r.chart.percentile(0, 0.99)),
        Figure::heading("what the machine allows"),
        figure("bare hello, /s", |r| r.hello.rate()),
        figure("bare hello, p99 ms", |r| r.hello.percentile(0, 0.99)),
        Figure::heading("ratios, round by round"),
        figure("team page to bare hello, % (goal 25)", |r| {
            share(r.team.rate(), r.hello.rate())
        }),
        figure("organisation page to bare hello, %", |r| {
            share(r.organisation.rate(), r.hello.rate())
        }),
        figure("chart to bare hello, %", |r| {
            share(r.chart.rate(), r.hello.rate())
        }),
    ]
}
