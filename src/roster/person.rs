//! One person, changed on a page: by the rules of a line of a file.

use super::change::Change;
use super::download;
use super::identity::folded;
use super::known::Known;
use super::sheet::{self, Row};
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::{PersonId, TeamId, WaveId};
use crate::store::act::{self, Kind};
use crate::store::people::{self, Person};
use crate::store::roster::{self, Membership, Part};
use crate::store::{Db, access, directory};
use crate::survey::Role;
use crate::text::Sentence;
use std::collections::HashMap;

/// A person as HR fills the form in.
#[derive(Clone, Debug, Default)]
pub struct PersonForm {
    /// As the person is written to.
    pub name: String,
    /// The employee number, or empty.
    pub number: String,
    /// The address, or empty.
    pub email: String,
    /// A language, or empty for the organisation's.
    pub locale: String,
    /// A zone of the IANA list, or empty for the organisation's.
    pub time_zone: String,
    /// The path of a team, and leader or member.
    pub places: Vec<(String, String)>,
}

/// What is wrong with a field.
#[derive(Clone, Debug)]
pub struct PersonFault {
    /// The English name of the column.
    pub column: &'static str,
    /// Which of the places, if it is about one.
    pub place: Option<usize>,
    /// What to do.
    pub sentence: Sentence,
}

/// A person with everything that the page shows.
#[derive(Clone, Debug)]
pub struct PersonCard {
    /// Who.
    pub person: Person,
    /// Team, its path and the part in it.
    pub places: Vec<(TeamId, String, Part)>,
    /// Launched waves that are not closed, and whether the person is asked in them.
    pub waves: Vec<(WaveId, String, bool)>,
    /// Signs in to run the installation.
    pub administrator: bool,
}

/// Somebody who is or was on the roster.
///
/// # Errors
/// Not found for somebody who never was.
pub fn person(app: &App, id: &PersonId) -> Outcome<PersonCard> {
    app.store.read(|c| {
        let mut places = directory::places(c, std::slice::from_ref(id))?;
        Ok(PersonCard {
            person: people::person(c, id)?,
            places: places.remove(id).unwrap_or_default(),
            waves: people::asked_in(c, id)?,
            administrator: access::account_holders(c)?.contains(id),
        })
    })
}

/// Adds a person, or changes one: name, number, address, language, time zone and places as they are to be. A team
/// that is not there is opened, one that is left empty is closed. `by` is who does it, for the log.
///
/// # Errors
/// Not found for somebody who never was on the roster. What is wrong with the form comes back with its fields.
pub fn save(
    app: &App,
    id: Option<&PersonId>,
    form: &PersonForm,
    by: &str,
) -> Outcome<Result<PersonId, Vec<PersonFault>>> {
    let rows = match read(form)? {
        Ok(rows) => rows,
        Err(faults) => return Ok(Err(faults)),
    };
    let mut faults = Vec::new();
    let saved = app.store.write(|c| {
        roster::hold(c)?;
        let known = Known::read(c)?;
        faults = against(&known, id, &rows);
        if !faults.is_empty() {
            return Err(Problem::NotFound);
        }
        write(app, c, known, id, &rows, by)
    });
    match saved {
        _ if !faults.is_empty() => Ok(Err(faults)),
        saved => saved.map(Ok),
    }
}

