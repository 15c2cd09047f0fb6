//! A wave as others will see it: forms, mails and pages. From here nothing can be sent, but for a mail to oneself.

use super::times::Zone;
use crate::app::App;
use crate::error::{Outcome, Problem};
use crate::ids::WaveId;
use crate::mail::{self, SAMPLES};
use crate::store::face;
use crate::store::outbox::Kind;
use crate::survey::Role;
use crate::text::Lang;
use crate::transport::Message;
use crate::wave::{self, Look};
use crate::web::asker::AskerView;
use crate::web::body::{Fields, Nothing, Posted};
use crate::web::id::{FileName, Id, MailKind};
use crate::web::public::WavePage;
use crate::web::questionnaire::Questionnaire;
use crate::web::reply::{Failure, on};
use crate::web::visit::Hr;
use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use serde::Serialize;

#[derive(Serialize)]
struct Index {
    id: String,
    title: String,
    mails: Vec<&'static str>,
}

/// GET `/hr/waves/{wave}/preview`: everything there is to look at.
pub async fn index(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
) -> Result<HttpResponse, Failure> {
    let of = id.clone();
    let look = on(&app, move |app| wave::look(app, &of)).await?;
    let index = Index {
        id: id.to_string(),
        title: look.wave.title,
        mails: SAMPLES.iter().map(|kind| kind.as_str()).collect(),
    };
    hr.0.html(&app, "hr/previews.html", &index)
}

#[derive(Serialize)]
struct PreviewPage {
    id: String,
    title: String,
    role: Role,
    promise: &'static str,
    closes: String,
    form: Questionnaire,
    asker: Option<AskerView>,
}

/// GET `/hr/waves/{wave}/preview/{role}`: the form as respondents see it; it cannot be sent.
pub async fn show(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    Id(role): Id<Role>,
) -> Result<HttpResponse, Failure> {
    form(app, hr, id, role, "hr/preview.html").await
}

/// GET `/hr/waves/{wave}/preview/{role}/thanks`: what they see when they have sent it.
pub async fn thanks(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    Id(role): Id<Role>,
) -> Result<HttpResponse, Failure> {
    form(app, hr, id, role, "hr/preview_thanks.html").await
}

async fn form(
    app: web::Data<App>,
    hr: Hr,
    id: WaveId,
    role: Role,
    template: &str,
) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let view = on(&app, move |app| {
        let known = wave::overview(app, &id)?;
        let asker = app.store.read(|c| face::asker_of(c, &id))?;
        Ok(PreviewPage {
            asker: AskerView::new(asker, lang),
            id: id.to_string(),
            role,
            promise: known.wave.promise.as_str(),
            closes: Zone::of(app)?.words(known.wave.closes, lang),
            form: Questionnaire::new(&known.survey, role, &[], lang, (&Fields::new(), &[])),
            title: known.wave.title,
        })
    });
    hr.0.html(&app, template, &view.await?)
}

/// GET `/hr/waves/{wave}/preview/public`: the public page of a draft.
pub async fn public(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
) -> Result<HttpResponse, Failure> {
    let lang = hr.0.lang;
    let page = on(&app, move |app| {
        let opening = wave::opening_form(app, &id)?;
        Ok(WavePage::draft(app, wave::look(app, &id)?, &opening, lang))
    });
    hr.0.html(&app, "wave.html", &page.await?)
}

#[derive(Serialize)]
struct MailPage {
    id: String,
    title: String,
    kind: &'static str,
    subject: String,
    text: String,
    /// Where a test goes; none if whoever asks has no address.
    to: Option<String>,
    /// It was sent, or why it was not.
    sent: bool,
    because: Option<String>,
}

/// GET `/hr/waves/{wave}/preview/mail/{mail}`: a mail as it will be.
pub async fn letter(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    Id(MailKind(kind)): Id<MailKind>,
) -> Result<HttpResponse, Failure> {
    let sample = sample(&app, &hr, &id, kind).await?;
    let page = MailPage::new(&id, kind, sample, (false, None));
    hr.0.html(&app, "hr/preview_mail.html", &page)
}

