use super::*;
use crate::report::Step;
use calamine::{Data, Reader, Xlsx};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::io::{Cursor, Read};

fn column(head: &str, kind: Kind) -> Column {
    let head = head.to_owned();
    Column { head, kind }
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn sheet(name: &str, table: Option<Table>) -> Sheet {
    Sheet {
        name: name.to_owned(),
        notes: Vec::new(),
        table,
        chart: None,
    }
}

fn book(sheets: Vec<Sheet>) -> Book {
    Book {
        title: "Küche".to_owned(),
        author: "Gutcheck".to_owned(),
        logo: None,
        created: NaiveDate::from_ymd_opt(2026, 9, 30).unwrap(),
        sheets,
    }
}

/// A sheet with one column of values.
fn values(values: &[Value]) -> Sheet {
    let rows = values.iter().map(|value| vec![value.clone()]).collect();
    let columns = vec![column("x", Kind::Decimal)];
    sheet("Werte", Some(Table { columns, rows }))
}

/// A sheet with labels, team and leader and a chart over them.
fn charted(rows: usize, chart: Chart) -> Sheet {
    let columns = vec![
        column("Dimension", Kind::Text),
        column("Team", Kind::Decimal),
        column("Leitung", Kind::Decimal),
    ];
    let row = vec![text("Vertrauen"), Value::Number(61.25), Value::Number(80.0)];
    let rows = vec![row; rows];
    Sheet {
        chart: Some(chart),
        ..sheet("It's", Some(Table { columns, rows }))
    }
}

fn chart(kind: ChartKind, title: &str) -> Chart {
    Chart {
        kind,
        series: vec![1, 2],
        title: title.to_owned(),
    }
}

fn open(book: &Book) -> Xlsx<Cursor<Vec<u8>>> {
    Xlsx::new(Cursor::new(write(book).unwrap())).unwrap()
}

/// The cells of the first sheet, without rows that hold nothing.
fn cells(sheet: Sheet) -> Vec<Vec<Data>> {
    let mut read = open(&book(vec![sheet]));
    let range = read.worksheet_range_at(0).unwrap().unwrap();
    range.rows().map(<[Data]>::to_vec).collect()
}

/// The parts of the file by their paths.
fn parts(book: &Book) -> BTreeMap<String, String> {
    let mut archive = ::zip::ZipArchive::new(Cursor::new(write(book).unwrap())).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let mut content = String::new();
        part.read_to_string(&mut content).unwrap();
        parts.insert(part.name().unwrap().into_owned(), content);
    }
    parts
}

fn chart_part(sheet: Sheet) -> String {
    parts(&book(vec![sheet]))["xl/charts/chart1.xml"].clone()
}

const HOSTILE: &[&str] = &[
    "=1+1",
    "=HYPERLINK(\"https://evil.example\")",
    "+49 30 1",
    "-5",
    "@SUM(A1)",
    "https://a.example/x",
    "mailto:ada@nord.example",
    "ada@nord.example",
    "007",
    "1e5",
    "TRUE",
    "#N/A",
    "_x0041_",
    "{=1}",
    " Rand ",
    "zwei\nZeilen",
    "<b>&amp;</b>",
    "]]>",
    "'apostrophe",
    "𝔘𝔫𝔦",
];

#[test]
fn texts_come_back_as_the_same_texts_and_never_as_formulas_or_links() {
    let hostile: Vec<Value> = HOSTILE.iter().map(|one| text(one)).collect();
    let read = cells(values(&hostile));
    let expected: Vec<Data> = HOSTILE.iter().map(|t| Data::String((*t).into())).collect();
    assert_eq!(read[1..].concat(), expected);
    let mut notes = sheet("Lies mich", None);
    notes.notes = HOSTILE.iter().map(|one| (*one).to_owned()).collect();
    assert_eq!(cells(notes.clone()).concat(), expected);
    for (path, part) in parts(&book(vec![values(&hostile), notes])) {
        assert!(!part.contains("<f>"), "{path} holds a formula");
        assert!(!part.contains("<hyperlink"), "{path} holds a link");
        assert!(!part.contains("External"), "{path} leads out of the file");
    }
}

