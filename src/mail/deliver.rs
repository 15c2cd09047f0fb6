use super::batch::Batch;
use super::compose::compose;
use super::pace::pace;
use crate::app::App;
use crate::error::Outcome;
use crate::ids::{InvitationId, MailId};
use crate::store::invitation::{self, Addressee, Invitation};
use crate::store::outbox::{self, Delivery, Kind, Mail, Reason};
use crate::store::{Db, Moment};
use crate::transport::{Connection, SendError};
use chrono::Duration;
use std::collections::{BTreeMap, VecDeque};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Instant;

/// How many mails are taken at once for each connection, and for how long they are kept from other nodes.
/// A mail that cannot be begun in `RUN` is given back; one that was begun ends within the time-outs.
const EACH: usize = 200;
const LEASE: Duration = Duration::minutes(10);
const RUN: std::time::Duration = std::time::Duration::from_secs(5);

/// Minutes to wait after each failed attempt; after the last one a mail is given up.
const BACK_OFF: [i64; 7] = [1, 5, 15, 60, 180, 720, 1440];

/// How long all mails rest when none can leave.
const REST: Duration = Duration::seconds(30);

/// Outcomes that are written in one transaction at the most.
const AT_ONCE: usize = 500;

/// Sends what is due, and says how many mails were dealt with. Nothing is sent inside a transaction.
pub fn deliver(app: &App) -> Outcome<usize> {
    let now = app.now();
    if app.mailer.rests(now) {
        return Ok(0);
    }
    let (until, most) = (now + LEASE, EACH * app.mailer.connections());
    let (due, placed, to) = app.store.write(|c| {
        let taken = outbox::lease(c, now, until, most)?;
        let to = addressees(c, &taken)?;
        let (due, placed) = pace(app, c, taken, &to, until)?;
        Ok((due, placed, to))
    })?;
    match due.is_empty() {
        true => Ok(placed),
        false => Ok(placed + send(app, due, to, until)?),
    }
}

/// Members who get one of the mails that were taken, read at once because there are many.
pub(super) type Addressees = BTreeMap<InvitationId, Addressee<Invitation>>;

fn addressees(c: &mut Db, taken: &[Mail]) -> Outcome<Addressees> {
    let to_members = taken
        .iter()
        .filter(|mail| Kind::TO_MEMBERS.contains(&mail.kind));
    let ids: Vec<_> = to_members
        .filter_map(|mail| InvitationId::parse(&mail.subject))
        .collect();
    invitation::addressees(c, &ids)
}

/// Sends over as many connections as there may be, and writes down what becomes of each mail as it goes.
fn send(app: &App, due: Vec<Mail>, to: Addressees, until: Moment) -> Outcome<usize> {
    let run = Run {
        batch: Batch::open(app, to)?,
        begun: Instant::now(),
        connections: app.mailer.connections().min(due.len()),
        waiting: Mutex::new(due.into()),
    };
    let tried = thread::scope(|scope| {
        let (reports, steps) = channel();
        for _ in 0..run.connections {
            let (run, reports) = (&run, reports.clone());
            scope.spawn(move || run.send_all(&reports));
        }
        drop(reports);
        write_down(app, &steps, until)
    })?;
    let left: Vec<Mail> = run.lock().drain(..).collect();
    app.store.write(|c| outbox::give_back(c, &left))?;
    Ok(tried)
}

/// What is written down of a mail under way.
enum Step {
    /// It is about to be handed over, if it is still ours; the answer goes there. A mail that was not begun when the
    /// process was killed has not arrived.
    Begin(MailId, Sender<bool>),
    /// How it stands afterwards.
    Done(Mail),
}

/// Writes down what connections report, many steps in one transaction, and answers after it.
fn write_down(app: &App, steps: &Receiver<Step>, until: Moment) -> Outcome<usize> {
    let mut tried = 0;
    while let Ok(first) = steps.recv() {
        let mut some = vec![first];
        some.extend(steps.try_iter().take(AT_ONCE - 1));
        let begun = app.store.write(|c| {
            let mut begun = Vec::new();
            for step in &some {
                match step {
                    Step::Begin(id, _) => begun.push(outbox::begin(c, id, until)?),
                    Step::Done(mail) => outbox::put(c, mail, until)?,
                }
            }
            Ok(begun)
        })?;
        let mut begun = begun.into_iter();
        for step in some {
            match step {
                // A connection that does not wait any more needs no answer.
                Step::Begin(_, ours) => drop(ours.send(begun.next().unwrap_or_default())),
                Step::Done(_) => tried += 1,
            }
        }
    }
    Ok(tried)
}

