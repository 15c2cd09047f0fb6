use super::calendar::{local, turn, utc, working_day};
use super::plan::{self, Origin, PlanForm};
use super::trustees::OpeningForm;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{SeriesId, WaveId};
use crate::store::access::{self, Role};
use crate::store::act::{self, Kind as Act};
use crate::store::outbox::{self, Kind, Mail};
use crate::store::series::{self as stored, Series};
use crate::store::wave::{self, State, Wave};
use crate::store::{Db, Moment, people, trustee};
use chrono::{Datelike, Days, Duration, NaiveDateTime};
use chrono_tz::Tz;

/// From one turn to the next: a month, a quarter, half a year, a year.
pub const PERIODS: [i32; 4] = [1, 3, 6, 12];

/// How long before its opening a wave of a series is made and HR is told.
const NOTICE: Duration = Duration::days(14);
const NOTICE_MONTHLY: Duration = Duration::days(7);

/// What is left of it in the worst case, when the server was off meanwhile.
const LEAST_NOTICE: Duration = Duration::hours(24);

/// Before the opening the roster of that day is taken; making the keys takes some of the time.
const ROSTER: Duration = Duration::hours(3);

/// The same where trustees have to prove their keys before the opening, and may be on leave.
const ROSTER_WITH_TRUSTEES: Duration = Duration::days(5);

/// A turn that was missed is made up for if so much of it is left.
const WORTH_WHILE: Duration = Duration::days(3);

/// So many turns may be missed at once.
const MOST_MISSED: i32 = 1000;

/// A turn of a series that can still take place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turn {
    /// Its number.
    pub number: i32,
    /// When HR is told.
    pub told: Moment,
    /// First moment for answers.
    pub opens: Moment,
    /// End of answering.
    pub closes: Moment,
}

/// Lets a wave be taken again every so many months, by the calendar. `by` is who wants it, for the log.
///
/// # Errors
/// A refusal for a draft, a wave that is repeated already, and a period that is none of [`PERIODS`].
pub fn repeat(app: &App, id: &WaveId, months: i32, by: &str) -> Outcome<()> {
    if !PERIODS.contains(&months) {
        return Err(Problem::refused("problem-series-period"));
    }
    app.store.write(|c| {
        let wave = wave::wave(c, id)?;
        if wave.state == State::Draft {
            return Err(Problem::refused("problem-series-draft"));
        }
        let zone = people::zone(c)?;
        let series = Series {
            id: SeriesId::new(app.seed()),
            months,
            opens: local(zone, wave.opens),
            closes: local(zone, wave.closes),
            turn: 0,
            paused: false,
        };
        if !wave::repeat(c, id, &series.id)? {
            return Err(Problem::refused("problem-series-already"));
        }
        stored::add(c, &series)?;
        act::note(c, app.now(), by, Act::Repeated, id.as_str())
    })
}

/// The next turn of a series that can still take place; `None` at the end of the calendar.
pub(super) fn next(series: &Series, zone: Tz, now: Moment) -> Option<Turn> {
    let numbers = (series.turn + 1..).take(MOST_MISSED as usize);
    let turns = numbers.map_while(|number| {
        let (planned, closes) = turn(series, number.unsigned_abs(), zone)?;
        let opens = match planned < now + LEAST_NOTICE {
            true => soon(series, zone, now)?,
            false => planned,
        };
        let enough = WORTH_WHILE.min((closes - planned) / 2);
        let notice = match series.months {
            1 => NOTICE_MONTHLY,
            _ => NOTICE,
        };
        let turn = Turn {
            number,
            told: planned - notice,
            opens,
            closes,
        };
        Some((closes - opens >= enough).then_some(turn))
    });
    turns.flatten().next()
}

/// The first working day, at the hour of the series, that leaves time for a notice.
fn soon(series: &Series, zone: Tz, now: Moment) -> Option<Moment> {
    let first = local(zone, now).date();
    let mut openings = (1..10).filter_map(|days| {
        let day = working_day(first.checked_add_days(Days::new(days))?)?;
        utc(zone, day.and_time(series.opens.time()))
    });
    openings.find(|opens| *opens >= now + LEAST_NOTICE)
}

/// Makes the next wave of a series as a draft when it is time, and tells HR; whether it did. Whatever was
/// drafted before and has not taken place by then is dropped.
pub fn make_next(app: &App, id: &SeriesId) -> Outcome<bool> {
    let now = app.now();
    // This is asked every second, and hardly ever there is something to write.
    if app.store.read(|c| due(c, id, now))?.is_none() {
        return Ok(false);
    }
    app.store.write(|c| {
        let (Some((series, turn, zone)), Some(last)) =
            (due(c, id, now)?, stored::last_wave(c, id)?)
        else {
            return Ok(false);
        };
        if !stored::advance(c, &series, turn.number)? {
            return Ok(false);
        }
        for stale in stored::drafts(c, id)? {
            plan::forget(app, c, &stale.id)?;
        }
        let made = draft(app, c, &series, &turn, last, zone)?;
        let mails: Vec<Mail> = access::with_role(c, Role::Lead)?
            .iter()
            .map(|person| {
                let subject = format!("{made}.{person}");
                Mail::new(Kind::Notice, &subject, Some(&made), now)
            })
            .collect();
        outbox::queue(c, &mails)?;
        Ok(true)
    })
}

