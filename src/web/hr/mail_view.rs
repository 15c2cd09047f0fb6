use super::times::Zone;
use crate::app::App;
use crate::error::Outcome;
use crate::ids::PersonId;
use crate::mail::{self, Standing};
use crate::store::outbox::{Count, Delivery, Planned};
use crate::store::wave::{State, Wave};
use crate::text::Lang;
use serde::Serialize;

/// The mails of a wave, as counts.
#[derive(Serialize)]
pub struct MailCard {
    /// Some wait for their day.
    planned: bool,
    /// The heads of the other columns: where mails can stand, without those where none does.
    states: Vec<&'static str>,
    kinds: Vec<KindLine>,
    /// Why mails wait or did not arrive, and what helps.
    reasons: Vec<ReasonLine>,
    /// Whom the first mail did not reach.
    unreachable: Vec<Unreachable>,
    /// Somebody can have mails sent again.
    again: bool,
    /// Mails that may have arrived twice.
    twice: i64,
    /// Somebody can have the first mail sent to one person again.
    one: bool,
}

#[derive(Serialize)]
struct KindLine {
    label: String,
    /// How many wait for their day, and which that is.
    planned: Option<(i64, String)>,
    /// One for each column.
    counts: Vec<i64>,
}

/// The columns there can be, and what is counted in each; the first two are always there.
const COLUMNS: [(&str, &[Delivery]); 5] = [
    ("queued", &[Delivery::Queued]),
    ("sent", &[Delivery::Sent]),
    ("uncertain", &[Delivery::Uncertain]),
    ("refused", &[Delivery::Refused, Delivery::Failed]),
    ("bounced", &[Delivery::Bounced]),
];
const ALWAYS: usize = 2;

#[derive(Serialize)]
struct ReasonLine {
    mails: i64,
    state: &'static str,
    words: String,
}

#[derive(Serialize)]
struct Unreachable {
    id: PersonId,
    name: String,
    email: Option<String>,
}

impl MailCard {
    /// Reads how the mails of a wave stand.
    pub fn read(app: &App, wave: &Wave, lang: Lang) -> Outcome<Self> {
        let id = &wave.id;
        let standing = mail::standing(app, id)?;
        let zone = Zone::of(app)?;
        let useful = mail::useful(wave.state);
        let person = |person: crate::store::people::Person| Unreachable {
            id: person.id,
            name: person.name,
            email: person.email,
        };
        let counts: Vec<Count> = standing.iter().flat_map(|one| one.counts.clone()).collect();
        let some = |states: &[Delivery]| counts.iter().any(|count| states.contains(&count.state));
        let columns = COLUMNS.iter().enumerate();
        let columns: Vec<_> = columns
            .filter(|(number, (_, states))| *number < ALWAYS || some(states))
            .map(|(_, column)| *column)
            .collect();
        let line = |one: &Standing| KindLine {
            label: lang.text(&format!("hr-mail-{}", one.kind.as_str())),
            planned: one.planned.map(|some| (some.mails, days(some, zone, lang))),
            counts: columns.iter().map(|(_, states)| one.at(states)).collect(),
        };
        Ok(Self {
            planned: standing.iter().any(|one| one.planned.is_some()),
            one: wave.state == State::Open,
            states: columns.iter().map(|(name, _)| *name).collect(),
            kinds: standing.iter().map(line).collect(),
            reasons: reasons(&counts, lang),
            unreachable: mail::unreachable(app, id)?
                .into_iter()
                .map(person)
                .collect(),
            again: counts
                .iter()
                .filter(|count| useful.contains(&count.kind))
                .any(|count| Delivery::RETRIABLE.contains(&count.state)),
            twice: counts
                .iter()
                .filter(|count| count.state == Delivery::Sent && count.doubtful > 0)
                .map(|count| count.mails)
                .sum(),
        })
    }
}

/// On which day mails are due, or from which to which: mornings differ with where people live.
fn days(planned: Planned, zone: Zone, lang: Lang) -> String {
    let (first, last) = planned.due;
    match (zone.day(first, lang), zone.day(last, lang)) {
        (first, last) if first == last => first,
        (first, last) => format!("{first} – {last}"),
    }
}

/// One line for each state and reason, over all kinds.
fn reasons(counts: &[Count], lang: Lang) -> Vec<ReasonLine> {
    let mut lines: Vec<ReasonLine> = Vec::new();
    for count in counts.iter().filter(|count| count.state != Delivery::Sent) {
        let Some(reason) = count.reason else { continue };
        let words = lang.text(&format!("hr-mail-because-{}", reason.as_str()));
        let state = count.state.as_str();
        match lines
            .iter_mut()
            .find(|line| line.words == words && line.state == state)
        {
            Some(line) => line.mails += count.mails,
            None => lines.push(ReasonLine {
                mails: count.mails,
                state,
                words,
            }),
        }
    }
    lines.sort_by_key(|line| std::cmp::Reverse(line.mails));
    lines
}
