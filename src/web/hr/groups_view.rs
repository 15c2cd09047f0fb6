use crate::app::App;
use crate::error::Outcome;
use crate::store::wave::Wave;
use crate::text::{Lang, Sentence};
use crate::wave::{self, AnsweredCount, CellCount, Participation, TeamGroup};
use serde::Serialize;

/// Participation of people who are counted together; never of a person.
#[derive(Serialize)]
pub struct Group {
    name: String,
    merged: String,
    invited: usize,
    /// What may be told, in words.
    answered: String,
}

impl Group {
    pub fn new(cell: &CellCount, lang: Lang) -> Self {
        Self {
            name: cell.name.clone(),
            merged: cell.merged.join(", "),
            invited: cell.invited,
            answered: answered(cell, lang),
        }
    }
}

fn answered(cell: &CellCount, lang: Lang) -> String {
    let (key, number) = match cell.answered {
        AnsweredCount::Live(None) => return lang.text("hr-participation-untold"),
        AnsweredCount::Live(Some(Participation::FewerThan(k))) => ("hr-participation-fewer", k),
        AnsweredCount::Live(Some(Participation::Exactly(number))) => {
            ("hr-participation-of", number)
        }
        AnsweredCount::Live(Some(Participation::AtLeast(most))) => ("hr-participation-most", most),
        AnsweredCount::Final(ballots) => ("hr-participation-of", ballots),
    };
    Sentence::new(key)
        .with("answered", number)
        .with("invited", cell.invited)
        .in_lang(lang)
}

/// How many answered in all: a share in steps while a wave is open, the ballots that count afterwards.
pub fn total(wave: &Wave, cells: &[CellCount], lang: Lang) -> String {
    let invited: usize = cells.iter().map(|cell| cell.invited).sum();
    let ballots = cells.iter().map(|cell| match cell.answered {
        AnsweredCount::Final(ballots) => Some(ballots),
        AnsweredCount::Live(_) => None,
    });
    let sentence = match (ballots.sum::<Option<usize>>(), wave.participation) {
        (Some(ballots), _) if !cells.is_empty() => {
            Sentence::new("hr-participation-total").with("answered", ballots)
        }
        (_, Some(percent)) => Sentence::new("hr-participation-percent")
            .with("percent", percent.unsigned_abs() as usize),
        (_, None) => Sentence::new("hr-participation-few"),
    };
    sentence.with("invited", invited).in_lang(lang)
}

/// What would become of each team, for HR to look at before the launch.
#[derive(Serialize)]
pub struct Counting {
    teams: Vec<Team>,
    /// Departments that lack teams even if everybody answers, a sentence for each.
    without: Vec<String>,
    /// Teams that could not be counted anywhere; empty if there are none.
    nowhere: String,
}

/// One team of the preview.
#[derive(Serialize)]
struct Team {
    id: String,
    name: String,
    people: usize,
    /// How it is counted, in words.
    counted: String,
    /// How many have to answer, in words.
    needs: String,
    /// HR may choose.
    small: bool,
    options: Vec<Choice>,
}

/// One choice for a small team.
#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

impl Counting {
    /// `None` for a wave whose groups are fixed.
    pub fn read(app: &App, wave: &Wave, lang: Lang) -> Outcome<Option<Self>> {
        let Some(found) = wave::preview_groups(app, &wave.id)? else {
            return Ok(None);
        };
        let lacks = |(department, teams): &(String, Vec<String>)| {
            Sentence::new("hr-groups-without")
                .with("department", department.as_str())
                .with("teams", teams.join(", "))
                .in_lang(lang)
        };
        Ok(Some(Self {
            without: found.without.iter().map(lacks).collect(),
            nowhere: found.nowhere.join(", "),
            teams: found
                .teams
                .iter()
                .map(|team| Team::new(team, lang))
                .collect(),
        }))
    }
}

impl Team {
    fn new(team: &TeamGroup, lang: Lang) -> Self {
        let key = match () {
            () if team.own => "hr-groups-own",
            () if !team.asked => "hr-groups-not-asked",
            () if team.twin => "hr-groups-twin",
            () if team.with.is_empty() => "hr-groups-pool-alone",
            () => "hr-groups-with",
        };
        let counted = Sentence::new(key)
            .with("home", team.home.as_str())
            .with("with", team.with.join(", "))
            .in_lang(lang);
        let (needed, asked) = team.needs;
        let needs = Sentence::new("hr-groups-needs")
            .with("needed", needed)
            .with("asked", asked)
            .in_lang(lang);
        Self {
            id: team.team.to_string(),
            name: team.name.clone(),
            people: team.people,
            counted,
            needs: if team.asked { needs } else { String::new() },
            small: team.small,
            options: match team.small {
                true => options(team, lang),
                false => Vec::new(),
            },
        }
    }
}

fn options(team: &TeamGroup, lang: Lang) -> Vec<Choice> {
    let mut options = vec![
        Choice {
            value: String::new(),
            label: lang.text("hr-groups-upwards"),
            chosen: team.chosen.is_none(),
        },
        Choice {
            value: "out".to_owned(),
            label: lang.text("hr-groups-out"),
            chosen: team.chosen == Some(None),
        },
    ];
    options.extend(team.neighbours.iter().map(|(id, name, loses)| {
        let key = if *loses {
            "hr-groups-host-loses"
        } else {
            "hr-groups-host"
        };
        Choice {
            value: id.to_string(),
            label: Sentence::new(key).with("team", name.as_str()).in_lang(lang),
            chosen: team.chosen.as_ref() == Some(&Some(id.clone())),
        }
    }));
    options
}
