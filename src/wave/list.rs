use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::wave::{self, Wave};

/// Whether auditors read the organisation's figures of a wave, by its plan.
pub fn auditors_read(app: &App, id: &WaveId) -> Outcome<bool> {
    let wave = app.store.read(|c| wave::wave(c, id))?;
    Ok(wave.auditors_read)
}

/// All waves, the latest opening first.
pub fn list(app: &App) -> Outcome<Vec<Wave>> {
    app.store.read(wave::waves)
}
