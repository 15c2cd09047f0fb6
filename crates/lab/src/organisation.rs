//! An invented organisation and its open wave.

use chrono::Duration;
use gutcheck::access::{self, SetUp};
use gutcheck::app::App;
use gutcheck::error::Outcome;
use gutcheck::ids::WaveId;
use gutcheck::roster;
use gutcheck::store::wave::Promise;
use gutcheck::wave::{self, PlanForm};
use std::iter;
use std::time::{Duration as Time, Instant};

/// What is asked.
pub const SURVEY: &str = "team-diagnostic";

/// Who does what HR does.
pub const HR: &str = "Lab";

/// The address under which HR signs in.
pub const HR_ADDRESS: &str = "hr@lab.example";

/// How many days a wave is open.
pub const DAYS_OPEN: i64 = 10;

/// Lines of a roster: so many members, in turn in each team, in short words, so that a hundred thousand people
/// fit into it.
pub fn members(teams: usize, count: usize) -> impl Iterator<Item = String> {
    (0..count).map(move |number| {
        let team = number % teams;
        format!("Lab/{team},{number}@lab.example,P{number},member\n")
    })
}

/// Makes the organisation with these lines of its roster.
pub fn set_up(app: &App, people: impl Iterator<Item = String>) -> Outcome<()> {
    let form = SetUp {
        code: access::setup_code(app),
        organisation: HR.into(),
        name: HR.into(),
        email: HR_ADDRESS.into(),
        password: access::cookie_secret(),
        locale: "en".into(),
        time_zone: "UTC".into(),
    };
    access::set_up(app, &access::Knock::inside(), &form)?;
    let roster: String = iter::once("team,e-mail,name,role\n".to_owned())
        .chain(people)
        .collect();
    let import = roster::stage(app, roster.as_bytes())?;
    roster::apply(app, &import, HR)
}

/// Plans and launches a wave, whose keys are made; and how long the launch itself took, in which its mails are
/// queued.
pub fn open_wave(app: &App, promise: Promise) -> Outcome<(WaveId, Time)> {
    let local = |time: Duration| {
        (app.now() + time)
            .utc()
            .format("%Y-%m-%dT%H:%M")
            .to_string()
    };
    let form = PlanForm {
        survey: SURVEY.into(),
        title: HR.into(),
        opens: local(Duration::hours(-1)),
        closes: local(Duration::days(DAYS_OPEN)),
        promise: promise.as_str().into(),
        ..PlanForm::default()
    };
    let wave = wave::plan(app, &form)?;
    wave::freeze(app, &wave, HR)?;
    while wave::prepare(app, &wave)? {}
    let begun = Instant::now();
    wave::launch(app, &wave)?;
    Ok((wave, begun.elapsed()))
}
