//! Clients that send one request after the other, and servers for them. All clients are tasks on the
//! caller's thread: that leaves more of the processors to the server than a thread for each.

use crate::connection::Connection;
use crate::machine::Cpu;
use actix_web::rt::System;
use futures_util::future::try_join_all;
use gutcheck::error::{Outcome, Problem};
use std::cell::RefCell;
use std::fmt::{Debug, Display};
use std::net::SocketAddr;
use std::thread;
use std::time::{Duration, Instant};

/// What it took to do something many times, in so many steps each.
pub struct Load<const STEPS: usize> {
    wall: Duration,
    cpu: Cpu,
    /// How long each step took, by what was done.
    times: Vec<[Duration; STEPS]>,
}

impl<const STEPS: usize> Load<STEPS> {
    /// How many were done a second.
    pub fn rate(&self) -> f64 {
        self.times.len() as f64 / self.wall.as_secs_f64()
    }

    /// Processor milliseconds for one, of the clients (the caller) and of everybody else.
    pub fn cpu(&self) -> Cpu {
        self.cpu.each(self.times.len())
    }

    /// How many milliseconds a step took at the most for this part of all.
    pub fn percentile(&self, step: usize, part: f64) -> f64 {
        let mut times: Vec<&Duration> = self.times.iter().filter_map(|t| t.get(step)).collect();
        times.sort();
        let last = times.len().saturating_sub(1) as f64;
        let time = times.get((last * part).round() as usize);
        time.map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
    }
}

/// Sends the same request so many times.
pub fn repeat(
    clients: usize,
    server: SocketAddr,
    count: usize,
    request: &[u8],
) -> Outcome<Load<1>> {
    run(
        clients,
        server,
        &vec![request; count],
        async |request, line| {
            let started = Instant::now();
            line.ask(request).await?;
            Ok([started.elapsed()])
        },
    )
}

/// Does `work` with every job; each client takes the next as soon as it is done with one.
pub fn run<T, const STEPS: usize>(
    clients: usize,
    server: SocketAddr,
    jobs: &[T],
    work: impl AsyncFn(&T, &mut Connection) -> Outcome<[Duration; STEPS]>,
) -> Outcome<Load<STEPS>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build();
    let (waiting, times) = (RefCell::new(jobs.iter()), RefCell::new(Vec::new()));
    let client = async |mut line: Connection| {
        loop {
            let Some(job) = waiting.borrow_mut().next() else {
                return Ok::<(), Problem>(());
            };
            let time = work(job, &mut line).await?;
            times.borrow_mut().push(time);
        }
    };
    let (wall, cpu) = runtime.map_err(fault)?.block_on(async {
        let lines = try_join_all((0..clients).map(|_| Connection::open(server))).await?;
        let (started, before) = (Instant::now(), Cpu::now());
        try_join_all(lines.into_iter().map(client)).await?;
        Ok::<_, Problem>((started.elapsed(), Cpu::now() - before))
    })?;
    Ok(Load {
        wall,
        cpu,
        times: times.into_inner(),
    })
}

/// Serves on a thread of its own, until the program ends.
pub fn serve<F: Future<Output = Result<(), E>>, E: Debug>(
    server: impl FnOnce() -> F + Send + 'static,
) {
    thread::spawn(move || {
        if let Err(error) = System::new().block_on(server()) {
            eprintln!("a server stopped: {error:?}");
        }
    });
}

/// A fault of the lab itself.
pub fn fault(error: impl Display) -> Problem {
    Problem::fault("lab", error.to_string())
}
