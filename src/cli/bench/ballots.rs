use super::line::request;
use super::load::{self, Load};
use super::table::{Figure, share};
use super::vote::Vote;
use super::voters::Voters;
use super::yardsticks::{self, OpenSsl};
use super::{BallotArgs, machine};
use crate::app::{App, Parts};
use crate::ballot::IssuingKey;
use crate::cli::print;
use crate::config::Config;
use crate::error::{Outcome, Problem};
use crate::web;
use std::net::SocketAddr;
use std::path::Path;

/// Odd, so that one of them is the median.
const ROUNDS: usize = 5;

/// Requests for a page, and rows, for each ballot: they are that much faster.
const PAGES: usize = 10;
const ROWS: usize = 5;

/// What one round measured.
struct Round {
    votes: Load<2>,
    rows: Load<1>,
    page: Load<1>,
    hello: Load<1>,
    /// Private operations of the product a second, on all processors.
    signatures: f64,
    openssl: OpenSsl,
}

/// Measures how many ballots a second are signed and stored, beside what the machine allows.
pub fn run(args: &BallotArgs) -> Outcome<()> {
    let name = format!("gutcheck-bench-{}", std::process::id());
    let folder = std::env::temp_dir().join(name);
    let measured = measure(args, &folder);
    let removed = std::fs::remove_dir_all(&folder);
    let rounds = measured?;
    removed.map_err(|error| Problem::fault("bench folder", error))?;
    let table: Vec<String> = table(&rounds).iter().map(Figure::line).collect();
    print(&table.concat())?;
    print("\n* openssl signatures or bare durable POST\n")?;
    match rounds.iter().any(|round| round.openssl.sign.is_nan()) {
        true => print("The program openssl is not there: the machine's own limit is unknown.\n"),
        false => Ok(()),
    }
}

fn measure(args: &BallotArgs, folder: &Path) -> Outcome<Vec<Round>> {
    let app = actix_web::web::Data::new(app(args, folder)?);
    let voters = Voters::invite(&app, ROUNDS * args.ballots)?;
    let listener = web::bind(&app)?;
    let product = load::address(&listener)?;
    let served = app.clone();
    load::serve(|| web::serve(served, listener));
    let bare = yardsticks::serve(folder)?;
    let key = IssuingKey::generate().map_err(load::broken)?;
    let mut rounds = Vec::new();
    for number in 0..ROUNDS {
        let votes = voters.seal(&app, number, args.ballots)?;
        let load = machine::load().unwrap_or_else(|| "unknown".to_owned());
        print(&format!("round {} of {ROUNDS}, load {load}\n", number + 1))?;
        rounds.push(round(args.clients, &votes, product, bare, &key)?);
    }
    if voters.stored(&app)? != ROUNDS * args.ballots {
        let lost = "bench: ballots that were acknowledged are not in the database";
        return Err(Problem::Fault(lost.to_owned()));
    }
    Ok(rounds)
}

/// A server of its own; mails stay queued, because none is delivered.
fn app(args: &BallotArgs, folder: &Path) -> Outcome<App> {
    let flags = vec![
        ("data", folder.display().to_string()),
        ("database", args.database.clone().unwrap_or_default()),
        ("listen", "127.0.0.1:0".to_owned()),
        ("workers", machine::cores().to_string()),
    ];
    App::build(Config::load(None, |_| None, &flags)?, Parts::real())
}

/// Measures everything once, so that all figures of a round come from about the same time.
fn round(
    clients: usize,
    votes: &[Vote],
    product: SocketAddr,
    bare: SocketAddr,
    key: &IssuingKey,
) -> Outcome<Round> {
    let get = |path| request("GET", path, b"");
    let post = request("POST", yardsticks::ROW, b"");
    let pages = votes.len() * PAGES;
    Ok(Round {
        openssl: yardsticks::openssl()?,
        signatures: yardsticks::signatures(key)?,
        rows: load::repeat(clients, bare, votes.len() * ROWS, &post)?,
        votes: load::run(clients, product, votes, Vote::send)?,
        page: load::repeat(clients, product, pages, &get("/a"))?,
        hello: load::repeat(clients, bare, pages, &get(yardsticks::HELLO))?,
    })
}

fn table(rounds: &[Round]) -> Vec<Figure> {
    let figure = |name, of: fn(&Round) -> f64| Figure::new(name, rounds.iter().map(of));
    vec![
        Figure::heading("what the product does"),
        figure("ballots signed and stored, /s", |r| r.votes.rate()),
        figure("POST /issue, p50 ms", |r| r.votes.percentile(0, 0.5)),
        figure("POST /issue, p99 ms", |r| r.votes.percentile(0, 0.99)),
        figure("PUT /ballot, p50 ms", |r| r.votes.percentile(1, 0.5)),
        figure("PUT /ballot, p99 ms", |r| r.votes.percentile(1, 0.99)),
        figure("processor ms a ballot, server", |r| r.votes.cpu().others),
        figure("processor ms a ballot, clients", |r| r.votes.cpu().caller),
        figure("GET /a, /s", |r| r.page.rate()),
        Figure::heading("what the machine allows"),
        figure("openssl RSA-2048 signatures, all cores, /s", |r| {
            r.openssl.sign
        }),
        figure("openssl RSA-2048 checks, all cores, /s", |r| {
            r.openssl.verify
        }),
        figure("own RSA-2048 signatures, all cores, /s", |r| r.signatures),
        figure("bare durable POST, /s", |r| r.rows.rate()),
        figure("bare durable POST, p99 ms", |r| r.rows.percentile(0, 0.99)),
        figure("bare hello, /s", |r| r.hello.rate()),
        Figure::heading("ratios, round by round"),
        figure("ballots to the slower limit *, % (goal 70)", |r| {
            share(r.votes.rate(), r.openssl.sign.min(r.rows.rate()))
        }),
        figure("ballots to openssl signatures, %", |r| {
            share(r.votes.rate(), r.openssl.sign)
        }),
        figure("ballots to own signatures, %", |r| {
            share(r.votes.rate(), r.signatures)
        }),
        figure("ballots to bare durable POST, %", |r| {
            share(r.votes.rate(), r.rows.rate())
        }),
        figure("GET /a to bare hello, % (goal 60)", |r| {
            share(r.page.rate(), r.hello.rate())
        }),
    ]
}
