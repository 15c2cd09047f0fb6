//! From lines to rows: everybody in the list, where each is, and who leads.

use super::between;
use super::chart::Chart;
use super::fault::FaultReason;
use super::findings::Findings;
use super::leaders::{self, Named};
use super::line::{Line, turned};
use super::note::NoteReason;
use super::{Around, Aside, Column, Row, Sheet, cells, status, teams};
use crate::roster::TeamPath;
use crate::roster::columns::{Layout, Meaning, Source, role_of};
use crate::roster::identity::folded;
use crate::survey::Role;
use csv::StringRecord;
use std::collections::{BTreeMap, HashSet};

/// Somebody in the list.
pub struct Person {
    pub line: u64,
    /// Where the columns say that the person is; empty without such columns.
    pub path: TeamPath,
    pub number: Option<String>,
    pub email: Option<String>,
    pub name: String,
    pub role: Role,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
    /// How managers' columns may name this person, in lower case.
    pub marks: Vec<String>,
    /// Whom the person reports to, as it is written.
    pub managers: Vec<String>,
}

/// A file while it is read.
pub struct Reading<'a> {
    layout: &'a Layout,
    around: &'a Around,
    people: Vec<Person>,
    faults: Findings<FaultReason>,
    faulty: BTreeMap<u64, Vec<FaultReason>>,
    aside: Vec<Aside>,
    notes: Findings<NoteReason>,
}

impl<'a> Reading<'a> {
    pub fn new(layout: &'a Layout, around: &'a Around) -> Self {
        Self {
            layout,
            around,
            people: Vec::new(),
            faults: Findings::default(),
            faulty: BTreeMap::new(),
            aside: Vec::new(),
            notes: Findings::default(),
        }
    }

    /// Reads a line. Somebody who does not work here any more is left aside, whatever else the line says.
    pub fn take(&mut self, number: u64, record: &StringRecord) {
        let line = Line::of(self.layout, record);
        let gone = line
            .cells(Meaning::Status)
            .into_iter()
            .find(|status| status::is_gone(status));
        let over = Some(line.cell(Meaning::Leaves));
        let over = over.filter(|day| status::is_over(day, self.around.today));
        if let Some(why) = gone.or(over) {
            let name = line.name();
            let value = if name.is_empty() {
                why.into_owned()
            } else {
                name
            };
            self.note(number, Column::Status, &value, NoteReason::Inactive);
            return;
        }
        if let Some(cell) = line.hidden() {
            self.note(number, Column::Name, &cell, NoteReason::Hidden);
        }
        let person = self.person(number, &line);
        if self.faulty.contains_key(&number) {
            self.aside.push(aside(&line));
        }
        self.people.push(person);
    }

    fn person(&mut self, number: u64, line: &Line<'_>) -> Person {
        let own = self.layout.is_own;
        if own && let Some(stray) = line.stray() {
            self.fault(number, "-", stray, FaultReason::Stray);
        }
        let path = match own {
            true => {
                let cell = line.cell(Meaning::Path);
                self.checked(number, Column::Team, &cell, cells::path(&cell))
            }
            false => self.placed(number, line),
        };
        let said = line.cell(Meaning::Number);
        let employee = self.checked(number, Column::Number, &said, cells::number(&said));
        let said = line.cell(Meaning::Email);
        let email = self.checked(number, Column::Email, &said, cells::email(&said));
        let said = line.name();
        let name = self.checked(number, Column::Name, &said, cells::name(&said));
        let said = line.cell(Meaning::Role);
        let role = match own {
            true => self.checked(number, Column::Role, &said, cells::role(&said)),
            false => Some(self.assigned(&said)),
        };
        let said = line.cell(Meaning::Locale);
        let locale =
            cells::locale(&said).map_err(|reason| self.note(number, Column::Locale, &said, reason));
        let said = line.cell(Meaning::TimeZone);
        let time_zone = cells::time_zone(&said)
            .map_err(|reason| self.note(number, Column::TimeZone, &said, reason));
        let managers = line.cells(Meaning::Manager).into_iter();
        Person {
            line: number,
            path: path.unwrap_or_default(),
            number: employee.flatten(),
            email: email.flatten(),
            name: name.unwrap_or_default(),
            role: role.unwrap_or(Role::Member),
            locale: locale.ok().flatten(),
            time_zone: time_zone.ok().flatten(),
            marks: match own {
                true => Vec::new(),
                false => marks(self.layout, line),
            },
            managers: managers.map(std::borrow::Cow::into_owned).collect(),
        }
    }

