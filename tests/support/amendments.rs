//! Several administrators change one wave at the same time.

#![expect(clippy::indexing_slicing, reason = "a test fails by panicking")]

use super::Town;
use super::adversary::crowd;
use gutcheck::app::App;
use gutcheck::ids::WaveId;
use gutcheck::roster;
use gutcheck::store::amendment;
use gutcheck::store::wave::{self as stored, State};
use gutcheck::wave::{self, AddForm, ExtendForm};
use std::sync::Barrier;
use std::thread;

fn opened(database: Option<&str>, more: usize) -> (Town, WaveId) {
    let town = Town::new(database);
    town.settle(&crowd(8));
    let id = town.launch("anonymous");
    let import = roster::stage(&town.app, crowd(8 + more).as_bytes()).unwrap();
    roster::apply(&town.app, &import, "Hanna").unwrap();
    (town, id)
}

type Verb<'a> = &'a (dyn Fn(&App) -> bool + Sync);

/// Runs all at once; how many were done.
fn at_once(town: &Town, verbs: &[Verb<'_>]) -> usize {
    let (together, app): (_, &App) = (&Barrier::new(verbs.len()), &town.app);
    let run = |verb: Verb<'_>| {
        together.wait();
        verb(app)
    };
    thread::scope(|scope| {
        let runs = verbs.iter().map(|verb| scope.spawn(|| run(*verb)));
        let runs: Vec<_> = runs.collect();
        let done = runs.into_iter().map(|run| run.join().unwrap());
        done.filter(|done| *done).count()
    })
}

fn lines(town: &Town, id: &WaveId) -> Vec<String> {
    town.app.store.read(|c| amendment::of_wave(c, id)).unwrap()
}

/// Four extend to the same end; the chain has one line of it, and the public page still reads it.
pub fn changes_at_once_make_one_lawful_chain(database: Option<&str>) {
    let (town, id) = opened(database, 1);
    let form = || ExtendForm {
        closes: "2026-06-17T18:00".into(),
    };
    let extend = |app: &App| wave::extend(app, &id, &form(), "Hanna").is_ok();
    let all: [Verb<'_>; 4] = [&extend, &extend, &extend, &extend];
    assert_eq!(at_once(&town, &all), 1);
    assert_eq!(lines(&town, &id).len(), 1);
    let known = wave::public(&town.app, &letters(&town, &id)).unwrap();
    assert_eq!(known.changes().count(), 1);
}

/// Two people wait for the one spare place of their group.
pub fn the_last_place_is_given_once(database: Option<&str>) {
    let (town, id) = opened(database, 2);
    let waiting = wave::candidates(&town.app, &id).unwrap();
    let keys: Vec<String> = waiting.iter().map(wave::Candidate::key).collect();
    assert_eq!(keys.len(), 2);
    let add = |key: &String| {
        let who = key.clone();
        let id = id.clone();
        move |app: &App| wave::add_person(app, &id, &AddForm { who: who.clone() }, "Hanna").is_ok()
    };
    let (one, other) = (add(&keys[0]), add(&keys[1]));
    let again = add(&keys[0]);
    let all: [Verb<'_>; 3] = [&one, &other, &again];
    assert_eq!(at_once(&town, &all), 1);
    assert_eq!(lines(&town, &id).len(), 1);
    assert!(wave::candidates(&town.app, &id).unwrap().is_empty());
    wave::public(&town.app, &letters(&town, &id)).unwrap();
}

/// One closes it early while another calls it off: it ends one way, and the chain says which.
pub fn a_wave_ends_once(database: Option<&str>) {
    let (town, id) = opened(database, 1);
    town.app
        .clock
        .set(town.app.now() + chrono::Duration::hours(5));
    let close = |app: &App| wave::close(app, &id, "Hanna").is_ok();
    let off = |app: &App| wave::call_off(app, &id, "Hanna").is_ok();
    assert_eq!(at_once(&town, &[&close, &off, &close, &off]), 1);
    let state = town.app.store.read(|c| stored::wave(c, &id)).unwrap().state;
    let lines = lines(&town, &id);
    assert_eq!(lines.len(), 1);
    match state {
        State::Closed => assert!(lines[0].contains("\"close\""), "{lines:?}"),
        State::Off => assert!(lines[0].contains("\"call-off\""), "{lines:?}"),
        other => panic!("{other:?}"),
    }
    wave::public(&town.app, &letters(&town, &id)).unwrap();
}

fn letters(town: &Town, id: &WaveId) -> String {
    let promise = |c: &mut gutcheck::store::Db| gutcheck::store::promise::of_wave(c, id);
    town.app.store.read(promise).unwrap().unwrap().root
}
