use super::times::Zone;
use crate::app::App;
use crate::error::Outcome;
use crate::store::wave::{Promise, Wave};
use crate::text::{Lang, Sentence};
use crate::wave::{self, Counting as Found, Gaps, Meanwhile, Reads, TeamGroup};
use serde::Serialize;

/// What would become of each team, for HR to look at before the launch.
#[derive(Serialize)]
pub struct Counting {
    /// What comes of it in all, a sentence for each point.
    summary: Vec<String>,
    /// Teams that could not be counted anywhere; empty if there are none.
    nowhere: String,
    /// What to look at before the launch.
    points: Vec<Point>,
    /// The small teams that HR may choose for, those first that could not be counted.
    small: Vec<Team>,
    /// Those that are shown of all teams.
    teams: Vec<Team>,
    /// How many teams there are.
    count: usize,
    /// What HR looks for; empty for all.
    sought: String,
    /// For how many teams there is advice.
    advised: usize,
}

/// Something to look at: a sentence, and those it is about.
#[derive(Serialize)]
struct Point {
    text: String,
    names: Vec<String>,
}

/// One team of the preview.
#[derive(Clone, Serialize)]
struct Team {
    id: String,
    name: String,
    people: usize,
    /// How it is counted, in words.
    counted: String,
    /// How many have to answer, in words.
    needs: String,
    leaders: String,
    /// What they will read, in words.
    reads: String,
    /// It could not be counted anywhere.
    lost: bool,
    options: Vec<Choice>,
}

/// One choice for a small team.
#[derive(Clone, Serialize)]
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

impl Counting {
    /// `None` for a wave whose groups are fixed; `sought` is a part of the name of a team or of a leader.
    pub fn read(
        app: &App,
        wave: &Wave,
        zone: Zone,
        sought: &str,
        lang: Lang,
    ) -> Outcome<Option<Self>> {
        let Some(found) = wave::preview_groups(app, &wave.id)? else {
            return Ok(None);
        };
        let (sought, count) = (sought.trim(), found.teams.len());
        let teams = found.teams.iter().filter(|team| is_sought(team, sought));
        let teams: Vec<Team> = teams.map(|team| Team::new(team, lang)).collect();
        let small = teams.iter().filter(|team| !team.options.is_empty());
        let mut small: Vec<Team> = small.cloned().collect();
        small.sort_by_key(|team| !team.lost);
        Ok(Some(Self {
            summary: summary(&found, lang),
            nowhere: found.nowhere.join(", "),
            points: points(&found, wave.promise, zone, lang),
            small,
            teams,
            count,
            sought: sought.to_owned(),
            advised: found.advised,
        }))
    }
}

fn is_sought(team: &TeamGroup, sought: &str) -> bool {
    let sought = sought.to_lowercase();
    let mut names = std::iter::once(&team.name).chain(&team.leaders);
    names.any(|name| name.to_lowercase().contains(&sought))
}

fn summary(found: &Found, lang: Lang) -> Vec<String> {
    let (people, groups) = found.asked;
    let asked = Sentence::new("hr-groups-sum-asked")
        .with("people", people)
        .with("groups", groups);
    let count = |reads| {
        found
            .teams
            .iter()
            .filter(|team| team.reads == reads)
            .count()
    };
    let of = |key, count| {
        Sentence::new(key)
            .with("count", count)
            .with("teams", found.teams.len())
    };
    let twins = found.teams.iter().filter(|team| team.twin).count();
    let counts = [
        ("hr-groups-sum-own", count(Reads::Own)),
        ("hr-groups-sum-joint", count(Reads::Joint)),
        ("hr-groups-sum-pool", count(Reads::Pool)),
        ("hr-groups-sum-twin", twins),
        ("hr-groups-sum-out", count(Reads::Nothing)),
    ];
    let told = counts
        .into_iter()
        .filter(|(key, count)| *key == "hr-groups-sum-own" || *count > 0);
    let told = told.map(|(key, count)| of(key, count));
    std::iter::once(asked)
        .chain(told)
        .map(|sentence| sentence.in_lang(lang))
        .collect()
}

fn points(found: &Found, promise: Promise, zone: Zone, lang: Lang) -> Vec<Point> {
    let mut points = Vec::new();
    points.extend(found.meanwhile.iter().map(|wave| at_once(wave, zone, lang)));
    let Gaps {
        leaderless,
        idle,
        heads,
        empty,
        unmailed,
        unmailed_leaders,
    } = &found.gaps;
    if *unmailed > 0 {
        let key = match promise {
            Promise::Anonymous => "hr-groups-unmailed",
            Promise::Confidential => "hr-groups-unmailed-confidential",
        };
        let text = Sentence::new(key).with("count", *unmailed).in_lang(lang);
        let names = Vec::new();
        points.push(Point { text, names });
    }
    let pairs = |pairs: &[(String, String)]| -> Vec<String> {
        let pair = |(leader, team): &(String, String)| format!("{leader} ({team})");
        pairs.iter().map(pair).collect()
    };
    let without = found.without.iter().map(|(department, teams)| {
        Sentence::new("hr-groups-without")
            .with("department", department.as_str())
            .with("teams", teams.join(", "))
            .in_lang(lang)
    });
    let lists = [
        ("hr-groups-leaderless", leaderless.clone()),
        ("hr-groups-idle", pairs(idle)),
        ("hr-groups-heads", pairs(heads)),
        ("hr-groups-unmailed-leaders", pairs(unmailed_leaders)),
        ("hr-groups-empty", empty.clone()),
        ("hr-groups-incomplete", without.collect()),
    ];
    let told = lists.into_iter().filter(|(_, names)| !names.is_empty());
    points.extend(told.map(|(key, names)| Point {
        text: Sentence::new(key).with("count", names.len()).in_lang(lang),
        names,
    }));
    points
}

fn at_once(other: &Meanwhile, zone: Zone, lang: Lang) -> Point {
    let (opens, closes) = other.span;
    let text = Sentence::new("hr-groups-meanwhile")
        .with("title", other.title.as_str())
        .with("opens", zone.words(opens, lang))
        .with("closes", zone.words(closes, lang))
        .with("people", other.people)
        .in_lang(lang);
    let names = Vec::new();
    Point { text, names }
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
        let words = |key| {
            Sentence::new(key)
                .with("home", team.home.as_str())
                .with("with", team.with.join(", "))
                .in_lang(lang)
        };
        let (needed, asked) = team.needs;
        let needs = Sentence::new("hr-groups-needs")
            .with("needed", needed)
            .with("asked", asked)
            .in_lang(lang);
        let reads = match team.reads {
            Reads::Own => "hr-groups-reads-own",
            Reads::Joint => "hr-groups-reads-joint",
            Reads::Pool => "hr-groups-reads-pool",
            Reads::Nothing => "hr-groups-reads-nothing",
        };
        Self {
            id: team.team.to_string(),
            name: team.name.clone(),
            people: team.people,
            counted: words(key),
            needs: if team.asked { needs } else { String::new() },
            leaders: team.leaders.join(", "),
            reads: if team.leaders.is_empty() {
                lang.text("hr-groups-no-leader")
            } else {
                words(reads)
            },
            lost: !team.asked && team.chosen.is_none(),
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
