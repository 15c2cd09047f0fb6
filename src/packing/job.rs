use super::{WORKER, file, folder};
use crate::app::App;
use crate::error::{Outcome, Panic, Problem};
use crate::export::pdf::Logo;
use crate::export::{self, Reader, archive, team_document};
use crate::results::{self, TeamShown};
use crate::store::report_pack::{self, Pack, State};
use crate::text::Lang;
use chrono::Duration;
use std::fs::{self, File};
use std::path::Path;

/// A node that has not said anything for so long is dead. A single report takes a fraction of it.
const LEASE: Duration = Duration::minutes(2);

/// How often a packing is begun before it is given up.
const ATTEMPTS: i32 = 3;

/// Packs what is asked for next, if this node may; whether it did.
pub fn work(app: &App) -> Outcome<bool> {
    let now = app.now();
    let next = app
        .store
        .write(|c| report_pack::lease(c, now, now + LEASE, ATTEMPTS))?;
    let Some(pack) = next else {
        return Ok(false);
    };
    let mut job = Job { app, pack };
    match run_guarded(&mut job) {
        Ok(()) => {}
        Err(Stop::Taken) => tracing::warn!("reports are packed by another node, which was faster"),
        Err(Stop::Problem(problem)) => {
            tracing::error!(%problem, "reports could not be packed");
            job.note(|pack| pack.leased_until = None)?;
        }
    }
    Ok(true)
}

/// A panic ends a packing like any other fault.
fn run_guarded(job: &mut Job<'_>) -> Result<(), Stop> {
    Panic::catch(|| job.run()).unwrap_or_else(|panic| Err(Stop::Problem(panic.into())))
}

/// Why a packing came to no end.
enum Stop {
    /// Somebody else does it.
    Taken,
    Problem(Problem),
}

impl From<Problem> for Stop {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

struct Job<'a> {
    app: &'a App,
    /// As this node wrote it last.
    pack: Pack,
}

impl Job<'_> {
    fn run(&mut self) -> Result<(), Stop> {
        let lang = Lang::parse(&self.pack.lang).unwrap_or_default();
        let teams = results::teams_shown(self.app, &self.pack.wave)?;
        let packed = file(self.app, &self.pack.wave, lang);
        // A name of its own, so that nobody else writes to it.
        let part = packed.with_extension(format!(
            "{:032x}.part",
            u128::from_be_bytes(self.app.seed())
        ));
        fs::create_dir_all(folder(self.app)).map_err(broken)?;
        let done = self.pack_into(&part, &teams, lang).and_then(|()| {
            fs::rename(&part, packed).map_err(broken)?;
            self.keep(|pack| pack.state = State::Packed)
        });
        if done.is_err() {
            // It is swept, if it cannot be removed now.
            let _ = fs::remove_file(&part);
        }
        done
    }

    /// The first thing that stops it ends the packing.
    fn pack_into(&mut self, part: &Path, teams: &[TeamShown], lang: Lang) -> Result<(), Stop> {
        let mut stopped = None;
        let file = File::create(part).map_err(broken)?;
        let reports = teams.iter().map_while(|team| {
            let made = self.print(team, lang);
            made.map_err(|stop| stopped = Some(stop)).ok()
        });
        archive(file, reports).map_err(broken)?;
        stopped.map_or(Ok(()), Err)
    }

    /// One report, with the name of its file.
    fn print(&mut self, team: &TeamShown, lang: Lang) -> Result<(String, Vec<u8>), Stop> {
        let page = results::team(self.app, &team.team, &self.pack.wave, team.node, lang)?;
        let mut document = team_document(&page, Reader::Hr, lang);
        let house = self.app.house()?;
        document.logo = house.face.logo.clone().map(|png| Logo {
            png,
            alt: page.head.owner.clone(),
        });
        let name = export::file_name(&[&page.team, &page.head.wave], "pdf");
        let printed = export::pdf::render(&document, &self.app.fonts).map_err(broken)?;
        let until = self.app.now() + LEASE;
        self.app.workers.beat(WORKER);
        self.keep(|pack| {
            pack.done += 1;
            pack.leased_until = Some(until);
        })?;
        Ok((name, printed))
    }

    /// Writes how far it is, if it is still this node's.
    fn keep(&mut self, change: impl FnOnce(&mut Pack)) -> Result<(), Stop> {
        match self.note(change)? {
            true => Ok(()),
            false => Err(Stop::Taken),
        }
    }

    fn note(&mut self, change: impl FnOnce(&mut Pack)) -> Outcome<bool> {
        let mut now = self.pack.clone();
        change(&mut now);
        let kept = self
            .app
            .store
            .write(|c| report_pack::write(c, &self.pack, &now))?;
        self.pack = now;
        Ok(kept)
    }
}

fn broken(error: impl std::error::Error + Send + Sync + 'static) -> Problem {
    Problem::fault("packing", error)
}