    /// Where the columns of another list put somebody.
    fn placed(&mut self, number: u64, line: &Line<'_>) -> Option<TeamPath> {
        if self.layout.teams == Source::Managers {
            return Some(TeamPath::new());
        }
        let said = teams::levels(self.layout, line);
        if said.is_empty() {
            self.note(number, Column::Team, &line.name(), NoteReason::NoTeam);
        }
        let (path, too_deep) = teams::below(&self.around.root, said);
        let value = path.join("/");
        if too_deep {
            self.note(number, Column::Team, &value, NoteReason::TooDeep);
        }
        self.checked(number, Column::Team, &value, cells::checked(path))
    }

    fn assigned(&self, word: &str) -> Role {
        if self.layout.leaders == Source::Managers {
            return Role::Member;
        }
        let known = self.layout.roles.get(&word.to_lowercase()).copied();
        known.unwrap_or_else(|| role_of(word))
    }

    fn checked<T>(
        &mut self,
        line: u64,
        column: Column,
        value: &str,
        read: Result<T, FaultReason>,
    ) -> Option<T> {
        read.map_err(|reason| self.fault(line, column.name(), value, reason))
            .ok()
    }

    fn fault(&mut self, line: u64, column: &'static str, value: &str, reason: FaultReason) {
        self.faults.add(line, column, value, reason);
        self.faulty.entry(line).or_default().push(reason);
    }

    fn note(&mut self, line: u64, column: Column, value: &str, reason: NoteReason) {
        self.notes.add(line, column.name(), value, reason);
    }

    /// What was read: who leads is worked out, and the lines are held to each other.
    pub fn sheet(mut self) -> Sheet {
        let mut people = std::mem::take(&mut self.people);
        let mut leading = Vec::new();
        if !self.layout.is_own && self.layout.has(Meaning::Manager) {
            strip_leaders(&mut people);
            let named = Named::of(&people);
            if self.layout.teams == Source::Managers {
                let chart = Chart::of(&people, &named, &self.around.root);
                for (person, reason) in &chart.notes {
                    self.note_of(people.get(*person), *reason);
                }
                for person in chart.alone {
                    if let Some(person) = people.get(person) {
                        let (line, name) = (person.line, person.name.clone());
                        self.fault_of_whole(line, person, &name);
                    }
                }
                for (person, path) in people.iter_mut().zip(chart.paths) {
                    person.path = path;
                }
                leading = chart.leading;
            } else if self.layout.leaders == Source::Managers {
                for (person, reason) in named.notes(&people) {
                    self.note_of(people.get(person), reason);
                }
                let found = leaders::of_teams(&people, &named);
                for (person, team) in found.ties {
                    if let Some(person) = people.get(person) {
                        self.note(person.line, Column::Team, &team.join("/"), NoteReason::Tie);
                    }
                }
                leading = found.leading;
            }
        }
        let rows = self.rows(people, leading);
        self.finish(rows)
    }

    fn note_of(&mut self, person: Option<&Person>, reason: NoteReason) {
        if let Some(person) = person {
            let value = match person.managers.first() {
                Some(manager) => format!("{} > {manager}", person.name),
                None => person.name.clone(),
            };
            self.note(person.line, Column::Manager, &value, reason);
        }
    }

    fn fault_of_whole(&mut self, line: u64, person: &Person, value: &str) {
        if !self.faulty.contains_key(&line) {
            self.aside.push(Aside {
                number: person.number.clone(),
                email: person.email.clone(),
                name: Some(person.name.clone()),
            });
        }
        self.fault(line, Column::Manager.name(), value, FaultReason::Alone);
    }

