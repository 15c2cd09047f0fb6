use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::{mail, packing, schedule, web};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

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
    // A thread for each: a wave must wait neither for a slow mail server nor for reports to be packed.
    let work: [(Work, Duration); 4] = [
        (due, PAUSE),
        (mails, PAUSE),
        (packing::work, PAUSE),
        (tidy, HOUR),
    ];
    let workers = work.map(|(work, pause)| {
        let (app, stop) = (app.clone(), stop.clone());
        thread::spawn(move || go_on(&app, &stop, work, pause))
    });
    let served = actix_web::rt::System::new().block_on(web::serve(app, listener));
    stop.store(true, Ordering::Relaxed);
    for worker in workers {
        worker.thread().unpark();
        let broke = |_| Problem::Fault("a worker broke".to_owned());
        worker.join().map_err(broke)?;
    }
    served
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
    schedule::tidy(app).map(|()| false)
}

/// Works until the process is told to stop, without a pause as long as there is more to do.
fn go_on(app: &App, stop: &AtomicBool, work: Work, pause: Duration) {
    while !stop.load(Ordering::Relaxed) {
        if !note(work(app)) {
            thread::park_timeout(pause);
        }
    }
}

fn note(done: Outcome<bool>) -> bool {
    done.unwrap_or_else(|problem| {
        tracing::error!(%problem, "what is due could not be done");
        false
    })
}
