use super::times::Zone;
use crate::app::App;
use crate::error::Outcome;
use crate::ids::WaveId;
use crate::store::wave::Wave;
use crate::text::Lang;
use crate::wave;
use serde::Serialize;

/// How a wave is repeated.
#[derive(Serialize)]
pub struct RepeatCard {
    /// Months from one turn to the next.
    months: i32,
    paused: bool,
    /// When the next turn opens that has not been made; none at the end of the calendar.
    opens: Option<String>,
    /// When HR is told of it.
    told: Option<String>,
    /// The draft of a turn that was made already, its title and its opening.
    draft: Option<(WaveId, String, String)>,
    /// When the roster for this wave is taken, if it is the draft.
    roster: String,
}

impl RepeatCard {
    /// Reads how a wave is repeated; `None` if it is not.
    pub fn read(app: &App, of: &Wave, zone: Zone, lang: Lang) -> Outcome<Option<Self>> {
        let Some(id) = &of.series else {
            return Ok(None);
        };
        let known = wave::repetition(app, id)?;
        let words = |moment| zone.words(moment, lang);
        let of_next = known.next.as_ref();
        Ok(Some(Self {
            months: known.series.months,
            paused: known.series.paused,
            opens: of_next.map(|turn| words(turn.opens)),
            told: of_next.map(|turn| words(turn.told)),
            draft: known
                .draft
                .map(|draft| (draft.id, draft.title, words(draft.opens))),
            roster: words(app.store.read(|c| wave::roster_taken(c, of))?),
        }))
    }
}
