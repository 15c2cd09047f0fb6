use super::deliver::Addressees;
use crate::app::App;
use crate::error::Outcome;
use crate::ids::{InvitationId, LeaderFormId};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::{Db, Moment, invitation};
use chrono::Duration;
use std::collections::BTreeMap;

/// A mail that is later than that has lost its place, so that what piled up does not leave all at once.
const LATE: Duration = Duration::minutes(2);

/// Of the mails that were taken, gives those a place in the queue of their domain that have none. Returns
/// those that can leave now, and how many wait for their turn.
pub(super) fn pace(
    app: &App,
    c: &mut Db,
    taken: Vec<Mail>,
    to: &Addressees,
    until: Moment,
) -> Outcome<(Vec<Mail>, usize)> {
    let (now, fits) = (app.now(), app.config.mail_per_minute);
    if fits == 0 {
        return Ok((taken, 0));
    }
    let in_turn = |mail: &Mail| mail.urgent || mail.paced && now - mail.not_before < LATE;
    let (mut ready, others): (Vec<_>, Vec<_>) = taken.into_iter().partition(in_turn);
    let mut waiting = 0;
    for (domain, mails) in by_domain(c, others, to)? {
        let number = u32::try_from(mails.len()).unwrap_or(u32::MAX);
        let slots = outbox::reserve_slots(c, &domain, number, fits, now)?;
        for (number, mail) in (0..).zip(mails) {
            let minute = slots.minute(number);
            if minute <= now {
                ready.push(mail);
                continue;
            }
            let placed = Mail {
                not_before: minute,
                paced: true,
                leased_until: None,
                ..mail
            };
            outbox::put(c, &placed, until)?;
            waiting += 1;
        }
    }
    Ok((ready, waiting))
}

fn by_domain(
    c: &mut Db,
    mails: Vec<Mail>,
    to: &Addressees,
) -> Outcome<BTreeMap<String, Vec<Mail>>> {
    let mut domains: BTreeMap<String, Vec<Mail>> = BTreeMap::new();
    for mail in mails {
        let address = address(c, &mail, to)?;
        let domain = address.rsplit('@').next().unwrap_or_default();
        domains.entry(domain.to_owned()).or_default().push(mail);
    }
    Ok(domains)
}

/// Where a mail goes, for those that many people get at the same time.
fn address(c: &mut Db, mail: &Mail, to: &Addressees) -> Outcome<String> {
    let member = InvitationId::parse(&mail.subject).and_then(|id| to.get(&id));
    if let Some(member) = member {
        return Ok(member.person.email.clone().unwrap_or_default());
    }
    let leader = match mail.kind {
        Kind::LeaderForm | Kind::LeaderReminder | Kind::LeaderNudge | Kind::Results => {
            LeaderFormId::parse(&mail.subject)
        }
        _ => None,
    };
    let leader = leader.map(|id| invitation::leader(c, &id)).transpose()?;
    Ok(leader.and_then(|to| to.person.email).unwrap_or_default())
}
