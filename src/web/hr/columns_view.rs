use super::import_view::delimiter_key;
use crate::roster::Import;
use crate::roster::columns::{MOST_WORDS, Meaning, Source};
use crate::survey::Role;
use crate::table::{DELIMITERS, Encoding};
use crate::text::Lang;
use serde::Serialize;

/// How many values of a column are shown.
const SAMPLES: usize = 3;

/// What the columns of a list mean, to be said or corrected.
#[derive(Serialize)]
pub struct ColumnsPage {
    /// Of the import.
    path: String,
    errors: Vec<String>,
    /// Names of people, to see whether the letters are right.
    names: Vec<String>,
    /// A workbook has neither encoding nor delimiter.
    is_text: bool,
    encodings: Vec<Choice>,
    delimiters: Vec<Choice>,
    meanings: Vec<Choice>,
    columns: Vec<ColumnLine>,
    teams: &'static str,
    leaders: &'static str,
    roles: Vec<RoleLine>,
    /// Names of the columns that are not needed.
    ignored: Vec<String>,
}

#[derive(Serialize)]
struct Choice {
    value: String,
    label: String,
    chosen: bool,
}

#[derive(Serialize)]
struct ColumnLine {
    number: usize,
    name: String,
    samples: Vec<String>,
    meaning: &'static str,
}

#[derive(Serialize)]
struct RoleLine {
    number: usize,
    word: String,
    role: Role,
}

impl ColumnsPage {
    /// Words how an upload is read, or would be.
    pub fn new(path: &str, import: &Import, error: Option<String>, lang: Lang) -> Self {
        let file = &import.file;
        let layout = match &import.layout {
            Some(layout) if !layout.is_own => layout.clone(),
            _ => file.recognised(),
        };
        let faults = layout.faults().into_iter().map(|fault| fault.in_lang(lang));
        let rows = file.first_rows(200);
        let columns = layout.columns.iter().enumerate();
        let columns = columns.map(|(number, (name, meaning))| ColumnLine {
            number,
            name: name.clone(),
            samples: samples(&rows, number),
            meaning: meaning.key(),
        });
        let unnamed = layout
            .columns
            .iter()
            .filter(|(name, meaning)| *meaning == Meaning::Ignored && !name.is_empty());
        let roles = layout.roles.iter().take(MOST_WORDS).enumerate();
        Self {
            path: path.to_owned(),
            errors: error.into_iter().chain(faults).collect(),
            names: file.names_to_check(&layout),
            is_text: file.encoding() != Encoding::Workbook,
            encodings: encodings(file.encoding()),
            delimiters: delimiters(file.delimiter(), lang),
            meanings: Meaning::ALL
                .iter()
                .map(|meaning| meaning_choice(*meaning, lang))
                .collect(),
            columns: columns.collect(),
            teams: source(layout.teams),
            leaders: source(layout.leaders),
            roles: roles
                .map(|(number, (word, role))| RoleLine {
                    number,
                    word: word.clone(),
                    role: *role,
                })
                .collect(),
            ignored: unnamed.map(|(name, _)| name.clone()).collect(),
        }
    }
}

fn source(source: Source) -> &'static str {
    match source {
        Source::Columns => "columns",
        Source::Managers => "managers",
    }
}

/// The first different values of a column.
fn samples(rows: &[Vec<String>], column: usize) -> Vec<String> {
    let mut samples: Vec<String> = Vec::new();
    for cell in rows.iter().filter_map(|row| row.get(column)) {
        let cell = crate::roster::sheet::clip(cell);
        if samples.len() < SAMPLES && !cell.is_empty() && !samples.contains(&cell) {
            samples.push(cell);
        }
    }
    samples
}

fn encodings(chosen: Encoding) -> Vec<Choice> {
    let offered = Encoding::OFFERED.into_iter().map(Encoding::Text);
    let found = Some(chosen).filter(|chosen| Encoding::named(chosen.name()).is_none());
    let all = found.into_iter().chain(offered);
    all.map(|encoding| Choice {
        value: encoding.name().to_owned(),
        label: encoding.to_string(),
        chosen: encoding == chosen,
    })
    .collect()
}

fn delimiters(chosen: u8, lang: Lang) -> Vec<Choice> {
    let choice = |delimiter: u8| Choice {
        value: match delimiter {
            b'\t' => "tab".to_owned(),
            other => char::from(other).to_string(),
        },
        label: lang.text(delimiter_key(char::from(delimiter))),
        chosen: delimiter == chosen,
    };
    DELIMITERS.into_iter().map(choice).collect()
}

fn meaning_choice(meaning: Meaning, lang: Lang) -> Choice {
    Choice {
        value: meaning.key().to_owned(),
        label: lang.text(&format!("roster-meaning-{}", meaning.key())),
        chosen: false,
    }
}