/// Reads the form as the lines of a file.
fn read(form: &PersonForm) -> Outcome<Result<Vec<Row>, Vec<PersonFault>>> {
    let one_line = |text: &str| text.replace(['\r', '\n'], " ").trim().to_owned();
    let places = form.places.iter();
    let filled: Vec<(usize, &(String, String))> = places
        .enumerate()
        .filter(|(_, (team, _))| !team.trim().is_empty())
        .collect();
    if filled.is_empty() {
        let fault = PersonFault {
            column: "team",
            place: Some(0),
            sentence: Sentence::new("roster-fault-levels"),
        };
        return Ok(Err(vec![fault]));
    }
    let lines = filled.iter().map(|(_, (team, role))| {
        let cells = [
            team,
            &form.number,
            &form.email,
            &form.name,
            role,
            &form.locale,
            &form.time_zone,
        ];
        cells.map(|cell| download::guarded(&one_line(cell)))
    });
    let file = download::write(lines)?;
    let sheet = sheet::own(&file).map_err(|error| error.sentence())?;
    // What a file may leave to the organisation is a slip of whoever fills in a form.
    let said = |column: &'static str| ["locale", "time zone"].contains(&column);
    let notes = sheet.notes.shown().into_iter();
    let notes = notes.filter(|note| said(note.column));
    let mut faults: Vec<PersonFault> = notes
        .map(|note| PersonFault {
            column: note.column,
            place: None,
            sentence: note.reason.sentence(),
        })
        .collect();
    if faults.is_empty() && sheet.faults.is_empty() {
        return Ok(Ok(sheet.rows));
    }
    for fault in sheet.faults.shown() {
        let line = usize::try_from(fault.line).unwrap_or_default();
        let place = filled.get(line.saturating_sub(2)).map(|(place, _)| *place);
        let of_place = matches!(fault.column, "team" | "role");
        let fault = PersonFault {
            column: fault.column,
            place: place.filter(|_| of_place),
            sentence: fault.reason.sentence(),
        };
        let told = |other: &PersonFault| (other.column, other.place) == (fault.column, fault.place);
        if !faults.iter().any(told) {
            faults.push(fault);
        }
    }
    let on_the_form = |fault: &PersonFault| {
        let mut columns = download::COLUMNS.iter();
        columns.position(|column| *column == fault.column)
    };
    faults.sort_by_key(on_the_form);
    Ok(Err(faults))
}

/// What is wrong with the form beside the rest of the roster.
fn against(known: &Known, id: Option<&PersonId>, rows: &[Row]) -> Vec<PersonFault> {
    let mut faults = Vec::new();
    let places = known.paths();
    let new = id.is_none();
    let others = || {
        let others = known.people.iter().filter(|one| Some(&one.id) != id);
        others.filter(|one| one.active && !(new && is_free(one, &places)))
    };
    let Some(row) = rows.first() else {
        return faults;
    };
    let mut fault = |column, place, sentence| {
        faults.push(PersonFault {
            column,
            place,
            sentence,
        });
    };
    let taken = |name: &str| Sentence::new("problem-person-taken").with("name", name);
    if let Some(other) = others().find(|one| row.number.is_some() && one.number == row.number) {
        fault("number", None, taken(&other.name));
    }
    if let Some(other) = others().find(|one| row.email.is_some() && one.email == row.email) {
        fault("e-mail", None, taken(&other.name));
    }
    let top = known
        .teams
        .iter()
        .find(|team| team.active && team.parent.is_none());
    if let Some(top) = top
        && let Some(place) = rows
            .iter()
            .position(|row| row.path.first() != Some(&top.name))
    {
        let sentence = Sentence::new("problem-person-root").with("top", top.name.clone());
        fault("team", Some(place), sentence);
    }
    if row.number.is_none() && row.email.is_none() {
        let namesake = others().find(|one| {
            let unmarked = one.number.is_none() && one.email.is_none();
            let theirs = places.get(&one.id).map_or(&[][..], Vec::as_slice);
            let same = |row: &Row| theirs.contains(&row.path.join("/").as_str());
            unmarked && folded(&one.name) == folded(&row.name) && rows.iter().any(same)
        });
        if namesake.is_some() {
            fault("name", None, Sentence::new("problem-person-namesake"));
        }
        if rows.len() > 1 {
            fault("number", None, Sentence::new("problem-person-unmarked"));
        }
    }
    faults
}

/// Whether somebody may be added who is known: they left, or run the installation without being on the roster.
fn is_free(one: &Person, places: &HashMap<&PersonId, Vec<&str>>) -> bool {
    !one.active || !places.contains_key(&one.id)
}

