use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{TeamId, WaveId};
use crate::store::Db;
use crate::store::commitment::{self, Commitment};
use chrono::NaiveDate;
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};

/// What the members of a cell judge. Its text is hashed into the promise, so everybody in the cell reads the
/// same; the salt keeps others from confirming a guess by the hash.
#[derive(Debug, Serialize, Deserialize)]
pub struct Sheet {
    salt: String,
    /// In the order of the survey's slots.
    pub commitments: Vec<Entry>,
}

/// One commitment as members read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Entry {
    /// The item by which it is judged.
    pub item: String,
    /// Who promised, `leader` or `team`.
    pub side: String,
    /// What.
    pub what: String,
    /// For whom.
    pub whom: String,
    /// What done looks like.
    pub done: String,
    /// What was needed from the other side; may be empty.
    pub needed: String,
    /// By when.
    pub due: NaiveDate,
    /// The date before it was renegotiated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_due: Option<NaiveDate>,
    /// The day on which it was renegotiated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renegotiated: Option<NaiveDate>,
}

/// Gives the open commitments of teams to the members of a wave to judge: `cells` are those that hold one
/// team alone, `slots` the items of the survey. Inside the caller's transaction.
pub fn hand_out(
    app: &App,
    c: &mut Db,
    wave: &WaveId,
    cells: &[(i32, TeamId)],
    slots: &[String],
) -> Outcome<()> {
    for (cell, team) in cells {
        let all = commitment::of_team(c, team)?;
        let mut open: Vec<Commitment> = all
            .into_iter()
            .filter(|one| one.judged_in.is_none())
            .collect();
        open.sort_by_key(|one| one.side);
        if open.is_empty() || slots.is_empty() {
            continue;
        }
        let mut commitments = Vec::new();
        for (one, slot) in open.into_iter().zip(slots) {
            commitment::let_judge(c, &one.id, wave, slot)?;
            commitments.push(entry(one, slot));
        }
        let salt = HEXLOWER.encode(&app.random.bytes::<16>());
        let text = serde_json::to_string(&Sheet { salt, commitments });
        let text = text.map_err(|error| Problem::fault("commitments", error))?;
        commitment::add_sheet(c, wave, *cell, &text)?;
    }
    Ok(())
}

/// What the members of a cell judge; empty if it is nothing.
///
/// # Errors
/// A fault if the stored sheet cannot be read.
pub fn entries(c: &mut Db, wave: &WaveId, cell: i32) -> Outcome<Vec<Entry>> {
    let Some(text) = commitment::sheet(c, wave, cell)? else {
        return Ok(Vec::new());
    };
    let sheet: Sheet =
        serde_json::from_str(&text).map_err(|error| Problem::fault("commitments", error))?;
    Ok(sheet.commitments)
}

fn entry(one: Commitment, slot: &str) -> Entry {
    Entry {
        item: slot.to_owned(),
        side: one.side.as_str().to_owned(),
        what: one.what,
        whom: one.whom,
        done: one.done,
        needed: one.needed,
        due: one.due,
        first_due: one.first_due,
        renegotiated: one.renegotiated,
    }
}
