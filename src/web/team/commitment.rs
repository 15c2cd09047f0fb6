//! What a leader writes down after the conversation.

use super::page;
use super::{Place, wave};
use crate::app::App;
use crate::commitment::{self, CommitForm, Committed, FieldFault, LONGEST};
use crate::error::{Outcome, Problem};
use crate::ids::{CommitmentId, PersonId, WaveId};
use crate::text::Lang;
use crate::web::body::Posted;
use crate::web::reply::{Failure, on, see_other};
use crate::web::sign_in::Nothing;
use crate::web::visit::Member;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The form of a commitment with what has to be mended.
#[derive(Clone, Serialize)]
pub struct FormView {
    values: BTreeMap<&'static str, String>,
    /// By field.
    errors: BTreeMap<&'static str, String>,
    limit: usize,
}

impl FormView {
    /// An empty form.
    pub fn empty() -> Self {
        Self::of(CommitForm::default(), &[], Lang::default())
    }

    fn of(form: CommitForm, faults: &[FieldFault], lang: Lang) -> Self {
        let CommitForm {
            side,
            what,
            whom,
            done,
            needed,
            due,
        } = form;
        let names = ["side", "what", "whom", "done", "needed", "due"];
        let values = names.into_iter().zip([side, what, whom, done, needed, due]);
        let error = |fault: &FieldFault| (fault.field, lang.text(fault.reason));
        Self {
            values: values.collect(),
            errors: faults.iter().map(error).collect(),
            limit: LONGEST,
        }
    }
}

/// POST `/teams/{wave}/{node}/commitments`: writes one down.
pub async fn add(
    app: web::Data<App>,
    member: Member,
    place: Place,
    form: Posted<CommitForm>,
) -> Result<HttpResponse, Failure> {
    let (id, node) = (wave(&place.0)?, place.1);
    let (person, lang, form) = (member.viewer.person.id.clone(), member.visit.lang, form.0);
    let sent = form.clone();
    let page = format!("/teams/{id}/{node}#commitments");
    let done = on(&app, move |app| {
        commitment::commit(app, &person, &id, node, &sent)
    });
    match done.await? {
        Committed::Taken => Ok(see_other(&page)),
        Committed::Faults(faults) => {
            let form = FormView::of(form, &faults, lang);
            page::render(app, member, place, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// A new date.
#[derive(Deserialize)]
pub struct Due {
    due: String,
}

/// The wave, the node and the commitment in an address.
type Of = web::Path<(String, i32, String)>;

/// POST `/teams/{wave}/{node}/commitments/{id}/renegotiate`: moves the date.
pub async fn renegotiate(
    app: web::Data<App>,
    member: Member,
    of: Of,
    form: Posted<Due>,
) -> Result<HttpResponse, Failure> {
    act(app, member, of, move |app, person, at, id| {
        commitment::renegotiate(app, person, at, id, &form.0.due)
    })
    .await
}

/// POST `/teams/{wave}/{node}/commitments/{id}/take-back`: takes it back.
pub async fn take_back(
    app: web::Data<App>,
    member: Member,
    of: Of,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    act(app, member, of, commitment::take_back).await
}

async fn act(
    app: web::Data<App>,
    member: Member,
    of: Of,
    verb: impl FnOnce(&App, &PersonId, (&WaveId, i32), &CommitmentId) -> Outcome<()> + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let (id, node, commitment) = of.into_inner();
    let id = wave(&id)?;
    let commitment = CommitmentId::parse(&commitment).ok_or(Problem::NotFound)?;
    let page = format!("/teams/{id}/{node}#commitments");
    let person = member.viewer.person.id.clone();
    on(&app, move |app| {
        verb(app, &person, (&id, node), &commitment)
    })
    .await?;
    Ok(see_other(&page))
}
