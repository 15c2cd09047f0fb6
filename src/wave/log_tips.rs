use super::amend::terms;
use crate::app::App;
use crate::error::Outcome;
use crate::store::{act, promise, wave};

/// What people call the waves whose promises name an end of the log of acts that is not in it: somebody has written
/// the log anew since.
pub fn broken_log_tips(app: &App) -> Outcome<Vec<String>> {
    app.store.read(|c| {
        let mut broken = Vec::new();
        for wave in wave::waves(c)? {
            let Some(promise) = promise::of_wave(c, &wave.id)? else {
                continue;
            };
            let told = terms(&promise)?.log_tip;
            if let Some(told) = told
                && !act::stands(c, &told)?
            {
                broken.push(wave.title);
            }
        }
        Ok(broken)
    })
}
