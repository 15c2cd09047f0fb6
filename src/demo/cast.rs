use super::answers::luck;
use super::calendar::OPEN;
use crate::survey::Role;
use serde::Deserialize;

/// The roster of the organisation, as HR would upload it.
pub const ROSTER: &[u8] = include_bytes!("nordwind.csv");

/// Somebody's part in one team.
#[derive(Debug, PartialEq)]
pub struct Person {
    pub email: String,
    /// The team's own name.
    pub team: String,
    /// The names of the team and of all above it, as in the roster.
    pub path: String,
    pub role: Role,
    /// Position in the team, from 0.
    pub place: usize,
    /// Reads and writes German; else English.
    pub german: bool,
}

/// Everybody in the organisation, in the order of the roster.
pub struct Cast(Vec<Person>);

impl Cast {
    /// Reads the roster.
    ///
    /// # Errors
    /// Why the file is no roster.
    pub fn read() -> Result<Self, csv::Error> {
        let mut cast: Vec<Person> = Vec::new();
        for row in csv::Reader::from_reader(ROSTER).deserialize() {
            cast.push(person(row?, &cast));
        }
        Ok(Self(cast))
    }

    /// Who has this address, as a leader or as a member.
    pub fn find(&self, email: &str, role: Role) -> Option<&Person> {
        self.0
            .iter()
            .find(|person| person.email == email && person.role == role)
    }

    /// Everybody who sends a form in a finished wave: all leaders, and the members who answer.
    pub fn answering_forms(&self, quarter: usize) -> Vec<&Person> {
        let answers = |person: &&Person| match person.role {
            Role::Leader => true,
            Role::Member => self.answering(&person.team, quarter).contains(person),
        };
        self.0.iter().filter(answers).collect()
    }

    /// How many members the team with this path has.
    pub fn members(&self, path: &str) -> usize {
        let member = |person: &&Person| person.path == path && person.role == Role::Member;
        self.0.iter().filter(member).count()
    }

    /// The members of a team who answer in a wave, in no particular order.
    pub fn answering(&self, team: &str, quarter: usize) -> Vec<&Person> {
        let in_team = |person: &&Person| person.team == team && person.role == Role::Member;
        let mut people: Vec<&Person> = self.0.iter().filter(in_team).collect();
        people.sort_by_key(|person| luck(&[&person.email], quarter));
        let [first, ..] = luck(&[team], quarter);
        let count = match quarter {
            OPEN => people.len() / 2 + usize::from(first % 2),
            _ => people.len() - silent(people.len(), usize::from(first % 3)),
        };
        people.truncate(count);
        people
    }
}

/// A line of the roster.
#[derive(Deserialize)]
struct Row {
    team: String,
    #[serde(rename = "e-mail")]
    email: String,
    role: Role,
    locale: String,
}

fn person(row: Row, before: &[Person]) -> Person {
    let team = row.team.rsplit('/').next().unwrap_or_default().to_owned();
    let same = |other: &&Person| other.team == team && other.role == row.role;
    Person {
        place: before.iter().filter(same).count(),
        email: row.email,
        german: row.locale == "de",
        role: row.role,
        path: row.team,
        team,
    }
}

/// How many of a team do not answer a finished wave: up to two, but never so many that less could be shown
/// than if all had. Of five people one is silent; such a team is counted together with a smaller one anyway.
fn silent(size: usize, luck: usize) -> usize {
    match size {
        0..5 => 0,
        5 => 1,
        6..10 => luck.min(size - 5),
        _ => luck.min(size - 10),
    }
}
