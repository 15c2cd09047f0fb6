use crate::report::Row;
use crate::text::folded;
use crate::web::asked::{Asked, Pages};
use serde::Serialize;

/// From this number of rows on the lower levels are folded.
const FOLDED: usize = 40;

/// From this number of rows on the table can be searched.
const SEARCHED: usize = 15;

/// Rows on a page.
const EACH: usize = 100;

/// The rows of the organisation's table that are shown.
#[derive(Serialize)]
pub struct Groups {
    lines: Vec<Line>,
    /// All rows there are, and those that match.
    all: usize,
    found: usize,
    /// The table can be searched and sorted.
    searched: bool,
    /// Somebody has searched, sorted or unfolded.
    asked: bool,
    q: String,
    show: String,
    sort: String,
    pages: Option<Pages>,
}

#[derive(Serialize)]
struct Line {
    /// The number of the row in the report.
    no: usize,
    /// Indented as in the tree.
    depth: usize,
    /// Rows below that are folded, and the address that unfolds them.
    folded: usize,
    unfold: Option<String>,
}

impl Groups {
    /// What is shown of these rows.
    pub fn of(rows: &[Row], asked: &Asked) -> Self {
        let words = folded(asked.text("q"));
        let sort = asked.text("sort");
        let every = asked.text("show") == "all" || rows.len() <= FOLDED;
        let flat = !words.trim().is_empty() || !sort.is_empty();
        let mut found: Vec<(usize, &Row)> = rows.iter().enumerate().collect();
        if flat {
            found.retain(|(_, row)| matches(row, &words));
        } else if !every {
            let open = asked.text("under").parse().ok();
            found.retain(|(no, row)| {
                row.depth <= 1 || open.is_some_and(|at| is_below(rows, at, *no))
            });
        }
        match sort {
            "overall" => found.sort_by_key(|(_, row)| std::cmp::Reverse(row.overall)),
            "worst" => found.sort_by_key(|(_, row)| worst(row)),
            "gap" => found.sort_by_key(|(_, row)| std::cmp::Reverse(widest(row))),
            "answers" => found.sort_by_key(|(_, row)| std::cmp::Reverse(row.n)),
            _ => {}
        }
        let line = |(no, row): &(usize, &Row)| {
            let below = (*no + 1..rows.len()).take_while(|other| is_below(rows, *no, *other));
            let hidden = below
                .filter(|other| !found.iter().any(|(no, _)| no == other))
                .count();
            let hidden = if flat || row.depth == 0 { 0 } else { hidden };
            let unfold = format!("{}#groups", asked.with("under", &no.to_string()));
            Line {
                no: *no,
                depth: if flat { 0 } else { row.depth },
                folded: hidden,
                unfold: (hidden > 0).then_some(unfold),
            }
        };
        let shown = found.iter().skip(asked.page() * EACH).take(EACH);
        Self {
            lines: shown.map(line).collect(),
            all: rows.len(),
            found: found.len(),
            searched: rows.len() > SEARCHED,
            asked: !asked.fields().is_empty(),
            q: asked.text("q").to_owned(),
            show: asked.text("show").to_owned(),
            sort: sort.to_owned(),
            pages: asked.pages(found.len(), EACH),
        }
    }
}

/// The poorest step of a row, and how many topics stand there; groups without figures come last.
fn worst(row: &Row) -> (u8, std::cmp::Reverse<usize>) {
    let steps = row.cells.iter().flatten().map(|cell| cell.step.number());
    let poorest = steps.clone().min().unwrap_or(u8::MAX);
    let there = steps.filter(|step| *step == poorest).count();
    (poorest, std::cmp::Reverse(there))
}

/// The largest distance between leader and members that can be told from chance.
fn widest(row: &Row) -> i64 {
    let gaps = row.gaps.iter().flatten();
    let told = gaps.filter(|gap| gap.step.is_some());
    told.map(|gap| gap.gap.abs()).max().unwrap_or_default()
}

fn matches(row: &Row, words: &str) -> bool {
    let text = folded(&format!("{} {}", row.name, row.merged.join(" ")));
    words.split_whitespace().all(|word| text.contains(word))
}

/// Whether a row is one of those that follow another one and are deeper.
fn is_below(rows: &[Row], above: usize, no: usize) -> bool {
    let Some(top) = rows.get(above) else {
        return false;
    };
    let between = rows.get(above + 1..=no).unwrap_or_default();
    no > above && between.iter().all(|row| row.depth > top.depth)
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::FromRequest;
    use actix_web::test::TestRequest;

    /// The organisation, five departments and ten teams in each, the later the higher their score.
    fn rows() -> Vec<Row> {
        let row = |name: String, depth, overall| Row {
            name,
            node: None,
            depth,
            merged: Vec::new(),
            invited: 9,
            n: 8,
            sure: 8,
            without: String::new(),
            overall: Some(overall),
            cells: Vec::new(),
            gaps: Vec::new(),
        };
        let mut rows = vec![row("Harbour".into(), 0, 50)];
        for department in 0..5 {
            rows.push(row(format!("D{department}"), 1, 50));
            let teams = (0..10).map(|team| row(format!("Team {department}.{team}"), 2, team));
            rows.extend(teams);
        }
        rows
    }

    async fn shown(query: &str) -> Groups {
        let request = TestRequest::with_uri(&format!("/o?{query}")).to_http_request();
        Groups::of(&rows(), &Asked::extract(&request).await.unwrap())
    }

    #[actix_web::test]
    async fn a_large_table_is_folded_searched_and_sorted() {
        let folded = shown("").await;
        assert_eq!((folded.lines.len(), folded.all), (6, 56));
        assert_eq!(folded.lines[1].folded, 10);
        let unfold = folded.lines[2].unfold.as_deref();
        assert_eq!(unfold, Some("/o?under=12#groups"));
        let open = shown("under=12").await;
        assert_eq!(open.lines.len(), 16);
        assert_eq!((open.lines[2].folded, open.lines[3].no), (0, 13));
        let found = shown("q=TEAM+3.").await;
        assert_eq!((found.found, found.lines[0].depth), (10, 0));
        let sorted = shown("q=team&sort=overall").await;
        let best = rows().swap_remove(sorted.lines[0].no);
        assert_eq!(best.overall, Some(9));
        assert_eq!(shown("show=all").await.lines.len(), 56);
    }
}
