//! What somebody with the database, its files and every backup can find out: nothing about who said what.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod support;

use diesel::prelude::*;
use diesel::sql_types::{Nullable, Text};
use gutcheck::store::{Db, ballot, invitation};
use memchr::memmem;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use support::adversary::{Truth, by_luck, crowd, found_out, vote};
use support::{Town, files};

const PEOPLE: usize = 450;

/// The guesses at a copy of the database: its files, twice two orders, and what was written next.
const GUESSES: u32 = 3 * 6;

#[test]
fn the_order_of_rows_on_disk_tells_nobody_who_cast_which_ballot() {
    let town = Town::new(None);
    town.settle(&crowd(PEOPLE));
    let id = town.launch("anonymous");
    let mut copies = Vec::new();
    let truth = vote(&town, &id, |number| {
        if [149, 299].contains(&number) {
            copies.extend(database_files(&town));
        }
    });
    // While the wave is open the files do tell; otherwise this test would prove nothing.
    let seen = copies.iter().map(|copy| guess(&town, &truth, copy));
    assert!(
        seen.max().unwrap() > 2 * by_luck(2 * GUESSES),
        "before the close"
    );
    town.wait(10, 1);
    assert!(
        best_guess(&town, &truth) <= by_luck(GUESSES),
        "after the close"
    );
    gutcheck::wave::count(&town.app, &id, "Hanna").unwrap();
    town.wait(4, 0);
    assert!(
        best_guess(&town, &truth) <= by_luck(GUESSES),
        "after the destruction"
    );
}

fn best_guess(town: &Town, truth: &[Truth]) -> usize {
    let contents = database_files(town);
    let guesses = contents.iter().map(|bytes| guess(town, truth, bytes));
    guesses.max().unwrap()
}

/// The best of all orders in which both kinds of identifiers stand in a file.
fn guess(town: &Town, truth: &[Truth], bytes: &[u8]) -> usize {
    let rows = town.app.store.read(invitations).unwrap();
    let links = truth
        .iter()
        .map(|one| (rows[&one.invitation].clone(), one.invitation.clone()));
    let casts = truth
        .iter()
        .map(|one| (one.ballot.to_vec(), one.ballot.to_vec()));
    let (links, casts) = (places(bytes, links), places(bytes, casts));
    let mut best = 0;
    for last in [false, true] {
        let (links, mut casts) = (links.order(last), casts.order(last));
        best = best.max(followed(truth, &links, &casts));
        if links.len() == truth.len() && casts.len() == truth.len() {
            let of = |casts: &[(usize, Vec<u8>)]| {
                let links: Vec<_> = links.iter().map(|(_, one)| one.clone()).collect();
                let casts: Vec<_> = casts.iter().map(|(_, one)| one.clone()).collect();
                found_out(truth, &links, &casts)
            };
            best = best.max(of(&casts));
            casts.reverse();
            best = best.max(of(&casts));
        }
    }
    best
}

/// For every invitation the bytes by which its row is known once its link was used, which is what was
/// signed for it, or its identifier when that is gone.
fn invitations(c: &mut Db) -> gutcheck::error::Outcome<BTreeMap<String, Vec<u8>>> {
    let waves = gutcheck::store::wave::waves(c)?;
    let rows = invitation::of_wave(c, &waves[0].id)?.into_iter();
    Ok(rows
        .map(|row| {
            let id = row.id.to_string();
            let known = row.blinded_hash.unwrap_or_else(|| id.clone());
            (id, known.into_bytes())
        })
        .collect())
}

/// Where things stand in a file: the first and the last place of each.
struct Places<T>(Vec<(usize, usize, T)>);

impl<T: Clone + Ord> Places<T> {
    fn order(&self, last: bool) -> Vec<(usize, T)> {
        let place = |(first, end, what): &(usize, usize, T)| {
            (if last { *end } else { *first }, what.clone())
        };
        let mut order: Vec<_> = self.0.iter().map(place).collect();
        order.sort();
        order
    }
}

fn places<T>(bytes: &[u8], needles: impl Iterator<Item = (Vec<u8>, T)>) -> Places<T> {
    let mut found: HashMap<[u8; 16], (usize, usize, T)> = needles
        .map(|(needle, what)| (needle[..16].try_into().unwrap(), (usize::MAX, 0, what)))
        .collect();
    for (place, window) in bytes.windows(16).enumerate() {
        if let Some(known) = found.get_mut(window) {
            known.0 = known.0.min(place);
            known.1 = place;
        }
    }
    Places(
        found
            .into_values()
            .filter(|(first, _, _)| *first != usize::MAX)
            .collect(),
    )
}

/// How many are found out by taking for each link the ballot that was written next.
fn followed(
    truth: &[Truth],
    invitations: &[(usize, String)],
    ballots: &[(usize, Vec<u8>)],
) -> usize {
    let next = |place: usize| ballots.iter().find(|(at, _)| *at > place);
    let right = |(place, invitation): &&(usize, String)| {
        next(*place).is_some_and(|(_, ballot)| {
            truth
                .iter()
                .any(|one| one.invitation == *invitation && one.ballot.as_slice() == ballot)
        })
    };
    invitations.iter().filter(right).count()
}

