use super::print;
use crate::access;
use crate::app::{App, Workers};
use crate::error::{Outcome, Panic, Problem};
use crate::{mail, packing, schedule, web};
use actix_web::dev::ServerHandle;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

const PAUSE: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(3600);

/// A worker that dies so many times in a row will not recover by itself.
const DEATHS: usize = 3;

/// Serves pages and does what is due until the process is told to stop, or a worker is beyond help.
pub fn run(app: App) -> Outcome<()> {
    let listener = web::bind(&app)?;
    tracing::info!(
        address = app.config.listen,
        public = app.config.public_url,
        "serving"
    );
    if access::is_first_visit(&app)? {
        // On the terminal and never in the log.
        print(&format!(
            "\nNobody has set Gutcheck up yet. Open {} and enter this code: {}\n\n",
            app.config.link("/setup"),
            access::setup_code(&app)
        ))?;
    }
    let app = actix_web::web::Data::new(app);
    actix_web::rt::System::new().block_on(async {
        let server = web::server(app.clone(), listener)?;
        let crew = Crew::start(&app, &server.handle());
        let served = server.await;
        crew.end()?;
        served.map_err(|error| Problem::fault("server", error))
    })
}

/// Something to do again and again, which says whether there is more to do at once.
type Work = fn(&App) -> Outcome<bool>;

fn due(app: &App) -> Outcome<bool> {
    schedule::run_due(app)
}

fn mails(app: &App) -> Outcome<bool> {
    Ok(mail::deliver(app)? > 0)
}

fn tidy(app: &App) -> Outcome<bool> {
    schedule::tidy(app);
    Ok(false)
}

/// The workers, each a thread of its own: a wave must wait neither for a slow mail server nor for reports to be
/// packed.
struct Crew {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<Outcome<()>>>,
}

impl Crew {
    fn start(app: &actix_web::web::Data<App>, server: &ServerHandle) -> Self {
        let work: [(&'static str, Work, Duration); 4] = [
            ("clock", due, PAUSE),
            ("mail", mails, PAUSE),
            (packing::WORKER, packing::work, PAUSE),
            ("tidy", tidy, HOUR),
        ];
        let stop = Arc::new(AtomicBool::new(false));
        let threads = work.map(|(name, work, pause)| {
            let (app, stop, server) = (app.clone(), stop.clone(), server.clone());
            thread::spawn(move || {
                let ended = go_on(&app.workers, &stop, (name, pause), || work(&app));
                if ended.is_err() {
                    // The order to stop is given by the call; nobody waits here until it is done.
                    drop(server.stop(true));
                }
                ended
            })
        });
        Self {
            stop,
            threads: threads.into(),
        }
    }

    /// Lets everybody finish the round they are at.
    fn end(self) -> Outcome<()> {
        self.stop.store(true, Ordering::Relaxed);
        let mut ended = Ok(());
        for thread in self.threads {
            thread.thread().unpark();
            let of_thread = thread.join().map_err(Panic::of);
            ended = ended.and(of_thread.map_err(Problem::from).flatten());
        }
        ended
    }
}

/// Works until the process is told to stop, without a pause as long as there is more to do. A round that
/// panics is noted, and the next one begins after a second.
fn go_on(
    workers: &Workers,
    stop: &AtomicBool,
    (name, pause): (&'static str, Duration),
    mut work: impl FnMut() -> Outcome<bool>,
) -> Outcome<()> {
    let mut deaths = 0;
    while !stop.load(Ordering::Relaxed) {
        match workers.round(name, &mut work) {
            Ok(done) => {
                deaths = 0;
                if !note(name, done) {
                    thread::park_timeout(pause);
                }
            }
            Err(panic) => {
                deaths += 1;
                tracing::error!(worker = name, deaths, %panic, "a worker died");
                if deaths == DEATHS {
                    let doing = format!("the worker {name} died {deaths} times in a row");
                    return Err(Problem::fault(doing, panic));
                }
                thread::park_timeout(PAUSE);
            }
        }
    }
    Ok(())
}

fn note(worker: &str, done: Outcome<bool>) -> bool {
    done.unwrap_or_else(|problem| {
        tracing::error!(worker, %problem, "what is due could not be done");
        false
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Works until the end of the plan, in which `false` is a round that panics; how many rounds there were.
    fn rounds(plan: &[bool]) -> (usize, Outcome<()>) {
        let (workers, stop) = (Workers::default(), AtomicBool::new(false));
        let mut done = 0;
        let round = || {
            let sound = plan[done];
            done += 1;
            stop.store(done == plan.len(), Ordering::Relaxed);
            // No pause here.
            thread::current().unpark();
            assert!(sound, "the disk is gone");
            Ok(false)
        };
        let ended = go_on(&workers, &stop, ("clock", HOUR), round);
        (done, ended)
    }

    #[test]
    fn a_worker_that_dies_goes_on_and_ends_the_process_only_when_it_dies_three_times_in_a_row() {
        let (done, ended) = rounds(&[false, false, true, false, false, true]);
        assert_eq!((done, ended.is_ok()), (6, true));
        let (done, ended) = rounds(&[true, false, false, false, true]);
        let said = ended.unwrap_err().to_string();
        assert_eq!(done, 4);
        assert_eq!(
            said,
            "the worker clock died 3 times in a row: panicked: the disk is gone"
        );
    }
}
