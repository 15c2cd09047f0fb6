use crate::app::App;
use crate::error::Outcome;
use crate::store::wave::{self, Wave};

/// All waves, the latest opening first.
pub fn list(app: &App) -> Outcome<Vec<Wave>> {
    app.store.read(wave::waves)
}