/// The turn of a series of which HR is to be told now.
fn due(c: &mut Db, id: &SeriesId, now: Moment) -> Outcome<Option<(Series, Turn, Tz)>> {
    let (series, zone) = (stored::series(c, id)?, people::zone(c)?);
    let turn = next(&series, zone, now).filter(|turn| turn.told <= now && !series.paused);
    Ok(turn.map(|turn| (series, turn, zone)))
}

fn draft(
    app: &App,
    c: &mut Db,
    series: &Series,
    turn: &Turn,
    last: WaveId,
    zone: Tz,
) -> Outcome<WaveId> {
    let before = wave::wave(c, &last)?;
    let opens = local(zone, turn.opens);
    let form = PlanForm {
        survey: wave::survey(c, &before)?.id,
        title: title(series, turn, zone),
        opens: plan::field(opens),
        closes: plan::field(local(zone, turn.closes)),
        promise: before.promise.as_str().to_owned(),
        readers: plan::readers(before.auditors_read),
        members: plan::members(before.members_read),
        opening: OpeningForm::of_wave(c, &last)?,
    };
    let origin = Origin {
        previous: Some(last),
        series: Some((series.id.clone(), turn.number)),
    };
    plan::add(app, c, &form, origin)
}

/// The period that a wave is for; the day it was planned for decides.
fn title(series: &Series, turn: &Turn, zone: Tz) -> String {
    let planned = super::calendar::turn(series, turn.number.unsigned_abs(), zone);
    let opens = local(zone, planned.map_or(turn.opens, |(opens, _)| opens));
    period(opens, series.months)
}

/// A period of so many months as people write it.
pub(super) fn period(day: NaiveDateTime, months: i32) -> String {
    let year = day.year();
    match months {
        1 => format!("{year}-{:02}", day.month()),
        3 => format!("Q{} {year}", day.month0() / 3 + 1),
        6 => format!("H{} {year}", day.month0() / 6 + 1),
        _ => format!("{year}"),
    }
}

/// When the roster of a series' wave is taken.
pub fn roster_taken(c: &mut Db, wave: &Wave) -> Outcome<Moment> {
    let before = match trustee::needed(c, &wave.id)? {
        Some(_) => ROSTER_WITH_TRUSTEES,
        None => ROSTER,
    };
    Ok(wave.opens - before)
}

/// Whether a draft of a series is to be launched by itself now.
pub fn launches_itself(app: &App, wave: &Wave) -> Outcome<bool> {
    // With two pairs of eyes nothing is launched by itself.
    let by_itself = wave.state == State::Draft && !app.config.two_pairs_of_eyes;
    let Some(id) = wave.series.as_ref().filter(|_| by_itself) else {
        return Ok(false);
    };
    app.store.read(|c| {
        let paused = stored::series(c, id)?.paused;
        Ok(!paused && roster_taken(c, wave)? <= app.now())
    })
}

/// Leaves one turn out: drops its draft.
///
/// # Errors
/// A refusal if the wave is no draft of a series any more.
pub fn skip_turn(app: &App, id: &WaveId, by: &str) -> Outcome<SeriesId> {
    app.store.write(|c| {
        let draft = wave::wave(c, id)?;
        let series = draft
            .series
            .filter(|_| draft.state == State::Draft)
            .ok_or_else(|| Problem::refused("problem-wave-fixed"))?;
        plan::forget(app, c, id)?;
        note(app, c, &series, Act::Skipped, by)?;
        Ok(series)
    })
}

/// Keeps a series from making and launching waves, or lets it go on, without a draft whose time is over. `by` is who wants it, for the log.
pub fn pause_series(app: &App, id: &SeriesId, paused: bool, by: &str) -> Outcome<()> {
    let kind = if paused { Act::Paused } else { Act::Resumed };
    app.store.write(|c| {
        if stored::series(c, id)?.paused == paused {
            return Ok(());
        }
        stored::pause(c, id, paused)?;
        for draft in stored::drafts(c, id)? {
            if !paused && roster_taken(c, &draft)? <= app.now() {
                plan::forget(app, c, &draft.id)?;
            }
        }
        note(app, c, id, kind, by)
    })
}

/// Ends a series; its waves stay, also one that is drafted. `by` is who wants it, for the log.
pub fn end_series(app: &App, id: &SeriesId, by: &str) -> Outcome<()> {
    app.store.write(|c| {
        stored::series(c, id)?;
        note(app, c, id, Act::Ended, by)?;
        stored::end(c, id)
    })
}

/// Notes an act about a series under its latest wave.
fn note(app: &App, c: &mut Db, id: &SeriesId, kind: Act, by: &str) -> Outcome<()> {
    let last = stored::last_wave(c, id)?;
    let subject = last.as_ref().map(WaveId::as_str).unwrap_or_default();
    act::note(c, app.now(), by, kind, subject)
}

/// All series.
pub fn all_series(app: &App) -> Outcome<Vec<Series>> {
    app.store.read(stored::all)
}

/// What HR reads about a series.
pub struct Repetition {
    /// The series.
    pub series: Series,
    /// Its next turn; `None` at the end of the calendar.
    pub next: Option<Turn>,
    /// The draft of a turn that was made already.
    pub draft: Option<Wave>,
}

/// What HR reads about a series.
pub fn repetition(app: &App, id: &SeriesId) -> Outcome<Repetition> {
    app.store.read(|c| {
        let series = stored::series(c, id)?;
        let zone = people::zone(c)?;
        Ok(Repetition {
            next: next(&series, zone, app.now()),
            draft: stored::drafts(c, id)?.pop(),
            series,
        })
    })
}
