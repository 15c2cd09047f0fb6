use super::load::broken;
use super::machine;
use super::vote::Vote;
use super::{HR, SURVEY};
use crate::access::{self, SetUp};
use crate::answer::canonical_size;
use crate::app::App;
use crate::ballot::client::Booth;
use crate::ballot::custody::WaveKeys;
use crate::ballot::secret::InvitationSecret;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::invitation::{self, Invitation};
use crate::store::wave::Promise;
use crate::store::{ballot, promise};
use crate::survey::Role;
use crate::wave::{self, PlanForm};
use chrono::Duration;
use std::collections::{BTreeMap, BTreeSet};
use std::thread;

/// Teams, and so issuing keys.
const TEAMS: usize = 16;

/// Everybody who is invited to an open wave.
pub struct Voters {
    wave: WaveId,
    keys: WaveKeys,
    invitations: Vec<Invitation>,
    booths: BTreeMap<i32, Booth>,
    /// A form without an answer: what is in a ballot makes no difference to its size.
    answers: Vec<u8>,
}

impl Voters {
    /// Sets up an organisation of so many members and opens a wave for them.
    pub fn invite(app: &App, members: usize) -> Outcome<Self> {
        settle(app, &members_only(members))?;
        let wave = open(app, Promise::Anonymous)?;
        let survey = app.library.get(SURVEY).ok_or(Problem::NotFound)?;
        let (promise, invitations) = app
            .store
            .read(|c| Ok((promise::of_wave(c, &wave)?, invitation::of_wave(c, &wave)?)))?;
        let root = promise.ok_or(Problem::NotFound)?.root;
        let cells: BTreeSet<i32> = invitations.iter().map(|voter| voter.cell).collect();
        let booth = |cell| {
            let promised = wave::promised(app, &root, cell)?;
            let booth = Booth::read(&promised.terms, &promised.cell).map_err(broken)?;
            Ok::<_, Problem>((cell, booth))
        };
        Ok(Self {
            keys: app.keys.read(&wave.bytes())?,
            answers: vec![0; canonical_size(survey, Role::Member)],
            wave,
            invitations,
            booths: cells.into_iter().map(booth).collect::<Outcome<_>>()?,
        })
    }

    /// Seals and blinds the ballots of a round on all processors, as browsers do on their own machines.
    pub fn seal(&self, app: &App, round: usize, count: usize) -> Outcome<Vec<Vote>> {
        let voters = self.invitations.chunks(count).nth(round);
        let voters = voters.unwrap_or_default();
        let seal = |part: &[Invitation]| -> Outcome<Vec<Vote>> {
            let votes = part.iter().map(|voter| self.vote(app, voter));
            votes.collect()
        };
        thread::scope(|scope| {
            let parts = voters.chunks(count.div_ceil(machine::cores()));
            let work: Vec<_> = parts.map(|part| scope.spawn(move || seal(part))).collect();
            let votes = work
                .into_iter()
                .map(|part| part.join().map_err(|_| broken("a worker broke"))?);
            Ok(votes
                .collect::<Outcome<Vec<_>>>()?
                .into_iter()
                .flatten()
                .collect())
        })
    }

    fn vote(&self, app: &App, voter: &Invitation) -> Outcome<Vote> {
        let booth = self.booths.get(&voter.cell).ok_or(Problem::NotFound)?;
        let draft = booth.seal(&self.answers, &mut app.random.fork());
        let draft = draft.map_err(broken)?;
        let token = InvitationSecret::derive(&self.keys.mail, &voter.id.bytes()).text();
        Ok(Vote::new(&self.wave, voter.cell, &token, draft))
    }

    /// How many ballots are in the database.
    pub fn stored(&self, app: &App) -> Outcome<usize> {
        Ok(app.store.read(|c| ballot::ids(c, &self.wave))?.len())
    }
}

/// A roster of so many members, in short words, so that a hundred thousand people fit into it.
pub fn members_only(members: usize) -> String {
    let mut sheet = "team,e-mail,name,role\n".to_owned();
    for number in 0..members {
        let team = number % TEAMS;
        let line = format!("Bench/{team},{number}@bench.example,P{number},member\n");
        sheet.push_str(&line);
    }
    sheet
}

/// Sets up an organisation with this roster.
pub fn settle(app: &App, roster: &str) -> Outcome<()> {
    access::set_up(
        app,
        &SetUp {
            organisation: HR.into(),
            name: HR.into(),
            email: "hr@bench.example".into(),
            password: access::cookie_secret(app),
            locale: "en".into(),
            time_zone: "UTC".into(),
        },
    )?;
    let import = crate::roster::stage(app, roster.as_bytes())?;
    crate::roster::apply(app, &import, HR)
}

/// A wave that is open; its keys are made and its mails are queued.
pub fn open(app: &App, promise: Promise) -> Outcome<WaveId> {
    let local = |hours| {
        (app.now() + Duration::hours(hours))
            .format("%Y-%m-%dT%H:%M")
            .to_string()
    };
    let form = PlanForm {
        survey: SURVEY.into(),
        title: HR.into(),
        opens: local(-1),
        closes: local(24),
        promise: promise.as_str().into(),
    };
    let wave = wave::plan(app, &form)?;
    wave::freeze(app, &wave, HR)?;
    while wave::prepare(app, &wave)? {}
    wave::launch(app, &wave)?;
    Ok(wave)
}
