use crate::answer::{SheetRow, read_sheet};
use crate::disclosure::{self, Asked, Ballots, Came, RawTally, Rule, Shape};
use crate::error::{Outcome, Problem};
use crate::report::NodeName;
use crate::scoring::{LeaderAnswers, Wave};
use crate::survey::{Role, Survey};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The promise that waves are planned with by default.
pub(super) const K: usize = 5;
pub(super) const C: usize = 2;

/// A file of answers, tallied and released.
pub(super) struct Sheet {
    pub rows: Vec<SheetRow>,
    /// By node. The people directly in a team with teams below it are a node whose path ends with a stroke.
    pub paths: Vec<String>,
    pub names: Vec<NodeName>,
    pub parents: Vec<Option<usize>>,
    /// By node, the numbers of the rows of the people directly at it.
    pub people: Vec<Vec<usize>>,
    pub wave: Wave,
}

impl Sheet {
    /// Reads answers; `origin` is what to call them, and `earlier` the sheet of the wave before.
    pub fn read(
        survey: &Survey,
        bytes: &[u8],
        origin: &str,
        earlier: Option<&Self>,
    ) -> Outcome<Self> {
        let rows = read_sheet(survey, bytes).map_err(|faults| {
            let lines: Vec<String> = faults.iter().map(ToString::to_string).collect();
            Problem::broken(format!("{origin}:\n{}", lines.join("\n")))
        })?;
        let teams = Teams::of(&rows);
        let fault = |error| Problem::fault(origin, error);
        let shape = Arc::new(Shape::of(survey));
        let rule = Rule::new(K, C).map_err(fault)?;
        let (mut tallies, mut leaders, mut sizes) = (Vec::new(), Vec::new(), BTreeMap::new());
        for (node, people) in teams.rows.iter().enumerate() {
            let people: Vec<&SheetRow> = people.iter().filter_map(|row| rows.get(*row)).collect();
            let mut tally = RawTally::new(&shape);
            for row in people.iter().filter(|row| row.role == Role::Member) {
                tally.add(&row.answers.values(survey)).map_err(fault)?;
            }
            let declared = people.iter().find_map(|row| row.invited);
            let invited = declared.map_or(tally.n(), |invited| invited as usize);
            if invited > 0 {
                sizes.insert(node, invited);
            }
            let leading = people.iter().filter(|row| row.role == Role::Leader);
            let values = leading.map(|row| LeaderAnswers {
                who: node,
                values: row.answers.values(survey),
            });
            leaders.push(values.collect());
            tallies.push(tally);
        }
        let tree = disclosure::Tree::new(teams.parents.clone()).map_err(fault)?;
        let asked = Asked::apart(tree, &sizes, rule).map_err(fault)?;
        let of_cells: Vec<RawTally> = asked
            .cells
            .iter()
            .map(|cell| {
                let mut sum = RawTally::new(&shape);
                let leaves = cell.leaves.iter().filter_map(|leaf| tallies.get(*leaf));
                leaves.for_each(|tally| sum.absorb(tally));
                sum
            })
            .collect();
        let came = of_cells.iter().map(|tally| Came {
            ballots: tally.n(),
            replaced: Vec::new(),
        });
        let ballots = Ballots {
            shape: &shape,
            came: &came.collect::<Vec<_>>(),
            tallies: &of_cells,
            shown: &[],
        };
        let release = disclosure::release(&asked, &ballots, rule).map_err(fault)?;
        let mut wave = Wave::new(survey.clone(), release, leaders)
            .map_err(|error| Problem::fault(origin, error))?;
        if let Some(earlier) = earlier {
            wave.look_back(&earlier.wave.parameters);
        }
        Ok(Self {
            wave,
            names: teams.paths.iter().map(|path| name(path)).collect(),
            paths: teams.paths.iter().map(|path| path.join("/")).collect(),
            parents: teams.parents,
            people: teams.rows,
            rows,
        })
    }

    /// How many different people were asked in what a node shows.
    pub fn asked(&self, node: usize) -> usize {
        let figure = self.wave.release.node(node);
        figure.map_or(0, |figure| figure.asked())
    }
}

/// The tree of the teams that the rows name; parents come before their children.
struct Teams {
    /// The names from the organisation down. A team with people and teams below it has a node of its own
    /// people, with one more name, which is empty.
    paths: Vec<Vec<String>>,
    parents: Vec<Option<usize>>,
    /// By node, the rows of the people directly at it.
    rows: Vec<Vec<usize>>,
}

impl Teams {
    fn of(rows: &[SheetRow]) -> Self {
        let teams: Vec<Vec<String>> = rows.iter().map(|row| names(&row.team)).collect();
        let mut nodes: BTreeSet<&[String]> = BTreeSet::new();
        for team in &teams {
            nodes.extend((1..=team.len()).filter_map(|length| team.get(..length)));
        }
        // Without one organisation above all teams there is a nameless one.
        if nodes.iter().filter(|path| path.len() == 1).count() != 1 {
            nodes.insert(&[]);
        }
        let above: BTreeSet<&[String]> = nodes.iter().filter_map(|path| parent(path)).collect();
        let members = rows.iter().zip(&teams);
        let members = members.filter(|(row, _)| row.role == Role::Member);
        let with_members: BTreeSet<&Vec<String>> = members.map(|(_, team)| team).collect();
        let home = |team: &Vec<String>| {
            let mut home = team.clone();
            if above.contains(team.as_slice()) && with_members.contains(team) {
                home.push(String::new());
            }
            home
        };
        let homes: Vec<Vec<String>> = teams.iter().map(home).collect();
        let all: BTreeSet<Vec<String>> = nodes.iter().map(|path| path.to_vec()).collect();
        let paths: Vec<Vec<String>> = all.into_iter().chain(homes.iter().cloned()).collect();
        let paths: Vec<Vec<String>> = BTreeSet::from_iter(paths).into_iter().collect();
        let place = |path: &[String]| {
            let found = paths.binary_search_by(|known| known.as_slice().cmp(path));
            found.ok()
        };
        let mut of_node = vec![Vec::new(); paths.len()];
        for (row, home) in homes.iter().enumerate() {
            if let Some(rows) = place(home).and_then(|place| of_node.get_mut(place)) {
                rows.push(row);
            }
        }
        Self {
            parents: paths.iter().map(|path| place(parent(path)?)).collect(),
            rows: of_node,
            paths,
        }
    }
}

fn parent(path: &[String]) -> Option<&[String]> {
    path.split_last().map(|(_, above)| above)
}

/// The names of a path, from the organisation down.
fn names(team: &str) -> Vec<String> {
    let names = team.split('/').map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

fn name(path: &[String]) -> NodeName {
    let own = path.last().is_some_and(String::is_empty);
    let named = path.iter().rev().find(|name| !name.is_empty());
    NodeName {
        own,
        name: named.cloned().unwrap_or_default(),
    }
}
