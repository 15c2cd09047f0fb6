use crate::app::App;
use crate::ballot::seal::OpeningPublicKey;
use crate::error::Outcome;
use crate::store::act::{self, Kind};
use crate::store::wave::{self, State, Wave};
use chrono::Duration;

/// Tests once a day that the key file of a running wave opens what is sealed for it, while it can still be
/// put back, and notes the outcome for HR.
pub fn test_key(app: &App, wave: &Wave) -> Outcome<()> {
    let now = app.now();
    let needed = matches!(
        wave.state,
        State::Proving | State::Frozen | State::Open | State::Closed
    );
    let since = now - Duration::hours(23);
    let recent = wave.key_tested.is_some_and(|tested| tested > since);
    let key = wave
        .opening_key
        .as_deref()
        .map(OpeningPublicKey::from_bytes);
    let (true, false, Some(Ok(key))) = (needed, recent, key) else {
        return Ok(());
    };
    let test = app.keys.self_test(&wave.id.bytes(), &key);
    if let Err(error) = &test {
        tracing::error!(wave = %wave.id, %error, "the nightly test of an opening key failed");
    }
    app.store.write(|c| {
        if wave::key_tested(c, &wave.id, (since, now), test.is_ok())? && test.is_err() {
            act::note(c, now, "", Kind::KeyFailed, wave.id.as_str())?;
        }
        Ok(())
    })
}
