use super::calendar::{self, OPEN, Quarter, TRUSTED};
use super::cast::{Cast, Person};
use super::trustees::Bench;
use super::vote::{Mailed, vote};
use super::{answers, promises, remarks};
use crate::app::App;
use crate::error::{Outcome, Panic, Problem};
use crate::ids::WaveId;
use crate::mail;
use crate::store::Moment;
use crate::survey::Role;
use crate::transport::Message;
use crate::wave::{self, Answered, Choosing, PlanForm};
use chrono::Duration;
use std::thread;

/// The team whose leader is signed in and whose links are shown; it has a story worth reading.
const HOST: &str = "Platform";

/// The team that is too small to be shown, and the one it is counted with.
const SMALL: &str = "Facilities";
const BESIDE: &str = "Purchasing";

/// From one wave to the next.
const MONTHS: i32 = 3;

/// How many answer at the same time.
const SENDERS: usize = 8;

/// Carries the waves through their lives.
pub struct Life<'a> {
    pub app: &'a App,
    /// Who does it all, for the log.
    pub by: &'a str,
    pub cast: &'a Cast,
}

/// The people whose forms are left for whoever looks at the demo.
pub struct Guests {
    pub member: Invited,
    pub leader: Invited,
}

/// Somebody who got a mail with a link to a form.
#[derive(Clone)]
pub struct Invited {
    pub email: String,
    link: Link,
}

/// Where the form of a mail is.
#[derive(Clone)]
enum Link {
    /// The answer page of an anonymous wave.
    Member(Mailed),
    /// The plain form of a confidential wave, with the secret of the link.
    Form(String),
    /// With the secret of the link.
    Leader(String),
}

