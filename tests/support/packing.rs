//! Several nodes and several clicks on one packing.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use super::Town;
use super::forms::{filled, roster};
use chrono::Duration;
use gutcheck::ids::WaveId;
use gutcheck::packing::{self, Standing};
use gutcheck::store::report_pack;
use gutcheck::survey::Role;
use gutcheck::text::Lang;
use gutcheck::wave;
use std::fs::File;
use std::path::PathBuf;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

/// A released wave with one team that is shown.
pub fn released(town: &Town) -> WaveId {
    town.settle(&roster());
    let id = town.launch("confidential");
    let fields: Vec<_> = filled(town.survey(), Role::Member, "4")
        .into_iter()
        .map(|(item, value)| (item.to_owned(), value))
        .collect();
    for number in 1..=7 {
        let link = town.link_to(&format!("crane{number}@harbour.example"), "/answer/");
        let token = link.trim_start_matches("/answer/");
        wave::answer_as_member(&town.app, token, &fields).unwrap();
    }
    town.wait(11, 0);
    wave::count(&town.app, &id, "Hanna").unwrap();
    town.run_due();
    id
}

/// Two nodes with one folder and one database.
fn two_nodes(database: Option<&str>) -> (Town, Town) {
    let one = Town::new(database);
    let settings = database.map(|url| ("database", url.to_owned()));
    let mut other = Town::in_folder(one.folder.clone(), settings);
    // The folder goes with the first one.
    other.folder = PathBuf::new();
    (one, other)
}

fn names(town: &Town, wave: &WaveId) -> Vec<String> {
    let file = File::open(packing::file(&town.app, wave, Lang::En)).unwrap();
    let packed = zip::ZipArchive::new(file).unwrap();
    let names = packed.file_names().map(|name| name.unwrap().into_owned());
    names.collect()
}

/// Whatever is in the folder beside the packed file.
fn left(town: &Town) -> Vec<PathBuf> {
    let files = super::files(&town.folder.join("exports")).into_iter();
    files
        .filter(|file| file.extension().is_none_or(|ending| ending != "zip"))
        .collect()
}

/// Many clicks at once on two nodes, both of which look for work at once.
pub fn clicks_at_once(database: Option<&str>) {
    let (one, other) = two_nodes(database);
    let id = released(&one);
    other.app.clock.set(one.app.now());
    let (packed, start) = (AtomicUsize::new(0), Barrier::new(8));
    thread::scope(|scope| {
        for number in 0..8 {
            let node = if number % 2 == 0 { &one } else { &other };
            let (packed, start, id) = (&packed, &start, &id);
            scope.spawn(move || {
                start.wait();
                packing::request(&node.app, id, Lang::En).unwrap();
                let worked = packing::work(&node.app).unwrap();
                packed.fetch_add(usize::from(worked), Ordering::Relaxed);
            });
        }
    });
    assert_eq!(packed.into_inner(), 1, "packed once");
    let standing = packing::standing(&other.app, &id, Lang::En).unwrap();
    assert_eq!(standing, Standing::Packed);
    assert_eq!(names(&other, &id), ["cranes-q2-2026.pdf"]);
    assert!(left(&one).is_empty());
}

/// A node that dies while it packs, and comes back too late.
pub fn a_dead_node(database: Option<&str>) {
    let (one, other) = two_nodes(database);
    let id = released(&one);
    let now = one.app.now();
    other.app.clock.set(now);
    packing::request(&one.app, &id, Lang::En).unwrap();
    let until = now + Duration::minutes(2);
    let dead = one
        .app
        .store
        .write(|c| report_pack::lease(c, now, until, 3))
        .unwrap()
        .unwrap();
    // Nobody else takes it as long as the node may live, whoever clicks again.
    packing::request(&other.app, &id, Lang::En).unwrap();
    assert!(!packing::work(&other.app).unwrap());
    let standing = packing::standing(&other.app, &id, Lang::En).unwrap();
    assert_eq!(standing, Standing::Packing { done: 0, total: 1 });

    other.app.clock.set(until + Duration::seconds(1));
    assert!(packing::work(&other.app).unwrap());
    assert_eq!(names(&one, &id), ["cranes-q2-2026.pdf"]);
    let late = report_pack::Pack {
        done: 7,
        state: report_pack::State::Failed,
        ..dead.clone()
    };
    let heard = one.app.store.write(|c| report_pack::write(c, &dead, &late));
    assert!(!heard.unwrap(), "whoever was too slow changes nothing");
    let standing = packing::standing(&one.app, &id, Lang::En).unwrap();
    assert_eq!(standing, Standing::Packed);
}

/// A packing that kills every node which begins it is given up, and can be asked for again.
pub fn a_deadly_packing(database: Option<&str>) {
    let (one, _other) = two_nodes(database);
    let id = released(&one);
    packing::request(&one.app, &id, Lang::En).unwrap();
    for _ in 0..3 {
        let now = one.app.now();
        let until = now + Duration::minutes(2);
        let taken = one
            .app
            .store
            .write(|c| report_pack::lease(c, now, until, 3));
        assert!(taken.unwrap().is_some());
        one.app.clock.set(until + Duration::seconds(1));
    }
    assert!(!packing::work(&one.app).unwrap());
    let standing = || packing::standing(&one.app, &id, Lang::En).unwrap();
    assert_eq!(standing(), Standing::Failed);
    packing::request(&one.app, &id, Lang::En).unwrap();
    assert!(packing::work(&one.app).unwrap());
    assert_eq!(standing(), Standing::Packed);
    // Whoever comes when the file has been swept can have it packed again.
    std::fs::remove_file(packing::file(&one.app, &id, Lang::En)).unwrap();
    assert_eq!(standing(), Standing::None);
    packing::request(&one.app, &id, Lang::En).unwrap();
    assert!(packing::work(&one.app).unwrap());
    assert_eq!(standing(), Standing::Packed);
}
