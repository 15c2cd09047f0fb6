use super::{led, remind};
use crate::app::App;
use crate::error::Outcome;
use crate::ids::{CommitmentId, PersonId, TeamId, WaveId};
use crate::store::commitment::{self, Commitment, Side};
use crate::store::{Db, leader};
use chrono::{Days, NaiveDate};
use serde::Deserialize;

/// How many commitments each side of a team may have that nobody has judged yet.
pub const OPEN: usize = 2;

/// Longest text, in UTF-16 code units, which is what the `maxlength` of a field counts.
pub const LONGEST: usize = 200;

/// How far ahead a commitment may be due.
const HORIZON: Days = Days::new(366);

/// What a leader fills in for a commitment.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub struct CommitForm {
    /// Who promises, `leader` or `team`.
    pub side: String,
    /// What.
    pub what: String,
    /// For whom.
    pub whom: String,
    /// What done looks like.
    pub done: String,
    /// What is needed from the other side; may be empty.
    pub needed: String,
    /// By when, as `2027-03-31`.
    pub due: String,
}

/// A field that cannot be taken as it is, and the key of the sentence that says why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldFault {
    pub field: &'static str,
    pub reason: &'static str,
}

/// What became of a commitment.
#[derive(Debug, PartialEq, Eq)]
pub enum Committed {
    /// It is written down.
    Taken,
    /// These fields have to be mended; nothing was stored.
    Faults(Vec<FieldFault>),
}

/// Writes down what a leader or their team promises, for somebody who was asked as the leader in that wave.
///
/// # Errors
/// Not found for a team that the viewer does not lead.
pub fn commit(
    app: &App,
    viewer: &PersonId,
    wave: &WaveId,
    node: i32,
    form: &CommitForm,
) -> Outcome<Committed> {
    let today = led::today(app)?;
    app.store.write(|c| {
        let team = led::team(c, viewer, wave, node)?;
        let read = match read(form, today) {
            Ok(read) => read,
            Err(faults) => return Ok(Committed::Faults(faults)),
        };
        if open(c, &team, read.side)? >= OPEN {
            return Ok(Committed::Faults(vec![FieldFault {
                field: "side",
                reason: "commitment-fault-many",
            }]));
        }
        let new = Commitment {
            id: CommitmentId::new(app.seed()),
            team,
            wave: wave.clone(),
            side: read.side,
            what: clean(&form.what),
            whom: clean(&form.whom),
            done: clean(&form.done),
            needed: clean(&form.needed),
            due: read.due,
            made: app.now(),
            first_due: None,
            renegotiated: None,
            judged_in: None,
            slot: None,
        };
        commitment::add(c, &new)?;
        if let Some(form) = leader::form(c, wave, node, viewer)? {
            remind::plan(c, &new.id, &form, new.due, app.now())?;
        }
        Ok(Committed::Taken)
    })
}

/// How many commitments of a side wait for the members of a next wave.
fn open(c: &mut Db, team: &TeamId, side: Side) -> Outcome<usize> {
    let all = commitment::of_team(c, team)?;
    let open = |one: &&Commitment| one.side == side && one.judged_in.is_none();
    Ok(all.iter().filter(open).count())
}

struct Read {
    side: Side,
    due: NaiveDate,
}

fn read(form: &CommitForm, today: NaiveDate) -> Result<Read, Vec<FieldFault>> {
    let mut faults = Vec::new();
    let mut fault = |field, reason| faults.push(FieldFault { field, reason });
    let sides = [Side::Leader, Side::Team].into_iter();
    let side = sides.into_iter().find(|side| side.as_str() == form.side);
    if side.is_none() {
        fault("side", "commitment-fault-side");
    }
    for (field, text, may_be_empty) in [
        ("what", &form.what, false),
        ("whom", &form.whom, false),
        ("done", &form.done, false),
        ("needed", &form.needed, true),
    ] {
        let text = clean(text);
        if text.is_empty() && !may_be_empty {
            fault(field, "commitment-fault-empty");
        } else if text.encode_utf16().count() > LONGEST {
            fault(field, "commitment-fault-long");
        }
    }
    let due = due(&form.due, today);
    if due.is_none() {
        fault("due", "commitment-fault-due");
    }
    match (side, due) {
        (Some(side), Some(due)) if faults.is_empty() => Ok(Read { side, due }),
        _ => Err(faults),
    }
}

/// A day after today and at most a year ahead.
pub(super) fn due(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let day = NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d").ok()?;
    let last = today.checked_add_days(HORIZON)?;
    (today < day && day <= last).then_some(day)
}

/// One line without control characters.
fn clean(text: &str) -> String {
    let words: Vec<&str> = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .collect();
    let words = words.into_iter().filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}