#[test]
fn hourly_copies_of_everything_tell_no_answer_once_the_key_is_destroyed() {
    let town = Town::new(None);
    town.settle(&crowd(PEOPLE));
    let id = town.launch("anonymous");
    let key = *town.app.keys.opening(&id.bytes()).unwrap().to_bytes();
    let mut copies: Vec<Vec<u8>> = Vec::new();
    // Somebody copies the database after every tenth answer, so each person's ballot is one of ten.
    let truth = vote(&town, &id, |number| {
        if number % 10 == 9 {
            copies.extend(database_files(&town));
        }
    });
    let sealed: BTreeMap<Vec<u8>, Vec<u8>> = town
        .app
        .store
        .read(|c| ballot::of_wave(c, &id))
        .unwrap()
        .into_iter()
        .map(|ballot| (ballot.id, ballot.sealed.unwrap()))
        .collect();
    town.wait(10, 1);
    gutcheck::wave::count(&town.app, &id, "Hanna").unwrap();
    town.wait(4, 0);

    // The key was never in the database, and is nowhere now.
    let now = files(&town.folder)
        .into_iter()
        .map(|path| std::fs::read(path).unwrap());
    for copy in copies.into_iter().chain(now) {
        assert_eq!(memmem::find(&copy, &key), None);
    }
    // All sealed ballots have one size, and no byte of them goes with the answer: the best rule learnt on
    // one half, told whose ballot it is, guesses the other half no better than by tossing a coin.
    let sizes: BTreeSet<usize> = sealed.values().map(Vec::len).collect();
    assert_eq!(sizes.len(), 1);
    let known: Vec<(&[u8], bool)> = truth
        .iter()
        .map(|one| (sealed[one.ballot.as_slice()].as_slice(), one.answer == 4))
        .collect();
    let (learn, test) = known.split_at(PEOPLE / 2);
    let right = |sample: &[(&[u8], bool)], place: usize, over: u8| {
        let hit = |(bytes, high): &&(&[u8], bool)| (bytes[place] > over) == *high;
        sample.iter().filter(hit).count()
    };
    let rules = (1..400).flat_map(|place| [63, 127, 191].map(|over| (place, over)));
    let (place, over) = rules
        .max_by_key(|(place, over)| right(learn, *place, *over))
        .unwrap();
    let (hits, half) = (right(test, place, over) as f64, PEOPLE as f64 / 4.0);
    let deviation = (PEOPLE as f64 / 2.0 * 0.25).sqrt();
    assert!(hits <= half + 4.5 * deviation, "{hits} of {}", PEOPLE / 2);
}

fn database_files(town: &Town) -> Vec<Vec<u8>> {
    let of_database =
        |path: &std::path::PathBuf| path.to_string_lossy().contains("gutcheck.sqlite");
    files(&town.folder)
        .into_iter()
        .filter(of_database)
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    kind: String,
}

#[derive(QueryableByName)]
struct Link {
    #[diesel(sql_type = Text)]
    from: String,
    #[diesel(sql_type = Text)]
    to: String,
}

#[derive(QueryableByName)]
struct Definition {
    #[diesel(sql_type = Nullable<Text>)]
    sql: Option<String>,
}

#[test]
fn no_table_of_answers_has_room_for_a_time_a_serial_or_an_address() {
    let town = Town::new(None);
    let allowed = [
        (
            "invitation",
            "id wave person node cell token_hash blinded_hash",
        ),
        ("ballot", "id wave cell prefix signature sealed"),
        ("result", "wave atom tally"),
        ("comment", "id wave question circle words"),
    ];
    for (table, names) in allowed {
        let columns: Vec<Column> = ask(
            &town,
            &format!("SELECT name, type AS kind FROM pragma_table_info('{table}')"),
        );
        let found: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(found, names.split(' ').collect::<Vec<_>>(), "{table}");
        for column in &columns {
            let kind = column.kind.to_uppercase();
            let plain = ["TEXT", "INTEGER", "BYTEA", "BOOLEAN"].contains(&kind.as_str());
            assert!(plain, "{table}.{} is a {kind}", column.name);
        }
    }
    for table in ["invitation", "ballot", "comment"] {
        let definition: Vec<Definition> = ask(
            &town,
            &format!("SELECT sql FROM sqlite_master WHERE name = '{table}'"),
        );
        let sql = definition[0].sql.clone().unwrap();
        assert!(
            sql.contains("WITHOUT ROWID"),
            "{table} keeps a serial number"
        );
    }
}

#[test]
fn no_foreign_key_leads_from_a_ballot_to_a_person() {
    let town = Town::new(None);
    let links: Vec<Link> = ask(
        &town,
        "SELECT m.name AS \"from\", f.\"table\" AS \"to\" FROM sqlite_master m \
         JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'",
    );
    assert!(links.len() > 10, "foreign keys cannot be read");
    let mut reached = BTreeSet::from(["ballot".to_owned(), "comment".to_owned()]);
    loop {
        let next = links.iter().filter(|link| reached.contains(&link.from));
        let next: Vec<_> = next.map(|link| link.to.clone()).collect();
        let before = reached.len();
        reached.extend(next);
        if reached.len() == before {
            break;
        }
    }
    assert!(!reached.contains("person"), "{reached:?}");
}

fn ask<T>(town: &Town, sql: &str) -> Vec<T>
where
    T: diesel::deserialize::QueryableByName<diesel::sqlite::Sqlite> + 'static,
{
    let read = |c: &mut Db| match c {
        Db::Sqlite(c) => Ok(diesel::sql_query(sql).load(c)?),
        Db::Postgres(_) => panic!("this looks at SQLite"),
    };
    town.app.store.read(read).unwrap()
}
