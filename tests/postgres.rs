//! The same promises on PostgreSQL. `GUTCHECK_TEST_POSTGRES` names a database that may be emptied.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod support;

#[path = "support/story.rs"]
mod play;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bytea, Text};
use diesel::{Connection, PgConnection};
use std::sync::{Mutex, MutexGuard, PoisonError};
use support::Town;
use support::adversary::{Truth, by_luck, crowd, found_out, vote};

static DATABASE: Mutex<()> = Mutex::new(());

/// The emptied database, for one test at a time.
fn emptied() -> (String, PgConnection, MutexGuard<'static, ()>) {
    let turn = DATABASE.lock().unwrap_or_else(PoisonError::into_inner);
    let url = std::env::var("GUTCHECK_TEST_POSTGRES")
        .unwrap_or_else(|_| panic!("GUTCHECK_TEST_POSTGRES names no database"));
    let mut server = PgConnection::establish(&url).unwrap();
    server
        .batch_execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;")
        .unwrap();
    (url, server, turn)
}

#[test]
fn a_wave_lives_from_roster_to_the_next_quarter_on_postgresql() {
    let (url, _, _turn) = emptied();
    actix_web::rt::System::new().block_on(play::play(Some(&url)));
}

#[test]
fn two_of_three_trustees_open_a_wave_on_postgresql() {
    let (url, _, _turn) = emptied();
    let open = support::trustees::two_of_three_open_a_wave(Some(&url));
    actix_web::rt::System::new().block_on(open);
}

#[test]
fn two_nodes_send_a_thousand_mails_once_each_and_what_a_dead_one_had_taken() {
    let (url, _, _turn) = emptied();
    support::nodes::share_the_work(Some(&url));
}

#[test]
fn a_wave_changes_one_verb_at_a_time_on_postgresql() {
    for race in [
        support::races::repetition_outlives_a_release,
        support::races::presses_at_once_make_one_series,
        support::races::a_wave_is_settled_once_whatever_its_key_test_has_read,
        support::races::a_plan_that_changes_during_the_launch_is_not_put_back,
    ] {
        let (url, _, _turn) = emptied();
        race(Some(&url));
    }
}

#[test]
fn an_import_is_applied_searched_downloaded_and_undone_on_postgresql() {
    let (url, _, _turn) = emptied();
    support::rosters::an_import_is_applied_searched_downloaded_and_undone(Some(&url));
}

#[test]
fn several_changes_at_once_are_lawful_one_after_the_other_on_postgresql() {
    for change in [
        support::amendments::changes_at_once_make_one_lawful_chain,
        support::amendments::the_last_place_is_given_once,
        support::amendments::a_wave_ends_once,
    ] {
        let (url, _, _turn) = emptied();
        change(Some(&url));
    }
}

#[test]
fn numbers_and_ends_are_held_to_the_promise_on_postgresql() {
    let (url, server, turn) = emptied();
    support::attacks::two_promises_never_share_a_number(Some(&url));
    drop((server, turn));
    let (url, server, turn) = emptied();
    let unreleased = support::attacks::a_wave_that_nobody_releases_is_gone(Some(&url));
    actix_web::rt::System::new().block_on(unreleased);
    drop((server, turn));
}

#[test]
fn a_damaged_log_of_acts_keeps_nobody_from_acting_on_postgresql() {
    let (url, _, _turn) = emptied();
    support::damage::a_damaged_log_keeps_nobody_from_acting(Some(&url));
}

#[test]
fn a_used_database_can_be_migrated_down_and_up_on_postgresql() {
    let (url, _, _turn) = emptied();
    support::migrations::a_used_database_can_be_migrated(Some(&url));
}

#[test]
fn reports_are_packed_once_whoever_clicks_and_whoever_dies() {
    for packing in [
        support::packing::clicks_at_once,
        support::packing::a_dead_node,
        support::packing::a_deadly_packing,
    ] {
        let (url, _, _turn) = emptied();
        packing(Some(&url));
    }
}

#[derive(QueryableByName)]
struct Link {
    #[diesel(sql_type = Text)]
    id: String,
}

#[derive(QueryableByName)]
struct Ballot {
    #[diesel(sql_type = Bytea)]
    id: Vec<u8>,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

#[test]
fn neither_transactions_nor_places_of_rows_tell_who_cast_which_ballot() {
    let (url, mut server, _turn) = emptied();
    let town = Town::new(Some(&url));
    const PEOPLE: usize = 450;
    town.settle(&crowd(PEOPLE));
    let id = town.launch("anonymous");
    let truth = vote(&town, &id, |_| {});
    // While the wave is open the numbers of transactions do tell; otherwise this would prove nothing.
    assert!(
        best_guess(&mut server, &truth) > PEOPLE * 3 / 4,
        "before the close"
    );
    town.wait(10, 1);
    assert!(
        best_guess(&mut server, &truth) <= by_luck(GUESSES),
        "after the close"
    );
    gutcheck::wave::count(&town.app, &id, "Hanna").unwrap();
    town.wait(4, 0);
    assert!(
        best_guess(&mut server, &truth) <= by_luck(GUESSES),
        "after the destruction"
    );
}

/// Six orders for each of two tables.
const GUESSES: u32 = 6 * 6;

/// The best of all orders in which both tables can be read.
fn best_guess(server: &mut PgConnection, truth: &[Truth]) -> usize {
    let orders = [
        "xmin::text::bigint, ctid",
        "xmin::text::bigint DESC, ctid DESC",
        "ctid",
        "ctid DESC",
        "octet_length(invitation::text), xmin::text::bigint",
    ];
    let mut best = 0;
    for order in orders {
        let links = format!("SELECT id FROM invitation ORDER BY {order}");
        let links: Vec<Link> = diesel::sql_query(links).load(server).unwrap();
        let links: Vec<String> = links.into_iter().map(|link| link.id).collect();
        for order in orders {
            let order = order.replace("invitation::text", "ballot::text");
            let ballots = format!("SELECT id FROM ballot ORDER BY {order}");
            let ballots: Vec<Ballot> = diesel::sql_query(ballots).load(server).unwrap();
            let ballots: Vec<Vec<u8>> = ballots.into_iter().map(|ballot| ballot.id).collect();
            best = best.max(found_out(truth, &links, &ballots));
        }
    }
    best
}

#[test]
fn no_table_of_answers_has_a_time_or_a_serial_and_no_key_leads_to_a_person() {
    let (url, mut server, _turn) = emptied();
    let _town = Town::new(Some(&url));
    let mut count = |sql: &str| {
        let counted: Count = diesel::sql_query(sql).get_result(&mut server).unwrap();
        counted.count
    };
    let columns = "FROM information_schema.columns \
        WHERE table_name IN ('invitation', 'ballot', 'result', 'comment', 'slip')";
    assert_eq!(
        count(&format!("SELECT count(*) {columns}")),
        7 + 6 + 3 + 5 + 5
    );
    let revealing = format!(
        "SELECT count(*) {columns} AND (data_type LIKE '%time%' OR data_type = 'date' \
         OR data_type = 'inet' OR column_default IS NOT NULL OR is_identity = 'YES')"
    );
    assert_eq!(count(&revealing), 0);
    let reached = "WITH RECURSIVE reached AS (SELECT 'ballot'::regclass::oid AS at \
        UNION SELECT 'comment'::regclass::oid \
        UNION SELECT confrelid FROM pg_constraint JOIN reached ON conrelid = at WHERE contype = 'f') \
        SELECT count(*) FROM reached WHERE at = 'person'::regclass";
    assert_eq!(count(reached), 0);
}
