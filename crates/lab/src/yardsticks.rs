//! What the machine allows at the most, as plain as it can be.

use crate::load::{self, fault};
use crate::machine;
use actix_web::error::ErrorInternalServerError;
use actix_web::{App, Error, HttpServer, web};
use gutcheck::ballot::{IssuingKey, KEY_BYTES};
use gutcheck::error::{Outcome, Problem};
use gutcheck::ids::WaveId;
use gutcheck::store::ballot::{self, Ballot};
use gutcheck::store::{GroupCommit, Store};
use std::io::ErrorKind;
use std::net::{SocketAddr, TcpListener};
use std::path::Path;
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant};

/// The address that says hello.
pub const HELLO: &str = "/";
/// The address that stores a row.
pub const ROW: &str = "/row";

/// How long each processor signs, and the seconds for each figure of OpenSSL.
const SIGNING: Duration = Duration::from_secs(2);
const SECONDS: &str = "3";

/// A bare server beside the product: one route says hello, the other stores a small random row in a
/// SQLite file of its own, with the settings and the commits in groups that the product has.
pub fn serve(folder: &Path) -> Outcome<SocketAddr> {
    let file = folder.join("bare.sqlite");
    let store = Store::open(&file.display().to_string(), 1)?;
    let writer = web::Data::new(GroupCommit::start(store));
    let listener = TcpListener::bind("127.0.0.1:0").map_err(fault)?;
    let address = listener.local_addr().map_err(fault)?;
    load::serve(async move || {
        let server = HttpServer::new(move || {
            App::new()
                .app_data(writer.clone())
                .route(HELLO, web::get().to(hello))
                .route(ROW, web::post().to(row))
        });
        server
            .workers(machine::cores())
            .listen(listener)?
            .run()
            .await
    });
    Ok(address)
}

async fn hello() -> &'static str {
    "hello"
}

async fn row(writer: web::Data<GroupCommit>) -> Result<&'static str, Error> {
    let row = Ballot {
        id: rand::random::<[u8; 32]>().to_vec(),
        wave: WaveId::new([0; 16]),
        cell: 0,
        prefix: None,
        signature: None,
        sealed: None,
    };
    let stored = web::block(move || writer.write(move |c| ballot::add(c, &row))).await?;
    stored.map_err(ErrorInternalServerError)?;
    Ok("stored")
}

/// Signatures of the product's own RSA a second, on all processors.
pub fn signatures(key: &IssuingKey) -> Outcome<f64> {
    let started = Instant::now();
    let counts: Vec<usize> = thread::scope(|scope| {
        let work = |_| scope.spawn(|| sign_for_a_while(key));
        let work: Vec<_> = (0..machine::cores()).map(work).collect();
        let counts = work.into_iter().map(|part| part.join().unwrap_or_default());
        counts.collect()
    });
    Ok(counts.iter().sum::<usize>() as f64 / started.elapsed().as_secs_f64())
}

fn sign_for_a_while(key: &IssuingKey) -> usize {
    let started = Instant::now();
    let signed = std::iter::repeat_with(|| key.blind_sign(&[1; KEY_BYTES]));
    signed
        .take_while(|signed| signed.is_ok() && started.elapsed() < SIGNING)
        .count()
}

/// RSA-2048 operations of OpenSSL a second, on all processors; not-a-number if the program is not there.
pub struct OpenSsl {
    pub sign: f64,
    pub verify: f64,
}

/// Lets the program `openssl` measure itself.
pub fn openssl() -> Outcome<OpenSsl> {
    let cores = machine::cores().to_string();
    let arguments = [
        "speed", "-elapsed", "-multi", &cores, "-seconds", SECONDS, "rsa2048",
    ];
    let said = match Command::new("openssl").args(arguments).output() {
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        said => {
            let said = said.map_err(|error| Problem::fault("openssl", error))?;
            String::from_utf8_lossy(&said.stdout).into_owned()
        }
    };
    let of = |column| figure(&said, column).unwrap_or(f64::NAN);
    Ok(OpenSsl {
        sign: of("sign/s"),
        verify: of("verify/s"),
    })
}

/// The figure in this column of the last two lines: the heads, and `rsa 2048 bits` with the figures.
fn figure(said: &str, column: &str) -> Option<f64> {
    let mut lines = said.lines().rev().filter(|line| !line.trim().is_empty());
    let figures = lines.next()?.split_whitespace().skip(3);
    let heads = lines.next()?.split_whitespace();
    let found = heads.zip(figures).find(|(head, _)| *head == column)?;
    found.1.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figures_of_openssl_are_found_by_their_columns() {
        let three = "                  sign    verify    sign/s verify/s\n\
                     rsa 2048 bits 0.000571s 0.000016s   1750.3  60894.7\n";
        assert_eq!(figure(three, "sign/s"), Some(1750.3));
        assert_eq!(figure(three, "verify/s"), Some(60894.7));
        assert_eq!(figure("", "sign/s"), None);
    }
}
