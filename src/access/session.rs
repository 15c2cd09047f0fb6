use super::device::{Knock, introduce};
use super::{cookie_secret, hash, notice};
use crate::app::App;
use crate::ballot::random;
use crate::ballot::secret::derive;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, SessionId, TeamId};
use crate::store::access::{self, Purpose, Role, Session, Way};
use crate::store::act::{self, Kind};
use crate::store::people::Person;
use crate::store::{Db, Moment};
use chrono::Duration;
use data_encoding::HEXLOWER;
use rand::Rng;

/// A session ends after so long without a visit, and at the latest after so long.
const IDLE: Duration = Duration::hours(12);
const ABSOLUTE: Duration = Duration::days(7);

/// For so long somebody who has just signed in need not prove again who they are, whatever they do.
const FRESH: Duration = Duration::minutes(15);

/// Somebody who is signed in.
#[derive(Clone)]
pub struct Viewer {
    /// Who it is.
    pub person: Person,
    /// What they may by the way in which they signed in. Whoever came by a mail link is here as a leader only.
    pub roles: Vec<Role>,
    /// The parts of the tree that they look after.
    pub parts: Vec<TeamId>,
    /// Was asked as a leader in some wave.
    pub leads: bool,
    /// Has signed in to an account.
    pub at_work: bool,
    /// Has to set up a second factor before anything else.
    pub owes_factor: bool,
    /// The session.
    pub session: SessionId,
    /// Has signed in, or proven again who they are, a few minutes ago.
    pub fresh: bool,
}

