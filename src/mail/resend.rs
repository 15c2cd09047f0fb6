use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{InvitationId, LeaderFormId, WaveId};
use crate::store::act::{self, Kind as Act};
use crate::store::invitation::{self, Recipient};
use crate::store::outbox::{self, Delivery, Kind, Mail};
use crate::store::people::Person;
use crate::store::wave::{self, State};
use crate::store::{Db, Moment, frozen};
use chrono::Duration;

/// How many people a search finds at the most.
pub const MOST_FOUND: usize = 10;

/// How often the same mail is sent to somebody again, and how much time has to pass in between.
const MOST: usize = 5;
const APART: Duration = Duration::hours(1);

/// Somebody who was asked in a wave, as HR finds them.
pub struct Asked {
    /// The invitation or the leader's form.
    pub slip: String,
    /// Name.
    pub name: String,
    /// Address; without one there is no mail.
    pub email: Option<String>,
    /// The team they were asked about.
    pub team: String,
    /// As its leader.
    pub leads: bool,
}

/// Who was asked in a wave and has these letters in their name or address, by name; one more than are shown if there
/// are more. Whether they have answered, or want no mails, is not looked at.
pub fn search(app: &App, wave: &WaveId, letters: &str) -> Outcome<Vec<Asked>> {
    let letters = letters.trim().to_lowercase();
    if letters.is_empty() {
        return Ok(Vec::new());
    }
    app.store.read(|c| {
        let is_meant = |one: &Recipient| {
            let email = one.person.email.as_deref().unwrap_or_default();
            one.person.name.to_lowercase().contains(&letters) || email.contains(&letters)
        };
        let all = invitation::recipients(c, wave)?.into_iter();
        let mut found: Vec<Recipient> = all.filter(is_meant).collect();
        found.sort_by(|a, b| (&a.person.name, &a.slip).cmp(&(&b.person.name, &b.slip)));
        found.truncate(MOST_FOUND + 1);
        let asked = found.into_iter().map(|one| {
            let team = frozen::node(c, wave, one.node)?;
            Ok(Asked {
                slip: one.slip,
                name: one.person.name,
                email: one.person.email,
                team: team.map(|team| team.name).unwrap_or_default(),
                leads: one.leads,
            })
        });
        asked.collect()
    })
}

/// Sends somebody the link once more, in the words of the first mail, and says to whom. It goes to whoever has
/// answered as to others; whoever wants no mails gets none, and nothing tells that.
///
/// # Errors
/// A refusal if the wave is not open, the first mail has not left yet, or one left just now or too often.
pub fn resend(app: &App, wave: &WaveId, slip: &str, by: &str) -> Outcome<String> {
    let now = app.now();
    app.store.write(|c| {
        let known = wave::wave(c, wave)?;
        if known.state != State::Open || known.closes <= now {
            return Err(Problem::refused("problem-resend-closed"));
        }
        let (kind, of, person) = asked(c, slip)?;
        if of != *wave || !person.active {
            return Err(Problem::NotFound);
        }
        let first = outbox::mail(c, kind, slip)?;
        let first = first.filter(|_| person.email.is_some());
        let first = first.ok_or_else(|| Problem::refused("problem-resend-none"))?;
        send(c, slip, &first, now)?;
        act::note(c, now, by, Act::MailedAgain, wave.as_str())?;
        Ok(person.name)
    })
}

/// What the first mail to somebody is, the wave, and who.
fn asked(c: &mut Db, slip: &str) -> Outcome<(Kind, WaveId, Person)> {
    let member = InvitationId::parse(slip).ok_or(Problem::NotFound)?;
    let leader = LeaderFormId::parse(slip).ok_or(Problem::NotFound)?;
    match invitation::addressee(c, &member) {
        Ok(to) => Ok((Kind::Invitation, to.invitation.wave, to.person)),
        Err(Problem::NotFound) => {
            let to = invitation::leader(c, &leader)?;
            Ok((Kind::LeaderForm, to.invitation.wave, to.person))
        }
        Err(problem) => Err(problem),
    }
}

fn send(c: &mut Db, slip: &str, first: &Mail, now: Moment) -> Outcome<()> {
    if first.state == Delivery::Queued {
        return Err(Problem::refused("problem-resend-waiting"));
    }
    // What did not arrive counts as not invited until it does, so it is that mail which is tried again.
    if Delivery::RETRIABLE.contains(&first.state) {
        return outbox::requeue(c, &first.id, now);
    }
    let before = outbox::all_numbered(c, Kind::Again, slip, MOST)?;
    let just = |mail: &Mail| mail.state == Delivery::Queued || mail.not_before + APART > now;
    if before.iter().chain([first]).any(just) {
        return Err(Problem::refused("problem-resend-just"));
    }
    if before.len() >= MOST {
        return Err(Problem::refused("problem-resend-often"));
    }
    let again = outbox::numbered(Kind::Again, slip, before.len() + 1, now);
    outbox::queue(c, &[again])
}
