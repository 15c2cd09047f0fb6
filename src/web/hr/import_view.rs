use super::decisions_view::DecisionsView;
use crate::roster::columns::Meaning;
use crate::roster::sheet::{FaultReason, Finding, Findings, Group, NoteReason, Reason};
use crate::roster::{ChangedPerson, Difference, Dry, FileFacts, Listed, Membership};
use crate::table::Encoding;
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
    /// What is wrong, by reason, that of most lines first.
    faults: Vec<FoundGroup>,
    /// How many lines cannot be taken.
    aside: usize,
    /// How many of those are about nobody on the roster.
    unknown_aside: usize,
    /// What is said of lines that are no faults.
    notes: Vec<FoundGroup>,
    changes: Option<Changes>,
    leaderless: Vec<String>,
    decide: Option<DecisionsView>,
}

#[derive(Serialize)]
struct Facts {
    rows: usize,
    encoding: String,
    /// `None` for a workbook.
    delimiter: Option<String>,
    names: Vec<String>,
    /// Names of the columns that are not needed.
    ignored: Vec<String>,
    /// It only adds to the roster.
    is_supplement: bool,
}

/// All lines with the same reason.
#[derive(Serialize)]
struct FoundGroup {
    reason: String,
    count: usize,
    lines: Vec<Found>,
    /// How many lines are not shown.
    more: usize,
}

#[derive(Serialize)]
struct Found {
    line: u64,
    column: String,
    /// What stands there.
    value: Option<String>,
    /// The line that it disagrees with.
    first: Option<u64>,
}

/// The most lines of a list; the others are counted.
const LISTED: usize = 200;

#[derive(Serialize)]
struct Changes {
    nothing: bool,
    new_teams: Listing<String>,
    closed_teams: Listing<String>,
    new_people: Listing<Listed>,
    leaving_people: Listing<Listed>,
    changed_people: Listing<Changed>,
    joined: Listing<InTeam>,
    left: Listing<InTeam>,
    kept_teams: usize,
    kept_people: usize,
    kept_places: usize,
}

/// The first lines of a list.
#[derive(Serialize)]
struct Listing<T> {
    shown: Vec<T>,
    count: usize,
    /// How many are not shown.
    more: usize,
}

impl<T> Listing<T> {
    fn of<'a, S>(all: &'a [S], line: impl FnMut(&'a S) -> T) -> Self {
        Self {
            shown: all.iter().take(LISTED).map(line).collect(),
            count: all.len(),
            more: all.len().saturating_sub(LISTED),
        }
    }
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
    /// Words why a file cannot be read at all.
    pub fn unreadable(path: String, sentence: &Sentence, lang: Lang) -> Self {
        Self {
            path,
            error: Some(sentence.in_lang(lang)),
            facts: None,
            faults: Vec::new(),
            aside: 0,
            unknown_aside: 0,
            notes: Vec::new(),
            changes: None,
            leaderless: Vec::new(),
            decide: None,
        }
    }

    /// Words what is known of an upload.
    pub fn new(path: String, dry: Dry, decide: Option<DecisionsView>, lang: Lang) -> Self {
        let readable = dry.facts.rows > 0;
        Self {
            path,
            error: None,
            facts: Some(Facts::new(&dry.facts, lang)),
            faults: groups(&dry.faults, FaultReason::sentence_of_all, lang),
            aside: dry.lines_aside,
            unknown_aside: dry.difference.unknown_aside,
            notes: groups(&dry.notes, NoteReason::sentence, lang),
            leaderless: dry.leaderless.iter().map(|path| path_name(path)).collect(),
            decide: decide.filter(|_| readable),
            changes: readable.then(|| Changes::new(&dry.difference, lang)),
        }
    }
}

impl Facts {
    fn new(facts: &FileFacts, lang: Lang) -> Self {
        let is_text = facts.encoding != Encoding::Workbook;
        let columns = facts.layout.columns.iter();
        let ignored =
            columns.filter(|(name, meaning)| *meaning == Meaning::Ignored && !name.is_empty());
        Self {
            rows: facts.rows,
            encoding: facts.encoding.to_string(),
            delimiter: is_text.then(|| lang.text(delimiter_key(facts.delimiter))),
            names: facts.names.clone(),
            ignored: ignored.map(|(name, _)| name.clone()).collect(),
            is_supplement: facts.is_supplement,
        }
    }
}

/// The message that names a delimiter.
pub fn delimiter_key(delimiter: char) -> &'static str {
    match delimiter {
        ';' => "roster-delimiter-semicolon",
        '\t' => "roster-delimiter-tab",
        '|' => "roster-delimiter-bar",
        _ => "roster-delimiter-comma",
    }
}

fn groups<R: Reason + FirstLine>(
    findings: &Findings<R>,
    sentence: impl Fn(&R) -> Sentence,
    lang: Lang,
) -> Vec<FoundGroup> {
    let group = |group: &Group<R>| FoundGroup {
        reason: sentence(&group.reason).in_lang(lang),
        count: group.count,
        lines: group
            .shown
            .iter()
            .map(|found| Found::new(found, lang))
            .collect(),
        more: group.count - group.shown.len(),
    };
    findings.groups().into_iter().map(group).collect()
}

/// What a reason may point at.
trait FirstLine {
    fn first(&self) -> Option<u64>;
}

impl FirstLine for FaultReason {
    fn first(&self) -> Option<u64> {
        self.first_line()
    }
}

impl FirstLine for NoteReason {
    fn first(&self) -> Option<u64> {
        None
    }
}

impl Found {
    fn new<R: FirstLine>(finding: &Finding<R>, lang: Lang) -> Self {
        Self {
            line: finding.line,
            column: column(finding.column, lang),
            value: Some(finding.value.clone()).filter(|value| !value.is_empty()),
            first: finding.reason.first(),
        }
    }
}

impl Changes {
    fn new(difference: &Difference, lang: Lang) -> Self {
        let paths = |paths| Listing::of(paths, |path: &Vec<String>| path_name(path));
        let places = |places| Listing::of(places, |one: &Membership| InTeam::new(one, lang));
        let people = |people| Listing::of(people, Listed::clone);
        Self {
            nothing: difference.is_empty(),
            new_teams: paths(&difference.new_teams),
            closed_teams: paths(&difference.closed_teams),
            new_people: people(&difference.new_people),
            leaving_people: people(&difference.leaving_people),
            changed_people: Listing::of(&difference.changed_people, |one| Changed::new(one, lang)),
            joined: places(&difference.joined),
            left: places(&difference.left),
            kept_teams: difference.unchanged.teams,
            kept_people: difference.unchanged.people,
            kept_places: difference.unchanged.memberships,
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
