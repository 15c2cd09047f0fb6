use crate::roster::TeamRow;
use serde::Serialize;

/// The most teams that are on the page of the roster; what lies deeper is on the page of the team above.
const MOST: usize = 400;

/// The most lines that are unfolded.
const UNFOLDED: usize = 25;

/// A team in the tree of the roster, to be written one after the other.
#[derive(Debug, PartialEq, Serialize)]
pub struct Branch {
    id: String,
    name: String,
    leaders: Option<String>,
    /// Members of its own.
    members: usize,
    /// Teams and members below.
    teams: usize,
    people: usize,
    /// Those below follow, and are folded unless it is open.
    folds: bool,
    open: bool,
    /// How many lists end after it.
    ends: usize,
}

/// The tree of these teams, each followed by those below it: as many levels as fit, of which the upper ones are open.
pub fn tree(rows: &[TeamRow]) -> Vec<Branch> {
    let levels = levels(rows, MOST).max(1);
    let open = levels.min(self::levels(rows, UNFOLDED));
    let shown: Vec<(usize, &TeamRow)> = rows
        .iter()
        .enumerate()
        .filter(|(_, row)| row.depth < levels)
        .collect();
    let depths: Vec<usize> = shown.iter().map(|(_, row)| row.depth).collect();
    shown
        .iter()
        .enumerate()
        .map(|(no, (at, row))| {
            let below = rows.iter().skip(at + 1);
            let below: Vec<&TeamRow> = below.take_while(|other| other.depth > row.depth).collect();
            let next = depths.get(no + 1).copied().unwrap_or(0);
            Branch {
                id: row.id.to_string(),
                name: row.path.last().cloned().unwrap_or_default(),
                leaders: (!row.leaders.is_empty()).then(|| row.leaders.join(", ")),
                members: row.members,
                teams: below.len(),
                people: row.members + below.iter().map(|other| other.members).sum::<usize>(),
                folds: next > row.depth,
                open: row.depth + 1 < open,
                ends: row.depth.saturating_sub(next),
            }
        })
        .collect()
}

/// How many levels have no more than so many teams together.
fn levels(rows: &[TeamRow], most: usize) -> usize {
    let within = |levels: usize| rows.iter().filter(|row| row.depth < levels).count() <= most;
    let deepest = rows.iter().map(|row| row.depth + 1).max().unwrap_or(0);
    (1..=deepest).take_while(|levels| within(*levels)).count()
}
