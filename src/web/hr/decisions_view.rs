use crate::app::App;
use crate::error::Outcome;
use crate::ids::TeamId;
use crate::roster::{self, Decisions, Difference, Same, SamePerson, SameTeam, asks_for_number};
use crate::text::Lang;
use crate::web::body::Fields;
use serde::Serialize;

/// From this number of pairs on they are confirmed together.
const PAIRS: usize = 200;

/// The most teams that are offered as parts.
const PARTS: usize = 400;

/// What HR decides about a file.
#[derive(Serialize)]
pub struct DecisionsView {
    /// Why the file was not applied.
    error: Option<String>,
    /// The file speaks for a part only.
    in_part: bool,
    parts: Vec<PartOption>,
    /// Everything in the file is in this team: identifier and name.
    hint: Option<(TeamId, String)>,
    teams: Vec<SameTeam>,
    people: Vec<SamePerson>,
    /// Pairs that are confirmed together.
    together: usize,
    /// How many leave, if their number has to be typed.
    leaving: Option<usize>,
}

#[derive(Serialize)]
struct PartOption {
    id: TeamId,
    name: String,
    chosen: bool,
}

/// The decisions in the fields of a form or a query.
pub fn decisions(fields: &Fields) -> Decisions {
    let all = |name: &str| {
        let fields = fields.iter().filter(move |(known, _)| known == name);
        fields.map(|(_, value)| value.as_str()).collect::<Vec<_>>()
    };
    let asked = !all("asked").is_empty();
    let same = all("same");
    Decisions {
        part: all("part").into_iter().filter_map(TeamId::parse).collect(),
        same: match asked && !same.contains(&"all") {
            true => Same::Only(same.into_iter().map(str::to_owned).collect()),
            false => Same::Likely,
        },
        leaving: all("leaving").first().and_then(|text| number(text)),
        good_lines: all("take").contains(&"good"),
        ..Decisions::default()
    }
}

/// A number as people write it, with dots or spaces between thousands.
fn number(text: &str) -> Option<usize> {
    let digits = text.replace([' ', '.', ',', '\'', '\u{a0}', '\u{202f}'], "");
    digits.parse().ok()
}

impl DecisionsView {
    /// Words what is to be decided about a difference.
    pub fn read(
        app: &App,
        difference: &mut Difference,
        decisions: &Decisions,
        error: Option<String>,
    ) -> Outcome<Self> {
        let option = |(id, path): (TeamId, Vec<String>)| PartOption {
            chosen: decisions.part.contains(&id),
            name: path.join(" / "),
            id,
        };
        let leaving = difference.leaving_people.len();
        let asks = asks_for_number(leaving, difference.people_before);
        let mut people = std::mem::take(&mut difference.same_people);
        let together = if people.len() > PAIRS {
            people.len()
        } else {
            0
        };
        people.truncate(PAIRS);
        let hint = difference.part_hint.clone();
        Ok(Self {
            error,
            in_part: !decisions.part.is_empty(),
            parts: roster::tops(app, PARTS)?.into_iter().map(option).collect(),
            hint: hint.map(|(id, path)| (id, path.join(" / "))),
            teams: difference.same_teams.clone(),
            people,
            together,
            leaving: asks.then_some(leaving),
        })
    }
}

/// How many people joined, left and changed, in words.
pub fn summary(summary: &roster::Summary, lang: Lang) -> String {
    let count = |name: &'static str, count: usize| (name.into(), count.into());
    lang.say(
        "roster-summary",
        &[
            count("joined", summary.joined),
            count("left", summary.left),
            count("changed", summary.changed),
            count("opened", summary.opened),
            count("closed", summary.closed),
            count("renamed", summary.renamed),
        ],
    )
}
