use super::sheet;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::PersonId;
use crate::store::act::{self, Kind};
use crate::store::{outbox, people, roster};
use crate::text::Sentence;
use serde::Deserialize;

/// A right address, as HR fills it in.
#[derive(Deserialize)]
pub struct AddressForm {
    /// Such as `ada@example.org`.
    pub email: String,
}

/// Corrects the address of somebody on the roster. It is the same person: the link of every open wave goes to the
/// right address at once, and whatever is to be sent later goes there too. `by` is who does it, for the log.
///
/// # Errors
/// A refusal for a text that is no address, the present one, or that of somebody else; not found for somebody who
/// has left.
pub fn correct_address(app: &App, id: &PersonId, form: &AddressForm, by: &str) -> Outcome<()> {
    let email = sheet::address(&form.email).ok_or_else(|| Problem::refused("problem-email"))?;
    app.store.write(|c| {
        roster::hold(c)?;
        let mut person = people::person(c, id)?;
        if !person.active {
            return Err(Problem::NotFound);
        }
        if person.email.as_ref() == Some(&email) {
            return Err(Problem::refused("problem-address-same"));
        }
        if let Some(other) = people::person_by_email(c, &email)? {
            let taken = Sentence::new("problem-address-taken").with("name", other.name.as_str());
            return Err(Problem::Refused(taken));
        }
        person.email = Some(email);
        people::change_person(c, &person)?;
        outbox::follow(c, id, app.now())?;
        act::note(c, app.now(), by, Kind::Readdressed, id.as_str())
    })
}
