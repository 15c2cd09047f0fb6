use super::answers::luck;
use super::cast::{Cast, Person};
use crate::app::App;
use crate::commitment::{self, CommitForm, Committed};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::Moment;
use crate::store::{invitation, people};
use crate::survey::Role;
use chrono::Duration;

/// What a side of a team promises after a quarter, and how the members judge it in the next: from 1 for not
/// kept to 3 for kept.
struct Told {
    team: &'static str,
    quarter: usize,
    side: &'static str,
    what: &'static str,
    whom: &'static str,
    done: &'static str,
    needed: &'static str,
    judged: f64,
}

const TOLD: &[Told] = &[
    Told {
        team: "Platform",
        quarter: 0,
        side: "leader",
        what: "Go through every plan longer than a week with the people who do it, before it starts",
        whom: "Everybody in Platform",
        done: "Each plan has a date on which we went through it, and it lies before the first day of work",
        needed: "A draft of the plan two days before",
        judged: 2.2,
    },
    Told {
        team: "Platform",
        quarter: 0,
        side: "team",
        what: "Say on the day it is known that a date will not hold",
        whom: "Our leader and whoever waits for us",
        done: "No date passes without a message before it",
        needed: "No blame for an early message",
        judged: 2.0,
    },
    Told {
        team: "Platform",
        quarter: 1,
        side: "leader",
        what: "Look at progress together every Wednesday and clear one roadblock each time",
        whom: "Everybody in Platform",
        done: "A list of roadblocks, each with the day on which it was gone",
        needed: "Roadblocks named before Wednesday",
        judged: 2.9,
    },
    Told {
        team: "Platform",
        quarter: 1,
        side: "team",
        what: "Review each release together within three days and write down one thing to change",
        whom: "Ourselves",
        done: "One line in the log for every release",
        needed: "Half an hour of our leader's time",
        judged: 2.6,
    },
    Told {
        team: "Platform",
        quarter: 2,
        side: "leader",
        what: "Say what a good result looks like before a piece of work is handed over",
        whom: "Everybody in Platform",
        done: "Two or three sentences in the ticket, agreed by both sides",
        needed: "Questions where it is not clear",
        judged: 2.8,
    },
    Told {
        team: "Logistics",
        quarter: 1,
        side: "leader",
        what: "Keep the priorities of a week unchanged unless a customer stands still",
        whom: "Both shifts",
        done: "The list on the board on Friday is the list of Monday",
        needed: "A word when something on the list cannot be done",
        judged: 1.3,
    },
    Told {
        team: "Service desk",
        quarter: 1,
        side: "leader",
        what: "Answer every plan within one working day",
        whom: "Whoever sends one",
        done: "No plan waits longer than a day",
        needed: "",
        judged: 3.0,
    },
    Told {
        team: "Service desk",
        quarter: 1,
        side: "team",
        what: "Show a difficult case to the others before it is closed",
        whom: "The whole desk",
        done: "One case every Thursday",
        needed: "Room for it in the Thursday round",
        judged: 2.8,
    },
];

/// How long after the release people commit themselves, and by when they have done it.
const LATER: Duration = Duration::days(4);
const DUE: Duration = Duration::days(45);

/// The promise of which the date is moved, and by how much.
const MOVED: (&str, usize, &str) = ("Platform", 0, "team");
const MOVED_BY: Duration = Duration::days(14);

/// Writes down what the teams promise after the release of a quarter.
pub fn make(
    app: &App,
    cast: &Cast,
    wave: &WaveId,
    quarter: usize,
    released: Moment,
) -> Outcome<()> {
    let made = released + LATER;
    app.clock.set(made);
    let leaders = app.store.read(|c| {
        let forms = invitation::leader_forms(c, wave)?;
        let leader =
            |form: invitation::LeaderForm| Ok((people::person(c, &form.person)?, form.node));
        forms.into_iter().map(leader).collect::<Outcome<Vec<_>>>()
    })?;
    for told in TOLD.iter().filter(|told| told.quarter == quarter) {
        let of_team = |email: &str| {
            let known = cast.find(email, Role::Leader);
            known.is_some_and(|known| known.team == told.team)
        };
        let leader = leaders
            .iter()
            .find(|(person, _)| person.email.as_deref().is_some_and(of_team));
        let (person, node) = leader.ok_or(Problem::NotFound)?;
        let form = CommitForm {
            side: told.side.to_owned(),
            what: told.what.to_owned(),
            whom: told.whom.to_owned(),
            done: told.done.to_owned(),
            needed: told.needed.to_owned(),
            due: (made + DUE).date().to_string(),
        };
        match commitment::commit(app, &person.id, wave, *node, &form)? {
            Committed::Taken => {}
            other => {
                return Err(Problem::broken(format!(
                    "demo: a promise came to {other:?}"
                )));
            }
        }
        if MOVED == (told.team, told.quarter, told.side) {
            let all = app
                .store
                .read(|c| crate::store::commitment::made_after(c, wave))?;
            let last = all.iter().find(|one| one.what == told.what);
            let last = last.ok_or(Problem::NotFound)?;
            let due = (made + DUE + MOVED_BY).date().to_string();
            commitment::renegotiate(app, &person.id, (wave, *node), &last.id, &due)?;
        }
    }
    Ok(())
}

/// How a member judges the promise in a slot, counted from 0: the promises of the quarter before, those of the
/// leader first. `None` where there is none.
pub fn judgement(person: &Person, quarter: usize, slot: usize, draw: f64) -> Option<u8> {
    let before = quarter.checked_sub(1)?;
    let mut told: Vec<&Told> = TOLD
        .iter()
        .filter(|told| told.team == person.team && told.quarter == before)
        .collect();
    told.sort_by_key(|told| told.side);
    let told = told.get(slot)?;
    // One in fifteen cannot say.
    if luck(&[&person.email, told.what], quarter).first()? % 15 == 0 {
        return None;
    }
    Some((told.judged + 0.35 * draw).round().clamp(1.0, 3.0) as u8)
}