#[test]
fn a_text_that_could_become_a_formula_while_editing_is_quoted() {
    let styles = |one: &str| parts(&book(vec![values(&[text(one)])]))["xl/styles.xml"].clone();
    for formula in ["=1", "+1", "-1", "@A"] {
        assert!(styles(formula).contains("quotePrefix=\"1\""), "{formula}");
    }
    assert!(!styles("a=1").contains("quotePrefix"));
}

#[test]
fn what_looks_like_rich_text_stays_text() {
    let read = cells(values(&[text("<r><t>&</r>")]));
    assert_eq!(read[1], [Data::String("<r><t>&</r> ".into())]);
    let columns = vec![column("<r>&</r>", Kind::Text)];
    let rows = Vec::new();
    let strings = parts(&book(vec![sheet("<r>", Some(Table { columns, rows }))]));
    assert!(strings["xl/sharedStrings.xml"].contains("&lt;r&gt;&amp;&lt;/ r&gt;"));
}

#[test]
fn numbers_scores_and_flags_keep_their_types() {
    let read = cells(values(&[
        Value::Number(61.25),
        Value::Number(0.0),
        Value::Flag(true),
        Value::Score(61, Step::of(61, false)),
    ]));
    assert_eq!(read[1], [Data::Float(61.25)]);
    assert_eq!(read[2], [Data::Float(0.0)]);
    assert_eq!(read[3], [Data::Bool(true)]);
    assert_eq!(read[4], [Data::Float(61.0)]);
}

#[test]
fn what_is_no_value_is_an_empty_cell() {
    let rows = [
        Value::Empty,
        text(""),
        text("\u{0}\u{FFFE}"),
        Value::Number(f64::NAN),
        Value::Number(f64::NEG_INFINITY),
        Value::Number(f64::MAX),
    ];
    let part = parts(&book(vec![values(&rows)]))["xl/worksheets/sheet1.xml"].clone();
    assert_eq!(part.matches("<c ").count(), 1, "the head alone: {part}");
    assert!(part.contains("<dimension ref=\"A1\"/>"));
}

#[test]
fn a_text_too_long_for_a_cell_is_cut_with_an_ellipsis() {
    let read = cells(values(&[
        text(&"ä".repeat(40_000)),
        text(&"𝔘".repeat(16_384)),
    ]));
    let lengths: Vec<usize> = read[1..]
        .concat()
        .iter()
        .map(|cell| cell.to_string().encode_utf16().count())
        .collect();
    assert_eq!(lengths, [32_767, 32_767]);
    assert!(read[1][0].to_string().ends_with("ä…"));
}

#[test]
fn names_of_sheets_are_valid_and_unique() {
    let long = "x".repeat(40);
    let wanted = [
        "Team/Küche: Q3 [neu]*?\\",
        "Verlauf",
        "VERLAUF",
        "",
        "''",
        "History",
        "a\nb",
        "_x0041_",
        &long,
        &long,
    ];
    let read = open(&book(wanted.iter().map(|name| sheet(name, None)).collect()));
    let short = "x".repeat(30) + "…";
    let again = "x".repeat(27) + " (2)";
    let expected = [
        "Team Küche Q3 neu",
        "Verlauf",
        "VERLAUF (2)",
        "4",
        "5",
        "History_",
        "a b",
        "-x0041_",
        &short,
        &again,
    ];
    assert_eq!(read.sheet_names(), expected);
}

#[test]
fn heads_are_unique_and_the_same_in_table_and_cell() {
    let heads = ["Text", "text", "", "a\nb", "=1", "_x0041_", "x'\"&<>"];
    let columns = heads.map(|head| column(head, Kind::Text)).to_vec();
    let rows = vec![vec![text("v")]];
    let one = sheet("Köpfe", Some(Table { columns, rows }));
    let mut read = open(&book(vec![one.clone()]));
    read.load_tables().unwrap();
    let name = read.table_names()[0].clone();
    let table = read.table_by_name(&name).unwrap();
    let expected = ["Text", "text (2)", "3", "a b", "=1", "-x0041_", "x'\"&<>"];
    assert_eq!(table.columns(), expected);
    assert_eq!(
        cells(one)[0],
        expected.map(|head| Data::String(head.into()))
    );
}

