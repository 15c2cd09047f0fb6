use super::batch::Batch;
use super::compose::{Addressed, stop_link};
use super::template::{About, Personal};
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId};
use crate::store::invitation;
use crate::store::outbox::Mail;
use crate::store::wave::State;

/// To somebody who had been asked in a wave that was called off. Nothing in it depends on whether they answered.
pub(super) fn to_asked(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let id = InvitationId::parse(&mail.subject).ok_or(Problem::NotFound)?;
    let as_member = batch.app.store.read(|c| invitation::addressee(c, &id));
    let (person, stopped, wave, node) = match as_member {
        Ok(to) => (
            to.person,
            to.stopped,
            to.invitation.wave,
            to.invitation.node,
        ),
        Err(Problem::NotFound) => {
            let id = LeaderFormId::new(id.bytes());
            let to = batch.app.store.read(|c| invitation::leader(c, &id))?;
            (
                to.person,
                to.stopped,
                to.invitation.wave,
                to.invitation.node,
            )
        }
        Err(problem) => return Err(problem),
    };
    let facts = batch.facts(&wave)?;
    if stopped || !person.active || facts.wave.state != State::Off {
        return Ok(None);
    }
    Ok(Some(Addressed {
        person,
        personal: Personal {
            link: batch
                .app
                .config
                .link(&format!("/wave/{}", facts.in_link()?)),
            stop: Some(stop_link(batch, id.bytes())),
            ..Personal::default()
        },
        about: Some(About {
            facts,
            node,
            cell: None,
            next: None,
        }),
    }))
}
