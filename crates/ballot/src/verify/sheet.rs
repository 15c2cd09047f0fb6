//! What the members of a group are told of it.

use super::promise::Promised;
use super::{Checks, amendments, ensure};
use crate::audit::Record;
use crate::promise::Sheet;

/// What the server shows to somebody who has a link.
#[derive(Clone, Copy, Debug)]
pub struct Shown<'a> {
    /// The number of the cell in the link.
    pub cell: i32,
    /// The sheet of the group, as a text.
    pub sheet: &'a str,
    /// The lines of the amendments that go with it.
    pub chain: &'a [String],
}

/// Compares what somebody is shown with the hash in the promise and its amendments.
pub(super) fn check(
    checks: &mut Checks,
    record: &Record,
    promised: &Promised,
    shown: Option<Shown<'_>>,
) {
    let claim = "The names that the members of your group are shown are the promised ones, as many as are asked.";
    match shown {
        Some(shown) => checks.add(claim, names(record, promised, shown)),
        None => checks.skip(
            claim,
            "only somebody of the group can see them: give your own link with --link.",
        ),
    }
}

fn names(record: &Record, promised: &Promised, shown: Shown<'_>) -> Result<(), String> {
    let cell = promised.cell(shown.cell);
    let cell = cell.ok_or("your link is of a group that the promise does not have.")?;
    // Something can have been changed between the two answers of the server, but nothing taken back.
    let (older, newer) = match shown.chain.len() < record.amendments.lines.len() {
        true => (shown.chain, record.amendments.lines.as_slice()),
        false => (record.amendments.lines.as_slice(), shown.chain),
    };
    ensure(newer.starts_with(older), || {
        "you are shown other changes than stand in the record.".to_owned()
    })?;
    let amended = amendments::chain(shown.chain, promised)?;
    let hash = Sheet::hash(shown.sheet);
    ensure(amended.sheet(cell.cell) == Some(hash.as_str()), || {
        format!("you are shown {hash}, which was not promised.")
    })?;
    let sheet = Sheet::read(shown.sheet)?;
    let asked = i64::from(cell.invited) + i64::from(amended.taken(cell.cell));
    ensure(
        usize::try_from(asked).is_ok_and(|asked| sheet.names(asked)),
        || {
            format!(
                "{} names for {asked} people, or they are not in order, or somebody is new who is not asked.",
                sheet.members.len()
            )
        },
    )
}
