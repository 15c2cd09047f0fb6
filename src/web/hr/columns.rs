//! The page on which HR says what the columns of somebody else's list mean.

use super::columns_view::ColumnsPage;
use super::refusal;
use crate::app::App;
use crate::error::Outcome;
use crate::ids::ImportId;
use crate::roster::columns::{Layout, MOST_WORDS, Meaning, Source};
use crate::roster::sheet::File;
use crate::roster::{self, Import};
use crate::survey::Role;
use crate::table::{Encoding, Wish};
use crate::web::body::{Fields, Posted};
use crate::web::id::Id;
use crate::web::reply::{Failure, on, see_other};
use crate::web::visit::{Hr, Visit};
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

/// GET `/hr/roster/import/{import}/columns`.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<ImportId>,
) -> Result<HttpResponse, Failure> {
    page(&app, &hr.0, id, StatusCode::OK, None).await
}

/// POST `/hr/roster/import/{import}/columns`: reads the file by what is said of it.
pub async fn assign(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<ImportId>,
    Posted(fields): Posted<Fields>,
) -> Result<HttpResponse, Failure> {
    let import = id.clone();
    let said = on(&app, move |app| say(app, &import, &fields)).await;
    let unprocessable = StatusCode::UNPROCESSABLE_ENTITY;
    match said {
        Ok(Said::Understood) => Ok(see_other(&format!("/hr/roster/import/{id}"))),
        Ok(Said::MoreToSay) => Ok(see_other(&format!("/hr/roster/import/{id}/columns"))),
        Ok(Said::Incomplete) => page(&app, &hr.0, id, unprocessable, None).await,
        Err(failure) => {
            let error = refusal(failure, hr.0.lang)?;
            page(&app, &hr.0, id, unprocessable, Some(error)).await
        }
    }
}

async fn page(
    app: &web::Data<App>,
    visit: &Visit,
    id: ImportId,
    status: StatusCode,
    error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let path = format!("/hr/roster/import/{id}");
    let opened = on(app, move |app| roster::open(app, &id)).await?;
    match opened {
        Ok(import) => {
            let view = ColumnsPage::new(&path, &import, error, visit.lang);
            visit.html_with(app, status, "hr/columns.html", &view)
        }
        // What cannot be read is said there.
        Err(_) => Ok(see_other(&path)),
    }
}

/// What came of what was said.
enum Said {
    Understood,
    /// The file was read anew, or has words of which it is to be said what they stand for.
    MoreToSay,
    Incomplete,
}

fn say(app: &App, id: &ImportId, fields: &Fields) -> Outcome<Said> {
    let Ok(import) = roster::open(app, id)? else {
        return Ok(Said::Understood);
    };
    let field = |name: &str| {
        let found = fields.iter().find(|(field, _)| field == name);
        found.map_or("", |(_, value)| value.as_str())
    };
    let wish = wish(&import, field("encoding"), field("delimiter"));
    if let Some(wish) = wish {
        roster::reread(app, id, wish)?;
        return Ok(Said::MoreToSay);
    }
    let layout = layout(&import, field);
    let new_words = layout.leaders == Source::Columns
        && layout.roles.len() <= MOST_WORDS
        && !(0..layout.roles.len())
            .all(|number| layout.roles.contains_key(field(&format!("word-{number}"))));
    let faults = roster::assign(app, id, &layout)?;
    Ok(match (faults.is_empty(), new_words && !layout.is_own) {
        (false, _) => Said::Incomplete,
        (true, true) => Said::MoreToSay,
        (true, false) => Said::Understood,
    })
}

/// Letters or delimiter, if they are to be other ones.
fn wish(import: &Import, encoding: &str, delimiter: &str) -> Option<Wish> {
    let file = &import.file;
    let encoding = Encoding::named(encoding).filter(|said| *said != file.encoding());
    let said = match delimiter {
        "tab" => Some(b'\t'),
        other => other.bytes().next(),
    };
    let delimiter = said.filter(|said| *said != file.delimiter());
    let before = import.layout.as_ref();
    let kept_encoding = before.and_then(|layout| Encoding::named(layout.encoding.as_deref()?));
    let kept_delimiter = before.and_then(|layout| u8::try_from(layout.delimiter?).ok());
    (encoding.is_some() || delimiter.is_some()).then_some(Wish {
        encoding: encoding.or(kept_encoding),
        delimiter: delimiter.or(kept_delimiter),
    })
}

fn layout<'a>(import: &Import, field: impl Fn(&str) -> &'a str) -> Layout {
    let file: &File = &import.file;
    let columns = file.columns().iter().enumerate().map(|(number, name)| {
        let said = Meaning::of_key(field(&format!("column-{number}")));
        (name.clone(), said.unwrap_or(Meaning::Ignored))
    });
    let source = |name: &str| match field(name) {
        "managers" => Source::Managers,
        _ => Source::Columns,
    };
    let before = import.layout.as_ref();
    let mut layout = Layout {
        columns: columns.collect(),
        teams: source("teams"),
        leaders: source("leaders"),
        encoding: before.and_then(|layout| layout.encoding.clone()),
        delimiter: before.and_then(|layout| layout.delimiter),
        ..Layout::default()
    };
    if let Some(place) = layout.place(Meaning::Role) {
        layout.roles = file.roles(place);
        for number in 0..layout.roles.len() {
            let word = field(&format!("word-{number}")).to_owned();
            let role = match field(&format!("role-{number}")) {
                "leader" => Role::Leader,
                "member" => Role::Member,
                _ => continue,
            };
            layout.roles.entry(word).and_modify(|known| *known = role);
        }
    }
    match file.own_layout() {
        Some(own) if is_own(&own, &layout) => Layout {
            encoding: layout.encoding,
            delimiter: layout.delimiter,
            ..own
        },
        _ => layout,
    }
}

/// Whether nothing else is said of a file with our own columns than what they say by themselves.
fn is_own(own: &Layout, said: &Layout) -> bool {
    let by_itself = |(word, role): (&String, &Role)| roster::own_role(word) == Some(*role);
    own.columns == said.columns
        && said.teams == Source::Columns
        && said.leaders == Source::Columns
        && said.roles.iter().all(by_itself)
}
