//! The life of a wave on SQLite.

mod support;

#[path = "support/story.rs"]
mod play;

#[actix_web::test]
async fn a_wave_lives_from_roster_to_the_next_quarter_on_sqlite() {
    play::play(None).await;
}
