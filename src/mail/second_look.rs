//! Mails between survey leads about a launch that takes two.

use super::batch::Batch;
use super::compose::{Addressed, for_lead};
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, WaveId};
use crate::store::launch_request;
use crate::store::outbox::{Kind, Mail};
use crate::store::wave::State;

/// To a survey lead, with the end of the log; of no use once the launch is answered, or asked for anew.
pub(super) fn to_lead(batch: &Batch<'_>, mail: &Mail) -> Outcome<Option<Addressed>> {
    let mut parts = mail.subject.split('.');
    let wave = parts
        .next()
        .and_then(WaveId::parse)
        .ok_or(Problem::NotFound)?;
    let person = parts
        .next()
        .and_then(PersonId::parse)
        .ok_or(Problem::NotFound)?;
    let request = batch
        .app
        .store
        .read(|c| launch_request::of_wave(c, &wave))?;
    let returned = mail.kind == Kind::LaunchReturned;
    let of_use = request.is_some_and(|known| known.returned_by.is_some() == returned);
    match of_use {
        true => for_lead(batch, &wave, &person, State::Draft),
        false => Ok(None),
    }
}
