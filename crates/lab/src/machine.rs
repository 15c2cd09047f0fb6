use crate::load::fault;
use gutcheck::error::Outcome;
use std::fs;
use std::ops::Sub;
use std::thread;

/// Ticks a second in `/proc/*/stat`: 100 on every Linux that Rust runs on.
const TICKS: f64 = 100.0;

/// How many processors there are.
pub fn cores() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}

/// Does the same with each item, on all processors; the results in the order of the items.
pub fn on_all_cores<T: Sync, R: Send>(
    items: &[T],
    work: impl Fn(&T) -> Outcome<R> + Sync,
) -> Outcome<Vec<R>> {
    let part = |part: &[T]| part.iter().map(&work).collect::<Outcome<Vec<R>>>();
    let parts = thread::scope(|scope| {
        let parts = items.chunks(items.len().div_ceil(cores()).max(1));
        let threads: Vec<_> = parts.map(|some| scope.spawn(|| part(some))).collect();
        let done = threads.into_iter().map(|thread| thread.join());
        done.map(|part| part.map_err(|_| fault("a thread panicked"))?)
            .collect::<Outcome<Vec<_>>>()
    });
    Ok(parts?.into_iter().flatten().collect())
}

/// How many want to run, on average of the last minute, five and fifteen.
pub fn load() -> String {
    let text = fs::read_to_string("/proc/loadavg").unwrap_or_else(|_| "unknown".to_owned());
    text.split_whitespace()
        .take(3)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Memory of the program that is in use now, in MiB; `None` where that is not known.
pub fn memory() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/status").ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes = line.trim().strip_suffix(" kB")?.parse::<f64>().ok()?;
    Some(kibibytes / 1024.0)
}

/// Processor time in milliseconds; not-a-number where it is not known.
#[derive(Clone, Copy)]
pub struct Cpu {
    /// Of the thread that asks.
    pub caller: f64,
    /// Of all other threads of the program.
    pub others: f64,
}

impl Cpu {
    /// What was used up to now.
    pub fn now() -> Self {
        let caller = of_caller().unwrap_or(f64::NAN);
        Self {
            caller,
            others: of_program().unwrap_or(f64::NAN) - caller,
        }
    }

    /// The part of one of `count`.
    pub fn each(self, count: usize) -> Self {
        let count = count as f64;
        Self {
            caller: self.caller / count,
            others: self.others / count,
        }
    }
}

impl Sub for Cpu {
    type Output = Self;

    fn sub(self, earlier: Self) -> Self {
        Self {
            caller: self.caller - earlier.caller,
            others: self.others - earlier.others,
        }
    }
}

/// The first field of `schedstat`: nanoseconds on a processor.
fn of_caller() -> Option<f64> {
    let text = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(text.split(' ').next()?.parse::<f64>().ok()? / 1e6)
}

/// Fields 14 and 15 of `stat`: ticks in the program and in the kernel. The name before them can hold blanks.
fn of_program() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    let (_, fields) = text.rsplit_once(") ")?;
    let ticks = fields.split(' ').skip(11).take(2);
    let sum: f64 = ticks.filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    Some(sum / TICKS * 1e3)
}
