use super::sheet;
use crate::answer::{Answers, Choice};
use crate::app::App;
use crate::ballot::promise::{Asker, Commitment};
use crate::ballot::secret::{InvitationSecret, LeaderSecret};
use crate::error::{Outcome, Problem};
use crate::store::frozen;
use crate::store::invitation::{self, Invitation, LeaderForm};
use crate::store::people::{self, Person};
use crate::store::wave::{self, Promise, State, Wave};
use crate::store::{Db, Moment, face, number};
use crate::survey::{Role, Survey};

/// Whether a wave takes answers now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It will, from then on.
    NotYet(Moment),
    /// It does.
    Open,
    /// It did.
    Over,
    /// It was called off.
    Off,
}

impl Standing {
    /// Where a wave stands at a moment.
    pub(super) fn of(wave: &Wave, now: Moment) -> Self {
        match wave.state {
            State::Draft | State::Preparing | State::Proving | State::Frozen => {
                Self::NotYet(wave.opens)
            }
            State::Open if now < wave.closes => Self::Open,
            State::Open | State::Closed | State::Released | State::Lapsed => Self::Over,
            State::Off => Self::Off,
        }
    }
}

/// A form as its link finds it; `S` is the invitation or the leader's form.
pub struct Form<S> {
    /// What the link belongs to.
    pub invitation: S,
    /// Who was asked.
    pub person: Person,
    /// The wave.
    pub wave: Wave,
    /// Whether it takes answers.
    pub standing: Standing,
    /// The instrument.
    pub survey: Survey,
    /// Who asks.
    pub asker: Asker,
    /// Name of the team that is asked about.
    pub team: String,
    /// How many members were invited in the group that a member's answer counts for.
    pub invited: usize,
    /// The commitments that a member judges.
    pub commitments: Vec<Commitment>,
}

/// The form of a member's link in a confidential wave; `None` if there is no such link. Looking never uses
/// it up. In an anonymous wave the server never sees a form, so there is none to show.
pub fn member_form(app: &App, token: &str) -> Outcome<Option<Form<Invitation>>> {
    let Some(secret) = InvitationSecret::parse(token) else {
        return Ok(None);
    };
    app.store.read(|c| {
        let Some(invitation) = invitation::by_token(c, &secret.hash())? else {
            return Ok(None);
        };
        let (person, wave) = (
            people::person(c, &invitation.person)?,
            wave::wave(c, &invitation.wave)?,
        );
        if wave.promise == Promise::Anonymous {
            return Ok(None);
        }
        let (node, cell) = (invitation.node, Some(invitation.cell));
        form(app, c, invitation, person, wave, (node, cell)).map(Some)
    })
}

/// The form of a leader's link; `None` if there is no such link.
pub fn leader_form(app: &App, token: &str) -> Outcome<Option<Form<LeaderForm>>> {
    let Some(secret) = LeaderSecret::parse(token) else {
        return Ok(None);
    };
    app.store.read(|c| {
        let Some(invitation) = invitation::leader_form_by_token(c, &secret.hash())? else {
            return Ok(None);
        };
        let (person, wave) = (
            people::person(c, &invitation.person)?,
            wave::wave(c, &invitation.wave)?,
        );
        let node = invitation.node;
        form(app, c, invitation, person, wave, (node, None)).map(Some)
    })
}

/// What a leader has sent so far, as the fields of the form.
pub fn leader_fields(form: &Form<LeaderForm>) -> Outcome<Vec<(String, String)>> {
    let Some(sent) = &form.invitation.answers else {
        return Ok(Vec::new());
    };
    let answers = Answers::from_json(&form.survey, Role::Leader, sent)
        .map_err(|error| Problem::fault("leader's answers", error))?;
    let value = |index| match answers.choice(index) {
        Some(Choice::Value(value)) => value.to_string(),
        Some(Choice::CantSay) => "none".to_owned(),
        None => String::new(),
    };
    let items = form
        .survey
        .form(Role::Leader)
        .map(|(index, item)| (item.id.clone(), value(index)));
    let texts = answers.texts().filter_map(|(index, text)| {
        Some((
            form.survey.questions.get(index)?.id.clone(),
            text.to_owned(),
        ))
    });
    Ok(items.chain(texts).collect())
}

fn form<S>(
    app: &App,
    c: &mut Db,
    invitation: S,
    person: Person,
    wave: Wave,
    (node, cell): (i32, Option<i32>),
) -> Outcome<Form<S>> {
    let nodes = frozen::nodes(c, &wave.id)?;
    let cells = frozen::cells(c, &wave.id)?;
    let commitments = match cell {
        Some(cell) => sheet::commitments(c, &wave.id, cell)?,
        None => Vec::new(),
    };
    let home = nodes.iter().find(|known| known.no == node);
    let cell = cells.iter().find(|known| Some(known.no) == cell);
    Ok(Form {
        survey: wave::survey(c, &wave)?,
        asker: face::asker_of(c, &wave.id)?,
        team: home.map(|known| known.name.clone()).unwrap_or_default(),
        invited: cell.map_or(0, |known| number(known.invited)),
        standing: Standing::of(&wave, app.now()),
        commitments,
        invitation,
        person,
        wave,
    })
}
