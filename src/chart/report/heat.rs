use crate::chart::{Frame, HeatColumn, HeatMap, HeatRow, HeatWords, Svg, Width};
use crate::report::{Head, OrganisationReport, Row};
use crate::text::{Lang, Sentence};
use std::cmp::Reverse;

/// As many rows as a chart shows; the table below it has all of them.
pub const MOST_ROWS: usize = 40;

/// Groups by dimensions, or some of them where there are more than fit.
pub fn heat(report: &OrganisationReport, width: Width, lang: Lang) -> Svg {
    let columns: Vec<HeatColumn> = report
        .columns
        .iter()
        .map(|head| HeatColumn {
            title: head.title.clone(),
            high_is_worse: head.high_is_worse,
        })
        .collect();
    let (rows, choice) = rows(report);
    let rows: Vec<HeatRow> = rows
        .into_iter()
        .flat_map(|row| with_hidden(row, &report.columns, lang))
        .collect();
    let words = ["worse", "not-shown", "better", "poorer"];
    let words = words.map(|word| lang.text(&format!("chart-{word}")));
    let [worse, hidden, better, poorer] = &words;
    HeatMap {
        frame: Frame {
            name: "heat",
            title: &title(report, lang),
            subtitle: &subtitle(report, choice, lang),
            description: &lang.text("chart-heat-description"),
            width,
        },
        columns: &columns,
        rows: &rows,
        words: HeatWords {
            worse,
            hidden,
            better,
            poorer,
        },
    }
    .draw()
}

/// What the cells are, and which groups they are of if not of all.
fn subtitle(report: &OrganisationReport, choice: Option<&'static str>, lang: Lang) -> String {
    let cells = lang.text("chart-heat-cells");
    match choice {
        Some(choice) => {
            let groups = Sentence::new(choice).with("all", report.rows.len());
            format!("{cells} {}", groups.in_lang(lang))
        }
        None => cells,
    }
}

/// The rows that a chart shows, and how they were chosen if they are not all: those nearest to the top, or those
/// with the most answers where nothing but the top would be left.
fn rows(report: &OrganisationReport) -> (Vec<&Row>, Option<&'static str>) {
    let all: Vec<&Row> = report.rows.iter().collect();
    if all.len() <= MOST_ROWS {
        return (all, None);
    }
    let within = |depth: usize| all.iter().copied().filter(move |row| row.depth <= depth);
    let fits = |depth: &usize| within(*depth).count() <= MOST_ROWS;
    match (1..).take_while(fits).last() {
        Some(depth) => (within(depth).collect(), Some("chart-heat-top")),
        None => (most_answers(&all), Some("chart-heat-most")),
    }
}

/// In the order in which they stand.
fn most_answers<'a>(all: &[&'a Row]) -> Vec<&'a Row> {
    let mut places: Vec<(usize, &Row)> = all.iter().copied().enumerate().collect();
    places.sort_by_key(|(place, row)| (Reverse(row.n), *place));
    places.truncate(MOST_ROWS);
    places.sort_by_key(|(place, _)| *place);
    places.into_iter().map(|(_, row)| row).collect()
}

/// The finding: of the columns in which the organisation as a whole stands lowest and highest, which is lower.
fn title(report: &OrganisationReport, lang: Lang) -> String {
    let whole = report.rows.first();
    let cells = whole.map_or(&[][..], |row| row.cells.as_slice());
    let good = report
        .columns
        .iter()
        .zip(cells)
        .filter(|(head, _)| !head.high_is_worse);
    let mut good: Vec<_> = good
        .filter_map(|(head, cell)| Some((head, cell.as_ref()?)))
        .collect();
    good.sort_by_key(|(head, cell)| (cell.team, &head.id));
    match (good.first(), good.last()) {
        // Named only where their intervals leave no doubt which is lower.
        (Some((low, lower)), Some((high, higher))) if lower.hi < higher.lo => {
            Sentence::new("chart-heat-title")
                .with("low", low.title.as_str())
                .with("high", high.title.as_str())
                .in_lang(lang)
        }
        _ => lang.text("chart-heat-even"),
    }
}

/// A group, and below it the teams that are counted together in it.
fn with_hidden<'a>(
    row: &'a Row,
    columns: &'a [Head],
    lang: Lang,
) -> impl Iterator<Item = HeatRow> + 'a {
    let hidden = row.merged.iter().map(move |team| HeatRow {
        label: team.clone(),
        depth: row.depth + 1,
        note: String::new(),
        cells: Vec::new(),
        withheld: lang.text("chart-withheld"),
        aria: format!("{team}: {}", lang.text("chart-withheld")),
    });
    std::iter::once(heat_row(row, columns, lang)).chain(hidden)
}

fn heat_row(row: &Row, columns: &[Head], lang: Lang) -> HeatRow {
    let note = row.answers(lang);
    let figures = columns.iter().zip(&row.cells).map(|(head, cell)| {
        let figure = cell.as_ref().map(|cell| cell.team.to_string());
        let figure = figure.unwrap_or_else(|| lang.text("chart-not-shown"));
        format!("{} {figure}", head.title)
    });
    let figures = figures.collect::<Vec<_>>().join(", ");
    let value = |cell: &Option<crate::report::Cell>| cell.as_ref().map(|cell| cell.team as f64);
    HeatRow {
        aria: format!("{}, {note}: {figures}", row.name),
        label: row.name.clone(),
        depth: row.depth,
        note,
        cells: row.cells.iter().map(value).collect(),
        withheld: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An organisation with so many departments, and so many teams in each.
    fn report(departments: usize, teams: usize) -> OrganisationReport {
        let row = |name: String, depth, n| Row {
            name,
            node: None,
            depth,
            merged: Vec::new(),
            invited: n,
            n,
            sure: n,
            without: String::new(),
            overall: None,
            cells: Vec::new(),
            gaps: Vec::new(),
        };
        let mut rows = vec![row("Whole".to_owned(), 0, 1_000)];
        for department in 0..departments {
            rows.push(row(format!("D{department}"), 1, 5 + department));
            let team = |team| row(format!("D{department} T{team}"), 2, 5);
            rows.extend((0..teams).map(team));
        }
        OrganisationReport {
            columns: Vec::new(),
            rows,
            instrument: Vec::new(),
            careless: None,
        }
    }

    fn shown(report: &OrganisationReport) -> (Vec<&str>, Option<&'static str>) {
        let (rows, choice) = rows(report);
        (rows.iter().map(|row| row.name.as_str()).collect(), choice)
    }

    #[test]
    fn all_groups_are_shown_as_long_as_they_fit() {
        let report = report(3, 12);
        assert_eq!(shown(&report).0.len(), MOST_ROWS);
        assert_eq!(shown(&report).1, None);
    }

    #[test]
    fn of_too_many_groups_whole_levels_are_shown() {
        let report = report(3, 13);
        assert_eq!(
            shown(&report),
            (vec!["Whole", "D0", "D1", "D2"], Some("chart-heat-top"))
        );
    }

    #[test]
    fn where_no_level_fits_those_with_the_most_answers_are_shown_in_their_order() {
        let report = report(60, 0);
        let (names, choice) = shown(&report);
        assert_eq!(choice, Some("chart-heat-most"));
        assert_eq!(
            (names.len(), names[0], names[1]),
            (MOST_ROWS, "Whole", "D21")
        );
        assert_eq!(names.last(), Some(&"D59"));
        let said = subtitle(&report, choice, Lang::En);
        assert!(said.ends_with("Of 61 groups those with the most answers; the table has all."));
    }
}
