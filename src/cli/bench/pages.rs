use super::company;
use super::line::asking;
use super::load::{self, Load, broken};
use super::table::{Figure, share};
use super::yardsticks;
use super::{PageArgs, machine};
use crate::access;
use crate::app::{App, Parts};
use crate::cli::print;
use crate::config::Config;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::results;
use crate::store::{invitation, people};
use crate::web;
use chrono::Duration;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::path::Path;
use std::time::Instant;

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
pub fn run(args: &PageArgs) -> Outcome<()> {
    let name = format!("gutcheck-bench-pages-{}", std::process::id());
    let folder = match &args.data {
        Some(kept) => kept.clone(),
        None => std::env::temp_dir().join(name),
    };
    let measured = measure(args, &folder);
    if args.data.is_none() {
        let removed = std::fs::remove_dir_all(&folder);
        removed.map_err(|error| Problem::fault("bench folder", error))?;
    }
    let table: Vec<String> = table(&measured?).iter().map(Figure::line).collect();
    print(&table.concat())
}

fn measure(args: &PageArgs, folder: &Path) -> Outcome<Vec<Round>> {
    let app = actix_web::web::Data::new(app(folder)?);
    let wave = match results::released(&app)?.pop() {
        Some((kept, _)) => kept,
        None => found(&app, args)?,
    };
    let listener = web::bind(&app)?;
    let product = load::address(&listener)?;
    let served = app.clone();
    load::serve_product(served, listener);
    let bare = yardsticks::serve(folder)?;
    let requests = requests(&app, &wave)?;
    let warm = |request: &Vec<u8>| {
        load::repeat(1, product, 1, request).map(|load| load.percentile(0, 1.0))
    };
    let organisation = warm(&requests.organisation)?;
    let cold = requests.every_team.iter().map(warm);
    let cold = cold.collect::<Outcome<Vec<f64>>>()?;
    print(&format!(
        "first time: organisation page {organisation:.0} ms, then team page {:.1} ms (median of {}); \
         memory of server and clients {:.0} MiB\n",
        median(cold.clone()),
        cold.len(),
        memory()
    ))?;
    let rounds = (0..ROUNDS).map(|number| round(args, number, &requests, product, bare));
    let rounds = rounds.collect::<Outcome<Vec<Round>>>()?;
    print(&format!(
        "memory of server and clients: {:.0} MiB\n",
        memory()
    ))?;
    Ok(rounds)
}

fn found(app: &App, args: &PageArgs) -> Outcome<WaveId> {
    let started = Instant::now();
    let wave = company::found(app, args.teams, args.respondents)?;
    app.clock.run();
    print(&format!(
        "{} respondents in {} teams answered and were counted in {:.0} s\n",
        args.respondents,
        args.teams,
        started.elapsed().as_secs_f64()
    ))?;
    Ok(wave)
}

fn memory() -> f64 {
    machine::memory().unwrap_or(f64::NAN)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// A server of its own; mails stay queued, because none is delivered.
fn app(folder: &Path) -> Outcome<App> {
    let flags = vec![
        ("data", folder.display().to_string()),
        ("listen", "127.0.0.1:0".to_owned()),
        ("workers", machine::cores().to_string()),
    ];
    App::build(Config::load(None, |_| None, &flags)?, Parts::real())
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
        let cookie = session(app, &leader.email)?;
        every_team.extend(paths.iter().map(|path| asking(path, &cookie)));
        if paths.len() > most.1.len() {
            most = (cookie, paths);
        }
    }
    let (leader, paths) = most;
    let hr = session(app, "hr@bench.example")?;
    let chart = |path: &String| asking(&format!("{path}/charts/gap.svg"), &leader);
    Ok(Requests {
        every_team,
        teams: paths.iter().map(|path| asking(path, &leader)).collect(),
        charts: paths.iter().map(chart).collect(),
        organisation: asking(&format!("/hr/waves/{wave}/organisation"), &hr),
    })
}

/// The cookie of somebody who is signed in.
fn session(app: &App, email: &str) -> Outcome<String> {
    let link = access::operator_link(app, email, Duration::hours(1))?;
    let token = link.rsplit('/').next().unwrap_or_default();
    let secret = access::follow(app, token, None)?;
    Ok(format!(
        "session={}",
        secret.ok_or_else(|| broken("no session"))?
    ))
}

fn round(
    args: &PageArgs,
    number: usize,
    requests: &Requests,
    product: SocketAddr,
    bare: SocketAddr,
) -> Outcome<Round> {
    let load = machine::load().unwrap_or_else(|| "unknown".to_owned());
    print(&format!("round {} of {ROUNDS}, load {load}\n", number + 1))?;
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
            &asking(yardsticks::HELLO, ""),
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
