//! Repeating a wave.

use super::wave::{LIST, act, console, verbs};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{SeriesId, WaveId};
use crate::wave;
use crate::web::body::{Nothing, Posted};
use crate::web::id::Id;
use crate::web::reply::Failure;
use crate::web::visit::Hr;
use actix_web::{HttpResponse, web};
use serde::Deserialize;

/// How often a wave is to be repeated.
#[derive(Deserialize)]
pub struct Period {
    months: i32,
}

/// POST `/hr/waves/{wave}/repeat`: lets a wave come again by itself.
pub async fn repeat(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<Period>,
) -> Result<HttpResponse, Failure> {
    act(app, hr, id, move |app, id, by| {
        wave::repeat(app, id, form.0.months, by)?;
        Ok(console(id))
    })
    .await
}

verbs! {
    /// POST `/hr/waves/{wave}/skip`: drops the draft that a series has made.
    skip = |app, id, by| wave::skip_turn(app, id, by).map(|_| LIST.to_owned());

    /// POST `/hr/waves/{wave}/pause`: pauses the series of a wave.
    pause = |app, id, by| {
        wave::pause_series(app, &series(app, id)?, true, by)?;
        Ok(console(id))
    };

    /// POST `/hr/waves/{wave}/resume`: lets the series of a wave go on. A draft whose time is over goes.
    resume = |app, id, by| {
        wave::pause_series(app, &series(app, id)?, false, by)?;
        match wave::overview(app, id) {
            Err(Problem::NotFound) => Ok(LIST.to_owned()),
            other => other.map(|_| console(id)),
        }
    };

    /// POST `/hr/waves/{wave}/end`: ends the series of a wave.
    end = |app, id, by| {
        wave::end_series(app, &series(app, id)?, by)?;
        Ok(console(id))
    };
}

fn series(app: &App, id: &WaveId) -> Outcome<SeriesId> {
    let wave = wave::overview(app, id)?.wave;
    wave.series.ok_or(Problem::NotFound)
}
