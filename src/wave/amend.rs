use super::promise::utc;
use crate::app::App;
use crate::ballot::amend::{Amended, Amendment, Unlawful, follow};
use crate::ballot::promise::{CellTerms, Root, Terms};
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::frozen::{self, Cell};
use crate::store::promise::{self, Promise};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, Moment, amendment};
use crate::text::Sentence;

/// The terms of a promise.
pub(super) fn terms(promise: &Promise) -> Outcome<Terms> {
    serde_json::from_str(&promise.terms).map_err(|error| Problem::fault("stored promise", error))
}

/// What is promised to each cell.
pub(super) fn cell_terms(cells: &[Cell]) -> Outcome<Vec<CellTerms>> {
    let read = |cell: &Cell| serde_json::from_str(cell.terms.as_deref().unwrap_or_default());
    let read: Result<_, _> = cells.iter().map(read).collect();
    read.map_err(|error| Problem::fault("stored promise", error))
}

/// Where a wave stands by its promise and the lines that were written since.
pub(super) fn amended(promise: &Promise, cells: &[Cell], lines: &[String]) -> Outcome<Amended> {
    let fault = || Problem::broken("a stored promise cannot be read");
    let root = Root::read(&promise.root).ok_or_else(fault)?;
    let start = Amended::start(&root, &terms(promise)?, &cell_terms(cells)?).ok_or_else(fault)?;
    follow(start, lines.iter().map(String::as_str)).map_err(|(line, why)| {
        Problem::broken(format!(
            "line {line} of a stored chain is not lawful: {why}"
        ))
    })
}

/// Adds a line to the chain of a wave, inside the transaction that does what it says; where the wave stands then.
/// `make` is given how it stood before and the day. Others wait until the transaction ends.
///
/// # Errors
/// A refusal if the promise does not allow it; not found before the promise is made.
pub(super) fn amend(
    app: &App,
    c: &mut Db,
    id: &WaveId,
    make: impl FnOnce(&Amended, String) -> Amendment,
) -> Outcome<Amended> {
    wave::hold(c, id)?;
    let promise = promise::of_wave(c, id)?.ok_or(Problem::NotFound)?;
    let (cells, lines) = (frozen::cells(c, id)?, amendment::of_wave(c, id)?);
    let before = amended(&promise, &cells, &lines)?;
    let line = make(&before, app.now().date().to_string()).line();
    let after = before.then(&line).map_err(|why| refusal(&promise, why))?;
    let no = i32::try_from(lines.len() + 1).map_err(|error| Problem::fault("chain", error))?;
    amendment::add(c, id, no, &line)?;
    Ok(after)
}

/// A wave that can be amended: launched, and not closed yet.
///
/// # Errors
/// A refusal for every other one.
pub(super) fn launched(c: &mut Db, id: &WaveId, now: Moment) -> Outcome<Wave> {
    let wave = wave::wave(c, id)?;
    let running = matches!(wave.state, State::Proving | State::Frozen | State::Open);
    match running && now < wave.closes {
        true => Ok(wave),
        false => Err(Problem::refused("problem-amend-over")),
    }
}

/// What HR reads of a change that was not promised to be possible.
fn refusal(promise: &Promise, why: Unlawful) -> Problem {
    let latest = terms(promise).map(|terms| terms.latest_close);
    let latest = latest.unwrap_or_default().replace(['T', 'Z'], " ");
    match why {
        Unlawful::End(_) => {
            Problem::Refused(Sentence::new("problem-amend-end").with("latest", latest.trim()))
        }
        Unlawful::Places { .. } => Problem::refused("problem-amend-places"),
        Unlawful::Over | Unlawful::Day(_) => Problem::refused("problem-amend-over"),
        Unlawful::Unreadable(_) | Unlawful::Sheet(_) | Unlawful::Group(_) => {
            Problem::fault("chain", why)
        }
    }
}

/// Closes a wave before its time.
pub(super) fn close_early(app: &App, c: &mut Db, id: &WaveId, now: Moment) -> Outcome<()> {
    let closes = utc(now);
    amend(app, c, id, |_, day| Amendment::Close { closes, day }).map(|_| ())
}