impl Life<'_> {
    /// All waves, the last of which stays open at `now`.
    pub fn live(&self, quarters: &[Quarter], now: Moment) -> Outcome<Guests> {
        let trustees = Bench::generate();
        let mut last = None;
        let mut silent = Vec::new();
        for (number, quarter) in quarters.iter().enumerate() {
            let trustees = (number == TRUSTED).then_some(&trustees);
            let id = self.prepare(quarter, last.as_ref(), trustees)?;
            let invited = self.open(quarter, &id)?;
            let is_open = number == OPEN;
            let answered = if is_open { now } else { quarter.middle() };
            self.app.clock.set(answered);
            silent = self.answer(&id, &invited, number)?;
            wave::take_participation(self.app, &id)?;
            if !is_open {
                self.finish(quarter, &id, trustees)?;
                promises::make(self.app, self.cast, &id, number, quarter.release())?;
            }
            last = Some(id);
        }
        if let Some(open) = &last {
            wave::repeat(self.app, open, MONTHS, self.by)?;
        }
        let guests = self.guests(&silent);
        guests.ok_or_else(|| Problem::broken(format!("demo: nobody is left to answer for {HOST}")))
    }

    /// Plans a wave, as the next of its series if there is one before it, and fixes its terms.
    fn prepare(
        &self,
        quarter: &Quarter,
        last: Option<&WaveId>,
        trustees: Option<&Bench>,
    ) -> Outcome<WaveId> {
        self.app.clock.set(quarter.eve());
        let plan = PlanForm {
            opening: trustees.map(Bench::plan).unwrap_or_default(),
            ..quarter.plan()
        };
        let id = match last {
            None => {
                let first = wave::plan(self.app, &plan)?;
                self.group(&first)?;
                first
            }
            Some(last) => {
                let next = wave::retake(self.app, last)?;
                wave::replan(self.app, &next, &plan)?;
                next
            }
        };
        wave::freeze(self.app, &id, self.by)?;
        while wave::prepare(self.app, &id)? {}
        if let Some(trustees) = trustees {
            trustees.prove(self.app, &id)?;
        }
        Ok(id)
    }

    /// Counts a team that is too small by itself with its neighbour; later waves of the series take that over.
    fn group(&self, id: &WaveId) -> Outcome<()> {
        let Some(known) = wave::preview_groups(self.app, id)? else {
            return Ok(());
        };
        let named = |name| known.teams.iter().find(|team| team.name.ends_with(name));
        let (Some(small), Some(host)) = (named(SMALL), named(BESIDE)) else {
            return Ok(());
        };
        let choice = Choosing {
            team: small.team.to_string(),
            with: host.team.to_string(),
        };
        wave::choose(self.app, id, &choice, self.by)
    }

    /// Opens a wave and sends its mails; everybody who got one with a form.
    fn open(&self, quarter: &Quarter, id: &WaveId) -> Outcome<Vec<Invited>> {
        self.app.clock.set(quarter.opening());
        wave::launch(self.app, id)?;
        let before = self.app.mailer.kept().len();
        self.send_all()?;
        let mails = self.app.mailer.kept().into_iter().skip(before);
        Ok(mails
            .filter_map(|mail| Invited::by(&mail.message))
            .collect())
    }

    fn send_all(&self) -> Outcome<()> {
        while mail::deliver(self.app)? > 0 {}
        Ok(())
    }

    /// Lets everybody answer who does in this wave, and returns those who do not.
    fn answer(&self, wave: &WaveId, invited: &[Invited], quarter: usize) -> Outcome<Vec<Invited>> {
        let mut silent = Vec::new();
        let mut forms = Vec::new();
        for invited in invited {
            let person = self.cast.find(&invited.email, invited.role());
            let person = person.ok_or(Problem::NotFound)?;
            if self.answers(person, quarter) {
                forms.push((invited, person));
            } else {
                silent.push(invited.clone());
            }
        }
        // As in life, many send at the same time.
        let send =
            |(invited, person): &(&Invited, &Person)| self.send(wave, invited, person, quarter);
        thread::scope(|scope| {
            let parts = forms.chunks(forms.len().div_ceil(SENDERS).max(1));
            let work = parts.map(|part| scope.spawn(move || part.iter().try_for_each(send)));
            let work: Vec<_> = work.collect();
            work.into_iter()
                .try_for_each(|part| part.join().map_err(Panic::of)?)
        })?;
        Ok(silent)
    }

    /// All leaders answer in the end; in the open wave the host has not, nor have those who write German.
    fn answers(&self, person: &Person, quarter: usize) -> bool {
        let team = &person.team;
        match person.role {
            Role::Leader => quarter != OPEN || team != HOST && !person.german,
            Role::Member => self.cast.answering(team, quarter).contains(&person),
        }
    }

    fn send(
        &self,
        wave: &WaveId,
        invited: &Invited,
        person: &Person,
        quarter: usize,
    ) -> Outcome<()> {
        let survey = self.app.library.get(calendar::SURVEY);
        let survey = survey.ok_or(Problem::NotFound)?;
        let mut fields = answers::fields(survey, person, quarter);
        let questions = survey.questions_for(person.role);
        let words = remarks::of(self.cast, person, quarter);
        let remark = questions.zip(words);
        fields.extend(remark.map(|((_, question), words)| (question.id.clone(), words.to_owned())));
        let answered = match &invited.link {
            Link::Member(link) => return vote(self.app, wave, link, survey, &fields),
            Link::Form(token) => wave::answer_as_member(self.app, token, &fields)?,
            Link::Leader(token) => wave::answer_as_leader(self.app, token, &fields)?,
        };
        match answered {
            Answered::Taken => Ok(()),
            other => Err(Problem::broken(format!(
                "demo: an answer came to {other:?}"
            ))),
        }
    }

    /// Closes a wave, publishes its results, tells the leaders, and destroys the keys after the grace.
    fn finish(&self, quarter: &Quarter, id: &WaveId, trustees: Option<&Bench>) -> Outcome<()> {
        self.app.clock.set(quarter.close());
        wave::close(self.app, id, "")?;
        self.app.clock.set(quarter.release());
        if let Some(trustees) = trustees {
            wave::settle(self.app, id)?;
            trustees.open(self.app, id)?;
        }
        wave::count(self.app, id, self.by)?;
        self.send_all()?;
        let grace = Duration::hours(self.app.config.grace_hours.into());
        self.app.clock.set(quarter.release() + grace);
        wave::destroy(self.app, id)
    }

    fn guests(&self, silent: &[Invited]) -> Option<Guests> {
        let host = |role| {
            let of_host = |invited: &&Invited| {
                let person = self.cast.find(&invited.email, role);
                invited.role() == role && person.is_some_and(|person| person.team == HOST)
            };
            silent.iter().find(of_host).cloned()
        };
        Some(Guests {
            member: host(Role::Member)?,
            leader: host(Role::Leader)?,
        })
    }
}

impl Invited {
    /// Who got a mail and with which link; `None` for mails without a form.
    fn by(message: &Message) -> Option<Self> {
        let after = |start| {
            let (_, rest) = message.text.split_once(start)?;
            rest.split_whitespace().next()
        };
        let member = || Some(Link::Member(Mailed::parse(after("/a#")?)?));
        let form = || Some(Link::Form(after("/answer/")?.to_owned()));
        let leader = || Some(Link::Leader(after("/leader/")?.to_owned()));
        Some(Self {
            email: message.email.clone(),
            link: member().or_else(form).or_else(leader)?,
        })
    }

    fn role(&self) -> Role {
        match self.link {
            Link::Member(_) | Link::Form(_) => Role::Member,
            Link::Leader(_) => Role::Leader,
        }
    }

    /// The address of the form.
    pub fn address(&self, app: &App) -> String {
        app.config.link(&match &self.link {
            Link::Member(link) => link.path(),
            Link::Form(token) => format!("/answer/{token}"),
            Link::Leader(token) => format!("/leader/{token}"),
        })
    }
}
