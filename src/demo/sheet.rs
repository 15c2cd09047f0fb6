use super::answers::{self, luck};
use super::calendar::{OPEN, SURVEY};
use super::cast::{Cast, Person};
use crate::error::{Outcome, Problem};
use crate::survey::{Library, Survey};
use csv::Writer;

/// What the people of the demo answer in a finished quarter, counted from 1, as a sheet for `gutcheck score`:
/// leaders and members by the path of their team, in an order that tells nothing.
///
/// # Errors
/// A refusal for a quarter that is not finished.
pub fn sheet(library: &Library, quarter: usize) -> Outcome<String> {
    let finished = quarter.checked_sub(1).filter(|quarter| *quarter < OPEN);
    let quarter = finished.ok_or_else(|| Problem::refused("problem-demo-quarter"))?;
    let survey = library.get(SURVEY).ok_or(Problem::NotFound)?;
    let fault = |error: csv::Error| Problem::fault("demo answers", error);
    let cast = Cast::read().map_err(fault)?;
    let mut people = cast.answering_forms(quarter);
    people.sort_by_key(|person| luck(&[&person.email, "sheet"], quarter));
    write(survey, &cast, &people, quarter).map_err(fault)
}

fn write(
    survey: &Survey,
    cast: &Cast,
    people: &[&Person],
    quarter: usize,
) -> Result<String, csv::Error> {
    let mut writer = Writer::from_writer(Vec::new());
    let asked = survey.items.iter().filter(|item| !survey.is_slot(item));
    let items: Vec<&str> = asked.map(|item| item.id.as_str()).collect();
    writer.write_record(["team", "role", "invited"].iter().chain(&items))?;
    for person in people {
        let invited = cast.members(&person.path).to_string();
        let fields = answers::fields(survey, person, quarter);
        let answer = |id: &&str| {
            let field = fields.iter().find(|(item, _)| item == id);
            field.map_or("", |(_, value)| value.as_str())
        };
        let head = [person.path.as_str(), person.role.as_str(), &invited];
        writer.write_record(head.into_iter().chain(items.iter().map(answer)))?;
    }
    let bytes = writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
