use crate::roster::sheet::LineFault;
use crate::roster::{ChangedPerson, Difference, FileFacts, Listed, Membership, Preview};
use crate::text::{Lang, Sentence};
use serde::Serialize;

/// The dry run of an upload.
#[derive(Serialize)]
pub struct ImportPage {
    /// Where the button sends to.
    path: String,
    /// Why the file cannot be read at all.
    error: Option<String>,
    facts: Option<Facts>,
    faults: Vec<Fault>,
    changes: Option<Changes>,
    leaderless: Vec<String>,
}

#[derive(Serialize)]
struct Facts {
    rows: usize,
    encoding: String,
    delimiter: String,
}

#[derive(Serialize)]
struct Fault {
    line: u64,
    column: String,
    /// What stands in the cell.
    value: Option<String>,
    reason: String,
}

#[derive(Serialize)]
struct Changes {
    nothing: bool,
    new_teams: Vec<String>,
    closed_teams: Vec<String>,
    new_people: Vec<Listed>,
    leaving_people: Vec<Listed>,
    changed_people: Vec<Changed>,
    joined: Vec<InTeam>,
    left: Vec<InTeam>,
    kept_teams: usize,
    kept_people: usize,
    kept_places: usize,
}

#[derive(Serialize)]
struct Changed {
    person: String,
    changes: Vec<Cell>,
}

#[derive(Serialize)]
struct Cell {
    column: String,
    before: String,
    after: String,
}

#[derive(Serialize)]
struct InTeam {
    team: String,
    person: String,
    role: String,
}

impl ImportPage {
    /// Words what is known of an upload.
    pub fn new(path: String, preview: Preview, lang: Lang) -> Self {
        let blank = Self {
            path,
            error: None,
            facts: None,
            faults: Vec::new(),
            changes: None,
            leaderless: Vec::new(),
        };
        match preview {
            Preview::Unreadable(sentence) => Self {
                error: Some(sentence.in_lang(lang)),
                ..blank
            },
            Preview::Faulty { facts, faults } => Self {
                facts: Some(Facts::new(&facts, lang)),
                faults: faults
                    .into_iter()
                    .map(|fault| Fault::new(fault, lang))
                    .collect(),
                ..blank
            },
            Preview::Ready {
                facts,
                difference,
                leaderless,
            } => Self {
                facts: Some(Facts::new(&facts, lang)),
                changes: Some(Changes::new(difference, lang)),
                leaderless: leaderless.iter().map(|path| path_name(path)).collect(),
                ..blank
            },
        }
    }
}

impl Facts {
    fn new(facts: &FileFacts, lang: Lang) -> Self {
        let delimiter = match facts.delimiter {
            ';' => "roster-delimiter-semicolon",
            '\t' => "roster-delimiter-tab",
            _ => "roster-delimiter-comma",
        };
        Self {
            rows: facts.rows,
            encoding: facts.encoding.to_string(),
            delimiter: lang.text(delimiter),
        }
    }
}

impl Fault {
    fn new(fault: LineFault, lang: Lang) -> Self {
        let mut reason = Sentence::new(fault.reason.key());
        if let Some(first) = fault.reason.first_line() {
            reason = reason.with("first", first.to_string());
        }
        Self {
            line: fault.line,
            column: column(fault.column, lang),
            value: Some(fault.value).filter(|value| !value.is_empty()),
            reason: reason.in_lang(lang),
        }
    }
}

impl Changes {
    fn new(difference: Difference, lang: Lang) -> Self {
        let paths = |paths: &[Vec<String>]| paths.iter().map(|path| path_name(path)).collect();
        let places =
            |places: &[Membership]| places.iter().map(|one| InTeam::new(one, lang)).collect();
        let changed = |person: &ChangedPerson| Changed::new(person, lang);
        Self {
            nothing: difference.is_empty(),
            new_teams: paths(&difference.new_teams),
            closed_teams: paths(&difference.closed_teams),
            changed_people: difference.changed_people.iter().map(changed).collect(),
            joined: places(&difference.joined),
            left: places(&difference.left),
            kept_teams: difference.unchanged.teams,
            kept_people: difference.unchanged.people,
            kept_places: difference.unchanged.memberships,
            new_people: difference.new_people,
            leaving_people: difference.leaving_people,
        }
    }
}

impl Changed {
    fn new(changed: &ChangedPerson, lang: Lang) -> Self {
        let cell = |change: &crate::roster::Change| Cell {
            column: column(change.column, lang),
            before: change.before.clone(),
            after: change.after.clone(),
        };
        Self {
            person: changed.person.label().to_owned(),
            changes: changed.changes.iter().map(cell).collect(),
        }
    }
}

impl InTeam {
    fn new(place: &Membership, lang: Lang) -> Self {
        Self {
            team: path_name(&place.path),
            person: place.label.clone(),
            role: lang.text(&format!("roster-role-{}", place.role.as_str())),
        }
    }
}

fn path_name(path: &[String]) -> String {
    path.join(" / ")
}

/// A column by the name the reader's language has for it.
fn column(name: &str, lang: Lang) -> String {
    match name {
        "-" => lang.text("roster-column-none"),
        name => lang.text(&format!("roster-column-{}", name.replace(' ', "-"))),
    }
}