fn write(
    app: &App,
    c: &mut Db,
    known: Known,
    id: Option<&PersonId>,
    rows: &[Row],
    by: &str,
) -> Outcome<PersonId> {
    let row = rows.first().ok_or(Problem::NotFound)?;
    let places = known.paths();
    let mut free = known.people.iter().filter(|one| is_free(one, &places));
    let back = free.find(|one| {
        let number = row.number.is_some() && one.number == row.number;
        number || row.email.is_some() && one.email == row.email
    });
    let (kind, before) = match (id, back) {
        (Some(id), _) => (Kind::PersonChanged, Some(people::person(c, id)?)),
        (None, back) => (Kind::PersonAdded, back.cloned()),
    };
    let (locale, zone) = known.defaults();
    let now = Person {
        id: before
            .as_ref()
            .map_or_else(|| PersonId::new(app.seed()), |before| before.id.clone()),
        number: row.number.clone(),
        email: row.email.clone(),
        name: row.name.clone(),
        locale: row.locale.clone().unwrap_or(locale),
        time_zone: row.time_zone.clone().unwrap_or(zone),
        active: true,
    };
    let given_up = known.people.iter().filter(|one| {
        let number = now.number.is_some() && one.number == now.number;
        let email = now.email.is_some() && one.email == now.email;
        one.id != now.id && (number || email)
    });
    for other in given_up {
        let other = Person {
            number: other
                .number
                .clone()
                .filter(|number| Some(number) != now.number.as_ref()),
            email: other
                .email
                .clone()
                .filter(|email| Some(email) != now.email.as_ref()),
            ..other.clone()
        };
        people::change_person(c, &other)?;
    }
    match before {
        Some(_) => people::change_person(c, &now)?,
        None => people::add_person(c, &now)?,
    }
    set_places(app, c, known, &now.id, rows)?;
    act::note(c, app.now(), by, kind, now.id.as_str())?;
    Ok(now.id)
}

/// Gives a person the places of some rows, and no others.
fn set_places(app: &App, c: &mut Db, known: Known, id: &PersonId, rows: &[Row]) -> Outcome<()> {
    let before = roster::places_of(c, id)?;
    let mut change = Change::of(app, c, known);
    let mut wanted: HashMap<TeamId, Part> = HashMap::new();
    for row in rows {
        let team = change.ensure(&row.path)?;
        wanted.insert(
            team,
            match row.role {
                Role::Leader => Part::Leader,
                Role::Member => Part::Member,
            },
        );
    }
    let mut left = Vec::new();
    for place in before {
        match wanted.get(&place.team) {
            Some(part) if *part == place.role => drop(wanted.remove(&place.team)),
            _ => {
                roster::leave(c, &place.team, id)?;
                left.push(place.team);
            }
        }
    }
    for (team, role) in wanted {
        let person = id.clone();
        roster::join(c, &Membership { team, person, role })?;
    }
    close_empty(c, left)
}

/// Takes somebody off the roster: they leave all teams. Whoever has an account goes on running the installation. `by` is
/// who does it, for the log.
///
/// # Errors
/// Not found for somebody who never was on the roster.
pub fn deactivate(app: &App, id: &PersonId, by: &str) -> Outcome<()> {
    app.store.write(|c| {
        roster::hold(c)?;
        people::person(c, id)?;
        take_off(c, id)?;
        act::note(c, app.now(), by, Kind::PersonLeft, id.as_str())
    })
}

/// Takes somebody off the roster, inside the transaction that says why.
pub fn take_off(c: &mut Db, id: &PersonId) -> Outcome<()> {
    let places = roster::places_of(c, id)?;
    for place in &places {
        roster::leave(c, &place.team, id)?;
    }
    let stays = access::account_holders(c)?.contains(id);
    people::set_active(c, id, stays)?;
    close_empty(c, places.into_iter().map(|place| place.team).collect())
}

/// Closes those of some teams that nobody is in any more, and those above them that nobody is left below.
pub(super) fn close_empty(c: &mut Db, teams: Vec<TeamId>) -> Outcome<()> {
    let mut all: HashMap<TeamId, roster::Team> = roster::teams(c)?
        .into_iter()
        .map(|team| (team.id.clone(), team))
        .collect();
    let places = roster::memberships(c)?;
    for id in teams {
        let mut next = Some(id);
        while let Some(id) = next.take() {
            let manned = places.iter().any(|place| place.team == id);
            let above = all
                .values()
                .any(|team| team.active && team.parent.as_ref() == Some(&id));
            if manned || above {
                break;
            }
            roster::set_team_active(c, &id, false)?;
            let team = all.get_mut(&id).ok_or(Problem::NotFound)?;
            team.active = false;
            next.clone_from(&team.parent);
        }
    }
    Ok(())
}
