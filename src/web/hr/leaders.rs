//! The leaders of a wave: who has answered, and who leads a team now.

use super::wave::{act, console, verbs};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::store::people::Person;
use crate::store::wave::{State, Wave};
use crate::wave::{self, Lead};
use crate::web::body::{Nothing, Posted};
use crate::web::id::Id;
use crate::web::reply::Failure;
use crate::web::visit::Hr;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// The leaders of a wave.
#[derive(Serialize)]
pub struct LeadersCard {
    answered: usize,
    asked: usize,
    lines: Vec<Line>,
    /// Teams that others lead than their members were told.
    changed: Vec<Changed>,
    /// HR can have those reminded who have not answered.
    remind: bool,
    /// It can still be said who reads.
    open: bool,
}

#[derive(Serialize)]
struct Line {
    name: String,
    team: String,
    /// `answered`, `owes`, `stays` for answers of somebody who leads no more, or `reads`.
    state: &'static str,
}

#[derive(Serialize)]
struct Changed {
    node: i32,
    team: String,
    /// Those who lead it no more.
    gone: String,
    /// Those who do.
    now: String,
    /// Nobody leads it.
    nobody: bool,
    /// Somebody who leads it no more has answered.
    answered: bool,
}

impl LeadersCard {
    /// Reads who was asked as a leader; `None` if nobody was.
    pub fn read(app: &App, wave: &Wave) -> Outcome<Option<Self>> {
        let leads = wave::leaders(app, &wave.id)?;
        let lines: Vec<Line> = leads.iter().flat_map(lines).collect();
        let of = |state: &[&str]| {
            lines
                .iter()
                .filter(|one| state.contains(&one.state))
                .count()
        };
        let over = wave.key_destroyed.is_some();
        if lines.is_empty() || over || wave.state == State::Off {
            return Ok(None);
        }
        let (answered, owing) = (of(&["answered", "stays"]), of(&["owes"]));
        let running = matches!(wave.state, State::Proving | State::Frozen | State::Open);
        let takes = running && wave.closes > app.now();
        Ok(Some(Self {
            answered,
            asked: answered + owing,
            remind: wave.state == State::Open && takes && owing > 0,
            open: wave::may_hand_on(wave, app.now()),
            changed: leads
                .iter()
                .filter(|lead| lead.has_changed())
                .map(Changed::from)
                .collect(),
            lines,
        }))
    }
}

fn lines(lead: &Lead) -> impl Iterator<Item = Line> {
    let line = |(form, person): &(wave::LeaderForm, Person)| {
        let state = match (form.answers.is_some(), form.asked, form.reads) {
            (true, true, _) => "answered",
            (true, false, _) => "stays",
            (false, true, _) => "owes",
            (false, false, true) => "reads",
            (false, false, false) => return None,
        };
        Some(Line {
            name: person.name.clone(),
            team: lead.team.clone(),
            state,
        })
    };
    lead.known.iter().filter_map(line)
}

impl From<&Lead> for Changed {
    fn from(lead: &Lead) -> Self {
        let gone = lead.gone();
        let gone: Vec<&str> = gone.iter().map(|(_, who)| who.name.as_str()).collect();
        let now: Vec<&str> = lead.today.iter().map(|who| who.name.as_str()).collect();
        Self {
            node: lead.node,
            team: lead.team.clone(),
            gone: gone.join(", "),
            nobody: now.is_empty(),
            now: now.join(", "),
            answered: lead.is_answered_for(),
        }
    }
}

/// The team whose form and report go on, by its node.
#[derive(Deserialize)]
pub struct HandOnForm {
    node: String,
}

/// POST `/hr/waves/{wave}/hand-on`: those who lead a team now take the place of those who did.
pub async fn hand_on(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    form: Posted<HandOnForm>,
) -> Result<HttpResponse, Failure> {
    act(app, hr, id, move |app, id, by| {
        let node = form.0.node.parse().map_err(|_| Problem::NotFound)?;
        wave::hand_on(app, id, node, by).map(|()| format!("{}#leaders", console(id)))
    })
    .await
}

verbs! {
    /// POST `/hr/waves/{wave}/remind-leaders`: reminds the leaders who have not answered.
    remind = |app, id, by| {
        wave::remind_leaders(app, id, by).map(|()| format!("{}#leaders", console(id)))
    };
}
