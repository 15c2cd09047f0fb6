use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{MailId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::invitation;
use crate::store::outbox::{self, Kind};
use crate::store::wave::{self, State, Wave};

/// Opens a frozen wave for answers and queues the invitations, in one transaction.
///
/// # Errors
/// A refusal if the wave is not frozen or its time has not come.
pub fn launch(app: &App, id: &WaveId) -> Outcome<()> {
    let now = app.now();
    app.store.write(|c| {
        let wave = wave::wave(c, id)?;
        if wave.opens > now {
            return Err(Problem::refused("problem-wave-early"));
        }
        let open = Wave {
            state: State::Open,
            ..wave
        };
        if !wave::change(c, &open, State::Frozen)? {
            return Err(Problem::refused("problem-wave-not-frozen"));
        }
        act::note(c, now, "", Act::Opened, id.as_str())?;
        for invitation in invitation::of_wave(c, id)? {
            let mail = MailId::new(app.seed());
            outbox::queue(c, mail, Kind::Invitation, invitation.id.as_str(), now)?;
        }
        for form in invitation::leader_forms(c, id)? {
            let mail = MailId::new(app.seed());
            outbox::queue(c, mail, Kind::LeaderForm, form.id.as_str(), now)?;
        }
        Ok(())
    })
}
