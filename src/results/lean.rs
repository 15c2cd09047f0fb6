use super::load::Loaded;
use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;

/// Whether the figures of a released wave take some of their parameters from a wave before it.
///
/// # Errors
/// Not found before its release.
pub fn leans(app: &App, id: &WaveId) -> Outcome<bool> {
    let loaded = Loaded::read(app, id)?;
    Ok(loaded.scores.parameters.lean())
}
