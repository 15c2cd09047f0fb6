use super::{Db, Store};
use crate::error::{Outcome, Problem, guarded};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::{self, JoinHandle};

/// Writes that go into one transaction at the most.
const MOST: usize = 256;

/// One writer for many small writes: those that wait are committed together, because waiting for the disk
/// costs the same for one as for many. Everybody gets an answer after the commit only.
pub struct GroupCommit {
    jobs: Sender<Box<dyn Job>>,
    writer: JoinHandle<()>,
}

impl GroupCommit {
    /// Starts the writer, which ends when this is dropped.
    pub fn start(store: Store) -> Self {
        let (jobs, waiting) = channel();
        let writer = thread::spawn(move || work(&store, &waiting));
        Self { jobs, writer }
    }

    /// Whether the writer is there; without it every write fails.
    pub fn is_alive(&self) -> bool {
        !self.writer.is_finished()
    }

    /// Does `work` in the next transaction and waits for its commit. When another write of the same
    /// transaction fails, `work` is done again in one of its own.
    pub fn write<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Db) -> Outcome<T> + Send + 'static,
    ) -> Outcome<T> {
        let (reply, done) = sync_channel(1);
        let job = Write {
            work,
            result: None,
            reply,
        };
        let stopped = || Problem::broken("the writer has stopped");
        self.jobs.send(Box::new(job)).map_err(|_| stopped())?;
        done.recv().map_err(|_| stopped())?
    }
}

trait Job: Send {
    fn run(&mut self, c: &mut Db) -> Outcome<()>;
    fn reply(self: Box<Self>, committed: Outcome<()>);
}

struct Write<T, F> {
    work: F,
    result: Option<T>,
    reply: SyncSender<Outcome<T>>,
}

impl<T: Send, F: Fn(&mut Db) -> Outcome<T> + Send> Job for Write<T, F> {
    fn run(&mut self, c: &mut Db) -> Outcome<()> {
        self.result = Some((self.work)(c)?);
        Ok(())
    }

    fn reply(self: Box<Self>, committed: Outcome<()>) {
        let nothing = || Problem::broken("a write had no result");
        let Self { result, reply, .. } = *self;
        let result = committed.and_then(|()| result.ok_or_else(nothing));
        // Whoever asked may have gone away meanwhile.
        let _ = reply.send(result);
    }
}

fn work(store: &Store, waiting: &Receiver<Box<dyn Job>>) {
    while let Ok(first) = waiting.recv() {
        let others = waiting.try_iter().take(MOST - 1);
        commit(store, std::iter::once(first).chain(others).collect());
    }
}

fn commit(store: &Store, mut jobs: Vec<Box<dyn Job>>) {
    let all = || store.write(|c| jobs.iter_mut().try_for_each(|job| job.run(c)));
    match guarded(all) {
        Ok(()) => jobs.into_iter().for_each(|job| job.reply(Ok(()))),
        Err(_) if jobs.len() > 1 => jobs.into_iter().for_each(|job| commit(store, vec![job])),
        Err(problem) => {
            if let Some(job) = jobs.pop() {
                job.reply(Err(problem));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::secret::LogKey;
    use crate::store::act::{self, Kind};
    use std::path::PathBuf;
    use std::sync::Arc;

    fn folder() -> PathBuf {
        let folder = std::env::temp_dir().join(format!("gutcheck-group-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn a_write_that_fails_or_panics_takes_no_other_with_it() {
        let folder = folder();
        let store = Store::open(folder.join("group.sqlite").to_str().unwrap(), 4).unwrap();
        let seal = act::Seal::new(LogKey::generate(), folder.join("log.tip"));
        let store = store.sealing(seal);
        let group = Arc::new(GroupCommit::start(store.clone()));
        let writers = (0..40).map(|number| {
            let group = group.clone();
            thread::spawn(move || {
                group.write(move |c| {
                    let at = "2026-11-22T09:00:00".parse().unwrap();
                    act::note(c, at, "", Kind::Roster, &format!("write {number}"))?;
                    match number % 4 {
                        0 => Err(Problem::NotFound),
                        1 => panic!("a write that breaks"),
                        _ => Ok(number),
                    }
                })
            })
        });
        let writers: Vec<_> = writers.collect();
        let done: Vec<_> = writers
            .into_iter()
            .filter_map(|one| one.join().unwrap().ok())
            .collect();
        assert_eq!(done.len(), 20);
        assert_eq!(store.read(act::log).unwrap().len(), 20);
        assert!(group.is_alive());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