#[test]
fn the_head_is_frozen_below_short_notes_and_filters() {
    let mut noted = values(&[Value::Number(1.0)]);
    noted.notes = vec!["Küche".to_owned(), "Q3".to_owned()];
    let files = parts(&book(vec![noted.clone()]));
    assert!(files["xl/worksheets/sheet1.xml"].contains("ySplit=\"4\" topLeftCell=\"A5\""));
    assert!(files["xl/tables/table1.xml"].contains("<autoFilter ref=\"A4:A5\"/>"));
    noted.notes = vec!["Satz. ".repeat(300)];
    let files = parts(&book(vec![noted]));
    assert!(!files["xl/worksheets/sheet1.xml"].contains("<pane"));
}

#[test]
fn scores_are_drawn_from_0_to_100_and_orange_is_the_leader_alone() {
    let part = |kind| chart_part(charted(3, chart(kind, "Bild")));
    for part in [part(ChartKind::Gap), part(ChartKind::Trend)] {
        assert!(part.contains("<c:max val=\"100\"/><c:min val=\"0\"/>"));
        assert!(part.contains("<c:f>'It''s'!$B$2:$B$4</c:f>"));
    }
    let leader = ["srgbClr val=\"B84C00\"", "<c:symbol val=\"diamond\"/>"];
    for mark in leader {
        let gap = part(ChartKind::Gap);
        assert!(gap.find("srgbClr val=\"0068A8\"").unwrap() < gap.find(mark).unwrap());
        assert!(!part(ChartKind::Trend).contains(mark));
    }
}

#[test]
fn shares_are_stacked_to_100_percent() {
    let part = chart_part(charted(2, chart(ChartKind::Involvement, "Anteile")));
    assert!(part.contains("<c:grouping val=\"percentStacked\"/>"));
    assert!(part.contains("<c:overlap val=\"100\"/>"));
}

#[test]
fn a_score_stands_on_the_colour_of_its_step() {
    for (score, ground, text) in [(5, "8E1F5C", "FDFDFD"), (70, "C3DFE1", "112131")] {
        let value = Value::Score(score, Step::of(score, false));
        let styles = parts(&book(vec![values(&[value])]))["xl/styles.xml"].clone();
        for colour in [ground, text] {
            assert!(styles.contains(&format!("FF{colour}")), "{score}: {colour}");
        }
    }
}

#[test]
fn a_title_is_text_and_the_alternative_text_too() {
    for title in ["=(A1)", "Werte!A1", "=Werte[x]"] {
        let files = parts(&book(vec![charted(1, chart(ChartKind::Gap, title))]));
        assert!(files["xl/charts/chart1.xml"].contains(&format!("<a:t> {title} </a:t>")));
        assert!(files["xl/drawings/drawing1.xml"].contains(&format!("descr=\"{title}\"")));
    }
}

#[test]
fn an_empty_table_has_no_chart() {
    let files = parts(&book(vec![charted(0, chart(ChartKind::Gap, "Abstand"))]));
    assert!(!files.contains_key("xl/charts/chart1.xml"));
    assert!(files["xl/tables/table1.xml"].contains("ref=\"A1:C2\""));
}

#[test]
fn the_same_book_makes_the_same_bytes() {
    let sheets = |_| {
        [
            charted(9, chart(ChartKind::Gap, "Abstand")),
            values(&[text("a"), text("b")]),
        ]
    };
    let book = book((0..6).flat_map(sheets).collect());
    let first = write(&book).unwrap();
    for _ in 0..10 {
        assert!(write(&book).unwrap() == first);
    }
    assert!(parts(&book)["docProps/core.xml"].contains("2026-09-30T00:00:00Z"));
}

#[test]
fn a_table_longer_than_a_sheet_is_refused() {
    let mut long = values(&[]);
    long.table.as_mut().unwrap().rows = vec![Vec::new(); 1_048_576];
    assert!(write(&book(vec![long])).is_err());
}
