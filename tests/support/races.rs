//! Two verbs that change one wave at the same time.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::Town;
use super::adversary::{crowd, vote};
use gutcheck::app::App;
use gutcheck::error::Outcome;
use gutcheck::ids::{SeriesId, WaveId};
use gutcheck::store::act::{self, Kind};
use gutcheck::store::series::{self, Series};
use gutcheck::store::wave::{self as stored, Plan, State, Wave};
use gutcheck::store::{Db, Moment};
use gutcheck::wave;
use std::cell::RefCell;
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Barrier, Once};
use std::thread;

/// "Repeat" is pressed after a release has read its wave and before it writes.
pub fn repetition_outlives_a_release(database: Option<&str>) {
    let town = crowded(database);
    let id = town.launch("anonymous");
    vote(&town, &id, |_| {});
    town.wait(10, 0);
    let repeated = Series {
        id: SeriesId::new(town.app.seed()),
        months: 3,
        opens: town.app.now().utc().naive_utc(),
        closes: town.app.now().utc().naive_utc(),
        turn: 0,
        paused: false,
    };
    let repeat = |c: &mut Db| {
        assert!(stored::repeat(c, &id, &repeated.id)?);
        series::add(c, &repeated)
    };
    meanwhile(&town, repeat, |app| wave::count(app, &id, "Hanna")).unwrap();
    let wave = read(&town, &id);
    assert_eq!(wave.state, State::Released);
    assert_eq!((wave.series, wave.turn), (Some(repeated.id), Some(0)));
    assert!(wave::repeat(&town.app, &id, 3, "Hanna").is_err());
    assert_eq!(town.app.store.read(series::all).unwrap().len(), 1);
}

/// "Repeat" is pressed by several people at once.
pub fn presses_at_once_make_one_series(database: Option<&str>) {
    const PRESSES: usize = 4;
    let town = crowded(database);
    let id = town.launch("confidential");
    let together = Barrier::new(PRESSES);
    let app: &App = &town.app;
    let made = thread::scope(|scope| {
        let press = || {
            together.wait();
            wave::repeat(app, &id, 3, "Hanna").is_ok()
        };
        let presses = [(); PRESSES].map(|()| scope.spawn(press));
        presses.map(|press| press.join().unwrap())
    });
    assert_eq!(made.iter().filter(|made| **made).count(), 1);
    let all = town.app.store.read(series::all).unwrap();
    assert_eq!(all.len(), 1);
    assert_eq!(
        read(&town, &id).series,
        all.first().map(|one| one.id.clone())
    );
}

/// The key's test has read its wave when the wave is settled.
pub fn a_wave_is_settled_once_whatever_its_key_test_has_read(database: Option<&str>) {
    let town = crowded(database);
    let id = town.launch("anonymous");
    town.app.clock.set(read(&town, &id).closes);
    town.run_due();
    let before = read(&town, &id);
    assert_eq!((before.state, &before.ballots_root), (State::Closed, &None));
    town.wait(0, 1);
    let settled = read(&town, &id).ballots_root;
    assert!(settled.is_some());
    wave::test_key(&town.app, &before).unwrap();
    town.run_due();
    let after = read(&town, &id);
    assert_eq!(after.ballots_root, settled);
    assert_eq!(after.key_sound, Some(true));
    let acts = town.app.store.read(act::log).unwrap();
    let settlings = acts.iter().filter(|act| act.kind == Some(Kind::Settled));
    assert_eq!(settlings.count(), 1);
}

/// HR changes the plan after a launch has read it and before it writes.
pub fn a_plan_that_changes_during_the_launch_is_not_put_back(database: Option<&str>) {
    let town = crowded(database);
    let id = wave::plan(&town.app, &town.plan("confidential")).unwrap();
    let draft = read(&town, &id);
    let later: Moment = "2026-06-12T16:00:00".parse().unwrap();
    let plan = Plan {
        title: "Spring".to_owned(),
        promise: draft.promise,
        auditors_read: false,
        members_read: false,
        opens: draft.opens,
        closes: later,
    };
    let replan = |c: &mut Db| stored::replan(c, &id, &plan).map(|done| assert!(done));
    meanwhile(&town, replan, |app| wave::freeze(app, &id, "Hanna")).unwrap();
    let wave = read(&town, &id);
    assert_eq!(wave.state, State::Preparing);
    assert_eq!((wave.title.as_str(), wave.closes), ("Spring", later));
}

fn crowded(database: Option<&str>) -> Town {
    let town = Town::new(database);
    town.settle(&crowd(8));
    town
}

fn read(town: &Town, id: &WaveId) -> Wave {
    town.app.store.read(|c| stored::wave(c, id)).unwrap()
}

thread_local! {
    /// Where a verb that runs in this thread says that it is at work.
    static BEGUN: RefCell<Option<Arc<AtomicBool>>> = const { RefCell::new(None) };
}

/// A log that tells nothing but that there is a line in it. There is one for all threads, because a line that a
/// thread without a log came by first may be left out for all.
struct Begun;

static LOG: Once = Once::new();

impl Write for Begun {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        BEGUN.with_borrow(|begun| {
            if let Some(begun) = begun {
                begun.store(true, Ordering::Relaxed);
            }
        });
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Commits a change after a verb has read its wave and before it writes.
fn meanwhile(
    town: &Town,
    change: impl FnOnce(&mut Db) -> Outcome<()>,
    verb: impl FnOnce(&App) -> Outcome<()> + Send,
) -> Outcome<()> {
    LOG.call_once(|| tracing_subscriber::fmt().with_writer(|| Begun).init());
    let app: &App = &town.app;
    thread::scope(|scope| {
        let write = |c: &mut Db| {
            change(c)?;
            let begun = Arc::new(AtomicBool::new(false));
            let known = begun.clone();
            let verb = scope.spawn(move || {
                BEGUN.set(Some(known));
                verb(app)
            });
            // A verb says that it is at work as soon as it has read its wave.
            while !begun.load(Ordering::Relaxed) && !verb.is_finished() {
                thread::yield_now();
            }
            Ok(verb)
        };
        app.store.write(write).unwrap().join().unwrap()
    })
}
