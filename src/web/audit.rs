//! What auditors see of each wave: what was promised, and the record of what became of it.

use super::hr::Zone;
use super::reply::{Failure, on};
use super::viewer::Auditor;
use crate::app::App;
use crate::ballot::promise::short;
use crate::error::Outcome;
use crate::store::wave::{State, Wave};
use crate::text::Lang;
use crate::wave;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct AuditPage {
    waves: Vec<AuditWave>,
}

#[derive(Serialize)]
struct AuditWave {
    title: String,
    state_label: String,
    opens: String,
    closes: String,
    /// The number of the promise, and the letters of its public page.
    number: Option<String>,
    root: Option<String>,
    /// The address of the organisation's figures, where the promise lets auditors read them.
    figures: Option<String>,
}

/// GET `/audit`.
pub async fn list(app: web::Data<App>, auditor: Auditor) -> Result<HttpResponse, Failure> {
    let lang = auditor.0.lang;
    let view = on(&app, move |app| {
        let zone = Zone::of(app)?;
        let waves = wave::list(app)?;
        let launched = waves.iter().filter(|wave| wave.state != State::Draft);
        let waves = launched.map(|wave| AuditWave::read(app, wave, zone, lang));
        Ok(AuditPage {
            waves: waves.collect::<Outcome<_>>()?,
        })
    })
    .await?;
    auditor.0.html(&app, "audit.html", &view)
}

impl AuditWave {
    fn read(app: &App, wave: &Wave, zone: Zone, lang: Lang) -> Outcome<Self> {
        let (number, root) = wave::overview(app, &wave.id)?.promise.unzip();
        let shown = wave.auditors_read && wave.state == State::Released;
        Ok(Self {
            title: wave.title.clone(),
            state_label: lang.text(&format!("hr-state-{}", wave.state.as_str())),
            opens: zone.words(wave.opens, lang),
            closes: zone.words(wave.closes, lang),
            number: number.as_deref().map(short),
            root,
            figures: shown.then(|| format!("/hr/waves/{}/organisation", wave.id)),
        })
    }
}