/// POST `/hr/waves/{wave}/preview/mail/{mail}`: sends it, marked as a test, to whoever asks.
pub async fn try_out(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    Id(MailKind(kind)): Id<MailKind>,
    _: Posted<Nothing>,
) -> Result<HttpResponse, Failure> {
    let (look, message) = sample(&app, &hr, &id, kind).await?;
    let sending = message.clone();
    let failed = on(&app, move |app| mail::send_now(app, &sending)).await?;
    let because = |reason: &str| hr.0.lang.text(&format!("hr-mail-because-{reason}"));
    let because = failed.map(|reason| because(reason.as_str()));
    let status = match because {
        None => StatusCode::OK,
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let page = MailPage::new(&id, kind, (look, message), (because.is_none(), because));
    hr.0.html_with(&app, status, "hr/preview_mail.html", &page)
}

/// GET `/hr/waves/{wave}/preview/mail/{mail}/{file}`: the mail with its markup as `mail.html`, and what it looks like
/// as `mail.css`: pages take no styles that stand in them.
pub async fn markup(
    app: web::Data<App>,
    hr: Hr,
    Id(id): Id<WaveId>,
    Id(MailKind(kind)): Id<MailKind>,
    Id(FileName(file)): Id<FileName>,
) -> Result<HttpResponse, Failure> {
    let (_, message) = sample(&app, &hr, &id, kind).await?;
    let sheet = format!("mail.css?lang={}", hr.0.lang.code());
    // In a mail the logo is a part of it; here it comes from where pages have it.
    let logo = hr.0.house.logo.as_ref().map(|logo| logo.url.as_str());
    let html = message.html.replace("cid:logo", logo.unwrap_or_default());
    let (html, css) = apart(&html, &sheet);
    let (kind, body) = match file.as_str() {
        "mail.html" => ("text/html; charset=utf-8", html),
        "mail.css" => ("text/css; charset=utf-8", css),
        _ => return Err(Failure(Problem::NotFound)),
    };
    Ok(HttpResponse::Ok().content_type(kind).body(body))
}

/// Takes the styles out of a mail, which mail programs want inside of it: the mail with marks, and their sheet, in
/// which what a mail says of narrow and dark windows stands last, as in the mail.
fn apart(html: &str, sheet: &str) -> (String, String) {
    let (mut page, mut css) = (String::new(), String::new());
    let mut parts = html.split(" style=\"");
    page.push_str(parts.next().unwrap_or_default());
    for (number, part) in parts.enumerate() {
        let (style, rest) = part.split_once('"').unwrap_or_default();
        css.push_str(&format!("[data-s=\"{number}\"]{{{style}}}\n"));
        page.push_str(&format!(" data-s=\"{number}\"{rest}"));
    }
    if let Some((before, rest)) = page.split_once("<style>")
        && let Some((own, after)) = rest.split_once("</style>")
    {
        css.push_str(own);
        page = format!("{before}{after}");
    }
    let link = format!("<link rel=\"stylesheet\" href=\"{sheet}\">\n</head>");
    (page.replace("</head>", &link), css)
}

async fn sample(
    app: &web::Data<App>,
    hr: &Hr,
    id: &WaveId,
    kind: Kind,
) -> Result<(Look, Message), Failure> {
    let (id, lang) = (id.clone(), hr.0.lang);
    let viewer = hr.0.viewer.as_ref().map(|viewer| viewer.person.clone());
    let viewer = viewer.ok_or(Failure(Problem::NotFound))?;
    on(app, move |app| {
        let look = wave::look(app, &id)?;
        let link = app.config.link(&address(&id, kind, lang));
        let message = mail::sample(app, &id, kind, look.example(), (&viewer, lang), &link)?;
        Outcome::Ok((look, message))
    })
    .await
}

/// Where the link of a mail leads that is only looked at.
fn address(id: &WaveId, kind: Kind, lang: Lang) -> String {
    let shown = match kind {
        Kind::LeaderForm | Kind::LeaderReminder => "/leader",
        Kind::Results => "",
        _ => "/member",
    };
    format!("/hr/waves/{id}/preview{shown}?lang={}", lang.code())
}

impl MailPage {
    fn new(
        id: &WaveId,
        kind: Kind,
        (look, message): (Look, Message),
        (sent, because): (bool, Option<String>),
    ) -> Self {
        Self {
            id: id.to_string(),
            title: look.wave.title,
            kind: kind.as_str(),
            subject: message.subject,
            text: message.text,
            to: Some(message.email).filter(|email| !email.is_empty()),
            sent,
            because,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::apart;

    #[test]
    fn a_mail_keeps_its_look_without_styles_in_it() {
        let mail = "<head><style>b{}</style></head><body style=\"margin:0\"><p style=\"color:red\">a</p></body>";
        let (html, css) = apart(mail, "x.css");
        assert_eq!(
            html,
            "<head><link rel=\"stylesheet\" href=\"x.css\">\n</head><body data-s=\"0\"><p data-s=\"1\">a</p></body>"
        );
        assert_eq!(
            css,
            "[data-s=\"0\"]{margin:0}\n[data-s=\"1\"]{color:red}\nb{}"
        );
    }
}
