//! Holds docs/asvs.md to the standard's numbers and to its own counts. That the files and tests it names are there is
//! held by `tests/docs.rs`.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

const DOCUMENT: &str = include_str!("../docs/asvs.md");

/// The sections of each chapter of version 5.0.0 that have requirements of levels 1 and 2, and how many: they are
/// numbered from 1, and those of level 3 come after them.
const CHAPTERS: [(u32, &[(u32, u32)]); 17] = [
    (1, &[(1, 2), (2, 9), (3, 11), (4, 3), (5, 2)]),
    (2, &[(1, 3), (2, 3), (3, 4), (4, 1)]),
    (3, &[(2, 2), (3, 4), (4, 6), (5, 5), (7, 2)]),
    (4, &[(1, 3), (2, 1), (3, 2), (4, 4)]),
    (5, &[(1, 1), (2, 3), (3, 2), (4, 3)]),
    (
        6,
        &[(1, 3), (2, 12), (3, 4), (4, 4), (5, 5), (6, 3), (8, 4)],
    ),
    (7, &[(1, 3), (2, 4), (3, 2), (4, 5), (5, 2), (6, 2)]),
    (8, &[(1, 2), (2, 3), (3, 1), (4, 1)]),
    (9, &[(1, 3), (2, 4)]),
    (
        10,
        &[(1, 2), (2, 2), (3, 4), (4, 11), (5, 5), (6, 2), (7, 3)],
    ),
    (11, &[(1, 2), (2, 3), (3, 3), (4, 4), (5, 1), (6, 1)]),
    (12, &[(1, 3), (2, 2), (3, 4)]),
    (13, &[(1, 1), (2, 5), (3, 2), (4, 5)]),
    (14, &[(1, 2), (2, 4), (3, 3)]),
    (15, &[(1, 3), (2, 3), (3, 7)]),
    (16, &[(1, 1), (2, 5), (3, 4), (4, 3), (5, 3)]),
    (17, &[(1, 1), (2, 4), (3, 2)]),
];

struct Row<'a> {
    number: &'a str,
    state: &'a str,
    by: &'a str,
}

impl Row<'_> {
    fn chapter(&self) -> u32 {
        self.number.split('.').next().unwrap().parse().unwrap()
    }
}

fn rows() -> Vec<Row<'static>> {
    let lines = DOCUMENT.lines().filter_map(|line| line.strip_prefix("| "));
    let row = |line: &'static str| {
        let mut cells = line.trim_end_matches(" |").splitn(4, " | ");
        let (number, _, state) = (cells.next()?, cells.next()?, cells.next()?);
        let by = cells.next()?;
        let is_number = number.starts_with(|letter: char| letter.is_ascii_digit());
        is_number.then_some(Row { number, state, by })
    };
    lines.filter_map(row).collect()
}

#[test]
fn every_requirement_of_levels_1_and_2_stands_there_once_and_in_order() {
    let numbers = CHAPTERS.iter().flat_map(|(chapter, sections)| {
        let of = move |(section, many): &(u32, u32)| {
            let (section, many) = (*section, *many);
            (1..=many).map(move |one| format!("{chapter}.{section}.{one}"))
        };
        sections.iter().flat_map(of)
    });
    let expected: Vec<String> = numbers.collect();
    assert_eq!(expected.len(), 253);
    let found: Vec<&str> = rows().iter().map(|row| row.number).collect();
    assert_eq!(found, expected);
}

#[test]
fn the_counts_are_those_of_the_rows() {
    let counted = |within: fn(u32) -> bool| {
        let of = |state: &str| {
            let rows = rows().into_iter().filter(|row| within(row.chapter()));
            rows.filter(|row| row.state == state).count()
        };
        let (holds, operator, no) = (of("holds"), of("operator"), of("no"));
        let apply = holds + operator + no;
        format!("{apply} apply: {holds} hold, {operator} are the operator's, {no} do not hold.")
    };
    let all = counted(|_| true);
    assert!(
        DOCUMENT.contains(&format!("Of 253 requirements {all}")),
        "{all}"
    );
    let main = counted(|chapter| (1..=9).contains(&chapter) || (12..=16).contains(&chapter));
    let main = format!("Of those of chapters 1 to 9 and 12 to 16, {main}");
    assert!(DOCUMENT.contains(&main), "{main}");
}

#[test]
fn every_row_says_by_what_or_why_not() {
    for row in rows() {
        assert!(
            ["holds", "operator", "no", "n/a"].contains(&row.state),
            "{}",
            row.number
        );
        let names = row.by.contains('`') || row.by.contains("](");
        let as_above = ["the same", "the former"]
            .iter()
            .any(|words| row.by.starts_with(words));
        let why = matches!(row.state, "no" | "n/a") && !row.by.is_empty();
        assert!(names || as_above || why, "{}", row.number);
    }
}