impl Viewer {
    /// Whether they have a role.
    pub fn is(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}

/// What a browser gets when somebody signs in.
#[derive(Debug)]
pub struct Entry {
    /// The secret for the session's cookie.
    pub secret: String,
    /// By which the browser is known again; only for accounts.
    pub device: Option<String>,
}

/// Begins a session, inside the transaction that lets somebody in.
pub(super) fn begin(
    app: &App,
    c: &mut Db,
    person: &PersonId,
    way: Way,
    knock: &Knock,
) -> Outcome<Entry> {
    let (secret, now) = (cookie_secret(), app.now());
    // Whoever signs in where somebody was signed in takes their place.
    if let Some(before) = &knock.session {
        access::end(c, &hash(before))?;
    }
    // Guessed by nobody, as it stands in the form that ends the session.
    let mut id = [0; 16];
    random::system().fill_bytes(&mut id);
    let new = Session {
        token_hash: hash(&secret),
        id: SessionId::new(id),
        person: person.clone(),
        way,
        device: knock.words(),
        created: now,
        seen: now,
    };
    access::begin(c, &new)?;
    tracing::info!(event = "signed-in", way = way.as_str(), %person);
    let account = access::account(c, person)?.filter(|_| way != Way::Link);
    if account.is_none() {
        return Ok(Entry {
            secret,
            device: None,
        });
    }
    let kind = match way {
        Way::Company => Kind::CompanySignedIn,
        Way::Link | Way::Password | Way::Operator => Kind::SignedIn,
    };
    act::note(c, now, person.as_str(), kind, person.as_str())?;
    if !knock.knows(app, person) && way != Way::Operator {
        notice::new_device(app, c, person, &new.id)?;
    }
    Ok(Entry {
        secret,
        device: Some(introduce(app, person)),
    })
}

/// Notes when somebody proved elsewhere who they are, whose session has just begun: long ago is not a few minutes ago.
pub(super) fn proven(app: &App, c: &mut Db, entry: &Entry, at: Moment) -> Outcome<()> {
    let now = app.now();
    access::begun(c, &hash(&entry.secret), at.clamp(now - FRESH, now))
}

/// The viewer of a session that is within its limits.
pub fn viewer(app: &App, secret: &str) -> Outcome<Option<Viewer>> {
    let now = app.now();
    let hash = hash(secret);
    let found = app.store.read(|c| {
        let Some(visit) = access::session(c, &hash, now - IDLE, now - ABSOLUTE)? else {
            return Ok(None);
        };
        let at_work = visit.works_here && visit.session.way != Way::Link;
        let id = &visit.person.id;
        let (roles, parts, factor) = match at_work {
            true => (
                access::roles(c, id)?,
                access::parts(c, id)?,
                access::has_factor(c, id)?,
            ),
            false => (Vec::new(), Vec::new(), false),
        };
        Ok(Some((visit, roles, parts, factor)))
    })?;
    let Some((visit, roles, parts, factor)) = found else {
        return Ok(None);
    };
    let lesser = matches!(visit.session.way, Way::Link | Way::Password);
    if lesser && app.config.require_company_sign_in {
        return Ok(None);
    }
    touch(app, &hash, visit.session.seen, now)?;
    let weighty = roles
        .iter()
        .any(|role| matches!(role, Role::Administrator | Role::Lead));
    let asked = app.config.require_second_factor && visit.session.way == Way::Password;
    Ok(Some(Viewer {
        owes_factor: asked && weighty && !factor,
        at_work: visit.works_here && visit.session.way != Way::Link,
        // The passwords of a demo are known to nobody.
        fresh: app.demo || now - visit.session.created < FRESH,
        leads: visit.leads,
        person: visit.person,
        session: visit.session.id,
        roles,
        parts,
    }))
}

/// Writes at most one visit a minute.
fn touch(app: &App, hash: &str, seen: Moment, now: Moment) -> Outcome<()> {
    if now - seen < Duration::minutes(1) {
        return Ok(());
    }
    app.store.write(|c| access::touch(c, hash, now))
}

/// The token that forms of this session carry, which another site cannot know.
pub fn csrf(app: &App, secret: &str) -> String {
    let mut id = [0; 16];
    id.iter_mut()
        .zip(hash(secret).bytes())
        .for_each(|(to, from)| *to = from);
    HEXLOWER.encode(&derive(app.server.expose(), "csrf", &id))
}

/// Ends a session; how it began, if there was one.
pub fn end(app: &App, secret: &str) -> Outcome<Option<Way>> {
    tracing::info!(event = "signed-out");
    app.store.write(|c| access::end(c, &hash(secret)))
}

/// Ends all sessions of an account, or those of everybody; for administrators.
///
/// # Errors
/// Not found if there is no such account.
pub fn end_sessions(app: &App, by: &str, whose: Option<&PersonId>) -> Outcome<()> {
    app.store.write(|c| {
        let (kind, subject) = match whose {
            Some(person) => {
                access::account(c, person)?.ok_or(Problem::NotFound)?;
                access::end_all(c, person)?;
                (Kind::SessionsEnded, person.as_str())
            }
            None => {
                access::end_everybodys(c)?;
                (Kind::AllSessionsEnded, "")
            }
        };
        act::note(c, app.now(), by, kind, subject)
    })
}

/// One of somebody's sessions.
pub struct Listed {
    /// Names it.
    pub id: SessionId,
    /// The browser in words; empty if it did not say.
    pub device: String,
    /// How it began.
    pub way: Way,
    /// When it began.
    pub created: Moment,
    /// When it was last used.
    pub seen: Moment,
}

/// Somebody's sessions, the last used first.
pub fn sessions(app: &App, person: &PersonId) -> Outcome<Vec<Listed>> {
    let now = app.now();
    let all = app
        .store
        .read(|c| access::sessions(c, person, now - IDLE, now - ABSOLUTE))?;
    let listed = |session: Session| Listed {
        id: session.id,
        device: session.device,
        way: session.way,
        created: session.created,
        seen: session.seen,
    };
    Ok(all.into_iter().map(listed).collect())
}

/// Ends one of somebody's own sessions.
///
/// # Errors
/// Not found if it is not theirs.
pub fn end_listed(app: &App, person: &PersonId, id: &SessionId) -> Outcome<()> {
    match app.store.write(|c| access::end_one(c, person, id))? {
        true => Ok(()),
        false => Err(Problem::NotFound),
    }
}

/// Ends all of somebody's own sessions but the one with this secret.
pub fn end_others(app: &App, person: &PersonId, secret: &str) -> Outcome<()> {
    app.store
        .write(|c| access::end_others(c, person, &hash(secret)))
}

/// Gives a session another secret, ends all others of the person, and lets nobody in by what was sent before: whenever
/// somebody's rights or secrets change.
pub(super) fn renew(c: &mut Db, person: &PersonId, secret: &str) -> Outcome<String> {
    let new = cookie_secret();
    if !access::renew(c, &hash(secret), &hash(&new))? {
        return Err(Problem::NotFound);
    }
    access::end_others(c, person, &hash(&new))?;
    for purpose in [Purpose::Factor, Purpose::Operator, Purpose::Reset] {
        access::spoil(c, person, purpose)?;
    }
    Ok(new)
}

/// Drops sessions, secrets and counted attempts that are over.
pub fn sweep(app: &App) -> Outcome<()> {
    app.doors.tidy();
    let now = app.now();
    app.store.write(|c| {
        access::sweep_requests(c, now - Duration::days(1))?;
        access::sweep_sessions(c, now - IDLE, now - ABSOLUTE)
    })
}
