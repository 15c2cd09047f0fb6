use super::Wave;
use crate::error::{Outcome, Problem};
use crate::store::Db;
use crate::store::schema::instrument;
use crate::survey::Survey;
use diesel::prelude::*;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Adds an instrument unless it is there.
pub(super) fn add(c: &mut Db, hash: &str, survey: &str, source: &str) -> Outcome<()> {
    let known: i64 = instrument::table.find(hash).count().get_result(c)?;
    if known == 0 {
        let row = (
            instrument::hash.eq(hash),
            instrument::survey.eq(survey),
            instrument::source.eq(source),
        );
        diesel::insert_into(instrument::table)
            .values(row)
            .execute(c)?;
    }
    Ok(())
}

/// The survey a wave is run with, in the wording of its time.
pub fn survey(c: &mut Db, wave: &Wave) -> Outcome<Survey> {
    shared_survey(c, wave).map(Arc::unwrap_or_clone)
}

/// The same without a copy, for what is done many times a second.
///
/// Reading a survey takes many times as long as a query, and a content hash stands for one text for
/// ever, so what was read once is kept.
pub fn shared_survey(c: &mut Db, wave: &Wave) -> Outcome<Arc<Survey>> {
    static READ: Mutex<BTreeMap<String, Arc<Survey>>> = Mutex::new(BTreeMap::new());
    let read = || READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(survey) = read().get(&wave.instrument) {
        return Ok(survey.clone());
    }
    let stored = instrument::table
        .find(&wave.instrument)
        .select(instrument::source);
    let source: String = stored.get_result(c)?;
    let survey = Survey::parse(&source, "the stored survey")
        .map_err(|faults| Problem::fault("survey", faults))?;
    let survey = Arc::new(survey);
    read().insert(survey.hash.clone(), survey.clone());
    Ok(survey)
}
