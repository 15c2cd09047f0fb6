//! What a leader writes down after the conversation.

use super::body::{Nothing, Posted};
use super::form::FormState;
use super::id::Id;
use super::reply::{Failure, on, see_other};
use super::report::{OfTeam, Subject, team};
use crate::app::App;
use crate::commitment::{self, CommitForm, Committed, FieldFault, LONGEST};
use crate::error::Problem;
use crate::ids::CommitmentId;
use crate::text::Lang;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};

/// The form of a commitment.
#[derive(Clone, Serialize)]
pub struct CommitmentForm {
    #[serde(flatten)]
    state: FormState,
    limit: usize,
    /// A commitment whose date could not be moved, and why.
    unmoved: Option<(CommitmentId, String)>,
}

impl CommitmentForm {
    /// An empty form.
    pub fn empty() -> Self {
        Self::of(CommitForm::default())
    }

    fn of(form: CommitForm) -> Self {
        Self {
            state: FormState::of([
                ("side", form.side),
                ("what", form.what),
                ("whom", form.whom),
                ("done", form.done),
                ("needed", form.needed),
                ("due", form.due),
            ]),
            limit: LONGEST,
            unmoved: None,
        }
    }

    fn refused(mut self, faults: &[FieldFault], lang: Lang) -> Self {
        let error = |fault: &FieldFault| (fault.field, lang.text(fault.reason));
        self.state = self.state.refused(faults.iter().map(error));
        self
    }
}

/// POST `/teams/{wave}/{node}/commitments`: writes one down.
pub async fn add(
    app: web::Data<App>,
    of: OfTeam,
    Posted(form): Posted<CommitForm>,
) -> Result<HttpResponse, Failure> {
    let sent = form.clone();
    let (of, done) = on(&app, move |app| {
        let leader = &of.member.viewer.person.id;
        let done = commitment::commit(app, leader, &of.wave, of.node, &sent)?;
        Ok((of, done))
    })
    .await?;
    match done {
        Committed::Taken => Ok(see_other(&list(&of))),
        Committed::Faults(faults) => {
            let form = CommitmentForm::of(form).refused(&faults, of.visit().lang);
            team::render(app, of, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// A new date.
#[derive(Deserialize)]
pub struct Due {
    due: String,
}

/// POST `/teams/{wave}/{node}/commitments/{commitment}/renegotiate`: moves the date.
pub async fn renegotiate(
    app: web::Data<App>,
    of: OfTeam,
    id: Id<CommitmentId>,
    form: Posted<Due>,
) -> Result<HttpResponse, Failure> {
    let (Id(id), due) = (id, form.0.due);
    let (of, refused) = on(&app, move |app| {
        let leader = &of.member.viewer.person.id;
        match commitment::renegotiate(app, leader, (&of.wave, of.node), &id, &due) {
            Ok(()) => Ok((of, None)),
            Err(Problem::Refused(why)) => {
                let why = why.in_lang(of.visit().lang);
                Ok((of, Some((id, why))))
            }
            Err(problem) => Err(problem),
        }
    })
    .await?;
    if refused.is_none() {
        return Ok(see_other(&list(&of)));
    }
    let form = CommitmentForm {
        unmoved: refused,
        ..CommitmentForm::empty()
    };
    team::render(app, of, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// POST `/teams/{wave}/{node}/commitments/{commitment}/take-back`: takes it back.
pub async fn take_back(
    app: web::Data<App>,
    of: OfTeam,
    id: Id<CommitmentId>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let (list, Id(id)) = (list(&of), id);
    on(&app, move |app| {
        let leader = &of.member.viewer.person.id;
        commitment::take_back(app, leader, (&of.wave, of.node), &id)
    })
    .await?;
    Ok(see_other(&list))
}

/// Where the team's commitments stand.
fn list(of: &OfTeam) -> String {
    format!("{}#commitments", of.base())
}
