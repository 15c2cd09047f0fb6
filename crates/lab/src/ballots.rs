use crate::connection::request;
use crate::figure::{self, Figure, share};
use crate::load::{self, Load, fault};
use crate::server::{self, Folder};
use crate::vote::Vote;
use crate::voters::Voters;
use crate::yardsticks::{self, OpenSsl};
use crate::{at_least_one, machine};
use actix_web::web::Data;
use gutcheck::ballot::IssuingKey;
use gutcheck::error::Outcome;
use std::net::SocketAddr;

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

/// How much is sent, from how many places.
#[derive(clap::Args)]
pub struct Args {
    /// Connections that send at the same time
    #[arg(long, default_value_t = 64, value_parser = at_least_one)]
    clients: usize,
    /// Ballots in each of the five rounds
    #[arg(long, default_value_t = 2000, value_parser = at_least_one)]
    ballots: usize,
    /// An empty database to fill, `postgres://…` or the path of a SQLite file; else a new file, removed at the end
    #[arg(long)]
    database: Option<String>,
}

/// Measures how many ballots a second are signed and stored, beside what the machine allows.
pub fn run(args: &Args) -> Outcome<()> {
    let rounds = measure(args, &Folder::temporary())?;
    figure::print(&table(&rounds));
    println!("\n* openssl signatures or bare durable POST");
    if rounds.iter().any(|round| round.openssl.sign.is_nan()) {
        println!("The program openssl is not there: the machine's own limit is unknown.");
    }
    Ok(())
}

fn measure(args: &Args, folder: &Folder) -> Outcome<Vec<Round>> {
    let mut settings = server::listening();
    settings.extend(args.database.clone().map(|url| ("database", url)));
    let app = Data::new(server::app(folder, settings)?);
    let voters = Voters::invite(&app, ROUNDS * args.ballots)?;
    let product = server::serve(&app)?;
    let bare = yardsticks::serve(folder.path())?;
    let key = IssuingKey::generate().map_err(fault)?;
    let mut rounds = Vec::new();
    for number in 0..ROUNDS {
        let votes = voters.seal(number, args.ballots)?;
        println!("round {} of {ROUNDS}, load {}", number + 1, machine::load());
        rounds.push(round(args.clients, &votes, product, bare, &key)?);
    }
    match voters.stored(&app)? == ROUNDS * args.ballots {
        true => Ok(rounds),
        false => Err(fault(
            "ballots that were acknowledged are not in the database",
        )),
    }
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
        figure("POST /ballot, p50 ms", |r| r.votes.percentile(1, 0.5)),
        figure("POST /ballot, p99 ms", |r| r.votes.percentile(1, 0.99)),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ballot_that_is_sent_is_signed_and_stored() {
        let folder = Folder::temporary();
        let app = Data::new(server::app(&folder, server::listening()).unwrap());
        let voters = Voters::invite(&app, 100).unwrap();
        let votes = voters.seal(0, 20).unwrap();
        let address = server::serve(&app).unwrap();
        let load = load::run(4, address, &votes, Vote::send).unwrap();
        assert_eq!(voters.stored(&app).unwrap(), 20);
        assert!(load.percentile(1, 0.5) > 0.0);
    }
}
