//! What stands on which page.

use super::*;
use crate::export::pdf::marks::{BOTTOM, MARGIN, TOP, WIDTH};

#[test]
fn a_long_table_goes_on_with_its_head_repeated_and_no_row_twice() {
    let pages = pages(vec![Block::Table(table(120))]);
    assert!(pages.len() > 2);
    let heads = |page: &Vec<Placed>| {
        let heads = page
            .iter()
            .filter(|placed| text(placed).as_deref() == Some("Group"));
        heads
            .map(|placed| placed.leaf.is_some())
            .collect::<Vec<_>>()
    };
    let found: Vec<_> = pages.iter().map(heads).collect();
    assert_eq!(found[0], [true]);
    assert!(found[1..].iter().all(|said| *said == [false]), "{found:?}");
    for row in 0..120 {
        let name = format!("Row{row}");
        let found = pages
            .iter()
            .flatten()
            .filter(|placed| text(placed).as_ref() == Some(&name));
        assert_eq!(found.count(), 1, "{name}");
    }
}

#[test]
fn a_row_is_not_split_unless_it_is_taller_than_a_page() {
    let row = |count: usize| vec![words(count).trim_end().to_owned(), "end".to_owned()];
    let mut table = table(0);
    table.rows = (0..9).map(|_| row(90)).collect();
    let on_pages = |table: Table| {
        let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, page) in pages(vec![Block::Table(table)]).iter().enumerate() {
            for leaf in page.iter().filter_map(|placed| placed.leaf) {
                let found = found.entry(leaf).or_default();
                if found.last() != Some(&number) {
                    found.push(number);
                }
            }
        }
        found
    };
    let found = on_pages(table.clone());
    assert!(
        found.values().any(|pages| pages[0] > 0),
        "it takes several pages"
    );
    assert!(found.values().all(|pages| pages.len() == 1), "{found:?}");
    table.rows = vec![row(1_500)];
    assert!(on_pages(table).values().any(|pages| pages.len() > 1));
}

#[test]
fn a_heading_stands_on_the_page_of_what_follows() {
    for fill in 0..60 {
        for next in [
            Block::Paragraph(words(60)),
            Block::Figure(figure("a")),
            Block::Table(table(5)),
            Block::Bullets(vec![words(3)]),
        ] {
            let blocks = vec![
                Block::Lines(20),
                Block::Paragraph(words(fill * 5)),
                Block::Heading("Headed".to_owned()),
                next,
            ];
            for page in pages(blocks) {
                assert_ne!(
                    page.last().and_then(text).as_deref(),
                    Some("Headed"),
                    "fill {fill}"
                );
            }
        }
    }
}

#[test]
fn a_question_stands_above_its_lines() {
    for fill in 0..40 {
        let blocks = vec![
            Block::Paragraph(words(fill * 25)),
            Block::Bullets(vec!["Question".to_owned()]),
            Block::Lines(6),
        ];
        for page in pages(blocks) {
            let at = page
                .iter()
                .position(|placed| text(placed).as_deref() == Some("Question"));
            assert!(at.is_none_or(|at| page.len() == at + 7), "fill {fill}");
        }
    }
}

#[test]
fn no_line_of_a_paragraph_is_alone_on_a_page() {
    for fill in 20..60 {
        let blocks = vec![Block::Paragraph(words(fill * 5)), Block::Lead(words(300))];
        let flow = flow(blocks);
        let last = flow.strips.last().unwrap().marks[0].leaf;
        for page in pages::pages(flow.strips, &flow.heads) {
            let lines = page.iter().filter(|placed| placed.leaf == last).count();
            assert_ne!(lines, 1, "fill {fill}");
        }
    }
}

#[test]
fn nothing_leaves_the_text_area() {
    for sentence in [words(200), "x".repeat(3_000)] {
        for placed in pages(every_block(&sentence)).into_iter().flatten() {
            let [left, top, right, bottom] = placed.mark.bounds();
            assert!(left >= MARGIN - 0.1 && right <= WIDTH - MARGIN + 0.1);
            assert!(top >= TOP - 0.1 && bottom <= BOTTOM + 0.1, "{top} {bottom}");
        }
    }
}

#[test]
fn no_page_is_empty() {
    for rows in 20..60 {
        let pages = pages(vec![Block::Table(table(rows)), Block::PageBreak]);
        assert!(pages.iter().all(|page| !page.is_empty()), "{rows} rows");
    }
    let pages = pages(vec![Block::PageBreak, Block::PageBreak, Block::Lines(30)]);
    assert!(pages.iter().all(|page| !page.is_empty()));
}