struct Run<'a> {
    batch: Batch<'a>,
    begun: Instant,
    connections: usize,
    waiting: Mutex<VecDeque<Mail>>,
}

impl Run<'_> {
    /// Sends one mail after the other until none is left, the time is over or none can leave.
    fn send_all(&self, steps: &Sender<Step>) {
        let app = self.batch.app;
        let mut connection = match app.mailer.connection() {
            Ok(connection) => connection,
            Err(problem) => return tracing::error!(%problem, "no mail can be sent"),
        };
        while let Some(mail) = self.next() {
            let Some((after, error)) = self.attempt(&mut connection, mail, steps) else {
                continue;
            };
            let gone = steps.send(Step::Done(after)).is_err();
            let stops = error.is_some_and(SendError::stops_all);
            if stops {
                app.mailer.rest(app.now() + REST);
            }
            if gone || stops {
                break;
            }
        }
        connection.end();
    }

    fn next(&self) -> Option<Mail> {
        let over = self.begun.elapsed() > RUN || self.batch.app.mailer.rests(self.batch.app.now());
        (!over).then(|| self.lock().pop_front()).flatten()
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<Mail>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The mail as it stands after an attempt, and why that failed; none if somebody else has it now.
    fn attempt(
        &self,
        connection: &mut Connection<'_>,
        mail: Mail,
        steps: &Sender<Step>,
    ) -> Option<(Mail, Option<SendError>)> {
        let now = self.batch.app.now();
        let message = match compose(&self.batch, &mail) {
            Ok(Some(message)) => message,
            Ok(None) => return Some((needless(mail), None)),
            Err(problem) => {
                tracing::error!(kind = mail.kind.as_str(), %problem, "a mail cannot be worded");
                return Some((failed(mail, SendError::of(Reason::Unworded), now), None));
            }
        };
        let (answer, ours) = channel();
        steps.send(Step::Begin(mail.id.clone(), answer)).ok()?;
        ours.recv().ok().filter(|ours| *ours)?;
        Some(match connection.send(&message, now) {
            Ok(()) => (sent(mail, now), None),
            Err(error) => {
                tracing::warn!(
                    kind = mail.kind.as_str(),
                    attempts = mail.attempts + 1,
                    reason = error.reason.as_str(),
                    code = error.code,
                    "mail not sent"
                );
                (failed(mail, error, now), Some(error))
            }
        })
    }
}

fn needless(mail: Mail) -> Mail {
    Mail {
        state: Delivery::Needless,
        leased_until: None,
        ..mail
    }
}

fn sent(mail: Mail, now: Moment) -> Mail {
    Mail {
        state: Delivery::Sent,
        attempts: mail.attempts + 1,
        not_before: now,
        leased_until: None,
        reason: None,
        code: None,
        ..mail
    }
}

/// To be tried again, or given up. A mail that may have arrived is sent once more: twice is better than never,
/// and both have the same Message-ID.
fn failed(mail: Mail, error: SendError, now: Moment) -> Mail {
    let tried = usize::try_from(mail.attempts).unwrap_or(usize::MAX);
    let wait = BACK_OFF.get(tried).filter(|_| !error.is_final());
    let doubtful = mail.doubtful + i32::from(error.is_doubtful());
    Mail {
        state: match wait {
            Some(_) => Delivery::Queued,
            None if error.is_final() => Delivery::Refused,
            None if doubtful > 0 => Delivery::Uncertain,
            None => Delivery::Failed,
        },
        attempts: mail.attempts + 1,
        doubtful,
        not_before: now + Duration::minutes(wait.copied().unwrap_or_default()),
        paced: true,
        leased_until: None,
        reason: Some(error.reason),
        code: error.code,
        ..mail
    }
}