    /// The lines without a fault. Whoever leads the own team is its leader, and has a row for each other one.
    fn rows(&self, people: Vec<Person>, leading: Vec<(usize, TeamPath)>) -> Vec<Row> {
        let mut led: Vec<Vec<TeamPath>> = people.iter().map(|_| Vec::new()).collect();
        for (person, team) in leading {
            if let Some(teams) = led.get_mut(person) {
                teams.push(team);
            }
        }
        let mut rows = Vec::with_capacity(people.len());
        for (person, teams) in people.into_iter().zip(led) {
            if self.faulty.contains_key(&person.line) {
                continue;
            }
            let leads_own = teams.contains(&person.path);
            let own = Row {
                line: person.line,
                role: if leads_own { Role::Leader } else { person.role },
                path: person.path,
                number: person.number,
                email: person.email,
                name: person.name,
                locale: person.locale,
                time_zone: person.time_zone,
            };
            // Without a number or an address nobody is known to be the same in another team.
            let is_known = own.number.is_some() || own.email.is_some();
            let others = teams
                .into_iter()
                .filter(|team| is_known && *team != own.path);
            let others: Vec<Row> = others
                .map(|path| Row {
                    path,
                    role: Role::Leader,
                    ..own.clone()
                })
                .collect();
            // Whoever is above everybody leads the teams and is a member of none.
            if !own.path.is_empty() {
                rows.push(own);
            }
            rows.extend(others);
        }
        rows
    }

    fn finish(mut self, rows: Vec<Row>) -> Sheet {
        let mut bad = HashSet::new();
        for finding in between::faults(&rows) {
            bad.insert(finding.line);
            self.fault(finding.line, finding.column, &finding.value, finding.reason);
        }
        let (bad, rows): (Vec<Row>, Vec<Row>) =
            rows.into_iter().partition(|row| bad.contains(&row.line));
        self.aside.extend(bad.into_iter().map(|row| Aside {
            number: row.number,
            email: row.email,
            name: Some(row.name),
        }));
        Sheet {
            leaderless: between::leaderless(&rows),
            rows,
            faults: self.faults,
            faulty: self.faulty,
            aside: self.aside,
            notes: self.notes,
        }
    }
}

fn aside(line: &Line<'_>) -> Aside {
    let said = |text: String| Some(text).filter(|text| !text.is_empty());
    Aside {
        number: said(line.cell(Meaning::Number).into_owned()),
        email: said(line.cell(Meaning::Email).to_lowercase()),
        name: said(line.name()),
    }
}

/// By what a manager's column may name somebody: all that tells people apart.
fn marks(layout: &Layout, line: &Line<'_>) -> Vec<String> {
    let mut marks = Vec::new();
    let known = [
        Meaning::Email,
        Meaning::Number,
        Meaning::Mark,
        Meaning::Path,
    ];
    for (place, (_, meaning)) in layout.columns.iter().enumerate() {
        let is_place = || line.at(place).contains('=');
        if known.contains(meaning) && (*meaning != Meaning::Path || is_place()) {
            let mark = leaders::mark(&line.at(place));
            if !mark.is_empty() && !marks.contains(&mark) {
                marks.push(mark);
            }
        }
    }
    for name in [line.name(), turned(&line.cell(Meaning::Name))] {
        let name = folded(&name);
        if !name.is_empty() && !marks.contains(&name) {
            marks.push(name);
        }
    }
    marks
}

/// `Platform (Ida Brandt)`: some systems name the leader behind the team, which would be another team with the next
/// leader.
fn strip_leaders(people: &mut [Person]) {
    let names: HashSet<String> = people.iter().map(|person| folded(&person.name)).collect();
    for person in people {
        for name in &mut person.path {
            let Some((team, leader)) = name
                .strip_suffix(')')
                .and_then(|name| name.rsplit_once(" ("))
            else {
                continue;
            };
            if names.contains(&folded(&turned(leader))) {
                *name = team.trim().to_owned();
            }
        }
    }
}
