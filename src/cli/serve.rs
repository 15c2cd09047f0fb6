use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::{schedule, web};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

const PAUSE: Duration = Duration::from_secs(1);
const HOUR: Duration = Duration::from_secs(3600);

/// Serves pages and does what is due until the process is told to stop.
pub fn run(app: App) -> Outcome<()> {
    let listener = web::bind(&app)?;
    tracing::info!(
        address = app.config.listen,
        public = app.config.public_url,
        "serving"
    );
    let app = actix_web::web::Data::new(app);
    let stop = Arc::new(AtomicBool::new(false));
    let worker = {
        let (app, stop) = (app.clone(), stop.clone());
        thread::spawn(move || work(&app, &stop))
    };
    let served = actix_web::rt::System::new().block_on(web::serve(app, listener));
    stop.store(true, Ordering::Relaxed);
    worker.thread().unpark();
    worker
        .join()
        .map_err(|_| Problem::Fault("the worker broke".to_owned()))?;
    served
}

fn work(app: &App, stop: &AtomicBool) {
    let mut tidied: Option<Instant> = None;
    while !stop.load(Ordering::Relaxed) {
        if tidied.is_none_or(|at| at.elapsed() > HOUR) {
            note(schedule::tidy(app).map(|()| false));
            tidied = Some(Instant::now());
        }
        if !note(schedule::run_due(app)) {
            thread::park_timeout(PAUSE);
        }
    }
}

fn note(done: Outcome<bool>) -> bool {
    done.unwrap_or_else(|problem| {
        tracing::error!(%problem, "what is due could not be done");
        false
    })
}
