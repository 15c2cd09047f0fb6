use super::times::Zone;
use crate::app::App;
use crate::ids::WaveId;
use crate::survey::Role;
use crate::wave;
use crate::web::body::Fields;
use crate::web::id::Id;
use crate::web::questionnaire::Questionnaire;
use crate::web::reply::{Failure, on};
use crate::web::visit::Hr;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct PreviewPage {
    id: String,
    title: String,
    role: Role,
    closes: String,
    form: Questionnaire,
}

/// GET `/hr/waves/{wave}/preview/{role}`: the form as respondents see it; it cannot be sent.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    Id(role): Id<Role>,
) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let view = on(&app, move |app| {
        let known = wave::overview(app, &id)?;
        Ok(PreviewPage {
            id: id.to_string(),
            title: known.wave.title,
            role,
            closes: Zone::of(app)?.words(known.wave.closes, lang),
            form: Questionnaire::new(&known.survey, role, &[], lang, (&Fields::new(), &[])),
        })
    });
    hr.0.html(&app, "hr/preview.html", &view.await?)
}
