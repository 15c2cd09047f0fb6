use super::trustees::OpeningForm;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{SeriesId, WaveId};
use crate::store::choice;
use crate::store::people;
use crate::store::wave::{self, Plan, Promise, State, Wave};
use crate::store::{Db, Moment, launch_request, trustee};
use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::Tz;
use serde::Deserialize;

/// How many equal answers are left uncertain in every group.
const EQUAL_ANSWERS: i32 = 2;

/// How a form says that auditors read the organisation's figures.
pub const AUDITORS: &str = "auditors";

/// How a form says that members always get the report of their group.
pub const ALWAYS: &str = "always";

/// What HR fills in for a wave; times are local to the organisation, as `2026-11-22T09:00`.
#[derive(Clone, Default, Deserialize)]
pub struct PlanForm {
    /// Identifier of the survey.
    pub survey: String,
    /// What people call the wave.
    pub title: String,
    /// First moment for answers.
    pub opens: String,
    /// End of answering.
    pub closes: String,
    /// What respondents are promised, `anonymous` or `confidential`.
    pub promise: String,
    /// Who reads the organisation's figures besides the survey leads: `auditors`, or nobody.
    #[serde(default)]
    pub readers: String,
    /// Whether the members get the report of their group: `always`, or if their leader shares it.
    #[serde(default)]
    pub members: String,
    /// Who opens the answers.
    #[serde(flatten)]
    pub opening: OpeningForm,
}

/// The same, for a wave that is there.
pub fn readers(auditors: bool) -> String {
    let readers = auditors.then_some(AUDITORS);
    readers.unwrap_or_default().to_owned()
}

/// How a form says whether the members of a wave that is there always get the report of their group.
pub fn members(read: bool) -> String {
    let members = read.then_some(ALWAYS);
    members.unwrap_or_default().to_owned()
}

/// Makes a draft.
///
/// # Errors
/// A refusal for the first field that cannot be taken.
pub fn plan(app: &App, form: &PlanForm) -> Outcome<WaveId> {
    app.store.write(|c| add(app, c, form, Origin::default()))
}

/// Where a draft comes from.
#[derive(Default)]
pub(super) struct Origin {
    /// The wave before it.
    pub previous: Option<WaveId>,
    /// The series that made it, and which turn it is.
    pub series: Option<(SeriesId, i32)>,
}

/// Adds a draft inside the caller's transaction.
pub(super) fn add(app: &App, c: &mut Db, form: &PlanForm, origin: Origin) -> Outcome<WaveId> {
    let survey = app
        .library
        .for_waves()
        .find(|survey| survey.id == form.survey);
    let survey = survey.ok_or_else(|| Problem::refused("problem-survey-unknown"))?;
    let Plan {
        title,
        promise,
        auditors_read,
        members_read,
        opens,
        closes,
    } = read(app, c, form)?;
    let (series, turn) = origin.series.unzip();
    let draft = Wave {
        id: WaveId::new(app.seed()),
        previous: origin.previous,
        title,
        instrument: survey.hash.clone(),
        promise,
        auditors_read,
        members_read,
        k: i32::try_from(app.config.smallest_group).unwrap_or(i32::MAX),
        c: EQUAL_ANSWERS,
        opens,
        closes,
        state: State::Draft,
        opening_key: None,
        participation_at: None,
        participation: None,
        released: None,
        destroy_after: None,
        key_destroyed: None,
        ballots_root: None,
        result_hash: None,
        spoilt: None,
        key_tested: None,
        key_sound: None,
        series,
        turn,
    };
    wave::add(c, &draft, &survey.id, &survey.source)?;
    form.opening.set(c, &draft.id, promise)?;
    // What HR wanted of small teams last time holds until they want something else.
    if let Some(previous) = &draft.previous {
        for before in choice::of_wave(c, previous)? {
            let wave = draft.id.clone();
            choice::set(c, &choice::Choice { wave, ..before })?;
        }
    }
    Ok(draft.id)
}

/// Changes title, times and promise of a draft, and who opens it.
///
/// # Errors
/// A refusal once the wave is frozen: its terms have been promised then.
pub fn replan(app: &App, id: &WaveId, form: &PlanForm) -> Outcome<()> {
    app.store.write(|c| {
        let plan = read(app, c, form)?;
        // Whether there is such a wave at all.
        wave::wave(c, id)?;
        match wave::replan(c, id, &plan)? {
            true => form.opening.set(c, id, plan.promise),
            false => Err(Problem::refused("problem-wave-fixed")),
        }
    })
}

/// Drops a draft.
///
/// # Errors
/// A refusal once the wave is frozen.
pub fn drop_draft(app: &App, id: &WaveId) -> Outcome<()> {
    match app.store.write(|c| forget(app, c, id))? {
        true => Ok(()),
        false => Err(Problem::refused("problem-wave-fixed")),
    }
}

/// Removes a draft and the keys that an interrupted launch may have left; whether there was one.
pub(super) fn forget(app: &App, c: &mut Db, id: &WaveId) -> Outcome<bool> {
    if wave::wave(c, id)?.state == State::Draft {
        choice::forget(c, id)?;
        trustee::forget(c, id)?;
        launch_request::forget(c, id)?;
    }
    let removed = wave::remove_draft(c, id)?;
    if removed {
        app.keys.destroy(&id.bytes())?;
    }
    Ok(removed)
}

fn read(app: &App, c: &mut Db, form: &PlanForm) -> Outcome<Plan> {
    let zone = people::zone(c)?;
    let title = form.title.trim();
    if title.is_empty() || title.chars().count() > 60 {
        return Err(Problem::refused("problem-wave-title"));
    }
    let opens = moment(zone, &form.opens).ok_or_else(|| Problem::refused("problem-wave-opens"))?;
    let closes =
        moment(zone, &form.closes).ok_or_else(|| Problem::refused("problem-wave-closes"))?;
    if closes <= opens || closes <= app.now() {
        return Err(Problem::refused("problem-wave-order"));
    }
    let promise = Promise::parse(&form.promise);
    let promise = promise.ok_or_else(|| Problem::refused("problem-wave-promise"))?;
    Ok(Plan {
        title: title.to_owned(),
        promise,
        auditors_read: form.readers == AUDITORS,
        members_read: form.members == ALWAYS,
        opens,
        closes,
    })
}

/// A local time in UTC; `None` for text that is none and for an hour that the clocks skip.
pub(super) fn moment(zone: Tz, text: &str) -> Option<Moment> {
    let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"]
        .iter()
        .find_map(|format| NaiveDateTime::parse_from_str(text.trim(), format).ok())?;
    zone.from_local_datetime(&local)
        .earliest()
        .map(|time| time.to_utc().into())
}

/// A local time as the form of a plan has it.
pub(super) fn field(local: NaiveDateTime) -> String {
    local.format("%Y-%m-%dT%H:%M:%S").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn local_times_become_utc_and_a_skipped_hour_is_refused() {
        let berlin = Tz::Europe__Berlin;
        let utc = |text| moment(berlin, text).map(|time| time.to_string());
        assert_eq!(utc("2026-07-01T09:00"), Some("2026-07-01 07:00:00".into()));
        assert_eq!(utc("2026-12-01T09:00"), Some("2026-12-01 08:00:00".into()));
        assert_eq!(utc("2026-03-29T02:30"), None);
        assert_eq!(utc("tomorrow"), None);
    }
}
