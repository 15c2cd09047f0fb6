//! The life of a wave on PostgreSQL. `GUTCHECK_TEST_POSTGRES` names a database that may be emptied.

mod support;

#[path = "support/story.rs"]
mod play;

use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

#[actix_web::test]
async fn a_wave_lives_from_roster_to_the_next_quarter_on_postgresql() {
    let url = std::env::var("GUTCHECK_TEST_POSTGRES").expect("GUTCHECK_TEST_POSTGRES is set");
    let mut server = PgConnection::establish(&url).unwrap();
    server
        .batch_execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;")
        .unwrap();
    play::play(Some(&url)).await;
}
