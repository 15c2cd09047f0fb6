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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::TeamId;

    fn row(path: &str, members: usize) -> TeamRow {
        let path: Vec<String> = path.split('/').map(str::to_owned).collect();
        TeamRow {
            id: TeamId::new([0; 16]),
            depth: path.len() - 1,
            path,
            leaders: Vec::new(),
            members,
        }
    }

    #[test]
    fn every_list_that_begins_ends() {
        let rows = ["N", "N/A", "N/A/B", "N/A/B/C", "N/D", "N/D/E"].map(|path| row(path, 2));
        let tree = tree(&rows);
        let begun = tree.iter().filter(|branch| branch.folds).count();
        let ended: usize = tree.iter().map(|branch| branch.ends).sum();
        assert_eq!((begun, ended), (4, 4));
        assert_eq!((tree[0].teams, tree[0].people), (5, 12));
        assert_eq!((tree[1].teams, tree[1].people), (2, 6));
        assert!(tree.iter().all(|branch| branch.open || !branch.folds));
    }

    #[test]
    fn a_large_tree_is_folded_and_a_very_large_one_is_cut() {
        let mut rows = vec![row("N", 0)];
        for department in 0..40 {
            rows.push(row(&format!("N/D{department:02}"), 0));
            rows.extend((0..9).map(|team| row(&format!("N/D{department:02}/T{team}"), 5)));
        }
        assert_eq!(rows.len(), 401);
        let large = tree(&rows[..400]);
        assert_eq!(large.len(), 400);
        assert!(large.iter().all(|branch| !branch.open));
        let cut = tree(&rows);
        assert_eq!(cut.len(), 41);
        assert!(cut[0].folds && !cut[1].folds);
        assert_eq!((cut[1].teams, cut[0].people), (9, 1800));
    }
}
