use super::times::Zone;
use crate::app::App;
use crate::ballot::promise::moment;
use crate::error::Outcome;
use crate::store::wave::State;
use crate::text::Lang;
use crate::wave::{self, Candidate, Public};
use crate::web::changes;
use serde::Serialize;

/// What was changed about a launched wave, and what still may be.
#[derive(Serialize)]
pub struct ChangesCard {
    /// In words, the first change first.
    list: Vec<String>,
    /// The wave can be extended and people can be added.
    running: bool,
    /// The latest end that was promised, for reading and for a field.
    latest: String,
    latest_field: String,
    /// It takes answers for as long as it may.
    is_latest: bool,
    /// Who can be added.
    candidates: Vec<CandidateView>,
    /// When the keys are destroyed, whatever happens.
    destroys_by: String,
}

#[derive(Serialize)]
struct CandidateView {
    key: String,
    name: String,
    email: Option<String>,
    team: String,
}

impl From<Candidate> for CandidateView {
    fn from(candidate: Candidate) -> Self {
        Self {
            key: candidate.key(),
            name: candidate.person.name,
            email: candidate.person.email,
            team: candidate.team,
        }
    }
}

impl ChangesCard {
    /// Reads what became of a promise.
    pub fn read(app: &App, root: &str, zone: Zone, lang: Lang) -> Outcome<Self> {
        let known: Public = wave::public(app, root)?;
        let now = app.now();
        let at = |text: &str| moment(text).map_or(now, |at| at.and_utc().into());
        let latest = at(&known.terms.latest_close);
        let launched = matches!(
            known.wave.state,
            State::Proving | State::Frozen | State::Open
        );
        let candidates = wave::candidates(app, &known.wave.id)?.into_iter();
        Ok(Self {
            list: changes::words(&known, lang, |at| zone.words(at, lang)),
            running: launched && now < known.wave.closes,
            latest: zone.words(latest, lang),
            latest_field: zone.field(latest),
            is_latest: known.wave.closes >= latest,
            candidates: candidates.map(CandidateView::from).collect(),
            destroys_by: zone.words(at(&known.terms.destroys_by), lang),
        })
    }
}
