//! The settings of the organisation's face, for administrators; those of the operator are shown beside them.

use super::body::{Fields, Nothing, Posted, Upload};
use super::reply::{Failure, on, see_other};
use super::viewer::Administrator;
use crate::app::App;
use crate::config::{Origin, Shown};
use crate::error::{Outcome, Problem};
use crate::settings::{self, FaceForm, Fault};
use crate::text::Lang;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;
use std::collections::BTreeMap;

const HERE: &str = "/settings";

#[derive(Serialize)]
struct SettingsPage {
    values: BTreeMap<String, String>,
    errors: BTreeMap<String, String>,
    /// What is wrong with the file that was uploaded.
    logo_error: Option<String>,
    /// The accent for dark pages where it follows from the other one.
    derived: Option<String>,
    langs: Vec<&'static str>,
    operator: Vec<Line>,
}

/// A setting of the operator.
#[derive(Serialize)]
struct Line {
    name: &'static str,
    value: String,
    /// `file`, `environment`, `flag` or `default`.
    from: &'static str,
    /// The file or the variable.
    at: String,
}

impl From<Shown> for Line {
    fn from(shown: Shown) -> Self {
        let (from, at) = match shown.origin {
            Origin::File(path) => ("file", path),
            Origin::Environment(name) => ("environment", name),
            Origin::Flag(name) => ("flag", name),
            Origin::Default => ("default", String::new()),
        };
        Self {
            name: shown.name,
            value: shown.value,
            from,
            at,
        }
    }
}

/// What was filled in.
fn form(fields: &Fields) -> FaceForm {
    let one = |name: &str| {
        let found = fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let words = Lang::ALL.map(|lang| (lang.code(), one(&format!("words_{}", lang.code()))));
    FaceForm {
        name: one("name"),
        accent: one("accent"),
        accent_dark: one("accent_dark"),
        contact_name: one("contact_name"),
        contact: one("contact"),
        sender: one("sender"),
        reply_to: one("reply_to"),
        imprint: one("imprint"),
        privacy: one("privacy"),
        words: words.into(),
    }
}

/// What stands in the fields.
fn values(form: FaceForm) -> BTreeMap<String, String> {
    let words = form.words.into_iter();
    let words = words.map(|(code, said)| (format!("words_{code}"), said));
    let fields = [
        ("name", form.name),
        ("accent", form.accent),
        ("accent_dark", form.accent_dark),
        ("contact_name", form.contact_name),
        ("contact", form.contact),
        ("sender", form.sender),
        ("reply_to", form.reply_to),
        ("imprint", form.imprint),
        ("privacy", form.privacy),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    fields.into_iter().chain(words).collect()
}

/// GET `/settings`.
pub async fn show(app: web::Data<App>, who: Administrator) -> Result<HttpResponse, Failure> {
    page(&app, who, None, Vec::new(), None).await
}

async fn page(
    app: &web::Data<App>,
    who: Administrator,
    sent: Option<FaceForm>,
    faults: Vec<Fault>,
    logo_error: Option<String>,
) -> Result<HttpResponse, Failure> {
    let status = match faults.is_empty() && logo_error.is_none() {
        true => StatusCode::OK,
        false => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let lang = who.0.lang;
    let view = on(app, move |app| {
        let form = sent.map_or_else(|| FaceForm::of(app), Ok)?;
        let errors = faults.into_iter();
        Ok(SettingsPage {
            derived: derived(app)?,
            values: values(form),
            errors: errors
                .map(|(field, sentence)| (field, sentence.in_lang(lang)))
                .collect(),
            logo_error,
            langs: Lang::ALL.map(Lang::code).into(),
            operator: app.config.shown().into_iter().map(Line::from).collect(),
        })
    });
    who.0.html_with(app, status, "settings.html", &view.await?)
}

fn derived(app: &App) -> Outcome<Option<String>> {
    let face = app.house()?.face.clone();
    let accent = crate::face::Accent::stored(&face.accent, &face.accent_dark)?;
    let derived = accent.filter(|_| face.accent_dark.is_empty());
    Ok(derived.map(|accent| accent.dark().to_string()))
}

/// POST `/settings`: changes everything but the logo.
pub async fn change(
    app: web::Data<App>,
    who: Administrator,
    Posted(fields): Posted<Fields>,
) -> Result<HttpResponse, Failure> {
    let (form, by) = (form(&fields), who.0.by());
    if let Err(faults) = form.read() {
        return page(&app, who, Some(form), faults, None).await;
    }
    on(&app, move |app| settings::change(app, &by, &form)).await?;
    Ok(see_other(HERE))
}

/// POST `/settings/logo`: takes a picture as the logo.
pub async fn logo(
    app: web::Data<App>,
    who: Administrator,
    file: Upload,
) -> Result<HttpResponse, Failure> {
    let by = who.0.by();
    match on(&app, move |app| settings::set_logo(app, &by, &file.bytes)).await {
        Ok(()) => Ok(see_other(HERE)),
        Err(Failure(Problem::Refused(sentence))) => {
            let error = sentence.in_lang(who.0.lang);
            page(&app, who, None, Vec::new(), Some(error)).await
        }
        Err(failure) => Err(failure),
    }
}

/// POST `/settings/logo/remove`.
pub async fn remove_logo(
    app: web::Data<App>,
    who: Administrator,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let by = who.0.by();
    on(&app, move |app| settings::remove_logo(app, &by)).await?;
    Ok(see_other(HERE))
}
