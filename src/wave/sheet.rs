use crate::app::App;
use crate::ballot::secret::InvitationSecret;
use crate::error::Outcome;
use crate::store::{commitment, invitation};

/// What the owner of a link judges of the commitments of their team, as it was hashed into the promise. `None`
/// if there is no such link, or nothing to judge. Looking uses nothing up and leaves no trace.
pub fn sheet(app: &App, token: &str) -> Outcome<Option<String>> {
    let Some(secret) = InvitationSecret::parse(token) else {
        return Ok(None);
    };
    app.store
        .read(|c| match invitation::by_token(c, &secret.hash())? {
            Some(slip) => commitment::sheet(c, &slip.wave, slip.cell),
            None => Ok(None),
        })
}
